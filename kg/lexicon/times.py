"""Words of time: months, weekdays, units, numbers, parts of the day, holidays, references such as "now"."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

TimeKind = Literal[
    "month", "weekday", "weekdays", "weekday_short", "season", "daypart", "clock", "meridiem", "zone", "zone_place",
    "unit", "units", "span", "number", "ordinal", "vague", "nineties", "frequency", "reference", "deictic", "holiday",
    "approximation", "event", "title", "known_day",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeWord:
    """A word, in all its spellings, in lower case; one of several words is written token by token ("new year 's day").

    `value` depends on `kind`:
        month               1 to 12
        weekday, weekdays   1 (Monday) to 7; weekdays are plurals ("Mondays"), weekday_short needs a date beside it
        season              SP, SU, FA, WI
        daypart             MO, AF, EV, NI as TIMEX3 writes them after T
        clock               the time of day that the word names: 12:00, 24:00
        meridiem            am, pm
        zone                an offset from UTC, or "" for a word that only says that a time of day is meant
        zone_place          "": a word that names a zone where "time" follows ("Moscow time")
        unit, units         TIMEX3's letter: H, D, W, M, Y ...; MIN and S for minutes and seconds; units are plurals
        span                a duration in one word ("yearlong"): P1Y
        number, ordinal     the number
        vague               "X": a number that is not told ("several")
        nineties            the tens of a decade: 90
        frequency           the value of the SET ("weekly"): P1W
        reference           PRESENT_REF, PAST_REF, FUTURE_REF
        deictic             days from today: -1, 0, 1
        holiday             a fixed day (12-25), the n-th weekday of a month (11-4-4: the fourth Thursday of November;
                            0 is the last), days from Easter (easter-2), a single day (2001-09-11), or "" for one whose
                            day differs by country or by year
        approximation, event, title   nothing: words that may stand before a number; nouns for what happens and so
                            takes time ("war", "siege"); what makes a weekday part of a name ("Times")
        known_day           the day itself; the form is month, number of the day and a noun ("october 7 attack")
    `capital` is true for words that mean a time only when they begin with a capital ("May").
    """

    forms: tuple[str, ...]
    kind: TimeKind
    value: str
    example: str
    capital: bool = False


@cache
def time_words() -> tuple[TimeWord, ...]:
    """Return all words of `times.jsonl`."""
    return read_entries(lexicon_folder() / "times.jsonl", TimeWord)


@cache
def known_days() -> dict[tuple[int, int, str], date]:
    """Return the days that go by month, number and a noun alone: (10, 7, "attack") is 7 October 2023."""
    days: dict[tuple[int, int, str], date] = {}
    for word in time_words():
        if word.kind == "known_day":
            day = date.fromisoformat(word.value)
            days |= {(day.month, day.day, form.rpartition(" ")[2]): day for form in word.forms}
    return days
