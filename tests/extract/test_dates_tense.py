"""On which side of the day of writing a weekday lies: what the verb, the noun and the preposition beside it say."""

import pytest
from spacy.language import Language

from tests.extract.date_aids import values_in

FRIDAY, NEXT_FRIDAY = "2025-07-18", "2025-07-25"


@pytest.mark.parametrize(
    "text",
    [
        "The missile strikes on Friday hit two depots.",
        "Funerals are being held for the victims of the massacre in the old port on Friday that left 40 dead.",
        "The army says it will strike back after the attack on Friday.",
        "The army will investigate the bombing on Friday.",
        "She will stand trial for the killing of a guard on Friday.",
    ],
)
def test_what_news_tells_after_it_happened_is_past_whatever_the_verb(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == [FRIDAY]


@pytest.mark.parametrize(
    "text",
    [
        "The army will carry out an attack on Friday.",
        "The army plans an attack on Friday.",
        "The threat of an attack on Friday keeps them awake.",
        "They will discuss the planned summit on Friday.",
    ],
)
def test_what_is_said_to_come_is_not(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == [NEXT_FRIDAY]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Since Friday, residents flee.", FRIDAY),
        ("The road is closed since Friday.", FRIDAY),
        ("He is held by the militia since Friday.", FRIDAY),
        ("The road is closed until Friday.", NEXT_FRIDAY),
        ("The road is closed from Friday.", NEXT_FRIDAY),
    ],
)
def test_since_is_past_and_until_is_not(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The government planned on Friday to send troops.", FRIDAY),
        ("On Friday, the government planned to send troops.", FRIDAY),
        ("The government planned a rally for Friday.", NEXT_FRIDAY),
        ("The rally was scheduled for Friday.", NEXT_FRIDAY),
        ("The vote was put off until Friday.", NEXT_FRIDAY),
    ],
)
def test_the_day_of_planning_is_not_the_day_planned(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Neither side could be reached on Friday.", FRIDAY),
        ("Nobody could be reached on Friday.", FRIDAY),
        ("No officials could be reached on Friday.", FRIDAY),
        ("The envoys could meet on Friday.", NEXT_FRIDAY),
        ("No side will yield on Friday.", NEXT_FRIDAY),
    ],
)
def test_what_could_not_be_is_past(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels cut the road Friday.", FRIDAY),
        ("Voters cast ballots Friday in three regions.", FRIDAY),
        ("Gunmen shut the road on Friday.", FRIDAY),
        ("Voters go to the polls on Friday.", NEXT_FRIDAY),
        ("Rebels will cut the road on Friday.", NEXT_FRIDAY),
    ],
)
def test_verbs_that_look_the_same_in_both_tenses_are_past(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels launched a new bid to retake the city on Friday.", FRIDAY),
        ("He made an attempt to flee on Friday.", FRIDAY),
        ("The army began an operation to free the town on Friday.", FRIDAY),
        ("They announced a plan to meet on Friday.", NEXT_FRIDAY),
        ("Residents were told to leave the town by Friday.", NEXT_FRIDAY),
        ("The council decided to send troops on Friday.", NEXT_FRIDAY),
    ],
)
def test_infinitives_follow_what_stands_above_them(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The group predicted in September that the talks would fail.", "2024-09"),
        ("It recalled a promise he made in October.", "2024-10"),
        ("He was arrested in July.", "2025-07"),
        ("The council will sit in March.", "2026-03"),
    ],
)
def test_the_past_of_a_month_reaches_back_almost_a_year(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He won all delegates to the convention in September.", "2025-09"),
        ("They fear for the election in October.", "2025-10"),
        ("He left before the summit in November.", "2025-11"),
        ("He left before the summit in May.", "2025-05"),
        ("He left after the election in October.", "2024-10"),
        ("The election in October was rigged.", "2024-10"),
    ],
)
def test_what_is_appointed_is_in_the_nearest_month(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy died in a crash on 3 November.", "2024-11-03"),
        ("The town was captured by rebels on November 3.", "2024-11-03"),
        ("The army shelled the town on August 20.", "2024-08-20"),
        ("The minister invited them to a ceremony in the palace on August 20.", "2025-08-20"),
        ("The board authorized a split, payable August 20.", "2025-08-20"),
        ("The talks will begin on August 20.", "2025-08-20"),
    ],
)
def test_what_has_happened_is_not_ahead_however_far_back_it_is(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]
