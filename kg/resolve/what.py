"""When tellings of several articles are tellings of one event in the world.

Conservative: they must be of classes that go together, overlap in time, agree on modality and polarity, contradict each
other in neither place nor parties, and share enough of both. Everything else stays a happening of its own.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.resolve.clustering import Link
from kg.resolve.traces import Party, Telling

MAX_DAYS = 3
"""A telling dated less exactly than this is joined to none: two strikes "this month" are seldom one strike."""

PARTIES_TO_REPEAT = 2
"""An article repeats itself when it tells of the same day, places and at least this many parties again."""

REFINES = {
    "Attack": frozenset(
        {
            *("Airstrike", "MissileStrike", "DroneStrike", "Shelling", "Bombing", "SuicideBombing", "Shooting"),
            *("Raid", "Ambush", "ChemicalAttack"),
        }
    ),
    "Bombing": frozenset({"SuicideBombing"}),
    "Killing": frozenset({"Assassination"}),
    "Talks": frozenset({"Consultation", "Mediation"}),
    "Agreement": frozenset({"Ceasefire"}),
}
"""Classes that a wider class may stand for in another article: "the attack" there is the drone strike here."""

BILATERAL = frozenset(
    {
        *("Talks", "Consultation", "Visit", "Mediation", "Agreement", "Ceasefire", "PrisonerExchange", "MilitaryAid"),
        *("MilitaryExercise", "Sanction", "DiplomaticBreak"),
    }
)
"""Classes that the same parties seldom do twice within days, so that two shared parties are enough without a place."""


class Sight(NamedTuple):
    """A telling with its entities as resolution has them now.

    `all_parties` and `places` are all of them; instruments and parties that no other article can name (a group, a bare
    family name) are left out of `parties`. `exact` are places that are no region or country, `around` what places
    lie in.
    """

    telling: Telling
    all_parties: frozenset[Party]
    places: frozenset[str]
    parties: frozenset[Party]
    exact: frozenset[str]
    around: frozenset[str]
    speaker: str | None

    @property
    def measures(self) -> frozenset[tuple[str, str | None, int]]:
        """What is counted, and how many at least."""
        return frozenset((figure.kind, figure.of, figure.min) for figure in self.telling.figures)

    @property
    def entities(self) -> frozenset[str]:
        """The parties, whatever they did."""
        return frozenset(party.entity for party in self.parties)


def blocks(sight: Sight) -> Iterator[str]:
    """Yield what tellings of one event have at least one of in common, so that only those are compared."""
    telling = sight.telling
    days = _days(telling)
    families = _families(telling.type)
    where = sorted(sight.exact | {f"{place}?{party}" for place in sight.around for party in sight.entities})
    both = sorted(sight.entities) if telling.type in BILATERAL else []
    pairs = [f"{one}&{other}" for n, one in enumerate(both) for other in both[n + 1 :]]
    for day in days:
        for family in families:
            for shared in (*where, *pairs):
                yield f"{family}|{telling.modality}|{telling.polarity}|{day}|{shared}"


def link(one: Sight, other: Sight) -> Link | None:
    """Return why both tell of one event, None where too little speaks for it or something against."""
    if one.telling.article == other.telling.article:
        if _repeats(one, other):
            return Link(0.85, "same class, day, places and parties in one article", "told-again")
        return None
    if not _may_be_one(one, other) or conflict(one, other):
        return None
    shared = {party.entity for party in one.parties & other.parties}
    same_class = one.telling.type == other.telling.type
    what = "same class" if same_class else f"{one.telling.type} and {other.telling.type} go together"
    less = 0.0 if same_class else 0.05
    if not one.exact.isdisjoint(other.exact):
        if shared:
            return Link(0.9 - less, f"{what}, same day and place, shared parties", "same-place-and-party")
        if one.measures & other.measures:
            return Link(0.8 - less, f"{what}, same day and place, same figures", "same-place-and-figures")
        return None
    inside = not one.exact.isdisjoint(other.around) or not other.exact.isdisjoint(one.around)
    if inside and shared and (len(shared) > 1 or one.measures & other.measures):
        return Link(0.75 - less, f"{what}, same day, one place inside the other, shared parties", "place-in-place")
    if one.telling.type in BILATERAL and same_class and len(shared) > 1:
        return Link(0.8, "same class and day, two shared parties", "same-parties")
    return None


def conflict(one: Sight, other: Sight) -> bool:
    """Say whether the two cannot be one event."""
    if one.telling.article == other.telling.article:
        return not _repeats(one, other)
    if not _may_be_one(one, other):
        return True
    if one.exact and other.exact and one.exact.isdisjoint(other.exact):
        return True
    roles = {party.role for party in one.parties} & {party.role for party in other.parties}
    return any(_of(one, role).isdisjoint(_of(other, role)) for role in roles)


def finer(one: str, other: str) -> str:
    """Return the narrower of two classes that go together, or the first in the alphabet."""
    if other in REFINES.get(one, ()):
        return other
    return one if one in REFINES.get(other, ()) else min(one, other)


def _may_be_one(one: Sight, other: Sight) -> bool:
    first, second = one.telling, other.telling
    if (first.modality, first.polarity) != (second.modality, second.polarity):
        return False
    if first.type != second.type and not _go_together(first.type, second.type):
        return False
    return not set(_days(first)).isdisjoint(_days(second))


def _go_together(one: str, other: str) -> bool:
    return other in REFINES.get(one, ()) or one in REFINES.get(other, ())


def _repeats(one: Sight, other: Sight) -> bool:
    """Say whether an article tells the same again."""
    first, second = one.telling, other.telling
    same = (first.type, first.days, first.modality, first.polarity, one.measures, one.parties, first.places) == (
        *(second.type, second.days, second.modality, second.polarity, other.measures, other.parties, second.places),
    )
    return same and first.days is not None and bool(_days(first)) and len(one.parties) >= PARTIES_TO_REPEAT


def _of(sight: Sight, role: str) -> frozenset[str]:
    return frozenset(party.entity for party in sight.parties if party.role == role)


def _families(event_type: str) -> list[str]:
    """Return the classes under which tellings of `event_type` are looked for: its own and the wider ones."""
    return [event_type, *(wide for wide, narrow in sorted(REFINES.items()) if event_type in narrow)]


def _days(telling: Telling) -> list[str]:
    """Return the days on which it can have happened; none where the date is too vague to join anything."""
    if telling.days is None:
        return []
    first, last = map(date.fromisoformat, telling.days)
    length = (last - first).days + 1
    return [(first + timedelta(days=n)).isoformat() for n in range(length)] if length <= MAX_DAYS else []
