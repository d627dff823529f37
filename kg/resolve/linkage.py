"""Groups that are kept while nodes come, change and go, at a cost that depends on their neighbours alone.

A node stands in blocks; nodes that share one are compared, and those that are alike get a link. Links make components,
and each component is grouped by itself (`kg.resolve.clustering`). Whatever changes, only the components that it touches
are grouped again: so the groups are those that a new start from all nodes would give, in whatever order they came.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Any, NamedTuple

from kg.resolve.clustering import Group, Link, group

_SCHEMA = """
CREATE TABLE IF NOT EXISTS {0}_block (block TEXT, node TEXT, PRIMARY KEY (block, node)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS {0}_block_node ON {0}_block (node);
CREATE TABLE IF NOT EXISTS {0}_link (
    one TEXT, other TEXT, score REAL, reason TEXT, rule TEXT, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS {0}_link_other ON {0}_link (other);
CREATE TABLE IF NOT EXISTS {0}_head (node TEXT PRIMARY KEY, head TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS {0}_head_head ON {0}_head (head);
CREATE TABLE IF NOT EXISTS {0}_used (
    one TEXT, other TEXT, head TEXT, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS {0}_used_head ON {0}_used (head);
CREATE INDEX IF NOT EXISTS {0}_used_other ON {0}_used (other);
CREATE TABLE IF NOT EXISTS {0}_against (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""

_AT_ONCE = 500
"""Values in one question; SQLite allows some thousands."""


class Judge(NamedTuple):
    """What a kind of node is compared by; all are pure functions of the nodes as they are now.

    `against` says whether a node says something against another of another group.
    """

    blocks: Callable[[str], Iterable[str]]
    link: Callable[[str, str], Link | None]
    conflict: Callable[[str, str], bool]
    head: Callable[[tuple[str, ...]], str]
    against: Callable[[str, str], bool] = lambda _one, _other: False


class Changed(NamedTuple):
    """Heads of groups that are new or no longer what they were, heads that are gone, and nodes with another head."""

    heads: set[str]
    gone: set[str]
    moved: set[str]


class Linkage:
    """The groups of one kind of node, in tables of a database whose names begin with `name`."""

    def __init__(self, database: sqlite3.Connection, name: str, judge: Judge) -> None:
        """Make the tables where they are missing."""
        self._database = database
        self._judge = judge
        self._name = name
        database.executescript(_SCHEMA.format(name))

    def head(self, node: str) -> str:
        """Return the head of the group of `node`.

        Raises:
            KeyError: there is no such node.
        """
        row = self._one("SELECT head FROM {0}_head WHERE node = ?", node)
        if row is None:
            raise KeyError(node)
        return str(row[0])

    def group(self, head: str) -> Group:
        """Return the group with the head `head`; its members are empty where there is none."""
        members = tuple(sorted(str(node) for (node,) in self._all("SELECT node FROM {0}_head WHERE head = ?", head)))
        links = self._all(
            "SELECT one, other, score, reason, rule FROM {0}_used JOIN {0}_link USING (one, other) WHERE head = ?", head
        )
        return Group(members, tuple(sorted((one, other, Link(*link)) for one, other, *link in links)))

    def heads(self) -> Iterator[str]:
        """Yield the head of every group, sorted."""
        return (str(head) for (head,) in self._all("SELECT DISTINCT head FROM {0}_head ORDER BY head"))

    def near(self, node: str) -> set[str]:
        """Return the nodes that share a block with `node`."""
        rows = self._all(
            "SELECT DISTINCT b.node FROM {0}_block AS a JOIN {0}_block AS b USING (block) WHERE a.node = ?", node
        )
        return {str(other) for (other,) in rows} - {node}

    def blocks(self, node: str) -> set[str]:
        """Return the blocks that `node` stands in."""
        return {str(block) for (block,) in self._all("SELECT block FROM {0}_block WHERE node = ?", node)}

    def standing_in(self, blocks: Iterable[str]) -> set[str]:
        """Return the nodes that stand in one of `blocks`."""
        found: set[str] = set()
        for some in batched(blocks, _AT_ONCE):
            marks = ", ".join("?" * len(some))
            rows = self._all(f"SELECT node FROM {{0}}_block WHERE block IN ({marks})", *some)  # noqa: S608 - question marks
            found |= {str(node) for (node,) in rows}
        return found

    def settle(self, dirty: set[str], gone: set[str]) -> Changed:
        """Bring the groups up to date with nodes that are new or changed (`dirty`) and nodes that are `gone`."""
        touched = dirty | gone
        before = {node: head for node in touched if (head := self._head_or_none(node)) is not None}
        start = set(dirty)
        opposed: set[str] = set()
        for node in touched:
            start |= self._linked(node)
            opposed |= self.opposed(node)
            self._forget(node)
        for node in sorted(dirty):
            rows = [(block, node) for block in set(self._judge.blocks(node))]
            self._many("INSERT INTO {0}_block VALUES (?, ?)", rows)
        for node in sorted(dirty):
            self._link(node, dirty)
            opposed |= self.opposed(node)
        changed = self._regroup(start - gone, dirty=dirty, before=before, gone=gone)
        return changed._replace(heads=changed.heads | {self.head(node) for node in opposed - gone})

    def opposed(self, node: str) -> set[str]:
        """Return the nodes that say something against `node`, or that it says something against."""
        ones = self._all("SELECT other FROM {0}_against WHERE one = ?", node)
        return {str(other) for (other,) in ones}

    def _link(self, node: str, dirty: set[str]) -> None:
        """Compare `node` with its neighbours; two that are both dirty only once."""
        rows, against = [], []
        for other in self.near(node):
            if other in dirty and other < node:
                continue
            pair = (min(node, other), max(node, other))
            if (link := self._judge.link(*pair)) is not None:
                rows.append((*pair, *link))
            elif self._judge.against(*pair):
                against += [pair, pair[::-1]]
        self._many("INSERT OR REPLACE INTO {0}_link VALUES (?, ?, ?, ?, ?)", rows)
        self._many("INSERT OR REPLACE INTO {0}_against VALUES (?, ?)", against)

    def _regroup(self, start: set[str], *, dirty: set[str], before: dict[str, str], gone: set[str]) -> Changed:
        """Group the components of `start` anew and say what has become of their groups."""
        old: dict[str, str] = dict(before)
        new: dict[str, str] = {}
        heads: set[str] = set()
        seen: set[str] = set()
        for node in sorted(start):
            if node in seen:
                continue
            members, links = self._component(node)
            seen |= members
            for member in members - old.keys():
                if (head := self._head_or_none(member)) is not None:
                    old[member] = head
            for found in group(members, links, self._judge.conflict):
                head = self._judge.head(found.members)
                new |= dict.fromkeys(found.members, head)
                same = {old.get(member) for member in found.members} == {head} and dirty.isdisjoint(found.members)
                if not same or self.group(head).links != tuple(sorted(found.links)):
                    heads.add(head)
                self._keep(head, found)
        self._many("DELETE FROM {0}_head WHERE node = ?", [(node,) for node in gone])
        for head in {head for node, head in old.items() if new.get(node) != head}:
            if self._one("SELECT 1 FROM {0}_head WHERE head = ?", head) is not None:
                heads.add(head)  # it has lost a member
        lost = {head for head in old.values() if self._one("SELECT 1 FROM {0}_head WHERE head = ?", head) is None}
        return Changed(heads, lost, {node for node, head in new.items() if old.get(node) != head})

    def _component(self, node: str) -> tuple[set[str], dict[tuple[str, str], Link]]:
        members, links = {node}, {}
        waiting = [node]
        while waiting:
            here = waiting.pop()
            rows = self._all("SELECT one, other, score, reason, rule FROM {0}_link WHERE one = ?", here)
            rows += self._all("SELECT one, other, score, reason, rule FROM {0}_link WHERE other = ?", here)
            for one, other, *link in rows:
                links[one, other] = Link(*link)
                there = other if one == here else one
                if there not in members:
                    members.add(there)
                    waiting.append(there)
        return members, links

    def _keep(self, head: str, found: Group) -> None:
        self._many("INSERT OR REPLACE INTO {0}_head VALUES (?, ?)", [(node, head) for node in found.members])
        self._many("DELETE FROM {0}_used WHERE one = ? OR other = ?", [(node, node) for node in found.members])
        rows = [(one, other, head) for one, other, _ in found.links]
        self._many("INSERT INTO {0}_used VALUES (?, ?, ?)", rows)

    def _forget(self, node: str) -> None:
        self._all("DELETE FROM {0}_block WHERE node = ?", node)
        self._all("DELETE FROM {0}_link WHERE one = ? OR other = ?", node, node)
        self._all("DELETE FROM {0}_used WHERE one = ? OR other = ?", node, node)
        self._many(
            "DELETE FROM {0}_against WHERE one = ? AND other = ?", [(other, node) for other in self.opposed(node)]
        )
        self._all("DELETE FROM {0}_against WHERE one = ?", node)

    def _linked(self, node: str) -> set[str]:
        ones = self._all("SELECT other FROM {0}_link WHERE one = ?", node)
        others = self._all("SELECT one FROM {0}_link WHERE other = ?", node)
        return {str(row[0]) for row in (*ones, *others)}

    def _head_or_none(self, node: str) -> str | None:
        row = self._one("SELECT head FROM {0}_head WHERE node = ?", node)
        return None if row is None else str(row[0])

    def _many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._database.executemany(sql.format(self._name), rows)

    def _one(self, sql: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._database.execute(sql.format(self._name), values).fetchone()
        return row

    def _all(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        return self._database.execute(sql.format(self._name), values).fetchall()
