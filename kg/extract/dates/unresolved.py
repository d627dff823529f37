"""The TIMEX3 value of an expression that cannot be placed in time: as much of it as is known, X for the rest."""

from kg.extract.dates.meaning import Away, Meaning, Part, Shift, Weekday, WeekOf, YearBefore
from kg.extract.dates.periods import SEASONS, Unit

_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
}
_UNKNOWN_KIND: dict[type, str] = {WeekOf: "XXXX-WXX", YearBefore: "XXXX-QX"}


def unknown(meaning: Meaning) -> str:
    """Return the value of an expression that cannot be placed.

    >>> unknown(Weekday(2)), unknown(Shift("month", -1, "told"))
    ('XXXX-WXX-3', 'XXXX-XX')
    """
    match meaning:
        case Shift(unit="day", amount=0, anchor="now"):
            return "PRESENT_REF"
        case Shift(unit=unit) | Away(unit=unit) | Part(unit=unit, index=None):
            return _UNKNOWN.get(unit, "XXXX")
        case Weekday(weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case Part(unit="season", index=int(index)):
            return f"XXXX-{SEASONS[index]}"
        case Part(unit=unit, index=int(index)):
            return f"XXXX-{unit[0].upper()}{index + 1}"
    return _UNKNOWN_KIND.get(type(meaning), "XXXX-XX-XX")
