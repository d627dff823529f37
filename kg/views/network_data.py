"""What the network page draws: things, ties, and the facts that ties rest on, as rows for JSON.

A fact is an event, a post or what somebody said. A tie rests on one fact or more and is shown as long as one of them
passes the reader's filters; so every filter is asked of facts alone. The columns of the rows are those that
`kg/views/templates/network-model.js` reads.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.analysis import Evidence
from kg.analysis.quads import Quad, quads
from kg.analysis.ties import pairs

type Edge = tuple[str, str, str, str, bool, tuple[int, ...]]
"""Start and end, kind of tie, words on it ("" for those of its facts), whether it has a direction, its facts."""

OF_QUAD: Mapping[Quad, str] = {
    "verbal cooperation": "talks",
    "material cooperation": "cooperation",
    "verbal conflict": "pressure",
    "material conflict": "attacks",
}
"""The tie that an event is between two actors, by its quad (see `kg.analysis.quads`)."""

BETWEEN_ACTORS = ("talks", "cooperation", "pressure", "attacks", "shared", "post")
"""Ties that the view of the actors alone shows."""

WITH_EVENTS = ("party", "place", "source", "post")
"""Ties that the view with events as things shows."""

LONGEST_NAME = 160
"""Letters kept of a name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """What a tie or a thing is known by; `modality` is "" for no event, "denied" for one that did not happen."""

    label: str
    earliest: str = ""
    latest: str = ""
    modality: str = ""
    sources: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def confidence(self) -> float:
        """That of the surest sentence."""
        return max((item.confidence for item in self.evidence), default=0.0)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who published the articles."""
        return tuple(sorted({item.publisher for item in self.evidence} - {""}))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network taken apart for drawing; `own` are the facts of a thing itself: an event's own, or what one said."""

    facts: list[Fact] = field(default_factory=list)
    own: dict[str, tuple[int, ...]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def between(self, ties: Iterable[str]) -> nx.Graph:
        """Return who is tied to whom by `ties`; `weight` is how many facts there are."""
        wanted, graph = set(ties), nx.Graph()
        for start, end, tie, _, _, facts in self.edges:
            if tie in wanted and start != end:
                known = graph.edges[start, end]["weight"] if graph.has_edge(start, end) else 0
                graph.add_edge(start, end, weight=known + len(facts))
        return graph


def drawing_of(network: nx.MultiDiGraph) -> Drawing:
    """Return the facts and ties of `network` (see `kg.analysis.actor_network`), in an order of its own."""
    drawing = Drawing()
    for node in sorted(network):
        drawing.own[node] = tuple(_added(drawing, fact) for fact in _facts_of(network, node))
    _add_told_ties(drawing, network)
    _add_shared_ties(drawing, network)
    drawing.edges.sort()
    return drawing


def by_weight(graph: nx.Graph) -> list[str]:
    """Return the nodes by how much they are tied, the most first.

    One without a tie to those before it is followed by its busiest partner: so however many
    are drawn, hardly one stands alone.
    """
    weight: dict[str, int] = dict(graph.degree(weight="weight"))
    busiest = sorted(graph, key=lambda node: (-weight[node], node))
    place = {node: number for number, node in enumerate(busiest)}
    found: dict[str, None] = {}
    for node in busiest:
        alone = node not in found and found.keys().isdisjoint(graph[node])
        found.setdefault(node)
        if alone and (others := [other for other in graph[node] if other != node]):
            found.setdefault(min(others, key=place.__getitem__))
    return list(found)


def rows_of(
    network: nx.MultiDiGraph,
    drawing: Drawing,
    order: list[str],
    first: int,
    places: Iterable[Mapping[str, tuple[int, int]]],
) -> tuple[dict[str, Any], dict[str, Any], list[Fact]]:
    """Return the rows of the first things of `order`, those of the rest, and the facts in the order of both.

    Args:
        network: where `drawing` is from.
        drawing: facts and ties.
        order: all nodes, the most important first.
        first: how many of them are loaded at once.
        places: of each view, where the nodes are.
    """
    number = {node: place for place, node in enumerate(order)}
    edges = sorted(drawing.edges, key=lambda edge: (max(number[edge[0]], number[edge[1]]) >= first, edge))
    head = [edge for edge in edges if max(number[edge[0]], number[edge[1]]) < first]
    renumbered: dict[int, int] = {}

    def take(nodes: list[str], ties: list[Edge]) -> int:
        for facts in (*(drawing.own[node] for node in nodes), *(tie[5] for tie in ties)):
            for fact in facts:
                renumbered.setdefault(fact, len(renumbered))
        return len(renumbered)

    split = take(order[:first], head)
    take(order[first:], edges[len(head) :])
    facts = [drawing.facts[old] for old in renumbered]
    claimants = Counter(key for fact in facts for key in _claimants(fact))
    names = sorted(claimants, key=lambda key: (key[0], -claimants[key], key))
    claimant = {key: place for place, key in enumerate(names)}
    spots = tuple(places)

    def node_row(node: str) -> list[Any]:
        known = network.nodes[node]
        where = [value for of_view in spots for value in of_view.get(node, (0, 0))]
        own = [renumbered[fact] for fact in drawing.own[node]]
        return [node, _short(known["label"]), known["kind"], known["type"], *where, own]

    def fact_row(fact: Fact) -> list[Any]:
        by = sorted(claimant[key] for key in _claimants(fact))
        return [
            fact.label,
            fact.earliest,
            fact.latest,
            fact.modality,
            round(fact.confidence, 2),
            by,
            len(fact.evidence),
        ]

    def edge_row(edge: Edge) -> list[Any]:
        start, end, tie, label, directed, used = edge
        return [number[start], number[end], tie, _short(label), int(directed), [renumbered[fact] for fact in used]]

    core = {
        "nodes": [node_row(node) for node in order[:first]],
        "edges": [edge_row(edge) for edge in head],
        "facts": [fact_row(fact) for fact in facts[:split]],
        "claimants": [[kind, _name(network, kind, key)] for kind, key in names],
    }
    rest = {
        "nodes": [node_row(node) for node in order[first:]],
        "edges": [edge_row(edge) for edge in edges[len(head) :]],
        "facts": [fact_row(fact) for fact in facts[split:]],
    }
    return core, rest, facts


def _facts_of(network: nx.MultiDiGraph, node: str) -> list[Fact]:
    known = network.nodes[node]
    if known["kind"] == "event":
        sources = sorted({start for start, _, tie in network.in_edges(node, data="tie") if tie == "source"})
        return [
            Fact(
                label=known["type"],
                earliest=known["earliest"],
                latest=known["latest"],
                modality="denied" if known["polarity"] == "negative" else known["modality"],
                sources=tuple(sources),
                evidence=known["evidence"],
            )
        ]
    said = Fact(label="said", sources=(node,), evidence=known["statements"])
    return [fact for fact in (Fact(label="told of", evidence=known["evidence"]), said) if fact.evidence]


def _add_told_ties(drawing: Drawing, network: nx.MultiDiGraph) -> None:
    for start, end, known in network.edges(data=True):
        if known["tie"] == "post":
            days = sorted(item.published[:10] for item in known["evidence"] if item.published) or [""]
            fact = Fact(label=known["label"], earliest=days[0], latest=days[-1], evidence=known["evidence"])
            drawing.edges.append((start, end, "post", known["label"], True, (_added(drawing, fact),)))
        else:
            event = end if known["tie"] == "source" else start
            drawing.edges.append((start, end, known["tie"], known["label"], True, drawing.own[event]))


def _add_shared_ties(drawing: Drawing, network: nx.MultiDiGraph) -> None:
    """Tie the actors of each event to each other; events of one kind between the same two make one tie."""
    found: dict[tuple[str, str, str, bool], list[int]] = {}
    for event, known in sorted(network.nodes(data=True)):
        if known["kind"] != "event":
            continue
        quad = quads().get(known["type"])
        tie = OF_QUAD[quad] if quad else "shared"
        for start, end, directed in pairs(network, event, hostile=tie in ("pressure", "attacks")):
            found.setdefault((start, end, tie, directed), []).extend(drawing.own[event])
    for (start, end, tie, directed), facts in found.items():
        drawing.edges.append((start, end, tie, "", directed, tuple(facts)))


def _added(drawing: Drawing, fact: Fact) -> int:
    drawing.facts.append(fact)
    return len(drawing.facts) - 1


def _claimants(fact: Fact) -> list[tuple[str, str]]:
    return [*(("source", iri) for iri in fact.sources), *(("publisher", name) for name in fact.publishers)]


def _name(network: nx.MultiDiGraph, kind: str, key: str) -> str:
    return _short(network.nodes[key]["label"] if kind == "source" else key)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
