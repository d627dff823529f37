"""Find the span that a quotation points to: expected facts name words of the article instead of character offsets.

A pointer is one of

- `words`                 the whole words `words`, which must occur exactly once;
- `words#2`               their second occurrence;
- `before [words] after`  `words` inside a longer passage that must occur exactly once;
- `first words … last`    from `first words`, which must occur exactly once, to the next `last`.

`occurrences` also reads a plain `words` as every place where they stand: that is what lists of mentions mean.
"""

import re

from kg.errors import RecordError
from kg.records import Span

_NUMBERED = re.compile(r"(?P<words>.+)#(?P<nth>\d+)")
_FRAMED = re.compile(r"(?P<before>[^\[\]]*)\[(?P<words>[^\[\]]+)\](?P<after>[^\[\]]*)")
_GAP = " … "


def locate(text: str, pointer: str) -> Span:
    """Return the one span of `text` that `pointer` names.

    >>> locate("The envoy met the general. The general left.", "The [general] left")
    Span(start=31, end=38)

    Raises:
        RecordError: the words do not occur, or not exactly once.
    """
    spans = occurrences(text, pointer)
    if len(spans) > 1:
        raise RecordError(
            f"{pointer!r} occurs {len(spans)} times; write {pointer}#1 or give more words around [{pointer}]"
        )
    return spans[0]


def occurrences(text: str, pointer: str) -> tuple[Span, ...]:
    """Return every span of `text` that `pointer` names: several only for plain words.

    >>> occurrences("The envoy met the general. The general left.", "general")
    (Span(start=18, end=25), Span(start=31, end=38))

    Raises:
        RecordError: the words do not occur, or a framed passage or a first half occurs more than once.
    """
    if framed := _FRAMED.fullmatch(pointer):
        before, words, after = framed.group("before", "words", "after")
        start = locate(text, before + words + after).start + len(before)
        return (Span(start, start + len(words)),)
    if _GAP in pointer:
        first, last = pointer.split(_GAP)
        start = locate(text, first).start
        end = text.find(last, start + len(first))
        if end < 0:
            raise RecordError(f"{last!r} does not follow {first!r} in the article")
        return (Span(start, end + len(last)),)
    if numbered := _NUMBERED.fullmatch(pointer):
        spans = _find(text, numbered["words"])
        nth = int(numbered["nth"])
        if not 1 <= nth <= len(spans):
            raise RecordError(f"{pointer!r}: the words occur {len(spans)} times in the article")
        return (spans[nth - 1],)
    return _find(text, pointer)


def _find(text: str, words: str) -> tuple[Span, ...]:
    """Return the places where `words` stand as whole words: `Velk` is not found in `Velkan`."""
    left = r"(?<!\w)" if re.match(r"\w", words) else ""
    right = r"(?!\w)" if re.search(r"\w\Z", words) else ""
    spans = tuple(Span(*match.span()) for match in re.finditer(left + re.escape(words) + right, text))
    if not spans:
        raise RecordError(f"{words!r} does not occur in the article")
    return spans
