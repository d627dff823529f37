"""Which of several days, months or seasons of one name is meant, given where the text stands in time."""

from datetime import date

from kg.extract.dates.feasts import feast
from kg.extract.dates.periods import CYCLES, Period, Unit, same_day

_FAR_DAYS = 300
_FAR_MONTHS = 9
"""A day or month named without a year is seldom as far away: the other side is nearer."""

_FAR_DAYS_BACK = 345
_FAR_MONTHS_BACK = 11
"""But in December, "he said in February" is still said of the year that ends, and in March, "on 3 May" of the last."""

_STEP_BACK = 5
"""How many months a story may step back when it names a month without a year; further back is the next year."""


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day(now: date, month: int, day: int, *, direction: int, told: bool = False) -> date | None:
    """Return the day of that month and number that a text of day `now` means.

    Where the text tells the direction (`told`), a past day is not weeks ahead, however far back the year before is.

    >>> nearest_day(date(2025, 7, 22), 5, 16, direction=-1)
    datetime.date(2025, 5, 16)
    >>> nearest_day(date(2025, 7, 22), 5, 16, direction=1)
    datetime.date(2026, 5, 16)
    >>> nearest_day(date(2025, 7, 22), 7, 20, direction=1)
    datetime.date(2025, 7, 20)
    """
    days = [found for year in (now.year - 1, now.year, now.year + 1) if (found := calendar_day(year, month, day))]
    before = [found for found in days if found <= now]
    after = [found for found in days if found >= now]
    sides = (after, before) if direction > 0 else (before[::-1], after)
    chosen = next((side[0] for side in sides if side), None)
    far = _FAR_DAYS_BACK if told and direction < 0 else _FAR_DAYS
    if chosen is not None and abs((chosen - now).days) > far:
        return min(days, key=lambda found: abs((found - now).days))
    return chosen


def nearest_month(now: Period, month: int, *, direction: int, strict: bool) -> Period:
    """Return the month of that number (1 to 12) that a text written in month `now` means."""
    named = now.named(month - 1, direction=direction, strict=strict)
    if not strict and not -_FAR_MONTHS_BACK < named.number - now.number < _FAR_MONTHS:
        return now.named(month - 1, direction=0)
    return named


def month_in_story(told: Period, month: int, *, direction: int = 0) -> int:
    """Return the year of a month that a story names after having told of another period."""
    reached = told.containing("month")
    if reached is None:
        return told.year
    if direction:
        return reached.named(month - 1, direction=direction, strict=True).year
    return _onwards(reached, month - 1, _STEP_BACK).year


def part_in_story(told: Period, unit: Unit, index: int) -> Period:
    """Return the season, quarter or half that a story names after having told of another period."""
    reached = told.containing(unit)
    if reached is None:
        return Period(unit, told.year * CYCLES[unit] + index)
    return _onwards(reached, index, 1)


def _onwards(reached: Period, index: int, back: int) -> Period:
    """Return the next period of a name, or the one before where that is at most `back` steps away."""
    cycle = CYCLES[reached.unit]
    ahead = (index - reached.number) % cycle
    return reached.shifted(ahead - cycle if ahead >= cycle - back else ahead)


def nearest_part(now: Period, index: int, *, direction: int, strict: bool) -> Period:
    """Return the season, quarter or half that a text written in another (`now`) means."""
    if direction > 0 and not strict and (now.number - index) % CYCLES[now.unit] == 1:
        direction = -1  # the one just over: "it expects a loss for the third quarter"
    return now.named(index, direction=direction, strict=strict)


def nearest_feast(rule: str, now: date, *, direction: int) -> date:
    """Return the feast that a text of day `now` means: the last one, or the next where `direction` is positive."""
    days = [feast(rule, year) for year in (now.year - 1, now.year, now.year + 1)]
    if direction > 0:
        return next(day for day in days if day >= now)
    return next(day for day in reversed(days) if day <= now)


def moved(period: Period, unit: Unit, amount: int) -> Period | None:
    """Return the period `amount` units away, in the finer of the two units; None where that is no whole number."""
    if period.unit == unit:
        return period.shifted(amount)
    if period.unit == "day" and unit == "week":
        return period.shifted(7 * amount)
    if period.unit == "day" and unit in ("month", "year"):
        day = same_day(period.date, months=amount * (12 if unit == "year" else 1))
        return None if day is None else Period.of_date(day)
    per_year = CYCLES.get(period.unit) if period.unit != "day" and unit == "year" else None
    return None if per_year is None else period.shifted(per_year * amount)
