"""Dates of the calendar: every usual way to write a day, a month, a year, a decade, a feast; and what only looks so."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.extract import annotations
from kg.extract.annotations import DATES
from kg.extract.dates.component import dates
from tests.extract.date_aids import dates_in, values_in

MONTHS = "January February March April May June July August September October November December".split()
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _forms(day: date) -> list[str]:
    """Return the ways of writing a day that leave no doubt which it is."""
    month = MONTHS[day.month - 1]
    short = month if month == "May" else f"{month[:3]}."
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {_ordinal(day.day)}, {day.year}",
        f"the {_ordinal(day.day)} of {month} {day.year}",
        f"{day.day} {month}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {month} {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day.isoformat()}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
    ]
    return (
        forms if day.day <= 12 else [*forms, f"{day.month}/{day.day}/{day.year}", f"{day.day}/{day.month}/{day.year}"]
    )


@given(day=DAYS)
def test_a_day_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    annotations.register()
    blank = spacy.blank("en")
    for form in _forms(day):
        doc = dates(blank(f"They met on {form}."))
        assert [span.kb_id_ for span in doc.spans[DATES]] == [day.isoformat()], form


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The truce was signed on 5 May 2019.", ["2019-05-05"]),
        ("The truce was signed on May 5th.", ["2025-05-05"]),
        ("They crossed the river on 3rd March 1918.", ["1918-03-03"]),
        ("The bridge fell on 10/26/89.", ["1989-10-26"]),
        ("The bridge fell on 26.10.1989.", ["1989-10-26"]),
        ("The order of 05/06/2022 was published.", ["2022"]),
        ("The siege began in Sept. 1999 and ended on Dec. 3.", ["1999-09", "2024-12-03"]),
        ("He was born in '89 in the hills.", ["1989"]),
        ("They met on 2025-07-01 in the capital.", ["2025-07-01"]),
        ("Talks were held on 3–5 June 2024.", ["2024-06-03/2024-06-05"]),
    ],
)
def test_days_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The war lasted from 1861 to 1865.", ["1861", "1865"]),
        ("The 1967 borders were discussed.", ["1967"]),
        ("In 2010 people voted for the first time.", ["2010"]),
        ("The year 2020 brought a truce.", ["2020"]),
        ("By mid-1996 the group had split.", ["1996"]),
        ("The pre-1967 line was restored.", ["1967"]),
        ("The plan covers fiscal 2024 and FY2025.", ["2024", "2025"]),
        ("In nineteen ninety-four the militia was formed.", ["1994"]),
        ("In 480 BC the fleet was beaten.", ["BC0480"]),
        ("The conflict of 1957–60 is forgotten.", ["1957/1960"]),
    ],
)
def test_years_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 soldiers crossed the border.",
        "Some 1500 fighters surrendered.",
        "More than 1945 people fled.",
        "Resolution 1701 was adopted by the council.",
        "Flight 1549 landed safely.",
        "They marched 2000 miles to the sea.",
        "The shell weighs 1800 kg and costs $1999.",
        "Battalion 2004 was sent to the front.",
    ],
)
def test_counts_and_numbers_in_names_are_no_years(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The group was founded in the 1990s.", ["199"]),
        ("The group was founded in the late 1980s.", ["198"]),
        ("The group was founded in the '70s.", ["197"]),
        ("The group was founded in the sixties.", ["196"]),
        ("Maps of the 19th century show the border.", ["18"]),
        ("Since the early twenty-first century it has changed.", ["20"]),
        ("In the 5th century BC the city was free.", ["BC04"]),
        ("In the 470s BC the league grew.", ["BC047"]),
    ],
)
def test_decades_and_centuries_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In May, 20 soldiers were killed.", ["2025-05"]),
        ("The March offensive failed.", ["2025-03"]),
        ("They had met in early March.", ["2025-03"]),
        ("The army withdrew by August 2008.", ["2008-08"]),
        ("Since April the road has been closed.", ["2025-04"]),
        ("The May and June talks led to an exchange.", ["2025-05", "2025-06"]),
    ],
)
def test_months_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to the house.",
        "May said she would not go.",
        "You may leave the town.",
        "They began the Long March from the valley.",
        "The March on Rome shook the country.",
        "Troops march towards the border.",
        "The rallies of May Day were calm.",
        "The militants of Black September escaped.",
        "Jan Novak led the delegation.",
    ],
)
def test_names_and_verbs_are_no_months(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The town fell in the summer of 2014.", ["2014-SU"]),
        ("The town fell in the spring.", ["2025-SP"]),
        ("Last winter the power failed.", ["2024-WI"]),
        ("The summer offensive failed.", ["2025-SU"]),
        ("In the winter of 2022-23 gas ran out.", ["2022-WI"]),
        ("They will attack next spring.", ["2026-SP"]),
        ("It began in the fall of 2001.", ["2001-FA"]),
    ],
)
def test_seasons_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "The fall of the city shocked many.",
        "The Arab Spring changed the region.",
        "Prices fall every time it rains.",
        "The village lies near a spring.",
        "After the fall of the regime they fled.",
    ],
)
def test_falls_and_springs_are_no_seasons(nlp: Language, text: str) -> None:
    assert not [found for found in dates_in(nlp, text) if found.value.endswith(("SP", "SU", "FA", "WI"))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The truce held on Christmas Day 2023.", ["2023-12-25"]),
        ("The truce held on Easter Sunday 2024.", ["2024-03-31"]),
        ("The deal was signed on Good Friday.", ["2025-04-18"]),
        ("They were arrested on New Year's Eve.", ["2024-12-31"]),
        ("The strikes stopped during Ramadan.", ["XXXX-XX-XX"]),
        ("The law was passed after 9/11.", ["2001-09-11"]),
        ("The army paraded on Independence Day.", ["XXXX-XX-XX"]),
    ],
)
def test_feasts_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize("text", ["They sang White Christmas.", "Shops wait for Black Friday.", "Mr Easterman left."])
def test_names_are_no_feasts(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Losses grew in the third quarter of 2023.", ["2023-Q3"]),
        ("Losses grew in Q3 2024.", ["2024-Q3"]),
        ("In the first half of 2024 they lost ground.", ["2024-H1"]),
        ("In the second quarter they lost ground.", ["2025-Q2"]),
        ("Losses grew in the second half of last year.", ["2024-H2"]),
    ],
)
def test_quarters_and_halves_are_read(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "They scored in the second half.",
        "About three quarters of the voters agreed.",
        "A quarter of them fled.",
        "In the second place, they lied.",
    ],
)
def test_shares_and_ranks_are_no_quarters(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    "text", ["They work 24/7.", "Half, or 1/2, of them fled.", "They lost 3/5 of the land.", "See page 12/34."]
)
def test_fractions_are_no_days(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []
