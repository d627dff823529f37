"""When two names can be, or surely are, names of one person, organization or place.

`blocks` says which names are worth comparing, `compare` what speaks for it, `conflict` what speaks against it. All
three look at names alone: what else is known of the two (posts, countries, time) is weighed by those who ask.
"""

from dataclasses import replace
from functools import lru_cache

from kg.resolve.names.aliases import speaks
from kg.resolve.names.model import Kind, Likeness, NameForms
from kg.resolve.names.organizations import compare_organizations, conflict_of_organizations, organization_blocks
from kg.resolve.names.people import compare_people, conflict_of_people
from kg.resolve.names.person_blocks import person_blocks
from kg.resolve.names.places import compare_places, conflict_of_places, place_blocks

__all__ = ["Kind", "Likeness", "NameForms", "blocks", "compare", "conflict"]


@lru_cache(maxsize=65536)
def blocks(forms: NameForms) -> frozenset[str]:
    """Return short strings of which two things that may be one share at least one."""
    found: set[str] = set()
    for name in (forms.name, *forms.aliases):
        found |= _blocks_of_name(forms.kind, forms.type, name, forms.country)
    return frozenset(found)


def compare(one: NameForms, other: NameForms) -> Likeness | None:
    """Return what speaks for it that both are one, None where nothing does or something speaks against it.

    >>> compare(NameForms("person", "Person", "Volodymyr Zelensky"), NameForms("person", "Person", "V. Zelenskyy"))
    Likeness(score=0.6, reason='initials agree: V. Zelenskyy, Volodymyr Zelensky', rule='initials', needs_context=True)
    """
    if one.kind != other.kind or blocks(one).isdisjoint(blocks(other)):
        return None
    one, other = sorted((one, other), key=_order)
    found = [
        likeness if speaks(one, a.name) and speaks(other, b.name) else _doubted(likeness)
        for a, b in _pairs(one, other)
        if (likeness := _compare_names(a, b))
    ]
    if not found or conflict(one, other):
        return None
    return max(found, key=lambda likeness: (not likeness.needs_context, likeness.score), default=None)


def conflict(one: NameForms, other: NameForms) -> str | None:
    """Return why both cannot be one, None where the names do not say so.

    >>> conflict(NameForms("person", "Person", "Kim Jong-un"), NameForms("person", "Person", "Kim Jong-il"))
    'different given names: Kim Jongil, Kim Jongun'
    """
    if one.kind != other.kind:
        return f"of different kinds: {', '.join(sorted((one.kind, other.kind)))}"
    one, other = sorted((one, other), key=_order)
    match one.kind:
        case "person":
            return conflict_of_people(one, other)
        case "org":
            return conflict_of_organizations(one, other)
        case "place":
            return conflict_of_places(one, other)


def _compare_names(one: NameForms, other: NameForms) -> Likeness | None:
    match one.kind:
        case "person":
            return compare_people(one.name, other.name)
        case "org":
            return compare_organizations(one, other)
        case "place":
            return compare_places(one, other)


def _order(forms: NameForms) -> tuple[str, str, str, tuple[str, ...]]:
    """Return by what two things are put in order, so that comparing says the same both ways."""
    return forms.name, forms.type, forms.country or "", forms.aliases


def _doubted(likeness: Likeness) -> Likeness:
    """Return a likeness of a name that within one article stands for a longer one."""
    if likeness.needs_context:
        return likeness
    reason = f"{likeness.reason}, where one is a short name"
    return replace(likeness, score=round(likeness.score - 0.2, 2), reason=reason, needs_context=True)


def _pairs(one: NameForms, other: NameForms) -> list[tuple[NameForms, NameForms]]:
    """Return each name of the one with each of the other that shares a block, the chief names first."""
    return [
        (a, b)
        for a in _single(one)
        for b in _single(other)
        if not _blocks_of_name(a.kind, a.type, a.name, a.country).isdisjoint(
            _blocks_of_name(b.kind, b.type, b.name, b.country)
        )
    ]


@lru_cache(maxsize=65536)
def _single(forms: NameForms) -> tuple[NameForms, ...]:
    return tuple(NameForms(forms.kind, forms.type, name, (), forms.country) for name in (forms.name, *forms.aliases))


@lru_cache(maxsize=131072)
def _blocks_of_name(kind: Kind, type_: str, name: str, country: str | None) -> frozenset[str]:
    match kind:
        case "person":
            return frozenset(person_blocks(name))
        case "org":
            return frozenset(organization_blocks(NameForms(kind, type_, name, (), country), name))
        case "place":
            return frozenset(place_blocks(name))
