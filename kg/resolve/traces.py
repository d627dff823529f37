"""What one article contributes to resolution: the names it uses and the events it tells of, in canonical keys.

A trace depends on its article alone. It is all that resolution keeps of an article, and has a JSON form for that.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.lexicon.countries import country_by_iso
from kg.records import Entity, Event, Extraction, Role
from kg.records.model import CountedGroup, CountKind, Modality, ParticipantRole, Polarity, Precision, Status
from kg.resolve.copies import Signature, signature
from kg.resolve.facts import count_name, fact_names, without
from kg.resolve.homes import homes
from kg.resolve.keys import STATE_POSTS, SURE, article_key, country_key, entity_key, entity_keys, publisher_of
from kg.resolve.posts import Incumbent, Office, incumbents, offices
from kg.resolve.scenes import scenes

_WIDE = frozenset({"region", "country"})
"""Precisions of places so large that a place alone tells no two events apart."""


UNDATED = "9999"
"""Sorts what has no date after everything that has one."""


class Spot(NamedTuple):
    """Where a place lies: WGS 84 degrees, and how large the place is."""

    lat: float
    lon: float
    precision: Precision


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An entity of one article under its key: how it is called there, and what is said of it that may tell who it is.

    `posts` are "category|key of the organization" for each post held there, `lands` the codes of the countries of those
    organizations, `states` of those in which it surely serves the state. An `implied` one is a country that the article
    does not name, but in which something lies that it names.
    """

    entity: str
    key: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None
    spot: Spot | None = None
    posts: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    implied: bool = False


class Party(NamedTuple):
    """Who took part in an event, and how; `entity` is a canonical key."""

    role: ParticipantRole
    entity: str


class Figure(NamedTuple):
    """A count as a telling gives it (see `kg.records.Count`); `name` is that of its node."""

    name: str
    kind: CountKind
    of: CountedGroup | None
    min: int
    max: int | None
    partial: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """One event as one article tells it. All entities are keys; `days` are the first and last ISO day it can have been.

    `exact` are those of `places` that are no region or country, `wider` gives for a place what it lies in. `speaker`
    is whose word it is, None where it is the article's own; `cited` the same where that is an outlet. `order` sorts
    tellings: by publication, article and position. `incident` is what tellings of one happening share in their article,
    "" for one that stands alone there, `harm` what these count. For `home` and `denied` see
    `kg.resolve.homes`, for the rest `kg.resolve.scenes.Scene`.
    """

    report: str
    article: str
    order: tuple[str, str, int]
    type: str
    days: tuple[str, str] | None
    modality: Modality
    polarity: Polarity
    parties: tuple[Party, ...]
    places: tuple[str, ...]
    exact: tuple[str, ...]
    wider: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    speaker: str | None
    cited: str | None
    sites: tuple[str, ...] = ()
    words: str = ""
    opening: str = ""
    alone: bool = False
    incident: str = ""
    home: tuple[str, ...] = ()
    denied: bool = False
    harm: tuple[tuple[CountKind, CountedGroup | None, int], ...] = ()


class Holding(NamedTuple):
    """A role report: the name of its node, when it was published (ISO, UNDATED for undated), and what it says.

    `person` and `body` are keys, `body` "" where none is named; `since` and `until` are TIMEX3 values or None. It is
    given in `courtesy` where it is but a title before the name: "President X" is said of a past one too. It can stand
    for several `reports` that say the same and were published at the same time.
    """

    role: str
    published: str
    person: str
    category: str
    body: str
    title: str
    status: Status
    since: str | None
    until: str | None
    courtesy: bool = False
    reports: int = 1

    @property
    def day(self) -> str | None:
        """The day of the report, None where it is not known."""
        return None if self.published == UNDATED else self.published[:10]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """All names and tellings of one article, and what tells whether it is a copy of another.

    `outlet` is the key of its publisher, `published` the date that it gives itself.
    """

    article: str
    published: str
    outlet: str | None
    signature: Signature
    names: tuple[Named, ...]
    tellings: tuple[Telling, ...]
    holdings: tuple[Holding, ...]
    offices: tuple[Office, ...] = ()
    incumbents: tuple[Incumbent, ...] = ()


def trace(extraction: Extraction, *, wrong: Collection[str] = ()) -> Trace:
    """Return what the article of `extraction` contributes; facts whose names are in `wrong` are passed over."""
    names_of_facts = fact_names(extraction)
    extraction = without(extraction, wrong, names_of_facts)
    article = article_key(extraction.article)
    entities = {entity.id: entity for entity in extraction.entities}
    keys = entity_keys(extraction)
    names = [_named(entity, keys, extraction) for entity in entities.values()]
    if (publisher := publisher_of(extraction.article)) is not None:
        key = entity_key(publisher, article)
        names.append(Named(entity=publisher.id, key=key, type=publisher.type, name=publisher.name))
    names += _implied_countries(names)
    return Trace(
        article=article,
        published=extraction.article.published or UNDATED,
        outlet=None if publisher is None else entity_key(publisher, article),
        signature=signature(extraction.article.text),
        names=tuple(names),
        tellings=tuple(_tellings(extraction, names_of_facts, entities, keys)),
        holdings=tuple(_holdings(extraction, names_of_facts, keys)),
        offices=tuple(offices(extraction, keys)),
        incumbents=tuple(incumbents(extraction, keys)),
    )


def _named(entity: Entity, keys: dict[str, str], extraction: Extraction) -> Named:
    held = [role for role in extraction.roles if role.person == entity.id]
    bodies = {role.organization for role in held if role.organization is not None}
    lands = {body.country for body in extraction.entities if body.id in bodies and body.country is not None}
    posts = {f"{role.category}|{keys[role.organization] if role.organization is not None else ''}" for role in held}
    located = entity.lat is not None and entity.lon is not None and entity.precision is not None
    return Named(
        entity=entity.id,
        key=keys[entity.id],
        type=entity.type,
        name=entity.name,
        aliases=entity.aliases,
        same_as=entity.same_as,
        country=entity.country,
        spot=Spot(entity.lat, entity.lon, entity.precision) if located else None,  # type: ignore[arg-type]
        posts=tuple(sorted(posts)),
        lands=tuple(sorted(lands)),
        states=tuple(sorted(_states(held, extraction))),
    )


def _states(held: Iterable[Role], extraction: Extraction) -> set[str]:
    """Return the codes of the states of which the roles `held` are surely posts."""
    country = {entity.id: entity.country for entity in extraction.entities}
    served = {
        country.get(role.organization or "")
        for role in held
        if role.category in STATE_POSTS and role.confidence >= SURE
    }
    return {code for code in served if code is not None}


def _implied_countries(names: Iterable[Named]) -> list[Named]:
    known = country_by_iso()
    codes = {named.country for named in names if named.country in known and named.key.startswith(("place-", "org-"))}
    return [
        Named(
            entity=f"implied-{code}",
            key=country_key(code),
            type="Country",
            name=known[code].name,
            implied=True,
        )
        for code in sorted(filter(None, codes))
    ]


def _tellings(
    extraction: Extraction, facts: dict[str, str], entities: dict[str, Entity], keys: dict[str, str]
) -> Iterable[Telling]:
    about, article = extraction.article, article_key(extraction.article)
    wholes: dict[str, set[str]] = {}
    for part in extraction.parts:
        wholes.setdefault(part.part, set()).add(part.whole)
    around = scenes(extraction)
    exact = {one.id for one in entities.values() if _is_place(one) and not _is_wide(one)}
    at_home = homes(extraction, exact)
    for position, event in enumerate(extraction.events):
        report = facts[event.id].removeprefix("event-")
        parties = {Party(part.role, keys[part.entity]) for part in event.participants if part.entity is not None}
        yield Telling(
            report=report,
            article=article,
            order=(about.published or UNDATED, article, position),
            type=event.type,
            days=_days(event),
            modality=event.modality,
            polarity=event.polarity,
            parties=tuple(sorted(parties)),
            places=tuple(sorted({keys[place] for place in event.places})),
            exact=tuple(sorted({keys[place] for place in event.places if not _is_wide(entities[place])})),
            wider=tuple(sorted({(keys[p], keys[w]) for p in event.places for w in wholes.get(p, ())})),
            figures=tuple(
                Figure(count_name(report, count), count.kind, count.of, count.min, count.max, count.partial)
                for count in event.counts
            ),
            speaker=None if event.source is None else keys[event.source],
            cited=_cited(event, entities, keys),
            incident=event.incident or "",
            home=tuple(sorted({keys[place] for place in at_home[event.id].places})),
            denied=at_home[event.id].denied,
            harm=_harm(event, extraction.events),
            **around[event.id]._asdict(),
        )


def _holdings(extraction: Extraction, facts: dict[str, str], keys: dict[str, str]) -> Iterable[Holding]:
    published = extraction.article.published or UNDATED
    for role in extraction.roles:
        yield Holding(
            role=facts[role.id],
            published=published,
            person=keys[role.person],
            category=role.category,
            body="" if role.organization is None else keys[role.organization],
            title=role.title,
            status=role.status,
            since=role.start,
            until=role.until,
            courtesy=role.rule == "title-before-name",
        )


def _cited(event: Event, entities: dict[str, Entity], keys: dict[str, str]) -> str | None:
    if event.source is None or entities[event.source].type != "MediaOutlet":
        return None
    return keys[event.source]


def _days(event: Event) -> tuple[str, str] | None:
    return None if event.when is None else (event.when.earliest.isoformat(), event.when.latest.isoformat())


def _harm(event: Event, events: Iterable[Event]) -> tuple[tuple[CountKind, CountedGroup | None, int], ...]:
    """Return what the events of the incident of `event` count that are as real as it."""
    status = (event.incident, event.modality, event.polarity)
    sides = [one for one in events if event.incident and (one.incident, one.modality, one.polarity) == status]
    counts = (count for one in sides for count in one.counts if not count.partial)
    return tuple(sorted({(count.kind, count.of, count.min) for count in counts}, key=str))


def _is_place(entity: Entity) -> bool:
    return entity.type in ("Place", "Facility")


def _is_wide(place: Entity) -> bool:
    return place.precision in _WIDE or place.type == "Country"


def telling_to_json(telling: Telling) -> str:
    """Return `telling` as JSON."""
    return json.dumps({name: getattr(telling, name) for name in Telling.__slots__}, ensure_ascii=False)


def telling_from_json(line: str) -> Telling:
    """Read what `telling_to_json` wrote."""
    value: dict[str, Any] = json.loads(line)
    return Telling(
        **value
        | {
            "order": tuple(value["order"]),
            "days": None if value["days"] is None else tuple(value["days"]),
            "parties": tuple(Party(*party) for party in value["parties"]),
            "places": tuple(value["places"]),
            "exact": tuple(value["exact"]),
            "sites": tuple(value["sites"]),
            "home": tuple(value["home"]),
            "harm": tuple((kind, of, least) for kind, of, least in value["harm"]),
            "wider": tuple((part, whole) for part, whole in value["wider"]),
            "figures": tuple(Figure(*figure) for figure in value["figures"]),
        }
    )
