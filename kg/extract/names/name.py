"""A name as the components of this package pass it on."""

from typing import NamedTuple

from spacy.tokens import Doc

SHORTEST_REPEATED = 4
"""A single word shorter than this is not looked for again in the article: too many are words of their own."""


class Name(NamedTuple):
    """A named thing at tokens `[start, end)`; `key` is that of a lexicon entry or ""."""

    start: int
    end: int
    type: str
    key: str = ""
    form: str = "name"


def text_of(doc: Doc, name: Name) -> str:
    """Return the words of `name`."""
    return doc[name.start : name.end].text


def inside(inner: Name, outer: Name) -> bool:
    """Say whether `inner` lies within `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end
