"""Find quotations: pairs of quotation marks of any kind, over sentences and over paragraphs that each open anew."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»\n]")
_MARK = re.compile(r"``|''|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’]")
_OPENERS = frozenset("“„‟«‘") | {"``"}
_CLOSERS = frozenset("”»’") | {"''"}
_BEFORE_OPEN = frozenset("([{—–-―/‑\n\t   ")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-―…\n\t   ")
_MARKS = frozenset("\"“”„‟«»'‘’`")
_ENDS = frozenset(".,!?…—")
_FAR = 1200
"""Characters after a paragraph in which the mark that closes its quotation is looked for."""
_LEAST = 3


class Region(NamedTuple):
    """A quotation as characters `[start, end)` with its marks.

    `goes_on` is true where the next paragraph opens the same quotation again; `closed` is false where no closing mark
    was found before the paragraph ended.
    """

    start: int
    end: int
    closed: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as tokens `[start, end)` with its marks; `line` is the number of its paragraph."""

    start: int
    end: int
    line: int
    closed: bool
    goes_on: bool


def find_regions(text: str) -> list[Region]:
    """Return the outermost quotations of `text` in order.

    >>> [text[r.start:r.end] for text in ['He said “we will come” and “soon.”'] for r in find_regions(text)]
    ['“we will come”', '“soon.”']
    """
    doubles = list(_double_regions(text))
    if "'" not in text and "‘" not in text:
        return doubles
    singles = [s for s in _single_regions(text) if not any(d.start <= s.start < d.end for d in doubles)]
    inner = [d for d in doubles if not any(s.start < d.start and d.end <= s.end for s in singles)]
    apart = [s for s in singles if not any(s.start < d.start < s.end for d in inner)]
    return sorted(inner + apart)


def _double_regions(text: str) -> Iterator[Region]:
    """Yield quotations in double marks, ``such'' and guillemets; an open one ends with its paragraph."""
    start = -1
    line = 0  # where the paragraph begins, or what follows the last quotation in it
    for match in _DOUBLE.finditer(text):
        mark, a, b = match.group(), match.start(), match.end()
        if mark == "\n":
            line = b
            if start >= 0 and text[start:a].strip() and (_within_sentence(text, start) or not _closes_later(text, b)):
                yield Region(
                    start,
                    len(text[:a].rstrip()),
                    closed=False,
                    goes_on=not _within_sentence(text, start) and _opens_next_line(text, a, text[start]),
                )
                start = -1
        elif start < 0:
            if _opens(text, mark, a, b):
                start = a
            elif line >= 0 and text[a - 1] in _ENDS and text[line:a].count(" ") > _LEAST:
                yield Region(line, b, closed=True, goes_on=False)  # the opening mark was left out
            line = -1
        elif _closes(text, mark, a, b):
            yield Region(start, b, closed=True, goes_on=False)
            start = line = -1
        elif _opens(text, mark, a, b) and mark == text[start : start + len(mark)]:
            start = a  # the mark before it was never closed: this one counts
    if start >= 0:
        yield Region(start, len(text.rstrip()), closed=False, goes_on=False)


def _within_sentence(text: str, start: int) -> bool:
    """Tell a few quoted words of the reporter's sentence, whose closing mark was lost, from quoted paragraphs."""
    return text[max(start - 3, 0) : start].rstrip(" \xa0")[-1:].isalnum()


def _closes_later(text: str, position: int) -> bool:
    """Tell whether the next mark after the paragraph's end, not too far off, closes what is open."""
    match = _MARK.search(text, position, position + _FAR)
    if match is None:
        return False
    mark, a, b = match.group(), match.start(), match.end()
    before, _ = _around(text, a, b)
    return mark not in _OPENERS and before in _ENDS and not _opens(text, mark, a, b)


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    before, after = _around(text, start, end)
    can_open = not after.isspace() and (before in _BEFORE_OPEN or before in _MARKS)
    if mark in _OPENERS:
        return can_open or not after.isspace()
    if mark in _CLOSERS:  # typed the wrong way round
        return can_open and (before.isspace() or before in "([") and after.isalnum()
    return can_open


def _closes(text: str, mark: str, start: int, end: int) -> bool:
    before, after = _around(text, start, end)
    can_close = not before.isspace() and (after in _AFTER_CLOSE or after in _MARKS)
    if before.isspace() and after.isspace():
        return True
    if mark in _OPENERS:  # typed the wrong way round
        return can_close and not after.isalnum()
    if mark in _CLOSERS:
        return can_close or before.isspace() or not after.isalnum() or before in _ENDS
    return can_close or before in _ENDS or not before.isspace()


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[start - 1] if start else "\n", text[end] if end < len(text) else "\n"


def _opens_next_line(text: str, position: int, mark: str) -> bool:
    rest = text[position : position + 40].lstrip()
    return rest[:1] == mark


def _single_regions(text: str) -> Iterator[Region]:
    """Yield quotations in single marks within one paragraph; apostrophes are passed over."""
    start = -1
    line_end = -1
    for match in _SINGLE.finditer(text):
        a, b = match.span()
        before, after = _around(text, a, b)
        if before.isalnum() and after.isalnum():
            continue
        if a > line_end:
            start = -1
        if start < 0:
            pair = "'" in (before, after) and match.group() == "'"
            if match.group() != "’" and before in _BEFORE_OPEN and not after.isspace() and not pair:
                start, line_end = a, _line_end(text, a)
        elif match.group() != "‘" and _ends_single(text, a, before, after):
            yield Region(start, b, closed=True, goes_on=False)
            start = -1


def _ends_single(text: str, position: int, before: str, after: str) -> bool:
    if before in _ENDS:
        return True
    if before.isspace() or after.isalnum():
        return False
    possessive = before in "sS" and after == " " and text[position + 2 : position + 3].islower()
    return not possessive


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def to_quotes(regions: list[Region], offsets: list[int], line_of: list[int]) -> list[Quote]:
    """Return `regions` as tokens, given where each token begins and in which paragraph it stands."""
    quotes = []
    for region in regions:
        start = bisect_right(offsets, region.start) - 1
        end = bisect_right(offsets, region.end - 1)
        if end - start > len(("“", "”")):
            quotes.append(Quote(start, end, line_of[start], region.closed, region.goes_on))
    return quotes
