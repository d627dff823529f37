"""Event reports to happenings: which reports, of one article or of several, tell of one event in the world.

Conservative: reports are joined only when they agree on class, days, modality and polarity, contradict each other in
neither place nor parties, and share enough of both. Everything else stays a happening of its own. A report joins a
happening only if it fits every report already in it, so that no chain of small likenesses joins what differs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.records import Event, Extraction, Interval
from kg.resolve.keys import event_keys
from kg.resolve.model import Happening, Join, Party, Report

MAX_DAYS = 3
"""A report dated less exactly than this is joined to none: two strikes "this month" are seldom one strike."""

_WIDE = frozenset({"region", "country"})
"""Precisions of places so large that a place alone tells no two events apart."""

_BILATERAL = frozenset(
    {
        "Talks",
        "Consultation",
        "Visit",
        "Mediation",
        "Agreement",
        "Ceasefire",
        "PrisonerExchange",
        "MilitaryAid",
        "MilitaryExercise",
        "Sanction",
        "DiplomaticBreak",
    }
)
"""Classes that the same parties seldom do twice within days, so that two shared parties are enough without a place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """One report in the terms that reports are compared by."""

    report: Report
    order: tuple[str, str, int]
    source: str
    event: Event
    parties: frozenset[Party]
    places: frozenset[str]
    exact_places: frozenset[str]


def happenings(
    extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[Happening, ...], tuple[Join, ...]]:
    """Return the happenings that the articles' events tell of, and why each report was joined to the first one.

    Args:
        extractions: by article key.
        keys: for each article key, the canonical key of each entity id.
    """
    clusters: dict[tuple[str, ...], list[list[tuple[_Told, float, str]]]] = {}
    alone: list[list[tuple[_Told, float, str]]] = []
    for told in sorted(_all_told(extractions, keys), key=lambda one: one.order):
        bucket = _bucket(told.event)
        if bucket is None:
            alone.append([(told, 1.0, "first report")])
            continue
        rivals = clusters.setdefault(bucket, [])
        for cluster in rivals:
            likeness = [_likeness(other, told) for other, _, _ in cluster]
            if all(likeness):
                cluster.append((told, *min(like for like in likeness if like is not None)))
                break
        else:
            rivals.append([(told, 1.0, "first report")])
    found = sorted([*alone, *(cluster for rivals in clusters.values() for cluster in rivals)], key=_first_order)
    joins = tuple(
        Join(report=told.report, into=cluster[0][0].report, score=score, reason=reason)
        for cluster in found
        for told, score, reason in cluster
    )
    return tuple(_happening([told for told, _, _ in cluster]) for cluster in found), joins


def _first_order(cluster: list[tuple[_Told, float, str]]) -> tuple[str, str, int]:
    return cluster[0][0].order


def _all_told(extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]) -> Iterable[_Told]:
    for article, extraction in extractions.items():
        names = keys[article]
        wide = {entity.id for entity in extraction.entities if entity.precision in _WIDE or entity.type == "Country"}
        about = extraction.article
        events = zip(event_keys(extraction.events, article), extraction.events, strict=True)
        for position, (key, event) in enumerate(events):
            yield _Told(
                report=Report(article, key),
                order=(about.published or "9999", article, position),
                source=about.publisher or article,
                event=event,
                parties=frozenset(Party(part.role, names[part.entity]) for part in event.participants if part.entity),
                places=frozenset(names[place] for place in event.places),
                exact_places=frozenset(names[place] for place in event.places if place not in wide),
            )


def _bucket(event: Event) -> tuple[str, ...] | None:
    """Return what joined reports must agree on word for word, None for a report that is dated too vaguely to join."""
    if event.when is None or _days(event.when) > MAX_DAYS:
        return None
    when = (event.when.earliest.isoformat(), event.when.latest.isoformat())
    return (event.type, *when, event.modality, event.polarity)


def _days(when: Interval) -> int:
    return (when.latest - when.earliest).days + 1


def _likeness(one: _Told, other: _Told) -> tuple[float, str] | None:
    """Return score and reason of joining two reports that agree on class, days, modality and polarity, or None."""
    if one.exact_places and other.exact_places and one.exact_places.isdisjoint(other.exact_places):
        return None
    if one.report.article == other.report.article:
        return _likeness_within(one, other)
    return None if _contradict(one.parties, other.parties) else _likeness_across(one, other)


def _likeness_within(one: _Told, other: _Told) -> tuple[float, str] | None:
    same = one.parties == other.parties and one.places == other.places and len(one.parties) > 1
    return (0.85, "same class, day, place and parties in one article") if same else None


def _likeness_across(one: _Told, other: _Told) -> tuple[float, str] | None:
    shared = {party.entity for party in one.parties & other.parties}
    same_place = not one.exact_places.isdisjoint(other.exact_places)
    if same_place and shared:
        return 0.9, "same class, day and place, shared parties"
    if same_place and not (one.parties and other.parties):
        return 0.75, "same class, day and place"
    if one.event.type in _BILATERAL and len(shared) > 1:
        return 0.8, "same class and day, two shared parties"
    return None


def _contradict(some: frozenset[Party], others: frozenset[Party]) -> bool:
    """Return whether both name somebody in a role (the target, say) and nobody in both."""
    return any(
        {party.entity for party in some if party.role == role}.isdisjoint(
            party.entity for party in others if party.role == role
        )
        for role in {party.role for party in some} & {party.role for party in others}
    )


def _happening(reports: list[_Told]) -> Happening:
    first = reports[0].event
    return Happening(
        type=first.type,
        reports=tuple(told.report for told in reports),
        parties=tuple(sorted(frozenset().union(*(told.parties for told in reports)))),
        places=tuple(sorted(frozenset().union(*(told.places for told in reports)))),
        when=first.when,
        modality=first.modality,
        polarity=first.polarity,
        sources=len({told.source for told in reports}),
    )
