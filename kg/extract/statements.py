"""The component kg_statements."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_statements")
def statements(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
