"""Headlines with a capital on every word, where a capital tells nothing: "After Win, Sanders, Trump Eye Next Vote"."""

from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc

from kg.extract.names.model import LONG_DASHES
from kg.extract.names.name import Name

_DASHES = LONG_DASHES | {"-"}
_SHORT = 3
"""Words up to this length may be small in such a headline: "of", "the", "and"."""
_FEWEST = 4
"""Longer words that make a headline."""
_LINES = 2
"""Lines at the beginning that may be headlines."""
_COMMON = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "MD", "RB"))


def without_headline_words(doc: Doc, words: Sequence[str], names: list[Name]) -> list[Name]:
    """Leave out the names that only the capitals of a headline make, keep those that the article says again.

    A text that is hardly more than its headline is left as it is.
    """
    inside = {i for start, end in _headlines(doc, words) for i in range(start, end)}
    if not inside or len(inside) * 2 > len(words):
        return names
    elsewhere = {tuple(words[name.start : name.end]) for name in names if name.start not in inside}
    body = {word for i, word in enumerate(words) if i not in inside}

    def stays(name: Name) -> bool:
        if name.start not in inside or name.key or name.type == "Group":
            return True
        phrase = tuple(words[name.start : name.end])
        return phrase in elsewhere or all(word in body and word.lower() not in body for word in phrase)

    return [name for name in names if stays(name)]


def _headlines(doc: Doc, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first lines, or what stands before a dash in them, whose long words all have a capital.

    One of them must need none. Further down such lines are lists of names more often than headings.
    """
    small = {word for word in words if word.islower()}
    start = 0
    for end in islice(_line_ends(words), _LINES):
        cut = next((i for i in range(start, end) if len(words[i]) > _SHORT and words[i][0].islower()), end)
        if cut < end:
            cut = next((i for i in range(cut - 1, start, -1) if words[i] in _DASHES), start)
        long_words = [i for i in range(start, cut) if len(words[i]) > _SHORT and words[i].isalpha()]
        if len(long_words) >= _FEWEST and any(words[i].lower() in small or doc[i].tag_ in _COMMON for i in long_words):
            yield start, cut
        start = end


def _line_ends(words: Sequence[str]) -> Iterator[int]:
    for i, word in enumerate(words):
        if "\n" in word:
            yield i + 1
    yield len(words)
