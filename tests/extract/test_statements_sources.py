"""Speakers named without a reporting verb: phrases, nouns, labels of lines; who they are and when they spoke."""

import pytest
from spacy.language import Language

from kg.extract.statements import rests_on_speaker
from tests.extract.statement_aids import by_rule, rows_of, said_in


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The dam was hit twice, according to the governor.", "the governor", "The dam was hit twice"),
        ("According to the governor, the dam was hit twice.", "the governor", "the dam was hit twice"),
        ("In the words of the mayor, the city was a graveyard.", "the mayor", "the city was a graveyard"),
        (
            "Talks will resume in May, according to Ana Petrova, a member of the council.",
            "Ana Petrova",
            "Talks will resume in May",
        ),
    ],
)
def test_according_to(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "according") == [(speaker, content)]


@pytest.mark.parametrize("text", ["The guns were sorted according to size.", "Accordingly, the talks ended."])
def test_according_to_no_speaker(nlp: Language, text: str) -> None:
    _, rows = rows_of(nlp, text)
    assert [row for row in rows if row["confidence"] >= 0.8 and row["speaker"] is not None] == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The rebels' claim that the town had fallen was false.", "The rebels'", "that the town had fallen"),
        ("The envoy expressed hope that both would be freed.", "The envoy", "that both would be freed"),
        ("Russian claims that the town had fallen were false.", "Russian", "that the town had fallen"),
        ("The town was shelled despite the president's promise to end the war.", "the president's", "to end the war"),
    ],
)  # fmt: skip
def test_nouns(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "noun") == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the town had fallen was false.",
        "Fraud allegations that shook the town were false.",
        "The report that he read was long.",
    ],
)
def test_nouns_of_nobody(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "noun") == []


def test_labels_of_a_transcript(nlp: Language) -> None:
    text = (
        "PETROVA: We hold the town.\nHOST: For how long is that?\nPETROVA: As long as we must.\nHOST: Thank you both."
    )
    assert [speaker for speaker, _ in by_rule(nlp, text, "label:before")] == ["PETROVA", "HOST", "PETROVA", "HOST"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Volodymyr Zelenskyy: enemy lost thirty tanks", "Volodymyr Zelenskyy", "enemy lost thirty tanks"),
        ("Officials: two bridges destroyed overnight", "Officials", "two bridges destroyed overnight"),
    ],
)
def test_label_of_a_headline(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "label:before") == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv: The city was quiet on Sunday.",
        "Note: the figures could not be verified.",
        "Ukraine: two bridges destroyed overnight",
        "UPDATE: The road is open again.",
    ],
)
def test_labels_that_do_not_speak(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "label:before") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bridge over the Dnipro destroyed: governor", "governor"),
        ("Talks to resume in May - Kremlin", "Kremlin"),
        ("Nine killed in market blast – police", "police"),
    ],
)
def test_source_at_the_end_of_a_headline(nlp: Language, text: str, speaker: str) -> None:
    assert [found for found, _ in by_rule(nlp, text, "label:after")] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The war came to one place above all: Kyiv",
        "He spoke of the anti-Kremlin",
        "There was one man he feared: the governor.",
    ],
)
def test_no_source_at_the_end(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "label:after") == []


def test_speakers_are_entities(nlp: Language) -> None:
    doc, [row] = rows_of(nlp, "Dmitry Peskov said the talks were over.")
    assert row["speaker"] is not None
    assert doc._.kg_entities[row["speaker"]]["name"] == "Dmitry Peskov"


def test_who_wrote_a_document_speaks_in_it(nlp: Language) -> None:
    doc, [row] = rows_of(nlp, "A statement by NATO said the border would be closed.")
    assert row["speaker"] is not None
    assert doc._.kg_entities[row["speaker"]]["name"] == "NATO"


def test_a_quotation_of_nobody_known_keeps_its_words(nlp: Language) -> None:
    _, [row] = rows_of(nlp, "“The bridge over the river is gone,” the film said.")
    assert row["speaker"] is None
    assert row["speaker_span"] is not None


@pytest.mark.parametrize(
    "text",
    [
        "Imports rose in May, suggesting that the blockade has ended.",
        "Some held up signs demanding that the troops leave.",
        "The harvest confirmed that the war was over.",
        "The strikes showed that the truce was dead.",
    ],
)
def test_what_nobody_says_is_no_statement(nlp: Language, text: str) -> None:
    assert said_in(nlp, text) == []


def test_two_speakers_make_two_statements(nlp: Language) -> None:
    doc, rows = rows_of(nlp, "Vladimir Putin and Donald Trump said they would meet on Friday.")
    names = [doc._.kg_entities[row["speaker"]]["name"] for row in rows if row["speaker"] is not None]
    assert names == ["Vladimir Putin", "Donald Trump"]
    assert len({row["content"] for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Monday, Petrova said the bridge was gone.", "Monday"),
        ("Petrova said on Monday that the bridge was gone.", "Monday"),
        ("“The bridge is gone,” Petrova said on Monday.", "Monday"),
        ("In a speech on Monday, Petrova said the bridge was gone.", "Monday"),
    ],
)
def test_date_of_the_saying(nlp: Language, text: str, date: str) -> None:
    doc, [row] = rows_of(nlp, text)
    dates = {span.id_: span.text for span in doc.spans["kg_dates"]}
    assert row["date"] is not None
    assert date in dates[row["date"]]


@pytest.mark.parametrize(
    "text",
    [
        "Petrova said the bridge was destroyed on Monday.",
        "Petrova said they had met on Monday.",
        "The army left on Monday. Petrova said the bridge was gone.",
    ],
)
def test_date_of_something_else(nlp: Language, text: str) -> None:
    _, [row] = rows_of(nlp, text)
    assert row["date"] is None


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("The army said that it had shelled the town.", True),
        ("The president accused the army of shelling the town.", True),
        ("The police blamed the militia for the shelling.", False),
        ("The general described the raid as a success.", False),
    ],
)
def test_whose_word_an_event_rests_on(nlp: Language, text: str, rests: bool) -> None:  # noqa: FBT001 - a parameter of the test
    doc, [row] = rows_of(nlp, text)
    assert rests_on_speaker(doc, row) is rests


def test_confidence_knows_sure_from_unsure(nlp: Language) -> None:
    _, [sure] = rows_of(nlp, "“The bridge is gone,” Dmitry Peskov said.")
    _, [unsure] = rows_of(nlp, "He suggests that the bridge was gone.")
    assert sure["confidence"] > 0.9 > unsure["confidence"]


def test_no_statement_in_plain_news(nlp: Language) -> None:
    assert said_in(nlp, "The army took the hill at dawn. Nine men died. The road to the port is open again.") == []


def test_an_empty_text(nlp: Language) -> None:
    assert said_in(nlp, "") == []
    assert said_in(nlp, " \n ") == []
