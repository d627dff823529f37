"""Event reports to happenings: which reports, of one article or of several, tell of one event in the world.

Conservative: reports are joined only when they agree on class, days, modality and polarity, contradict each other in
neither place nor parties, and share enough of both. Everything else stays a happening of its own. A report joins a
happening only if it fits every report already in it, so that no chain of small likenesses joins what differs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.records import Event, Extraction
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


_PARTIES_TO_REPEAT = 2
"""An article repeats itself when it tells of the same day, places and at least this many parties again."""


class Verdict(NamedTuple):
    """How surely two reports tell of one happening, and why."""

    score: float
    reason: str


_FIRST = Verdict(1.0, "first report")
_REPEATED = Verdict(0.85, "same class, day, places and parties in one article")


class _Profile(NamedTuple):
    """What a report says of who and where, in canonical keys.

    Instruments and parties that no other article can name (a group, a bare family name) are left out; `exact` are the
    places that are no region or country, `figures` the numbers of dead, injured ...
    """

    parties: frozenset[Party]
    places: frozenset[str]
    exact: frozenset[str]
    figures: frozenset[tuple[str, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """What one article tells of one happening: usually one report, several where it repeats itself."""

    article: str
    source: str
    order: tuple[str, str, int]
    event: Event
    parties: set[Party]
    profile: _Profile
    reports: list[Report]


@dataclass(kw_only=True, slots=True)
class _Cluster:
    """What has been joined so far, with why."""

    told: list[_Told]
    verdicts: list[Verdict]
    profiles: set[_Profile]
    articles: set[str]

    def verdict(self, told: _Told) -> Verdict | None:
        """Return the weakest reason why `told` is the same happening as everything here, None if it is not."""
        if told.article in self.articles:
            return None
        verdicts = [_likeness(profile, told.profile, told.event.type) for profile in self.profiles]
        known = [verdict for verdict in verdicts if verdict is not None]
        return min(known) if len(known) == len(verdicts) else None

    def join(self, told: _Told, verdict: Verdict) -> None:
        """Take `told` in."""
        self.told.append(told)
        self.verdicts.append(verdict)
        self.profiles.add(told.profile)
        self.articles.add(told.article)


def happenings(
    extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[Happening, ...], tuple[Join, ...]]:
    """Return the happenings that the articles' events tell of, and why each report was joined to the first one.

    Args:
        extractions: by article key.
        keys: for each article key, the canonical key of each entity id.
    """
    everything = [told for article in extractions for told in _told(article, extractions[article], keys[article])]
    everything.sort(key=lambda told: told.order)
    clusters: list[_Cluster] = []
    index: dict[tuple[str, ...], list[_Cluster]] = {}
    for told in everything:
        features = _features(told)
        near = {id(cluster): cluster for feature in features for cluster in index.get(feature, ())}
        for cluster in near.values():
            if (verdict := cluster.verdict(told)) is not None:
                cluster.join(told, verdict)
                break
        else:
            cluster = _Cluster(told=[told], verdicts=[_FIRST], profiles={told.profile}, articles={told.article})
            clusters.append(cluster)
        for feature in features:
            entries = index.setdefault(feature, [])
            if not entries or all(entry is not cluster for entry in entries):
                entries.append(cluster)
    return tuple(map(_happening, clusters)), tuple(join for cluster in clusters for join in _joins(cluster))


def _told(article: str, extraction: Extraction, names: Mapping[str, str]) -> Iterable[_Told]:
    """Return what an article tells, its own repetitions put together."""
    wide = {entity.id for entity in extraction.entities if entity.precision in _WIDE or entity.type == "Country"}
    about = extraction.article
    repeated: dict[tuple[object, ...], _Told] = {}
    for position, (key, event) in enumerate(
        zip(event_keys(extraction.events, article), extraction.events, strict=True)
    ):
        parties = {Party(part.role, names[part.entity]) for part in event.participants if part.entity}
        profile = _Profile(
            parties=frozenset(party for party in parties if party.role != "instrument" and article not in party.entity),
            places=frozenset(names[place] for place in event.places),
            exact=frozenset(names[place] for place in event.places if place not in wide),
            figures=frozenset((count.kind, count.min) for count in event.counts),
        )
        told = _Told(
            article=article,
            source=about.publisher or article,
            order=(about.published or "9999", article, position),
            event=event,
            parties=parties,
            profile=profile,
            reports=[Report(article, key)],
        )
        bucket = _bucket(event)
        if bucket is None or len(profile.parties) < _PARTIES_TO_REPEAT:
            yield told
        elif (before := repeated.setdefault((*bucket, profile), told)) is not told:
            before.reports.append(Report(article, key))
            before.parties.update(parties)
    yield from repeated.values()


def _bucket(event: Event) -> tuple[str, ...] | None:
    """Return what joined reports must agree on word for word, None for a report that is dated too vaguely to join."""
    if event.when is None or (event.when.latest - event.when.earliest).days >= MAX_DAYS:
        return None
    when = (event.when.earliest.isoformat(), event.when.latest.isoformat())
    return (event.type, *when, event.modality, event.polarity)


def _features(told: _Told) -> list[tuple[str, ...]]:
    """Return what joined reports have at least one of in common, so that only those are compared."""
    bucket = _bucket(told.event)
    if bucket is None:
        return []
    return [(*bucket, key) for key in sorted({*told.profile.exact, *(party.entity for party in told.profile.parties)})]


def _likeness(one: _Profile, other: _Profile, event_type: str) -> Verdict | None:
    """Return why two articles' reports that agree on class, days, modality and polarity are one happening, or None."""
    if one.exact and other.exact and one.exact.isdisjoint(other.exact):
        return None
    if _contradict(one.parties, other.parties):
        return None
    shared = {party.entity for party in one.parties & other.parties}
    same_place = not one.exact.isdisjoint(other.exact)
    if same_place and shared:
        return Verdict(0.9, "same class, day and place, shared parties")
    if same_place and one.figures & other.figures:
        return Verdict(0.8, "same class, day and place, same figures")
    if event_type in _BILATERAL and len(shared) > 1:
        return Verdict(0.8, "same class and day, two shared parties")
    return None


def _contradict(some: frozenset[Party], others: frozenset[Party]) -> bool:
    """Return whether both name somebody in a role (the target, say) and nobody in both."""
    return any(
        {party.entity for party in some if party.role == role}.isdisjoint(
            party.entity for party in others if party.role == role
        )
        for role in {party.role for party in some} & {party.role for party in others}
    )


def _happening(cluster: _Cluster) -> Happening:
    first = cluster.told[0].event
    return Happening(
        type=first.type,
        reports=tuple(report for told in cluster.told for report in told.reports),
        parties=tuple(sorted(set().union(*(told.parties for told in cluster.told)))),
        places=tuple(sorted(frozenset().union(*(told.profile.places for told in cluster.told)))),
        when=first.when,
        modality=first.modality,
        polarity=first.polarity,
        sources=len({told.source for told in cluster.told}),
    )


def _joins(cluster: _Cluster) -> Iterable[Join]:
    first = cluster.told[0].reports[0]
    for told, verdict in zip(cluster.told, cluster.verdicts, strict=True):
        for report in told.reports:
            score, reason = verdict if report == told.reports[0] else _REPEATED
            yield Join(report=report, into=first, score=score, reason=reason)
