"""On which day of a year a feast falls."""

from datetime import date, timedelta


def feast(rule: str, year: int) -> date:
    """Return the day of a feast in a year; `rule` is a holiday's value in the lexicon.

    >>> feast("11-4-4", 1999), feast("easter-2", 2025)
    (datetime.date(1999, 11, 25), datetime.date(2025, 4, 18))
    """
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    parts = [int(part) for part in rule.split("-")]
    if len(parts) == 2:  # noqa: PLR2004 - month and day
        return date(year, *parts)
    month, which, weekday = parts
    if which == 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, single = divmod(rest, 4)
    to_sunday = (32 + 2 * odd + 2 * quarter - epact - single) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
