"""Sentences do not run over line breaks: a headline, a list item or a paragraph ends where its line ends."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_layout", assigns=["token.is_sent_start"])
def layout(doc: Doc) -> Doc:
    """Mark the first token after a line break as the start of a sentence; the parser keeps to it."""
    text = doc.text
    if "\n" not in text:
        return doc
    broken = False
    for token in doc:
        if token.is_space:
            broken = broken or "\n" in token.text
        elif broken:
            token.is_sent_start = True
            broken = False
    return doc
