"""Tellings with their entities as resolution has them now, and the days on which what they tell can have happened."""

from datetime import date, timedelta
from typing import NamedTuple

from kg.resolve.traces import UNDATED, Party, Telling

MAX_DAYS = 3
"""A telling dated less exactly than this is joined to none: two strikes "this month" are seldom one strike."""

MANY = 5
"""Two events that each kill (or hurt) at least this many in one town on one day are seldom two."""


class Sight(NamedTuple):
    """A telling with its entities as resolution has them now.

    `all_parties` and `places` are all of them; instruments and parties that no other article can name (a group, a bare
    family name) are left out of `parties`. `exact` are places that are no region or country, `around` what places
    lie in, `home` where it may have been though it tells no place. `days` (ISO) are those on which it can have
    happened, none where the date is too vague to join anything.
    """

    telling: Telling
    all_parties: frozenset[Party]
    places: frozenset[str]
    parties: frozenset[Party]
    exact: frozenset[str]
    around: frozenset[str]
    speaker: str | None
    days: frozenset[str]
    home: frozenset[str] = frozenset()

    @property
    def measures(self) -> frozenset[tuple[str, str | None, int]]:
        """What is counted, and how many at least."""
        return frozenset((figure.kind, figure.of, figure.min) for figure in self.telling.figures)

    @property
    def entities(self) -> frozenset[str]:
        """The parties, whatever they did."""
        return frozenset(party.entity for party in self.parties)


def possible_days(sight: Sight) -> frozenset[str]:
    """Return the days that may be meant: of what is told without a date, those before it was published."""
    published = sight.telling.order[0]
    if sight.telling.days is not None or sight.telling.modality != "actual" or published == UNDATED:
        return sight.days
    last = date.fromisoformat(published[:10])
    return frozenset((last - timedelta(days=n)).isoformat() for n in range(MAX_DAYS))


def days_of(telling: Telling) -> frozenset[str]:
    """Return the days on which it can have happened; none where the date is too vague to join anything."""
    if telling.days is None:
        return frozenset()
    first, last = map(date.fromisoformat, telling.days)
    length = (last - first).days + 1
    return frozenset((first + timedelta(days=n)).isoformat() for n in range(length if length <= MAX_DAYS else 0))


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two spans of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def next_day(day: str) -> str:
    """Return the day after `day`."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
