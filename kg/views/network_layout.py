"""Where the things of the network page stand: the same for the same graph, and hardly elsewhere when the graph grows.

Springs (Fruchterman and Reingold 1991) pull what is tied together and push the rest apart. Each node starts at a point
that its IRI alone decides and is held there by a weak anchor, so that a new node or tie moves its surroundings only.
"""

from collections.abc import Sequence
from hashlib import sha256

import networkx as nx
import numpy as np
from numpy.typing import NDArray

type Points = NDArray[np.float64]
type Ends = NDArray[np.int64]

FIRST = 240
"""Nodes that are laid out with care; the others are put beside them."""

WITH_SPRINGS = 2_000
"""Nodes that are laid out at all; every further one stands beside its busiest partner."""

ROUNDS, LATER_ROUNDS = 160, 12

ANCHOR, PULL, PUSH = 0.6, 0.35, 1.6
"""How strongly the point of its IRI, a tie and a neighbour move a node; ties between busy nodes pull less."""

REACH, LONG = 6.0, 4.0
"""Nodes this far apart do not push each other; ties this long pull no stronger than that. In widths of a node."""

APART = (84, 56)
"""Pixels from one node to the next across and down, about what a name takes; screens are wider than high."""


def start_of(iri: str) -> tuple[float, float]:
    """Return the point within the circle of radius 1 where the node `iri` starts, in every graph.

    >>> start_of("https://example.org/mira-solen") == start_of("https://example.org/mira-solen")
    True
    """
    digest = sha256(iri.encode()).digest()
    far, turn = int.from_bytes(digest[:4]) / 2**32, int.from_bytes(digest[4:8]) / 2**32 * 2 * np.pi
    return float(far**0.5 * np.cos(turn)), float(far**0.5 * np.sin(turn))


def positions(graph: nx.Graph, order: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return whole pixels for the nodes of `graph`, which `order` gives by importance."""
    number = {node: place for place, node in enumerate(order)}
    starts = np.array([start_of(node) for node in order], dtype=np.float64).reshape(-1, 2)
    places = starts * min(len(order), FIRST) ** 0.5 / 2
    ends = np.array(
        sorted(sorted((number[one], number[other])) for one, other in graph.edges() if one != other), dtype=np.int64
    ).reshape(-1, 2)
    first, middle = min(FIRST, len(order)), min(WITH_SPRINGS, len(order))
    _settle(places, ends, moving=range(first), rounds=ROUNDS)
    _put_beside(places, starts, ends, range(first, len(order)))
    if middle > first:
        _settle(places, ends, moving=range(first, middle), rounds=LATER_ROUNDS)
    return {
        node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, places * np.array(APART), strict=True)
    }


def _settle(places: Points, ends: Ends, *, moving: range, rounds: int) -> None:
    """Move the nodes `moving` among themselves and those before them; ties to later ones do not count."""
    anchors = places[moving.start : moving.stop].copy()
    inside = ends[(ends < moving.stop).all(axis=1) & (ends >= moving.start).any(axis=1)]
    degree = np.maximum(np.bincount(inside.ravel(), minlength=moving.stop), 1)
    strength = PULL / np.minimum(degree[inside[:, 0]], degree[inside[:, 1]])[:, None] ** 0.5
    for step in np.geomspace(0.3, 0.05, rounds):
        here = places[moving.start : moving.stop]
        x, y = (here[:, None, axis] - places[None, : moving.stop, axis] for axis in (0, 1))
        square = np.maximum(x * x + y * y, 0.01)
        push = np.where(square < REACH**2, PUSH / square, 0.0)
        force = np.zeros((moving.stop, 2))
        force[moving.start :] = np.stack([(x * push).sum(axis=1), (y * push).sum(axis=1)], axis=1)
        along = places[inside[:, 0]] - places[inside[:, 1]]
        pull = along * np.minimum(np.hypot(along[:, 0], along[:, 1]), LONG)[:, None] * strength
        np.add.at(force, inside[:, 0], -pull)
        np.add.at(force, inside[:, 1], pull)
        force = force[moving.start :] - ANCHOR * (here - anchors)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)[:, None]
        places[moving.start : moving.stop] += force / length * np.minimum(length, step)


def _put_beside(places: Points, starts: Points, ends: Ends, later: range) -> None:
    """Put each of the nodes `later` a little off the most important one that it is tied to, or outside."""
    partner: dict[int, int] = {}
    for low, high in ends.tolist():
        partner.setdefault(high, low)
    edge = np.abs(places[: later.start]).max(initial=1.0)
    for node in later:
        at = partner.get(node)
        away = starts[node]
        places[node] = places[at] + away * 2.5 if at is not None else away / max(np.hypot(*away), 0.1) * edge * 1.2
