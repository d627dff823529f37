"""The component kg_roles."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_roles")
def roles(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
