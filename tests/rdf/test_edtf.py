"""TIMEX3 values as EDTF."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.timex import bounds
from kg.rdf.edtf import edtf

DATE_SHAPE = r"\d{4}(-(XX|\d\d)(-(XX|\d\d))?)?(/\d{4}-\d\d-\d\d)?"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-07-23", "2025-07-23"),
        ("2025-07-23TEV", "2025-07-23"),
        ("2025-07-23T14:30", "2025-07-23"),
        ("2025-07", "2025-07"),
        ("2025", "2025"),
        ("2025-SP", "2025-21"),
        ("2025-WI", "2025-24"),
        ("2025-Q1", "2025-33"),
        ("2025-H2", "2025-41"),
        ("2025-W30", "2025-07-21/2025-07-27"),
        ("2025-W30-WE", "2025-07-26/2025-07-27"),
        ("198", "198X"),
        ("19", "19XX"),
        ("198X", "198X"),
        ("19XX", "19XX"),
        ("2025-02-XX", "2025-02-XX"),
        ("2025-XX", "2025-XX"),
        ("2025-WXX", "2025"),
        ("2025-QX", "2025"),
        ("2025-W30-3", "2025-07-23"),
        ("2025-07-23T24:00", "2025-07-23"),
        ("FY2025", "2025~"),
        ("2025-05-03/2025-05-05", "2025-05-03/2025-05-05"),
        ("1957/1960", "1957/1960"),
        ("2025-W30/2025-W31", "2025-07-21/2025-08-03"),
        ("2025-SP/2025-SU", "2025-21/2025-22"),
    ],
)
def test_points_in_time(value: str, expected: str) -> None:
    assert edtf(value) == expected


@pytest.mark.parametrize(
    "value",
    (
        "PRESENT_REF,PAST_REF,P50D,XXXX-WXX-3,XXXX-07-23,2025-W54,2025-13,2025-02-30,T14:30,XXXX-05-03/XXXX-05-05,"
        "2025-05-05/2025-05-03,2025-05-03/,/2025-05-03,"
    ).split(","),
)
def test_what_names_no_point_in_time(value: str) -> None:
    assert edtf(value) is None


@given(value=st.from_regex(r"\A\d{4}-(\d\d(-\d\d|-XX)?|W[0-5]\d(-[1-7]|-WE)?|Q[1-4X]|H[12X]|SP|SU|FA|WI|XX|WXX)\Z"))
def test_a_value_is_written_just_where_it_has_days(value: str) -> None:
    written = edtf(value)
    assert (written is None) == (bounds(value) is None)
    assert written is None or re.fullmatch(DATE_SHAPE, written)


@given(first=st.dates(), second=st.dates())
def test_a_range_is_an_interval_of_the_days_it_covers(first: date, second: date) -> None:
    value = f"{first}/{second}"
    assert edtf(value) == (value if first <= second else None)


@given(st.dates())
def test_days_stay_as_they_are(day: date) -> None:
    assert edtf(str(day)) == str(day)
