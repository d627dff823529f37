"""The component kg_titles."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_titles")
def titles(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
