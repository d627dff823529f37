"""A small network that does not move: who is tied to whom, each group of connected actors laid out by itself."""

from collections.abc import Iterator
from html import escape

import networkx as nx

from kg.analysis.measures import weighted
from kg.views.actors import SIGNS, colour_of
from kg.views.picture import Picture

WIDTH = 800
MARGIN = (64, 24)
"""Points left free beside and above the outermost nodes: names are wider than high."""
_INK = "#5c6470"
_LONGEST = 24

type Spot = tuple[float, float]


def draw(graph: nx.MultiDiGraph, *, most: int = 40) -> Picture:
    """Return the `most` actors of `graph` (what `kg.analysis.actor_ties` returns) with the most ties, and these ties.

    Lines are green where cooperation outweighs conflict, red where conflict does, grey where neither; the layout is
    that of Fruchterman and Reingold (1991), with a fixed seed. Empty when there is nothing to draw.
    """
    simple = weighted(graph)
    kept = sorted(simple, key=lambda iri: (-simple.degree(iri, weight="weight"), iri))[:most]
    drawn = nx.Graph()
    drawn.add_nodes_from(sorted(kept))
    drawn.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in simple.subgraph(kept).edges))
    drawn.remove_nodes_from([iri for iri in kept if not drawn.degree(iri)])
    if not drawn:
        return Picture("")
    spots, height = _spots(drawn)
    lines = (_line(graph, simple, a, b, (spots[a], spots[b])) for a, b in drawn.edges)
    dots = (_dot(graph, simple, iri, spots[iri]) for iri in drawn)
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"'
        f' height="{height:.0f}" font-family="sans-serif" font-size="11" role="img"><title>Network</title>'
        f"{''.join(lines)}{''.join(dots)}</svg>"
    )


def _spots(drawn: nx.Graph) -> tuple[dict[str, Spot], float]:
    """Return where each node stands, and how high the picture is: groups fill shelves, the largest group first."""
    spots: dict[str, Spot] = {}
    left = top = shelf = 0.0
    for nodes in sorted(
        (sorted(group) for group in nx.connected_components(drawn)), key=lambda group: (-len(group), group)
    ):
        side = 40 + 45 * len(nodes) ** 0.7
        width, height = min(WIDTH, 90 + side * 1.6), side
        if left + width > WIDTH:
            left, top, shelf = 0.0, top + shelf, 0.0
        spots.update(_within(drawn.subgraph(nodes), nodes, (left, top, width, height)))
        left, shelf = left + width, max(shelf, height)
    return spots, top + shelf


def _within(group: nx.Graph, nodes: list[str], box: tuple[float, float, float, float]) -> Iterator[tuple[str, Spot]]:
    """Yield where each of `nodes` stands in `box` (left, top, width, height), which they fill."""
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(group.edges))
    found = nx.spring_layout(ordered, seed=1, k=2.5 / len(nodes) ** 0.5, iterations=300)
    left, top, width, height = box
    for axis, (start, length) in enumerate(((left, width), (top, height))):
        values = [float(spot[axis]) for spot in found.values()]
        low, span = min(values), max(max(values) - min(values), 1e-6)
        for iri in nodes:
            found[iri][axis] = start + MARGIN[axis] + (found[iri][axis] - low) / span * (length - 2 * MARGIN[axis])
    yield from ((iri, (float(found[iri][0]), float(found[iri][1]))) for iri in nodes)


def _line(graph: nx.MultiDiGraph, simple: nx.Graph, one: str, other: str, ends: tuple[Spot, Spot]) -> str:
    ties = [
        *graph.get_edge_data(one, other, default={}).values(),
        *graph.get_edge_data(other, one, default={}).values(),
    ]
    total = sum(int(tie["sign"]) for tie in ties)
    colour = SIGNS[(total > 0) - (total < 0)]
    thick = min(6.0, 1 + float(simple.edges[one, other]["weight"]) ** 0.5 / 2)
    (x1, y1), (x2, y2) = ends
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-opacity="0.7"'
        f' stroke-width="{thick:.1f}"/>'
    )


def _dot(graph: nx.MultiDiGraph, simple: nx.Graph, iri: str, spot: Spot) -> str:
    attributes, (x, y) = graph.nodes[iri], spot
    colour = colour_of(attributes)
    radius = 4 + float(simple.degree(iri, weight="weight")) ** 0.5 / 2
    label = attributes["label"]
    short = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}"><title>{escape(label)}</title></circle>'
        f'<text x="{x:.1f}" y="{y + radius + 11:.1f}" text-anchor="middle" fill="{_INK}">{escape(short)}</text>'
    )
