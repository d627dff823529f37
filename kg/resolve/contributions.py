"""What each article tells, beside the names it uses, in tables of the index: events, posts, outlet and text."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from kg.resolve import deaths
from kg.resolve.copies import Signature
from kg.resolve.traces import Holding, Party, Telling, Trace, telling_from_json, telling_to_json

_SCHEMA = """
CREATE TABLE IF NOT EXISTS telling (report TEXT PRIMARY KEY, article TEXT, data TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS telling_article ON telling (article);
CREATE TABLE IF NOT EXISTS deed (key TEXT, report TEXT, deadly INTEGER, PRIMARY KEY (key, report)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deed_report ON deed (report);
CREATE TABLE IF NOT EXISTS holding (
    role TEXT PRIMARY KEY, published TEXT, person TEXT, category TEXT, body TEXT, title TEXT, status TEXT, since TEXT,
    until TEXT, courtesy INTEGER, article TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS holding_person ON holding (person);
CREATE INDEX IF NOT EXISTS holding_body ON holding (body);
CREATE INDEX IF NOT EXISTS holding_article ON holding (article);
CREATE TABLE IF NOT EXISTS article (article TEXT PRIMARY KEY, published TEXT, outlet TEXT, signature TEXT)
WITHOUT ROWID;
"""

_SAID = Holding._fields.index("courtesy")
"""Fields of a holding up to this one are columns of the table."""

type Doer = tuple[str, bool]
"""The key of somebody who did something or died of it, and whether they died."""


class Contributions:
    """Events, posts, outlets and texts, by article."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the tables where they are missing."""
        self._database = database
        database.executescript(_SCHEMA)

    def put(self, trace: Trace) -> set[Doer]:
        """Keep what an article tells that is not there; return who does or suffers something in it."""
        about = (trace.article, trace.published, trace.outlet, json.dumps(trace.signature))
        self._database.execute("INSERT INTO article VALUES (?, ?, ?, ?)", about)
        tellings = [(one.report, trace.article, telling_to_json(one)) for one in trace.tellings]
        self._database.executemany("INSERT INTO telling VALUES (?, ?, ?)", tellings)
        holdings = [(*holding[: _SAID + 1], trace.article) for holding in trace.holdings]
        self._database.executemany("INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", holdings)
        return self._do(trace.tellings)

    def drop(self, article: str) -> tuple[bool, set[str], set[Doer]]:
        """Forget what an article tells; return whether it was there, its reports, and who does something in them."""
        execute = self._database.execute
        reports = self.reports_of([article])
        there = execute("DELETE FROM article WHERE article = ?", (article,)).rowcount > 0
        execute("DELETE FROM telling WHERE article = ?", (article,))
        execute("DELETE FROM holding WHERE article = ?", (article,))
        return there, reports, self._undo(reports)

    def rename(self, article: str, old: str, new: str) -> set[Doer]:
        """Call `new` what the article calls `old`; return who does something in its reports, under both keys."""
        execute = self._database.execute
        execute("UPDATE article SET outlet = ? WHERE article = ? AND outlet = ?", (new, article, old))
        for column in ("person", "body"):
            sql = f"UPDATE holding SET {column} = ? WHERE article = ? AND {column} = ?"  # noqa: S608 - our names
            execute(sql, (new, article, old))
        reports = sorted(self.reports_of([article]))
        tellings = [_renamed(self.telling(report), old, new) for report in reports]
        rows = [(telling_to_json(telling), telling.report) for telling in tellings]
        self._database.executemany("UPDATE telling SET data = ? WHERE report = ?", rows)
        return self._undo(reports) | self._do(tellings)

    def telling(self, report: str) -> Telling:
        """Return the telling with the key `report`."""
        (data,) = self._database.execute("SELECT data FROM telling WHERE report = ?", (report,)).fetchone()
        return telling_from_json(data)

    def is_told(self, report: str) -> bool:
        """Say whether there is a telling with the key `report`."""
        return self._database.execute("SELECT 1 FROM telling WHERE report = ?", (report,)).fetchone() is not None

    def reports_of(self, articles: Iterable[str]) -> set[str]:
        """Return the keys of the tellings of `articles`."""
        found: set[str] = set()
        for article in articles:
            rows = self._database.execute("SELECT report FROM telling WHERE article = ?", (article,))
            found |= {row[0] for row in rows}
        return found

    def articles(self) -> list[str]:
        """Return the key of every article, sorted."""
        return [article for (article,) in self._database.execute("SELECT article FROM article ORDER BY article")]

    def is_there(self, article: str) -> bool:
        """Say whether there is an article with the key `article`."""
        return self._database.execute("SELECT 1 FROM article WHERE article = ?", (article,)).fetchone() is not None

    def outlet(self, article: str) -> str | None:
        """Return the key of the outlet of `article`."""
        (outlet,) = self._database.execute("SELECT outlet FROM article WHERE article = ?", (article,)).fetchone()
        return None if outlet is None else str(outlet)

    def signature(self, article: str) -> Signature:
        """Return what the text of `article` is compared by."""
        (found,) = self._database.execute("SELECT signature FROM article WHERE article = ?", (article,)).fetchone()
        return tuple(json.loads(found))

    def earliest(self, articles: tuple[str, ...]) -> str:
        """Return the one of `articles` that was published first."""
        marks = ", ".join("?" * len(articles))
        sql = f"SELECT article FROM article WHERE article IN ({marks}) ORDER BY published, article LIMIT 1"  # noqa: S608
        return str(self._database.execute(sql, articles).fetchone()[0])

    def holdings(self, column: Literal["person", "body"], keys: Iterable[str]) -> list[Holding]:
        """Return the role reports whose person (or body) is one of `keys`.

        Those that say the same on the same day are one: half of all articles may name the head of a state.
        """
        said = ", ".join(Holding._fields[1 : _SAID + 1])
        sql = f"SELECT MIN(role), {said}, COUNT(*) FROM holding WHERE {column} = ? GROUP BY {said}"  # noqa: S608 - no value
        return [Holding(*row) for key in keys for row in self._database.execute(sql, (key,))]

    def in_holdings(self, articles: Iterable[str]) -> set[str]:
        """Return the keys of people and bodies in role reports of `articles`."""
        found: set[str] = set()
        for article in articles:
            for row in self._database.execute("SELECT person, body FROM holding WHERE article = ?", (article,)):
                found |= set(row) - {""}
        return found

    def deeds(self, keys: Iterable[str]) -> list[str]:
        """Return the tellings, sorted, of what people called `keys` did, and of their deaths."""
        sql = "SELECT report FROM deed WHERE key = ?"
        return sorted({report for key in keys for (report,) in self._database.execute(sql, (key,)).fetchall()})

    def has_died(self, keys: Iterable[str]) -> bool:
        """Say whether the death of somebody called `keys` is told."""
        sql = "SELECT 1 FROM deed WHERE key = ? AND deadly LIMIT 1"
        return any(self._database.execute(sql, (key,)).fetchone() is not None for key in keys)

    def _do(self, tellings: Iterable[Telling]) -> set[Doer]:
        deeds = [(key, one.report, deadly) for one in tellings for key, deadly in deaths.deeds(one)]
        self._database.executemany("INSERT OR REPLACE INTO deed VALUES (?, ?, ?)", deeds)
        return {(key, deadly) for key, _, deadly in deeds}

    def _undo(self, reports: Iterable[str]) -> set[Doer]:
        found: set[Doer] = set()
        for report in reports:
            rows = self._database.execute("SELECT key, deadly FROM deed WHERE report = ?", (report,)).fetchall()
            found |= {(key, bool(deadly)) for key, deadly in rows}
            self._database.execute("DELETE FROM deed WHERE report = ?", (report,))
        return found


def _renamed(telling: Telling, old: str, new: str) -> Telling:
    def name(key: str) -> str:
        return new if key == old else key

    return replace(
        telling,
        parties=tuple(sorted(Party(party.role, name(party.entity)) for party in telling.parties)),
        places=tuple(sorted(map(name, telling.places))),
        exact=tuple(sorted(map(name, telling.exact))),
        home=tuple(sorted(map(name, telling.home))),
        wider=tuple(sorted((name(part), name(whole)) for part, whole in telling.wider)),
        speaker=None if telling.speaker is None else name(telling.speaker),
        cited=None if telling.cited is None else name(telling.cited),
    )
