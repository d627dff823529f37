"""Which known entries an entity is, given what the lists say of each of its names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from kg.resolve.entries import Listing, is_iri
from kg.resolve.model import Match, SharedEntity
from kg.resolve.who import Profile


def matches(head: str, profiles: Mapping[str, Profile], holders: Mapping[str, Collection[str]]) -> tuple[Match, ...]:
    """Return what was decided, or left open, about the names of the entity `head`.

    Args:
        head: the key of the entity.
        profiles: its names.
        holders: the heads of the entities that each known entry can be. One that two entities can be is neither's.
    """
    found = [
        match
        for key, profile in sorted(profiles.items())
        if profile.listed is not None
        for match in _of_name(head, key, profile.listed, holders)
    ]
    known = {id_ for match in found if not match.open for id_ in match.ids}
    return tuple(match for match in found if not match.open or known.isdisjoint(match.ids))


def with_matches(entity: SharedEntity, found: tuple[Match, ...]) -> SharedEntity:
    """Return `entity` with what was decided about its names, and the ids that this gives it."""
    known = {id_ for match in found if not match.open for id_ in match.ids}
    return replace(
        entity,
        same_as=tuple(sorted({*entity.same_as, *filter(is_iri, known)})),
        identifiers=tuple(sorted(id_ for id_ in known if not is_iri(id_))),
        matches=found,
    )


def _of_name(head: str, key: str, listing: Listing, holders: Mapping[str, Collection[str]]) -> Iterator[Match]:
    def match(*ids: str, rival: str | None = None) -> Match:
        return Match(
            name=key,
            into=head,
            ids=ids,
            score=listing.score if rival is None else round(listing.score / 2, 2),
            reason=listing.reason
            if rival is None
            else f"{listing.reason}; but so may be {rival}, which is not the same",
            rule=listing.rule,
            open=listing.open or rival is not None,
        )

    if listing.open:
        yield match(*listing.ids)
        return
    for id_ in listing.ids:
        if head in holders[id_]:
            others = sorted({*holders[id_]} - {head})
            yield match(id_, rival=", ".join(others) if others else None)
