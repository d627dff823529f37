"""Records to RDF: pure functions from extractions and their resolution to quads, and quads to files.

    article_nquads(extraction, base=...)            one article's named graph, named by the article's IRI, as text
    merged_nquads(resolve(extractions), base=...)   the graph of entities, happenings and joins
    ontology_nquads()                               the ontology; queries by class (any attack) need it in the store
    article_quads, merged_quads, ontology_quads     the same as lists of pyoxigraph quads: slower
    serialise(quads, form)                          TriG, N-Quads, Turtle, N-Triples or JSON-LD

Text is for `kg.store.Store.load_nquads`. An article's graph depends on that article and on who its entities turn out
to be; `entity_nquads` and `happening_nquads` give the parts of the merged graph one by one. IRIs are deterministic
(`kg.rdf.iris`); the shape is described in docs/graph-shape.md.
"""

from kg.config import DEFAULT_BASE
from kg.rdf.iris import article_iri, checked_base, entity_iri, merged_graph
from kg.rdf.ontology import ontology_nquads, ontology_quads
from kg.rdf.quads import (
    article_nquads,
    article_quads,
    copies_nquads,
    entity_nquads,
    happening_nquads,
    merged_nquads,
    merged_quads,
    parse_nquads,
)
from kg.rdf.serialise import serialise

__all__ = [
    "DEFAULT_BASE",
    "article_iri",
    "article_nquads",
    "article_quads",
    "checked_base",
    "copies_nquads",
    "entity_iri",
    "entity_nquads",
    "happening_nquads",
    "merged_graph",
    "merged_nquads",
    "merged_quads",
    "ontology_nquads",
    "ontology_quads",
    "parse_nquads",
    "serialise",
]
