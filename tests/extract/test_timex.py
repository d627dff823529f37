"""TIMEX3 values: what form they have, and which days they can stand for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.timex import bounds, is_value

VALUES = st.one_of(
    st.dates().map(date.isoformat),
    st.from_regex(r"\A\d{4}-(0[1-9]|1[0-2]|W[0-5]\d|Q[1-4X]|H[12X]|SP|SU|FA|WI|XX|WXX)\Z"),
    st.from_regex(r"\A\d{4}-\d\d-\d\dT(MO|NI|24:00|[01]\d:[0-5]\d)\Z"),
    st.from_regex(r"\A(\d{2,4}|FY\d{4}|\d{4}-W\d\d-([1-7]|WE))\Z"),
)


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025-07-23", date(2025, 7, 23), date(2025, 7, 23)),
        ("2025-07-23T14:30", date(2025, 7, 23), date(2025, 7, 23)),
        ("2025-07-23TMO", date(2025, 7, 23), date(2025, 7, 23)),
        ("2025-07-23TNI", date(2025, 7, 23), date(2025, 7, 24)),
        ("2025-07-23T24:00", date(2025, 7, 23), date(2025, 7, 24)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-XX", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-W30", date(2025, 7, 21), date(2025, 7, 27)),
        ("2025-W30-WE", date(2025, 7, 26), date(2025, 7, 27)),
        ("2025-W30-3", date(2025, 7, 23), date(2025, 7, 23)),
        ("2025-WXX", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-QX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-SU", date(2024, 6, 1), date(2024, 9, 22)),
        ("2024-WI", date(2024, 1, 1), date(2025, 3, 20)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("FY2024", date(2023, 4, 1), date(2025, 3, 31)),
        ("2025-05-03/2025-05-05", date(2025, 5, 3), date(2025, 5, 5)),
        ("1957/1960", date(1957, 1, 1), date(1960, 12, 31)),
    ],
)
def test_a_value_covers_the_days_it_names(value: str, earliest: date, latest: date) -> None:
    assert is_value(value)
    assert bounds(value) == (earliest, latest)


@pytest.mark.parametrize(
    "value",
    (
        "P50D PT30M PXW P2Y6M PRESENT_REF PAST_REF FUTURE_REF XXXX-05-16 XXXX-WXX-3 XXXX-XX-XX BC0480 BC048 "
        "XXXX-XX-XXTNI XXXX 2025-13 2025-02-30 2025-W60 2025/2024"
    ).split(),
)
def test_a_value_that_names_no_days_of_the_calendar_has_no_bounds(value: str) -> None:
    assert is_value(value)
    assert bounds(value) is None


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "next week", "2025-7-1", "2025-07-23T", "25-07-23", "XXXX-05-16/", "P5"]
)
def test_free_text_is_no_value(text: str) -> None:
    assert not is_value(text)
    assert bounds(text) is None


@given(value=VALUES)
def test_the_earliest_day_is_never_after_the_latest(value: str) -> None:
    days = bounds(value)
    assert days is None or days[0] <= days[1]


@given(day=st.dates())
def test_a_day_lies_within_its_month_and_its_year(day: date) -> None:
    for value in (f"{day:%Y-%m}".zfill(7), f"{day.year:04d}"):
        days = bounds(value)
        assert days is not None
        assert days[0] <= day <= days[1]


@given(first=st.dates(), second=st.dates())
def test_a_range_covers_both_ends(first: date, second: date) -> None:
    begin, end = sorted((first, second))
    assert bounds(f"{begin.isoformat()}/{end.isoformat()}") == (begin, end)
