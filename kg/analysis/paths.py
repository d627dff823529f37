"""Through whom two actors are linked, with the sentences of every step."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from kg.analysis.network import Evidence
from kg.analysis.results import Results


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One tie of a path: `start` and `end` as the path goes, whatever the direction of the tie."""

    path: int
    start: str
    tie: str
    end: str
    evidence: tuple[Evidence, ...]

    @property
    def sentence(self) -> str:
        """The surest sentence that says so."""
        surest: Evidence = max(self.evidence, key=lambda item: (item.confidence, item.text))
        return surest.text


def evidence_paths(graph: nx.MultiDiGraph, start: str, end: str, *, most: int = 3) -> Results[Step]:
    """Return the steps of the shortest paths between two actors, path after path, the shortest first.

    Length is the number of ties, directions do not count (geodesics; Wasserman and Faust 1994, ch. 4); ways of one
    length come in the order of their IRIs. Found with the algorithm of Yen (1971). Of several ties between
    two neighbours the one with the surest sentence stands for all.

    Args:
        graph: what `actor_ties` returns.
        start: name or IRI of an actor in it.
        end: the other.
        most: at most so many paths.

    Raises:
        KeyError: there is no actor of that name in the network; the message names it.
    """
    one, other = find_actor(graph, start), find_actor(graph, end)
    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph))
    simple.add_edges_from(sorted((a, b) for a, b, _ in graph.edges(keys=True) if a != b))
    if one == other or not nx.has_path(simple, one, other):
        return Results()
    paths = islice(nx.shortest_simple_paths(simple, one, other), most)
    return Results(step for number, path in enumerate(paths, start=1) for step in _steps(graph, number, path))


def find_actor(graph: nx.MultiDiGraph, name: str) -> str:
    """Return the IRI of the actor called `name` (any case) or whose IRI it is; of several, the one with most ties.

    Raises:
        KeyError: there is none.
    """
    if name in graph:
        return name
    found = [str(iri) for iri, label in graph.nodes(data="label") if label.casefold() == name.casefold()]
    if not found:
        raise KeyError(f"no actor called {name!r} in this network")
    return min(found, key=lambda iri: (-graph.degree(iri), iri))


def _steps(graph: nx.MultiDiGraph, number: int, path: list[str]) -> Iterator[Step]:
    for here, there in pairwise(path):
        edges = [
            *graph.get_edge_data(here, there, default={}).values(),
            *graph.get_edge_data(there, here, default={}).values(),
        ]
        surest = max(edges, key=lambda edge: (max(item.confidence for item in edge["evidence"]), edge["label"]))
        yield Step(
            path=number,
            start=graph.nodes[here]["label"],
            tie=surest["label"],
            end=graph.nodes[there]["label"],
            evidence=surest["evidence"],
        )
