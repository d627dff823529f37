"""Alliances and hostilities: the network of actors with signs, and how balanced it is."""

from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.analysis.network import Evidence
from kg.analysis.results import Results

_TRIAD = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """What two actors have done with and to each other: `sign` is 1 for more cooperation than conflict, -1 for less."""

    one: str
    other: str
    sign: int
    cooperation: int
    conflict: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Balance:
    """How many triads of actors that all stand in a relation are balanced; `share` is None where there is no triad.

    A triad is balanced when the product of its three signs is positive: the friend of my friend is my friend, the enemy
    of my enemy is my friend. `strained` names the triads that are not.
    """

    triads: int
    balanced: int
    share: float | None
    strained: tuple[tuple[str, str, str], ...]


def signed(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return the actors of `graph` (what `actor_ties` returns) with one signed edge for each pair.

    Ties of cooperation count 1, ties of conflict -1, those of posts and words nothing; `sign` is that of their sum,
    and a pair whose sum is 0 has no edge. Edges have `cooperation`, `conflict` (how many ties) and `evidence`.
    The signs are those of Heider (1946) as a graph (Cartwright and Harary 1956, "Structural Balance").
    """
    found = nx.Graph()
    found.add_nodes_from(sorted(graph.nodes(data=True)))
    pairs: dict[tuple[str, str], list[dict[str, object]]] = {}
    for start, end, edge in graph.edges(data=True):
        if edge["event"] and edge["sign"] and start != end:
            pairs.setdefault((min(start, end), max(start, end)), []).append(edge)
    for (one, other), edges in sorted(pairs.items()):
        plus = sum(1 for edge in edges if edge["sign"] == 1)
        minus = len(edges) - plus
        if plus != minus:
            evidence = tuple(item for edge in edges for item in edge["evidence"])  # type: ignore[attr-defined]
            sign = 1 if plus > minus else -1
            found.add_edge(one, other, sign=sign, cooperation=plus, conflict=minus, evidence=evidence)
    return found


def relations(graph: nx.MultiDiGraph) -> Results[Relation]:
    """Return the pairs of `signed(graph)`: hostilities first, the plainest of each sign first."""
    network = signed(graph)
    found = [
        Relation(
            one=network.nodes[one]["label"],
            other=network.nodes[other]["label"],
            sign=edge["sign"],
            cooperation=edge["cooperation"],
            conflict=edge["conflict"],
            evidence=edge["evidence"],
        )
        for one, other, edge in network.edges(data=True)
    ]
    return Results(
        sorted(found, key=lambda pair: (pair.sign, -abs(pair.cooperation - pair.conflict), pair.one, pair.other))
    )


def balance(graph: nx.MultiDiGraph) -> Balance:
    """Return how balanced the relations in `graph` (what `actor_ties` returns) are.

    The share of balanced triads is the degree of balance of Cartwright and Harary (1956), over cycles of three.
    """
    network = signed(graph)
    labels = dict(network.nodes(data="label"))
    balanced, strained = 0, []
    for clique in nx.enumerate_all_cliques(network):
        if len(clique) > _TRIAD:
            break
        if len(clique) < _TRIAD:
            continue
        signs = [network.edges[pair]["sign"] for pair in combinations(clique, 2)]
        if signs[0] * signs[1] * signs[2] > 0:
            balanced += 1
        else:
            one, two, three = sorted(labels[iri] for iri in clique)
            strained.append((one, two, three))
    triads = balanced + len(strained)
    return Balance(
        triads=triads,
        balanced=balanced,
        share=balanced / triads if triads else None,
        strained=tuple(sorted(strained)),
    )
