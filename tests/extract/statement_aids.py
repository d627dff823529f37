"""What the tests of statements look at: each statement of a text as words."""

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import StatementRow


class Said(NamedTuple):
    """One statement: the words that name the speaker, the reporting words, what was said, and the rule."""

    speaker: str | None
    cue: str | None
    content: str
    rule: str


def words_of(doc: Doc, span: tuple[int, int] | None) -> str | None:
    """Return the words of a span of tokens."""
    return None if span is None else doc[span[0] : span[1]].text


def rows_of(nlp: Language, text: str) -> tuple[Doc, list[StatementRow]]:
    """Return the Doc of `text` and its statements."""
    doc = nlp(text)
    rows: list[StatementRow] = doc._.kg_statements
    return doc, rows


def said_in(nlp: Language, text: str) -> list[Said]:
    """Return the statements of `text` in the order of what was said."""
    doc, rows = rows_of(nlp, text)
    return [
        Said(words_of(doc, r["speaker_span"]), words_of(doc, r["cue"]), words_of(doc, r["content"]) or "", r["rule"])
        for r in rows
    ]


def by_rule(nlp: Language, text: str, rule: str) -> list[tuple[str | None, str]]:
    """Return speaker and content of the statements of `text` that `rule` found."""
    return [(said.speaker, said.content) for said in said_in(nlp, text) if said.rule == rule]
