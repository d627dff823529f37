"""A dossier as one sealed file: everything is in it, nothing is loaded, and the same graph gives the same bytes."""

from hashlib import sha256
from importlib.metadata import version

import networkx as nx

from kg.analysis import actor_ties
from kg.analysis.dossier import QUERIES, dossiers
from kg.analysis.dossier_records import Dossier
from kg.errors import QueryError
from kg.queries import load
from kg.resources import templates_folder
from kg.store import Store
from kg.views.dossier import dossier_context
from kg.views.network_svg import draw
from kg.views.picture import Picture
from kg.views.shell import environment
from kg.vocabulary import PREFIXES

NEIGHBOURS = 24
"""Actors drawn around the one that the dossier is about."""

SEAL = "0" * 64
"""Stands in the file for its seal while that is computed."""


def dossier_file(store: Store, iri: str) -> str:
    """Return the page of the thing or happening `iri`, with the queries and article digests that it rests on.

    Its seal is the SHA-256 of the file with 64 zeros in the seal's place.

    Raises:
        QueryError: `iri` is a fact or nothing at all.
    """
    found = dossiers(store).get(iri)
    if found is None:
        message = f"{iri} is no person, body, place or happening of this graph; kg explain shows single facts"
        raise QueryError(message)
    context = dossier_context(found, href=lambda _: "")
    page = (
        environment()
        .get_template("dossier-file.html")
        .render(
            **context,
            network=neighbourhood(store, found),
            hashes=True,
            queries=[load(name) for name in (*QUERIES, "network-things", "network-happenings", "network-posts")],
            prefixes=sorted(PREFIXES.items()),
            program=f"kg {version('conflict-kg')}",
            style=(templates_folder() / "site.css").read_text(encoding="utf-8"),
            seal=SEAL,
        )
    )
    return page.replace(f'id="seal">{SEAL}', f'id="seal">{sha256(page.encode()).hexdigest()}')


def neighbourhood(store: Store, dossier: Dossier) -> Picture:
    """Return the picture of those whom the thing, or the parties of the happening, have the most ties with."""
    graph = actor_ties(store)
    parties = [ref.iri for event in dossier.events for _, ref in event.parties] if dossier.kind == "event" else []
    centre = [node for node in dict.fromkeys([dossier.iri, *parties]) if node in graph]
    simple = nx.Graph(graph)
    around = sorted({other for node in centre for other in simple[node]} - set(centre))
    near = nx.MultiGraph(graph)
    ties = {other: sum(near.number_of_edges(node, other) for node in centre) for other in around}
    kept = {*centre, *sorted(around, key=lambda other: (-ties[other], other))[:NEIGHBOURS]}
    return draw(graph.subgraph(sorted(kept)))
