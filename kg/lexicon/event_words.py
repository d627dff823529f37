"""What common nouns stand for in reports of events: people, bodies, places, buildings, times, ideas, accidents."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.lexicon.titles import titles
from kg.resources import lexicon_folder

Kind = Literal["person", "body", "place", "structure", "vehicle", "art", "time", "abstract", "disease", "accident"]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventWords:
    """Nouns, in lower-case singular, of one `kind`; `sort` is finer ("military" among persons and bodies)."""

    kind: Kind
    sort: str
    words: tuple[str, ...]
    example: str


@cache
def event_words() -> tuple[EventWords, ...]:
    """Return all entries of `event_words.jsonl`."""
    return read_entries(lexicon_folder() / "event_words.jsonl", EventWords)


@cache
def kinds_by_word() -> dict[str, frozenset[str]]:
    """Return for each noun its kinds and sorts; titles of posts that no entry has are officials."""
    kinds: dict[str, set[str]] = {}
    for entry in event_words():
        for word in entry.words:
            kinds.setdefault(word, set()).update({entry.kind, entry.sort} - {""})
    for title in titles():
        if " " not in title.title:
            kinds.setdefault(title.title, {"person", "official"})
    return {word: frozenset(found) for word, found in kinds.items()}
