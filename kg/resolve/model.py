"""What resolution gives: entities and happenings that articles share, and every join with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.records.model import CountedGroup, CountKind, Interval, Modality, Polarity, Precision
from kg.resolve.traces import Party


class Name(NamedTuple):
    """A name that articles use for an entity: its key, the commonest wording, and in how many articles it stands."""

    key: str
    wording: str
    articles: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """A decision: what `of` stands for is one thing, the entity or happening `into`.

    `of` are keys of names (one: its use in several articles), or of event reports. `score` lies in (0, 1], `reason`
    is a few words for people, `rule` the name of what decided ("curation": a person did).
    """

    of: tuple[str, ...]
    into: str
    score: float
    reason: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A decision: the name with the key `name`, of the entity `into`, is the known entry of `ids`.

    Where it is `open`, none of the `ids` was taken: several fit, or one that the name alone does not tell.
    """

    name: str
    into: str
    ids: tuple[str, ...]
    score: float
    reason: str
    rule: str
    open: bool


Matter = Literal["count", "date", "place", "party", "modality", "polarity", "holder", "status", "death"]
"""What two reports may contradict each other in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """Two facts of which both cannot be right, by the names of their nodes, and why, in words for people."""

    matter: Matter
    one: str
    other: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Tenure:
    """That a person held a post, and what is known of when; open ends are None.

    `since` and `until` are TIMEX3 values that reports give; `first_held` and `last_held` the days (ISO) of the first
    and last
    report that the person holds it, `ended_before` that of the first one that calls them former. `begin` and `end`
    name the role reports that show the ends. `number` tells several tenures of one post apart.
    """

    person: str
    number: int
    category: str
    body: str | None
    title: str
    since: str | None
    first_held: str | None
    last_held: str | None
    until: str | None
    ended_before: str | None
    begin: str | None
    end: str | None
    reports: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedEntity:
    """One person, organization, place ... as all articles together name it.

    `key` is the key of one of its `names`, which stands for it; `part_of` is the key of the country that it lies in or
    belongs to, None where none is known. `tenures` are those of the person that it is; `contradictions` are between
    reports of its posts. `identifiers` are ids of known entries that are no IRIs; `matches` say why it has them.
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
    names: tuple[Name, ...]
    tenures: tuple[Tenure, ...]
    contradictions: tuple[Contradiction, ...]
    joins: tuple[Join, ...]
    identifiers: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()


class Origin(NamedTuple):
    """Where a report comes from, and the outlet that printed it.

    `source` is the outlet it cites, or the one that printed its text first (an article's key where no outlet is known).
    """

    source: str
    outlet: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyGroup:
    """Articles that print one text, the first published of them, and why each is taken for a copy."""

    key: str
    articles: tuple[str, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Toll:
    """How many of one kind of people something befell in a happening: the lowest, best and highest figure.

    Claims are names of the nodes of figures; those of `by_attacker` are claimed by who did it, of `by_attacked` by
    whom it was done to.
    """

    kind: CountKind
    of: CountedGroup | None
    low: int
    best: int
    high: int
    low_claim: str
    best_claim: str
    high_claim: str
    claims: tuple[str, ...]
    by_attacker: tuple[str, ...]
    by_attacked: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One event in the world with all reports of it, the first published one first.

    `key` is that of the first report. `parties` and `places` are what the reports together say, `type` is the narrowest
    of their classes. `sources` are the independent ones, keys of outlets or, where none is known, of articles, out
    of which `articles` tell of it; `circular` says that outlets only cite each other.
    """

    key: str
    type: str
    reports: tuple[str, ...]
    parties: tuple[Party, ...]
    places: tuple[str, ...]
    when: Interval | None
    modality: Modality
    polarity: Polarity
    sources: tuple[str, ...]
    articles: int
    circular: bool
    tolls: tuple[Toll, ...]
    contradictions: tuple[Contradiction, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """Who is who and what is one happening, in a set of articles.

    `keys` gives for each article (by its key) the key of the shared entity of each of its entities (by its id).
    """

    keys: Mapping[str, Mapping[str, str]]
    entities: tuple[SharedEntity, ...]
    happenings: tuple[Happening, ...]
    copies: tuple[CopyGroup, ...]

    @property
    def joins(self) -> tuple[Join, ...]:
        """Every join of entities, then of happenings."""
        things: tuple[SharedEntity | Happening, ...] = (*self.entities, *self.happenings)
        return tuple(join for thing in things for join in thing.joins)


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What is no longer as it was: heads of entities, happenings and groups of copies (their first articles).

    `articles` are those in which an entity has another head.
    """

    entities: frozenset[str]
    entities_gone: frozenset[str]
    happenings: frozenset[str]
    happenings_gone: frozenset[str]
    copies: frozenset[str]
    copies_gone: frozenset[str]
    articles: frozenset[str]
