"""What the first page says: how much is in the graph, who is busiest, what is new, what comes, who says otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.analysis.calendar import Occurrence, happenings
from kg.queries import load, run
from kg.store import Store, Value

type Row = Mapping[str, Value | None]

MOST = 12
"""Rows of one list: the page is a summary; the other pages and the named queries have the rest."""

SURE = 0.5
"""Confidence below which an event is not put before a reader of the first page."""

PLANS = {"planned", "proposed", "threatened"}
"""Modalities of what may come: what is only demanded or supposed is not on the first page."""

PARTIES = {"actor", "target", "participant", "mediator"}
"""Roles in an event that make somebody an actor of the conflict, rather than one to whom things happen."""

KINDS = {"Person": "person", "Feature": "place", "Country": "place", "Facility": "place", "Weapon": "other"}
"""Kinds of things by their class; every other class is a kind of organization or group."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Thing:
    """A person, body or place: `aliases` are its other names, `articles` how many name it, `events` its happenings."""

    iri: str
    name: str
    kind: str
    type: str
    aliases: str
    articles: int
    events: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleNote:
    """An article and how many facts were found in it."""

    iri: str
    headline: str
    publisher: str
    published: str
    url: str
    facts: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Dispute:
    """A contradiction: two sentences that cannot both be right about the thing `about`."""

    matter: str
    reason: str
    about: str
    one: str
    other: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """How many a happening killed, injured ...: the lowest, best and highest claim."""

    happening: str
    day: str
    places: str
    kind: str
    of: str
    low: int
    best: int
    high: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A happening with whose word it is, as far as the articles name somebody."""

    happening: Occurrence
    according: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """All that the first page shows; `newest` is the day of the newest article, which the page takes for today."""

    newest: str
    things: tuple[Thing, ...]
    events: tuple[Occurrence, ...]
    articles: tuple[ArticleNote, ...]
    event_classes: tuple[tuple[str, int, str], ...]
    busiest: tuple[Thing, ...]
    latest: tuple[Report, ...]
    coming: tuple[Report, ...]
    plans: tuple[Report, ...]
    disputes: tuple[Dispute, ...]
    figures: tuple[Figure, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """Return how many things there are of each kind."""
        return dict(sorted(Counter(thing.kind for thing in self.things).items()))

    @property
    def publishers(self) -> list[tuple[str, int]]:
        """Return how many articles each publisher has, the most first; "" where none is named."""
        counts = Counter(article.publisher for article in self.articles)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    @property
    def years(self) -> list[tuple[str, int]]:
        """Return how many articles were published in each month, or in each year when there are many months."""
        for length in (len("2025-07"), len("2025")):
            counts = Counter(article.published[:length] for article in self.articles if article.published)
            if len(counts) <= 2 * MOST:
                break
        return sorted(counts.items())


def overview(store: Store) -> Overview:
    """Return what the first page says of `store`."""
    events = happenings(store)
    articles = _articles(_rows(store, "articles"))
    newest = max((article.published[:10] for article in articles), default="")
    things = _things(_rows(store, "things"), events)
    told = [one for one in events if one.polarity == "positive" and one.confidence >= SURE and one.earliest]
    happened = [one for one in told if one.modality == "actual" and one.latest <= newest]
    ahead = [one for one in events if one.modality in PLANS and one.polarity == "positive" and one.confidence >= SURE]
    coming = [one for one in ahead if one.earliest and one.latest >= newest]
    others = [one for one in ahead if not (one.earliest and one.latest >= newest)]
    words = _sources(store, things)
    return Overview(
        newest=newest,
        things=things,
        events=events,
        articles=articles,
        event_classes=tuple(
            (str(row["kind"]), _number(row["events"]), str(row["definition"] or "")) for row in _rows(store, "types")
        ),
        busiest=tuple(_busiest(things, events)[:MOST]),
        latest=tuple(Report(happening=one, according=words[one.iri]) for one in _latest(happened)[:MOST]),
        coming=tuple(Report(happening=one, according=words[one.iri]) for one in coming[:MOST]),
        plans=tuple(Report(happening=one, according=words[one.iri]) for one in _lately_told(others)[: MOST // 2]),
        disputes=_disputes(_rows(store, "contradictions")),
        figures=_figures(_rows(store, "page-tolls"), events)[:MOST],
    )


def _things(rows: Iterable[Row], events: Iterable[Occurrence]) -> tuple[Thing, ...]:
    taking_part: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for iri in [party.iri for party in event.parties] + [spot.iri for spot in event.spots]:
            taking_part[iri].add(event.iri)
    found = {
        str(row["thing"]): Thing(
            iri=str(row["thing"]),
            name=str(row["label"]),
            kind=KINDS.get(str(row["kind"]), "organization"),
            type=str(row["kind"]),
            aliases=str(row["aliases"] or ""),
            articles=_number(row["articles"]),
            events=len(taking_part[str(row["thing"])]),
        )
        for row in rows
    }
    return tuple(sorted(found.values(), key=lambda thing: (-thing.articles, -thing.events, thing.name, thing.iri)))


def _busiest(things: Iterable[Thing], events: Iterable[Occurrence]) -> list[Thing]:
    """Return those who act in most happenings, the busiest first, with the number of these as their events."""
    acts: Counter[str] = Counter()
    for event in events:
        if event.polarity == "positive":
            acts.update({party.iri for party in event.parties if party.role in PARTIES})
    able = [
        replace(thing, events=acts[thing.iri])
        for thing in things
        if acts[thing.iri] and (thing.kind != "place" or thing.type == "Country")
    ]
    return sorted(able, key=lambda thing: (-thing.events, -thing.articles, thing.name, thing.iri))


def _latest(events: Iterable[Occurrence]) -> list[Occurrence]:
    """Return `events` with the newest first, of one day the surest first; of events of one sentence only one."""
    by_surety = sorted(events, key=lambda one: (-one.confidence, one.iri))
    by_day = sorted(by_surety, key=lambda one: one.latest, reverse=True)
    return list({one.evidence[0].text: one for one in reversed(by_day)}.values())[::-1]


def _lately_told(events: Iterable[Occurrence]) -> list[Occurrence]:
    """Return `events` with those of the newest articles first; of events of one sentence only one."""
    by_surety = sorted(events, key=lambda one: (-one.confidence, one.iri))
    by_article = sorted(by_surety, key=lambda one: one.evidence[0].published, reverse=True)
    return list({one.evidence[0].text: one for one in reversed(by_article)}.values())[::-1]


def _articles(rows: Iterable[Row]) -> tuple[ArticleNote, ...]:
    found = {
        str(row["article"]): ArticleNote(
            iri=str(row["article"]),
            headline=str(row["headline"] or ""),
            publisher=str(row["outlet"] or ""),
            published=_day(row["published"]),
            url=str(row["url"] or ""),
            facts=sum(_number(row[kind]) for kind in ("posts", "events", "statements")),
        )
        for row in rows
    }
    by_name = sorted(found.values(), key=lambda one: (one.headline, one.iri))
    return tuple(sorted(by_name, key=lambda one: one.published, reverse=True))


def _sources(store: Store, things: Iterable[Thing]) -> dict[str, tuple[str, ...]]:
    """Return for each happening the names of those whose word its reports are."""
    names = {thing.iri: thing.name for thing in things}
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, "network-happenings"):
        if (source := str(row["source"] or "")) in names:
            found[str(row["happening"])].add(names[source])
    return defaultdict(tuple, {iri: tuple(sorted(words)) for iri, words in found.items()})


def _disputes(rows: Iterable[Row]) -> tuple[Dispute, ...]:
    found = [
        Dispute(
            matter=str(row["matter"]),
            reason=str(row["reason"]),
            about=str(row["about"]),
            one=str(row["one"] or ""),
            other=str(row["other"] or ""),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.matter, one.reason, one.about, one.one, one.other)))


def _figures(rows: Iterable[Row], events: Iterable[Occurrence]) -> tuple[Figure, ...]:
    places = {event.iri: ", ".join(dict.fromkeys(spot.name for spot in event.spots)) for event in events}
    found = [
        Figure(
            happening=str(row["happening"]),
            day=_day(row["earliest"]),
            places=places.get(str(row["happening"]), ""),
            kind=str(row["figure"]),
            of=str(row["of"] or ""),
            low=_number(row["low"]),
            best=_number(row["best"]),
            high=_number(row["high"]),
        )
        for row in rows
    ]
    by_size = sorted(found, key=lambda one: (-one.best, one.kind, one.of, one.happening))
    return tuple(sorted(by_size, key=lambda one: one.day, reverse=True))


def _rows(store: Store, name: str) -> list[dict[str, Value | None]]:
    return run(store, load(name)).dicts()


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else 0


def _day(value: Value | None) -> str:
    return value.isoformat()[:10] if isinstance(value, date) else str(value or "")
