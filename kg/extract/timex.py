"""TIMEX3 values: from a value to the days it can stand for. Pure functions over strings, no spaCy."""

from datetime import date


def bounds(value: str) -> tuple[date, date] | None:
    """Return the earliest and latest day, inclusive, that a TIMEX3 DATE or TIME `value` covers, None when open.

    >>> bounds("2025-07-23TEV")
    (datetime.date(2025, 7, 23), datetime.date(2025, 7, 23))
    """
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day, day
