"""Where the nodes of the network page stand: the same for the same graph; a node starts where its IRI says."""

from hashlib import sha256

import networkx as nx
import numpy as np
from numpy.typing import NDArray

type Points = NDArray[np.float64]

ROUNDS = 20
"""Rounds of the spring layout: more hardly changes a drawing, and moves old nodes further when a graph grows."""

SPREAD = 90.0
"""Pixels for each root of the number of nodes: about what a node and its name take."""


def start_of(iri: str) -> tuple[float, float]:
    """Return the point in the square from -1 to 1 where the node `iri` starts, in every graph.

    >>> start_of("https://example.org/mira-solen") == start_of("https://example.org/mira-solen")
    True
    """
    digest = sha256(iri.encode()).digest()
    return int.from_bytes(digest[:4]) / 2**31 - 1, int.from_bytes(digest[4:8]) / 2**31 - 1


def positions(graph: nx.MultiDiGraph) -> dict[str, tuple[int, int]]:
    """Return whole pixels for each node: springs (Fruchterman and Reingold 1991) from where the IRIs say."""
    if not graph:
        return {}
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(ends), max(ends)) for ends in graph.edges() if ends[0] != ends[1]}))
    placed = dict(zip(plain, _springs(plain), strict=True))
    middle = np.median(list(placed.values()), axis=0)
    spread = float(np.median([np.hypot(*(point - middle)) for point in placed.values()])) or 1.0
    unit = SPREAD * len(plain) ** 0.5 / 2 / spread
    pixels = {node: _near(point - middle, spread) * unit for node, point in placed.items()}
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in pixels.items()}


def _springs(graph: nx.Graph) -> Points:
    """Return the places of the nodes of `graph`, in its order, after `ROUNDS` of pushing apart and pulling together."""
    number = {node: place for place, node in enumerate(graph)}
    places = np.array([start_of(node) for node in graph], dtype=np.float64)
    ends = np.array([(number[one], number[other]) for one, other in graph.edges()], dtype=np.int64).reshape(-1, 2)
    ideal = 2 / len(number) ** 0.5
    for step in np.linspace(0.2, 0.0, ROUNDS, endpoint=False):
        x, y = (places[:, None, axis] - places[None, :, axis] for axis in (0, 1))
        push = ideal**2 / np.maximum(x * x + y * y, 1e-4)
        force = np.stack([(x * push).sum(axis=1), (y * push).sum(axis=1)], axis=1)
        along = places[ends[:, 0]] - places[ends[:, 1]]
        pull = along * np.hypot(along[:, 0], along[:, 1])[:, None] / ideal
        np.add.at(force, ends[:, 0], -pull)
        np.add.at(force, ends[:, 1], pull)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)[:, None]
        places += force / length * np.minimum(length, step)
    return places


def _near(point: Points, spread: float) -> Points:
    """Return `point` drawn nearer when it lies beyond three times the middle distance: lone nodes fly far away."""
    far = float(np.hypot(*point)) / (3 * spread)
    return point / far * (1 + np.log(far)) if far > 1 else point
