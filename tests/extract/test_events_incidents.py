"""Which events tell of one happening."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import Told, told_in


def incidents(nlp: Language, text: str) -> dict[str, str | None]:
    """Return the incident of each class of event in `text`."""
    return {told.type: told.incident for told in told_in(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The bombing killed 12 people and wounded 30.",
        "Gunmen attacked a bus, killing 12 people and wounding 30.",
        "Twelve people were killed and 30 wounded in the bombing.",
        "Twelve people were killed and 30 wounded when a bomb exploded.",
    ],
)
def test_harm_and_its_cause_are_one(nlp: Language, text: str) -> None:
    found = incidents(nlp, text)
    assert len(found) == 3
    assert len(set(found.values())) == 1
    assert None not in found.values()


@pytest.mark.parametrize(
    "text",
    [
        "The bombing killed 12 people. The minister resigned.",
        "Rebels attacked a bus. Police arrested a man.",
        "The army shelled the town. Talks were held in Doha.",
    ],
)
def test_other_events_stand_alone(nlp: Language, text: str) -> None:
    assert incidents(nlp, text).keys() >= {"Killing"} or set(incidents(nlp, text).values()) == {None}
    assert incidents(nlp, text).get("Departure") is None


def test_the_attack_points_back(nlp: Language) -> None:
    told = told_in(nlp, "A suicide bombing in Kabul shocked the country. The attack lasted an hour.")
    assert [event.type for event in told] == ["SuicideBombing", "Attack"]
    assert told[0].incident is not None
    assert told[0].incident == told[1].incident


def test_an_attack_does_not_point_back(nlp: Language) -> None:
    told = told_in(nlp, "A suicide bombing in Kabul shocked the country. An attack on Herat followed.")
    assert [event.incident for event in told] == [None, None]


def test_the_attack_of_another_day_is_another(nlp: Language) -> None:
    text = "Rebels attacked the base on May 3. The attack took place on May 4."
    assert len({event.incident for event in told_in(nlp, text)} - {None}) == 0


def test_an_agreement_named_again_is_no_event(nlp: Language) -> None:
    told = told_in(nlp, "Peru and Chile signed an agreement in Lima on May 3. Critics dislike the agreement.")
    assert [event.type for event in told] == ["Agreement"]


def test_one_sentence_shares_time_and_place(nlp: Language) -> None:
    told = told_in(nlp, "Nine people were killed and 20 wounded in Mosul on May 3.")
    assert {(event.type, event.date, event.places) for event in told} == {
        ("Killing", "2025-05-03", ("Mosul",)),
        ("Injury", "2025-05-03", ("Mosul",)),
    }


def test_who_killed_in_an_ambush_laid_it(nlp: Language) -> None:
    told = {event.type: event for event in told_in(nlp, "Rebels killed 13 soldiers in an ambush.")}
    assert _parties(told["Ambush"]) == {"actor:Rebels", "target:13 soldiers"}


def _parties(told: Told) -> set[str]:
    return set(told.parties)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 17 people on Monday. The minister said 17 people were killed in Mosul.",
        "Rebels killed nine soldiers in Mosul. Nine soldiers were killed on Monday, the army said.",
        "Shells killed 12 people in Aleppo on Monday. The shells killed women in Aleppo on Monday.",
    ],
)
def test_what_is_told_again_is_one(nlp: Language, text: str) -> None:
    killings = [told for told in told_in(nlp, text) if told.type == "Killing"]
    assert len(killings) == 2
    assert killings[0].incident is not None
    assert killings[0].incident == killings[1].incident


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 17 people in Aleppo. Gunmen killed 17 people in Mosul.",
        "A bomb killed 17 people on May 3. Gunmen killed 17 people on May 4.",
        "A bomb killed two people. Two people were killed by police.",
        "A bomb killed 17 people in Mosul on May 3. Police killed 30 people in Mosul on May 3.",
    ],
)
def test_two_happenings_alike_are_two(nlp: Language, text: str) -> None:
    killings = [told for told in told_in(nlp, text) if told.type == "Killing"]
    assert len(killings) == 2
    assert killings[0].incident is None or killings[0].incident != killings[1].incident


@pytest.mark.parametrize(
    "text",
    [
        "General Omar Haddad was killed in Kherson on May 3. Three of his aides died with him.",
        "General Omar Haddad was killed in Kherson on May 3. Two drivers were killed alongside Haddad.",
    ],
)
def test_who_dies_with_somebody_dies_in_the_same_attack(nlp: Language, text: str) -> None:
    first, second = told_in(nlp, text)
    assert first.incident == second.incident == "i1"
    assert (second.date, second.places) == ("2025-05-03", ("Kherson",))


@pytest.mark.parametrize(
    "text",
    [
        "General Omar Haddad was killed in Kherson on May 3. Two drivers were killed with knives.",
        "General Omar Haddad was killed in Kherson on May 3. Three of his aides died in June.",
        "General Omar Haddad visited Kherson on May 3. Three of his aides died with him.",
    ],
)
def test_other_deaths_stand_alone(nlp: Language, text: str) -> None:
    assert {told.incident for told in told_in(nlp, text)} == {None}
