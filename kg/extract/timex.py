"""TIMEX3 values: from a value to the days it can stand for, and to EDTF. Pure functions over strings, no spaCy."""

import re
from calendar import monthrange
from datetime import date, timedelta

VALUE = re.compile(
    r"""(?x)
    (?: PRESENT | PAST | FUTURE ) _REF
  | P (?: T? (?: X | \d+ (?: \.\d+ )? ) (?: DE | CE | [YQMWDHS] ) )+             # P50D, P2Y6M, PXW, PT30M, P1DE
  | P (?: (?: X | \d+ (?: \.\d+ )? ) [YMWD] )+ T (?: (?: X | \d+ ) [HMS] )+      # P1DT12H
  | PXX
  | (?: FY )? \d{4}
  | BC \d{2,4} (?: - (?: [\dX]{2} (?: - [\dX]{2} )? | SP | SU | FA | WI | Q[1-4X] | H[12X] ) )? (?: T (?: MO | MI | AF | EV | NI | DT | XX ) )?
  | \d{2} | \d{3} | \d{3}X | \d{2}XX                                             # century, decade
  | (?: \d{4} | XXXX )
      - (?: Q[1-4X] | H[12X] | SP | SU | FA | WI
          | (?: W (?: \d{1,2} | XX ) (?: - (?: [1-7] | WE ) )?
              | [\dX]{2} (?: - [\dX]{2} )? )
            (?: T (?: [01]\d | 2[0-4] ) (?: : [0-5]\d (?: : [0-5]\d )? )? (?: Z | [+-]\d{2} (?: :? \d{2} )? )?
              | T (?: MO | MI | AF | EV | NI | DT | XX ) )? )
"""
)
"""The values that this project writes and reads."""

_SEASON_DAYS = {"SP": ((3, 1), (6, 20)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 20))}
_EDTF_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_UNKNOWN = "X"
_SATURDAY, _SUNDAY = 6, 7


def bounds(value: str) -> tuple[date, date] | None:
    """Return the earliest and latest day, inclusive, that a TIMEX3 DATE or TIME `value` covers, None when open.

    A night runs into the next day; a winter may be the one that begins or the one that ends in its year; seasons begin
    with their month and end with the solstice or equinox, so both ways of counting them are covered.

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
    if not VALUE.fullmatch(value) or value.startswith(("P", "F", "BC", "XXXX")):
        return _fiscal_year(int(value[2:])) if value.startswith("FY") else None
    try:
        return _day_bounds(value) if "-" in value else _year_bounds(value)
    except ValueError:  # a month 13, a week 60, a year that datetime cannot hold: no days at all
        return None


def edtf(value: str) -> str | None:
    """Return a TIMEX3 DATE or TIME `value` as an EDTF string (ISO 8601-2, level 2); None where it names no date.

    Clock times and parts of the day are left out; weeks, quarters and halves become intervals of days or months.

    >>> edtf("2025-W30"), edtf("2025-SU"), edtf("199"), edtf("XXXX-05-16"), edtf("BC0480")
    ('2025-07-21/2025-07-27', '2025-22', '199X', 'XXXX-05-16', '-0479')
    """
    first, _, last = value.partition("/")
    if last:
        begin, end = edtf(first), edtf(last)
        return None if begin is None or end is None else f"{begin.split('/')[0]}/{end.split('/')[-1]}"
    if not VALUE.fullmatch(value) or value.startswith("P") or value.endswith("_REF"):
        return None
    value = re.sub(r"T.*$", "", value)
    if value.startswith("BC"):
        return _edtf_bc(value)
    if re.search(r"-[QHW]|^FY", value):
        days = bounds(value)
        return None if days is None else f"{days[0].isoformat()}/{days[1].isoformat()}"
    year, dash, rest = value.partition("-")
    return f"{year.ljust(4, _UNKNOWN)}{dash}{_EDTF_SEASONS.get(rest, rest)}"


def _edtf_bc(value: str) -> str | None:
    year, dash, rest = value[2:].partition("-")
    if len(year) < 4 or rest[:1] in ("Q", "H"):  # noqa: PLR2004 - a decade or century has fewer digits than a year
        return None
    number = int(year) - 1
    return f"{'-' if number else ''}{number:04d}{dash}{_EDTF_SEASONS.get(rest, rest)}"


def _fiscal_year(year: int) -> tuple[date, date]:
    """Return all that a fiscal year can cover: the earliest begins in April before, the latest ends in March after."""
    return date(year - 1, 4, 1), date(year + 1, 3, 31)


def _year_bounds(value: str) -> tuple[date, date]:
    """Return the days of a year, or of a decade or century written with fewer digits."""
    digits = value.rstrip(_UNKNOWN)
    return date(int(digits.ljust(4, "0")) or 1, 1, 1), date(int(digits.ljust(4, "9")), 12, 31)


def _day_bounds(value: str) -> tuple[date, date]:
    day, _, time = value.partition("T")
    year, part = int(day[:4]), day[5:]
    if part in _SEASON_DAYS:
        return tuple(date(year, *ends) for ends in _SEASON_DAYS[part])  # type: ignore[return-value]
    if part == "WI":
        return date(year, 1, 1), date(year + 1, 3, 20)
    if part.startswith("W"):
        return _week_bounds(year, part[1:])
    if part[0] in "QH" and part[1] != _UNKNOWN:
        length = 3 if part[0] == "Q" else 6
        last = int(part[1]) * length
        return date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1])
    if _UNKNOWN in part[:2]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(part[:2])
    if len(part) == 2 or _UNKNOWN in part[3:]:  # noqa: PLR2004 - two digits are a month alone
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    first = date(year, month, int(part[3:]))
    return first, first + timedelta(days=1) if time == "NI" else first


def _week_bounds(year: int, week: str) -> tuple[date, date]:
    number, _, day = week.partition("-")
    if number == "XX":
        return date(year, 1, 1), date(year, 12, 31)
    begin, end = (_SATURDAY, _SUNDAY) if day == "WE" else (int(day), int(day)) if day else (1, 7)
    return date.fromisocalendar(year, int(number), begin), date.fromisocalendar(year, int(number), end)
