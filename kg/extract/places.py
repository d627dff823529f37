"""The component kg_places."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_places")
def places(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
