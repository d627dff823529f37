"""Where tellings of one event say otherwise: when, where, who did it, whether it happened at all, or is still to come.

How many is in `kg.resolve.ledger`, who holds a post in `kg.resolve.tenures`.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

from kg.resolve.event_classes import BILATERAL, go_together
from kg.resolve.model import Contradiction, Matter
from kg.resolve.sights import Sight, possible_days
from kg.resolve.traces import UNDATED
from kg.resolve.what import actors_differ, places_differ

_AHEAD = frozenset({"planned", "proposed"})
_ENOUGH = 2
"""Parties that a denial shares with what it denies where no place is told."""


def within(sights: Sequence[Sight]) -> tuple[Contradiction, ...]:
    """Return in what the tellings of one happening, in order, differ; each difference once, by its first tellings."""
    return (
        *_pairs(sights, "date", _days_differ, _day, "{} or {}"),
        *_pairs(sights, "place", places_differ, lambda sight: str(sorted(sight.exact)), "it was at two places"),
        *_pairs(sights, "party", actors_differ, _actors, "it was done by one or the other"),
    )


def between(one: Sight, other: Sight) -> Contradiction | None:
    """Return what the telling `other`, of no happening of `one`, says against `one`; None where it says nothing.

    Of the two, `one` is what happened: by the other it did not, or was still to come when it already had.
    """
    first, second = one.telling, other.telling
    if first.polarity == "negative" or not go_together(first.type, second.type) or not _about_one(one, other):
        return None
    names = {"one": f"event-{first.report}", "other": f"event-{second.report}"}
    if second.polarity == "negative" and first.modality == second.modality:
        what = "happened" if first.modality == "actual" else f"was {first.modality}"
        return Contradiction(matter="polarity", reason=f"{first.type}: it {what}, or it did not", **names)
    if first.modality == "actual" and second.modality in _AHEAD and second.polarity == "positive":
        last, published = max(one.days, default=UNDATED), second.order[0][:10]
        if second.order[0] != UNDATED and last < published:
            reason = f"{first.type}: it happened by {last}, but was still {second.modality} on {published}"
            return Contradiction(matter="modality", reason=reason, **names)
    return None


def _about_one(one: Sight, other: Sight) -> bool:
    """Say whether the two can be of one event but for polarity and modality, and share enough."""
    if possible_days(one).isdisjoint(possible_days(other)) or places_differ(one, other):
        return False
    if _is_one_voice(one, other):
        return False  # what one source says of two events
    shared = one.parties & other.parties
    if not one.exact.isdisjoint(other.exact):
        return bool(shared or set(one.telling.sites) & set(other.telling.sites))
    alike = one.telling.type in BILATERAL or len({party.role for party in shared}) >= _ENOUGH
    return alike and len(shared) >= _ENOUGH


def _is_one_voice(one: Sight, other: Sight) -> bool:
    """Say whether one article tells both on the word of one."""
    return one.telling.article == other.telling.article and one.speaker == other.speaker


def _pairs(
    sights: Sequence[Sight],
    matter: Matter,
    differ: Callable[[Sight, Sight], bool],
    said: Callable[[Sight], str],
    reason: str,
) -> list[Contradiction]:
    found: dict[tuple[str, str], Contradiction] = {}
    for one, other in combinations(sights, 2):
        values = (said(one), said(other))
        if _is_one_voice(one, other):
            continue
        if differ(one, other) and values not in found and values[::-1] not in found:
            found[values] = Contradiction(
                matter=matter,
                one=f"event-{one.telling.report}",
                other=f"event-{other.telling.report}",
                reason=f"{one.telling.type}: {reason.format(*values)}",
            )
    return list(found.values())


def _days_differ(one: Sight, other: Sight) -> bool:
    return bool(one.days and other.days) and one.days.isdisjoint(other.days)


def _day(sight: Sight) -> str:
    return "–".join(sorted({min(sight.days), max(sight.days)})) if sight.days else ""


def _actors(sight: Sight) -> str:
    return str(sorted(party.entity for party in sight.parties if party.role == "actor"))
