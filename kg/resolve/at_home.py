"""Joins of what an article tells without a place, by the place that it is about (`kg.resolve.homes`).

A place that is only supposed joins nothing by itself: the figures or the site must be the same, or the toll be told
by those who deny what happened there. Where no day is told either, the other must have been in the days before.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kg.resolve.clustering import Link
from kg.resolve.event_classes import TOLLED, families
from kg.resolve.sights import MANY, Sight, possible_days
from kg.resolve.traces import UNDATED

DAYS_AFTER = 5
"""Days after an event in which articles still tell of it as of something that needs no date ..."""

DAYS_AFTER_AT_SITE = 35
"""... and in which they do so where they give both the site and the figures."""

LARGE = 10
"""Fewer victims than these are counted anew in many a town within days, so that the day or the site must be told."""


def blocks(sight: Sight) -> Iterator[str]:
    """Yield blocks of `kg.resolve.what` in which a telling stands for its home, as if it had been told to be there."""
    telling = sight.telling
    if not sight.home:
        return
    sized = sorted({f"{kind}{least}" for kind, _, least in telling_sizes(sight)})
    own = sorted(sight.days)
    for place in sorted(sight.home):
        reach = DAYS_AFTER_AT_SITE if telling.sites else DAYS_AFTER
        for day in own or _days_before(sight, reach):
            yield from (f"{telling.type}|eve of {day}|{place}|{size}" for size in sized)
        wide = own or (_days_before(sight, DAYS_AFTER) if telling.sites else sorted(possible_days(sight)))
        for day in wide if telling.sites or telling.denied or sized else ():
            yield from (f"{family}|{day}|{place}" for family in families(telling.type))


def may_be_then(one: Sight, other: Sight) -> bool:
    """Say whether days do not keep the two apart of which one gives neither day nor place: it is told shortly after."""
    if not (_is_undated(one) or _is_undated(other)):
        return False
    if _is_undated(one) and _is_undated(other):
        return not one.home.isdisjoint(other.home)
    late, dated = (one, other) if _is_undated(one) else (other, one)
    return bool(dated.days) and _lies_after(late, dated, DAYS_AFTER_AT_SITE)


def told_beside(one: Sight, other: Sight) -> bool:
    """Say whether one article can tell of one event by both, of which one gives neither day nor place.

    It can where only one of them counts, or each counts by somebody else's word.
    """
    first, second = one.telling, other.telling
    if first.type != second.type or (first.modality, first.polarity) != (second.modality, second.polarity):
        return False
    late, told = (one, other) if _is_undated(one) else (other, one)
    if not _is_undated(late) or late.home.isdisjoint(told.home | told.exact):
        return False
    voices = None not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return voices or not (first.figures and second.figures)


def link(one: Sight, other: Sight) -> Link | None:
    """Return why the two are one event of which one telling gives no place."""
    if one.telling.type != other.telling.type:
        return None
    if one.home and other.home:
        return _both_at_home(one, other)
    if not (one.home or other.home):
        return None
    here, placed = (one, other) if one.home else (other, one)
    if here.home.isdisjoint(placed.exact) or not placed.days:
        return None
    return _same_figures(here, placed) or _same_site(here, placed) or _gainsaid(here, placed)


def _both_at_home(one: Sight, other: Sight) -> Link | None:
    """Join what two articles about one place tell of one day in the same figures."""
    if len(one.home) != 1 or one.home != other.home or one.days.isdisjoint(other.days):
        return None
    if not _share(telling_sizes(one), telling_sizes(other)):
        return None
    return Link(
        0.6, "same class, day and figures; neither tells a place, but both articles are about one", "both-at-home"
    )


def _same_figures(here: Sight, placed: Sight) -> Link | None:
    sites = set(here.telling.sites) & set(placed.telling.sites)
    if len(here.home) > 1 and not sites:
        return None
    least = MANY if sites or here.telling.days is not None else LARGE
    reach = DAYS_AFTER_AT_SITE if sites else DAYS_AFTER
    if not _share(telling_sizes(here, least), telling_sizes(placed, least)) or not _when(here, placed, reach):
        return None
    also = f" and site ({', '.join(sorted(sites))})" if sites else ""
    return Link(0.65, f"same class and figures{also}; one tells no place, but its article is about it", "at-home")


def _same_site(here: Sight, placed: Sight) -> Link | None:
    sites = set(here.telling.sites) & set(placed.telling.sites)
    if not sites or len(here.home) != 1 or not _when(here, placed, DAYS_AFTER):
        return None
    if not here.days and here.telling.figures:
        return None
    also = ", ".join(sorted(sites))
    return Link(0.6, f"same class and site ({also}); one tells no place, but its article is about it", "at-home-site")


def _gainsaid(here: Sight, placed: Sight) -> Link | None:
    """Join the toll of those who deny what others say happened there: "four died", and by a shell of the others."""
    kind = TOLLED.get(here.telling.type)
    counted = [{figure.kind for figure in sight.telling.figures if not figure.partial} for sight in (here, placed)]
    if not here.telling.denied or here.speaker is None or here.days or not all(kind in kinds for kinds in counted):
        return None
    if here.speaker == placed.speaker or possible_days(here).isdisjoint(placed.days):
        return None
    return Link(0.55, "same class, told by who denies what happened there in those days", "counter-claim")


def telling_sizes(sight: Sight, least: int = MANY) -> frozenset[tuple[str, str | None, int]]:
    """Return the figures from `least` on by which an event is known: its own, of a use of force those of its harm."""
    telling = sight.telling
    told = sight.measures if telling.type in TOLLED else frozenset(telling.harm)
    return frozenset(size for size in told if size[2] >= least)


def _share(sizes: frozenset[tuple[str, str | None, int]], others: frozenset[tuple[str, str | None, int]]) -> bool:
    """Say whether both count as many, and not of different people."""
    return any(
        (kind, least) == (other_kind, other_least) and (of == other_of or None in (of, other_of))
        for kind, of, least in sizes
        for other_kind, other_of, other_least in others
    )


def _when(here: Sight, placed: Sight, reach: int) -> bool:
    if here.telling.days is not None:
        return not here.days.isdisjoint(placed.days)
    return _lies_after(here, placed, reach)


def _is_undated(sight: Sight) -> bool:
    return bool(sight.home) and sight.telling.days is None and sight.telling.order[0] != UNDATED


def _lies_after(late: Sight, dated: Sight, reach: int) -> bool:
    """Say whether `late` was published on a day of `dated`, or within `reach` days of it."""
    return not dated.days.isdisjoint(_days_before(late, reach))


def _days_before(sight: Sight, reach: int) -> list[str]:
    published = sight.telling.order[0]
    if published == UNDATED:
        return []
    last = date.fromisoformat(published[:10])
    return [(last - timedelta(days=n)).isoformat() for n in range(reach + 1)]
