"""The component kg_names."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans

CLASSES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Facility", "NORP": "Group"}


@Language.component("kg_names")
def names(doc: Doc) -> Doc:
    """First sketch: the model's entities as they are."""
    set_spans(
        doc, NAMES, [Span(doc, e.start, e.end, label=CLASSES[e.label_]) for e in doc.ents if e.label_ in CLASSES]
    )
    return doc
