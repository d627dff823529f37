"""TIMEX3 values: their form, and the days that one can stand for. Pure functions over strings, no spaCy."""

import re
from calendar import monthrange
from datetime import date, timedelta

_TIME = r"T(?:(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?|MO|MI|AF|EV|NI|DT|XX)"
_COUNT = r"(?:X|\d+(?:\.\d+)?)"
_FORMS = (
    r"(?:PRESENT|PAST|FUTURE)_REF",
    rf"P(?:{_COUNT}(?:DE|CE|[YQMWD]))*(?:T(?:{_COUNT}[HMS])+)?(?<!P)",  # P50D, P2Y6M, PXW, PT30M, P1DT12H
    r"PXX",
    r"FY\d{4}",
    r"BC\d{2,4}|\d{2,4}|\d{3}X|\d{2}XX|XXXX",  # centuries and decades are years with fewer figures
    r"(?:BC)?(?:\d{4}|XXXX)-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI)",
    rf"(?:BC)?(?:\d{{4}}|XXXX)-(?:W(?:\d{{1,2}}|XX)(?:-(?:[1-7]|WE))?|(?:\d\d|XX)(?:-(?:\d\d|XX))?)(?:{_TIME})?",
)
_VALUE = re.compile("|".join(_FORMS))

_SEASON_DAYS = {"SP": ((3, 1), (6, 20)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 20))}
_UNKNOWN = "X"
_SATURDAY, _SUNDAY = 6, 7
_YEAR_DIGITS = 4


def is_value(text: str) -> bool:
    """Tell whether `text` is a TIMEX3 value in the form that this project writes and reads.

    Two dates with a slash between them are a range, which TIMEX3 itself leaves to two expressions.

    >>> is_value("2025-W30"), is_value("P50D"), is_value("2022/2023"), is_value("next week")
    (True, True, True, False)
    """
    return all(_VALUE.fullmatch(part) for part in text.split("/"))


def bounds(value: str) -> tuple[date, date] | None:
    """Return the earliest and latest day, inclusive, that a TIMEX3 DATE or TIME `value` covers, None when open.

    A night and midnight belong to the next day too; a winter may be the one that begins or the one that ends in its
    year; seasons begin with their month and end with the solstice or equinox, so that both ways of counting them are
    covered; fiscal years begin between April before and December.

    >>> bounds("2025-07-23TEV")
    (datetime.date(2025, 7, 23), datetime.date(2025, 7, 23))
    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> bounds("XXXX-05-16") is None
    True
    """
    first, _, last = value.partition("/")
    if last:
        begin, end = bounds(first), bounds(last)
        return None if begin is None or end is None or begin[0] > end[1] else (begin[0], end[1])
    if not _VALUE.fullmatch(value) or value.startswith(("P", "FUTURE", "BC", "XXXX")):
        return None
    try:
        if value.startswith("FY"):
            year = int(value[2:])
            return date(year - 1, 4, 1), date(year + 1, 3, 31)
        return _day_bounds(value) if "-" in value else _year_bounds(value)
    except (ValueError, OverflowError):  # a month 13, a week 60, a year that datetime cannot hold: no days at all
        return None


def _year_bounds(value: str) -> tuple[date, date]:
    """Return the days of a year, or of a decade or century written with fewer figures."""
    digits = value.rstrip(_UNKNOWN)
    return date(int(digits.ljust(_YEAR_DIGITS, "0")) or 1, 1, 1), date(int(digits.ljust(_YEAR_DIGITS, "9")), 12, 31)


def _day_bounds(value: str) -> tuple[date, date]:
    """Return the days of a part of a year."""
    day, _, time = value.partition("T")
    year, part = int(day[:4]), day[5:]
    if part.startswith("W") and part != "WI":
        return _week_bounds(year, part[1:])
    if part[0].isalpha():
        return _part_bounds(year, part)
    month = int(part[:2])
    if len(part) == len("MM") or _UNKNOWN in part[3:]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = date(year, month, int(part[3:]))
    return first, first + timedelta(days=1) if time in ("NI", "24:00") else first


def _part_bounds(year: int, part: str) -> tuple[date, date]:
    """Return the days of a season, quarter, half, or of the whole year where the part is not known."""
    if part in _SEASON_DAYS:
        begin, end = _SEASON_DAYS[part]
        return date(year, *begin), date(year, *end)
    if part == "WI":
        return date(year, 1, 1), date(year + 1, 3, 20)
    if _UNKNOWN in part:
        return date(year, 1, 1), date(year, 12, 31)
    length = 3 if part[0] == "Q" else 6
    last = int(part[1]) * length
    return date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1])


def _week_bounds(year: int, week: str) -> tuple[date, date]:
    number, _, day = week.partition("-")
    if number == "XX":
        return date(year, 1, 1), date(year, 12, 31)
    begin, end = (_SATURDAY, _SUNDAY) if day == "WE" else (int(day), int(day)) if day else (1, 7)
    return date.fromisocalendar(year, int(number), begin), date.fromisocalendar(year, int(number), end)
