"""Rules over what earlier rules found: dates that share a year, weekday and date, day and time, "early", "the end of"."""

from dataclasses import replace

from kg.extract.dates.absolute import full_year
from kg.extract.dates.grammar import Built, Item, Match, Rule, item
from kg.extract.dates.guards import plausible
from kg.extract.dates.meaning import (
    Away,
    Clock,
    Date,
    Era,
    Length,
    Moment,
    Part,
    Repeated,
    Shift,
    Vague,
    WeekOf,
    Weekday,
    YearBefore,
)
from kg.extract.dates.relative import UNITS, length

_LAST_DAY = 31

# ---------------------------------------------------------------------------------------------------------------
# Coordinations and ranges: what the last member says holds for those before it, and the other way round.


def _date(match: Match, name: str) -> Date:
    meaning = match.meaning(name)
    assert isinstance(meaning, Date)  # noqa: S101 - the pattern names a Day, a Month or a Year
    return meaning


def _link(match: Match) -> list[Item]:
    return list(match.items("link"))


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
    return [item(match, "first", first), *_link(match), last]


def _counts(match: Match) -> bool:
    """Tell whether the number at the end of a match counts what follows: "on May 3 and 20 soldiers"."""
    token = match.next_token()
    return token is not None and token.tag_ in ("NNS", "NN", "JJ", "CD", "NNPS") and match.doc[match.end - 1].head.i >= match.end


def _number_and_day(match: Match) -> Built:
    """Read "3-5 May", "3 and 5 May 2011"."""
    second = _date(match, "second")
    day = int(match.number("n"))
    if second.month is None or day > _LAST_DAY:
        return None
    return [item(match, "n", replace(second, day=day, weekday=None)), *_link(match), item(match, "second", second)]


def _shared_year(match: Match) -> Built:
    """Read "April and June 1955", "27 May - 28 May 1905", "November to March 1944"."""
    first, second = _date(match, "first"), _date(match, "second")
    if first.year is not None or second.year is None or first.of is not None or first.direction:
        return None
    earlier = (first.month or 0, first.day or 0) <= (second.month or 0, second.day or 0)
    year = second.year if earlier or not match.has("range") else second.year - 1
    return [item(match, "first", replace(first, year=year)), *_link(match), item(match, "second", second)]


def _year_and_short(match: Match) -> Built:
    """Read "1957-60", "1995/96"."""
    first = _date(match, "first")
    text = match.value("n")
    if match.spaced() or first.year is None or len(text) != 2:  # noqa: PLR2004 - two digits
        return None
    year = first.year // 100 * 100 + int(text)
    if year <= first.year:
        return None
    return [item(match, "first", first), *_link(match), item(match, "n", Date(year=year))]


def _before_christ_range(match: Match) -> Built:
    """Read "499-493 BC"."""
    second = _date(match, "second")
    if second.year is None or second.year > 0:
        return None
    return [item(match, "n", Date(year=1 - int(match.number("n")))), *_link(match), item(match, "second", second)]


def _years(match: Match) -> Built:
    """Read "1861-1865", "between 1861 and 1865"."""
    first, second = _date(match, "first"), _date(match, "second")
    if second.year is not None and second.year <= 0:
        return _years_before_christ(match)
    between = match.texts("link") != ["and"] or match.preceded_by("between")
    if first.year is None or second.year is None or not first.year < second.year or not between or _counts(match):
        return None
    return [item(match, "first", first), *_link(match), item(match, "second", second)]


def _years_before_christ(match: Match) -> Built:
    """Read "499-493 BC" where the first figure looks like a year of ours."""
    second = _date(match, "second")
    first = _date(match, "first")
    if second.year is None or second.year > 0 or first.year is None:
        return None
    return [item(match, "first", Date(year=1 - first.year)), *_link(match), item(match, "second", second)]


def _parts_of_year(match: Match) -> Built:
    """Read "the summer and autumn of 481 BC"."""
    first, second = match.meaning("first"), match.meaning("second")
    if not isinstance(first, Part) or not isinstance(second, Part) or first.year is not None or second.year is None:
        return None
    return [item(match, "first", replace(first, year=second.year)), *_link(match), item(match, "second", second)]


def _counted_pair(match: Match) -> Built:
    """Read "ten or fifteen years", "10-15 years"."""
    second = match.meaning("second")
    if not isinstance(second, Length) or second.amount is None:
        return None
    return [item(match, "n", length(match.number("n"), second.unit)), *_link(match), item(match, "second", second)]


def _sum(match: Match) -> Built:
    """Read "two years and three months"."""
    first, second = match.meaning("first"), match.meaning("second")
    if not isinstance(first, Length) or not isinstance(second, Length) or first.amount is None or second.amount is None:
        return None
    order = ("CE", "DE", "Y", "M", "W", "D", "H", "MIN", "S")
    if first.unit not in order or second.unit not in order or order.index(first.unit) >= order.index(second.unit):
        return None
    if "T" in first.value and "T" in second.value:
        return Length(first.value + second.value.removeprefix("PT"))
    return Length(first.value + second.value.removeprefix("P"))


_LINK = "link:(dash|to|and|or|through|until|till|slash|comma|and from)"

COORDINATIONS = [
    Rule(f"first:Day {_LINK} n:DAYNUMBER (comma? year:Year)?", _day_and_number),
    Rule(f"n:(DAYNUMBER|DAYORDINAL) {_LINK} (the)? second:Day", _number_and_day),
    Rule("first:Day link:(range:(dash|to|through|until|till)) second:Day", _shared_year),
    Rule("first:Month link:(range:(dash|to|through|until|till)) second:Month", _shared_year),
    Rule("first:Day link:(and|or|slash|comma) second:Day", _shared_year),
    Rule("first:Month link:(and|or|slash|comma) second:Month", _shared_year),
    Rule("first:Year link:(dash|slash) n:TWODIGITS", _year_and_short),
    Rule("first:Year link:(dash|slash|to|through|and) second:Year", _years),
    Rule("n:DIGITS link:(dash|to|and|or) second:Year", _before_christ_range),
    Rule("first:Part link:(and|or|dash|to|and early|and late) second:Part", _parts_of_year),
    Rule("n:COUNT link:(to|or|dash|and) second:Length", _counted_pair),
    Rule("first:Length (and|comma)? second:Length", _sum),
]

# ---------------------------------------------------------------------------------------------------------------
# Weekday and date, day and time, month and year named in other words.


def _weekday_and_day(match: Match) -> Built:
    """Read "Tuesday, July 22" and "July 22, Tuesday"."""
    weekday, day = match.meaning("weekday"), _date(match, "day")
    return replace(day, weekday=weekday.weekday) if isinstance(weekday, Weekday) else None


def _day_and_part(match: Match) -> Built:
    """Read "Monday night", "the night of 13 February", "yesterday afternoon", "the early hours of Thursday"."""
    clock = match.meaning("clock")
    return Moment(match.meaning("day"), clock.time) if isinstance(clock, Clock) else None


def _clock_apart(match: Match) -> Built:
    """Read "at 10 a.m. on Tuesday" and "Tuesday at 10 a.m.": two expressions, the time of which is on that day."""
    clock = match.meaning("clock")
    if not isinstance(clock, Clock):
        return None
    moment = item(match, "clock", Moment(match.meaning("day"), clock.time))
    day = item(match, "day", match.meaning("day"))
    order = sorted((moment, day), key=lambda found: found.start)
    return [order[0], *_link(match), order[1]]


def _overnight(match: Match) -> Built:
    """Read "overnight into Tuesday" and "overnight on Monday"."""
    if match.has("into"):
        return Moment(Away(match.meaning("day"), "day", -1), "TNI")
    return Moment(match.meaning("day"), "TNI")


def _of_year(match: Match) -> Built:
    """Read "June last year", "August of that year", "the spring of 480 BC"."""
    date, year = match.meaning("date"), match.meaning("year")
    if isinstance(year, Date) and isinstance(date, (Date, Part)) and date.year is None and date.of is None:
        return replace(date, year=year.year)
    if not isinstance(year, Shift) or year.unit != "year":
        return None
    if isinstance(date, (Date, Part)) and date.year is None and date.of is None:
        return replace(date, of=year, direction=0)
    return None


def _part_of_year(match: Match) -> Built:
    """Read "the third quarter of 2024", "the second half of last year"."""
    part, year = match.meaning("part"), match.meaning("year")
    if not isinstance(part, Part) or part.year is not None:
        return None
    if isinstance(year, Date):
        return replace(part, year=year.year)
    if isinstance(year, Shift) and year.unit == "year":
        return replace(part, of=year)
    return None


def _half_of_month(match: Match) -> Built:
    """Read "the first half of May" as the month."""
    part = match.meaning("part")
    return match.meaning("month") if isinstance(part, Part) and part.unit == "half" else None


def _part_of_this_year(match: Match) -> Built:
    """Read "the second half of the year"."""
    part = match.meaning("part")
    return replace(part, of=Shift("year", 0)) if isinstance(part, Part) and part.year is None else None


def _year_earlier(match: Match) -> Built:
    """Read "the year-ago third quarter"."""
    return YearBefore(match.meaning("part"))


def _weekday_nights(match: Match) -> Built:
    """Read "Monday nights" as a set."""
    day, clock = match.meaning("day"), match.meaning("clock")
    plural = match.doc[match.end - 1].lower_.endswith("s")
    if not isinstance(clock, Clock) or not plural:
        return None
    if isinstance(day, Repeated):
        return Repeated(day.value + clock.time)
    return Repeated(f"XXXX-WXX-{day.weekday + 1}{clock.time}") if isinstance(day, Weekday) and not day.direction else None


def _of_week(match: Match) -> Built:
    """Read "the week of March 6"."""
    return WeekOf(match.meaning("day"))


_DAY = "day:(Day|Weekday|Near|Holiday)"

JOINS = [
    Rule("weekday:Weekday comma? (the)? day:Day", _weekday_and_day),
    Rule("day:Day comma? weekday:Weekday", _weekday_and_day),
    Rule("day:(Weekday|Repeated) clock:Clock", _weekday_nights),
    Rule(f"(early|late)? on? {_DAY} clock:Clock", _day_and_part),
    Rule(f"clock:Clock comma? {_DAY}", _day_and_part),
    Rule(f"clock:Clock of {_DAY}", _day_and_part),
    Rule(f"clock:Clock link:(on|comma on) {_DAY}", _clock_apart),
    Rule(f"{_DAY} link:(at|comma at|around|about|at about|at around|by|in) clock:Clock", _clock_apart),
    Rule(f"overnight (on)? {_DAY}", _overnight),
    Rule(f"overnight into:(into|to) {_DAY}", _overnight),
    Rule(f"{_DAY} overnight", _overnight),
    Rule("date:(Day|Month|Part) of? year:(Ref|Year)", _of_year),
    Rule("part:Part (of|in) year:(Year|Ref)", _part_of_year),
    Rule("part:Part year:(Year|Ref)", _part_of_year),
    Rule("part:Part of month:Month", _half_of_month),
    Rule("part:Part of the year", _part_of_this_year),
    Rule("YearBefore part:Part", _year_earlier),
    Rule("the? week of day:(Day|Weekday)", _of_week),
]

# ---------------------------------------------------------------------------------------------------------------
# Words before a date that narrow it down without changing its value: "early", "the end of", "at least".


def _same(match: Match) -> Built:
    """Read "mid-July", "the end of 1944", "later that day", "nearly two years ago": the date within."""
    return match.meaning("date")


def _bare_amount(match: Match) -> Built:
    """Read "over three years", "about two years ago"; "over the past year" and "under a June accord" are other words."""
    first = match.items("date")[0]
    over = match.texts("date")[0] in ("the", "these") or isinstance(first.meaning, Date)
    if over and match.doc[match.start].lower_ in ("over", "under"):
        return None
    return match.meaning("date") if plausible(match.doc, first) else None


def _same_of_unit(match: Match) -> Built:
    """Read "the end of the year", "later in the month"."""
    letter = match.value("unit")
    if letter not in UNITS or letter in ("2W", "CE"):
        return None
    if letter == "DE":
        return Shift("decade", 0, "told")
    return Shift(UNITS[letter][0], 0, "told" if letter == "D" else "now")


_EDGES = "(end|beginning|start|close|outset|onset|middle|rest|remainder|half|turn|height)"
_WITHIN = (
    f"(the? (early|late|middle|latter|first|last|final)? ({_EDGES}|part|days|weeks|months|years|hours) of"
    "|the? (early|late|mid|middle|earlier|later) part? (on|in|of)?)"
)
_APPROXIMATELY = (
    "(APPROXIMATION|some|about|at least|at most|(no)? (more|less|fewer) than|up to|as (long|many|much) as|well over)"
)

MODIFIERS = [
    Rule(f"{_WITHIN} dash? date:(Day|Month|Year|Ref|Near|Weekday|Weekend|Part|Era|Holiday|Moment)", _same),
    Rule(
        f"the? (latter|last|early|first|final)? ({_EDGES}|part) of the unit:UNIT",
        _same_of_unit,
    ),
    Rule("(earlier|later|early|late) in the unit:UNIT", _same_of_unit),
    Rule("(earlier|later|early|late) (on)? date:(Moment|Clock)", _same),
    Rule("the APPROXIMATION? date:(Day|Month|Year|Weekday|Part)", _same),
    Rule("(the)? APPROXIMATION date:Year", _same),
    Rule("the? (year|years) date:Year", _same),
    Rule(f"{_APPROXIMATELY} date:(Length|Ref|Near|Clock)", _bare_amount),
    Rule("APPROXIMATION date:(Month|Day)", _bare_amount),
    Rule(f"(the)? (last|past|next|first|final) {_APPROXIMATELY} date:Length", _same),
]

# ---------------------------------------------------------------------------------------------------------------
# Distances from another date.


def _away_from(match: Match) -> Built:
    """Read "two weeks after June 5", "the day before last Tuesday", "a week from Monday"."""
    base = match.meaning("base")
    sign = -1 if match.texts("dir")[0] in ("before", "prior") else 1
    if match.has("length"):
        found = match.meaning("length")
        if not isinstance(found, Length) or found.amount is None or found.unit not in UNITS:
            return None
        amount, letter = found.amount, found.unit
    else:
        amount, letter = 1.0, match.value("unit")
        if letter not in UNITS:
            return None
    unit, times = UNITS[letter]
    if amount != int(amount):
        return None
    if isinstance(base, Vague):
        return Shift(unit, sign * int(amount) * times)
    return Away(base, unit, sign * int(amount) * times)


def _years_of_era(match: Match) -> Built:
    era = match.meaning("era")
    return era if isinstance(era, Era) else None


_DAYS_ON = "base:(Weekday|Near|Vague)"
_BASE = "base:(Day|Weekday|Near|Moment|Holiday|Month|Year|Ref|Vague)"

DISTANCES = [
    Rule(f"length:Length dir:(after|before|prior to|following) {_BASE}", _away_from),
    Rule(f"length:Length dir:from {_DAYS_ON}", _away_from),
    Rule(f"the unit:UNIT dir:(after|before|following|prior to) {_BASE}", _away_from),
    Rule("the? years of? era:Era", _years_of_era),
]

LAYERS = (COORDINATIONS, JOINS, MODIFIERS, DISTANCES)
