"""What a temporal expression says, before it is placed in time: the grammar builds these, resolution reads them."""

from dataclasses import dataclass
from typing import Literal

from kg.extract.dates.periods import Unit

Anchor = Literal["now", "told", "near"]
"""What a relative expression counts from: the day of writing; the date that the text told last; that date where it was
told shortly before, else the day of writing."""


@dataclass(frozen=True, slots=True)
class Shift:
    """`amount` units after the one that holds the anchor: "last week" is week, -1, now; "that month" month, 0, told."""

    unit: Unit
    amount: int
    anchor: Anchor = "now"
    loose: bool = False
    """Whether "a year ago" may also mean the same quarter a year before."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the calendar, of which parts may be missing. `year` is astronomical (1 BC is 0).

    `of` names the year in other words ("June last year"); `direction` says on which side of the anchor the date lies
    where the words say it ("last June" -1, "next June" 1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    of: Shift | None = None
    direction: int = 0
    anchor: Anchor = "now"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday; `direction` as in Date, 0 leaves it to the tense of the verb.

    `until` is the weekday up to which something lasts that begins on this one: "from Monday to Wednesday".
    """

    weekday: int
    direction: int = 0
    anchor: Anchor = "now"
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend, `amount` weeks from the anchor; None leaves it to the tense of the verb."""

    amount: int | None = None
    anchor: Anchor = "now"


@dataclass(frozen=True, slots=True)
class Part:
    """A season, quarter or half of a year: `index` is its 0-based place in the year."""

    unit: Literal["season", "quarter", "half"]
    index: int | None
    year: int | None = None
    of: Shift | None = None
    direction: int = 0
    anchor: Anchor = "now"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast; `rule` is the value of a TimeWord of that kind, "" where its day is not known."""

    rule: str
    year: int | None = None
    direction: int = 0
    anchor: Anchor = "now"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a part of the day, as TIMEX3 writes it after T ("14:30", "NI")."""

    time: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on a day; `base` None is the day that the text told last."""

    base: "Meaning | None"
    time: str


@dataclass(frozen=True, slots=True)
class Night:
    """The night before the day of writing, or the one after it where the sentence speaks of the future: "overnight"."""


@dataclass(frozen=True, slots=True)
class TimeAway:
    """`minutes` after the time that the text told last (before it where negative), None where only "hours" are told."""

    minutes: float | None
    sign: int


@dataclass(frozen=True, slots=True)
class Away:
    """`amount` units after another date: "two weeks after June 5"."""

    base: "Meaning"
    unit: Unit
    amount: int


@dataclass(frozen=True, slots=True)
class Between:
    """A range in one word: "3–5 May", "1957–60"."""

    first: Date
    last: Date


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds another date: "the week of March 6"."""

    base: "Meaning"


@dataclass(frozen=True, slots=True)
class YearBefore:
    """A quarter or the like one year before: "the year-earlier quarter"; `base` None is the quarter told last."""

    base: "Meaning | None"


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century, by its value."""

    value: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, by its value; `amount` and `unit` (TIMEX3's letter) where it has just one of each."""

    value: str
    amount: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times ("every Monday"), by its value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Meaning = (
    Shift
    | Date
    | Weekday
    | Weekend
    | Part
    | Holiday
    | Clock
    | Moment
    | Night
    | TimeAway
    | Away
    | Between
    | WeekOf
    | YearBefore
    | Era
    | Length
    | Repeated
    | Vague
)


def kind_of(meaning: Meaning) -> str:
    """Return the name by which rules speak of a meaning: its class, more finely for dates and shifts."""
    match meaning:
        case Date(day=int()):
            return "Day"
        case Date(month=int()):
            return "Month"
        case Date():
            return "Year"
        case Shift(unit="day"):
            return "Near"
        case Shift():
            return "Ref"
        case _:
            return type(meaning).__name__


KINDS = (
    "Day Month Year Near Ref Weekday Weekend Part Holiday Clock Moment Night TimeAway Away Between WeekOf YearBefore "
    "Era Length Repeated Vague"
).split()
"""All names that `kind_of` gives."""
