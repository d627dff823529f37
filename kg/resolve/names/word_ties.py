"""What ties the words of two people's names to each other, and how one name is found in another."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.resolve.names.person_names import full_forms, gender, is_given, is_nickname, masculine
from kg.resolve.names.spelling import Alike, alike, groups

_TYPO_LETTERS = 6
"""Letters from which on two words that differ by one slip of the pen may be one."""


class Tie(IntEnum):
    """What ties a word of one name to a word of another, the weakest first."""

    INITIAL = 1
    SLIP = 2
    LOOSE = 3
    NICKNAME = 4
    FEMININE = 5
    CLOSE = 6
    SAME = 7


@dataclass(frozen=True, slots=True)
class Pairing:
    """How the words of the shorter name are found in the longer one: places there, and by what tie."""

    places: tuple[int, ...]
    ties: tuple[Tie, ...]

    @property
    def weakest(self) -> Tie:
        """The weakest tie."""
        return min(self.ties)

    @property
    def in_order(self) -> bool:
        """Whether the words stand in one order in both names."""
        return list(self.places) == sorted(self.places)


def pair(one: tuple[str, ...], other: tuple[str, ...]) -> Pairing | None:
    """Return how each word of the shorter name is found in the longer, None where one is not."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return _pairing(short, long)


@lru_cache(maxsize=131072)
def _pairing(short: tuple[str, ...], long: tuple[str, ...]) -> Pairing | None:
    free = list(range(len(long)))
    places: list[int] = []
    ties: list[Tie] = []
    for at, word in enumerate(short):
        if not free:
            return None
        best = max(free, key=lambda place: (tie(word, long[place]) or 0, -abs(place - at)))
        found = tie(word, long[best])
        if found is None:
            return None
        free.remove(best)
        places.append(best)
        ties.append(found)
    weak = [found for found in ties if found < Tie.FEMININE and found is not Tie.NICKNAME]
    if len(weak) > 1 and any(found is not Tie.INITIAL for found in weak):
        return None
    if Tie.NICKNAME in ties and ties[0] is not Tie.NICKNAME:
        return None
    if Tie.FEMININE in ties and (ties[-1] is not Tie.FEMININE or gender(short[0]) == "male"):
        return None
    return Pairing(tuple(places), tuple(ties))


@lru_cache(maxsize=262144)
def tie(one: str, other: str) -> Tie | None:
    """Return what ties two words of names, None for nothing."""
    if len(one) == 1 or len(other) == 1:
        return Tie.INITIAL if first_letters(one) & first_letters(other) else None
    level = alike(one, other)
    if level >= Alike.CLOSE:
        return Tie.SAME if level is Alike.SAME else Tie.CLOSE
    if is_nickname(one, other):
        return Tie.NICKNAME
    if (one[-1] == "a" or other[-1] == "a") and alike(masculine(one), masculine(other)) >= Alike.CLOSE:
        return Tie.FEMININE
    if level is Alike.LOOSE:
        return Tie.LOOSE
    return Tie.SLIP if _one_slip(one, other) else None


def is_tied(one: str, other: str, least: Tie) -> bool:
    """Say whether two words are tied at least so firmly."""
    found = tie(one, other)
    return found is not None and found >= least


def _one_slip(one: str, other: str) -> bool:
    """Say whether two words of some length differ by one letter, not at the ends, and are not both given names."""
    return (
        one[0] == other[0]
        and one[-1] == other[-1]
        and max(len(one), len(other)) >= _TYPO_LETTERS
        and OSA.distance(one, other, score_cutoff=1) <= 1
        and not (is_given(one) and is_given(other))
    )


@lru_cache(maxsize=131072)
def first_letters(word: str) -> frozenset[str]:
    """Return the letters as which the given name `word` may begin, vowels being one."""
    names = {word, *groups(word), *full_forms(word)} if len(word) > 1 else {word}
    letters = {"v" if name[0] == "w" else "*" if name[0] in "aeiouy" else name[0] for name in names}
    return frozenset(letters)
