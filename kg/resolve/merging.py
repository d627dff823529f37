"""What the names of one entity, or the tellings of one happening, together say."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import NamedTuple

from kg.lexicon.countries import country_by_iso
from kg.records.model import Interval
from kg.resolve.clustering import Group, Link
from kg.resolve.disputes import within
from kg.resolve.event_classes import finer
from kg.resolve.keys import country_key
from kg.resolve.ledger import disputed, tolls
from kg.resolve.model import Contradiction, CopyGroup, Happening, Join, Name, Origin, SharedEntity
from kg.resolve.namesakes import state_of
from kg.resolve.sights import Sight
from kg.resolve.tenures import rivals, taken_up_again, tenures
from kg.resolve.traces import Holding, Spot
from kg.resolve.who import Profile, commonest

_SAME_KEY = {
    "person": (0.95, "same full name"),
    "country": (1.0, "same country"),
    "place": (0.95, "same place name and country"),
    "org": (0.95, "same name"),
    "weapon": (0.9, "same name"),
    "group": (1.0, "same words in one article"),
}
"""Score and reason of taking what has one key for one thing, by kind of thing."""


class StandIn(NamedTuple):
    """The words for an office that stand for its holder: `person` is the holder's key, `link` says why."""

    name: Name
    person: str
    link: Link


class Posts(NamedTuple):
    """Reports of posts that an entity holds, of posts that others hold in it, and the names of those others by key.

    `offices` are what articles call it that know it by a post alone.
    """

    held: Sequence[Holding]
    offered: Sequence[Holding]
    holders: Mapping[str, str]
    offices: Sequence[StandIn]


def shared_entity(
    head: str,
    found: Group,
    profiles: Mapping[str, Profile],
    *,
    posts: Posts,
    late: Sequence[Contradiction] = (),
) -> SharedEntity:
    """Return the entity whose names are the members of `found`, with the key `head`.

    `posts` are those that it holds, and that others hold in it; `late` is what speaks against its death.
    """
    names, types, countries, spots = (
        _together(getattr(profile, aspect) for profile in profiles.values())
        for aspect in ("names", "types", "countries", "spots")
    )
    name = commonest(names or _together(profile.implied for profile in profiles.values()))
    other_names = set(names).union(*(profile.aliases for profile in profiles.values())) - {name}
    spot = min((Spot(*json.loads(value)) for value in spots), default=None)
    return SharedEntity(
        key=head,
        type=commonest(types),
        name=name,
        aliases=tuple(sorted(other_names)),
        same_as=tuple(sorted(set().union(*(profile.same_as for profile in profiles.values())))),
        lat=None if spot is None else spot.lat,
        lon=None if spot is None else spot.lon,
        precision=None if spot is None else spot.precision,
        part_of=_country_of(head, countries),
        names=(
            *(Name(key, profile.name, profile.articles) for key, profile in sorted(profiles.items()) if profile.names),
            *(office.name for office in posts.offices),
        ),
        tenures=tenures(head, posts.held),
        contradictions=(*taken_up_again(posts.held), *rivals(head, posts.offered, posts.holders), *late),
        joins=(
            *_uses(head, profiles),
            *_joins(head, found),
            *(_join(head, office.name.key, office.person, office.link) for office in posts.offices),
        ),
    )


def copy_group(head: str, found: Group) -> CopyGroup:
    """Return the copies of one text, `head` the first of them."""
    return CopyGroup(key=head, articles=found.members, joins=_joins(head, found))


def happening(
    head: str, found: Group, told: Sequence[tuple[Sight, Origin]], *, against: Sequence[Contradiction] = ()
) -> Happening:
    """Return the happening that the sights of `told`, in order, tell of, each with where it comes from.

    `against` is what reports of other happenings say against it.
    """
    sights = [sight for sight, _ in told]
    origins = [origin for _, origin in told]
    first = sights[0].telling
    return Happening(
        key=head,
        type=reduce(finer, (sight.telling.type for sight in sights)),
        reports=tuple(sight.telling.report for sight in sights),
        parties=tuple(sorted(set().union(*(sight.all_parties for sight in sights)))),
        places=tuple(sorted(set().union(*(sight.places for sight in sights)))),
        when=_common_days(sight.telling.days for sight in sights),
        modality=first.modality,
        polarity=first.polarity,
        sources=tuple(sorted({origin.source for origin in origins})),
        articles=len({sight.telling.article for sight in sights}),
        circular=_only_citing_each_other(origins),
        tolls=tolls(told),
        contradictions=(*disputed(told), *within(sights), *against),
        joins=_joins(head, found),
    )


def _together(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for some in counts:
        total.update(some)
    return total


def _uses(head: str, profiles: Mapping[str, Profile]) -> Iterable[Join]:
    """Yield a join for each name that several articles use."""
    for key, profile in sorted(profiles.items()):
        if profile.articles > 1:
            kind, _, rest = key.partition("-")
            score, reason = (1.0, "same GeoNames entry") if kind == "place" and rest.isdigit() else _SAME_KEY[kind]
            if (state := state_of(key)) is not None:
                reason = f"{reason} and posts in one state ({state.upper()})"
            reason = f"{reason} in {profile.articles} articles"
            yield Join(of=(key,), into=head, score=score, reason=reason, rule="same-key")


def _joins(head: str, found: Group) -> tuple[Join, ...]:
    return tuple(_join(head, *link) for link in found.links)


def _join(head: str, one: str, other: str, link: Link) -> Join:
    return Join(of=(one, other), into=head, score=link.score, reason=link.reason, rule=link.rule)


def _country_of(key: str, countries: Mapping[str, int]) -> str | None:
    if not countries or not key.startswith(("place-", "org-")):
        return None
    code = commonest(countries)
    return country_key(code) if code in country_by_iso() else None


def _only_citing_each_other(origins: Iterable[Origin]) -> bool:
    """Say whether no outlet tells it on its own account, and some of those cited cite another that tells it."""
    cited = {(origin.outlet, origin.source) for origin in origins}
    own = any(outlet == source or outlet is None for outlet, source in cited)
    return not own and any(source in {outlet for outlet, _ in cited} for _, source in cited)


def _common_days(days: Iterable[tuple[str, str] | None]) -> Interval | None:
    """Return the days that all tellings allow (they overlap where they were joined by rules)."""
    known = [found for found in days if found is not None]
    if not known:
        return None
    first, last = max(first for first, _ in known), min(last for _, last in known)
    if first > last:  # joined by hand, whatever the dates say
        first, last = known[0]
    return Interval(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))
