"""The network page: pyvis draws the nodes and ties, our template adds filters, search, legend and evidence."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis
from jinja2 import Environment, FileSystemLoader
from pyvis.network import Network

from kg.analysis import Evidence, busiest, by_degree
from kg.resources import templates_folder
from kg.views.network_layout import positions
from kg.views.shell import NAVIGATION

MOST_NODES = 2000
"""More nodes than this no one can read and no browser lays out in a few seconds: the ones with most ties are drawn."""

FIRST_DRAWN = 120
"""So many of the busiest things are drawn when the page opens; a slider adds the others."""

MOST_SENTENCES = 25
"""Sentences kept for one node or tie; the page says how many more there are."""

STYLES: dict[str, dict[str, str]] = {
    "person": {"shape": "dot", "color": "#3d7dd8", "name": "Person"},
    "organization": {"shape": "square", "color": "#c2602b", "name": "Organization"},
    "place": {"shape": "triangle", "color": "#3a8f5c", "name": "Place"},
    "event": {"shape": "diamond", "color": "#a3459b", "name": "Event"},
    "other": {"shape": "hexagon", "color": "#777777", "name": "Other"},
}
TIES = {"post": "holds a post", "party": "takes part", "place": "is at", "source": "says so"}


def network_page(graph: nx.MultiDiGraph, *, in_site: bool = False) -> str:
    """Return the page for `graph` (see `kg.analysis.actor_network`) as HTML that needs nothing from elsewhere.

    Args:
        graph: the network.
        in_site: whether the other pages of the site lie beside it, to be linked.
    """
    shown = busiest(graph, MOST_NODES)
    network = Network(directed=True, cdn_resources="in_line", heading="")
    ranks = {node: rank for rank, node in enumerate(by_degree(shown), start=1)}
    places = positions(shown)
    for node in sorted(shown):
        x, y = places[node]
        network.add_node(node, rank=ranks[node], x=x, y=y, **_node(shown, node))
    for start, end, attributes in sorted(shown.edges(data=True), key=lambda edge: (edge[0], edge[1], edge[2]["label"])):
        network.add_edge(start, end, **_edge(attributes))
    pyvis_templates = Path(pyvis.__file__).parent / "templates"
    network.templateEnv = Environment(loader=FileSystemLoader([templates_folder(), pyvis_templates]), autoescape=True)
    network.templateEnv.globals.update(
        styles=STYLES,
        ties=TIES,
        first_drawn=FIRST_DRAWN,
        left_out=graph.number_of_nodes() - shown.number_of_nodes(),
        navigation=NAVIGATION if in_site else {},
    )
    network.path = "network.html"
    return str(network.generate_html(name="network.html"))


def _node(graph: nx.MultiDiGraph, node: str) -> dict[str, Any]:
    attributes = graph.nodes[node]
    style = STYLES[attributes["kind"]]
    return {
        "label": _short(attributes["label"]),
        "full": attributes["label"],
        "kind": attributes["kind"],
        "type": attributes["type"],
        "shape": style["shape"],
        "color": style["color"],
        "size": 9 + 3 * min(graph.degree(node), 60) ** 0.5,
        "earliest": attributes.get("earliest", ""),
        "latest": attributes.get("latest", ""),
        "modality": attributes.get("modality", ""),
        "polarity": attributes.get("polarity", ""),
        "evidence": _sentences(attributes["evidence"]),
        "statements": _sentences(attributes["statements"]),
    }


def _edge(attributes: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": _short(attributes["label"]),
        "tie": attributes["tie"],
        "arrows": "to",
        "evidence": _sentences(attributes["evidence"]),
    }


def _short(label: str, length: int = 32) -> str:
    """Return `label` cut to `length` characters: long names hide the drawing; the panel shows them whole."""
    return label if len(label) <= length else label[: length - 1] + "…"


def _sentences(evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    """Return the surest sentences first, and how many there are in all."""
    surest = sorted(evidence, key=lambda item: (-item.confidence, item.published, item.article, item.text))
    return {"all": len(evidence), "shown": [asdict(item) for item in surest[:MOST_SENTENCES]]}
