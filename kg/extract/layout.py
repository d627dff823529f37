"""Where sentences begin that the page's layout begins: after line breaks, headlines, datelines, times and table cells.

The text itself is never altered: only sentence starts are set, before the parser runs, and the parser keeps to them.
"""

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex

from kg.extract.headings import openings

_PREFIXES = (r"""-(?=["“‘(]*[A-Z])""",)
"""A hyphen that glues a text to what stands before: "SEOUL — -Japan"."""
_INFIXES = (
    r"""(?<=[\w)\]'’”".?!])-(?=["“‘(])""",
    r"""(?<=[)\]'’”".?!])-(?=[A-Z])""",
    r"""(?<=-)["“‘(](?=\w)""",
    r"""(?<=\w)[)\]'’”"](?=-["“‘(]*[A-Z])""",
    r"(?<=\))(?:—|–|--)(?=\S)",
)
"""Hyphens between a headline, a credit in brackets or a quotation and the text: "(A. Name/PX)-“We saw", "‘Try’-The"."""
_FIRST_WORDS = 3
_CELLS = ("\t", "|")


def cut_glued_words(nlp: Language) -> None:
    """Let the tokenizer of `nlp` cut words at the hyphens by which found text joins a headline to the first sentence.

    Args:
        nlp: the pipeline; its tokenizer is changed in place.
    """
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *_PREFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer


@Language.component("kg_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Mark the first token of whatever begins anew as the start of a sentence; the parser keeps to it."""
    text = doc.text
    starts = sorted({start for begin, end in _lines(text) for start in _starts(text, begin, end)})
    if not starts:
        return doc
    following = iter(starts)
    start = next(following)
    for token in doc:
        if token.idx < start or token.is_space:
            continue
        while start <= token.idx:
            start = next(following, len(text))
        if token.i:
            token.is_sent_start = True
            _hold_together(doc, token.i + 1, start)
        if start == len(text):
            break
    return doc


def _hold_together(doc: Doc, first: int, limit: int) -> None:
    """Let no sentence begin right after the first words of one, where the parser knows too little yet.

    Args:
        doc: the text.
        first: the token after the first of the sentence.
        limit: the character where the next one is known to begin.
    """
    for token in doc[first : first + _FIRST_WORDS]:
        if token.idx >= limit or not token.is_alpha or not doc[token.i - 1].is_alpha:
            return
        token.is_sent_start = False


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _starts(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield where something begins in the line `[begin, end)`."""
    if begin:
        yield begin
    line = text[begin:end]
    if any(cell in line for cell in _CELLS):
        yield from (begin + i + 1 for i, sign in enumerate(line) if sign in _CELLS)
    else:
        yield from (begin + start for start in openings(line, first=begin == 0))
