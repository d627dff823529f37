"""What people have decided: who is the same, who is not, which facts are wrong or right. They win over rules."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from kg.resolve.clustering import Link
from kg.resolve.keys import KEY_LENGTH

_ARTICLE = "article-"

BY_HAND = "curation"
"""The rule of what a person has decided."""


class Checked(NamedTuple):
    """Whether somebody found a fact right, why and who, and the key of the article that the fact stands in."""

    right: bool
    why: str
    article: str


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """Decisions in force, about pairs (the smaller first) with who said why.

    A pair are keys of entities, a key and the id of a known entry, event reports, or articles. `facts` are by the names
    of their nodes.
    """

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    not_same: dict[tuple[str, str], str] = field(default_factory=dict)
    facts: dict[str, Checked] = field(default_factory=dict)

    def link(self, one: str, other: str) -> Link | None:
        """Return why somebody said that the two are one, None if nobody did."""
        why = self.same.get(pair(one, other))
        return None if why is None else Link(1.0, why, BY_HAND)

    def different(self, one: str, other: str) -> bool:
        """Say whether somebody said that the two are not one."""
        return pair(one, other) in self.not_same

    @cached_property
    def apart(self) -> dict[tuple[str, str], str]:
        """The keys of what an article calls like something else, by the other's key and the article's."""
        found = {}
        for both in self.not_same:
            for own, name in (both, both[::-1]):
                article = own.removeprefix(f"{name}-")
                if own == own_key(name, article) and len(article) == KEY_LENGTH:
                    found[name, article] = own
        return found

    @property
    def wrong(self) -> frozenset[str]:
        """The names of facts that somebody found wrong."""
        return frozenset(name for name, found in self.facts.items() if not found.right)

    def blocks(self, key: str) -> Iterable[str]:
        """Return what `key` shares with those that somebody said it is one with."""
        return self._blocks.get(key, ())

    def others(self, key: str) -> Collection[str]:
        """Return those of which somebody said that they are, or are not, one with `key`."""
        return self._others.get(key, ())

    def digest(self) -> str:
        """Return a hash of all decisions."""
        return sha256(
            repr([sorted(kind.items()) for kind in (self.same, self.not_same, self.facts)]).encode()
        ).hexdigest()

    def concerned(self, other: "Decisions") -> set[str]:
        """Return the keys on which the two sets of decisions differ."""
        pairs = {*(self.same.items() ^ other.same.items()), *(self.not_same.items() ^ other.not_same.items())}
        return {key for both, _ in pairs for key in both}

    @cached_property
    def _others(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one, other in (*self.same, *self.not_same):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return found

    @cached_property
    def _blocks(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for both in self.same:
            for key in both:
                found.setdefault(key, []).append("same:" + "&".join(both))
        return found


def own_key(name: str, article: str) -> str:
    """Return the key of what the article with the key `article` alone means by `name`."""
    return f"{name}-{article}"


def article_node(article: str) -> str:
    """Return what decisions call the article with the key `article`."""
    return f"{_ARTICLE}{article}"


def article_of(node: str) -> str:
    """Return the key of the article that decisions call `node`."""
    return node.removeprefix(_ARTICLE)


def pair(one: str, other: str) -> tuple[str, str]:
    """Return the two in order."""
    return (one, other) if one < other else (other, one)
