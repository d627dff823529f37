"""Lists of known names: what an entry of one says, and what a name of the graph has to do with the entries.

An entry comes from a party's own list of actors, an export from Wikidata, or what a reconciliation service answered
(`kg.known_names` reads and keeps them). Which entry a name stands for is found in `kg.resolve.listing`.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from kg.resolve.decisions import BY_HAND

_IRI = re.compile(r"(?:https?://|urn:)[^\s<>\"{}|\\^`]+")

LISTED = "known entry"
"""The rule of a name that is written as an entry has it."""

LISTED_ALIKE = "like a known entry"
"""The rule of a name that is alike to that of an entry."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One known person, body or place: its id in the list, how it is called, and what else the list says.

    `type` is a class of entities as records name them, `country` an ISO 3166-1 alpha-2 code; `start` and `end` (birth
    and death, founding and end) are a year, month or day (ISO).
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    start: str | None = None
    end: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the chief one first."""
        return (self.name, *self.aliases)

    @property
    def words(self) -> str:
        """The entry as reasons call it."""
        return f"{self.name} ({self.id})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """What the lists say of a name: the entries that it can stand for, by their ids, and why.

    It is that entry only where it is not `open`; several ids that are not open come from people alone.
    """

    ids: tuple[str, ...]
    score: float
    reason: str
    rule: str
    open: bool = False

    @property
    def settled(self) -> frozenset[str]:
        """The ids of what the name stands for; none where that is open."""
        return frozenset() if self.open else frozenset(self.ids)

    @property
    def literal(self) -> bool:
        """Whether the name is written as the list has it, or a person said that it is meant."""
        return self.rule in {LISTED, BY_HAND}


def is_iri(id_: str) -> bool:
    """Say whether an id is an IRI, as those of Wikidata and GeoNames are, and not "A-12".

    >>> is_iri("http://www.wikidata.org/entity/Q1"), is_iri("A-12"), is_iri("two: words")
    (True, False, False)
    """
    return _IRI.fullmatch(id_) is not None


def entry_to_json(entry: Entry) -> str:
    """Return `entry` as JSON."""
    return json.dumps({name: getattr(entry, name) for name in Entry.__slots__}, ensure_ascii=False)


def entry_from_json(line: str) -> Entry:
    """Read what `entry_to_json` wrote."""
    value: dict[str, Any] = json.loads(line)
    return Entry(**value | {"aliases": tuple(value["aliases"])})
