"""What the tests of dates look at: each temporal expression of a text as words, type and value."""

from typing import NamedTuple

from spacy.language import Language

from kg.extract.annotations import DATES, spans_of

PUBLISHED = "2025-07-22"
"""A Tuesday: the day on which most sentences of the tests were written."""


class Found(NamedTuple):
    """One expression."""

    text: str
    type: str
    value: str


def dates_in(nlp: Language, text: str, *, published: str | None = PUBLISHED) -> list[Found]:
    """Return the temporal expressions of a text in order."""
    doc = nlp.make_doc(text)
    doc._.kg_published = published
    others = [name for name in nlp.pipe_names if name.startswith("kg_") and name not in {"kg_layout", "kg_dates"}]
    with nlp.select_pipes(disable=others):
        doc = nlp(doc)
    return [Found(span.text, span.label_, span.kb_id_) for span in spans_of(doc, DATES)]


def values_in(nlp: Language, text: str, *, published: str | None = PUBLISHED) -> list[str]:
    """Return the values of the temporal expressions of a text in order."""
    return [found.value for found in dates_in(nlp, text, published=published)]
