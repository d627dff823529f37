"""TIMEX3 values as EDTF (ISO 8601-2), the form in which the graph says when something happened."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_AS_IT_IS = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d{2}")

_PARTS = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
"""EDTF's numbers for seasons, quarters and halves of a year, where months stand."""


def edtf(value: str) -> str | None:
    """Return the TIMEX3 DATE or TIME `value` as EDTF, to the day at most; None when it names no point in time.

    >>> edtf("2025-07-23TEV"), edtf("2025-SU"), edtf("2025-W30"), edtf("198"), edtf("PRESENT_REF")
    ('2025-07-23', '2025-22', '2025-07-21/2025-07-27', '198X', None)
    """
    if match := _DAY.fullmatch(value):
        return match[1]
    if _AS_IT_IS.fullmatch(value):
        return value
    if match := _WEEK.fullmatch(value):
        return _week(int(match[1]), int(match[2]), weekend=match[3] is not None)
    if match := _PART_OF_YEAR.fullmatch(value):
        return f"{match[1]}-{_PARTS[match[2]]}"
    if _DECADE.fullmatch(value):
        return f"{value}X"
    return f"{value}XX" if _CENTURY.fullmatch(value) else None


def _week(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return f"{monday + timedelta(days=5 if weekend else 0)}/{monday + timedelta(days=6)}"
