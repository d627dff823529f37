"""From what an expression says to its TIMEX3 value, given when the article was written and what it has told so far."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kg.extract.dates.feasts import feast
from kg.extract.dates.meaning import (
    Away,
    Between,
    Clock,
    Date,
    Era,
    Holiday,
    Length,
    Meaning,
    Moment,
    Part,
    Repeated,
    Shift,
    Vague,
    Weekday,
    Weekend,
    WeekOf,
    YearBefore,
)
from kg.extract.dates.periods import Period, Unit, same_day, year_value
from kg.records.model import TimexType

_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
}
_FAR = 300
"""A day named without a year is seldom as many days away: the other side is nearer."""

_NEAR = 150
"""Further away a day is that of the same date given in full elsewhere, and part of a name ("the October 7 attack") open."""

_FAR_MONTHS = 9
"""The same for months."""

_BACK = 5
"""How many months a story may step back when it names a month without a year; further back is the next year."""


class Setting(Protocol):
    """What the sentence around an expression tells."""

    @property
    def direction(self) -> int:
        """-1 where the sentence speaks of the past, 1 where it speaks of the future, 0 where it does not tell."""

    @property
    def beside(self) -> bool:
        """Whether the expression stands beside a noun as part of what it is called ("the May 3 attack")."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value, with the period that the value names where it names one."""

    type: TimexType
    value: str
    period: Period | None = None


class Resolver:
    """Reads the expressions of one article in text order.

    Args of the class: `now` is the day of writing, None when unknown. `story` tells that the article is a history told
    in order, in which dates without a year follow the dates before them. `years` are the years that the article itself
    gives for a month and day.
    """

    def __init__(
        self, *, now: date | None, story: bool = False, years: Mapping[tuple[int, int], int] | None = None
    ) -> None:
        """Begin an article."""
        self._years = years or {}
        self._now = None if now is None else Period.of_date(now)
        self._story = story
        self._told: Period | None = None
        self._day: Period | None = None
        self._quarter: Period | None = None

    def read(self, meaning: Meaning, setting: Setting) -> Resolved:
        """Return the value of an expression, and remember it for those that count from it.

        Args:
            meaning: what the grammar read.
            setting: what the sentence says of the time; only asked where it matters.
        """
        resolved = self._resolve(meaning, setting)
        period = resolved.period
        if period is not None and not _aside(meaning) and not (self._story and setting.direction > 0):
            self._told = period
            if period.unit == "day":
                self._day = period
            elif period.unit == "quarter":
                self._quarter = period
        return resolved

    def _resolve(self, meaning: Meaning, setting: Setting) -> Resolved:
        match meaning:
            case Length(value=value):
                return Resolved("DURATION", value)
            case Repeated(value=value):
                return Resolved("SET", value)
            case Vague(value=value) | Era(value=value):
                return Resolved("DATE", value)
            case Clock(time=time):
                return self._moment(None, time, setting)
            case Moment(base=base, time=time):
                return self._moment(base, time, setting)
            case Between(first=first, last=last):
                return self._between(first, last, setting)
            case Weekend():
                return self._weekend(meaning, setting)
            case Date():
                return self._date(meaning, setting)
        period = self._period(meaning, setting)
        return Resolved("DATE", self._unknown(meaning)) if period is None else _date_of(period)

    def _period(self, meaning: Meaning, setting: Setting) -> Period | None:
        match meaning:
            case Shift(anchor="told"):
                period = self._shift(meaning)
                return None if self._contradicts(period, setting) else period
            case Shift():
                return self._shift(meaning)
            case Weekday():
                return self._weekday(meaning, setting)
            case Part():
                return self._part(meaning, setting)
            case Holiday():
                return self._holiday(meaning, setting)
            case Away(base=base, unit=unit, amount=amount):
                return _moved(self._resolve(base, setting).period, unit, amount)
            case WeekOf(base=base):
                day = self._resolve(base, setting).period
                return None if day is None else day.containing("week")
            case YearBefore(base=base):
                quarter = self._quarter if base is None else self._resolve(base, setting).period
                return None if quarter is None else _moved(quarter, "year", -1)
        return None

    @staticmethod
    def _unknown(meaning: Meaning) -> str:
        match meaning:
            case Shift(unit="day", amount=0, anchor="now"):
                return "PRESENT_REF"
            case Shift(unit=unit) | Away(unit=unit):
                return _UNKNOWN.get(unit, "XXXX")
            case Weekday(weekday=weekday):
                return f"XXXX-WXX-{weekday + 1}"
            case Part(unit=unit, index=index):
                if index is None:
                    return _UNKNOWN[unit]
                return (
                    f"XXXX-{('SP', 'SU', 'FA', 'WI')[index]}"
                    if unit == "season"
                    else f"XXXX-{unit[0].upper()}{index + 1}"
                )
            case Holiday(rule=rule) if len(rule) == 5 and rule[2] == "-":  # noqa: PLR2004 - a month and a day
                return f"XXXX-{rule}"
            case WeekOf():
                return "XXXX-WXX"
            case YearBefore():
                return "XXXX-QX"
        return "XXXX-XX-XX"

    # What relative expressions count from.

    def _anchor(self, meaning_anchor: str) -> Period | None:
        if meaning_anchor == "now":
            return self._now if self._now is not None or not self._story else self._told
        return self._told if self._told is not None else self._now

    def _shift(self, shift: Shift) -> Period | None:
        if shift.loose and shift.amount < 0 and self._quarter is not None and self._told == self._quarter:
            return _moved(self._quarter, "year", shift.amount)
        if shift.unit == "quarter" and shift.anchor == "told":
            return self._quarter if self._quarter is not None or self._now is None else _last_quarter(self._now)
        anchor = self._anchor(shift.anchor)
        if anchor is None:
            return None
        if shift.unit == "day" and anchor.unit != "day":
            anchor = self._day_within(anchor)
            if anchor is None:
                return None
        moved = anchor.containing(shift.unit)
        return None if moved is None else moved.shifted(shift.amount)

    def _contradicts(self, period: Period | None, setting: Setting) -> bool:
        """Tell whether a period lies ahead of the day of writing though the verb says that it is past.

        Then it counts from something else than what was told last, and is better left open.
        """
        if period is None or self._now is None:
            return False
        now = self._now.containing(period.unit)
        return now is not None and period.number > now.number and setting.direction < 0

    def _day_within(self, period: Period) -> Period | None:
        """Return the day told last where it lies in a coarser period told since."""
        if self._day is None or self._day.containing(period.unit) != period:
            return None
        return self._day

    # Days and months of the calendar.

    def _date(self, meaning: Date, setting: Setting) -> Resolved:
        year = meaning.year
        if year is None and meaning.of is not None:
            base = self._shift(meaning.of)
            year = None if base is None else base.year
        if meaning.month is None and meaning.day is not None:
            return self._day_of_told_month(meaning.day)
        if meaning.month is None:
            return Resolved("DATE", "XXXX") if year is None else _date_of(Period("year", year))
        if year is None:
            year = self._year_of(meaning, setting)
        return _calendar(year, meaning.month, meaning.day)

    def _between(self, first: Date, last: Date, setting: Setting) -> Resolved:
        end = self._date(last, setting)
        year = None if end.period is None else end.period.year
        begin = self._date(first if first.year is not None else replace(first, year=year), setting)
        return Resolved("DATE", f"{begin.value}/{end.value}", end.period)

    def _day_of_told_month(self, day: int) -> Resolved:
        month = None if self._told is None else self._told.containing("month")
        if month is None and self._now is not None:
            month = self._now.containing("month")
        if month is None:
            return Resolved("DATE", f"XXXX-XX-{day:02d}")
        return _calendar(month.year, month.number % 12 + 1, day)

    def _year_of(self, meaning: Date, setting: Setting) -> int | None:
        """Return the year of a month or day that is named without one."""
        assert meaning.month is not None  # noqa: S101 - called for months and days only
        anchor = self._anchor(meaning.anchor)
        if anchor is None:
            return None
        if self._now is None or meaning.anchor == "told":
            return self._year_in_story(meaning, anchor)
        month = self._now.containing("month")
        assert month is not None  # noqa: S101 - a day lies in a month
        if meaning.day is None or meaning.direction:
            side = meaning.direction or setting.direction or -1
            named = month.named(meaning.month - 1, direction=side, strict=bool(meaning.direction))
            if not meaning.direction and abs(named.number - month.number) >= _FAR_MONTHS:
                named = month.named(meaning.month - 1, direction=0)
            return named.year
        return self._year_of_day(meaning.month, meaning.day, setting)

    def _year_of_day(self, month: int, day: int, setting: Setting) -> int | None:
        side = setting.direction or -1
        assert self._now is not None  # noqa: S101 - called where the day of writing is known
        now = self._now.date
        days = [found for year in (now.year - 1, now.year, now.year + 1) if (found := _day(year, month, day))]
        if not days:
            return None
        before = [found for found in days if found <= now]
        after = [found for found in days if found >= now]
        chosen = after[0] if (side > 0 and after) or not before else before[-1]
        if abs((chosen - now).days) > _FAR:
            chosen = min(days, key=lambda found: abs((found - now).days))
        if abs((chosen - now).days) > _NEAR:
            known = self._years.get((month, day))
            return known if known is not None or setting.beside else chosen.year
        return chosen.year

    def _year_in_story(self, meaning: Date, anchor: Period) -> int | None:
        assert meaning.month is not None  # noqa: S101 - called for months and days only
        month = anchor.containing("month")
        if month is None:
            return anchor.year
        if meaning.direction:
            return month.named(meaning.month - 1, direction=meaning.direction, strict=True).year
        ahead = (meaning.month - 1 - month.number) % 12
        return month.shifted(ahead - 12 if ahead > 12 - _BACK - 1 else ahead).year

    # Named days, parts of a year, weekends.

    def _weekday(self, meaning: Weekday, setting: Setting) -> Period | None:
        anchor = self._now if meaning.anchor == "now" else self._told
        if anchor is None and self._story and self._told is not None:
            anchor = self._told
        if anchor is None or anchor.unit != "day":
            return None
        strict = meaning.direction != 0
        side = meaning.direction or (1 if self._now is None else setting.direction or -1)
        return anchor.named(meaning.weekday, direction=side, strict=strict)

    def _part(self, meaning: Part, setting: Setting) -> Period | None:
        index = meaning.index
        if index is None:
            return None
        year = meaning.year
        if meaning.of is not None:
            base = self._shift(meaning.of)
            year = None if base is None else base.year
            if year is None:
                return None
        per_year = 2 if meaning.unit == "half" else 4
        if year is not None:
            return Period(meaning.unit, year * per_year + index)
        anchor = self._anchor(meaning.anchor)
        current = None if anchor is None else anchor.containing(meaning.unit)
        if current is None:
            return None if anchor is None or not self._story else Period(meaning.unit, anchor.year * per_year + index)
        if self._now is None:
            ahead = (index - current.number) % per_year
            return current.shifted(ahead if ahead < per_year - 1 else ahead - per_year)
        side = meaning.direction or setting.direction or -1
        if side > 0 and not meaning.direction and (current.number - index) % per_year == 1:
            side = -1  # the one just over: "it expects a loss for the third quarter"
        return current.named(index, direction=side, strict=meaning.direction != 0)

    def _holiday(self, meaning: Holiday, setting: Setting) -> Period | None:
        if not meaning.rule:
            return None
        if len(meaning.rule) == len("2001-09-11"):
            return Period.of_date(date.fromisoformat(meaning.rule))
        if meaning.year is not None:
            return Period.of_date(feast(meaning.rule, meaning.year))
        anchor = self._anchor(meaning.anchor)
        if anchor is None or anchor.year < 1:
            return None
        if anchor.unit != "day":
            return Period.of_date(feast(meaning.rule, anchor.year))
        days = [feast(meaning.rule, year) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
        if meaning.direction > 0 or (meaning.direction == 0 and setting.direction > 0):
            return Period.of_date(next(day for day in days if day >= anchor.date))
        return Period.of_date(next(day for day in reversed(days) if day <= anchor.date))

    def _weekend(self, meaning: Weekend, setting: Setting) -> Resolved:
        anchor = self._anchor(meaning.anchor)
        week = None if anchor is None else anchor.containing("week")
        if week is None:
            return Resolved("DATE", "XXXX-WXX-WE")
        if meaning.amount is None or meaning.amount < 0:
            last = meaning.amount is not None or setting.direction <= 0
            week = week.shifted(-1 if last and anchor is not None and anchor.date.weekday() < 5 else 0)  # noqa: PLR2004 - Saturday
        else:
            week = week.shifted(meaning.amount)
        return Resolved("DATE", f"{week.value()}-WE")

    def _moment(self, base: Meaning | None, time: str, setting: Setting) -> Resolved:
        if base is None:
            day = None if time == "TNI" else self._day if self._day is not None else self._now
        else:
            day = self._resolve(base, setting).period
        if day is None and base is not None:
            value = self._resolve(base, setting).value
            return Resolved(
                "TIME", value + time if len(value) >= len("XXXX-WXX") and "_" not in value else f"XXXX-XX-XX{time}"
            )
        if day is None or day.unit != "day":
            return Resolved("TIME", f"XXXX-XX-XX{time}")
        return Resolved("TIME", day.value() + time, day)


def _aside(meaning: Meaning) -> bool:
    """Tell whether an expression only compares: what follows "a year earlier" counts from what stood before it."""
    return isinstance(meaning, YearBefore) or (isinstance(meaning, Shift) and meaning.loose)


def _last_quarter(day: Period) -> Period | None:
    quarter = day.containing("quarter")
    return None if quarter is None else quarter.shifted(-1)


def _date_of(period: Period) -> Resolved:
    return Resolved("DATE", period.value(), period)


def _calendar(year: int | None, month: int, day: int | None) -> Resolved:
    """Return a month or day; without its year, or on a day that the month does not have, no period."""
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if day is None:
        return _date_of(Period.of_month(year, month))
    found = _day(year, month, day)
    if found is None:
        return (
            Resolved("DATE", f"{year_value(year)}-{month:02d}-XX", Period.of_month(year, month))
            if year > 0
            else Resolved("DATE", f"{year_value(year)}-{month:02d}-{day:02d}")
        )
    return _date_of(Period.of_date(found))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(period: Period | None, unit: Unit, amount: int) -> Period | None:
    """Return the period `amount` units away, in the finer of the two units."""
    if period is None:
        return None
    if period.unit == "day" and unit == "week":
        return period.shifted(7 * amount)
    if period.unit == "day" and unit in ("month", "year"):
        months = amount * (12 if unit == "year" else 1)
        return Period.of_date(same_day(period.date, months=months))
    if period.unit == unit:
        return period.shifted(amount)
    if unit == "year":
        per_year = {"quarter": 4, "season": 4, "half": 2, "month": 12}.get(period.unit)
        return None if per_year is None else period.shifted(per_year * amount)
    return None
