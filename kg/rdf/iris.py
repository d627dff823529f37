"""Deterministic IRIs: the same thing gets the same IRI on every machine and in every run; there are no blank nodes.

Things that articles share are named by their canonical key (`id:person-rustem-umerov`). An article and what stands in
it are named by hashes of what identifies them: a report of an event by its article, class and trigger, so that reading
the article again with a better program leaves the IRIs of what is found again as they were.
"""

import re

from pyoxigraph import NamedNode

from kg.config import DEFAULT_BASE
from kg.errors import ConfigError

_BASE = re.compile(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*[/#:]')


def checked_base(base: str) -> str:
    """Return `base` if IRIs can be made under it.

    Raises:
        ConfigError: it is no absolute IRI that ends in a separator.
    """
    if not _BASE.fullmatch(base):
        raise ConfigError(f"base IRI {base!r} cannot be used; give an absolute one that ends in / or #")
    return base


def merged_graph(base: str = DEFAULT_BASE) -> NamedNode:
    """Return the name of the graph of what articles share."""
    return NamedNode(f"{base}graph-merged")


def article_iri(article: str, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of the article with the key `article`, which is also the name of its graph."""
    return NamedNode(f"{base}article-{article}")


def entity_iri(key: str, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of the entity with the canonical key `key`."""
    return NamedNode(f"{base}{key}")
