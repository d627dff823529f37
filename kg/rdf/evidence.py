"""Evidence: the words a fact rests on, where they stand in the article, and the sentence around them.

`ckg:evidence` leads to the words themselves as the Web Annotation vocabulary describes them, by position and by quote;
`ckg:sentence` is the sentence as plain text, so that no fact is further than one property from it.
"""

import re
from bisect import bisect_left, bisect_right

from kg.rdf.terms import A, Term, integer, term, text
from kg.rdf.writer import GraphWriter
from kg.records import Span

CONTEXT = 32
"""Characters quoted before and after the words, enough to find them again in a text that has shifted."""

_SENTENCE_END = re.compile(
    r"""(?P<close>(?:(?<=[a-z0-9]{3})\.|(?<=[A-Z]{2})\.|[!?…]|\.(?=["”’]))["”’)]*|(?=\n))\s+(?=["“‘'(]?[A-Z0-9]|$)"""
)
"""A full stop after a word that is no short abbreviation, or a line break, before what can begin a sentence."""

_RESOURCE = term("oa:SpecificResource")
_SOURCE = term("oa:hasSource")
_SELECTOR = term("oa:hasSelector")
_POSITION = term("oa:TextPositionSelector")
_START = term("oa:start")
_END = term("oa:end")
_QUOTE = term("oa:TextQuoteSelector")
_EXACT = term("oa:exact")
_PREFIX = term("oa:prefix")
_SUFFIX = term("oa:suffix")


class EvidenceWriter:
    """Writes the evidence of one article's facts; facts that rest on the same words share it."""

    __slots__ = ("_article", "_key", "_known", "_text", "_writer")

    def __init__(self, writer: GraphWriter, article: str, quoted: str) -> None:
        """Quote from `quoted`, which is the text of the article with the key `article`."""
        self._writer = writer
        self._key = article
        self._article = writer.thing(f"article-{article}")
        self._text = quoted
        self._known: dict[tuple[int, int], Term] = {}

    def words(self, start: int, end: int) -> Term:
        """Return the evidence for the characters `[start, end)`, written on first use."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._written(start, end)
        return known

    def _written(self, start: int, end: int) -> Term:
        quoted, writer = self._text, self._writer
        name = f"ev-{self._key}-{start}-{end}"
        node, position, quote = writer.thing(name), writer.thing(f"{name}-position"), writer.thing(f"{name}-quote")
        writer.say(node, (A, _RESOURCE), (_SOURCE, self._article), (_SELECTOR, position), (_SELECTOR, quote))
        writer.say(position, (A, _POSITION), (_START, integer(start)), (_END, integer(end)))
        writer.say(
            quote,
            (A, _QUOTE),
            (_EXACT, text(quoted[start:end])),
            (_PREFIX, text(quoted[max(0, start - CONTEXT) : start])),
            (_SUFFIX, text(quoted[end : end + CONTEXT])),
        )
        return node


class Sentences:
    """Where the sentences of a text begin and end, as far as punctuation and capitals tell.

    The parser's sentences are not used: it breaks some in the middle, and not every fact knows its own.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, whole: str) -> None:
        """Read the text `whole` once."""
        breaks = list(_SENTENCE_END.finditer(whole))
        self._starts = [0, *(match.end() for match in breaks)]
        self._ends = [*(match.end("close") for match in breaks), len(whole)]

    def around(self, span: Span) -> Span:
        """Return the whole sentences that hold `span`.

        >>> text = 'It rained. "We stay," he said. Then he left.'
        >>> text[slice(*Sentences(text).around(Span(12, 19)))]
        '"We stay," he said.'
        """
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._ends, span.end)
        return Span(self._starts[first], self._ends[last])


def locate(sentence: str, *, exact: str, prefix: str, suffix: str) -> Span | None:
    """Return where in `sentence` the quoted words stand, by what stands before and after them.

    >>> locate("He met him, and met her.", exact="met", prefix="him, and ", suffix=" her.")
    Span(start=16, end=19)
    """
    start = sentence.find(exact)
    while start >= 0:
        before, after = sentence[:start], sentence[start + len(exact) :]
        if _ends_alike(before, prefix) and _starts_alike(after, suffix):
            return Span(start, start + len(exact))
        start = sentence.find(exact, start + 1)
    return None


def _ends_alike(some: str, other: str) -> bool:
    return some.endswith(other) or other.endswith(some)


def _starts_alike(some: str, other: str) -> bool:
    return some.startswith(other) or other.startswith(some)
