"""A network of actors to drag about and zoom in a notebook: pyvis in a frame, with nothing fetched from anywhere."""

import re
from collections.abc import Mapping

import networkx as nx
from pyvis.network import Network

from kg.analysis.measures import weighted
from kg.views.frames import Page

SIGNS = {1: "#3a8f5c", 0: "#9aa1ab", -1: "#c0392b"}
"""Colours of ties by their sign: cooperation, neither, conflict."""

_KINDS = {"person": "#3d7dd8", "organization": "#c2602b"}
_COUNTRY, _OTHER = "#3a8f5c", "#777777"

_ELSEWHERE = re.compile(r"<(?:link|script)\b[^>]*(?:href|src)=\"[^\"]*\"[^>]*>(?:\s*</script>)?")
"""Style sheets and scripts that pyvis names besides what it puts inline: they serve its menus, which are not used."""


def network_page(graph: nx.MultiDiGraph, *, most: int = 80, height: int = 560) -> Page:
    """Return the `most` actors of `graph` (from `kg.analysis.actor_ties`) with the most ties, to look around in.

    Ties have the colours of `kg.views.network_svg`; a pointer on one shows what it is and its surest sentence.
    """
    simple = weighted(graph)
    kept = set(sorted(simple, key=lambda iri: (-simple.degree(iri, weight="weight"), iri))[:most])
    network = Network(height=f"{height - 20}px", width="100%", directed=True, cdn_resources="in_line")
    for iri in sorted(kept):
        attributes = graph.nodes[iri]
        size = 8 + 2 * float(simple.degree(iri)) ** 0.5
        network.add_node(iri, label=attributes["label"][:40], color=colour_of(attributes), size=size, shape="dot")
    for start, end, tie in sorted(graph.edges(data=True), key=lambda edge: (edge[0], edge[1], edge[2]["label"])):
        if start in kept and end in kept and start != end:
            surest = max(tie["evidence"], key=lambda item: (item.confidence, item.text))
            network.add_edge(
                start,
                end,
                color=SIGNS[tie["sign"]],
                title=f"{tie['label']} ({tie['tie']})\n{surest.text[:300]}",
                arrows="to" if tie["directed"] else "",
            )
    return Page(_ELSEWHERE.sub("", network.generate_html()), height)


def colour_of(actor: Mapping[str, str]) -> str:
    """Return the colour of an actor with the attributes `kind` and `type`; countries have one of their own."""
    return _COUNTRY if actor["type"] == "Country" else _KINDS.get(actor["kind"], _OTHER)
