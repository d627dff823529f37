"""What resolution gives: entities and happenings that articles share, and every join with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.records.model import Interval, Modality, ParticipantRole, Polarity, Precision


class Report(NamedTuple):
    """One record of one article: the article's key, and the event's key or the entity's id ("e3") there."""

    article: str
    record: str


class Party(NamedTuple):
    """Who took part in a happening, and how; `entity` is a canonical key."""

    role: ParticipantRole
    entity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedEntity:
    """One person, organization, place ... as all articles together name it.

    `key` is its canonical key (`kg.resolve.keys.entity_key`); `articles` are the keys of the articles that name it,
    `part_of` is the key of the country that it lies in or belongs to.
    """

    key: str
    type: str
    name: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    lat: float | None
    lon: float | None
    precision: Precision | None
    part_of: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One event in the world with all reports of it, the first published one first.

    `parties` and `places` are what the reports together say; `sources` counts the independent ones, publishers where
    they are known and articles where they are not.
    """

    type: str
    reports: tuple[Report, ...]
    parties: tuple[Party, ...]
    places: tuple[str, ...]
    when: Interval | None
    modality: Modality
    polarity: Polarity
    sources: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """A decision: the entity or event `report` tells of is the one that `into` stands for.

    `into` is an entity's canonical key or the first report of a happening; `score` lies in (0, 1], `reason` is a few
    words for people.
    """

    report: Report
    into: str | Report
    score: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """Who is who and what is one happening, in a set of articles.

    `keys` gives for each article (by its key) the canonical key of each of its entities (by its id).
    """

    keys: Mapping[str, Mapping[str, str]]
    entities: tuple[SharedEntity, ...]
    happenings: tuple[Happening, ...]
    joins: tuple[Join, ...]
