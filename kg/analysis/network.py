"""One network of people, organizations, places and events, every tie with the sentences that it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from kg.queries import load, run
from kg.store import Store, Value
from kg.vocabulary import PREFIXES

type Row = Mapping[str, Value | None]

_KINDS = {
    PREFIXES["foaf"] + "Person": "person",
    PREFIXES["geo"] + "Feature": "place",
    PREFIXES["ckg"] + "Country": "place",
    PREFIXES["ckg"] + "Facility": "place",
    PREFIXES["ckg"] + "Weapon": "other",
}
"""Kinds of things by their class; every other class is a kind of organization or group."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One sentence for a fact: `text` is what it says, `confidence` lies in [0, 1], the rest tells the article."""

    text: str
    confidence: float
    article: str
    headline: str
    publisher: str
    published: str
    url: str


def actor_network(store: Store) -> nx.MultiDiGraph:
    """Return everything in `store` as one network.

    Nodes are IRIs with the attributes `kind` (person, organization, place, event, other), `type` (class of the
    ontology), `label`, `evidence` and `statements` (the evidence of what it said); events also have `earliest` and
    `latest` (ISO dates or ""), `modality` and `polarity`. Edges have `tie` (post, party, place, source), `label` and
    `evidence`.
    """
    graph = nx.MultiDiGraph()
    _add_things(graph, _rows(store, "network-things"))
    _add_happenings(graph, _rows(store, "network-happenings"))
    _add_parties(graph, _rows(store, "network-parties"))
    _add_posts(graph, _rows(store, "network-posts"))
    _add_statements(graph, _rows(store, "network-statements"))
    _close(graph)
    return graph


def busiest(graph: nx.MultiDiGraph, most: int) -> nx.MultiDiGraph:
    """Return the part of `graph` among its `most` nodes with the most ties; nodes without any are left out."""
    return graph.subgraph([node for node in by_degree(graph)[:most] if graph.degree(node)]).copy()


def by_degree(graph: nx.MultiDiGraph) -> list[str]:
    """Return the nodes of `graph` by how many ties they have (degree), the most first, then by IRI."""
    return sorted(graph, key=lambda node: (-graph.degree(node), node))


def _rows(store: Store, name: str) -> list[dict[str, Value | None]]:
    return run(store, load(name)).dicts()


def _local(iri: Value | None) -> str:
    """Return the part of an IRI after its last # or /.

    >>> _local("https://w3id.org/conflict-kg/ontology#Talks")
    'Talks'
    """
    return str(iri).replace("#", "/").rsplit("/", 1)[-1]


def evidence_of(row: Row, *, text: str = "sentence") -> Evidence:
    """Return the evidence that a row of a network query gives; its words are those of the column `text`."""

    def word(key: str) -> str:
        value = row[key]
        return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)

    confidence = row["confidence"]
    return Evidence(
        text=word(text),
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
        article=word("article"),
        headline=word("headline"),
        publisher=word("publisher"),
        published=word("published"),
        url=word("url"),
    )


def _add_things(graph: nx.MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        iri = str(row["thing"])
        if iri not in graph:
            class_ = str(row["class"])
            graph.add_node(
                iri,
                kind=_KINDS.get(class_, "organization"),
                type=_local(class_),
                label=str(row["name"]),
                evidence={},
                statements=[],
            )


def _add_happenings(graph: nx.MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        iri = str(row["happening"])
        earliest, latest = (str(row[key] or "") for key in ("earliest", "latest"))
        type_ = _local(row["class"])
        if iri not in graph:
            graph.add_node(
                iri,
                kind="event",
                type=type_,
                label=f"{type_} {earliest}".strip(),
                earliest=earliest,
                latest=latest,
                modality=_local(row["modality"]),
                polarity=_local(row["polarity"]),
                evidence={},
                statements=[],
            )
        found = evidence_of(row)
        graph.nodes[iri]["evidence"][found] = None
        if row["source"] is not None and str(row["source"]) in graph:
            _tie(graph, (str(row["source"]), iri), tie="source", label="says", evidence=found)


def _add_parties(graph: nx.MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        event, thing, role = str(row["happening"]), str(row["thing"]), _local(row["role"])
        if event in graph and thing in graph:
            place = role == "hasPlace"
            for found in graph.nodes[event]["evidence"]:
                tie, label = ("place", "at") if place else ("party", role)
                _tie(graph, (event, thing), tie=tie, label=label, evidence=found)


def _add_posts(graph: nx.MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        person, organization = str(row["person"]), row["organization"]
        status = _local(row["status"])
        title = str(row["title"])
        label = title if status in ("current", "unknown") else f"{title} ({status})"
        found = evidence_of(row)
        if person not in graph:
            continue
        if organization is None or str(organization) not in graph:
            graph.nodes[person]["evidence"][found] = None
        else:
            _tie(graph, (person, str(organization)), tie="post", label=label, evidence=found)


def _add_statements(graph: nx.MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        if (speaker := str(row["speaker"])) in graph:
            graph.nodes[speaker]["statements"].append(evidence_of(row, text="content"))


def _tie(graph: nx.MultiDiGraph, ends: tuple[str, str], *, tie: str, label: str, evidence: Evidence) -> None:
    """Add a tie, or further evidence to the one that is there."""
    start, end = ends
    key = f"{tie}:{label}"
    if graph.has_edge(start, end, key):
        graph.edges[start, end, key]["evidence"][evidence] = None
    else:
        graph.add_edge(start, end, key, tie=tie, label=label, evidence={evidence: None})


def _close(graph: nx.MultiDiGraph) -> None:
    """Make tuples of the evidence, which was gathered as keys so that none is sought in all that came before it."""
    for _, attributes in graph.nodes(data=True):
        attributes["evidence"] = tuple(attributes["evidence"])
        attributes["statements"] = tuple(attributes["statements"])
    for _, _, attributes in graph.edges(data=True):
        attributes["evidence"] = tuple(attributes["evidence"])
