"""Whether two names are names of one place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.names import name_word_lists, name_words
from kg.resolve.names.known import known_as
from kg.resolve.names.model import Likeness, NameForms
from kg.resolve.names.spelling import Alike, alike, fold, skeletons

_APOSTROPHE = re.compile("['’ʼ]")
_APART = re.compile(r"[\s.,'’/-]+")
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "ad", "an", "ez", "es", "er", "the", "of"})
_SAINTS = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort"}
_LETTERS = 6
"""Letters from which on a place's name may be spelled in two ways; shorter ones are too much alike."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a name says: its words without articles, what it is besides a town ("region", "river"), which of several."""

    words: tuple[str, ...]
    kinds: frozenset[str]


@lru_cache(maxsize=131072)
def place_name(text: str) -> PlaceName:
    """Take a name apart.

    >>> place_name("Kharkiv Oblast").kinds == place_name("the region of Kharkiv").kinds
    True
    """
    tokens = [token for token in _APART.split(fold(text)) if token]
    words = [_SAINTS.get(token, token) for token in tokens]
    while len(words) > 2 and words[0] in name_words("town-nouns") and "of" in words[:2]:  # noqa: PLR2004 - "city of Homs"
        words = words[1:]
    kinds = {"region" if word in name_words("region-nouns") else word for word in words if _tells_kind(word)}
    kept = tuple(w for w in words if not _tells_kind(w) and w not in _ARTICLES)
    return PlaceName(kept, frozenset(kinds)) if kept else PlaceName(tuple(words), frozenset())


def compare_places(one: NameForms, other: NameForms) -> Likeness | None:
    """Say how far the names (not the aliases) of two places are one's; None where nothing speaks for it."""
    if conflict_of_places(one, other):
        return None
    first, second = place_name(one.name), place_name(other.name)
    both = f"{one.name}, {other.name}"
    land = one.country is not None and one.country == other.country
    if known_as("place", one.name) & known_as("place", other.name):
        return Likeness(0.95, f"known as names of one place: {both}", "known names", needs_context=False)
    if first.kinds != second.kinds or not first.words or not second.words:
        return None
    known = _named(first) & _named(second)
    if known and land:
        return Likeness(0.95, f"known as names of one place: {both}", "known names", needs_context=False)
    if first.words == second.words or "".join(first.words) == "".join(second.words):
        many = "-".join(first.words) in name_words("repeated-places") or first.words[0] in name_words("repeated-places")
        many = many or (
            _of_one_norm(one) and bool(_APOSTROPHE.search(one.name)) != bool(_APOSTROPHE.search(other.name))
        )
        sure = (land or (one.country == other.country and bool(first.kinds))) and not many
        reason = f"same name: {one.name}" if one.name == other.name else f"same name: {both}"
        return Likeness(
            1.0 if sure else 0.6, reason + (" (many places bear it)" if many else ""), "same name", not sure
        )
    return _by_sound(one, first, second, both)


def conflict_of_places(one: NameForms, other: NameForms) -> str | None:
    """Return why two places cannot be one."""
    if one.country and other.country and one.country != other.country:
        return f"in different countries: {one.country}, {other.country}"
    first, second = place_name(one.name), place_name(other.name)
    if known_as("place", one.name) & known_as("place", other.name):
        return None
    mine, yours = {*first.words, *first.kinds}, {*second.words, *second.kinds}
    for words in name_word_lists("opposed-"):
        here, there = mine & words, yours & words
        if here and there and here != there:
            return f"one is {' '.join(sorted(here))}, the other {' '.join(sorted(there))}"
    if first.kinds != second.kinds and first.words == second.words:
        kinds = [" ".join(sorted(name.kinds)) or "a town or country" for name in (first, second)]
        return f"one is {kinds[0]}, the other {kinds[1]}"
    last = (first.words[-1:], second.words[-1:])
    if last[0] != last[1] and all(words and words[0].isdigit() for words in last):
        return f"different numbers: {first.words[-1]}, {second.words[-1]}"
    return None


def place_blocks(text: str) -> Iterator[str]:
    """Give short strings of which two names that may be one place's share one."""
    name = place_name(text)
    for known in known_as("place", text) | _named(name):
        yield f"known:{known}"
    if name.words:
        yield f"l:{min(skeletons(''.join(name.words)))}|{' '.join(sorted(name.kinds))}"


def _by_sound(one: NameForms, first: PlaceName, second: PlaceName, both: str) -> Likeness | None:
    """Compare by sound. That alone never tells: a country has villages of one name and of nearly one by the dozen.

    Where names in Latin letters are spelled by one norm, a near spelling is another place.
    """
    names = "".join(first.words), "".join(second.words)
    if _of_one_norm(one) or min(map(len, names)) < _LETTERS or not (level := alike(*names)):
        return None
    score = 0.7 if level >= Alike.CLOSE else 0.5
    return Likeness(score, f"one name in two spellings: {both}", "spelling", needs_context=True)


def _of_one_norm(forms: NameForms) -> bool:
    return (forms.country or "").lower() in name_words("loose-spelling-lands")


def _named(name: PlaceName) -> frozenset[str]:
    return known_as("place", " ".join(name.words))


def _tells_kind(word: str) -> bool:
    return word in name_words("region-nouns") or word in name_words("site-nouns")
