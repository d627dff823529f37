"""All that the graph says of one thing or happening, gathered for everything at once: few queries, grouped here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.analysis import dossier_events as happened
from kg.analysis import dossier_rows as read
from kg.analysis.calendar import Area, areas, tenures
from kg.analysis.dossier_records import Article, Clash, Dossier, Event, Joined, Part, Post, Proof, Remark, Term
from kg.store import Store

QUERIES = (
    *("page-dossier-articles", "page-dossier-mentions", "page-dossier-things", "page-dossier-posts"),
    *("page-tenures", "page-dossier-tenures", "page-dossier-happenings", "page-dossier-reports"),
    *("network-parties", "page-dossier-unnamed", "page-map-places", "page-map-sites", "page-tolls"),
    *("page-dossier-claims", "page-dossier-statements", "page-dossier-contradictions", "page-dossier-joins"),
    "page-dossier-parts",
)
"""The named queries that dossiers are gathered from."""

type Grouped[T] = Mapping[str, tuple[T, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Facts:
    """Everything in the graph, by the IRI of what it is about."""

    things: read.Things
    areas: Mapping[str, Area]
    events: Mapping[str, Event]
    naming: Grouped[Article]
    printed: Grouped[Article]
    terms: Grouped[Term]
    posts: Grouped[Post]
    taking_part: Grouped[Event]
    said: Grouped[Remark]
    said_of: Grouped[Remark]
    clashes: Grouped[Clash]
    joins: Grouped[Joined]
    parts: Grouped[Part]
    wholes: Grouped[Part]


def dossiers(store: Store) -> dict[str, Dossier]:
    """Return the dossier of every person, body, place and happening in `store` by IRI, sorted by IRI."""
    facts = _gather(store)
    found = {iri: _of_thing(iri, facts) for iri in facts.things.refs}
    found |= {iri: _of_event(event, facts) for iri, event in facts.events.items()}
    return dict(sorted(found.items()))


def independent(articles: Iterable[Article]) -> int:
    """Return how many independent sources `articles` have: a text counts once, whoever prints it, an outlet once."""
    texts: dict[str, Article] = {}
    for article in _by_date(articles):
        texts.setdefault(article.copies or article.iri, article)
    return len({article.origin for article in texts.values()})


def _gather(store: Store) -> _Facts:
    known, things = read.articles(store), read.Things(store)
    mentions = read.by_key(read.rows_of(store, "page-dossier-mentions"), "article", lambda row: str(row["thing"]))
    posts = read.posts(store, things, known)
    terms = happened.terms(store, things, posts, {one.iri: one for one in tenures(store)})
    told = happened.reports(store, known)
    figures = read.tolls(store), read.claims(store, things, told)
    events = happened.events(store, things, happened.tellings(store, things, told), figures)
    said = happened.remarks(store, things, known, mentions)
    parts = read.parts(store, things, known)
    newest_first = sorted(posts.values(), key=lambda one: (one.proof.article.published, one.proof.fact), reverse=True)
    return _Facts(
        things=things,
        areas={area.iri: area for area in areas(store)},
        events=events,
        naming=_grouped((iri, known[key]) for key, named in mentions.items() if key in known for iri in named),
        printed=_grouped((one.outlet, one) for one in known.values() if one.outlet),
        terms=_grouped((ref.iri, one) for one in terms for ref in (one.person, one.body) if ref),
        posts=_grouped((ref.iri, one) for one in newest_first for ref in (one.person, one.body) if ref),
        taking_part=_grouped((ref.iri, one) for one in events.values() for _, ref in (*one.parties, *one.spots)),
        said=_grouped((one.speaker.iri, one) for one in said if one.speaker),
        said_of=_grouped((ref.iri, one) for one in said for ref in one.named),
        clashes=_clashes(store, told | {iri: post.proof for iri, post in posts.items()}),
        joins={iri: tuple(made) for iri, made in read.joins(store).items()},
        parts=_grouped((one.whole.iri, one) for one in parts),
        wholes=_grouped((one.part.iri, one) for one in parts),
    )


def _of_thing(iri: str, facts: _Facts) -> Dossier:
    ref, things = facts.things.refs[iri], facts.things
    posts, events = facts.posts.get(iri, ()), facts.taking_part.get(iri, ())
    said, said_of, parts, wholes = (
        facts.said.get(iri, ()),
        facts.said_of.get(iri, ()),
        facts.parts.get(iri, ()),
        facts.wholes.get(iri, ()),
    )
    proofs = [telling.proof for event in events for telling in event.tellings]
    proofs += [one.proof for facts_of in (posts, said, said_of, parts, wholes) for one in facts_of]
    articles = _by_date({*facts.naming.get(iri, ()), *(one.article for one in proofs)})
    return Dossier(
        iri=iri,
        name=ref.name,
        kind=ref.kind,
        type=things.types[iri],
        aliases=things.aliases(iri),
        matches=things.matches(iri),
        within=things.within(iri),
        areas=_areas(events, facts) if ref.kind in {"person", "organization"} else _area(iri, facts),
        articles=articles,
        printed=facts.printed.get(iri, ()),
        sources=independent(articles),
        terms=facts.terms.get(iri, ()),
        posts=posts,
        events=events,
        said=said,
        said_of=said_of,
        clashes=facts.clashes.get(iri, ()),
        joins=facts.joins.get(iri, ()),
        parts=parts,
        wholes=wholes,
    )


def _of_event(event: Event, facts: _Facts) -> Dossier:
    return Dossier(
        iri=event.iri,
        name="",
        kind="event",
        type=event.type,
        areas=_areas([event], facts),
        articles=_by_date({one.proof.article for one in event.tellings}),
        sources=event.sources,
        events=(event,),
        clashes=facts.clashes.get(event.iri, ()),
        joins=facts.joins.get(event.iri, ()),
    )


def _area(iri: str, facts: _Facts) -> tuple[Area, ...]:
    return (facts.areas[iri],) if iri in facts.areas else ()


def _areas(events: Iterable[Event], facts: _Facts) -> tuple[Area, ...]:
    """Return where `events` were, by name."""
    found = {area for event in events for _, spot in event.spots for area in _area(spot.iri, facts)}
    return tuple(sorted(found, key=lambda area: (area.name, area.iri)))


def _clashes(store: Store, proofs: Mapping[str, Proof]) -> Grouped[Clash]:
    """Return the contradictions by what they are about."""
    sides: dict[str, dict[Proof, None]] = defaultdict(dict)
    firsts: dict[str, read.Row] = {}
    for row in read.rows_of(store, "page-dossier-contradictions"):
        firsts.setdefault(str(row["contradiction"]), row)
        if (side := proofs.get(str(row["report"]))) is not None:
            sides[str(row["contradiction"])][side] = None
    return _grouped(
        (
            str(row["about"]),
            Clash(matter=read.text(row["matter"]), reason=read.text(row["reason"]), proofs=tuple(sides[iri])),
        )
        for iri, row in firsts.items()
    )


def _grouped[T](pairs: Iterable[tuple[str, T]]) -> Grouped[T]:
    found: dict[str, dict[T, None]] = defaultdict(dict)
    for iri, value in pairs:
        found[iri][value] = None
    return {iri: tuple(values) for iri, values in found.items()}


def _by_date(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda one: (one.published, one.iri)))
