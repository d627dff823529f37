"""The component kg_events."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_events")
def events(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
