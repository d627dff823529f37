"""Counting in periods, the choice between days of one name, and feasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates.feasts import feast
from kg.extract.dates.nearest import month_in_story, moved, nearest_day, nearest_month, nearest_part, part_in_story
from kg.extract.dates.periods import Period, Unit
from kg.extract.timex import bounds, is_value

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
UNITS: list[Unit] = ["week", "month", "quarter", "season", "half", "year", "decade", "century"]


@given(day=DAYS, unit=st.sampled_from(UNITS))
def test_the_period_that_contains_a_day_covers_it(day: date, unit: Unit) -> None:
    period = Period.of_date(day).containing(unit)
    assert period is not None
    assert is_value(period.value())
    days = bounds(period.value())
    assert days is not None
    assert days[0] <= day <= days[1]


@given(day=DAYS, unit=st.sampled_from(UNITS), amount=st.integers(-50, 50))
def test_shifting_there_and_back_changes_nothing(day: date, unit: Unit, amount: int) -> None:
    period = Period.of_date(day).containing(unit)
    assert period is not None
    assert period.shifted(amount).shifted(-amount) == period


@pytest.mark.parametrize(
    ("period", "unit"),
    [(Period("year", 2020), "month"), (Period("month", 24000), "day"), (Period("decade", 202), "year")],
)
def test_a_finer_unit_contains_nothing(period: Period, unit: Unit) -> None:
    assert period.containing(unit) is None


def test_years_before_christ_have_no_decade_that_counts_forward() -> None:
    assert Period("year", -479).value() == "BC0480"
    assert Period("year", -479).containing("decade") is None
    assert Period("year", 0).value() == "BC0001"


@given(day=DAYS, weekday=st.integers(0, 6), direction=st.sampled_from([-1, 1]), strict=st.booleans())
def test_the_nearest_weekday_has_that_name_and_lies_within_a_week(
    day: date, weekday: int, direction: int, *, strict: bool
) -> None:
    found = Period.of_date(day).named(weekday, direction=direction, strict=strict).date
    assert found.weekday() == weekday
    assert 0 <= (found - day).days * direction <= 7
    assert not strict or found != day


@given(now=DAYS, ahead=st.integers(1, 250))
def test_a_day_near_the_writing_is_found_on_the_side_asked_for(now: date, ahead: int) -> None:
    later, earlier = now + timedelta(days=ahead), now - timedelta(days=ahead)
    if (later.month, later.day) != (2, 29) and (earlier.month, earlier.day) != (2, 29):
        assert nearest_day(now, later.month, later.day, direction=1) == later
        assert nearest_day(now, earlier.month, earlier.day, direction=-1) == earlier


def test_a_day_almost_a_year_away_is_the_one_on_the_other_side() -> None:
    assert nearest_day(date(2025, 7, 22), 7, 20, direction=1) == date(2025, 7, 20)
    assert nearest_day(date(2025, 7, 22), 7, 25, direction=-1) == date(2025, 7, 25)


def test_a_day_that_the_years_around_lack_is_not_found() -> None:
    assert nearest_day(date(2022, 7, 22), 2, 30, direction=-1) is None


def test_what_has_happened_is_not_weeks_ahead() -> None:
    assert nearest_day(date(2025, 3, 11), 5, 3, direction=-1, told=True) == date(2024, 5, 3)
    assert nearest_day(date(2025, 3, 11), 5, 3, direction=-1) == date(2025, 5, 3)
    assert nearest_day(date(2025, 3, 11), 3, 13, direction=-1, told=True) == date(2025, 3, 13)
    assert nearest_day(date(2022, 7, 22), 2, 29, direction=-1) is None


def test_months_follow_the_tense_unless_that_leads_too_far() -> None:
    july = Period.of_month(2025, 7)
    assert nearest_month(july, 5, direction=-1, strict=False).value() == "2025-05"
    assert nearest_month(july, 7, direction=-1, strict=False).value() == "2025-07"
    assert nearest_month(july, 7, direction=-1, strict=True).value() == "2024-07"
    assert nearest_month(july, 8, direction=-1, strict=False).value() == "2025-08"


def test_a_story_goes_on_and_steps_back_a_little() -> None:
    told = Period.of_month(1942, 10)
    assert month_in_story(told, 12) == 1942
    assert month_in_story(told, 1) == 1943
    assert month_in_story(told, 7) == 1942
    assert month_in_story(Period("year", 1942), 7) == 1942
    assert part_in_story(told, "season", 3).value() == "1942-WI"
    assert part_in_story(told, "season", 1).value() == "1942-SU"
    assert part_in_story(Period("year", 1942), "season", 0).value() == "1942-SP"


def test_the_quarter_just_over_is_meant_even_when_its_figures_are_still_to_come() -> None:
    fourth = Period("quarter", 2024 * 4 + 3)
    assert nearest_part(fourth, 2, direction=1, strict=False).value() == "2024-Q3"
    assert nearest_part(fourth, 0, direction=1, strict=False).value() == "2025-Q1"


@pytest.mark.parametrize(
    ("start", "unit", "amount", "value"),
    [
        (Period.of_date(date(2024, 1, 31)), "month", 1, "2024-02-29"),
        (Period.of_date(date(2024, 6, 5)), "week", 2, "2024-06-19"),
        (Period.of_month(2024, 11), "year", 1, "2025-11"),
        (Period("quarter", 2024 * 4), "year", -1, "2023-Q1"),
        (Period("year", 2024), "year", -2, "2022"),
    ],
)
def test_a_period_moves_by_units_as_coarse_as_itself_or_coarser(
    start: Period, unit: Unit, amount: int, value: str
) -> None:
    there = moved(start, unit, amount)
    assert there is not None
    assert there.value() == value


def test_a_year_does_not_move_by_days() -> None:
    assert moved(Period("year", 2024), "day", 2) is None
    assert moved(Period.of_date(date(9999, 12, 31)), "year", 1) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2023, date(2023, 12, 25)),
        ("11-4-4", 2024, date(2024, 11, 28)),
        ("5-0-1", 2024, date(2024, 5, 27)),
        ("9-1-1", 2025, date(2025, 9, 1)),
        ("easter+0", 2024, date(2024, 3, 31)),
        ("easter-2", 2025, date(2025, 4, 18)),
        ("easter+49", 2000, date(2000, 6, 11)),
    ],
)
def test_a_feast_falls_on_its_day(rule: str, year: int, day: date) -> None:
    assert feast(rule, year) == day
