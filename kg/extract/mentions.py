"""The component kg_mentions."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, NAMES, set_spans, spans_of


@Language.component("kg_mentions")
def mentions(doc: Doc) -> Doc:
    """First sketch: names with one text are one entity; a family name joins the full name before it."""
    rows = {}
    keys: dict[str, str] = {}
    spans = []
    for span in spans_of(doc, NAMES):
        name = span.text
        key = keys.get(name)
        if key is None:
            key = f"e{len(rows) + 1}"
            rows[key] = {"type": span.label_, "name": name, "aliases": [], "same_as": []}
            keys[name] = key
            if span.label_ == "Person":
                keys.setdefault(name.split()[-1], key)
        spans.append(Span(doc, span.start, span.end, label=rows[key]["type"], span_id=key, kb_id="name"))
    set_spans(doc, MENTIONS, spans)
    doc._.kg_entities = rows
    return doc
