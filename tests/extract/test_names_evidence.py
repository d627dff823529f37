"""What the words around a name show it to be, and where a name ends."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.names.evidence import people_shown, places_shown, without_common_words
from kg.extract.names.headlines import without_headline_words
from kg.extract.names.model import from_model
from kg.extract.names.name import Name
from tests.extract.reading_aids import entities


def _names(nlp: Language, text: str, name: str, type_: str) -> tuple[list[str], list[Name], Doc]:
    """Return the small words of `text` and `name` in it, as if the model had said that it is a `type_`."""
    doc = nlp(text)
    tokens = [token.text for token in nlp.make_doc(name)]
    words = [token.text for token in doc]
    found = [Name(i, i + len(tokens), type_) for i in range(len(words)) if words[i : i + len(tokens)] == tokens]
    return [word.lower() for word in words], found, doc


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Two children were killed near Merowe on Friday.", "Merowe", "Person"),
        ("They left the town of Suruc at night.", "Suruc", "Organization"),
        ("The rebels took Tarsk, a railway town, on Friday.", "Tarsk", "Person"),
        ("Shells hit the Debaga camp on Monday.", "Debaga", "Person"),
        ("The army recaptured Hawija in October.", "Hawija", "Person"),
        ("They hold the capital, Mekelle, and two roads.", "Mekelle", "Person"),
        ("The wounded were treated at Kidal.", "Kidal", "Person"),
        ("The museum in Tunis was closed.", "Tunis", "Organization"),
        ("They bombed Raqqa’s eastern suburbs.", "Raqqa", "Organization"),
        ("Varnesk buried nine of its people on Friday.", "Varnesk", "Person"),
        ("Trucks wait on the road to Varnesk.", "Varnesk", "Organization"),
        ("Snow fell at Stone Pass on Friday.", "Stone Pass", "Organization"),
    ],
)
def test_a_place(nlp: Language, text: str, name: str, type_: str) -> None:
    lower, names, doc = _names(nlp, text, name, type_)
    assert places_shown(doc, [token.text for token in doc], lower, names) == {name}


def test_the_town_of_a_dateline_is_a_town_further_on(nlp: Language) -> None:
    found = entities(nlp("VARNESK, Ostrava — The bridge was shut on Friday. Soldiers stood at the gates of Varnesk."))
    row, mentions = found["Varnesk"]
    assert row["type"] == "Place"
    assert "Varnesk" in mentions


def test_a_name_in_capitals_that_opens_no_dateline_makes_no_town(nlp: Language) -> None:
    found = entities(nlp("MENZIES spoke first. Later Menzies told reporters that he would resign."))
    assert "Place" not in {row["type"] for row, _ in found.values()}


def test_a_place_in_a_list_of_places(nlp: Language) -> None:
    lower, names, doc = _names(nlp, "Boats came from Odessa and Mariupol.", "Mariupol", "Organization")
    _, towns, _ = _names(nlp, doc.text, "Odessa", "Place")
    assert places_shown(doc, [token.text for token in doc], lower, [*names, *towns]) == {"Mariupol"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Voters lost confidence in Varen after the raid.", "Varen", "Person"),
        ("The guard fired at Kennedy from a window.", "Kennedy", "Person"),
        ("In the region, Hakim said that nothing had changed.", "Hakim", "Person"),
        ("Talks between Moscow and Varen failed, and Varen demanded more.", "Varen", "Person"),
        ("They read Varen’s long letters.", "Varen", "Person"),
        ("Varen buried nine of his people on Friday.", "Varen", "Person"),
        ("Varen said that the town had buried its people.", "Varen", "Person"),
        ("The Front buried nine of its dead on Friday.", "Front", "Organization"),
        ("The guards gave bread to Varen.", "Varen", "Person"),
        ("She works at Stone Partners now.", "Stone Partners", "Organization"),
        ("The shop sells Stone Pass on Friday.", "Stone Pass", "Organization"),
        ("He bought shares in Gazprom last year.", "Gazprom", "Organization"),
        ("The rules apply in UNIFIL as well.", "UNIFIL", "Organization"),
        ("She was seen at Mass, and mass was said twice in Mass.", "Mass", "Person"),
    ],
)
def test_no_place(nlp: Language, text: str, name: str, type_: str) -> None:
    lower, names, doc = _names(nlp, text, name, type_)
    assert places_shown(doc, [token.text for token in doc], lower, names) == set()


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("Police shot 37-year-old Alton Kerrison on Tuesday.", "Alton Kerrison", True),
        ("The Bayasi family left the town.", "Bayasi", True),
        ("The Varen administration refused.", "Varen", True),
        ("The Varen regime refused.", "Varen", True),
        ("The FIDA administration refused.", "FIDA", False),
        ("A year-old Northern Relief Group refused.", "Northern Relief Group", False),
        ("The Bayasi company left the town.", "Bayasi", False),
    ],
)
def test_a_person(nlp: Language, text: str, name: str, shown: bool) -> None:  # noqa: FBT001 - what is expected
    lower, names, doc = _names(nlp, text, name, "Organization")
    assert (people_shown(doc, lower, names) == {name}) is shown


@pytest.mark.parametrize(
    ("text", "span", "label", "name"),
    [
        ("The Northern Relief Front (NRF) said so.", "Northern Relief Front (NRF", "ORG", "Northern Relief Front"),
        ("FILE - Ines Latorre walks home.", "FILE - Ines Latorre", "ORG", "Ines Latorre"),
        ("Observers from Calvora confirmed it.", "Calvora confirmed", "ORG", "Calvora"),
        ("A train from Gusau to Lagos stopped.", "Gusau to Lagos", "ORG", "Gusau"),
        ("They gave Santos the Peace Prize.", "Santos the Peace Prize", "PERSON", "Santos"),
        ("The Bank for Trade and Growth closed.", "Bank for Trade and Growth", "ORG", "Bank for Trade and Growth"),
        ("The Mission to Darfania ended.", "Mission", "ORG", "Mission"),
    ],
)
def test_where_a_name_ends(nlp: Language, text: str, span: str, label: str, name: str) -> None:
    doc = nlp(text)
    start = text.index(span)
    ent = doc.char_span(start, start + len(span), label=label)
    assert ent is not None
    (found,) = from_model(ent)
    assert doc[found.start : found.end].text == name


@pytest.mark.parametrize(
    ("text", "span", "label", "names"),
    [
        (
            *("It happened in the town of Brenik, Sarven Wire reported.", "Brenik, Sarven Wire", "ORG"),
            [("Brenik", "Place"), ("Sarven Wire", "Organization")],
        ),
        (
            *("The president of Calvora, Lucan Reyes, left.", "Calvora, Lucan Reyes", "ORG"),
            [("Calvora", "Place"), ("Lucan Reyes", "Person")],
        ),
        (
            *("Police in Orvand, Ines Latorre said, were there.", "Orvand, Ines Latorre", "PERSON"),
            [("Orvand", "Place"), ("Ines Latorre", "Person")],
        ),
        (
            *("The Ministry of Roads, Ports and Canals left.", "Ministry of Roads, Ports and Canals", "ORG"),
            [("Ministry of Roads, Ports and Canals", "Organization")],
        ),
        ("Falk Brothers, Inc. closed.", "Falk Brothers, Inc.", "ORG", [("Falk Brothers, Inc.", "Organization")]),
    ],
)  # fmt: skip
def test_two_names_with_a_comma_between(
    nlp: Language, text: str, span: str, label: str, names: list[tuple[str, str]]
) -> None:
    doc = nlp(text)
    start = text.index(span)
    ent = doc.char_span(start, start + len(span), label=label)
    assert ent is not None
    assert [(doc[found.start : found.end].text, found.type) for found in from_model(ent)] == names


@pytest.mark.parametrize(
    ("text", "span", "label", "type_"),
    [
        ("The people there follow Islam now.", "Islam", "ORG", None),
        ("A bomb went off at Easter.", "Easter", "ORG", None),
        ("They fled in Operation Long Night.", "Operation Long Night", "LOC", None),
        ("They fled before Typhoon Varna.", "Typhoon Varna", "ORG", None),
        ("They signed the Northern Trade Treaty.", "Northern Trade Treaty", "ORG", None),
        ("They asked the Institute for War.", "Institute for War", "ORG", "Organization"),
        ("FILE - The bridge is seen.", "FILE", "ORG", None),
        ("The army drove out the Rohingya.", "Rohingya", "PERSON", "Group"),
        ("Clashes with Tuaregs went on.", "Tuaregs", "ORG", "Group"),
        ("The Islam Front met.", "Islam Front", "ORG", "Organization"),
    ],
)
def test_what_is_no_name(nlp: Language, text: str, span: str, label: str, type_: str | None) -> None:
    doc = nlp(text)
    start = text.index(span)
    ent = doc.char_span(start, start + len(span), label=label)
    assert ent is not None
    assert [found.type for found in from_model(ent)] == ([] if type_ is None else [type_])


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("Responsibility was theirs, and the responsibility is great.", "Responsibility", False),
        ("The Fund met. Money for the fund is short.", "Fund", False),
        ("The Globo network said so.", "Globo", True),
        ("The Council met. Another council was closed.", "Council", True),
    ],
)
def test_a_word_that_is_common_too(nlp: Language, text: str, name: str, stays: bool) -> None:  # noqa: FBT001
    lower, names, doc = _names(nlp, text, name, "Organization")
    assert len(names) == 1
    assert (without_common_words([token.text for token in doc], lower, names) == names) is stays


HEADLINE = "Opposition Parties Warn of Long Delay in Varnesk\n"
BODY = "The parties told voters on Monday that a long delay could follow. Nobody in Varnesk has voted yet, they said.\n"


def test_the_capitals_of_a_headline_make_no_name(nlp: Language) -> None:
    lower, names, doc = _names(nlp, HEADLINE + BODY, "Opposition Parties Warn", "Organization")
    assert len(names) == 1
    words = [token.text for token in doc]
    assert without_headline_words(doc, words, names) == []
    assert lower[0] == "opposition"


def test_a_headline_keeps_what_the_article_names(nlp: Language) -> None:
    _, names, doc = _names(nlp, HEADLINE + BODY, "Varnesk", "Place")
    words = [token.text for token in doc]
    assert without_headline_words(doc, words, names) == names
    assert len(names) == 2


def test_a_line_of_names_is_no_headline(nlp: Language) -> None:
    text = "The dead were found on Monday near the river.\nNobody knew where they had come from.\n"
    line = "Sergeant Omar Haddad, Northern Brigade, Varnesk\n"
    _, names, doc = _names(nlp, text + line, "Omar Haddad", "Person")
    words = [token.text for token in doc]
    assert without_headline_words(doc, words, names) == names


def test_an_acronym_in_brackets_is_its_name(nlp: Language) -> None:
    found = entities(nlp("The Northern Relief Front (NRF) sent trucks. Later the NRF sent more."))
    assert found["Northern Relief Front"][1] == ["Northern Relief Front", "NRF", "NRF"]
