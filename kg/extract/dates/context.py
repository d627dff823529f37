"""When an article was written: its publication date, or its dateline; and whether it is a history without either."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from kg.extract.dates.grammar import Item
from kg.extract.dates.meaning import Date, Moment, Shift, Weekday

_DATELINE_TOKENS = 40
_DATELINE_DAYS = 7
"""How long before publication the day of a dateline may lie."""

_YEARS = range(1400, 9000)
"""In which articles can have been written; all that counts from them stays within the calendar."""

_MARKS = frozenset(("(", ")", "-", "--", "—", "–", "_", ":", "/"))


def day_of_writing(doc: Doc, items: Sequence[Item], published: str | None) -> date | None:
    """Return the day from which "today" counts, None where the article does not say.

    Args:
        doc: the article.
        items: the expressions found in it.
        published: its publication date as ISO 8601, or None.
    """
    day = None if published is None else _day(published)
    line = _dateline(doc, items)
    if line is None or line.month is None or line.day is None:
        return day
    years = [line.year] if line.year is not None else [] if day is None else [day.year, day.year - 1]
    for year in years:
        try:
            told = date(year, line.month, line.day)
        except ValueError:
            continue
        if day is None or 0 <= (day - told).days <= _DATELINE_DAYS:
            return told
    return day


def _day(published: str) -> date | None:
    """Return the day of an ISO 8601 date or date-time, None where it cannot be that of an article."""
    try:
        day = date.fromisoformat(published[: len("2025-07-22")])
    except ValueError:  # 2025-02-30
        return None
    return day if day.year in _YEARS else None


def _dateline(doc: Doc, items: Sequence[Item]) -> Date | None:
    """Return the date of "KYIV, 22 July -" or "(LONDON, July 22)" at the beginning."""
    for item in items:
        if item.start > _DATELINE_TOKENS:
            return None
        if isinstance(item.meaning, Date) and item.meaning.day is not None and item.start > 1 and item.end < len(doc):
            before, place, after = doc[item.start - 1], doc[item.start - 2], doc[item.end]
            if (
                before.text == ","
                and place.text.isupper()
                and (after.text in _MARKS or after.text.startswith(("-", "(")))
            ):
                return item.meaning
    return None


def is_story(items: Sequence[Item]) -> bool:
    """Tell whether an article without a day of writing is a history: it gives more years than it says "on Monday"."""
    years = deictic = 0
    for item in items:
        meaning = item.meaning.base if isinstance(item.meaning, Moment) else item.meaning
        if isinstance(meaning, Date) and meaning.year is not None:
            years += 1
        elif isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.anchor == "now"):
            deictic += 1
    return years > deictic


def years_given(items: Sequence[Item]) -> dict[tuple[int, int], int]:
    """Return the year of each month and day that an article gives in full, where it gives one only."""
    found: dict[tuple[int, int], set[int]] = {}
    for item in items:
        meaning = item.meaning
        if (
            isinstance(meaning, Date)
            and meaning.year is not None
            and meaning.month is not None
            and meaning.day is not None
        ):
            found.setdefault((meaning.month, meaning.day), set()).add(meaning.year)
    return {day: years.pop() for day, years in found.items() if len(years) == 1}
