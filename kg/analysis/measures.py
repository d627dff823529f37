"""Who is central, who belongs together, and when: measures on the network of actors (`kg.analysis.actor_ties`)."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import networkx as nx

from kg.analysis.network import Evidence
from kg.analysis.results import Results

Centrality = Literal["degree", "betweenness", "closeness", "eigenvector"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rank:
    """An actor with its value of a measure."""

    actor: str
    value: float
    iri: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Community:
    """Actors that have more to do with each other than with the rest, the best tied first."""

    number: int
    size: int
    actors: tuple[str, ...]
    iris: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """Two people with posts in the same bodies, and the sentences that say so."""

    one: str
    other: str
    bodies: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Slice:
    """How many ties of each kind there are in a stretch of time, and the network of that time."""

    period: str
    actors: int
    ties: int
    talks: int
    cooperation: int
    pressure: int
    attacks: int


def weighted(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return `graph` with one undirected edge for each pair that is tied; `weight` is how many ties the pair has."""
    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph.nodes(data=True)))
    for start, end in sorted((start, end) for start, end, _ in graph.edges(keys=True) if start != end):
        known = simple.get_edge_data(start, end, {"weight": 0})["weight"]
        simple.add_edge(start, end, weight=known + 1)
    return simple


def centrality(graph: nx.MultiDiGraph, measure: Centrality = "degree") -> Results[Rank]:
    """Return the actors by how central they are, the most central first.

    Args:
        graph: what `actor_ties` returns; directions and repeated ties do not count, unless said otherwise.
        measure: "degree", the share of the other actors that one is tied to; "betweenness", the share of shortest paths
            between others that lead through one; "closeness", the inverse of the mean distance to the actors one can
            reach, scaled by their share (Wasserman and Faust 1994); all three after Freeman (1978/79), "Centrality in
            Social Networks". "eigenvector", by the centrality of those one is tied to, each tie counted (Bonacich 1987,
            "Power and Centrality").
    """
    simple = weighted(graph)
    if len(simple) < 2:  # noqa: PLR2004  # nobody is central among fewer than two
        return Results(Rank(actor=name, value=0.0, iri=iri) for iri, name in simple.nodes(data="label"))
    values: dict[str, float]
    if measure == "degree":
        values = nx.degree_centrality(simple)
    elif measure == "betweenness":
        values = nx.betweenness_centrality(simple)
    elif measure == "closeness":
        values = nx.closeness_centrality(simple, wf_improved=True)
    else:
        values = _eigenvector(simple)
    ranks = [Rank(actor=graph.nodes[iri]["label"], value=value, iri=iri) for iri, value in values.items()]
    return Results(sorted(ranks, key=lambda rank: (-round(rank.value, 9), rank.iri)))


def _eigenvector(simple: nx.Graph) -> dict[str, float]:
    """Return eigenvector centralities of the largest component, 0 elsewhere: across components there are none."""
    largest = max(nx.connected_components(simple), key=lambda nodes: (len(nodes), sorted(nodes)))
    found = nx.eigenvector_centrality(simple.subgraph(sorted(largest)), max_iter=2000, tol=1e-6, weight="weight")
    return {iri: found.get(iri, 0.0) for iri in simple}


def communities(graph: nx.MultiDiGraph, *, resolution: float = 1.0) -> Results[Community]:
    """Return groups of actors with more ties inside than chance would give, the largest first.

    They maximise modularity (Newman and Girvan 2004) by the Louvain method (Blondel et al. 2008), with a fixed seed, so
    that the same graph gives the same groups. A higher `resolution` gives smaller ones.
    """
    simple = weighted(graph)
    if not simple.number_of_edges():
        return Results()
    groups = nx.community.louvain_communities(simple, weight="weight", resolution=resolution, seed=0)
    ordered = sorted((sorted(group, key=lambda iri: (-simple.degree(iri), iri)) for group in groups), key=_by_size)
    return Results(
        Community(
            number=number,
            size=len(group),
            actors=tuple(graph.nodes[iri]["label"] for iri in group),
            iris=tuple(group),
        )
        for number, group in enumerate(ordered, start=1)
    )


def _by_size(group: list[str]) -> tuple[int, str]:
    return -len(group), group[0]


def co_membership(graph: nx.MultiDiGraph) -> Results[Shared]:
    """Return pairs of people with posts in the same bodies, those who share most first.

    It is the projection of people and bodies on the people (Breiger 1974, "The Duality of Persons and Groups").
    That both held their posts at the same time is not asked: articles seldom say it.
    """
    people: dict[str, dict[str, list[Evidence]]] = {}
    for person, body, edge in graph.edges(data=True):
        if edge["tie"] == "membership":
            people.setdefault(body, {}).setdefault(person, []).extend(edge["evidence"])
    shared: dict[tuple[str, str], list[str]] = {}
    for body, members in sorted(people.items()):
        for pair in combinations(sorted(members), 2):
            shared.setdefault(pair, []).append(body)
    found = [
        Shared(
            one=graph.nodes[one]["label"],
            other=graph.nodes[other]["label"],
            bodies=tuple(graph.nodes[body]["label"] for body in bodies),
            evidence=tuple(item for body in bodies for who in (one, other) for item in people[body][who]),
        )
        for (one, other), bodies in shared.items()
    ]
    return Results(sorted(found, key=lambda pair: (-len(pair.bodies), pair.one, pair.other)))


def time_slices(graph: nx.MultiDiGraph, *, by: Literal["year", "month", "day"] = "month") -> Results[Slice]:
    """Return how many ties between how many actors there are in each year, month or day, in order of time.

    A tie counts where its earliest and latest day lie in one and the same period; ties without such days are left out,
    since nothing says where they belong.
    """
    length = {"year": 4, "month": 7, "day": 10}[by]
    ties: dict[str, list[tuple[str, str, str]]] = {}
    for start, end, edge in graph.edges(data=True):
        period = edge["earliest"][:length]
        if edge["event"] and period and period == edge["latest"][:length]:
            ties.setdefault(period, []).append((start, end, edge["tie"]))
    slices = []
    for period, found in sorted(ties.items()):
        kinds = Counter(tie for *_, tie in found)
        slices.append(
            Slice(
                period=period,
                actors=len({actor for start, end, _ in found for actor in (start, end)}),
                ties=len(found),
                **{kind: kinds[kind] for kind in ("talks", "cooperation", "pressure", "attacks")},
            )
        )
    return Results(slices)
