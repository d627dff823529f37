"""Read how many: "at least 12", "between 20 and 30", "two dozen", as smallest and largest number."""

from typing import NamedTuple

from kg.extract.events.tree import Tree

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_PLURALS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000, "tens": 20}
_SOME = {"several": 3, "few": 3}
_NOT_COUNTS = frozenset("year years month months percent % st nd rd th p.m. a.m. km kilometers miles am pm".split())
_AGES = frozenset(("age", "aged", "ages"))
_NEAR = 4
"""Words before the number among which "at least" is looked for."""
_LONGEST = 9
"""Digits of the longest number that counts people."""
_FIRST_TEN = 20


class Quantity(NamedTuple):
    """A number at tokens `[start, end)`; `highest` is None where the text leaves it open."""

    lowest: int
    highest: int | None
    start: int
    end: int


def read_quantity(tree: Tree, start: int, end: int) -> Quantity | None:
    """Return the first number in the tokens `[start, end)`, or None."""
    words = tree.words
    for i in range(start, end):
        found = _vague(words, i) or _range(words, i, between="between" in words[max(0, i - 2) : i])
        if found is not None:
            before = words[max(tree.sentences[tree.sentence_of[i]][0], i - _NEAR) : i]
            if (
                _AGES & set(before)
                or words[found.end : found.end + 1] == ["-"]
                or _NOT_COUNTS & set(words[found.end : found.end + 1])
            ):
                continue
            handed_over = tree.deps[i - 1] == "prt"
            return _hedged(found, before, words[found.end : found.end + 2], particle=handed_over)
    return None


def _vague(words: list[str], i: int) -> Quantity | None:
    """Read "dozens", "tens of thousands", "several hundred"."""
    word = words[i]
    following = words[i + 1 : i + 3]
    if word in _PLURALS:
        if following[:1] == ["of"] and following[-1] in _PLURALS:
            return Quantity(_PLURALS[word] * _SCALES.get(following[1][:-1], 1), None, i, i + 3)
        return Quantity(_PLURALS[word], None, i, i + 1)
    if word in _SOME:
        if following and following[0] in _SCALES:
            return Quantity(_SOME[word] * _SCALES[following[0]], None, i, i + 2)
        return Quantity(_SOME[word], None, i, i + 1)
    return None


def _range(words: list[str], i: int, *, between: bool) -> Quantity | None:
    """Read one number, or two with "to" or "or" between them."""
    first = _number(words, i)
    if first is None:
        return None
    value, end = first
    joined = words[end : end + 1]
    if joined and (joined[0] in ("to", "-", "–", "or") or (between and joined[0] == "and")):
        second = _number(words, end + 1)
        if second is not None and second[0] > value:
            return Quantity(value, second[0], i, second[1])
    return Quantity(value, value, i, end)


def _number(words: list[str], i: int) -> tuple[int, int] | None:
    """Return the number that begins at `i` and where it ends."""
    word = words[i] if i < len(words) else ""
    following = words[i + 1 : i + 3]
    if word == "half" and following[:1] == ["a"] and following[-1] in _SCALES:
        return _SCALES[following[1]] // 2, i + 3
    if word in ("a", "an") and following and following[0] in _SCALES:
        return _scaled(words, 1.0, i + 1)
    if word in _SCALES:
        return _scaled(words, 1.0, i)
    if word in _UNITS:
        if _UNITS[word] >= _FIRST_TEN and following[:1] == ["-"] and following[-1] in _UNITS:
            return _scaled(words, _UNITS[word] + _UNITS[following[1]], i + 3)
        return _scaled(words, _UNITS[word], i + 1)
    digits = word.replace(",", "")
    if digits.replace(".", "", 1).isdigit() and len(digits) <= _LONGEST:
        return _scaled(words, float(digits), i + 1)
    return None


def _scaled(words: list[str], value: float, i: int) -> tuple[int, int] | None:
    """Multiply by the "dozen", "hundred", "million" that follow; a broken number that none follows counts nothing."""
    while i < len(words) and words[i] in _SCALES:
        value *= _SCALES[words[i]]
        i += 1
    return (int(value), i) if value == int(value) else None


def _hedged(found: Quantity, before: list[str], after: list[str], *, particle: bool) -> Quantity:
    """Return the bounds that "at least", "more than", "up to", "nearly" give.

    Args:
        found: the number.
        before: the words before it.
        after: the words behind it.
        particle: the word before it belongs to the verb ("handed over 55 soldiers").
    """
    said = " ".join(before)
    if any(words in said for words in ("more than", "upwards of", "upward of")) or (
        before[-1:] == ["over"] and not particle
    ):
        return found._replace(lowest=found.lowest + 1, highest=None)
    if "at least" in said or "no fewer than" in said or "no less than" in said or after == ["or", "more"]:
        return found._replace(highest=None)
    if "up to" in said or "as many as" in said or "at most" in said:
        return found._replace(lowest=1)
    if ("fewer than" in said or "less than" in said or before[-1:] == ["under"]) and found.highest is not None:
        return found._replace(lowest=1, highest=found.highest - 1)
    if before[-1:] in (["nearly"], ["almost"]) and found.highest is not None:
        return found._replace(lowest=found.lowest - max(1, found.lowest // 10))
    return found
