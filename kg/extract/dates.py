"""The component kg_dates."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_dates")
def dates(doc: Doc) -> Doc:
    """Pass the Doc on."""
    return doc
