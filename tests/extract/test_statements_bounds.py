"""Where what was said ends, which dates are those of the saying, and how sure a "he" is."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import rows_of, said_in


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“He said to the guard, ‘I want the road to be open by noon,’” Malic told reporters.", "noon"),
        ("“She told us that the bridge was lost,” Malic said on Monday.", "lost"),
        ("“They said the army had left the town,” Omar Hale told the court.", "town"),
    ],
)
def test_what_a_quoted_verb_reports_ends_in_its_quotation(nlp: Language, text: str, content: str) -> None:
    inner = [said for said in said_in(nlp, text) if said.rule == "clause:after"]
    assert [said.content.rpartition(" ")[2] for said in inner] == [content]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Malic said that the guard was “a good man” who had fed the prisoners.", "prisoners"),
        ("Malic said that the road was “closed for good.”", "”"),
    ],
)
def test_what_is_said_goes_on_after_words_quoted_in_it(nlp: Language, text: str, last: str) -> None:
    assert any(said.content.endswith(last) and said.speaker == "Malic" for said in said_in(nlp, text))


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("According to the 2015 report, the camp was empty.", False),
        ("According to a May survey, the camp was empty.", False),
        ("The 2015 report said that the camp was empty.", False),
        ("The ministry said on Monday that the camp was empty.", True),
        ("On Monday, Omar Hale said that the camp was empty.", True),
    ],
)
def test_a_date_in_the_words_for_the_speaker_is_not_that_of_the_saying(
    nlp: Language, text: str, *, dated: bool
) -> None:
    _, rows = rows_of(nlp, text)
    assert [row["date"] is not None for row in rows] == [dated]


def test_a_pronoun_is_less_sure_than_a_name(nlp: Language) -> None:
    _, rows = rows_of(
        nlp, "Omar Hale said that the road was open. He said that the bridge was lost. “It is gone,” he said."
    )
    assert [row["confidence"] >= 0.8 for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Residents said the bridge was lost. They said soldiers had shot a man.", True),
        ("Two farmers told reporters that the camp was empty. They said the guards had left.", True),
        ("Residents said the bridge was lost. Two officers deserted on Monday. They said the war was lost.", False),
        ("Residents said the bridge was lost. Two officials were arrested. They said the war was lost.", False),
    ],
)
def test_they_are_those_who_spoke_last_unless_others_come_between(nlp: Language, text: str, *, same: bool) -> None:
    _, rows = rows_of(nlp, text)
    assert (rows[0]["speaker"] == rows[-1]["speaker"]) == same


@pytest.mark.parametrize(
    "text",
    [
        "Omar Hale spoke of the youths, who Lucan Reyes said had become refugees in their own country.",
        "Omar Hale met the guards, who the mayor said were tired.",
    ],
)
def test_who_before_another_speaker_does_not_speak(nlp: Language, text: str) -> None:
    assert all(said.speaker not in ("the youths", "the guards") for said in said_in(nlp, text))
