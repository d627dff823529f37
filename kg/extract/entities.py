"""Entities that a component adds after `kg_mentions`: bodies and people the text describes but does not name."""

from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, EntityRow, Form, set_spans, spans_of
from kg.vocabulary import ORGANIZATION_CLASSES

ORGANIZATIONS = frozenset(("Organization", *ORGANIZATION_CLASSES))
"""The classes of the ontology that are organizations."""


def add_entity(doc: Doc, start: int, end: int, *, type: str, name: str) -> str:  # noqa: A002 - the record's own word
    """Make tokens `[start, end)` of `doc` a mention of form "description" and return the key of its entity.

    The entity is new unless `doc` has one of that type and name already.

    Args:
        doc: a Doc that `kg_mentions` has read.
        start: first token of the mention.
        end: token after the last.
        type: class of the entity in the ontology.
        name: what to call the entity.
    """
    rows: dict[str, EntityRow] = doc._.kg_entities
    known = next((key for key, row in rows.items() if row["type"] == type and row["name"] == name), None)
    if known is None:
        return add_new_entity(doc, start, end, type=type, name=name)
    add_mention(doc, start, end, known)
    return known


def add_new_entity(doc: Doc, start: int, end: int, *, type: str, name: str) -> str:  # noqa: A002 - as above
    """Do as `add_entity`, for somebody who is another than those of the same name: a second "senior official"."""
    rows: dict[str, EntityRow] = doc._.kg_entities
    key = f"e{max((int(known[1:]) for known in rows), default=0) + 1}"
    row: EntityRow = {"type": type, "name": name, "aliases": [], "same_as": []}
    doc._.kg_entities = {**rows, key: row}
    add_mention(doc, start, end, key)
    return key


def add_mention(doc: Doc, start: int, end: int, key: str, *, form: Form = "description") -> None:
    """Make tokens `[start, end)` of `doc` a mention of the entity with the key `key`."""
    spans = spans_of(doc, MENTIONS)
    if any(span.start == start and span.end == end and span.id_ == key for span in spans):
        return
    rows: dict[str, EntityRow] = doc._.kg_entities
    mention = Span(doc, start, end, label=rows[key]["type"], span_id=key, kb_id=form)
    set_spans(doc, MENTIONS, sorted([*spans, mention], key=lambda span: (span.start, -span.end)))
