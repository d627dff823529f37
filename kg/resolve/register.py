"""The entries of all lists of known names, in tables of the index: found by what they share with names."""

import sqlite3
from collections.abc import Iterable
from itertools import batched

from kg.resolve.decisions import Decisions
from kg.resolve.entries import Entry, entry_from_json, entry_to_json
from kg.resolve.listing import entry_blocks, lookup
from kg.resolve.who import Profile

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entry_block (block TEXT, id TEXT, PRIMARY KEY (block, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_block_id ON entry_block (id);
"""
_AT_ONCE = 500
"""Values in one question; SQLite allows some thousands."""


class Register:
    """The entries, by their ids."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the tables where they are missing."""
        self._database = database
        database.executescript(_SCHEMA)
        self._empty = database.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is None

    def replace(self, entries: Iterable[Entry]) -> tuple[set[str], set[str]]:
        """Hold `entries` and no others; return the ids of what came, went or changed, and the blocks of these."""
        new = {entry.id: entry_to_json(entry) for entry in entries}
        old = dict(self._database.execute("SELECT id, data FROM entry").fetchall())
        changed = {id_ for id_, _ in new.items() ^ old.items()}
        touched: set[str] = set()
        gone = sorted(changed & old.keys())
        for some in batched(gone, _AT_ONCE):
            touched |= self._asked("SELECT block, '' FROM entry_block WHERE id IN ({})", some).keys()
        for table in ("entry", "entry_block"):
            self._database.executemany(f"DELETE FROM {table} WHERE id = ?", [(id_,) for id_ in gone])  # noqa: S608 - our names
        for id_ in sorted(changed & new.keys()):
            blocks = entry_blocks(entry_from_json(new[id_]))
            self._database.execute("INSERT INTO entry VALUES (?, ?)", (id_, new[id_]))
            self._database.executemany("INSERT INTO entry_block VALUES (?, ?)", [(block, id_) for block in blocks])
            touched |= blocks
        self._empty = not new
        return changed, touched

    def near(self, profile: Profile, decisions: Decisions) -> list[Entry]:
        """Return the entries that `profile` may be: those that share something with it, and those decided about."""
        if self._empty:
            return []
        found: dict[str, str] = {}
        for some in batched(sorted(lookup(profile)), _AT_ONCE):
            found |= self._asked("SELECT id, data FROM entry_block JOIN entry USING (id) WHERE block IN ({})", some)
        for some in batched(sorted(decisions.others(profile.key)), _AT_ONCE):
            found |= self._asked("SELECT id, data FROM entry WHERE id IN ({})", some)
        return [entry_from_json(data) for data in found.values()]

    def _asked(self, sql: str, values: tuple[str, ...]) -> dict[str, str]:
        return dict(self._database.execute(sql.format(", ".join("?" * len(values))), values).fetchall())
