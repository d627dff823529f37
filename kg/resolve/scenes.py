"""What the words of an event's sentence tell of it beyond entities: at what site it was, and in which very words.

Outlets seldom name the same people of a strike, but they agree that it was the market; and what copies a wire repeats
its sentences.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from kg.lexicon.word_lists import words_of
from kg.records import Event, Extraction

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PLURAL = re.compile(r"(?<=[^s])s$")
_HIT = frozenset({"object", "target"})
LEAST_WORDS = 8
"""Shorter sentences ("Kenya denied it.") are written by many of many events."""

OPENING_WORDS = 10
"""As many first words of two sentences are the same by chance only in what every report says."""

SHORT = "short:"
"""How the hash of a shorter sentence begins."""


class Scene(NamedTuple):
    """Of one event: words for sites, sorted; a hash of class and sentence; one of its opening; whether it is alone.

    Alone is an event of whose class, days and places its article tells no other. The opening is that of a longer
    sentence which tells of the event in its first words; "" where it does not.
    """

    sites: tuple[str, ...]
    words: str
    opening: str
    alone: bool


def scenes(extraction: Extraction) -> dict[str, Scene]:
    """Return the scene of each event of `extraction` by its id; events of one incident share their sites."""
    text = extraction.article.text
    sites = {event.id: _sites(text, event) for event in extraction.events}
    incidents: dict[str, set[str]] = {}
    for event in extraction.events:
        if event.incident is not None:
            incidents.setdefault(event.incident, set()).update(sites[event.id])
    like = Counter(_kind(event) for event in extraction.events)
    hashes = dict(_sentences(extraction))
    openings = dict(_openings(extraction))
    return {
        event.id: Scene(
            sites=tuple(sorted(_shared(event, sites, incidents))),
            words=hashes.get(event.id, ""),
            opening=openings.get(event.id, ""),
            alone=like[_kind(event)] == 1,
        )
        for event in extraction.events
    }


def _shared(event: Event, sites: Mapping[str, set[str]], incidents: Mapping[str, set[str]]) -> set[str]:
    return sites[event.id] if event.incident is None else incidents[event.incident]


def _kind(event: Event) -> tuple[object, ...]:
    return (event.type, event.when, event.places, event.modality, event.polarity)


def _sites(text: str, event: Event) -> set[str]:
    """Return the words for sites of the event's sentence.

    In a hospital the wounded of all strikes are counted, so that it is a site only where it was hit.
    """
    known = words_of("sites")
    told = known & set(_words(text[event.evidence.start : event.evidence.end])) - words_of("sites-of-the-wounded")
    hit = (part for part in event.participants if part.entity is None and part.role in _HIT)
    return set(told).union(*(known & set(_words(text[part.start : part.end])) for part in hit))


def _words(text: str) -> list[str]:
    return [_PLURAL.sub("", word.lower()) for word in _WORD.findall(text)]


def _sentences(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Yield each event's id and a hash of its class, its sentence and the how-manieth of the class it is in it."""
    text = extraction.article.text
    seen: Counter[tuple[str, str]] = Counter()
    for event in extraction.events:
        words = " ".join(text[event.evidence.start : event.evidence.end].casefold().split())
        if not words:
            continue
        seen[event.type, words] += 1
        short = SHORT if len(words.split()) < LEAST_WORDS else ""
        yield event.id, short + _hash(event.type, seen[event.type, words], words)


def _openings(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Yield each event's id and a hash of its class and the first words of its sentence, where it stands in them."""
    text = extraction.article.text
    seen: Counter[tuple[str, str]] = Counter()
    for event in extraction.events:
        sentence = text[event.evidence.start : event.evidence.end]
        starts = [found.start() for found in re.finditer(r"\S+", sentence)]
        if len(starts) <= OPENING_WORDS or event.trigger.start - event.evidence.start >= starts[OPENING_WORDS]:
            continue
        words = " ".join(sentence[: starts[OPENING_WORDS]].casefold().split())
        seen[event.type, words] += 1
        yield event.id, _hash(event.type, seen[event.type, words], words)


def _hash(*parts: object) -> str:
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
