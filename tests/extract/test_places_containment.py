"""Which place lies in which."""

import pytest
from spacy.language import Language

from kg.extract.annotations import ContainmentRow
from tests.extract.event_aids import told_in


def parts(nlp: Language, text: str) -> set[tuple[str, str]]:
    """Return the pairs of a place and the place around it that `text` tells."""
    doc = nlp(text)
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    rows: list[ContainmentRow] = doc._.kg_parts
    return {(names[row["part"]], names[row["whole"]]) for row in rows if row["rule"].startswith("place:")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Forces attacked the eastern city of Pokrovsk, in Donetsk region, on Sunday.", ("Pokrovsk", "Donetsk region")),
        ("Shells hit Pokrovsk, in Ukraine's Donetsk region.", ("Pokrovsk", "Donetsk region")),
        ("Shells hit Pokrovsk, in Ukraine's Donetsk region.", ("Donetsk region", "Ukraine")),
        ("A bomb exploded in Tripoli, Lebanon, on Sunday.", ("Tripoli", "Lebanon")),
        ("A bomb exploded in the Syrian city of Aleppo.", ("Aleppo", "Syria")),
        ("A shooting in Atlanta, Georgia, killed two.", ("Atlanta", "Georgia")),
        ("Police in London, Ontario, arrested two men.", ("London", "Ontario")),
        ("Rebels captured Mosul in northern Iraq.", ("Mosul", "Iraq")),
    ],
)
def test_a_place_in_a_place(nlp: Language, text: str, pair: tuple[str, str]) -> None:
    assert pair in parts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Protests were held in Tripoli, Beirut and Damascus.",
        "Protests were held in Aleppo, Lebanon and Iraq.",
        "A bomb exploded in Aleppo, Syria said on Sunday.",
        "The Iranian minister flew to Geneva.",
        "The minister left Geneva for talks in Iran.",
    ],
)
def test_no_place_in_another(nlp: Language, text: str) -> None:
    assert parts(nlp, text) == set()


def test_what_is_taken_is_the_town_itself(nlp: Language) -> None:
    (told,) = told_in(nlp, "Rebels captured the northern city of Mosul.")
    assert told.parties[1:] == ("object:Mosul",)


def test_each_town_is_taken_once(nlp: Language) -> None:
    told = told_in(nlp, "The army captured Aleppo and Mosul.")
    assert [(event.places, event.parties[1:]) for event in told] == [
        (("Aleppo",), ("object:Aleppo",)),
        (("Mosul",), ("object:Mosul",)),
    ]
