"""What a dossier is made of: every fact with its sentence and article, every party and place with its IRI."""

from dataclasses import dataclass

from kg.analysis.calendar import Area, Holding


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """An article; what is not known of it is empty. Those with the same `copies` print one text."""

    iri: str
    identifier: str
    sha256: str
    headline: str
    outlet: str
    publisher: str
    published: str
    url: str
    copies: str

    @property
    def origin(self) -> str:
        """What makes it independent of others: its outlet, itself where none is known."""
        return self.outlet or self.iri


@dataclass(frozen=True, kw_only=True, slots=True)
class Ref:
    """Something with a name that has a page of its own: `kind` is person, organization, place or other."""

    iri: str
    name: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """One fact's sentence, the article it stands in, how sure the reader was (0 to 1) and by which rule."""

    fact: str
    text: str
    confidence: float
    rule: str
    article: Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One report that somebody holds, held or will hold a post."""

    person: Ref
    body: Ref | None
    title: str
    status: str
    since: str
    until: str
    proof: Proof


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One person's time in a post with the reports of its ends, None where no report shows one.

    `since` and `until` are EDTF, the others ISO days. `holding` says the same for a picture; None without any date.
    """

    iri: str
    person: Ref
    body: Ref | None
    title: str
    since: str
    first_held: str
    last_held: str
    until: str
    ended_before: str
    reports: int
    begin: Proof | None
    end: Proof | None
    holding: Holding | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """One report of a happening, and on whose word, where the article names somebody."""

    proof: Proof
    according: tuple[Ref, ...]
    date: str
    modality: str
    polarity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A figure in one report; `most` is None for "at least"; another of the same report contains a `partial` one."""

    figure: str
    of: str
    least: int
    most: int | None
    partial: bool
    speakers: tuple[Ref, ...]
    proof: Proof


@dataclass(frozen=True, kw_only=True, slots=True)
class Toll:
    """What all claims of one kind together say: the lowest, the best supported and the highest figure."""

    figure: str
    of: str
    low: int
    best: int
    high: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One happening; `parties` are (role, thing), `unnamed` (role, words), `spots` (relation or "", place)."""

    iri: str
    type: str
    earliest: str
    latest: str
    modality: str
    polarity: str
    sources: int
    circular: bool
    parties: tuple[tuple[str, Ref], ...]
    unnamed: tuple[tuple[str, str], ...]
    spots: tuple[tuple[str, Ref], ...]
    tellings: tuple[Telling, ...]
    tolls: tuple[Toll, ...]
    claims: tuple[Claim, ...]

    @property
    def happened(self) -> bool:
        """Whether it is told as having happened: neither planned, demanded, threatened ... nor denied."""
        return self.modality == "actual" and self.polarity == "positive"


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """A statement; `named` are the things that its words name."""

    speaker: Ref | None
    content: str
    direct: bool
    cue: str
    date: str
    named: tuple[Ref, ...]
    proof: Proof


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """Two facts that cannot both be right, in what matter and why, and the sentences that say them."""

    matter: str
    reason: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """Names or reports taken for one: `sides` are (key for `kg different`, its words)."""

    score: float
    reason: str
    rule: str
    sides: tuple[tuple[str, str], ...]

    @property
    def undo(self) -> str:
        """The command that takes it apart; "" for one name in several articles, which has no two sides."""
        keys = [key for key, _ in self.sides]
        return f"kg different {keys[0]} {keys[1]}" if len(keys) > 1 else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A body that belongs to a larger one, or a place that lies in one, in one article's words."""

    part: Ref
    whole: Ref
    proof: Proof


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """All that the graph says of one thing, or of one happening (`kind` "event", then `events` is itself alone).

    `terms` and `posts` are those of a person, or those in a body; `said` is what it says, `said_of` what names it;
    `sources` counts the articles that do not copy each other by their outlets. `areas` are where a place lies, or where
    the events of a person or body were.
    """

    iri: str
    name: str
    kind: str
    type: str
    aliases: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    within: tuple[Ref, ...] = ()
    areas: tuple[Area, ...] = ()
    articles: tuple[Article, ...] = ()
    printed: tuple[Article, ...] = ()
    sources: int = 0
    terms: tuple[Term, ...] = ()
    posts: tuple[Post, ...] = ()
    events: tuple[Event, ...] = ()
    said: tuple[Remark, ...] = ()
    said_of: tuple[Remark, ...] = ()
    clashes: tuple[Clash, ...] = ()
    joins: tuple[Joined, ...] = ()
    parts: tuple[Part, ...] = ()
    wholes: tuple[Part, ...] = ()
