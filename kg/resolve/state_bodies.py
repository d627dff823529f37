"""Whose ministry, court or army a name means, and which words for an army are one.

Every state has a Supreme Court, so that a body of a state is known by its country. Where the lexicon does not know the
country (an unrecognized state, one that is no more), the article does: beside "the Abkhaz government" it speaks of
Abkhazia. And "Ruritanian troops" here are "Ruritania's army" there.
"""

from collections.abc import Collection, Iterable
from functools import cache

from kg.lexicon.bodies import bodies
from kg.lexicon.countries import country_by_iso
from kg.records import Entity

MILITARY = "military"
"""What the armed forces of a country are called in keys, and in the lexicon of bodies."""

_LANDS = frozenset({"Country", "Group"})
"""Classes of what gives a body its owner: "Ruritania", or its people where the article has but "Ruritanian"."""

_POSSESSIVE = ("’s", "'s", "’", "'")


def unknown_lands(entities: Iterable[Entity]) -> frozenset[str]:
    """Return the stems of the lands that an article names and no lexicon knows."""
    lands = (entity for entity in entities if entity.type in _LANDS and entity.country not in country_by_iso())
    return frozenset(_stem(land.name) for land in lands if " " not in land.name)


def owned(name: str, lands: Collection[str]) -> tuple[str, str] | None:
    """Return the stem of the land and the rest of "Ruritania’s army", "the Ruritanian army"; None for other names.

    >>> owned("Ruritania’s army", {"ruritania"}), owned("Ruritanian army", {"ruritania"})
    (('ruritania', 'army'), ('ruritania', 'army'))
    """
    first, _, rest = name.removeprefix("the ").partition(" ")
    stem = _stem(first)
    return (stem, rest) if rest and first[:1].isupper() and stem in lands else None


def is_military(noun: str) -> bool:
    """Say whether `noun` is a word for all armed forces of a country; a name ("Army") is that of a part of them.

    >>> is_military("troops"), is_military("Army"), is_military("navy")
    (True, False, False)
    """
    return noun in _military_words()


def _stem(word: str) -> str:
    """Return "ruritania" for "Ruritania", "Ruritania’s" and "Ruritanian"."""
    for ending in _POSSESSIVE:
        word = word.removesuffix(ending)
    word = word.casefold()
    return word.removesuffix("n") if word.endswith("ian") else word


@cache
def _military_words() -> frozenset[str]:
    return frozenset(noun for body in bodies() if body.key == MILITARY for noun in body.nouns)
