"""When and where: what belongs to an event, what to the saying of it, and several days or places of one mention."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one, told_in


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("Rebels attacked the base on Monday.", "Attack", "2025-07-21"),
        ("On May 3, rebels attacked the base.", "Attack", "2025-05-03"),
        ("Talks were held in Geneva on June 2.", "Talks", "2025-06-02"),
        ("The talks on June 2 failed.", "Talks", "2025-06-02"),
        ("Monday's attack killed nobody.", "Attack", "2025-07-21"),
        ("The invasion, which began in February 2022, goes on.", "Invasion", "2022-02"),
        ("Gunmen attacked a bus on May 3, killing nine people.", "Killing", "2025-05-03"),
        ("The attack took place on May 3.", "Attack", "2025-05-03"),
        ("The army began to shell the town on May 3.", "Shelling", "2025-05-03"),
        ("Nine people were killed and 20 wounded on May 3.", "Killing", "2025-05-03"),
        ("He was killed on May 3 when shells hit a market.", "Shelling", "2025-05-03"),
    ],
)
def test_dates(nlp: Language, text: str, event: str, date: str) -> None:
    assert one(nlp, text, event).date == date


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The minister said on Monday that rebels had attacked the base.", "Attack"),
        ("The report of May 3 describes attacks on the base.", "Attack"),
        ("Rebels attacked the base. The minister resigned on Monday.", "Attack"),
        ("The council, which met on Monday, condemned the attack.", "Attack"),
        ("Rebels have attacked the base for three weeks.", "Attack"),
    ],
)
def test_dates_of_something_else(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).date is None


def test_a_day_before_the_verb_of_saying_is_that_of_the_meeting(nlp: Language) -> None:
    text = "The ministers will meet in Istanbul, Turkey, on May 3, 2026, the president confirmed."
    assert one(nlp, text, "Talks").date == "2026-05-03"


def test_two_days_are_two_events(nlp: Language) -> None:
    told = [
        event for event in told_in(nlp, "Meetings were held in Istanbul on May 16 and June 2.") if event.type == "Talks"
    ]
    assert [event.date for event in told] == ["2025-05-16", "2025-06-02"]
    assert [event.places for event in told] == [("Istanbul",), ("Istanbul",)]


def test_a_period_is_one_event(nlp: Language) -> None:
    assert len(told_in(nlp, "Talks were held in Istanbul in May.")) == 1


@pytest.mark.parametrize(
    ("text", "event", "places"),
    [
        ("Rebels killed nine people in Aleppo.", "Killing", ("Aleppo",)),
        ("Nine people were killed at a market in Aleppo.", "Killing", ("Aleppo",)),
        ("Nine people were killed in the city of Aleppo.", "Killing", ("Aleppo",)),
        ("Strikes across Ukraine killed nine people.", "Attack", ("Ukraine",)),
        ("A bomb exploded near Mosul.", "Bombing", ("Mosul",)),
        ("The Kabul bombing killed nine people.", "Bombing", ("Kabul",)),
        ("Talks between Chad and Sudan were held in Doha.", "Talks", ("Doha",)),
        ("Rebels captured Aleppo.", "TerritorialCapture", ("Aleppo",)),
        ("Warplanes bombed Aleppo.", "Airstrike", ("Aleppo",)),
        ("The foreign minister visited Oslo on Monday.", "Visit", ("Oslo",)),
        ("The troops withdrew from Kabul.", "Withdrawal", ("Kabul",)),
        ("Nine people were wounded when shells hit Mosul.", "Injury", ("Mosul",)),
    ],
)
def test_places(nlp: Language, text: str, event: str, places: tuple[str, ...]) -> None:
    assert one(nlp, text, event).places == places


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In Oslo the minister condemned the attack.", "Attack"),
        ("Police arrested a man from Aleppo.", "Arrest"),
        ("The Iranian army attacked a base.", "Attack"),
        ("Moscow rejected the offer.", "Rejection"),
    ],
)
def test_places_of_something_else(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).places == ()


def test_the_closest_place_is_taken(nlp: Language) -> None:
    assert one(nlp, "Talks were held in Istanbul, Turkey.", "Talks").places == ("Istanbul",)
    assert one(nlp, "Talks were held in Turkey.", "Talks").places == ("Turkey",)


def test_attacks_on_two_towns_are_two(nlp: Language) -> None:
    told = [event for event in told_in(nlp, "Bombs exploded in Baghdad and Mosul.") if event.type == "Bombing"]
    assert [event.places for event in told] == [("Baghdad",), ("Mosul",)]


def test_protests_in_two_towns_are_one(nlp: Language) -> None:
    told = one(nlp, "Students protested in Baghdad and Mosul.", "Protest")
    assert told.places == ("Baghdad", "Mosul")


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("Late on Sunday drones struck a depot; on Monday, missiles hit Brenik.", "DroneStrike", "2025-07-20"),
        ("Late on Sunday drones struck a depot; on Monday, missiles hit Brenik.", "MissileStrike", "2025-07-21"),
        ("In 1994, hundreds were killed in Rwanda; on Sunday the country mourned them.", "Killing", "1994"),
    ],
)
def test_a_semicolon_parts_the_days_of_two_clauses(nlp: Language, text: str, event: str, date: str) -> None:
    assert one(nlp, text, event).date == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The armies exchanged prisoners on the bridge over the Danube river at Kherson.", "Kherson"),
        ("The armies exchanged prisoners on the bridge over the Danube river.", "Danube"),
        ("A drone flew over Kherson and killed two soldiers in Mykolaiv.", "Mykolaiv"),
    ],
)
def test_a_bridge_is_at_the_town_and_not_at_its_river(nlp: Language, text: str, place: str) -> None:
    assert [event.places for event in told_in(nlp, text) if event.places] == [(place,)]
