"""Stretches of the calendar that count like whole numbers: a day, a week, a month, a season, a year, a century.

A period is a unit and a number in a row of such units, so "the month after" is the number plus one, and "the year of
that month" is a coarser period. Years before Christ count astronomically: 1 BC is 0, 480 BC is -479.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

Unit = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3 codes of the seasons of the northern hemisphere; a winter belongs to the year in which it begins."""

CYCLES: dict[str, int] = {"day": 7, "month": 12, "quarter": 4, "season": 4, "half": 2}
"""How many of a unit pass before one of the same name comes again: weekdays, months of a year, ..."""

_FINER_THAN_MONTH = ("day", "week")
_MONTHS_LONG: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
_YEAR = 12
_CENTURY = 1200


@dataclass(frozen=True, slots=True)
class Period:
    """The `number`-th `unit` of the calendar.

    >>> Period.of_date(date(2025, 7, 22)).shifted(-1).value()
    '2025-07-21'
    >>> Period.of_date(date(2025, 7, 22)).containing("month").shifted(-7).value()
    '2024-12'
    """

    unit: Unit
    number: int

    @classmethod
    def of_date(cls, day: date) -> Self:
        """Return the period that is one day."""
        return cls("day", day.toordinal())

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """Return the period that is a month."""
        return cls("month", year * 12 + month - 1)

    @property
    def date(self) -> date:
        """The day itself, of a period that is a day; the Monday of one that is a week."""
        return date.fromordinal(self.number if self.unit == "day" else self.number * 7 + 1)

    @property
    def exists(self) -> bool:
        """Whether the period lies within the calendar: for days and weeks that of `datetime`, else four-digit years."""
        if self.unit in _FINER_THAN_MONTH:
            last = date.max.toordinal()
            return 0 < self.number <= (last if self.unit == "day" else last // 7 - 1)
        return abs(self.year) <= date.max.year

    def shifted(self, amount: int) -> "Period":
        """Return the period `amount` units later."""
        return Period(self.unit, self.number + amount)

    def containing(self, unit: Unit) -> "Period | None":
        """Return the period of a coarser `unit` in which this one begins; None where `unit` is finer."""
        if unit == self.unit:
            return self
        if self.unit == "day" and unit == "week":
            return Period("week", (self.number - 1) // 7)
        month = self._first_month()
        length = _CENTURY if unit == "century" else _MONTHS_LONG.get(unit)
        own = 0 if self.unit in _FINER_THAN_MONTH else _MONTHS_LONG.get(self.unit, _CENTURY)
        if length is None or length < own or (length > own and unit in ("decade", "century") and month < _YEAR):
            return None  # years before Christ are counted the other way
        if unit == "season":  # March is the first month of the first season
            return Period("season", (month - 2) // 3)
        return Period(unit, month // length)

    def _first_month(self) -> int:
        """Return the month in which the period begins, counted from January of the year 0."""
        if self.unit in _FINER_THAN_MONTH:
            day = self.date
            return day.year * 12 + day.month - 1
        if self.unit == "season":
            return self.number * 3 + 2
        return self.number * _MONTHS_LONG.get(self.unit, _CENTURY)

    @property
    def year(self) -> int:
        """The year in which the period begins."""
        return self._first_month() // 12

    def value(self) -> str:
        """Return the period as TIMEX3 writes it."""
        match self.unit:
            case "day":
                return self.date.isoformat()
            case "week":
                iso = self.date.isocalendar()
                return f"{iso.year:04d}-W{iso.week:02d}"
            case "month":
                return f"{year_value(self.number // 12)}-{self.number % 12 + 1:02d}"
            case "quarter":
                return f"{year_value(self.number // 4)}-Q{self.number % 4 + 1}"
            case "half":
                return f"{year_value(self.number // 2)}-H{self.number % 2 + 1}"
            case "season":
                return f"{year_value(self.number // 4)}-{SEASONS[self.number % 4]}"
            case "year":
                return year_value(self.number)
            case "decade":
                return f"{self.number:03d}"
            case "century":
                return f"{self.number:02d}"

    def named(self, index: int, *, direction: int, strict: bool = False) -> "Period":
        """Return the nearest period of this unit whose place in its cycle is `index` (Monday, May, summer are 0, 4, 1).

        Args:
            index: 0-based place in the cycle that CYCLES gives.
            direction: -1 for the past, 1 for the future, 0 for whichever is nearer (the past where both are).
            strict: whether this period itself is left out.
        """
        cycle = CYCLES[self.unit]
        place = (self.number - 1) % 7 if self.unit == "day" else self.number % cycle
        ahead = (index - place) % cycle
        if ahead == 0:
            return self.shifted(cycle * direction if strict else 0)
        if direction == 0:
            direction = 1 if ahead < cycle - ahead else -1
        return self.shifted(ahead if direction > 0 else ahead - cycle)


def year_value(year: int) -> str:
    """Return an astronomical year as TIMEX3 writes it: four digits, with BC before those before Christ."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def same_day(day: date, *, months: int) -> date | None:
    """Return the day as many months away; the last of a month that is too short; None beyond the calendar.

    >>> same_day(date(2024, 2, 29), months=12)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
