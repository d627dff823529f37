"""A folder that holds a graph: the extraction records, which are the truth, and the store made from them.

    records/        one JSON file for each article, written whole or not at all
    curation.jsonl  people's decisions (none yet)
    store/          Oxigraph; can be thrown away at any time
    store.key       which records and which program the store was made from; written last, removed first
    kg.toml         settings
    lock            held by the process that writes

A record's file is named by what it stands for: hashes of the article's id, of its url, and of everything that decides
what is in the record (text, metadata, program and model). So a listing of the folder says which articles are there and
whether one has to be read again, and nothing else has to be kept in step. A new version is written before the old one
is removed; where a crash leaves both, the newer one counts.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple, Self

from kg.config import FILE_NAME, TEMPLATE, Settings, load_settings
from kg.errors import RecordError, WorkspaceError
from kg.records import Article, Extraction
from kg.records.exchange import from_json

Change = Literal["added", "replaced"]

_HASH_LENGTH = 16
_NO_URL = "0" * _HASH_LENGTH
_PARTS = 3


class _Name(NamedTuple):
    """The name of a record's file, in its parts."""

    article: str
    url: str
    version: str

    def path(self, records: Path) -> Path:
        return records / self.article[:2] / ("-".join(self) + ".json")


class Workspace:
    """A workspace on disk; use `open_workspace` or `create_workspace` to get one."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        """List what is in `folder`."""
        self.folder = folder
        self.settings = settings
        self._records = folder / "records"
        self._names: dict[str, _Name] = {}
        self._urls: dict[str, str] = {}
        self._list()

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._names)

    @property
    def store_folder(self) -> Path:
        """Where the store is."""
        return self.folder / "store"

    def has(self, article: Article, *, reader: str) -> bool:
        """Say whether this very article, read by `reader` (program and model), is there already."""
        return self._names.get(_hash(article.id)) == _name(article, reader)

    def add(self, article: Article, record: str, *, reader: str) -> Change:
        """Keep `record`, the line of JSON that `reader` made of `article`; when this returns, it is safe on disk.

        A record of an earlier version (same id, or same url) is replaced.
        """
        name = _name(article, reader)
        _write(name.path(self._records), record)
        replaced = self._note(name)
        for old in replaced:
            old.path(self._records).unlink(missing_ok=True)
        return "replaced" if replaced else "added"

    def records(self) -> Iterator[Extraction]:
        """Yield every article's extraction, in an order that depends on nothing but the articles.

        Raises:
            WorkspaceError: a record has been damaged.
        """
        for name in sorted(self._names.values()):
            path = name.path(self._records)
            try:
                yield from_json(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, RecordError) as error:
                raise WorkspaceError(
                    f"{path}: a damaged record ({error}); remove the file and build its article again"
                ) from error

    def key(self, maker: str) -> str:
        """Return what a store made from these records by `maker` (program and settings) is known by."""
        names = ("-".join(name) for name in sorted(self._names.values()))
        return sha256("\n".join((maker, *names)).encode()).hexdigest()

    def store_key(self) -> str | None:
        """Return the key of the store on disk, None when it is missing or was never finished."""
        key = self.folder / "store.key"
        return key.read_text(encoding="ascii") if key.exists() and self.store_folder.is_dir() else None

    def forget_store_key(self) -> None:
        """Call before the store is changed."""
        (self.folder / "store.key").unlink(missing_ok=True)

    def write_store_key(self, key: str) -> None:
        """Call when the store is finished."""
        _write(self.folder / "store.key", key)

    @contextmanager
    def writing(self) -> Iterator[Self]:
        """Be the one process that writes here; the lock goes with the process, however it ends.

        Raises:
            WorkspaceError: another process is writing.
        """
        with (self.folder / "lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise WorkspaceError(
                    f"{self.folder}: another process is writing to this workspace; try again when it has finished"
                ) from error
            self._list()  # another may have written since this workspace was opened
            self._sweep()
            yield self

    def _list(self) -> None:
        self._names.clear()
        self._urls.clear()
        parts = (path.stem.split("-") for path in self._records.glob("??/*.json"))
        names = sorted(_Name(*name) for name in parts if len(name) == _PARTS)
        urls = [name.url for name in names if name.url != _NO_URL]
        if len({name.article for name in names}) < len(names) or len(set(urls)) < len(urls):
            names.sort(key=lambda name: _age(name.path(self._records)))  # a crash left an old version beside a new one
        for name in names:
            self._note(name)

    def _note(self, name: _Name) -> set[_Name]:
        """Count `name` as there; return the earlier versions that no longer count."""
        same_url = self._names.get(self._urls.get(name.url, ""))
        replaced = {old for old in (self._names.get(name.article), same_url) if old is not None and old != name}
        for old in replaced:
            self._names.pop(old.article, None)
            self._urls.pop(old.url, None)
        self._names[name.article] = name
        if name.url != _NO_URL:
            self._urls[name.url] = name.article
        return replaced

    def _sweep(self) -> None:
        """Remove what a process that was killed may have left: half-written files and replaced records."""
        current = {name.path(self._records) for name in self._names.values()}
        for path in self._records.glob("??/*"):
            if path not in current:
                path.unlink(missing_ok=True)


def create_workspace(folder: Path, *, model: str | None = None, workers: int | None = None) -> Workspace:
    """Return the workspace in `folder`, made where there is none; `model` and `workers` go before its kg.toml's.

    Raises:
        WorkspaceError: the folder cannot be made, or holds other things.
        ConfigError: its kg.toml cannot be used.
    """
    if folder.is_dir() and not is_workspace(folder) and any(folder.iterdir()):
        raise WorkspaceError(f"{folder}: holds other things and is no workspace; give an empty or a new folder")
    try:
        (folder / "records").mkdir(parents=True, exist_ok=True)
        (folder / "curation.jsonl").touch()
        if not (folder / FILE_NAME).exists():
            (folder / FILE_NAME).write_text(TEMPLATE, encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder}: no workspace can be made here ({error.strerror})") from error
    settings = load_settings(folder)
    return Workspace(folder, replace(settings, model=model or settings.model, workers=workers or settings.workers))


def open_workspace(folder: Path) -> Workspace:
    """Return the workspace in `folder`.

    Raises:
        WorkspaceError: there is none.
        ConfigError: its kg.toml cannot be used.
    """
    if not is_workspace(folder):
        raise WorkspaceError(f"{folder}: no workspace; make one (kg build PATH... --workspace {folder})")
    return Workspace(folder, load_settings(folder))


def is_workspace(folder: Path) -> bool:
    """Say whether `folder` is a workspace."""
    return (folder / "records").is_dir()


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:_HASH_LENGTH]


def _name(article: Article, reader: str) -> _Name:
    said = (article.title, article.url, article.publisher, article.published, article.language)
    return _Name(
        article=_hash(article.id),
        url=_NO_URL if article.url is None else _hash(article.url),
        version=_hash(article.id, article.sha256, *(value or "" for value in said), reader),
    )


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:  # removed by another process while we were listing
        return 0


def _write(path: Path, text: str) -> None:
    """Write `path` so that after a crash at any instant it is there whole or as it was before."""
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
