"""Countries that no list has are seen by their adjective and the words of state beside it."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of, row_of


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("The Lethurian army crossed the river. Lethuria denied it.", "Lethuria", ["Lethurian", "Lethuria"]),
        ("Dravonia said Dravonian troops had withdrawn.", "Dravonia", ["Dravonia", "Dravonian"]),
        ("Kelmari President Ana Sorn flew home to Kelmar.", "Kelmar", ["Kelmari", "Kelmar"]),
    ],
)
def test_a_country_of_the_text(nlp: Language, text: str, country: str, words: list[str]) -> None:
    assert row_of(nlp, text, country)["type"] == "Country"
    assert mentions_of(nlp, text, country) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Martian rocks were red. Mars has two moons.", "Mars"),
        ("Elena Sorn praised the Sornian style.", "Sorn"),
        ("The Victorian house burned. Victoria fled.", "Victoria"),
    ],
)
def test_no_country_without_a_word_of_state(nlp: Language, text: str, name: str) -> None:
    found = entities(nlp(text))
    assert all(row["type"] != "Country" for known, (row, _) in found.items() if known == name)


def test_its_bodies_are_named_after_it(nlp: Language) -> None:
    found = entities(nlp("Lethuria denied it. The Lethurian army crossed the river."))
    assert found["Lethurian army"][0]["type"] == "Military"


def test_dateline_in_capitals_is_a_place(nlp: Language) -> None:
    assert row_of(nlp, "OSTVALE — Shells fell on the town on Monday, officials said.", "OSTVALE")["type"] == "Place"


def test_acronym_in_brackets_is_the_same_body(nlp: Language) -> None:
    words = mentions_of(nlp, "The Orvand Unity Front (OUF) fired. The OUF denied it.", "Orvand Unity Front")
    assert words == ["Orvand Unity Front", "OUF", "OUF"]


@pytest.mark.parametrize("noun", ["army", "government", "police"])
def test_a_body_without_its_country_is_one_of_the_article(nlp: Language, noun: str) -> None:
    found = entities(nlp(f"Witnesses said the {noun} fired on the crowd. The {noun} denied it."))
    assert found[noun][1] == [f"the {noun}", f"The {noun}"]
    assert "country" not in found[noun][0]


@pytest.mark.parametrize("text", ["The government of Ethiopia signed.", "Rebels fought the army of Sudan."])
def test_a_body_before_its_country(nlp: Language, text: str) -> None:
    assert any(" of " in name for name in entities(nlp(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Lethuria's foreign minister resigned. Fighting went on in Lethuria on Monday, and Lethuria demanded a truce.",
        "Talks between France and Lethuria ended. Lethuria's deputy foreign minister, Oskar Lindt, said so.",
        (
            "Two days of talks between Dravonia and Lethuria ended late on Thursday without an agreement. The talks "
            "were led by Dravonian Foreign Minister Lena Orvath and Lethuria’s deputy foreign minister, Oskar Lindt. "
            "Lethuria demanded that fighters withdraw. In the meantime Lethuria has appointed a new commander."
        ),
    ],
)
def test_a_country_without_an_adjective(nlp: Language, text: str) -> None:
    found = entities(nlp(text))
    assert found["Lethuria"][0]["type"] == "Country"
    assert found["Lethuria"][1].count("Lethuria") == text.count("Lethuria")


@pytest.mark.parametrize(
    "text",
    [
        "Lindt's army entered the town in March. Lindt and Orvath denied it.",
        "Oskar Lindt spoke. Lindt's foreign minister was in France. France and Lindt agreed.",
        "Lindt's daughter wept. The girl was seen in France.",
    ],
)
def test_a_leader_is_no_country(nlp: Language, text: str) -> None:
    assert not any(row["type"] == "Country" and "Lindt" in name for name, (row, _) in entities(nlp(text)).items())
