"""Names of record files, and which of an article's versions counts.

A record's file is named by what it stands for, so that a listing of the folder says which articles are there, in which
versions, and whether one has to be read again, and nothing else has to be kept in step:

    article-url-version-reading-published-number.json

`article` and `url` are hashes of the article's id and url, `version` is the key of this text under this id
(`kg.resolve.article_key`), `reading` a hash of its metadata and of the program and model that read it. Articles that
share id or url are versions of one article. The one published last counts; of those, the one added last (`number`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kg.records import Article
from kg.resolve import article_key

_LENGTH = 16
NO_URL = "0" * _LENGTH
_DATE_DIGITS = 14
_PARTS = 6


class FileName(NamedTuple):
    """The name of a record's file, in its parts."""

    article: str
    url: str
    version: str
    reading: str
    published: str
    number: str

    @property
    def folder(self) -> str:
        """The name of the folder that the file is in."""
        return self.article[:2]

    def path(self, records: Path) -> Path:
        """Return where in the folder `records` the file is."""
        return records / self.folder / ("-".join(self) + ".json")

    @property
    def rank(self) -> tuple[str, str, str]:
        """Sorts the versions of an article; the last one counts."""
        return (self.published, self.number, self.version)


def file_name(article: Article, *, reader: str, number: int = 1) -> FileName:
    """Return the name of the record that `reader` (program and model) makes of `article`."""
    said = (article.title, article.publisher, article.published, article.language)
    digits = "".join(sign for sign in article.published or "" if sign.isdigit())
    return FileName(
        article=_hash(article.id),
        url=NO_URL if article.url is None else _hash(article.url),
        version=article_key(article),
        reading=_hash(reader, *(value or "" for value in said)),
        published=digits[:_DATE_DIGITS].ljust(_DATE_DIGITS, "0"),
        number=f"{number:04}",
    )


def parse(name: str) -> FileName | None:
    """Return the parts of the name of a file; None for one that is no record."""
    parts = name.removesuffix(".json").split("-")
    return FileName(*parts) if name.endswith(".json") and len(parts) == _PARTS else None


@dataclass(slots=True)
class Versions:
    """The versions of one article, sorted: the last one counts."""

    names: list[FileName] = field(default_factory=list)

    @property
    def current(self) -> FileName:
        """The version that counts."""
        return self.names[-1]

    @property
    def earlier(self) -> list[FileName]:
        """The other versions, the latest first."""
        return self.names[-2::-1]

    def of_text(self, version: str) -> FileName | None:
        """Return the version with that text, None where there is none."""
        return next((name for name in self.names if name.version == version), None)


def grouped(names: Iterable[FileName]) -> list[Versions]:
    """Return every article's versions, in an order that depends on nothing but their names.

    Names that share id or url are versions of one article, and so are all that are tied by others.
    """
    of: dict[str, Versions] = {}
    for name in names:
        keys = keys_of(name)
        together = {id(versions): versions for key in keys if (versions := of.get(key)) is not None}
        merged = Versions([name, *(one for versions in together.values() for one in versions.names)])
        for key in {key for one in merged.names for key in keys_of(one)}:
            of[key] = merged
    every = {id(versions): versions for versions in of.values()}.values()
    for versions in every:
        versions.names.sort(key=lambda name: name.rank)
    return sorted(every, key=lambda versions: versions.current)


def hashes(reference: str) -> str:
    """Return what the id or url `reference` is known by in file names."""
    return _hash(reference)


def keys_of(name: FileName) -> list[str]:
    """Return the hashes of id, text and, where there is one, url."""
    return [name.article, name.version, *([name.url] if name.url != NO_URL else [])]


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]
