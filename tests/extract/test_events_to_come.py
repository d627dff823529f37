"""What is told as a fact but is to come, aimed at or supposed, and what is told as a purpose but was done."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("If the case is dismissed, the mayor will be sworn in on Friday.", "Appointment", "hypothetical"),
        ("If the court agrees, the army will release the hostages.", "Release", "hypothetical"),
        ("If nothing changes, the rebels will attack the town.", "Attack", "hypothetical"),
        ("The court agreed, and the army will release the hostages.", "Release", "planned"),
        ("The mayor will be sworn in on Friday.", "Appointment", "planned"),
    ],
)
def test_conditions_before_the_main_clause(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Thousands are expected to flee as soon as the battle for the city begins.", "Clash", "hypothetical"),
        ("The monitors will arrive as soon as the army withdraws from the town.", "Withdrawal", "hypothetical"),
        ("The buses will go as soon as the rebels release the hostages.", "Release", "hypothetical"),
        ("As soon as the battle began, the buses left.", "Clash", "actual"),
        ("The buses left as soon as the rebels released the hostages.", "Release", "actual"),
    ],
)
def test_as_soon_as(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("The goal is a ceasefire before winter.", "Ceasefire", "planned"),
        ("The endgame for the president is early elections.", "Election", "planned"),
        ("Our fear is an attack on the dam.", "Attack", "hypothetical"),
        ("The result was a ceasefire.", "Ceasefire", "actual"),
        ("The aim of the operation was the capture of the town.", "TerritorialCapture", "actual"),
    ],
)
def test_what_an_aim_is(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("The crisis must be solved through talks.", "Talks", "demanded"),
        ("The dispute will be settled through negotiations.", "Talks", "planned"),
        ("The envoy could win their release through talks.", "Talks", "hypothetical"),
        ("The crisis was solved through talks.", "Talks", "actual"),
        ("The dispute was not settled through negotiations.", "Talks", "actual"),
    ],
)
def test_means_are_as_real_as_what_they_serve(nlp: Language, text: str, event: str, modality: str) -> None:
    found = one(nlp, text, event)
    assert (found.modality, found.polarity) == (modality, "positive")


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Thousands turned out in the capital to protest against the law.", "Protest", "actual"),
        ("Students gathered to protest against the law.", "Protest", "actual"),
        ("Farmers poured into the capital to demonstrate against the tax.", "Protest", "actual"),
        ("Workers plan to gather to protest against the law.", "Protest", "planned"),
        ("Police came to arrest the man.", "Arrest", "planned"),
    ],
)
def test_who_gathers_to_protest_protests(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("The army could be responsible for attacking the convoy.", "Attack", "hypothetical"),
        ("The militia may be guilty of attacking the convoy.", "Attack", "hypothetical"),
        ("It would be no surprise if rebels were responsible for attacking the convoy.", "Attack", "hypothetical"),
        ("The army was responsible for attacking the convoy.", "Attack", "actual"),
        ("The militia was guilty of attacking the convoy.", "Attack", "actual"),
    ],
)
def test_a_deed_behind_a_predicate(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("She was one of the first members of the council to resign.", "Departure", "actual"),
        ("He was one of the first generals of the junta to surrender.", "Withdrawal", "actual"),
        ("He was the last minister of the cabinet to resign.", "Departure", "actual"),
        ("She was ready to resign.", "Departure", "planned"),
        ("The plan of the members was to resign.", "Departure", "planned"),
    ],
)
def test_one_of_the_first_to_do_it(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Voters go to the polls on Friday.", "Election", "planned"),
        ("The leaders meet in Oslo on Thursday.", "Talks", "planned"),
        ("The envoy visits Chad on Saturday.", "Visit", "planned"),
        ("The leaders met in Oslo on Monday.", "Talks", "actual"),
        ("Voters went to the polls on Sunday.", "Election", "actual"),
    ],
)
def test_the_present_of_a_day_ahead_is_planned(nlp: Language, text: str, event: str, modality: str) -> None:
    """The texts of these tests are published on a Tuesday."""
    assert one(nlp, text, event).modality == modality


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("The sanctions will cause pain.", "Sanction", "actual"),
        ("These attacks will cause anger.", "Attack", "actual"),
        ("Their protests could cause delays.", "Protest", "actual"),
        ("New attacks will cause anger.", "Attack", "planned"),
        ("An attack could cause anger.", "Attack", "hypothetical"),
    ],
)
def test_what_a_known_event_may_cause(nlp: Language, text: str, event: str, modality: str) -> None:
    assert one(nlp, text, event).modality == modality
