"""Rules over what earlier rules found: weekday and date, day and time, "early", "the end of", "two days after"."""

from dataclasses import replace

from kg.extract.dates.grammar import Built, Match, Rule, item
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
    Weekday,
    WeekOf,
    YearBefore,
    kind_of,
)
from kg.extract.dates.relative import COUNTABLE, UNITS, shift

# ---------------------------------------------------------------------------------------------------------------
# Weekday and date, day and time, month and year named in other words.


def _weekday_and_day(match: Match) -> Built:
    """Read "Tuesday, July 22" and "July 22, Tuesday"."""
    weekday, day = match.read("weekday", Weekday), match.read("day", Date)
    return replace(day, weekday=weekday.weekday) if weekday is not None and day is not None else None


def _day_and_part(match: Match) -> Built:
    """Read "Monday night", "the night of 13 February", "yesterday afternoon", "the early hours of Thursday"."""
    clock = match.read("clock", Clock)
    return None if clock is None else Moment(match.meaning("day"), clock.time)


def _clock_apart(match: Match) -> Built:
    """Read "at 10 a.m. on Tuesday" and "Tuesday at 10 a.m.": two expressions, the time of which is on that day."""
    clock = match.read("clock", Clock)
    if clock is None:
        return None
    moment = item(match, "clock", Moment(match.meaning("day"), clock.time))
    day = item(match, "day", match.meaning("day"))
    part = match.read("part", Clock) if match.has("part") else None
    if part is not None:  # "at 11 p.m. on Saturday night"
        day = item(match, "part", Moment(match.meaning("day"), part.time), start=day.start)
    order = sorted((moment, day), key=lambda found: found.start)
    return [order[0], *match.items("link"), order[1]]


def _clocks_apart(match: Match) -> Built:
    """Read "between 2 a.m. and 4 a.m. on Sunday": both times are on that day."""
    clock, other = match.read("clock", Clock), match.read("other", Clock)
    if clock is None or other is None or clock.time > other.time:
        return None
    day = match.meaning("day")
    first, second = (item(match, name, Moment(day, time.time)) for name, time in (("clock", clock), ("other", other)))
    return [first, *match.items("and"), second, *match.items("link"), item(match, "day", day)]


def _clock_with_zone(match: Match) -> Built:
    """Read "10 a.m. (0700 GMT) on Saturday": both times are on that day."""
    clock, other = match.read("clock", Clock), match.read("other", Clock)
    if clock is None or other is None:
        return None
    day = match.meaning("day")
    moments = [item(match, name, Moment(day, time.time)) for name, time in (("clock", clock), ("other", other))]
    return [
        moments[0],
        *match.items("open"),
        moments[1],
        *match.items("close"),
        *match.items("link"),
        item(match, "day", day),
    ]


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


def _night_from(match: Match) -> Built:
    """Read "the night from Saturday to Sunday"."""
    clock = match.read("clock", Clock)
    night = clock is not None and clock.time == "TNI" and match.texts("clock")[0] == "the"
    return Moment(match.meaning("day"), "TNI") if night else None


def _weekday_nights(match: Match) -> Built:
    """Read "Monday nights" as a set."""
    clock, weekday, repeated = match.read("clock", Clock), match.read("day", Weekday), match.read("day", Repeated)
    if clock is None or not clock.time[1:].isalpha() or not match.doc[match.end - 1].lower_.endswith("s"):
        return None
    if repeated is not None:
        return Repeated(repeated.value + clock.time) if repeated.value.startswith("XXXX-WXX-") else None
    return None if weekday is None or weekday.direction else Repeated(f"XXXX-WXX-{weekday.weekday + 1}{clock.time}")


def _of_week(match: Match) -> Built:
    """Read "the week of March 6"."""
    return WeekOf(match.meaning("day"))


_DAY = "day:(Day|Weekday|Near|Holiday)"

DAYS = [
    Rule("weekday:Weekday comma? the? day:Day", _weekday_and_day),
    Rule("day:Day comma? weekday:Weekday", _weekday_and_day),
    Rule("date:(Day|Month|Part) of? year:(Ref|Year)", _of_year),
    Rule("part:Part (of|in)? year:(Year|Ref)", _part_of_year),
    Rule("part:Part of month:Month", _half_of_month),
    Rule("part:Part of the year", _part_of_this_year),
    Rule("YearBefore part:Part", _year_earlier),
    Rule("the? week of day:(Day|Weekday)", _of_week),
]

TIMES = [
    Rule("day:(Weekday|Repeated) clock:Clock", _weekday_nights),
    Rule(f"((early|late) on?)? {_DAY} clock:Clock", _day_and_part),
    Rule(f"clock:Clock comma? {_DAY}", _day_and_part),
    Rule(f"clock:Clock of {_DAY} Clock?", _day_and_part),
    Rule(f"clock:Clock from {_DAY}", _night_from),
    Rule(f"clock:Clock link:(on|comma on) {_DAY} (part:Clock)?", _clock_apart),
    Rule(f"clock:Clock and:(and|to|dash|until) other:Clock link:(comma? on) {_DAY}", _clocks_apart),
    Rule(f"{_DAY} link:(at|comma at|around|about|at about|at around|by|in) clock:Clock", _clock_apart),
    Rule(f"clock:Clock open:open other:Clock close:close link:(comma? on?) {_DAY}", _clock_with_zone),
    Rule(f"overnight (on)? {_DAY}", _overnight),
    Rule(f"overnight into:(into|to) {_DAY}", _overnight),
    Rule(f"{_DAY} Night", _overnight),
]

# ---------------------------------------------------------------------------------------------------------------
# Words before a date that narrow it down without changing its value: "early", "the end of", "at least".


def _same(match: Match) -> Built:
    """Read "mid-July", "the end of 1944", "later that day", "nearly two years ago": the date within."""
    return match.meaning("date")


def _bare_date(match: Match) -> Built:
    """Read "the 1992", "the Tuesday", "circa 466": only where the date is one without the words before it."""
    first = match.items("date")[0]
    if match.has("about") and match.followed_by("poss"):
        return None  # "ways around Wednesday's ruling"
    whole = first.start > match.start and plausible(match.doc, first)
    return match.meaning("date") if whole and match.doc[match.start].lower_ not in ("over", "under") else None


def _bare_amount(match: Match) -> Built:
    """Read "over three years", "about two years ago"; the "over" of "over the past year" is another word."""
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
    return Shift(UNITS[letter][0], 0, "told" if letter == "D" else "near" if match.has("beside") else "now")


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
    Rule("beside:(earlier|later|early|late) in the unit:UNIT", _same_of_unit),
    Rule("(earlier|later|early|late) (on)? date:(Moment|Clock)", _same),
    Rule("the? about:APPROXIMATION? date:(Day|Month|Year|Weekday|Part)", _bare_date),
    Rule("the? (year|years) date:Year", _same),
    Rule(f"{_APPROXIMATELY} date:(Length|Ref|Near|Clock)", _bare_amount),
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
    if amount != int(amount) or amount > COUNTABLE:
        return None
    if isinstance(base, Vague):
        return Shift(unit, sign * int(amount) * times)
    return Away(base, unit, sign * int(amount) * times)


def _beside_date(match: Match) -> Built:
    """Read "on October 8, a day after the raid": the second expression is the day of the raid."""
    found, base = match.read("length", Length), match.meaning("base")
    if found is None or found.amount is None or not found.amount.is_integer() or found.unit not in UNITS:
        return None
    unit, times = UNITS[found.unit]
    coarse = {"Month": ("month", "year"), "Year": ("year",)}.get(kind_of(base), ("day", "week", "month", "year"))
    rough = match.items("length")[0].rule == _bare_amount.__name__  # "less than two months after"
    if (
        rough
        or unit not in coarse
        or found.amount > COUNTABLE
        or match.followed_by(_BASE)
        or match.next_token() is None
    ):
        return None
    sign = 1 if match.texts("dir")[0] == "before" else -1
    away = item(match, "away", Away(base, unit, sign * int(found.amount) * times))
    return [*match.items("base"), *match.items("link"), away]


def _eve(match: Match) -> Built:
    """Read "on the eve of Friday's talks"."""
    return Away(match.meaning("base"), "day", -1)


def _length_away(match: Match) -> Built:
    """Read "two and a half years ago"."""
    found = match.read("length", Length)
    if found is None or found.amount is None:
        return None
    word = match.texts("dir")[0]
    return shift(found.amount, found.unit, 1 if word == "later" else -1, "now" if word == "ago" else "told")


def _years_of_era(match: Match) -> Built:
    era = match.meaning("era")
    return era if isinstance(era, Era) else None


_DAYS_ON = "base:(Weekday|Near|Vague)"
_BASE = "base:(Day|Weekday|Near|Moment|Holiday|Month|Year|Ref|Vague)"

DISTANCES = [
    Rule(f"length:Length dir:(after|before|prior to|following) {_BASE}", _away_from),
    Rule(f"length:Length dir:from {_DAYS_ON}", _away_from),
    Rule(f"the unit:UNIT dir:(after|before|following|prior to) {_BASE}", _away_from),
    Rule("length:Length dir:(ago|earlier|later)", _length_away),
    Rule("the eve of base:(Day|Weekday|Near|Holiday)", _eve),
    Rule("base:(Day|Weekday|Near|Month|Year) link:comma away:(length:Length dir:(after|before))", _beside_date),
    Rule("the? years of? era:Era", _years_of_era),
]
