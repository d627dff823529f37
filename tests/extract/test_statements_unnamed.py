"""Speakers without a name become people and groups of the article."""

import pytest
from spacy.language import Language

from kg.extract.statements.somebody import Kind, nouns
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
        "The harvest said that the war was over.",
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


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("The ministry said that the bridge was gone.", "GovernmentBody", "ministry"),
        ("A local charity said that the bridge was gone.", "Group", "local charity"),
        ("State media reported that the bridge was gone.", "Group", "State media"),
        ("Analysts and rights groups say that the law is bad.", "Group", "Analysts and rights groups"),
        ("Some of the players said that the bridge was gone.", "Group", "Some of the players"),
        ("The manifesto says that the bridge must be rebuilt.", "Group", "manifesto"),
        ("The general said that the bridge was gone.", "Person", "general"),
    ],
)
def test_bodies_crowds_and_documents_speak(nlp: Language, text: str, type_: str, name: str) -> None:
    assert speakers(nlp, text) == [(type_, name)]


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("He said that the war was over.", "Person", "unnamed speaker"),
        ("“The road is closed until the spring,” she said.", "Person", "unnamed speaker"),
        ("They said that the war was over.", "Group", "unnamed speakers"),
    ],
)
def test_the_word_of_an_unknown_he_is_not_the_writers(nlp: Language, text: str, type_: str, name: str) -> None:
    _, [row] = rows_of(nlp, text)
    assert speakers(nlp, text) == [(type_, name)]
    assert row["direct"] or row["confidence"] < 0.9


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is hard for us all here,” said party supporter John Walden, who was there.", "John Walden"),
        ("Senior journalist and regional expert Omar Haddad told reporters that it was over.", "Omar Haddad"),
        ("The commanding general of the operation, Lieutenant General Omar Haddad, said it was over.", "Omar Haddad"),
        ("“It is over for us all here,” added Haddad, who said he would go. Omar Haddad is a farmer.", "Omar Haddad"),
    ],
)
def test_the_name_beside_a_description_speaks(nlp: Language, text: str, name: str) -> None:
    assert {found[1] for found in speakers(nlp, text) if found is not None} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army issued a statement on Monday. The statement said that the road was closed.", "army"),
        (
            "“We will stay here,” Omar Haddad said in a letter. The letter added that the road was closed.",
            "Omar Haddad",
        ),
        ("The United Nations published a report. The report says that the road was closed.", "United Nations"),
    ],
)
def test_a_document_speaks_for_the_author_told_before(nlp: Language, text: str, name: str) -> None:
    found = speakers(nlp, text)[-1]
    assert found is not None
    assert found[1] == name


def test_another_report_is_somebody_elses(nlp: Language) -> None:
    found = speakers(nlp, "The United Nations published a report. A new report says that the road was closed.")[-1]
    assert found == ("Group", "new report")


def test_he_who_goes_on_speaking_is_who_spoke_before_the_picture(nlp: Language) -> None:
    text = (
        "“We will not leave this town again,” said Omar Haddad, a farmer.\n"
        "FILE - Police officer John Walden stands before the burnt hall, in Verrin, May 3, 2019.\n"
        "“There is no water left in the town,” he said.\n"
    )
    assert [found and found[1] for found in speakers(nlp, text)] == ["Omar Haddad", "Omar Haddad"]


def test_she_is_no_man(nlp: Language) -> None:
    text = "“We will not leave this town again,” a fisherman said. “There is no water left in the town,” she added."
    assert [found and found[1] for found in speakers(nlp, text)] == ["fisherman", "unnamed speaker"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The president repeated his accusation that the neighbours armed the rebels.", "president"),
        ("The rebels renewed their demand that the president resign.", "rebels"),
        ("Omar Haddad kept his promise to withdraw the troops.", "Omar Haddad"),
    ],
)
def test_his_words_are_those_of_the_subject(nlp: Language, text: str, name: str) -> None:
    assert {found[1] for found in speakers(nlp, text) if found is not None} == {name}


def test_their_words_are_not_those_of_one(nlp: Language) -> None:
    assert ("Person", "president") not in speakers(nlp, "The president rejected their demand that the army leave.")


def test_a_listed_body_is_what_its_own_word_says_in_whatever_order_lists_are_read() -> None:
    assert nouns()["forces"] == Kind("Military", plural=False)
    assert nouns()["agencies"] == Kind("Group", plural=True)
