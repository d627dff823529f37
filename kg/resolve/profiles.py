"""The names that articles use, in tables of the index, and what all articles together say under each key."""

import json
import sqlite3
from collections.abc import Iterable

from kg.resolve.traces import UNDATED, Named, Trace
from kg.resolve.who import Profile

_SCHEMA = """
CREATE TABLE IF NOT EXISTS naming (key TEXT, article TEXT, entity TEXT, forms TEXT, PRIMARY KEY (article, entity))
WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS naming_key ON naming (key);
CREATE TABLE IF NOT EXISTS form (key TEXT, aspect TEXT, value TEXT, n INTEGER, PRIMARY KEY (key, aspect, value))
WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_unsaid ON form (n) WHERE n = 0;
"""

_COUNT = "INSERT INTO form VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1"
_UNCOUNT = "UPDATE form SET n = n - 1 WHERE key = ? AND aspect = ? AND value = ?"
_DAY = len("2025-07-22")


class Profiles:
    """What is said under each key, counted so that an article can be taken out again."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the tables where they are missing."""
        self._database = database
        database.executescript(_SCHEMA)

    def put(self, trace: Trace) -> set[str]:
        """Count the names of an article that is not there; return their keys."""
        counted: set[str] = set()
        for named in trace.names:
            forms = _forms(named)
            if not named.implied and named.key not in counted:
                counted.add(named.key)
                forms.append(("article", trace.published[:_DAY]))
            row = (named.key, trace.article, named.entity, json.dumps(forms, ensure_ascii=False))
            self._database.execute("INSERT INTO naming VALUES (?, ?, ?, ?)", row)
            self._database.executemany(_COUNT, [(named.key, *form) for form in forms])
        return {named.key for named in trace.names}

    def drop(self, article: str) -> set[str]:
        """Forget the names of an article; return their keys."""
        keys = set()
        rows = self._database.execute("SELECT key, forms FROM naming WHERE article = ?", (article,)).fetchall()
        for key, forms in rows:
            self._database.executemany(_UNCOUNT, [(key, *form) for form in json.loads(forms)])
            keys.add(str(key))
        self._database.execute("DELETE FROM naming WHERE article = ?", (article,))
        return keys

    def rename(self, article: str, old: str, new: str) -> None:
        """Count under the key `new` what the article says under `old`."""
        rows = self._database.execute("SELECT forms FROM naming WHERE article = ? AND key = ?", (article, old))
        for (said,) in rows.fetchall():
            forms = json.loads(said)
            self._database.executemany(_UNCOUNT, [(old, *form) for form in forms])
            self._database.executemany(_COUNT, [(new, *form) for form in forms])
        self._database.execute("UPDATE naming SET key = ? WHERE article = ? AND key = ?", (new, article, old))

    def sweep(self) -> None:
        """Remove what no article says any more."""
        self._database.execute("DELETE FROM form WHERE n = 0")

    def profile(self, key: str) -> Profile:
        """Return what all articles together say under `key`."""
        aspects: dict[str, dict[str, int]] = {}
        rows = self._database.execute("SELECT aspect, value, n FROM form WHERE key = ? AND n > 0", (key,))
        for aspect, value, n in rows:
            aspects.setdefault(aspect, {})[value] = n
        days = aspects.get("article", {})
        return Profile(
            key=key,
            names=aspects.get("name", {}),
            types=aspects.get("type", {}),
            aliases=frozenset(aspects.get("alias", ())),
            same_as=frozenset(aspects.get("same_as", ())),
            countries=aspects.get("country", {}),
            spots=aspects.get("spot", {}),
            posts=frozenset(aspects.get("post", ())),
            lands=frozenset(aspects.get("land", ())),
            implied=aspects.get("implied", {}),
            articles=sum(days.values()),
            days=frozenset(days) - {UNDATED},
        )

    def keys(self, article: str) -> dict[str, str]:
        """Return the key of each entity that an article names, by the entity's id."""
        sql = "SELECT entity, key FROM naming WHERE article = ? AND entity NOT LIKE 'implied-%'"
        return dict(self._database.execute(sql, (article,)).fetchall())

    def is_named(self, key: str) -> bool:
        """Say whether an article uses the name `key`."""
        return self._database.execute("SELECT 1 FROM naming WHERE key = ? LIMIT 1", (key,)).fetchone() is not None

    def articles(self, keys: Iterable[str]) -> set[str]:
        """Return the articles that use one of the names `keys`."""
        found: set[str] = set()
        for key in keys:
            found |= {row[0] for row in self._database.execute("SELECT article FROM naming WHERE key = ?", (key,))}
        return found

    def in_one_article(self, one: str, other: str) -> bool:
        """Say whether an article uses both names."""
        sql = "SELECT 1 FROM naming AS a JOIN naming AS b USING (article) WHERE a.key = ? AND b.key = ? LIMIT 1"
        return self._database.execute(sql, (one, other)).fetchone() is not None


def _forms(named: Named) -> list[tuple[str, str]]:
    """Return what is counted under a name's key, as pairs of aspect and value."""
    if named.implied:
        return [("implied", named.name), ("type", named.type)]
    forms = [("name", named.name), ("type", named.type)]
    forms += [("alias", alias) for alias in named.aliases]
    forms += [("same_as", iri) for iri in named.same_as]
    forms += [("post", post) for post in named.posts]
    forms += [("land", land) for land in named.lands]
    if named.country is not None:
        forms.append(("country", named.country))
    if named.spot is not None:
        forms.append(("spot", json.dumps(named.spot)))
    return forms
