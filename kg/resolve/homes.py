"""Where an article's matter is when a sentence does not say: the place of its headline, its dateline or its first deed.

"Shells hit market in Brenn", and then "Nine people died": no words put the nine deaths in Brenn, so that the record
gives them no place; but a reader takes them for deaths there. Such a place is a supposition, which serves nothing but
to ask whether another article tells of the same (`kg.resolve.at_home`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from kg.lexicon.countries import countries
from kg.records import Event, Extraction
from kg.resolve.event_classes import DEADLY, REFINES

_OF_FORCE = REFINES["Attack"] | DEADLY | {"Attack", "Injury"}
"""Uses of force and what they do to people, of which an article tells several sides."""

_DATELINE = re.compile(r"[^\n.!?—–]{1,60}?\s?(?:—|–|--|\s-)(?=\s)")
"""What opens a report: "BRENN, Velmora (Some Wire) — "."""

_LOCATIVE = re.compile(r"(?P<before>.*?)\b(?:in|at|near|outside|around|across|of)\s+(?:the\s+)?", re.DOTALL)
"""What stands before a place where something was, up to the place."""

_PLACES = frozenset({"Place", "Facility"})

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


_CAPITALS = frozenset(capital for country in countries() for capital in country.capitals)


class Home(NamedTuple):
    """Ids of the places where an event may have been that is told without one; whether one said it was not so there."""

    places: tuple[str, ...] = ()
    denied: bool = False


def homes(extraction: Extraction, exact: Collection[str]) -> dict[str, Home]:
    """Return the home of each event of `extraction` by its id, an empty one where it has a place or none is to be had.

    An event is at the one place of what the article has told of force before it; where it has told of nothing of the
    kind yet, at that of the headline or the dateline; nowhere, where its sentence says that something was elsewhere.

    Args:
        extraction: what one article tells.
        exact: ids of its places that are no regions or countries.
    """
    headed = _headed(extraction, exact)
    found: dict[str, Home] = {}
    told: list[Event] = []
    for event in sorted(extraction.events, key=lambda one: one.trigger):
        of_force = event.type in _OF_FORCE
        supposed = of_force and not event.places and (event.modality, event.polarity) == ("actual", "positive")
        home = _home(told, headed, exact) if supposed else Home()
        found[event.id] = Home() if home.places and _is_elsewhere(event, home, extraction) else home
        if of_force:
            told.append(event)
    return found


def _home(told: list[Event], headed: tuple[str, ...], exact: Collection[str]) -> Home:
    before = [set(event.places) & set(exact) for event in told]
    places = set().union(*before)
    if len(places) > 1:
        return Home()
    denied = any(one and event.polarity == "negative" for one, event in zip(before, told, strict=True))
    return Home(tuple(places) or headed, denied)


def _headed(extraction: Extraction, exact: Collection[str]) -> tuple[str, ...]:
    """Return the places of the headline and of the dateline, each where it is one.

    A dateline in a capital says where the newsroom is, and one under a headline about a region hardly more.
    """
    places = [entity for entity in extraction.entities if entity.type in _PLACES]
    names = {entity.id: (entity.name, *entity.aliases) for entity in places}
    named = set(_named(names, extraction.article.title or ""))
    title = named & set(exact)
    opening = _DATELINE.match(extraction.article.text)
    line = {
        entity.id
        for entity in places
        if opening is not None and entity.id in exact and any(span.end <= opening.end() for span in entity.mentions)
    }
    seats = {entity.id for entity in places if entity.name in _CAPITALS}
    if line & seats or not named <= line | title:
        line = set()
    return tuple(sorted(set().union(*(group for group in (title, line) if len(group) == 1))))


def _is_elsewhere(event: Event, home: Home, extraction: Extraction) -> bool:
    """Say whether the sentence names another place with "in" or the like, but not as the seat of a body."""
    text, (start, end) = extraction.article.text, event.evidence
    bodies = {span.end for entity in extraction.entities if entity.type not in _PLACES for span in entity.mentions}
    for entity in extraction.entities:
        if entity.type not in _PLACES or entity.id in home.places:
            continue
        for span in entity.mentions:
            before = _LOCATIVE.fullmatch(text, start, span.start) if start <= span.start < end else None
            if before is not None and len(text[: before.end("before")].rstrip()) not in bodies:
                return True
    return False


def _named(names: Mapping[str, tuple[str, ...]], text: str) -> Iterator[str]:
    """Yield the ids of what `text` names, letter for letter but for a possessive."""
    words = [word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text)]
    for one, forms in names.items():
        runs = [_WORD.findall(form) for form in forms]
        if any(run and words[n : n + len(run)] == run for run in runs for n in range(len(words))):
            yield one
