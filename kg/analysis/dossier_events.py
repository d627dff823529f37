"""Happenings and statements as records for dossiers."""

import re
from collections import defaultdict
from collections.abc import Mapping

from kg.analysis.calendar import Holding
from kg.analysis.dossier_records import Article, Claim, Event, Post, Proof, Ref, Remark, Telling, Term, Toll
from kg.analysis.dossier_rows import Row, Things, by_key, local, number, proof, rows_of, text
from kg.store import Store

SHORTEST = 3
"""Letters of a name that is looked for in a statement: shorter ones are found in what they are no names in."""


def reports(store: Store, known: Mapping[str, Article]) -> dict[str, Proof]:
    """Return the sentence of every report of a happening by its IRI."""
    return {
        str(row["report"]): proof(row, known, fact="report")
        for row in rows_of(store, "page-dossier-reports")
        if str(row["article"]) in known
    }


def tellings(store: Store, things: Things, told: Mapping[str, Proof]) -> dict[str, list[Telling]]:
    """Return the reports by happening, by the day they were published."""
    words: dict[str, dict[Ref, None]] = defaultdict(dict)
    firsts: dict[str, Row] = {}
    for row in rows_of(store, "page-dossier-reports"):
        if (report := str(row["report"])) in told:
            firsts.setdefault(report, row)
            words[report] |= dict.fromkeys(things.some(row["source"]))
    found = by_key(
        firsts.values(),
        "happening",
        lambda row: Telling(
            proof=told[str(row["report"])],
            according=tuple(words[str(row["report"])]),
            date=text(row["date"]),
            modality=local(row["modality"]),
            polarity=local(row["polarity"]),
        ),
    )
    for told_of in found.values():
        told_of.sort(key=lambda one: (one.proof.article.published, one.proof.article.iri, one.proof.fact))
    return found


def events(
    store: Store,
    things: Things,
    told: Mapping[str, list[Telling]],
    figures: tuple[Mapping[str, list[Toll]], Mapping[str, list[Claim]]],
) -> dict[str, Event]:
    """Return every happening by its IRI, the latest first, those without a day last; `figures` are tolls and claims."""
    relations = {(str(row["happening"]), str(row["place"])): text(row["relation"]) for row in _sites(store)}
    parties: dict[str, dict[tuple[str, Ref], None]] = defaultdict(dict)
    spots: dict[str, dict[tuple[str, Ref], None]] = defaultdict(dict)
    for row in rows_of(store, "network-parties"):
        happening, role = str(row["happening"]), local(row["role"])
        for thing in things.some(row["thing"]):
            if role == "hasPlace":
                spots[happening][relations.get((happening, thing.iri), ""), thing] = None
            else:
                parties[happening][role, thing] = None
    unnamed = by_key(
        rows_of(store, "page-dossier-unnamed"), "happening", lambda row: (local(row["role"]), text(row["words"]))
    )
    tolls, claims = figures
    found: dict[str, Event] = {}
    for row in rows_of(store, "page-dossier-happenings"):
        iri = str(row["happening"])
        found[iri] = Event(
            iri=iri,
            type=local(row["class"]),
            earliest=text(row["earliest"]),
            latest=text(row["latest"]),
            modality=local(row["modality"]),
            polarity=local(row["polarity"]),
            sources=number(row["sources"]),
            circular=row["circular"] is True,
            parties=tuple(parties[iri]),
            unnamed=tuple(unnamed[iri]),
            spots=tuple(spots[iri]),
            tellings=tuple(told.get(iri, ())),
            tolls=tuple(tolls.get(iri, ())),
            claims=tuple(claims.get(iri, ())),
        )
    by_name = sorted(found.values(), key=lambda one: (one.type, one.iri))
    return {one.iri: one for one in sorted(by_name, key=lambda one: (one.earliest, one.latest), reverse=True)}


def _sites(store: Store) -> list[Row]:
    return list(reversed(rows_of(store, "page-map-sites")))


def terms(store: Store, things: Things, posts: Mapping[str, Post], holdings: Mapping[str, Holding]) -> list[Term]:
    """Return every tenure, the latest beginning first."""
    found: dict[str, Term] = {}
    for row in rows_of(store, "page-dossier-tenures"):
        person = things.one(row["person"])
        if person is None:
            continue
        begin, end = posts.get(text(row["begin"])), posts.get(text(row["end"]))
        days = {column: text(row[column]) for column in ("since", "first_held", "last_held", "until", "ended_before")}
        term = Term(
            iri=str(row["tenure"]),
            person=person,
            body=things.one(row["organization"]),
            title=text(row["title"]),
            reports=number(row["reports"]),
            begin=begin.proof if begin else None,
            end=end.proof if end else None,
            holding=holdings.get(str(row["tenure"])),
            **days,
        )
        found.setdefault(term.iri, term)
    by_name = sorted(found.values(), key=lambda one: (one.person.name, one.title, one.iri))
    return sorted(by_name, key=lambda one: one.holding.earliest if one.holding else "", reverse=True)


def remarks(
    store: Store, things: Things, known: Mapping[str, Article], mentions: Mapping[str, list[str]]
) -> list[Remark]:
    """Return every statement, the latest published first; `mentions` are the things that each article names."""
    names = {article: _names(things, of) for article, of in mentions.items()}
    found: dict[str, Remark] = {}
    for row in rows_of(store, "page-dossier-statements"):
        iri, article, content = str(row["statement"]), str(row["article"]), text(row["content"])
        if iri in found or article not in known:
            continue
        speaker = things.one(row["speaker"])
        named = {thing for name, thing in names.get(article, {}).items() if name in content and _stands(name, content)}
        found[iri] = Remark(
            speaker=speaker,
            content=content,
            direct=row["direct"] is True,
            cue=text(row["cue"]),
            date=text(row["date"]),
            named=tuple(sorted(named - {speaker}, key=lambda one: (one.name, one.iri))),
            proof=proof(row, known, fact="statement"),
        )
    by_fact = sorted(found.values(), key=lambda one: (one.proof.article.iri, one.proof.fact))
    return sorted(by_fact, key=lambda one: one.proof.article.published, reverse=True)


def _names(things: Things, mentioned: list[str]) -> dict[str, Ref]:
    """Return who is called what among the things of one article, without names that several of them have."""
    called: dict[str, set[Ref]] = defaultdict(set)
    for iri in mentioned:
        for thing in things.some(iri):
            for name in (thing.name, *things.aliases(iri)):
                if len(name) >= SHORTEST and name != name.lower():
                    called[name].add(thing)
    return {name: thing for name, (thing, *others) in ((n, list(t)) for n, t in called.items()) if not others}


def _stands(name: str, content: str) -> bool:
    """Say whether `name` stands in `content` as words of its own, not within a longer one."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", content) is not None
