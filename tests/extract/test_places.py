"""Which place is meant: population, the article's countries, a country named beside it."""

import pytest
from spacy.language import Language

from kg.extract.places.gazetteer import fold, gazetteer
from tests.extract.reading_aids import entities, row_of

TRIPOLI_LIBYA, TRIPOLI_LEBANON = "https://sws.geonames.org/2210247/", "https://sws.geonames.org/266826/"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels attacked Tripoli on Sunday, officials in Libya said.", "Tripoli", "LY"),
        ("A bomb exploded in Tripoli, Lebanon, on Sunday.", "Tripoli", "LB"),
        ("Lebanese soldiers entered Tripoli after the Lebanese army closed the road from Beirut.", "Tripoli", "LB"),
        ("The gang ruled parts of San Salvador, police in El Salvador said.", "San Salvador", "SV"),
        ("Ukrainian soldiers left Pokrovsk before dawn.", "Pokrovsk", "UA"),
        ("Delegations from Iran and the United States met in Geneva.", "Geneva", "CH"),
        ("Protesters gathered in Tbilisi. Georgia said it would hold elections.", "Georgia", "GE"),
        ("Russian troops entered Georgia in August 2008.", "Georgia", "GE"),
        ("Protesters gathered in Rustavi, Georgia, on Monday.", "Georgia", "GE"),
        ("Georgia's president spoke in Atlanta, Georgia, on Monday after Georgians had voted.", "Georgia", "GE"),
        ("A shooting in Atlanta, Georgia, killed two people on Friday.", "Georgia", "US"),
        ("A shooting in Atlanta, Georgia, killed two people on Friday.", "Atlanta", "US"),
        ("Georgia's governor met police in Savannah on Friday.", "Georgia", "US"),
        ("Police in London, Ontario, arrested two men on Tuesday.", "London", "CA"),
        ("Fighters attacked a checkpoint near Kidal, in northern Mali, on Tuesday.", "Kidal", "ML"),
        ("A drone hit the city of Pokrovsk, in Donetsk region, on Tuesday.", "Pokrovsk", "UA"),
    ],
)
def test_the_right_place(nlp: Language, text: str, name: str, country: str) -> None:
    assert row_of(nlp, text, name)["country"] == country


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A blast in Springfield, Illinois, wounded four on Monday.", "US-IL"),
        ("A blast in Springfield, Missouri, wounded four on Monday.", "US-MO"),
    ],
)
def test_the_state_behind_a_town_decides(nlp: Language, text: str, state: str) -> None:
    geoname = int(row_of(nlp, text, "Springfield")["same_as"][0].rstrip("/").rpartition("/")[2])
    town = gazetteer().settlement(geoname)
    assert f"{town.country}-{town.region}" == state


def test_a_town_that_the_area_behind_it_has_not_is_left_open(nlp: Language) -> None:
    assert row_of(nlp, "A bomb exploded in Geneva, Yemen, on Sunday.", "Geneva").get("country") is None


@pytest.mark.parametrize("name", ["Teldau", "Varesk", "Upper Solin"])
def test_an_unknown_place_gets_no_coordinates(nlp: Language, name: str) -> None:
    found = entities(nlp(f"Shells fell on the village of {name} in Syria."))
    assert all("lat" not in row for known, (row, _) in found.items() if known == name)


def test_precision_is_recorded(nlp: Language) -> None:
    found = entities(nlp("Shells fell on Kharkiv in Ukraine, in the Donbas and on the Kerch Bridge."))
    assert [found[name][0].get("precision") for name in ("Kharkiv", "Ukraine", "Donbas", "Kerch Bridge")] == [
        "city",
        "country",
        "region",
        "point",
    ]


def test_two_places_of_one_name_are_told_apart_by_id() -> None:
    ids = {f"https://sws.geonames.org/{town.geoname}/" for town in gazetteer().settlements("Tripoli")}
    assert {TRIPOLI_LIBYA, TRIPOLI_LEBANON} <= ids


def test_names_are_found_without_accents() -> None:
    assert fold("Bogotá") == fold("Bogota")
    assert gazetteer().settlements("Bogota")[0].country == "CO"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army captured Aleppo on May 3 and Mosul on June 4.", "Aleppo"),
        ("Saudi warplanes bombed Sanaa on the following day.", "Sanaa"),
        ("Mortar shells struck a market in the town of Brenik.", "Brenik"),
        ("Twenty civilians died in the shelling of Brenik.", "Brenik"),
        ("Rebels laid siege to Tarsk on Monday.", "Tarsk"),
        ("Residents of Solin fled on Monday.", "Solin"),
    ],
)
def test_what_is_captured_or_called_a_town_is_a_place(nlp: Language, text: str, name: str) -> None:
    assert row_of(nlp, text, name)["type"] == "Place"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers captured Joseph Paris near the river.", "Joseph Paris"),
        ("Police arrested Florence Odera in the capital.", "Florence Odera"),
        ("The arrest of Varen Tamsk angered his supporters.", "Varen Tamsk"),
    ],
)
def test_a_person_with_the_name_of_a_town_is_none(nlp: Language, text: str, name: str) -> None:
    assert row_of(nlp, text, name)["type"] == "Person"
