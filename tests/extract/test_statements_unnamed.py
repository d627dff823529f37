"""Speakers without a name become people and groups of the article."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one
from tests.extract.statement_aids import rows_of


def speakers(nlp: Language, text: str) -> list[tuple[str, str] | None]:
    """Return class and name of the speaker of each statement."""
    doc, rows = rows_of(nlp, text)
    entities = doc._.kg_entities
    return [
        None if row["speaker"] is None else (entities[row["speaker"]]["type"], entities[row["speaker"]]["name"])
        for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("A Western diplomat said that the talks had failed.", "Person", "Western diplomat"),
        ("A senior Ukrainian official said the town had fallen.", "Person", "senior Ukrainian official"),
        ("The envoy is ill, according to a source in Turkey.", "Person", "source in Turkey"),
        ("“We saw the plane burn,” a farmer said.", "Person", "farmer"),
        ("Residents said that the bridge was gone.", "Group", "Residents"),
        ("Witnesses said they had heard shots.", "Group", "Witnesses"),
        ("Two shopkeepers told reporters that they had seen the soldiers.", "Group", "Two shopkeepers"),
        ("The prisoners have been freed, his spokesman said.", "Person", "his spokesman"),
        ("The director of the hospital said that 12 people had died.", "Person", "director of the hospital"),
    ],
)
def test_unnamed_speakers_are_entities(nlp: Language, text: str, type_: str, name: str) -> None:
    assert speakers(nlp, text) == [(type_, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The storm said more than words that the harvest was lost.",
        "The film said that the war was over.",
        "They said that the war was over.",
    ],
)
def test_other_subjects_are_not(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) in ([], [None])


@pytest.mark.parametrize(
    "text",
    [
        "Army spokesman Omar Haddad said that the road was open.",
        "Former adviser to the council Omar Haddad said that the road was open.",
    ],
)
def test_a_speaker_with_a_name_stays_who_he_is(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == [("Person", "Omar Haddad")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A diplomat said that the talks had failed. The diplomat said that a truce was near.", 1),
        ("Officials said that the road was open. Officials said that the bridge was gone.", 1),
        ("A doctor said that nine people had died. Another doctor said that ten had died.", 2),
        ("A senior official said that he was ready. A senior official said that he was not.", 2),
        ("A diplomat said that the talks had failed. He said that a truce was near.", 1),
        ("Two farmers said that the field burned. Two farmers said that it did not.", 2),
    ],
)
def test_who_is_the_same(nlp: Language, text: str, count: int) -> None:
    _, rows = rows_of(nlp, text)
    assert len({row["speaker"] for row in rows}) == count
    assert all(row["speaker"] for row in rows)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A Western diplomat said that Russia had attacked the port.", "Western diplomat"),
        ("Witnesses said that rebels attacked the port.", "Witnesses"),
        ("Rebels attacked the port, according to a source in Turkey.", "source in Turkey"),
    ],
)
def test_events_rest_on_them(nlp: Language, text: str, source: str) -> None:
    assert one(nlp, text, "Attack").source == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The United Nations report said that nine people were shot.", "United Nations"),
        ("The United Nations issued a statement saying that nine people were shot.", "United Nations"),
        ("A statement by the Kremlin said that the truce holds.", "Kremlin"),
    ],
)
def test_documents_speak_for_their_authors(nlp: Language, text: str, speaker: str) -> None:
    assert [found and found[1] for found in speakers(nlp, text)] == [speaker]
