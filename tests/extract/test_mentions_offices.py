"""Whom a post of a country means in an article that names nobody in it."""

import pytest
from spacy.language import Language

from kg.extract.annotations import MENTIONS, spans_of


def people(nlp: Language, text: str) -> dict[str, list[str]]:
    """Return the words for each person, by the name."""
    doc = nlp(text)
    found: dict[str, list[str]] = {}
    for span in spans_of(doc, MENTIONS):
        if span.label_ == "Person":
            found.setdefault(doc._.kg_entities[span.id_]["name"], []).append(span.text)
    return found


def names(nlp: Language, text: str) -> list[str]:
    return list(people(nlp, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The president of Ukraine met the envoys in Kyiv.", "president of Ukraine"),
        ("Poland's president arrived in Kyiv on Monday.", "Poland's president"),
        ("The envoys met the Polish defence minister in Kyiv.", "Polish defence minister"),
        ("The French prime minister left the talks.", "French prime minister"),
    ],
)
def test_a_post_of_a_country_is_somebody(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == [name]


def test_the_same_post_is_the_same_person(nlp: Language) -> None:
    found = people(nlp, "Poland's president arrived in Kyiv on Monday. The Polish president left on Tuesday.")
    assert found == {"Poland's president": ["Poland's president", "The Polish president"]}


def test_whom_the_article_names_is_named(nlp: Language) -> None:
    text = "Polish President Jan Nowak arrived in Kyiv. The Polish president left on Tuesday."
    assert names(nlp, text) == ["Jan Nowak"]


@pytest.mark.parametrize(
    "text",
    [
        "A Polish president will visit Kyiv one day.",
        "Envoys met the Polish minister in Kyiv.",
        "Envoys met the new Polish defence minister in Kyiv.",
        "Envoys met the Polish mayor in Kyiv.",
        "Polish ministers met in Kyiv.",
        "He was elected president of Poland in May.",
    ],
)
def test_what_several_may_be_is_nobody(nlp: Language, text: str) -> None:
    assert names(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They met the emir of Qatar, Sheikh Tamim bin Hamad, in Doha.",
        '"[Polish President] Jan Nowak is glad," he said.',
    ],
)
def test_a_name_that_follows_is_whom_it_means(nlp: Language, text: str) -> None:
    assert not any("emir" in name or "President" in name for name in names(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Georgian parliament, Shalva Berid, met the Georgian president in Tbilisi.",
        "Shalva Berid, the president of Georgia's parliament, met the Georgian president in Tbilisi.",
    ],
)
def test_who_presides_over_a_parliament_is_not_the_country_s_president(nlp: Language, text: str) -> None:
    assert names(nlp, text) == ["Shalva Berid", "Georgian president"]


def test_who_presides_over_a_country_is(nlp: Language) -> None:
    text = "The president of the United States, Ana Solen, left. The American president met nobody."
    assert names(nlp, text) == ["Ana Solen"]
