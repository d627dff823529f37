"""Quotations without reporting words: the speaker goes on from paragraph to paragraph, or stops."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import by_rule, said_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“First we heard planes.\n“Then the roof fell in.\n“After that it was dark,” said Omar Haddad.", 2),
        ("Haddad said: “The shelling began at six.\n“It did not stop until noon.”", 1),
        ("“They came at night,” Haddad said. “We ran.\n“Nobody helped us.\n“Nobody will.”", 2),
        ("“They came at night,” Haddad said. “We ran.\n\n“Nobody helped us.”", 1),
    ],
)
def test_quotation_over_paragraphs(nlp: Language, text: str, count: int) -> None:
    found = by_rule(nlp, text, "quote:paragraphs")
    assert len(found) == count
    assert {speaker for speaker, _ in found} <= {"Haddad", "Omar Haddad"}


@pytest.mark.parametrize(
    "text",
    [
        "“We ran all night,” Haddad said.\n“Nobody helped us,” said Leila Nasser.",
        "Haddad called them “bandits and thieves.\nThe army left the town.",
    ],
)
def test_closed_quotations_do_not_run_on(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:paragraphs") == []


@pytest.mark.parametrize(
    "text",
    [
        "“The hospital was hit twice,” Leila Haddad said.\n“There is no water and no power.”",
        "Leila Haddad said: “The hospital was hit twice.”\n“There is no water and no power.”",
        "“The hospital was hit,” said Leila Haddad. “Twice.”\n“There is no water and no power.”",
    ],
)
def test_a_paragraph_that_is_a_quotation(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:paragraph") == [("Leila Haddad", "“There is no water and no power.”")]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital was hit twice.\n“There is no water and no power.”",
        "“The hospital was hit,” Leila Haddad said. Petrova denied that it was.\n“There is no water and no power.”",
        "“The hospital was hit,” Leila Haddad said.\nThe army left.\n“There is no water and no power.”",
        "“The hospital was hit,” Leila Haddad said.\n“Iron Harvest”",
    ],
)
def test_a_paragraph_that_may_be_anybodys(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:paragraph") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Petrova said the bridge was gone. “We cannot bring the wounded out.”", "Petrova"),
        ("According to Petrova, the bridge is gone. “We cannot bring the wounded out.”", "Petrova"),
        ("Petrova denied that the town had fallen on Sunday. “We hold every street of it.”", "Petrova"),
    ],
)
def test_a_quotation_after_a_reported_clause(nlp: Language, text: str, speaker: str) -> None:
    assert [found for found, _ in by_rule(nlp, text, "quote:after-clause")] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Petrova said the bridge was gone. The army left at dawn. “We cannot bring the wounded out.”",
        "The bridge was gone. “We cannot bring the wounded out.”",
        "Petrova said the bridge was gone. “Iron Harvest” had begun.",
    ],
)
def test_no_quotation_after_a_reported_clause(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:after-clause") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We ran,” Haddad said. “It was dark.” “Nobody helped us at all.”", "“Nobody helped us at all.”"),
        ("“We ran,” said Haddad. “It was cold.” “And nobody came.”", "“And nobody came.”"),
        ("Haddad said: “It was dark.” “Nobody helped us at all.”", "“Nobody helped us at all.”"),
    ],
)
def test_a_quotation_right_after_another(nlp: Language, text: str, content: str) -> None:
    assert [found for _, found in by_rule(nlp, text, "quote:next")] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "“We ran,” Haddad said. “It was dark.” “Nobody helped us,” Leila Nasser said.",
        "“We ran,” Haddad said. “It was dark.” Few stayed. “Nobody helped us at all.”",
    ],
)
def test_a_quotation_with_a_speaker_of_its_own(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:next") == []


def test_each_part_of_a_long_conversation_has_its_speaker(nlp: Language) -> None:
    text = (
        "“We will not leave,” Haddad said. “This is our land.”\n"
        "“And we will die here,” he continued.\n"
        "“Then you will die,” Petrova replied. “The road is closed.”\n"
        "“Nobody opens it.”"
    )
    assert [said.speaker for said in said_in(nlp, text)] == ["Haddad", "Haddad", "he", "Petrova", "Petrova", "Petrova"]
