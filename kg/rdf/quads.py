"""Records to quads: the named graph of one article, and the merged graph of what articles share.

Each comes in two forms: as N-Quads text, which is what a store loads fastest, and as pyoxigraph quads.
"""

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.config import DEFAULT_BASE
from kg.rdf.facts import FactWriter
from kg.rdf.iris import article_iri, merged_graph
from kg.rdf.merged import write_copies, write_entity, write_happening
from kg.rdf.provenance import write_article, write_earlier, write_reading
from kg.rdf.writer import GraphWriter
from kg.records import Article, Extraction
from kg.resolve import (
    Checked,
    CopyGroup,
    Happening,
    Resolution,
    SharedEntity,
    article_key,
    entity_keys,
    fact_names,
    without,
)


def article_nquads(
    extraction: Extraction,
    *,
    shared: Mapping[str, str] | None = None,
    earlier: Sequence[Article] = (),
    decided: Mapping[str, Checked] | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """Return the article's named graph: the article, the reading of it, and its facts as reports with evidence.

    The graph's name is the article's IRI; its nodes have names that depend on nothing but the extraction.

    Args:
        extraction: what was read.
        shared: the key of the shared entity of each of its entities (by id, its outlet's "publisher"); without it,
        as if
            there were no other article.
        earlier: the versions of the article that this one replaces, the latest first.
        decided: of facts, by the names of their nodes, whether somebody found them right, and who and why; those found
            wrong are left out.
        base: under which all things are named.
    """
    decided = decided or {}
    names = fact_names(extraction)
    extraction = without(extraction, [name for name, found in decided.items() if not found.right], names)
    key, own = article_key(extraction.article), entity_keys(extraction)
    keys = own if shared is None else {entity: shared[entity] for entity in own}
    writer = GraphWriter(str(article_iri(key, base)), base)
    write_article(writer, extraction, article=key, keys=keys, shared=shared or {})
    write_earlier(writer, earlier, article=key)
    write_reading(writer, extraction, article=key)
    checked = {name: found.why for name, found in decided.items() if found.right}
    facts = FactWriter(writer, extraction, keys=keys, names=names, checked=checked)
    facts.roles()
    facts.events()
    facts.statements()
    facts.parts()
    return writer.text()


def merged_nquads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> str:
    """Return the graph of what articles share: entities, happenings and each join with its score and reason."""
    entities = (entity_nquads(entity, base=base) for entity in resolution.entities)
    happenings = (happening_nquads(happening, base=base) for happening in resolution.happenings)
    copies = (copies_nquads(group, base=base) for group in resolution.copies)
    return "".join((*entities, *happenings, *copies))


def entity_nquads(entity: SharedEntity, *, base: str = DEFAULT_BASE) -> str:
    """Return what the merged graph says of an entity, its names and joins."""
    writer = GraphWriter(str(merged_graph(base)), base)
    write_entity(writer, entity)
    return writer.text()


def happening_nquads(happening: Happening, *, base: str = DEFAULT_BASE) -> str:
    """Return what the merged graph says of a happening and its joins."""
    writer = GraphWriter(str(merged_graph(base)), base)
    write_happening(writer, happening)
    return writer.text()


def copies_nquads(copies: CopyGroup, *, base: str = DEFAULT_BASE) -> str:
    """Return what the merged graph says of articles that print one text."""
    writer = GraphWriter(str(merged_graph(base)), base)
    write_copies(writer, copies)
    return writer.text()


def article_quads(
    extraction: Extraction,
    *,
    shared: Mapping[str, str] | None = None,
    earlier: Sequence[Article] = (),
    decided: Mapping[str, Checked] | None = None,
    base: str = DEFAULT_BASE,
) -> list[ox.Quad]:
    """Return what `article_nquads` returns, as quads."""
    return parse_nquads(article_nquads(extraction, shared=shared, earlier=earlier, decided=decided, base=base))


def merged_quads(resolution: Resolution, *, base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Return what `merged_nquads` returns, as quads."""
    return parse_nquads(merged_nquads(resolution, base=base))


def parse_nquads(text: str) -> list[ox.Quad]:
    """Return the quads that `text` has, which one of the functions here made."""
    return list(ox.parse(text, format=ox.RdfFormat.N_QUADS))
