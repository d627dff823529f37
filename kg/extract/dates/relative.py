"""Rules for dates that count from another: "yesterday", "last week", "two days later", "the following month"."""

from kg.extract.dates.grammar import Built, Match, Rule, item
from kg.extract.dates.meaning import (
    Anchor,
    Date,
    Holiday,
    Length,
    Moment,
    Night,
    Part,
    Shift,
    TimeAway,
    Vague,
    Weekday,
    Weekend,
    YearBefore,
)
from kg.extract.dates.periods import SEASONS, Unit

UNITS: dict[str, tuple[Unit, int]] = {
    "D": ("day", 1),
    "W": ("week", 1),
    "2W": ("week", 2),
    "M": ("month", 1),
    "Q": ("quarter", 1),
    "Y": ("year", 1),
    "DE": ("year", 10),
    "CE": ("year", 100),
}
"""Units of the calendar by the letter of the lexicon; hours and minutes are none."""

_RELATIONS: dict[str, tuple[int, Anchor]] = {
    **dict.fromkeys(("last", "past"), (-1, "now")),
    **dict.fromkeys(("this", "current"), (0, "now")),
    **dict.fromkeys(("next", "coming", "upcoming"), (1, "now")),
    **dict.fromkeys(("previous", "preceding", "prior"), (-1, "told")),
    **dict.fromkeys(("same", "that", "latest"), (0, "told")),
    **dict.fromkeys(("following", "subsequent", "ensuing", "succeeding"), (1, "told")),
}
"""Which way the words before a unit, a month or a weekday point, and from where."""

COUNTABLE = 2000
"""More units than that are a figure of speech."""

_WHILE = "over|for|during|within|throughout"
"""Prepositions that make "the next year" a length of time."""


def _relation(match: Match) -> tuple[int, Anchor] | None:
    """Return which way the group "rel" points, and from where; None for the "that" of "said that Friday's vote"."""
    words = match.texts("rel")
    if words[0] == "that" and match.doc[match.items("rel")[0].start].tag_ == "IN":
        return None
    amount, anchor = _RELATIONS[words[-1]]
    if words[0] == "the" and words[-1] == "next":
        anchor = "told"
    return amount, anchor


def _near_unit(match: Match) -> Built:
    """Read "last week", "this month", "the following day", "that year", "the past decade"."""
    words = match.texts("rel")
    letter = match.value("unit")
    if letter not in UNITS:
        return None
    if match.followed_by("dash") and not match.doc[match.end - 1].whitespace_:
        return None  # "last week-long"
    if match.followed_by("(ago|of the)") or (words[-1] in ("last", "next", "that") and match.followed_by("of")):
        return None
    lasting = words[-1] in ("past", "next", "last") and words[0] == "the"
    if lasting and (words[-1] == "past" or match.preceded_by(_WHILE)):
        return length(1, letter)
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    unit, times = UNITS[letter]
    if letter in ("DE", "CE"):
        unit = "decade" if letter == "DE" else "century"
        times = 1
    return Shift(unit, amount * times, anchor)


def _weekday(match: Match) -> Built:
    return Weekday(int(match.value("weekday")) - 1)


def _near_weekday(match: Match) -> Built:
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    return Weekday(int(match.value("weekday")) - 1, direction=amount, anchor=anchor)


def _near_month(match: Match) -> Built:
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    day = int(match.number("day")) if match.has("day") else None
    if match.has("year"):
        return Date(year=int(match.value("year")), month=int(match.value("month")), day=day)
    if amount == 0:
        return Date(month=int(match.value("month")), day=day, of=Shift("year", 0, anchor))
    return Date(month=int(match.value("month")), day=day, direction=amount, anchor=anchor)


def _near_season(match: Match) -> Built:
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    index = SEASONS.index(match.value("season"))
    if amount == 0:
        return Part("season", index, of=Shift("year", 0, anchor))
    return Part("season", index, direction=amount, anchor=anchor)


def _near_holiday(match: Match) -> Built:
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    return Holiday(match.value("name"), direction=amount, anchor=anchor)


def _near_weekend(match: Match) -> Built:
    if not match.has("rel"):
        return Weekend()
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    return Weekend(amount, anchor)


def _near_daypart(match: Match) -> Built:
    """Read "this morning", "last night", "the next evening", "that night"."""
    relation = _relation(match)
    if relation is None:
        return None
    amount, anchor = relation
    if match.texts("rel")[-1] == "past":
        return None
    return Moment(Shift("day", amount, anchor), f"T{match.value('part')}")


def _deictic(match: Match) -> Built:
    return Shift("day", int(match.value("word")))


def _tonight(_: Match) -> Built:
    return Moment(Shift("day", 0), "TNI")


def _overnight(match: Match) -> Built:
    return Night() if not match.followed_by("Weekday|on|into|to|WEEKDAY") else None


def _night_before_last(match: Match) -> Built:
    return Moment(Shift("day", -2), f"T{match.value('part')}")


def _two_days_off(match: Match) -> Built:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    return Shift("day", 2 * int(match.value("word")))


def shift(number: float, letter: str, sign: int, anchor: Anchor) -> Shift | TimeAway | Vague:
    """Return what lies a number of units away, PAST_REF or FUTURE_REF where the unit does not say which day that is."""
    if letter == "H" and number and number % 24 == 0:
        letter, number = "D", number // 24
    if letter in ("H", "MIN") and anchor == "told":
        return TimeAway(number * (60 if letter == "H" else 1), sign)
    if letter == "Y" and number != int(number):
        letter, number = "M", number * 12
    if letter not in UNITS or number != int(number) or number > COUNTABLE:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    unit, times = UNITS[letter]
    return Shift(unit, sign * int(number) * times, anchor, loose=letter == "Y" and number == 1)


_BACK = ("ago", "earlier", "before", "previously", "prior")


def _away(match: Match) -> Built:
    """Read "two days ago", "a year earlier", "three weeks later", "the day before"."""
    direction = match.texts("dir")[0]
    if direction in ("before", "after", "prior") and not _ends_clause(match):
        return None
    if match.has("vague"):
        if match.value("vague") in ("H", "MIN") and direction not in ("ago", "hence"):
            return TimeAway(None, -1 if direction in _BACK else 1)
        return Vague("PAST_REF" if direction in _BACK else "FUTURE_REF")
    sign = -1 if direction in _BACK else 1
    number = match.number("n") if match.has("n") else 1.0
    return shift(number or 1.0, match.value("unit"), sign, "now" if direction in ("ago", "hence") else "told")


def _daypart_away(match: Match) -> Built:
    """Read "the night before", "the morning after"."""
    direction = match.texts("dir")[0]
    if not _ends_clause(match):
        return None
    return Moment(Shift("day", -1 if direction in _BACK else 1, "told"), f"T{match.value('part')}")


def _ends_clause(match: Match) -> bool:
    """Tell whether a clause can end after the match: "the day before" against "the day before the attack"."""
    token = match.next_token()
    return (
        token is None
        or token.is_punct
        or (token.tag_ in ("CC", "IN", "VBD", "MD") and token.lower_ not in ("that", "than"))
    )


def _vague_word(match: Match) -> Built:
    return Vague(match.value("word"))


def _present(match: Match) -> Built:
    return None if match.followed_by("of") else Vague("PRESENT_REF")  # "at this time of year"


def _at_the_time(match: Match) -> Built:
    """Read "at the time", not "at the time of the attack"."""
    token = match.next_token()
    return (
        Vague("PAST_REF")
        if token is None or token.is_punct or (token.tag_ in ("CC", "IN", "VBD") and token.lower_ != "of")
        else None
    )


def _told_period(match: Match) -> Built:
    """Read "during this period": as long as what was told took."""
    return [*match.items("while"), item(match, "period", Length("PXX"))]


def _past(_: Match) -> Built:
    return Vague("PAST_REF")


def _future(_: Match) -> Built:
    return Vague("FUTURE_REF")


def _year_before(_: Match) -> Built:
    return YearBefore(None)


def _told_quarter(_: Match) -> Built:
    return Shift("quarter", 0, "told")


def _year_end(_: Match) -> Built:
    return Shift("year", 0)


def _part_of_year(match: Match) -> Built:
    """Read "the third quarter", "the first half"."""
    unit = match.texts("unit")[0]
    index = int(match.number("n")) - 1 if match.value("n").isdigit() else 1  # "the latter half"
    if index >= (4 if unit == "quarter" else 2):
        return None
    return Part("quarter" if unit == "quarter" else "half", index)


def length(number: float | None, letter: str) -> Length:
    """Return a duration; the number None is one that is not told.

    >>> length(50, "D").value, length(2.5, "Y").value, length(None, "W").value, length(3, "MIN").value
    ('P50D', 'P2Y6M', 'PXW', 'PT3M')
    """
    letter, times = {"2W": ("W", 2), "Q": ("M", 3)}.get(letter, (letter, 1))
    clock = {"H": "H", "MIN": "M", "S": "S"}.get(letter)
    if number is None:
        return Length(f"PT{'X'}{clock}" if clock else f"PX{letter}", None, letter)
    number *= times
    if letter in ("DE", "CE"):
        return Length(f"P{_figure(number * (10 if letter == 'DE' else 100))}Y", number, letter)
    whole, part = int(number), number - int(number)
    if part == 0.5 and letter in ("Y", "H"):  # noqa: PLR2004 - half a year is six months, half an hour thirty minutes
        first = f"{whole}{letter}" if whole else ""
        return Length(f"P{first}6M" if letter == "Y" else f"PT{first}30M", number, letter)
    return Length(f"PT{_figure(number)}{clock}" if clock else f"P{_figure(number)}{letter}", number, letter)


def _figure(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


_FROM_NOW = "(last|past|this|current|next|coming|upcoming|that|latest)"
_FROM_TOLD = "(previous|preceding|prior|same|following|subsequent|ensuing|succeeding)"
_REL = f"rel:((the|this)? very? {_FROM_NOW}|(the|that|this) (very)? {_FROM_TOLD})"
_YEAR_KIND = "(fiscal|financial|calendar|full|whole|entire)*"
_DIRECTION = "dir:(ago|earlier|before|previously|later|afterwards|afterward|after|hence|prior)"


def relative_rules() -> list[Rule]:
    """Return the rules of this module."""
    return [
        Rule(f"{_REL} {_YEAR_KIND} unit:UNIT", _near_unit),
        Rule("weekday:WEEKDAY", _weekday),
        Rule(f"{_REL} weekday:WEEKDAY", _near_weekday),
        Rule(f"{_REL} month:MONTH (day:DAYNUMBER)? (comma? year:YEAR)?", _near_month),
        Rule(f"{_REL} season:SEASON", _near_season),
        Rule(f"{_REL} name:HOLIDAY", _near_holiday),
        Rule(f"({_REL}|the)? weekend", _near_weekend),
        Rule(f"(early|late)? {_REL} part:DAYPART", _near_daypart),
        Rule("word:DEICTIC", _deictic),
        Rule("tonight", _tonight),
        Rule("overnight", _overnight),
        Rule("the part:DAYPART before last", _night_before_last),
        Rule("the day (before|after) word:DEICTIC", _two_days_off),
        Rule(f"(the|a|an|n:COUNT) (full|whole)? unit:ANYUNIT {_DIRECTION}", _away),
        Rule(f"ANYVAGUE? vague:UNITS {_DIRECTION}", _away),
        Rule("the unit:UNIT dir:following", _away),
        Rule("the part:DAYPART dir:(before|after)", _daypart_away),
        Rule("word:REFERENCE", _vague_word),
        Rule("(right now|at present|these days|to date)", _present),
        Rule("at the (present|current)? moment", _present),
        Rule("at this (present|current)? (time|moment|point|stage)", _present),
        Rule("at the time", _at_the_time),
        Rule(
            f"while:({_WHILE}) period:((this|that|these|those|the same) (time|period|days|years|months|weeks))",
            _told_period,
        ),
        Rule("(at|for)? the (present|current) (time|moment|day)", _present),
        Rule("present dash? day", _present),
        Rule("for? the time being", _present),
        Rule("(the|recent|distant|near)* past", _past),
        Rule("the? (near|distant)? future", _future),
        Rule("the near dash? term", _future),
        Rule("(the|a)? year dash (ago|earlier) (quarter|period)?", _year_before),
        Rule("(the|that|latest)* quarter", _told_quarter),
        Rule("(the|latest)* period", _told_quarter),
        Rule("(the|this)? year (dash|poss)? end", _year_end),
        Rule("(the|a|fiscal)* n:(ORDINAL|latter) (fiscal|dash)* unit:(quarter|half)", _part_of_year),
        Rule("(the fiscal dash)? n:ORDINAL dash? fiscal? unit:quarter", _part_of_year),
    ]
