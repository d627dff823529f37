"""TIMEX3 values as EDTF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.edtf import edtf


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
    ],
)
def test_points_in_time(value: str, expected: str) -> None:
    assert edtf(value) == expected


@pytest.mark.parametrize(
    "value", ["PRESENT_REF", "PAST_REF", "P50D", "XXXX-WXX-3", "XXXX-07-23", "2025-W54", "2025-13", "T14:30", ""]
)
def test_what_names_no_point_in_time(value: str) -> None:
    assert edtf(value) is None


@given(st.dates())
def test_days_stay_as_they_are(day: object) -> None:
    assert edtf(str(day)) == str(day)
