"""Which entry of the lists of known names a name stands for: one entry and no other, or none.

A name stands for an entry when class, country and dates allow it and the rules for names (`kg.resolve.names`) say so:
surely, or with the country that the list gives where the name alone says too little. Where several entries are left, or
a name that many bear is listed and no country tells, the question stays open for a person.
"""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.resolve.decisions import BY_HAND, Decisions
from kg.resolve.entries import LISTED, LISTED_ALIKE, Entry, Listing
from kg.resolve.keys import catalogue_key, country_key, is_scoped
from kg.resolve.names import Kind, NameForms, blocks, compare
from kg.resolve.names.known import name_key
from kg.resolve.names.organizations import classes_agree
from kg.resolve.who import Profile, commonest
from kg.resolve.who import blocks as name_blocks
from kg.vocabulary import ORGANIZATION_CLASSES

AFTERLIFE = 50
"""Years after an entry's end from which on a name in the news is somebody else's."""

_KINDS: dict[str, Kind] = {
    "Person": "person",
    "Place": "place",
    "Facility": "place",
    "Organization": "org",
    **dict.fromkeys(ORGANIZATION_CLASSES, "org"),
}

LISTABLE = (*_KINDS, "Country")
"""Classes of what a list can name."""

_LITERAL = 0.95
_BY_COUNTRY = 0.85
_LOST = 0.05
"""What a likeness of names loses where a name of a list is meant: namesakes are not in the list."""


class _Judged(NamedTuple):
    """How far a name stands for an entry; `literal`: it is written so in the list, `sure`: nothing else need tell."""

    entry: Entry
    score: float
    reason: str
    literal: bool
    sure: bool


def kind_of(of_type: str) -> Kind | None:
    """Return what kind of thing a class is of, None for a country."""
    return _KINDS.get(of_type)


def entry_blocks(entry: Entry) -> frozenset[str]:
    """Return what an entry shares with every name that may stand for it: see `lookup`."""
    if entry.type == "Country":
        return frozenset(f"key:{key}" for key in _country_keys(entry))
    place = catalogue_key(entry.id)
    own = frozenset() if place is None else frozenset({f"key:{place}"})
    return own.union(*(_telling(blocks(forms)) for forms in _forms(entry)))


def lookup(profile: Profile) -> frozenset[str]:
    """Return by what the entries are found that the name `profile` may stand for."""
    return _telling(name_blocks(profile)) | {f"key:{profile.key}"}


def _telling(found: frozenset[str]) -> frozenset[str]:
    """Leave out the blocks of a family name alone, or with an initial, where there are some of two words together.

    No more than that in common never tells who is meant, and a long list has hundreds of each family name.
    """
    whole = any(block.startswith("p:") for block in found)
    return frozenset(block for block in found if not block.startswith(("f:", "i:"))) if whole else found


def find(profile: Profile, near: Iterable[Entry], decisions: Decisions) -> Listing | None:
    """Return what the lists say of the name `profile`, None where they say nothing.

    Args:
        profile: the name, with all that is said of it.
        near: entries that share a block with it, and those that people decided about; the order makes no difference.
        decisions: of people, about names and ids of entries too.
    """
    entries = sorted({entry.id: entry for entry in near}.values(), key=lambda entry: entry.id)
    said = [(entry, link) for entry in entries if (link := decisions.link(profile.key, entry.id)) is not None]
    if said:
        reason = f"{', '.join(entry.words for entry, _ in said)}: {said[0][1].reason}"
        return Listing(ids=tuple(entry.id for entry, _ in said), score=1.0, reason=reason, rule=BY_HAND)
    allowed = [one for one in entries if not decisions.different(profile.key, one.id) and _allowed(profile, one)]
    judged = [found for entry in allowed if (found := _judge(profile, entry)) is not None]
    judged = [found for found in judged if found.sure] or judged
    if not judged:
        return None
    best = max(judged, key=lambda found: found.score)
    one = len(judged) == 1
    names = ", ".join(found.entry.words for found in judged)
    return Listing(
        ids=tuple(found.entry.id for found in judged),
        score=round(best.score / len(judged), 2),
        reason=f"{names}: {best.reason}" if one else f"more than one is called so: {names}",
        rule=LISTED if best.literal else LISTED_ALIKE,
        open=not (one and best.sure),
    )


def _judge(profile: Profile, entry: Entry) -> _Judged | None:
    """Compare names; those that are merely alike and need something else to tell are none."""
    if entry.type == "Country":
        return _Judged(entry, _LITERAL, "the same country", literal=True, sure=True)
    if entry.id in profile.same_as:
        return _Judged(entry, _LITERAL, "the same entry of a catalogue", literal=True, sure=True)
    forms = profile.forms()
    if forms is None or is_scoped(profile.key):
        return None
    found = [likeness for listed in _forms(entry) if (likeness := compare(forms, listed)) is not None]
    best = max(found, key=lambda likeness: (not likeness.needs_context, likeness.score), default=None)
    wordings = {name_key(name) for name in entry.names}
    literal = any(name_key(name) in wordings for name in profile.names)
    if best is not None and not best.needs_context:
        score = _LITERAL if literal else round(best.score - _LOST, 2)
        return _Judged(entry, score, best.reason, literal=literal, sure=True)
    if not literal:
        return None
    if entry.country is not None and entry.country in _lands(profile):
        return _Judged(entry, _BY_COUNTRY, f"listed as {profile.name}, of the same country", literal=True, sure=True)
    reason = f"listed as {profile.name}, a name that says too little without the country"
    return _Judged(entry, _BY_COUNTRY, reason, literal=True, sure=False)


def _allowed(profile: Profile, entry: Entry) -> bool:
    """Say whether class, country, catalogue and dates let the name stand for the entry."""
    if entry.type == "Country":
        return profile.key in _country_keys(entry)
    lands = _lands(profile)
    return (
        profile.kind == _KINDS[entry.type]
        and _classes_agree(commonest(profile.types), entry.type)
        and (entry.country is None or not lands or entry.country in lands)
        and not _listed_otherwise(profile, entry)
        and not _out_of_time(profile, entry)
    )


def _classes_agree(one: str, other: str) -> bool:
    return one == other or "Place" in {one, other} or (_KINDS.get(one) == "org" and classes_agree(one, other))


def _lands(profile: Profile) -> frozenset[str]:
    """Return the countries that the name belongs to: of people, those in which they hold a post."""
    return profile.lands if profile.kind == "person" else frozenset(profile.countries)


def _listed_otherwise(profile: Profile, entry: Entry) -> bool:
    """Say whether the name has another id in the catalogue that the entry's id is from."""
    catalogue = urlsplit(entry.id).netloc
    others = {iri for iri in profile.same_as if urlsplit(iri).netloc == catalogue} if catalogue else set()
    return bool(others) and entry.id not in others


def _out_of_time(profile: Profile, entry: Entry) -> bool:
    """Say whether an article that uses the name was printed before the entry began, or long after it ended."""
    if not profile.days:
        return False
    first, last = min(profile.days), max(profile.days)
    early = entry.start is not None and first[: len(entry.start)] < entry.start
    return early or (entry.end is not None and int(last[:4]) > int(entry.end[:4]) + AFTERLIFE)


def _country_keys(entry: Entry) -> frozenset[str]:
    return frozenset(country_key(key) for key in ([entry.country] if entry.country else entry.names))


def _forms(entry: Entry) -> tuple[NameForms, ...]:
    """Return each name of the entry as a chief name: a list does not shorten."""
    return tuple(NameForms(_KINDS[entry.type], entry.type, name, (), entry.country) for name in entry.names)
