"""Records to quads: the named graph of one article, and the merged graph of what articles share.

Each comes in two forms: as N-Quads text, which is what a store loads fastest, and as pyoxigraph quads.
"""

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.rdf.facts import FactWriter
from kg.rdf.iris import article_iri, merged_graph
from kg.rdf.merged import write_entity, write_happening, write_join
from kg.rdf.provenance import write_article, write_reading
from kg.rdf.writer import GraphWriter
from kg.records import Extraction
from kg.resolve import Resolution, article_key, entity_keys


def article_nquads(extraction: Extraction, *, base: str = DEFAULT_BASE) -> str:
    """Return the article's named graph: the article, the reading of it, and its facts as reports with evidence.

    The graph's name is the article's IRI. The graph depends on nothing but the extraction.
    """
    key, keys = article_key(extraction.article), entity_keys(extraction)
    writer = GraphWriter(str(article_iri(key, base)), base)
    write_article(writer, extraction, article=key, keys=keys)
    write_reading(writer, extraction, article=key)
    facts = FactWriter(writer, extraction, article=key, keys=keys)
    facts.roles()
    facts.events()
    facts.statements()
    facts.parts()
    return writer.text()


def merged_nquads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> str:
    """Return the graph of what articles share: entities, happenings and each join with its score and reason."""
    writer = GraphWriter(str(merged_graph(base)), base)
    for entity in resolution.entities:
        write_entity(writer, entity)
    for happening in resolution.happenings:
        write_happening(writer, happening)
    for join in resolution.joins:
        write_join(writer, join)
    return writer.text()


def article_quads(extraction: Extraction, *, base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Return what `article_nquads` returns, as quads."""
    return list(ox.parse(article_nquads(extraction, base=base), format=ox.RdfFormat.N_QUADS))


def merged_quads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Return what `merged_nquads` returns, as quads."""
    return list(ox.parse(merged_nquads(resolution, base=base), format=ox.RdfFormat.N_QUADS))
