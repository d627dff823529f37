"""Whom a description of a speaker means: the name beside it, not a name within it."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import rows_of


def speakers(nlp: Language, text: str) -> list[str | None]:
    """Return the name of the speaker of each statement."""
    doc, rows = rows_of(nlp, text)
    return [None if row["speaker"] is None else doc._.kg_entities[row["speaker"]]["name"] for row in rows]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A lawyer for Ana Solen said the trial was unfair.", "lawyer for Ana Solen"),
        ("An aide to President Omar Haddad said the plan was ready.", "aide to President Omar Haddad"),
        ("A spokesman for Mr. Haddad said the plan was ready.", "spokesman for Mr. Haddad"),
    ],
)
def test_whom_a_name_within_the_description_serves_does_not_speak(nlp: Language, text: str, name: str) -> None:
    assert speakers(nlp, text) == [name]


def test_a_name_after_the_description_speaks(nlp: Language) -> None:
    assert speakers(nlp, "Former adviser to the council Omar Haddad said that the road was open.") == ["Omar Haddad"]


@pytest.mark.parametrize(
    "text",
    [
        "The chairman of the defence committee, Nadia Sorel, said the law would pass.",
        "The chairman of the defence committee, Colonel Nadia Sorel, said the law would pass.",
        "“The law will pass,” the chairman of the defence committee, Nadia Sorel, said.",
    ],
)
def test_a_name_between_commas_speaks(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == ["Nadia Sorel"]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the defence committee, Nadia Sorel among them, said the law would pass.",
        "The chairman of the defence committee, whom Nadia Sorel had named, said the law would pass.",
    ],
)
def test_other_names_after_a_comma_do_not(nlp: Language, text: str) -> None:
    assert "Nadia Sorel" not in speakers(nlp, text)


def test_the_president_elect_is_somebody(nlp: Language) -> None:
    assert speakers(nlp, "The president-elect said, “I disavow all of them today.”") == ["president-elect"]


def test_the_storm_elect_is_nobody(nlp: Language) -> None:
    assert speakers(nlp, "The harvest-elect said that the war was over.") in ([], [None])
