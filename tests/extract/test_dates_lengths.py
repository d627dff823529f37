"""Durations and sets of times, and what only looks like one: ages, names of wars, shares."""

import pytest
from spacy.language import Language

from tests.extract.date_aids import Found, dates_in, values_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted 50 days.", "P50D"),
        ("He set a 50-day deadline.", "P50D"),
        ("The siege lasted twenty-two months.", "P22M"),
        ("The siege lasted two and a half years.", "P2Y6M"),
        ("It followed a two-and-a-half-year siege.", "P2Y6M"),
        ("The siege lasted 2 1/2 years.", "P2Y6M"),
        ("The truce lasted an hour and a half.", "PT1H30M"),
        ("The truce lasted half an hour.", "PT30M"),
        ("The rule lasted half a century.", "P50Y"),
        ("The siege lasted a dozen years.", "P12Y"),
        ("The siege lasted a hundred days.", "P100D"),
        ("A 72-hour truce was agreed.", "PT72H"),
        ("The siege lasted nearly three weeks.", "P3W"),
        ("A decade-long war ended.", "P10Y"),
        ("A yearlong siege ended.", "P1Y"),
        ("The war went on over the past two years.", "P2Y"),
        ("It rained for the next four days.", "P4D"),
        ("The talks lasted two years and three months.", "P2Y3M"),
        ("The talks took a fortnight.", "P2W"),
        ("The three-year-old war goes on.", "P3Y"),
    ],
)
def test_durations_are_read(nlp: Language, text: str, value: str) -> None:
    assert [(found.type, found.value) for found in dates_in(nlp, text)] == [("DURATION", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege lasted for weeks.", "PXW"),
        ("The siege lasted several months.", "PXM"),
        ("After decades of war, a truce was signed.", "PXDE"),
        ("The siege lasted a few days.", "PXD"),
        ("They ruled for hundreds of years.", "PXY"),
        ("They negotiated during this period.", "PXX"),
        ("They ruled for 10–15 years.", "PXY"),
    ],
)
def test_vague_durations_are_read(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The 35-year-old man was killed.",
        "He is 52 years old.",
        "A girl aged 3 years was hurt.",
        "A boy, 12 years of age, was hurt.",
        "The Six-Day War changed the region.",
        "The days are long.",
        "It was the second time.",
        "A minute amount was found.",
    ],
)
def test_ages_and_names_are_no_durations(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


def test_alternatives_are_two_durations(nlp: Language) -> None:
    assert dates_in(nlp, "They ruled for ten or fifteen years.") == [
        Found("ten", "DURATION", "P10Y"),
        Found("fifteen years", "DURATION", "P15Y"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They gather every Monday.", "XXXX-WXX-1"),
        ("They gather on Fridays.", "XXXX-WXX-5"),
        ("They gather on Monday nights.", "XXXX-WXX-1TNI"),
        ("They gather every night.", "XXXX-XX-XXTNI"),
        ("The nightly raids go on.", "XXXX-XX-XXTNI"),
        ("The daily convoy was halted.", "P1D"),
        ("The council meets weekly.", "P1W"),
        ("The council meets twice a month.", "P1M"),
        ("The council meets every two weeks.", "P2W"),
        ("The council meets every other year.", "P2Y"),
        ("It costs $5 million a year.", "P1Y"),
        ("Some 30 people die per day.", "P1D"),
        ("They fish there each spring.", "XXXX-SP"),
        ("The exercise is held annually.", "P1Y"),
    ],
)
def test_sets_are_read(nlp: Language, text: str, value: str) -> None:
    assert [(found.type, found.value) for found in dates_in(nlp, text)] == [("SET", value)]


@pytest.mark.parametrize(
    "text", ["The Daily Mail reported it.", "The annual meeting was quiet.", "Every man left the town."]
)
def test_names_and_customs_are_no_sets(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []
