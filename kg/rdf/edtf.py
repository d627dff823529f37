"""TIMEX3 values as EDTF (ISO 8601-2), the form in which the graph says when something happened."""

import re

from kg.extract.timex import bounds

_AS_IT_IS = re.compile(r"\d{4}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?|\d{3}X|\d{2}XX")
_PART_OF_YEAR = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_OPEN_PART = re.compile(r"(\d{4})-(?:WXX.*|[QH]X)")
_DECADE_OR_CENTURY = re.compile(r"\d{2,3}")
_YEAR_DIGITS = 4

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
    """Return the TIMEX3 DATE or TIME `value` as EDTF, to the day at most; None when it names no days of the calendar.

    That is so exactly when `bounds` knows no days either.

    >>> edtf("2025-07-23TEV"), edtf("2025-SU"), edtf("2025-W30"), edtf("198"), edtf("PRESENT_REF")
    ('2025-07-23', '2025-22', '2025-07-21/2025-07-27', '198X', None)
    >>> edtf("2025-05-03/2025-05-05")
    '2025-05-03/2025-05-05'
    """
    if bounds(value) is None:
        return None
    first, _, last = value.partition("/")
    if not last:
        return _point(value)
    return f"{_point(first).partition('/')[0]}/{_point(last).rpartition('/')[2]}"


def _point(value: str) -> str:
    """Return one value that has bounds: a week and a weekend as the interval of its days."""
    day = value.partition("T")[0]
    if _AS_IT_IS.fullmatch(day):
        return day
    if match := _PART_OF_YEAR.fullmatch(day):
        return f"{match[1]}-{_PARTS[match[2]]}"
    if match := _OPEN_PART.fullmatch(day):
        return match[1]
    if _DECADE_OR_CENTURY.fullmatch(day):
        return day.ljust(_YEAR_DIGITS, "X")
    if day.startswith("FY"):
        return f"{day[2:]}~"  # begins in April before, or as late as December
    days = bounds(day)
    assert days is not None, day  # noqa: S101 - `edtf` asked before; what is left are weeks and days of weeks
    return str(days[0]) if days[0] == days[1] else f"{days[0]}/{days[1]}"
