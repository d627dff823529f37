"""Rules for times of day: "10 a.m.", "14:30 local time", "noon", "the early hours", "Monday night" in part."""

import re

from kg.extract.dates.grammar import Built, Match, Rule
from kg.extract.dates.meaning import Clock

_NOON = 12
_LAST_HOUR = 24


def _clock(match: Match) -> Built:
    """Read a time in figures or words, with "a.m." or a part of the day where one stands beside it."""
    hour, minute = _hour_and_minute(match)
    half = match.value("half") if match.has("half") else ""
    if half and not 1 <= hour <= _NOON:
        return None
    if half in ("pm", "AF", "EV") and hour < _NOON:
        hour += _NOON
    elif (half == "am" and hour == _NOON) or (half == "NI" and hour == _NOON):
        hour = 0 if half == "am" else 24
    elif half == "NI" and hour > 5:  # noqa: PLR2004 - from six o'clock on "at night" is before midnight
        hour += _NOON
    return Clock(f"T{hour:02d}:{minute:02d}") if hour <= _LAST_HOUR else None


def _hour_and_minute(match: Match) -> tuple[int, int]:
    text = match.value("time")
    figures = re.sub(r"\D", "", text) if text[0].isdigit() else ""
    if re.search(r"\d[:.h]\d", text) and figures:
        hour, minute = re.split(r"[:.h]", text)[:2]
        return int(hour), int(minute)
    if len(figures) == 4:  # noqa: PLR2004 - 1430 hours
        return int(figures[:2]), int(figures[2:])
    return int(match.number("time")), 0


def _half_clock(match: Match) -> Built:
    """Read "9.30pm" in one token."""
    time = match.value("time")
    hour, _, minute = re.sub(r"[^\d:.]", "", time).strip(".").replace(".", ":").partition(":")
    number = int(hour) % _NOON + (_NOON if "p" in time else 0)
    return Clock(f"T{number:02d}:{minute or '00'}")


def _bare_clock(match: Match) -> Built:
    """Read "14:30" after a preposition that asks for a time."""
    if "." in match.value("time"):
        return None
    return (
        _clock(match)
        if match.preceded_by("at|around|about|by|from|until|till|since|before|after|between|and|to|comma")
        else None
    )


def _military(match: Match) -> Built:
    hour, minute = _hour_and_minute(match)
    return Clock(f"T{hour:02d}:{minute:02d}") if hour <= _LAST_HOUR and minute < 60 else None  # noqa: PLR2004 - minutes


def _hundred_hours(match: Match) -> Built:
    """Read "at 1430 hours", where "for 1430 hours" is a duration."""
    asked = match.preceded_by("at|around|by|about|until|till|since|from|before|after")
    return _military(match) if asked and len(match.value("time")) == len("1430") else None


def _clock_word(match: Match) -> Built:
    return Clock(f"T{match.value('word')}")


def _daypart(match: Match) -> Built:
    return Clock(f"T{match.value('part')}")


def _early_hours(_: Match) -> Built:
    return Clock("TMO")


_ZONE = "(ZONE_PLACE* (local|standard|daylight)? time|comma local time|ZONE|open ZONE close)"
_OF_DAY = "(in the|at) half:DAYPART"


def clock_rules() -> list[Rule]:
    """Return the rules of this module."""
    return [
        Rule(f"time:(TIME|TWELVE|NUMBER) half:MERIDIEM {_ZONE}?", _clock),
        Rule(f"time:(TIME|TWELVE|NUMBER) oclock ({_OF_DAY})? {_ZONE}?", _clock),
        Rule(f"time:(TIME|TWELVE|NUMBER) {_OF_DAY}", _clock),
        Rule(f"time:HALFCLOCK {_ZONE}?", _half_clock),
        Rule(f"time:TIME (hours|UNITS)? {_ZONE}", _clock),
        Rule("time:TIME", _bare_clock),
        Rule(f"time:(HHMM|YEAR|FIGURE|MILITARY) hours? {_ZONE}", _military),
        Rule("time:(HHMM|MILITARY) hours?", _military),
        Rule("time:(YEAR|FIGURE) hours", _hundred_hours),
        Rule(f"word:CLOCK {_ZONE}?", _clock_word),
        Rule("the? (early|late|mid)? dash? part:DAYPART hours?", _daypart),
        Rule("the? (early|small|wee) morning? hours (of the morning)?", _early_hours),
    ]
