"""Names into which the model drew the first words of a title: "Pentagon Press" in "Pentagon Press Secretary X"."""

from functools import cache

from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans, spans_of
from kg.extract.names.lexical import lexicon_phrases
from kg.extract.names.name import Name
from kg.lexicon.organizations import organization_kinds

PERSON = "Person"
BODIES = frozenset("body company country firm group mission nation organisation organization state team unit".split())


@cache
def known_names() -> dict[str, Name]:
    """Return the lexicons' names of countries, places and organizations by their words in lower case."""
    return {phrase.lower(): name for phrase, name in lexicon_phrases()}


@cache
def bodies() -> frozenset[str]:
    """Return common nouns for bodies, which end their names and whose head is no part of the body."""
    return frozenset(kind.word for kind in organization_kinds()) | BODIES


def cut_names(doc: Doc, titles: list[Span], known: dict[str, Name]) -> None:
    """End the names of `doc` where a title begins in them, and give what is left the class that a lexicon knows."""
    begins = {title.start: title for title in titles}
    names = spans_of(doc, NAMES)
    cut = [_cut(doc, name, begins, known) for name in names]
    if any(new is not old for new, old in zip(cut, names, strict=True)):
        whole = {(name.start, name.end) for name in names}
        kept = [new for new, old in zip(cut, names, strict=True) if new is old or (new.start, new.end) not in whole]
        set_spans(doc, NAMES, kept)


def _cut(doc: Doc, name: Span, begins: dict[int, Span], known: dict[str, Name]) -> Span:
    """Return `name` up to the title that begins in it and reaches its end or beyond."""
    if name.label_ == PERSON or name.kb_id_:
        return name
    title = next((begins[i] for i in range(name.start + 1, name.end) if i in begins), None)
    if title is None or title.end < name.end:
        return name
    entry = known.get(doc[name.start : title.start].text.lower())
    if entry is None and doc[title.start].lower_ in bodies():
        return name  # "Metro Police officer" has the whole name of the police
    if entry is None:
        return Span(doc, name.start, title.start, label=name.label_, span_id=name.id_)
    return Span(doc, name.start, title.start, label=entry.type, kb_id=entry.key, span_id=entry.form)
