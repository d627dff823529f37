"""Walk over files, folders and standard input, and yield each article or what is wrong with it."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import cast

from kg.articles.checks import MAX_CHARACTERS, is_date, to_article, too_long
from kg.articles.front_matter import split_front_matter
from kg.articles.json_lines import read_json_lines
from kg.errors import ConfigError, InputError
from kg.records import Article

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
OTHER_SUFFIXES = frozenset({".htm", ".html", ".json", ".xml", ".csv", ".tsv", ".rtf", ".yaml", ".yml"})
"""Text, but not an article's: better refused than read as prose."""

_BYTES_A_CHARACTER = 4
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_articles(sources: Iterable[str | Path], *, published: str | None = None) -> Iterator[Article | InputError]:
    """Yield an Article or an InputError for each text in `sources`, in order, folders sorted.

    An article's id is its `id` where it gives one, else its file's name without the suffix, below the folder given.
    A second article with the id or url of an earlier one is an error, so that none is lost unnoticed.

    Args:
        sources: files, folders (with all below them), or "-" for standard input.
        published: the date (ISO 8601) for articles that have none of their own.

    Raises:
        ConfigError: `published` is no date.
    """
    if published is not None and not is_date(published):
        raise ConfigError(f"{published!r} is no date; write it as 2025-07-22")
    return _without_duplicates(_read(sources, published))


@dataclass(frozen=True, slots=True)
class _Read:
    """An article and where it stands."""

    article: Article
    source: str
    line: int | None

    @property
    def place(self) -> str:
        return self.source if self.line is None else f"{self.source}:{self.line}"


def _without_duplicates(items: Iterable[_Read | InputError]) -> Iterator[Article | InputError]:
    ids: dict[str, tuple[str, str]] = {}
    urls: dict[str, str] = {}
    for item in items:
        if isinstance(item, InputError):
            yield item
            continue
        article = item.article
        if article.id in ids:
            digest, first = ids[article.id]
            problem = (
                f"the same article as {first}; leave one out"
                if digest == article.sha256
                else f"id {article.id!r} is also that of {first}, with another text; give each its own id"
            )
            yield InputError(item.source, problem, line=item.line)
        elif article.url in urls:
            problem = f"the url is also that of {urls[article.url]}; give each its own url, or none"
            yield InputError(item.source, problem, line=item.line)
        else:
            ids[article.id] = article.sha256, item.place
            if article.url is not None:
                urls[article.url] = item.place
            yield article


def _read(sources: Iterable[str | Path], published: str | None) -> Iterator[_Read | InputError]:
    for source in sources:
        if str(source) == "-":
            yield from _stream(cast("BufferedReader", sys.stdin.buffer), "-", "stdin", published)
        elif (path := Path(source)).is_dir():
            yield from _folder(path, published)
        elif path.suffix.lower() in OTHER_SUFFIXES:
            yield InputError(str(path), "no form kg reads; convert it to .txt, .md or .jsonl")
        else:
            yield from _file(path, path.stem, published)


def _folder(folder: Path, published: str | None) -> Iterator[_Read | InputError]:
    found = False
    problems: list[OSError] = []
    for parent, folders, files in folder.walk(on_error=problems.append):
        if "kg.toml" in files and "records" in folders:  # a workspace among the articles
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = parent / name
            if path.suffix.lower() in TEXT_SUFFIXES | LINES_SUFFIXES and not name.startswith("."):
                found = True
                yield from _file(path, path.relative_to(folder).with_suffix("").as_posix(), published)
    for problem in problems:
        yield _unreadable(problem.filename or str(folder), problem)
    if not found and not problems:
        yield InputError(str(folder), "no .txt, .md or .jsonl files here; name the folder or file that has them")


def _file(path: Path, name: str, published: str | None) -> Iterator[_Read | InputError]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), name, published)
    except OSError as error:
        yield _unreadable(str(path), error)


def _unreadable(source: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(source, "no such file or folder; check the path")
    return InputError(source, f"cannot be read ({error.strerror or error}); check its permissions")


def _stream(stream: BufferedReader, source: str, name: str, published: str | None) -> Iterator[_Read | InputError]:
    """Read one file; whether it is JSON Lines its suffix says, or where it has none of ours, its first character."""
    suffix = Path(source).suffix.lower()
    start = stream.peek(64).removeprefix(_BOM).lstrip()
    if suffix in LINES_SUFFIXES or (suffix not in TEXT_SUFFIXES and start.startswith(b"{")):
        yield from _lines(stream, source, published)
        return
    try:
        values = _text_values(stream.read(MAX_CHARACTERS * _BYTES_A_CHARACTER + 1), source, name)
        yield _Read(to_article(values, source=source, line=None, published=published), source, None)
    except InputError as error:
        yield error


def _lines(stream: BufferedReader, source: str, published: str | None) -> Iterator[_Read | InputError]:
    empty = True
    for line, values in read_json_lines(stream, source):
        empty = False
        if isinstance(values, InputError):
            yield values
            continue
        try:
            yield _Read(to_article(values, source=source, line=line, published=published), source, line)
        except InputError as error:
            yield error
    if empty:
        yield InputError(source, "the file is empty; leave it out")


def _text_values(data: bytes, source: str, name: str) -> dict[str, str]:
    """Return a text file as the values of an article."""
    data = data.removeprefix(_BOM)
    if len(data) > MAX_CHARACTERS * _BYTES_A_CHARACTER:
        raise InputError(source, too_long(len(data)).replace("has", "has at least", 1))
    values, text = split_front_matter(_decoded(data, source), source)
    return {"id": name, **values, "text": text}


def _decoded(data: bytes, source: str) -> str:
    if data.startswith(_UTF16):
        raise InputError(source, "UTF-16, not UTF-8; convert it (iconv -f UTF-16 -t UTF-8)")
    if b"\0" in data:
        raise InputError(source, "binary data, not text; leave it out or convert it to UTF-8 text")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"not UTF-8 (byte 0x{data[error.start]:02x}); convert it (iconv -f WINDOWS-1252 -t UTF-8)"
        raise InputError(source, problem, line=line) from error
