"""The ontology as a graph of its own in the store, so that queries can ask for every kind of attack at once."""

from functools import cache

import pyoxigraph as ox

from kg.resources import ontology_folder

ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/conflict-kg/ontology")


@cache
def ontology_nquads() -> str:
    """Return what `ontology_quads` returns, as N-Quads text."""
    return (ox.serialize(ontology_quads(), format=ox.RdfFormat.N_QUADS) or b"").decode()


@cache
def ontology_quads() -> tuple[ox.Quad, ...]:
    """Return `ontology/conflict.ttl`: classes with their hierarchy, labels and definitions.

    Its lists get IRIs numbered in the order of the file (RDF 1.1, "skolemization"), so that a graph is the same bytes
    whenever it is made.
    """
    names: dict[ox.BlankNode, ox.NamedNode] = {}

    def named[T](term: T) -> T | ox.NamedNode:
        if not isinstance(term, ox.BlankNode):
            return term
        return names.setdefault(term, ox.NamedNode(f"{ONTOLOGY_GRAPH.value}/.well-known/genid/{len(names) + 1}"))

    path = ontology_folder() / "conflict.ttl"
    return tuple(
        ox.Quad(named(quad.subject), quad.predicate, named(quad.object), ONTOLOGY_GRAPH) for quad in ox.parse(path=path)
    )
