"""From what an expression says to its TIMEX3 value, given when the article was written and what it has told so far."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

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
    Night,
    Part,
    Repeated,
    Shift,
    TimeAway,
    Vague,
    Weekday,
    Weekend,
    WeekOf,
    YearBefore,
)
from kg.extract.dates.nearest import (
    calendar_day,
    month_in_story,
    moved,
    nearest_day,
    nearest_feast,
    nearest_month,
    nearest_part,
    part_in_story,
)
from kg.extract.dates.periods import CYCLES, Period, year_value
from kg.extract.dates.setting import Setting
from kg.extract.dates.unresolved import unknown
from kg.lexicon.times import known_days
from kg.records.model import TimexType

_YEARS = range(2, date.max.year)
_SATURDAY = 6
_RECENT = 10
"""Up to so many days ago, a day is that of this year even where all know one of another ("the October 7 attack")."""

_STILL_TOLD = 60
"""How many tokens after a day a time of day without one belongs to it."""

_CLOCK = re.compile(r"(\d\d):(\d\d)")
_DAY_LONG = 24 * 60
_HALF_DAY = 12 * 60
"""So many minutes after a time of day that is not told, or fewer, it is most likely still the same day."""

_NEAR = 150
"""Further away, a day is that of the same date given in full elsewhere, and one in a name ("the May 3 attack") open."""


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
        self._day_at = 0
        self._time = ""
        self._at = 0
        self._quarter: Period | None = None

    def aside(self, meaning: Meaning, setting: Setting, *, now: date) -> Resolved:
        """Return the value of an expression in a caption, which was written on another day and tells nothing else."""
        return Resolver(now=now, years=self._years).read(meaning, setting)

    def read(self, meaning: Meaning, setting: Setting) -> Resolved:
        """Return the value of an expression, and remember it for those that count from it.

        Args:
            meaning: what the grammar read.
            setting: what the sentence says of the time; only asked where it matters.
        """
        self._at = setting.start
        resolved = self._resolve(meaning, setting)
        period = resolved.period
        named = isinstance(meaning, Date) and meaning.month is None and setting.beside  # "a 1977 van"
        if period is not None and not named and not _aside(meaning) and not (self._story and setting.direction > 0):
            self._told = period
            if period.unit == "day":
                if resolved.type == "TIME" or period != self._day:  # "at 14:30 on Sunday" tells the day after the time
                    self._time = resolved.value.partition("T")[2]
                self._day, self._day_at = period, setting.start
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
            case Clock() | Moment() | Night() | TimeAway():
                return self._time_of_day(meaning, setting)
            case Between(first=first, last=last):
                return self._between(first, last, setting)
            case Weekend():
                return self._weekend(meaning, setting)
            case Date():
                return self._date(meaning, setting)
        period = self._period(meaning, setting)
        return Resolved("DATE", unknown(meaning)) if period is None or not period.exists else _date_of(period)

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
                start = self._resolve(base, setting).period
                return None if start is None else moved(start, unit, amount)
            case WeekOf(base=base):
                day = self._resolve(base, setting).period
                return None if day is None else day.containing("week")
            case YearBefore(base=base):
                quarter = self._quarter if base is None else self._resolve(base, setting).period
                return None if quarter is None else moved(quarter, "year", -1)
        return None

    # What relative expressions count from.

    def _anchor(self, meaning_anchor: str) -> Period | None:
        if meaning_anchor == "near":
            if self._day_told:
                return self._day
            meaning_anchor = "now"
        if meaning_anchor == "now":
            return self._now if self._now is not None or not self._story else self._told
        return self._told if self._told is not None else self._now

    def _shift(self, shift: Shift) -> Period | None:
        if shift.loose and shift.amount < 0 and self._quarter is not None and self._told == self._quarter:
            return moved(self._quarter, "year", shift.amount)
        if shift.unit == "quarter" and shift.anchor == "told":
            return self._quarter if self._quarter is not None or self._now is None else _last_quarter(self._now)
        anchor = self._anchor(shift.anchor)
        if anchor is None:
            return None
        if shift.unit == "day" and anchor.unit != "day":
            anchor = self._day_within(anchor)
            if anchor is None:
                return None
        whole = anchor.containing(shift.unit)
        return None if whole is None else whole.shifted(shift.amount)

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
        if anchor is None or (self._now is None and not self._story):
            known = _known_day(meaning, setting)
            if known is not None or anchor is None:
                return None if known is None else known.year
        if self._now is None or meaning.anchor == "told":
            return month_in_story(anchor, meaning.month, direction=meaning.direction)
        direction = meaning.direction or setting.direction or -1
        month = self._now.containing("month")
        if month is not None and (meaning.day is None or meaning.direction):
            if direction < 0 and not meaning.direction and setting.appointed:
                direction = 0
            return nearest_month(month, meaning.month, direction=direction, strict=bool(meaning.direction)).year
        now = self._now.date
        day = nearest_day(now, meaning.month, meaning.day or 1, direction=direction, told=setting.happened)
        if day is None:
            return None
        ago = (now - day).days
        known = _known_day(meaning, setting)
        if known is not None and known < self._now.date and not 0 <= ago <= _RECENT:
            return known.year
        if abs(ago) > _NEAR and (setting.beside or (day.month, day.day) in self._years):
            return self._years.get((day.month, day.day))
        return day.year

    # Named days, parts of a year, weekends.

    def _weekday(self, meaning: Weekday, setting: Setting) -> Period | None:
        anchor = self._now if meaning.anchor == "now" else self._told
        if anchor is None and self._story and self._told is not None:
            anchor = self._told
        if anchor is None or anchor.unit != "day":
            return None
        if meaning.until is not None and self._now is not None and setting.direction <= 0:
            last = anchor.named(meaning.until, direction=-1)
            return last.named(meaning.weekday, direction=-1, strict=True)
        strict = meaning.direction != 0
        side = meaning.direction or (1 if self._now is None else setting.direction or -1)
        return anchor.named(meaning.weekday, direction=side, strict=strict)

    def _part(self, meaning: Part, setting: Setting) -> Period | None:
        if meaning.index is None:
            return None
        year = meaning.year
        if meaning.of is not None:
            base = self._shift(meaning.of)
            if base is None:
                return None
            year = base.year
        if year is not None:
            return Period(meaning.unit, year * CYCLES[meaning.unit] + meaning.index)
        anchor = self._anchor(meaning.anchor)
        if self._now is None:
            return part_in_story(anchor, meaning.unit, meaning.index) if anchor is not None and self._story else None
        current = None if anchor is None else anchor.containing(meaning.unit)
        if current is None:
            return None
        direction = meaning.direction or setting.direction or -1
        return nearest_part(current, meaning.index, direction=direction, strict=bool(meaning.direction))

    def _holiday(self, meaning: Holiday, setting: Setting) -> Period | None:
        if not meaning.rule:
            return None
        if len(meaning.rule) == len("2001-09-11"):
            return Period.of_date(date.fromisoformat(meaning.rule))
        anchor = self._anchor(meaning.anchor)
        year = meaning.year if meaning.year is not None or anchor is None or anchor.unit == "day" else anchor.year
        if year is not None:
            return Period.of_date(feast(meaning.rule, year)) if year in _YEARS else None
        if anchor is None or anchor.year not in _YEARS:
            return None
        return Period.of_date(
            nearest_feast(meaning.rule, anchor.date, direction=meaning.direction or setting.direction)
        )

    def _weekend(self, meaning: Weekend, setting: Setting) -> Resolved:
        anchor = self._anchor(meaning.anchor)
        week = None if anchor is None else anchor.containing("week")
        if week is None:
            return Resolved("DATE", "XXXX-WXX-WE")
        amount = meaning.amount if meaning.amount is not None else 0 if setting.direction > 0 else -1
        if amount < 0 and anchor is not None and anchor.unit == "day" and anchor.date.isoweekday() >= _SATURDAY:
            amount += 1  # on a weekend, "the weekend" is that one
        return Resolved("DATE", f"{week.shifted(amount).value()}-WE")

    def _time_of_day(self, meaning: Clock | Moment | Night | TimeAway, setting: Setting) -> Resolved:
        match meaning:
            case Clock(time=time):
                return self._moment(None, time, setting)
            case Moment(base=base, time=time):
                return self._moment(base, time, setting)
            case Night():
                ahead = setting.direction > 0 and not setting.beside
                return self._moment(Shift("day", 0 if ahead else -1), "TNI", setting)
            case TimeAway():
                return self._time_away(meaning)

    def _moment(self, base: Meaning | None, time: str, setting: Setting) -> Resolved:
        if base is None:
            day = self._now if self._day is None or setting.opens_line else self._day
            if time == "TNI" or (self._day is not None and not self._day_told and not setting.opens_line):
                day = None
            return Resolved("TIME", ("XXXX-XX-XX" if day is None else day.value()) + time, day)
        resolved = self._resolve(base, setting)
        if resolved.period is not None and resolved.period.unit == "day":
            return Resolved("TIME", resolved.value + time, resolved.period)
        dated = resolved.value.startswith(("XXXX-WXX-", "XXXX-")) and resolved.value[-1].isdigit()
        return Resolved("TIME", (resolved.value if dated else "XXXX-XX-XX") + time)

    @property
    def _day_told(self) -> bool:
        """Whether a day was told shortly before the expression that is being read."""
        return self._day is not None and self._at - self._day_at <= _STILL_TOLD

    def _time_away(self, away: TimeAway) -> Resolved:
        """Return the time some hours after, or before, the one told last: to the minute, or the day alone."""
        day = self._day
        if day is None or not self._day_told:
            return Resolved("DATE", "PAST_REF" if away.sign < 0 else "FUTURE_REF")
        if (told := _CLOCK.fullmatch(self._time)) and away.minutes is not None:
            days, minute = divmod(int(told[1]) * 60 + int(told[2]) + away.sign * round(away.minutes), _DAY_LONG)
            there = day.shifted(days)
            return Resolved("TIME", f"{there.value()}T{minute // 60:02d}:{minute % 60:02d}", there)
        unsure = self._time in ("NI", "EV") or (away.minutes is not None and away.minutes > _HALF_DAY)
        return Resolved("TIME", "XXXX-XX-XXTXX" if unsure else f"{day.value()}TXX", None if unsure else day)


def _known_day(meaning: Date, setting: Setting) -> date | None:
    """Return the day that all know by its month, number and noun: "the October 7 attack"."""
    if meaning.month is None or meaning.day is None or not setting.beside:
        return None
    return known_days().get((meaning.month, meaning.day, setting.noun))


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
    found = calendar_day(year, month, day)
    if found is not None:
        return _date_of(Period.of_date(found))
    if year > 0:
        return Resolved("DATE", f"{year_value(year)}-{month:02d}-XX", Period.of_month(year, month))
    return Resolved("DATE", f"{year_value(year)}-{month:02d}-{day:02d}")
