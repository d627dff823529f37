"""What people have decided: who is the same, who is not, which facts are wrong or right. They win over rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kg.resolve.clustering import Link

BY_HAND = "curation"
"""The rule of what a person has decided."""


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """Decisions in force. Keys of entities, or of event reports, in pairs (the smaller first) with who said why.

    `facts` gives for the name of a fact's node whether it is right, with who said why.
    """

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    not_same: dict[tuple[str, str], str] = field(default_factory=dict)
    facts: dict[str, tuple[bool, str]] = field(default_factory=dict)

    def link(self, one: str, other: str) -> Link | None:
        """Return why somebody said that the two are one, None if nobody did."""
        why = self.same.get(pair(one, other))
        return None if why is None else Link(1.0, why, BY_HAND)

    def different(self, one: str, other: str) -> bool:
        """Say whether somebody said that the two are not one."""
        return pair(one, other) in self.not_same

    def blocks(self, key: str) -> Iterable[str]:
        """Return what `key` shares with those that somebody said it is one with."""
        return self._blocks.get(key, ())

    def concerned(self, other: "Decisions") -> set[str]:
        """Return the keys on which the two sets of decisions differ."""
        pairs = {*(self.same.items() ^ other.same.items()), *(self.not_same.items() ^ other.not_same.items())}
        return {key for both, _ in pairs for key in both}

    @cached_property
    def _blocks(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for both in self.same:
            for key in both:
                found.setdefault(key, []).append("same:" + "&".join(both))
        return found


def pair(one: str, other: str) -> tuple[str, str]:
    """Return the two in order."""
    return (one, other) if one < other else (other, one)
