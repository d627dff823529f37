"""When tellings of several articles are tellings of one event in the world.

Conservative: they must be of classes that go together, overlap in time, agree on modality and polarity, contradict each
other in neither place nor parties, and share enough of both. Where so much else is the same that it must be one event,
one of day, place and actor may differ; `kg.resolve.disputes` says so then. Everything else is a happening of its own.
"""

from collections.abc import Callable, Iterator
from datetime import date

from kg.resolve import at_home
from kg.resolve.clustering import Link
from kg.resolve.event_classes import BILATERAL, DEADLY, TOLLED, families, go_together
from kg.resolve.scenes import SHORT
from kg.resolve.sights import MANY, Sight, next_day, overlap, possible_days
from kg.resolve.traces import UNDATED

PARTIES_TO_REPEAT = 2
"""An article repeats itself when it tells of the same day, places and at least this many parties again."""

REPRINTED_DAYS = 30
"""The same sentence in articles further apart tells of another day ..."""

BRIEFLY_REPRINTED_DAYS = 2
"""... and a short one ("Kenya blamed Uganda.") in articles further apart than this."""

ALIKE = 2.5
"""Two events that each kill (or hurt) MANY in one town on one day are one where the larger figure is at most this
many times the smaller."""


def blocks(sight: Sight) -> Iterator[str]:
    """Yield what tellings of one event, or of its denial, have at least one of in common: only those are compared."""
    telling = sight.telling
    where = sorted(sight.exact | {f"{place}?{party}" for place in sight.around for party in sight.entities})
    both = sorted(sight.entities)
    pairs = [f"{one}&{other}" for n, one in enumerate(both) for other in both[n + 1 :]]
    sized = sorted({f"{kind}{least}" for kind, _, least in sight.measures if least > 1})
    for day in sorted(possible_days(sight)):
        for family in families(telling.type):
            for shared in (*where, *pairs):
                yield f"{family}|{day}|{shared}"
        for size in sized:
            yield from (f"{telling.type}|{day}|{site}|{size}" for site in telling.sites)
            for eve in (day, next_day(day)):
                yield from (f"{telling.type}|eve of {eve}|{place}|{size}" for place in sight.exact)
    yield from at_home.blocks(sight)
    if telling.words:
        yield f"words|{telling.words}"
    if telling.opening:
        yield f"opening|{telling.opening}"
    if telling.incident:
        yield f"incident|{telling.article}|{telling.incident}"
    if telling.type in DEADLY:
        yield from (f"dead|{party.entity}" for party in sight.parties if party.role == "victim")


def link(one: Sight, other: Sight) -> Link | None:
    """Return why both tell of one event, None where too little speaks for it or something against."""
    if one.telling.article == other.telling.article:
        return _told_again(one, other)
    if _reprinted(one, other):
        return Link(0.95, "the same sentence in both articles", "same-sentence")
    if _begins_alike(one, other):
        return Link(0.9, "the same first words of a sentence in both articles, within days", "same-opening")
    if conflict(one, other):
        return None
    for rule in _RULES:
        if (found := rule(one, other)) is not None:
            less = 0.0 if one.telling.type == other.telling.type else 0.05
            return found._replace(score=found.score - less)
    return None


def conflict(one: Sight, other: Sight) -> bool:
    """Say whether the two cannot be one event."""
    first, second = one.telling, other.telling
    if first.article == second.article:
        return _told_again(one, other) is None and not at_home.told_beside(one, other)
    if _reprinted(one, other) or _begins_alike(one, other):
        return False
    if (first.modality, first.polarity) != (second.modality, second.polarity):
        return True
    if not go_together(first.type, second.type):
        return True
    if one.days.isdisjoint(other.days) and not any(rule(one, other) for rule in _ON_OTHER_DAYS):
        return True
    if places_differ(one, other) and _at_another_place(one, other) is None:
        return True
    return any(_of(one, role).isdisjoint(_of(other, role)) for role in _roles(one, other) - _blamed(one, other))


def places_differ(one: Sight, other: Sight) -> bool:
    """Say whether both tell where it was, and not of one place."""
    return bool(one.exact and other.exact) and one.exact.isdisjoint(other.exact)


def actors_differ(one: Sight, other: Sight) -> bool:
    """Say whether both tell who did it, and not of one of them."""
    return "actor" in _roles(one, other) and _of(one, "actor").isdisjoint(_of(other, "actor"))


def _classes(one: Sight, other: Sight) -> str:
    first, second = one.telling.type, other.telling.type
    return "same class" if first == second else f"{first} and {second} go together"


def _at_one_place(one: Sight, other: Sight) -> Link | None:
    """Join what happened on one day at one place and shares something else."""
    if one.exact.isdisjoint(other.exact) or one.days.isdisjoint(other.days):
        return None
    what = f"{_classes(one, other)}, same day and place"
    if one.parties & other.parties:
        return Link(0.9, f"{what}, shared parties", "same-place-and-party")
    if one.measures & other.measures:
        return Link(0.8, f"{what}, same figures", "same-place-and-figures")
    if sites := _sites(one, other):
        return Link(0.8, f"{what}, same site ({', '.join(sorted(sites))})", "same-place-and-site")
    if _tolls_alike(one, other):
        return Link(0.7, f"{what}, as many, and neither article tells of another there that day", "same-place-and-size")
    return None


def _at_one_site(one: Sight, other: Sight) -> Link | None:
    """Join what was at one site on one day, where one telling gives no place."""
    if bool(one.places) == bool(other.places) or len(one.days) != 1 or one.days != other.days:
        return None
    same = one.parties & other.parties or any(least >= MANY for _, _, least in one.measures & other.measures)
    if one.telling.type != other.telling.type or not same or not _sites(one, other):
        return None
    return Link(0.7, "same class, day and site, same figures or parties; one tells no place", "same-site")


def _one_death(one: Sight, other: Sight) -> bool:
    """Say whether both tell of the death of one person, and not of days further apart than reports of it can be."""
    if not {one.telling.type, other.telling.type} <= DEADLY:
        return False
    dead = {party for party in one.parties & other.parties if party.role == "victim"}
    if not any(party.entity.startswith("person-") for party in dead):
        return False
    first, second = one.telling.days, other.telling.days
    return first is None or second is None or overlap(first, second)


def _of_one_death(one: Sight, other: Sight) -> Link | None:
    """Join tellings of the death of one person."""
    if not _one_death(one, other) or one.telling.polarity == "negative":
        return None
    return Link(0.85, "the same person died", "same-death")


def _place_in_place(one: Sight, other: Sight) -> Link | None:
    """Join a telling that gives the town and one that gives the region, of the same parties."""
    shared = {party.entity for party in one.parties & other.parties}
    inside = not one.exact.isdisjoint(other.around) or not other.exact.isdisjoint(one.around)
    if one.exact.isdisjoint(other.exact) and inside and shared and (len(shared) > 1 or one.measures & other.measures):
        reason = f"{_classes(one, other)}, same day, one place inside the other, shared parties"
        return Link(0.75, reason, "place-in-place")
    return None


def _between_the_same(one: Sight, other: Sight) -> Link | None:
    """Join what the same two do together on one day, wherever."""
    shared = {party.entity for party in one.parties & other.parties}
    bilateral = one.telling.type in BILATERAL and one.telling.type == other.telling.type
    if bilateral and len(shared) > 1 and not places_differ(one, other):
        return Link(0.8, "same class and day, two shared parties", "same-parties")
    return None


def _on_the_next_day(one: Sight, other: Sight) -> Link | None:
    """Join what one article dates a day later than the other, where all else is the same."""
    if len(one.days) != 1 or len(other.days) != 1 or one.telling.type != other.telling.type:
        return None
    (first,), (second,) = sorted((sorted(one.days), sorted(other.days)))
    same = one.parties & other.parties or _sites(one, other)
    if first == second or next_day(first) != second or one.exact.isdisjoint(other.exact) or not same:
        return None
    if not any(least > 1 for _, _, least in one.measures & other.measures):
        return None
    return Link(0.65, "same class, place and figures, a day apart, and same site or parties", "next-day")


def _shortly_after(one: Sight, other: Sight) -> bool:
    """Say whether one gives no day, and was published shortly after the day that the other gives, of one place."""
    first, second = one.telling, other.telling
    if bool(one.days) == bool(other.days) or None not in (first.days, second.days) or first.type != second.type:
        return False
    return not (one.exact.isdisjoint(other.exact) or possible_days(one).isdisjoint(possible_days(other)))


def _just_before(one: Sight, other: Sight) -> Link | None:
    """Join what one article tells without a day with what another dates in the days before that was published."""
    if not _shortly_after(one, other) or not any(least >= MANY for _, _, least in one.measures & other.measures):
        return None
    return Link(0.65, "same class, place and figures, told without a day shortly after", "shortly-after")


def _at_another_place(one: Sight, other: Sight) -> Link | None:
    """Join what the articles put in different towns, where all else is the same."""
    if len(one.days) != 1 or one.days != other.days or one.telling.type != other.telling.type:
        return None
    if not places_differ(one, other) or not _sites(one, other):
        return None
    if not any(least >= MANY for _, _, least in one.measures & other.measures):
        return None
    return Link(0.6, "same class, day, site and figures, but at another place", "elsewhere")


def _sites(one: Sight, other: Sight) -> set[str]:
    return set(one.telling.sites) & set(other.telling.sites)


def _tolls_alike(one: Sight, other: Sight) -> bool:
    """Say whether both are the only ones of their articles that kill (or hurt) so many there on that one day."""
    first, second = one.telling, other.telling
    kind = TOLLED.get(first.type)
    if kind is None or first.type != second.type or not (first.alone and second.alone):
        return False
    if len(one.days) != 1 or one.days != other.days or one.exact != other.exact:
        return False
    if first.sites and second.sites:
        return False  # each tells of a site, and not of the same
    counted = [max((f.min for f in telling.figures if f.kind == kind), default=0) for telling in (first, second)]
    return min(counted) >= MANY and max(counted) <= ALIKE * min(counted)


def _blamed(one: Sight, other: Sight) -> frozenset[str]:
    """Return the role in which the two may differ: who did it, by somebody's word, where else it is the same event."""
    if one.speaker == other.speaker or one.exact.isdisjoint(other.exact) or one.days != other.days:
        return frozenset()
    return frozenset({"actor"}) if _sites(one, other) or one.measures & other.measures else frozenset()


def _reprinted(one: Sight, other: Sight) -> bool:
    """Say whether both articles tell it in the very same sentence."""
    first, second = one.telling, other.telling
    if not first.words or first.words != second.words:
        return False
    if (first.modality, first.polarity) != (second.modality, second.polarity):
        return False
    if first.days is not None and second.days is not None and not overlap(first.days, second.days):
        return False
    short = first.words.startswith(SHORT)
    if short and len({party.entity for party in one.parties & other.parties}) < PARTIES_TO_REPEAT:
        return False
    published = [telling.order[0] for telling in (first, second)]
    if UNDATED in published:
        return not short and first.days is not None and second.days is not None
    days = [date.fromisoformat(day[:10]) for day in published]
    return abs((days[0] - days[1]).days) <= (BRIEFLY_REPRINTED_DAYS if short else REPRINTED_DAYS)


def _begins_alike(one: Sight, other: Sight) -> bool:
    """Say whether both articles, hardly a day apart, tell it in sentences that only end otherwise: cut, or ascribed."""
    first, second = one.telling, other.telling
    if not first.opening or first.opening != second.opening or UNDATED in (first.order[0], second.order[0]):
        return False
    if (first.modality, first.polarity) != (second.modality, second.polarity) or places_differ(one, other):
        return False
    if first.days is not None and second.days is not None and not overlap(first.days, second.days):
        return False
    apart = date.fromisoformat(first.order[0][:10]) - date.fromisoformat(second.order[0][:10])
    return abs(apart.days) <= BRIEFLY_REPRINTED_DAYS and not any(
        _of(one, role).isdisjoint(_of(other, role)) for role in _roles(one, other)
    )


def _told_again(one: Sight, other: Sight) -> Link | None:
    """Join what one article tells twice: in the same terms, or as one incident and, by one voice, with one figure."""
    first, second = one.telling, other.telling
    if _repeats(one, other):
        return Link(0.85, "same class, day, places and parties in one article", "told-again")
    if not first.incident or first.incident != second.incident or not go_together(first.type, second.type):
        return None
    if (first.modality, first.polarity) != (second.modality, second.polarity):
        return None
    if actors_differ(one, other) or places_differ(one, other):  # "shells hit Brenn and Kall, killing nine"
        return None
    figures, others = one.measures, other.measures
    voices = one.speaker != other.speaker
    if figures and others and not figures & others and not voices:
        return None
    return Link(0.8, f"{_classes(one, other)}, told as one incident in one article", "same-incident")


def _repeats(one: Sight, other: Sight) -> bool:
    """Say whether an article tells the same again."""
    first, second = one.telling, other.telling
    same = (first.type, first.days, first.modality, first.polarity, one.measures, one.parties, first.places) == (
        *(second.type, second.days, second.modality, second.polarity, other.measures, other.parties, second.places),
    )
    return same and bool(one.days) and len(one.parties) >= PARTIES_TO_REPEAT


def _roles(one: Sight, other: Sight) -> frozenset[str]:
    return frozenset({party.role for party in one.parties} & {party.role for party in other.parties})


def _of(sight: Sight, role: str) -> frozenset[str]:
    return frozenset(party.entity for party in sight.parties if party.role == role)


_RULES = (
    *(_of_one_death, _on_the_next_day, _just_before, _at_one_place, _at_one_site),
    *(_place_in_place, _between_the_same, _at_another_place, at_home.link),
)
"""What joins tellings of two articles that nothing keeps apart; the first that fits does."""

_ON_OTHER_DAYS: tuple[Callable[[Sight, Sight], object], ...] = (
    *(_on_the_next_day, _shortly_after, _one_death, at_home.may_be_then),
)
"""What may be one event though no day is told that both were on."""
