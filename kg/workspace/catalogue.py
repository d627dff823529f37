"""Which records there are, remembered beside them, so that nobody has to list fifty thousand files to add one.

The folders of `records/` stay the truth. What is remembered of a folder counts as long as the folder has the times and
the number (inode) that it had when it was listed; any other is listed again. A folder that was changed shortly before
it was listed is listed again the next time too, for a later change may have left its times as they were.

One process at a time writes down what it finds (SQLite sees to that). One that cannot, because another does or because
the disk is read-only, lists everything for itself.
"""

import os
import sqlite3
import time
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kg.workspace.names import NO_URL, FileName, Versions, grouped, keys_of, parse

_SCHEMA = """
CREATE TABLE IF NOT EXISTS folder (name TEXT PRIMARY KEY, mark TEXT, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (
    folder TEXT, article TEXT, url TEXT, version TEXT, reading TEXT, published TEXT, number TEXT,
    PRIMARY KEY (folder, article, url, version, reading, published, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_article ON record (article);
CREATE INDEX IF NOT EXISTS record_url ON record (url);
CREATE INDEX IF NOT EXISTS record_version ON record (version);
"""
_NAME = "article, url, version, reading, published, number"
_KINDS = ("article", "url", "version")
_OF_KEY = " UNION ".join(f"SELECT {_NAME} FROM record WHERE {kind} = :key" for kind in _KINDS)  # noqa: S608 - no data
_SETTLED = 2_000_000_000
"""Nanoseconds after which a folder that changes again has other times: the coarsest file systems count by twos."""
_PATIENCE = 5_000
"""Milliseconds to wait for another process to write down what it found."""


class Listing(NamedTuple):
    """What was found in the folders that had to be listed: records, and paths of files that are none."""

    names: tuple[FileName, ...]
    strays: tuple[str, ...]


class Catalogue:
    """All record files by article and url."""

    def __init__(self, records: Path, file: Path) -> None:
        """List what has changed in the folder `records` since it was remembered in `file`."""
        self._records = records
        self._file = file
        self._changed: set[str] = set()
        try:
            self._open(file if file.exists() else None)
            if self._stale():
                with self._transaction(patience=0):
                    self._refresh()
        except sqlite3.DatabaseError:  # another process is writing, the disk is read-only, or the file is damaged
            self._open(None)
            self._refresh()

    def all(self) -> list[Versions]:
        """Return every article's versions, in an order that depends on nothing but their names."""
        return grouped(FileName(*row) for row in self._database.execute(f"SELECT {_NAME} FROM record"))  # noqa: S608 - no value

    def count(self) -> int:
        """Return the number of records, which is that of all versions."""
        return int(self._database.execute("SELECT COUNT(*) FROM record").fetchone()[0])

    def find(self, name: FileName) -> Versions:
        """Return the versions of the article that `name` is one of: those with its id or its url."""
        return self._together(keys_of(name))

    def by_key(self, hashed: str) -> Versions | None:
        """Return the versions of the article whose id, url or text has the hash `hashed`."""
        found = self._together([hashed])
        return found if found.names else None

    def add(self, name: FileName) -> None:
        """Count `name` as there."""
        self._database.execute("INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?)", (name.folder, *name))
        self._changed.add(name.folder)

    def remove(self, name: FileName) -> None:
        """Count `name` as gone."""
        sql = f"DELETE FROM record WHERE (folder, {_NAME}) = (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - no value
        self._database.execute(sql, (name.folder, *name))
        self._changed.add(name.folder)

    def digest(self) -> str:
        """Return what these records, in whatever order they came, are known by."""
        for folder in sorted(self._changed):
            digest = _digest(self._names(folder))
            self._database.execute(
                "INSERT INTO folder VALUES (?, NULL, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest",
                (folder, digest),
            )
        self._changed.clear()
        rows = self._database.execute("SELECT name, digest FROM folder WHERE digest <> '' ORDER BY name")
        return sha256("\n".join(f"{name} {digest}" for name, digest in rows).encode()).hexdigest()

    @contextmanager
    def writing(self) -> Iterator[Listing]:
        """Keep in the file what is found now and what changes until the context is left."""
        try:
            self._open(self._file)
        except sqlite3.DatabaseError:  # damaged: it is made anew
            self._file.unlink()
            self._open(self._file)
        with self._transaction(patience=_PATIENCE):
            yield self._refresh()

    def list_anew(self) -> Listing:
        """List every folder, whatever is remembered of it."""
        self._database.execute("UPDATE folder SET mark = NULL")
        return self._refresh()

    def _open(self, file: Path | None) -> None:
        """Remember in `file`, or in memory."""
        database = sqlite3.connect(file or ":memory:", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, database.close)
        database.execute("PRAGMA cache_spill = OFF")  # who reads meanwhile is kept waiting at the end only
        database.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        database.executescript(_SCHEMA)
        self._database = database

    @contextmanager
    def _transaction(self, *, patience: int) -> Iterator[None]:
        self._database.execute(f"PRAGMA busy_timeout = {patience}")
        self._database.execute("BEGIN IMMEDIATE")
        self._database.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            yield
        finally:  # also after an error: what was added until then is on disk
            self.digest()
            self._database.execute("COMMIT")

    def _stale(self) -> dict[str, str | None]:
        """Return the folders that are not as remembered, with what to know them by; None for one that is gone."""
        known = dict(self._database.execute("SELECT name, mark FROM folder"))
        now = {entry.name: _mark(entry.stat()) for entry in os.scandir(self._records) if entry.is_dir()}
        held = {name for (name,) in self._database.execute("SELECT name FROM folder WHERE digest <> ''")}
        return {name: now.get(name) for name in now.keys() | held if now.get(name) != known.get(name)}

    def _refresh(self) -> Listing:
        names: list[FileName] = []
        strays: list[str] = []
        for folder, mark in sorted(self._stale().items()):
            here, others = self._list(folder) if mark is not None else ([], [])
            if len({(name.article, name.version) for name in here}) < len(here) or others or _is_recent(mark):
                mark = None  # noqa: PLW2901 - a writer still has to tidy up here, or something may change unnoticed
            self._keep(folder, here, mark)
            names += here
            strays += others
        return Listing(tuple(names), tuple(strays))

    def _list(self, folder: str) -> tuple[list[FileName], list[str]]:
        names, strays = [], []
        for file in os.scandir(self._records / folder):
            name = parse(file.name)
            if name is None:
                strays.append(file.path)
            else:
                names.append(name)
        return names, strays

    def _keep(self, folder: str, names: Iterable[FileName], mark: str | None) -> None:
        now, before = set(names), self._names(folder)
        sql = f"DELETE FROM record WHERE (folder, {_NAME}) = (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - no value
        self._database.executemany(sql, [(folder, *name) for name in before - now])
        rows = [(folder, *name) for name in now - before]
        self._database.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        self._database.execute("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", (folder, mark, _digest(now)))

    def _names(self, folder: str) -> set[FileName]:
        rows = self._database.execute(f"SELECT {_NAME} FROM record WHERE folder = ?", (folder,))  # noqa: S608 - no value
        return {FileName(*row) for row in rows}

    def _together(self, keys: Iterable[str]) -> Versions:
        """Return all names that share id, url or text with `keys`, or with one that does, and so on."""
        waiting, seen = set(keys) - {NO_URL}, {NO_URL}
        found: set[FileName] = set()
        while waiting:
            key = waiting.pop()
            seen.add(key)
            for row in self._database.execute(_OF_KEY, {"key": key}):
                name = FileName(*row)
                found.add(name)
                waiting |= set(keys_of(name)) - seen
        return Versions(sorted(found, key=lambda name: name.rank))


def _digest(names: Iterable[FileName]) -> str:
    """Return what a folder with `names` is known by; nothing where it is empty, as if it were not there."""
    lines = sorted("-".join(name) for name in names)
    return sha256("\n".join(lines).encode()).hexdigest() if lines else ""


def _mark(found: os.stat_result) -> str:
    """Return what changes with every file that comes into a folder or goes."""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _is_recent(mark: str | None) -> bool:
    if mark is None:
        return False
    modified, changed, _ = map(int, mark.split())
    return max(modified, changed) > time.time_ns() - _SETTLED
