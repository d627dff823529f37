"""Offices that stand for their holder: "Ukraine's president" in an article that never names the president.

Who held a post on the day of an article is taken from what this and other articles say of the post on that day, before
and after it: from the nearest reports alone, so that a new report changes who is meant between its neighbours only.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from kg.resolve.clustering import Link
from kg.resolve.decisions import Decisions
from kg.resolve.traces import UNDATED, Trace

RULE = "office"

LASTS = 366
"""Days for which somebody is taken to stay in a post when nobody says otherwise."""

SOON = 31
"""Days after an article within which the first report of a holder is taken to hold for it too."""

_HELD = ("current", "acting")
_DAY = len("2025-07-22")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS office (
    key TEXT PRIMARY KEY, article TEXT, post TEXT, day TEXT, holder TEXT, score REAL, reason TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS office_post ON office (post, day);
CREATE INDEX IF NOT EXISTS office_holder ON office (holder);
CREATE INDEX IF NOT EXISTS office_article ON office (article);
CREATE TABLE IF NOT EXISTS incumbent (
    post TEXT, day TEXT, person TEXT, status TEXT, since TEXT, article TEXT,
    PRIMARY KEY (post, day, person, status, since, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS incumbent_person ON incumbent (person);
CREATE INDEX IF NOT EXISTS incumbent_article ON incumbent (article);
"""

type Head = Callable[[str], str | None]
"""Gives the head of a key, None for a key that no article uses."""


class Holder(NamedTuple):
    """Who is meant, by key, and why."""

    person: str
    score: float
    reason: str


class Shifts(NamedTuple):
    """What has become of offices.

    `articles` are those in which one means another than before; `people` the keys of those who are meant now or were
    before. Of the keys of offices, `shown` stand for nobody any more, `hidden` for somebody now, and those that are
    `gone` stood for somebody.
    """

    articles: set[str]
    people: set[str]
    shown: set[str]
    hidden: set[str]
    gone: set[str]


class _Reports(NamedTuple):
    """Who is said on a day to hold a post: keys of people by their heads, and the latest date since when, or ""."""

    day: str
    heads: Mapping[str, str]
    since: str

    @property
    def one(self) -> str | None:
        """The head of the only holder."""
        return next(iter(self.heads)) if len(self.heads) == 1 else None

    @property
    def person(self) -> str:
        """The key of the first of them."""
        return min(self.heads.values())


class Offices:
    """Whom each office in each article stands for, in tables of the index."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Make the tables where they are missing."""
        self._database = database
        database.executescript(_SCHEMA)
        self._fresh: set[str] = set()
        self._again: set[str] = set()
        self._days: set[tuple[str, str]] = set()
        self._dropped: dict[str, str | None] = {}

    def put(self, trace: Trace) -> None:
        """Note the offices and incumbents of an article that is not there; those of no known day are passed over."""
        if trace.published == UNDATED:
            return
        day = trace.published[:_DAY]
        rows = [(one.key, trace.article, one.post, day) for one in trace.offices]
        self._database.executemany("INSERT INTO office VALUES (?, ?, ?, ?, NULL, NULL, NULL)", rows)
        self._fresh |= {one.key for one in trace.offices}
        said = {(one.post, day, one.person, one.status, one.since, trace.article) for one in trace.incumbents}
        self._database.executemany("INSERT INTO incumbent VALUES (?, ?, ?, ?, ?, ?)", said)
        self._days |= {(one.post, day) for one in trace.incumbents}

    def drop(self, article: str) -> None:
        """Forget an article."""
        rows = dict(self._database.execute("SELECT key, holder FROM office WHERE article = ?", (article,)).fetchall())
        self._dropped |= {key: holder for key, holder in rows.items() if key not in self._fresh}
        self._fresh -= rows.keys()
        self._days.update(self._database.execute("SELECT post, day FROM incumbent WHERE article = ?", (article,)))
        for table in ("office", "incumbent"):
            self._database.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - our names

    def rename(self, article: str, old: str, new: str) -> None:
        """Call `new` whom the article calls `old`."""
        sql = "SELECT post, day FROM incumbent WHERE article = ? AND person = ?"
        self._days.update(self._database.execute(sql, (article, old)))
        sql = "UPDATE incumbent SET person = ? WHERE article = ? AND person = ?"
        self._database.execute(sql, (new, article, old))

    def look_again(self, key: str) -> None:
        """Note that somebody decided something on the office with the key `key`, or took that back."""
        self._again.add(key)

    def settle(self, head: Head, moved: set[str], decisions: Decisions) -> Shifts:
        """Find out anew whom offices stand for, where that may be another than before.

        Args:
            head: of the key of a person.
            moved: keys with another head than before.
            decisions: of people, which win.
        """
        shifts = Shifts(set(), set(), set(), set(), set())
        for key in sorted(self._concerned(moved)):
            sql = "SELECT article, post, day, holder, score, reason FROM office WHERE key = ?"
            row = self._database.execute(sql, (key,)).fetchone()
            if row is None:
                continue
            article, post, day, *was = row
            now = self._holder(post, day, head)
            if now is not None and _is_denied(key, now.person, head, decisions):
                now = None
            values = now or (None, None, None)
            self._database.execute("UPDATE office SET holder = ?, score = ?, reason = ? WHERE key = ?", (*values, key))
            is_new = key in self._fresh and key not in self._dropped
            before, after = self._dropped.pop(key, was[0]), values[0]
            if tuple(was) != tuple(values) or before != after or after in moved:
                shifts.people.update({before, after} - {None})
            if before != after or after in moved:
                shifts.articles.add(article)
            if before is None and after is not None and not is_new:
                shifts.hidden.add(key)
            if before is not None and after is None:
                shifts.shown.add(key)
        for key, before in self._dropped.items():
            if before is not None:
                shifts.gone.add(key)
                shifts.people.add(before)
        self._fresh, self._again, self._days, self._dropped = set(), set(), set(), {}
        return shifts

    def holder(self, key: str) -> str | None:
        """Return the key of the person whom the office with the key `key` stands for."""
        row = self._database.execute("SELECT holder FROM office WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def standing(self) -> set[str]:
        """Return the keys of all offices that stand for somebody."""
        return {key for (key,) in self._database.execute("SELECT key FROM office WHERE holder IS NOT NULL")}

    def held_by(self, people: Iterable[str]) -> list[tuple[str, str, Link]]:
        """Return the offices that stand for one of `people`: its key, the person's, and why."""
        sql = "SELECT key, holder, score, reason FROM office WHERE holder = ? ORDER BY key"
        rows = [row for person in people for row in self._database.execute(sql, (person,))]
        return [(key, holder, Link(score, reason, RULE)) for key, holder, score, reason in rows]

    def _concerned(self, moved: set[str]) -> set[str]:
        """Return the offices of which somebody else may be meant: those between reports that are new or gone."""
        found = self._fresh | self._again
        for post, day in self._days:
            first, last = self._day(post, "<", day) or "", self._day(post, ">", day) or UNDATED
            sql = "SELECT key FROM office WHERE post = ? AND day BETWEEN ? AND ?"
            found |= {key for (key,) in self._database.execute(sql, (post, first, last))}
        for person in moved:
            posts = self._database.execute("SELECT DISTINCT post FROM incumbent WHERE person = ?", (person,)).fetchall()
            for post in posts:
                found |= {key for (key,) in self._database.execute("SELECT key FROM office WHERE post = ?", post)}
        return found

    def _day(self, post: str, side: Literal["<", "<=", ">", ">="], day: str) -> str | None:
        """Return the day of the nearest report of a holder on one side of `day`."""
        order = "DESC" if side.startswith("<") else "ASC"
        sql = (
            f"SELECT day FROM incumbent WHERE post = ? AND day {side} ? AND status IN (?, ?) "  # noqa: S608 - our words
            f"ORDER BY day {order} LIMIT 1"
        )
        row = self._database.execute(sql, (post, day, *_HELD)).fetchone()
        return None if row is None else str(row[0])

    def _reports(self, post: str, day: str | None, head: Head) -> _Reports | None:
        if day is None:
            return None
        sql = "SELECT person, since FROM incumbent WHERE post = ? AND day = ? AND status IN (?, ?) ORDER BY person DESC"
        rows = self._database.execute(sql, (post, day, *_HELD)).fetchall()
        heads = {found: person for person, _ in rows if (found := head(person)) is not None}
        return _Reports(day, heads, max(since for _, since in rows))

    def _holder(self, post: str, day: str, head: Head) -> Holder | None:
        """Return who held `post` on `day`."""
        before = self._reports(post, self._day(post, "<=", day), head)
        after = self._reports(post, self._day(post, ">=", day), head)
        if any(known is not None and known.one is None for known in (before, after)):
            return None
        if before is None:
            return None if after is None else _first_known(after, day)
        if after is not None and before.one == after.one:
            said = f"on {day}" if before.day == after.day else f"on {before.day} and {after.day}"
            return Holder(min(before.person, after.person), 0.95, f"said to hold the post {said}")
        if after is not None and not _is_later(after.since, day):
            return None
        if _days(before.day, day) > LASTS or self._has_left(post, before, head):
            return None
        return Holder(before.person, 0.85, f"said to hold the post on {before.day}, and nobody else since then")

    def _has_left(self, post: str, last: _Reports, head: Head) -> bool:
        """Say whether somebody is called former after the last report that calls them a holder."""
        sql = "SELECT DISTINCT person FROM incumbent WHERE post = ? AND day >= ? AND status NOT IN (?, ?)"
        rows = self._database.execute(sql, (post, last.day, *_HELD)).fetchall()
        return last.one in {head(person) for (person,) in rows}


def _first_known(after: _Reports, day: str) -> Holder | None:
    """Return who held a post on `day` of whose holders nobody tells before, where they may have held it then."""
    if after.since:
        early = not _is_later(after.since, day)
        return Holder(after.person, 0.85, f"said to hold the post since {after.since}") if early else None
    if _days(day, after.day) > SOON:
        return None
    return Holder(after.person, 0.75, f"said to hold the post on {after.day}, and nobody else before")


def _is_denied(key: str, person: str, head: Head, decisions: Decisions) -> bool:
    """Say whether somebody decided whom the office stands for, or that it is not this person."""
    others = decisions.others(key)
    if any(decisions.link(key, other) for other in others):
        return True
    return any(decisions.different(key, other) and head(other) == head(person) for other in others)


def _is_later(since: str, day: str) -> bool:
    """Say whether the TIMEX3 value `since` surely lies after `day`."""
    return since[:1].isdigit() and since[:_DAY] > day[: len(since)]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
