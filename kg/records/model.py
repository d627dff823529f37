"""The records themselves: frozen, keyword-only, built from plain values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Status = Literal["current", "former", "acting", "incoming", "unknown"]
Modality = Literal["actual", "planned", "proposed", "demanded", "threatened", "hypothetical"]
Polarity = Literal["positive", "negative"]
ParticipantRole = Literal["actor", "target", "victim", "participant", "mediator", "beneficiary", "instrument", "object"]
CountKind = Literal["killed", "injured", "captured", "displaced", "missing", "exchanged", "other"]
CountedGroup = Literal[
    "civilians", "combatants", "police", "children", "women", "aidWorkers", "healthWorkers", "journalists"
]
SiteRelation = Literal[
    "near",
    "outskirts",
    "northOf",
    "southOf",
    "eastOf",
    "westOf",
    "northeastOf",
    "northwestOf",
    "southeastOf",
    "southwestOf",
    "between",
    "offshore",
    "border",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["point", "city", "district", "region", "country"]


class Span(NamedTuple):
    """Half-open character offsets `[start, end)` into the article's text."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One article as extraction reads it.

    `published` is an ISO 8601 date or date-time, or None when unknown; `sha256` is the hex digest of the UTF-8 text.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """One person, organization, place or other thing of an article, with all its mentions together.

    `type` is a class of the ontology. `same_as` holds IRIs in GeoNames and other catalogues. `lat` and `lon` are WGS 84
    degrees; `precision` says how large the place is that they stand for. `country` is an ISO 3166-1 alpha-2 code.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Timex:
    """A temporal expression as TIMEX3 (ISO-TimeML) types and writes it."""

    id: str
    start: int
    end: int
    type: TimexType
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """A post: who held what title in which organization. `start` and `until` are TIMEX3 values (JSON: from, until)."""

    id: str
    person: str
    title: str
    category: str
    organization: str | None
    status: Status
    evidence: Span
    confidence: float
    rule: str
    start: str | None = None
    until: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """A party of an event; `entity` is None for a participant that is no entity, its span is always given."""

    role: ParticipantRole
    entity: str | None
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """How many were killed, injured ...: a range, where `max` is None for "at least".

    `of` says who was counted, None where it is people of any kind. `partial` is true where another count of the same
    event contains this one: the two of "killed five people, including two children".
    """

    kind: CountKind
    min: int
    max: int | None
    start: int
    end: int
    of: CountedGroup | None = None
    partial: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """How the spot of an event lies to a place of it, where it is not in it: "near Brenik", "north of the capital"."""

    place: str
    relation: SiteRelation
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """The earliest and the latest day, inclusive, on which something can have happened."""

    earliest: date
    latest: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A report of an event. `date` names a Timex, `places` and `source` name entities of the same extraction.

    `sites` has an entry for each place that the event was not in, but near, north of, on the outskirts of .... `opens`
    and `closes` name the roles that somebody takes up or leaves by it.
    """

    id: str
    type: str
    trigger: Span
    participants: tuple[Participant, ...]
    date: str | None
    when: Interval | None
    places: tuple[str, ...]
    modality: Modality
    polarity: Polarity
    source: str | None
    incident: str | None
    counts: tuple[Count, ...]
    evidence: Span
    confidence: float
    rule: str
    sites: tuple[Site, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """Who said what: `content` is the quote or reported clause, `cue` the reporting words, `speaker` an entity."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: Span
    direct: bool
    date: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Containment:
    """A place inside another place, or a body inside another body: the entity `part` belongs to the entity `whole`."""

    id: str
    part: str
    whole: str
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Extraction:
    """Everything found in one article. `model` and `software` name what read it, for provenance."""

    article: Article
    entities: tuple[Entity, ...] = ()
    dates: tuple[Timex, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    parts: tuple[Containment, ...] = ()
    model: str = ""
    software: str = ""
