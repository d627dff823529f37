"""What the tests of extraction look at: the entities of a text with the words that refer to them."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import MENTIONS, PLURALS, EntityRow, spans_of


def entities(doc: Doc) -> dict[str, tuple[EntityRow, list[str]]]:
    """Return each entity of `doc` by its name, with its row and the texts of its mentions."""
    mentions: dict[str, list[str]] = {}
    for span in spans_of(doc, MENTIONS):
        mentions.setdefault(span.id_, []).append(span.text)
    return {row["name"]: (row, mentions[key]) for key, row in doc._.kg_entities.items()}


def mentions_of(nlp: Language, text: str, name: str) -> list[str]:
    """Return the words by which `text` refers to the entity `name`, in text order; empty where there is none."""
    return entities(nlp(text)).get(name, ({}, []))[1]


def row_of(nlp: Language, text: str, name: str) -> EntityRow:
    """Return the row of the entity `name` in `text`."""
    return entities(nlp(text))[name][0]


def pairs_of(doc: Doc) -> list[tuple[str, list[str]]]:
    """Return each plural mention of `doc` with the names of the entities it stands for."""
    rows = doc._.kg_entities
    return [(span.text, [rows[key]["name"] for key in span.id_.split()]) for span in spans_of(doc, PLURALS)]
