"""Records to quads: the named graph of one article, and the merged graph of what articles share."""

from pyoxigraph import Quad

from kg.rdf.facts import FactWriter
from kg.rdf.iris import DEFAULT_BASE, article_iri, merged_graph
from kg.rdf.merged import write_entity, write_happening, write_join
from kg.rdf.provenance import write_article, write_reading
from kg.rdf.writer import GraphWriter
from kg.records import Extraction
from kg.resolve import Resolution, article_key


def article_quads(extraction: Extraction, resolution: Resolution, *, base: str = DEFAULT_BASE) -> list[Quad]:
    """Return the article's named graph: the article, the reading of it, and its facts as reports with evidence.

    The graph's name is the article's IRI. The same extraction always gives the same quads, whatever other articles
    `resolution` knows: `resolve([extraction])` will do.

    Raises:
        KeyError: `resolution` does not know the article.
    """
    key = article_key(extraction.article)
    keys = resolution.keys[key]
    writer = GraphWriter(article_iri(key, base), base)
    write_article(writer, extraction, article=key, keys=keys)
    write_reading(writer, extraction, article=key)
    facts = FactWriter(writer, extraction, article=key, keys=keys)
    facts.roles()
    facts.events()
    facts.statements()
    return writer.quads


def merged_quads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> list[Quad]:
    """Return the graph of what articles share: entities, happenings and each join with its score and reason."""
    writer = GraphWriter(merged_graph(base), base)
    for entity in resolution.entities:
        write_entity(writer, entity)
    for happening in resolution.happenings:
        write_happening(writer, happening)
    for join in resolution.joins:
        write_join(writer, join)
    return writer.quads
