"""When an article was written: its publication date, or its dateline; and whether it is a history without either."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from kg.extract.dates.grammar import Item
from kg.extract.dates.meaning import Date, Moment, Shift, Weekday
from kg.extract.dates.nearest import calendar_day

_DATELINE_TOKENS = 40
_DATELINE_DAYS = 7
"""How long before publication the day of a dateline may lie."""

_YEARS = range(1400, 9000)
"""In which articles can have been written; all that counts from them stays within the calendar."""

_PLACE_TOKENS = 10
_PLACE_MARKS = frozenset((",", "(", ")", "/", ".", "-"))
_IN_SENTENCES = frozenset("on in by since from until till at after before between during around".split())
_LABELS = frozenset("published updated posted modified filed date issued last on at by local time est gmt utc".split())
"""Words beside a date that stands alone on its line."""

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
    """Return the date of "KYIV, 22 July -", "London (Agency) July 22 -" or a line "Published: 22 July 2025"."""
    for item in items:
        if item.start > _DATELINE_TOKENS:
            return None
        if isinstance(item.meaning, Date) and item.meaning.day is not None and _opens(doc, item, items):
            return item.meaning
    return None


def _opens(doc: Doc, item: Item, items: Sequence[Item]) -> bool:
    """Tell whether a date stands where an article says when it was written."""
    begin, end = _line(doc, item)
    before = [token.text for token in doc[begin : item.start]]
    after = doc[item.end].text if item.end < end else ""
    marked = after in _MARKS or after.startswith(("-", "("))
    if len(before) > 1 and before[-1] == "," and before[-2].isupper() and marked:
        return True
    if marked and after not in (":", "/"):
        return len(before) <= _PLACE_TOKENS and all(_names_place(text) for text in before)
    dated = {i for other in items for i in range(other.start, other.end)}
    rest = [token.lower_ for token in doc[begin:end] if token.i not in dated and not token.is_space]
    return all(text in _LABELS or not text[0].isalnum() for text in rest)


def _line(doc: Doc, item: Item) -> tuple[int, int]:
    """Return the first token of the item's line and the one after its last, looking as far as a dateline can reach."""
    begin, end = item.start, item.end
    while begin > 0 and "\n" not in doc[begin - 1].text and item.start - begin < _DATELINE_TOKENS:
        begin -= 1
    while end < len(doc) and "\n" not in doc[end].text and end - item.end < _DATELINE_TOKENS:
        end += 1
    return begin, end


def _names_place(text: str) -> bool:
    """Tell whether a token can be part of the place and agency of a dateline: capitalised, or a mark between them."""
    return (text[0].isupper() and text.lower() not in _IN_SENTENCES) or text in _PLACE_MARKS


def captions(doc: Doc, items: Sequence[Item]) -> dict[int, date]:
    """Return for each expression of a picture's caption, by its place in `items`, the day of the picture.

    A caption is one sentence on a line of its own that ends with a full date: "Smoke of Monday's fire, July 21, 2015."
    """
    found: dict[int, date] = {}
    for number, item in enumerate(items):
        day = _full_day(item)
        if day is None or number == 0 or doc[item.start - 1].text != "," or not _ends_line(doc, item):
            continue
        sentence = doc[item.start].sent.start
        if sentence == 0 or "\n" in doc[sentence - 1].text:
            found |= {i: day for i in range(number) if items[i].start >= sentence}
    return found


def _full_day(item: Item) -> date | None:
    meaning = item.meaning
    if not isinstance(meaning, Date) or meaning.year is None or meaning.month is None or meaning.day is None:
        return None
    return calendar_day(meaning.year, meaning.month, meaning.day) if meaning.year in _YEARS else None


def _ends_line(doc: Doc, item: Item) -> bool:
    """Tell whether only a full stop stands between an expression and the end of its line."""
    end = item.end + (item.end < len(doc) and doc[item.end].text == ".")
    return end == len(doc) or "\n" in doc[end].text


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
