"""Who acts, or still holds a post, after reports say that they died."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from kg.resolve.event_classes import DEADLY
from kg.resolve.model import Contradiction
from kg.resolve.sights import Sight, days_of
from kg.resolve.traces import Holding, Telling

_LAG = timedelta(days=3)
"""Reports call somebody by their post for some days after the death."""

_ACTING = frozenset({"actor", "participant", "mediator"})
_HELD = frozenset({"current", "acting"})


def deeds(telling: Telling) -> Iterator[tuple[str, bool]]:
    """Yield the key of each person who did something in a telling, or died in it, and whether they died."""
    if telling.modality != "actual" or telling.polarity != "positive" or not days_of(telling):
        return
    for party in telling.parties:
        deadly = telling.type in DEADLY and party.role == "victim"
        if party.entity.startswith("person-") and (deadly or party.role in _ACTING):
            yield party.entity, deadly


def after_death(person: str, told: Sequence[Sight], holdings: Iterable[Holding]) -> tuple[Contradiction, ...]:
    """Return for the earliest report of a person's death what they did, or held, after the last day it can have been.

    Args:
        person: the key of the shared entity.
        told: tellings of what they did, and of their death.
        holdings: role reports of their posts.
    """
    deaths = [sight for sight in told if _roles(sight, person) & {"victim"} and sight.telling.type in DEADLY]
    if not deaths:
        return ()
    death = min(deaths, key=lambda sight: (max(sight.days), sight.telling.order))
    day = max(death.days)
    one = f"event-{death.telling.report}"
    found = [
        Contradiction(
            matter="death",
            one=one,
            other=f"event-{deed.telling.report}",
            reason=f"died by {day}, but {deed.telling.type} on {min(deed.days)}",
        )
        for deed in sorted(told, key=lambda sight: sight.telling.order)
        if min(deed.days) > day and _roles(deed, person) & _ACTING
    ]
    late = (date.fromisoformat(day) + _LAG).isoformat()
    found += [
        Contradiction(
            matter="death",
            one=one,
            other=held.role,
            reason=f"died by {day}, but {held.status} {held.title} on {held.day}",
        )
        for held in sorted(holdings, key=lambda one: (one.published, one.role))
        if held.status in _HELD and held.day is not None and held.day > late
    ]
    return tuple(found)


def _roles(sight: Sight, person: str) -> set[str]:
    return {party.role for party in sight.all_parties if party.entity == person}
