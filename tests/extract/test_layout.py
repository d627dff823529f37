"""Sentences keep to what the page shows: lines, headlines, datelines, times and cells of tables."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import said_in


def sentences(nlp: Language, text: str) -> list[str]:
    return [sent.text.strip() for sent in nlp(text).sents]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Truce Holds\nThe army left the town", "The army left the town"),
        (
            "Rebels Take Town-OSLO —\xa0-Norway said that rebels took the town.",
            "Norway said that rebels took the town.",
        ),
        (
            "Town Is ‘Fully Free’-OSLO, NORWAY —\xa0-Iraqi forces have freed the town, according to an official.",
            "Iraqi forces have freed the town, according to an official.",
        ),
        ("Army Leaves Town After Truce-Soldiers left the town on Monday.", "Soldiers left the town on Monday."),
    ],
)
def test_what_begins_anew_is_a_sentence(nlp: Language, text: str, sentence: str) -> None:
    assert sentence in sentences(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Truce Fails-OSLO —\xa0-Norway said that the talks had failed. (A. Name/XP)-“We go on,” said the envoy.",
        "Peace ‘Is Near’-“We are ready,” he said. The al-Abadi government\tand\tthe rebels|sides met.",
        "\n\n  -Norway\n",
    ],
)
def test_the_text_is_never_altered(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kyiv Says Army Attacked Its Forces in Ukraine-Ukraine said that the army had attacked.", "Ukraine"),
        ("Deal Can Help Both Sides - OSLO —\xa0-Norway said that the truce was near.", "Norway"),
        (
            "Iran: US Knew Path of Jet-President Hassan Rouhani said that the path was known.",
            "President Hassan Rouhani",
        ),
    ],
)
def test_a_headline_is_no_part_of_the_speaker(nlp: Language, text: str, speaker: str) -> None:
    assert [said.speaker for said in said_in(nlp, text)][-1] == speaker


@pytest.mark.parametrize("text", ["Tarsk\t17 killed\t31 wounded", "| Tarsk | 17 killed | 31 wounded |"])
def test_no_sentence_has_two_cells_of_a_table(nlp: Language, text: str) -> None:
    assert not any("17" in sentence and ("31" in sentence or "Tarsk" in sentence) for sentence in sentences(nlp, text))


def test_figures_of_a_table_are_no_sentence(nlp: Language) -> None:
    doc = nlp("District\tKilled\tWounded\nTarsk\t17\t31\nBrenik\t14\t22")
    assert [event for event in doc._.kg_events if event["counts"]] == []
