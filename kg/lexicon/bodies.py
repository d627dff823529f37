"""Bodies that every country has: "Ukrainian parliament", "Israel's air force"; the words for one body share a key."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """One kind of national body; `nouns` are the lower-case phrases that name it after its country."""

    key: str
    type: str
    nouns: tuple[str, ...]
    example: str


@cache
def bodies() -> tuple[Body, ...]:
    """Return all bodies of `bodies.jsonl`."""
    return read_entries(lexicon_folder() / "bodies.jsonl", Body)
