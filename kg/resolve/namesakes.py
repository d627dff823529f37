"""Two people of one full name, told apart by the states whose posts they hold, or by what somebody decided.

Articles call both "person-ivan-petrov". Where some give that name a post in one state and others a post in another, and
none gives it posts in both, it is two people: "person-ivan-petrov.ua" and "person-ivan-petrov.ru". Articles that say
nothing of a post can mean either, so they keep the name's own key and are joined with neither, unless nearly all
articles mean one: then that one keeps the name's own key.

Somebody may also say that an article means somebody else by a name; then the name has a key of that article's own.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.resolve.decisions import Decisions
from kg.resolve.keys import is_scoped, slug
from kg.resolve.traces import Trace

_SCHEMA = """
CREATE TABLE IF NOT EXISTS usage (name TEXT, article TEXT, key TEXT, states TEXT, PRIMARY KEY (name, article))
WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS usage_article ON usage (article);
CREATE TABLE IF NOT EXISTS stated (name TEXT, states TEXT, n INTEGER, PRIMARY KEY (name, states)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared_name (name TEXT PRIMARY KEY, people TEXT) WITHOUT ROWID;
"""

_COUNT = "INSERT INTO stated VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1"

_PERSON = "person-"

FAR_MORE = 10
"""One of several people of a name has it for their own when this many times as many articles speak of them as of all
others: the others may be no more than misread posts."""


class Renaming(NamedTuple):
    """That an article now means by the key `new` what it meant by `old`."""

    article: str
    old: str
    new: str


class Namesakes:
    """Which key each name has in each article, in tables of the index."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the tables where they are missing."""
        self._database = database
        database.executescript(_SCHEMA)
        self._touched: dict[str, set[str]] = {}

    def put(self, trace: Trace) -> None:
        """Note the names of an article that is not there, each with the states whose posts it gives them."""
        states: dict[str, set[str]] = {}
        for named in trace.names:
            if not named.implied:
                states.setdefault(named.key, set()).update(named.states)
        for name, codes in states.items():
            said = " ".join(sorted(codes))
            self._database.execute("INSERT INTO usage VALUES (?, ?, ?, ?)", (name, trace.article, name, said))
            if said:
                self._database.execute(_COUNT, (name, said))
            if name.startswith(_PERSON):
                self._touched.setdefault(name, set()).add(trace.article)

    def drop(self, article: str) -> None:
        """Forget an article."""
        rows = self._database.execute("SELECT name, states FROM usage WHERE article = ?", (article,)).fetchall()
        for name, said in rows:
            self._database.execute("UPDATE stated SET n = n - 1 WHERE name = ? AND states = ?", (name, said))
            if name.startswith(_PERSON):
                self._touched.setdefault(name, set()).discard(article)
        self._database.execute("DELETE FROM usage WHERE article = ?", (article,))

    def look_again(self, name: str, article: str) -> None:
        """Note that somebody decided something on the name in the article, or took that back."""
        if self._key(name, article) is not None:
            self._touched.setdefault(name, set()).add(article)

    def settle(self, decisions: Decisions) -> Iterator[Renaming]:
        """Yield what articles now mean by another key than before."""
        for name, article in decisions.apart:
            self.look_again(name, article)
        for name, articles in sorted(self._touched.items()):
            before, now = self._people(name), people(name, self._stated(name))
            if now != before:
                self._database.execute("INSERT OR REPLACE INTO shared_name VALUES (?, ?)", (name, json.dumps(now)))
                rows = self._database.execute("SELECT article FROM usage WHERE name = ?", (name,))
                articles = articles | {article for (article,) in rows}  # noqa: PLW2901 - all are looked at again
            for article in sorted(articles):
                yield from self._renamed(name, article, now, decisions)
        self._touched.clear()

    def _renamed(self, name: str, article: str, people: Mapping[str, str], decisions: Decisions) -> Iterator[Renaming]:
        sql = "SELECT key, states FROM usage WHERE name = ? AND article = ?"
        old, said = self._database.execute(sql, (name, article)).fetchone()
        new = decisions.apart.get((name, article)) or next((people[code] for code in said.split() if people), name)
        if new != old:
            sql = "UPDATE usage SET key = ? WHERE name = ? AND article = ?"
            self._database.execute(sql, (new, name, article))
            yield Renaming(article, old, new)

    def _key(self, name: str, article: str) -> str | None:
        sql = "SELECT key FROM usage WHERE name = ? AND article = ?"
        row = self._database.execute(sql, (name, article)).fetchone()
        return None if row is None else str(row[0])

    def _stated(self, name: str) -> dict[str, int]:
        rows = self._database.execute("SELECT states, n FROM stated WHERE name = ? AND n > 0", (name,))
        return dict(rows.fetchall())

    def _people(self, name: str) -> dict[str, str]:
        row = self._database.execute("SELECT people FROM shared_name WHERE name = ?", (name,)).fetchone()
        return {} if row is None else dict(json.loads(row[0]))


def people(name: str, stated: Mapping[str, int]) -> dict[str, str]:
    """Return the key of the person of that name who holds posts in a state, by the state's code; {} for one person.

    Args:
        name: the key that all have in common.
        stated: in how many articles the name has posts in which states ("ge ua": in both).
    """
    groups: list[tuple[set[str], int]] = []
    for said, n in sorted(stated.items()):
        codes, together, apart = set(said.split()), n, []
        for others, m in groups:
            if codes & others:
                codes, together = codes | others, together + m
            else:
                apart.append((others, m))
        groups = [*apart, (codes, together)]
    if len(groups) <= 1 or "." in name or is_scoped(name):
        return {}
    total = sum(n for _, n in groups)
    return {
        code: name if n >= FAR_MORE * (total - n) else f"{name}.{slug(min(codes))}"
        for codes, n in groups
        for code in codes
    }


def are_apart(one: str, other: str) -> bool:
    """Say whether two keys are of two people with one full name.

    >>> are_apart("person-ivan-petrov.ua", "person-ivan-petrov")
    True
    """
    return one != other and _name(one) == _name(other)


def state_of(key: str) -> str | None:
    """Return the code of the state whose posts tell the person called `key` from others of the name."""
    name, _, code = key.partition(".")
    return code if name != key and _name(key) == name else None


def _name(key: str) -> str:
    name, _, code = key.partition(".")
    return name if key.startswith(_PERSON) and code and "." not in code else key
