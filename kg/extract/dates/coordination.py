"""Rules for dates that share a part: what the last one says holds for those before it, and the other way round."""

from dataclasses import replace

from kg.extract.dates.grammar import Built, Match, Rule, item, value_of
from kg.extract.dates.meaning import Date, Length, Part, Shift, Weekday
from kg.extract.dates.relative import length

_LAST_DAY = 31


def _date(match: Match, name: str) -> Date:
    date = match.read(name, Date)
    assert date is not None  # noqa: S101 - the pattern names a Day, a Month or a Year
    return date


def _day_and_number(match: Match) -> Built:
    """Read "April 6-7", "May 3 and 5", "June 1 to 4, 2003"."""
    first, number = _date(match, "first"), match.number("n")
    token = match.next_token()
    if first.month is None or number > _LAST_DAY or (not match.has("year") and token is not None and _counts(match)):
        return None
    year = _date(match, "year").year if match.has("year") else first.year
    first = replace(first, year=year)
    second = Date(year=year, month=first.month, day=int(number), of=first.of, direction=first.direction)
    last = item(match, "n", second)
    if match.has("year"):
        last = replace(last, end=match.end)
    return [item(match, "first", first), *match.items("link"), last]


def _counts(match: Match) -> bool:
    """Tell whether the number at the end of a match counts what follows: "on May 3 and 20 soldiers"."""
    token = match.next_token()
    return (
        token is not None
        and token.tag_ in ("NNS", "NN", "JJ", "CD", "NNPS")
        and match.doc[match.end - 1].head.i >= match.end
    )


def _number_and_day(match: Match) -> Built:
    """Read "3-5 May", "3 and 5 May 2011"."""
    second = _date(match, "second")
    day = int(match.number("n"))
    if second.month is None or day > _LAST_DAY:
        return None
    return [
        item(match, "n", replace(second, day=day, weekday=None)),
        *match.items("link"),
        item(match, "second", second),
    ]


def _shared_year(match: Match) -> Built:
    """Read "April and June 1955", "27 May - 28 May 1905", "November to March 1944"."""
    first, second = _date(match, "first"), _date(match, "second")
    if first.year is not None or second.year is None or first.of is not None or first.direction:
        return None
    earlier = (first.month or 0, first.day or 0) <= (second.month or 0, second.day or 0)
    year = second.year if earlier or not match.has("range") else second.year - 1
    return [item(match, "first", replace(first, year=year)), *match.items("link"), item(match, "second", second)]


def _year_in_other_words(match: Match) -> Built:
    """Read "May or June next year"."""
    first, second, year = _date(match, "first"), _date(match, "second"), match.read("year", Shift)
    if first.year is not None or second.year is not None or year is None or year.unit != "year":
        return None
    last = item(match, "year", replace(second, of=year, direction=0), start=match.items("second")[0].start)
    return [item(match, "first", replace(first, of=year, direction=0)), *match.items("link"), last]


def _days_listed(match: Match) -> Built:
    """Read "May 3, 5 and 7" and "3, 5 and 7 May"."""
    numbers = match.items("n")
    day = _date(match, "day")
    if day.month is None or (numbers[0].start > match.items("day")[0].start and _counts(match)):
        return None
    found = [*match.items("day")]
    for number in (numbers[0], *match.items("m")):
        meaning = replace(day, day=int(value_of(match.doc[number.start].text)), weekday=None)
        found.append(replace(match.items("day")[0], start=number.start, end=number.end, meaning=meaning, rule="part"))
    return sorted([*found, *match.items("link"), *match.items("and")], key=lambda part: part.start)


def _year_and_short(match: Match) -> Built:
    """Read "1957-60", "1995/96"."""
    first = _date(match, "first")
    text = match.value("n")
    if match.spaced() or first.year is None or len(text) != 2:  # noqa: PLR2004 - two digits
        return None
    year = first.year // 100 * 100 + int(text)
    if year <= first.year:
        return None
    return [item(match, "first", first), *match.items("link"), item(match, "n", Date(year=year))]


def _before_christ_range(match: Match) -> Built:
    """Read "499-493 BC"."""
    second = _date(match, "second")
    if second.year is None or second.year > 0:
        return None
    return [
        item(match, "n", Date(year=1 - int(match.number("n")))),
        *match.items("link"),
        item(match, "second", second),
    ]


def _years(match: Match) -> Built:
    """Read "1861-1865", "between 1861 and 1865"."""
    first, second = _date(match, "first"), _date(match, "second")
    if second.year is not None and second.year <= 0:
        return _years_before_christ(match)
    between = match.texts("link") != ["and"] or match.preceded_by("between")
    if first.year is None or second.year is None or not first.year < second.year or not between or _counts(match):
        return None
    return [item(match, "first", first), *match.items("link"), item(match, "second", second)]


def _years_before_christ(match: Match) -> Built:
    """Read "499-493 BC" where the first figure looks like a year of ours."""
    second = _date(match, "second")
    first = _date(match, "first")
    if second.year is None or second.year > 0 or first.year is None:
        return None
    return [item(match, "first", Date(year=1 - first.year)), *match.items("link"), item(match, "second", second)]


def _parts_of_year(match: Match) -> Built:
    """Read "the summer and autumn of 481 BC", "this spring and summer"."""
    first, second = match.read("first", Part), match.read("second", Part)
    if first is None or second is None or first.year is not None:
        return None
    if second.year is None:
        if (first.of is None and not first.direction) or second.of is not None or second.direction:
            return None
        same = replace(second, of=first.of, direction=first.direction, anchor=first.anchor)
        return [*match.items("first"), *match.items("link"), item(match, "second", same)]
    return [item(match, "first", replace(first, year=second.year)), *match.items("link"), item(match, "second", second)]


def _counted_pair(match: Match) -> Built:
    """Read "ten or fifteen years", "10-15 years"."""
    second = match.read("second", Length)
    if second is None or second.amount is None:
        return None
    return [
        item(match, "n", length(match.number("n"), second.unit)),
        *match.items("link"),
        item(match, "second", second),
    ]


def _sum(match: Match) -> Built:
    """Read "two years and three months"."""
    first, second = match.meaning("first"), match.meaning("second")
    if not isinstance(first, Length) or not isinstance(second, Length) or first.amount is None or second.amount is None:
        return None
    order = ("CE", "DE", "Y", "M", "W", "D", "H", "MIN", "S")
    if first.unit not in order or second.unit not in order or order.index(first.unit) >= order.index(second.unit):
        return None
    if match.has("comma") and order.index(second.unit) != order.index(first.unit) + 1:
        return None
    if not second.amount.is_integer() or not first.amount.is_integer() or "Y" in second.value:
        return None
    if "T" in first.value and "T" in second.value:
        return Length(first.value + second.value.removeprefix("PT"))
    return Length(first.value + second.value.removeprefix("P"))


def _weekdays_through(match: Match) -> Built:
    """Read "from Monday to Friday": the second day is the first of its name after the first."""
    first, second = match.read("first", Weekday), match.read("second", Weekday)
    if first is None or second is None or second.direction:
        return None
    if match.texts("link") == ["and"] and not match.preceded_by("between"):
        return None
    begin = first if first.direction else replace(first, until=second.weekday)
    after = replace(second, direction=1, anchor="told")
    return [item(match, "first", begin), *match.items("link"), item(match, "second", after)]


_LINK = "link:(dash|to|and|or|through|until|till|slash|comma|and from)"

COORDINATIONS = [
    Rule(f"first:Day {_LINK} n:DAYNUMBER (comma? year:Year)?", _day_and_number),
    Rule(f"n:(DAYNUMBER|DAYORDINAL) {_LINK} (the)? second:Day", _number_and_day),
    Rule("day:Day link:comma n:DAYNUMBER and:(comma? and) m:DAYNUMBER", _days_listed),
    Rule("n:DAYNUMBER link:comma m:DAYNUMBER and:(comma? and) day:Day", _days_listed),
    Rule("first:(Day|Month) link:(to|and|or|dash|until|till) second:(Day|Month) of? year:Ref", _year_in_other_words),
    Rule("first:Day link:(range:(dash|to|through|until|till)) second:Day", _shared_year),
    Rule("first:Month link:(range:(dash|to|through|until|till)) second:Month", _shared_year),
    Rule("first:Day link:(and|or|slash|comma) second:Day", _shared_year),
    Rule("first:Month link:(and|or|slash|comma) second:Month", _shared_year),
    Rule("first:Year link:(dash|slash) n:TWODIGITS", _year_and_short),
    Rule("first:Year link:(dash|slash|to|through|and) second:Year", _years),
    Rule("n:DIGITS link:(dash|to|and|or) second:Year", _before_christ_range),
    Rule("first:Weekday link:(dash|to|through|until|till|and) second:Weekday", _weekdays_through),
    Rule("first:Part link:(and|or|dash|to|and early|and late) second:Part", _parts_of_year),
    Rule("n:COUNT link:(to|or|dash|and) second:Length", _counted_pair),
    Rule("first:Length (and|comma:comma)? second:Length", _sum),
]
