"""Who is who and what is one happening, across articles: each join a decision with score, reason and rule.

`resolve(extractions)` is the stage. It is pure, and the order of the articles makes no difference. `Index` does the
same for articles that come and go, at the cost of those that change. Which key a name has depends on its own article
(`kg.resolve.keys`), and on others where two people have one full name (`kg.resolve.namesakes`); which keys are one
entity depends on all (`kg.resolve.who`), as does which tellings are one happening (`kg.resolve.what`). Lists of known
names say who some are (`kg.resolve.listing`), and what people have decided wins over all (`kg.resolve.decisions`).
"""

from kg.resolve.decisions import Checked, Decisions, article_node, own_key
from kg.resolve.entries import Entry, is_iri
from kg.resolve.facts import count_name, fact_names, without
from kg.resolve.index import Index
from kg.resolve.keys import article_key, digest, entity_key, entity_keys, event_keys, publisher_of, slug
from kg.resolve.listing import LISTABLE
from kg.resolve.model import (
    Changes,
    Contradiction,
    CopyGroup,
    Happening,
    Join,
    Match,
    Name,
    Resolution,
    SharedEntity,
    Tenure,
    Toll,
)
from kg.resolve.resolution import resolve
from kg.resolve.traces import Party, Telling, Trace, trace

__all__ = [
    "LISTABLE",
    "Changes",
    "Checked",
    "Contradiction",
    "CopyGroup",
    "Decisions",
    "Entry",
    "Happening",
    "Index",
    "Join",
    "Match",
    "Name",
    "Party",
    "Resolution",
    "SharedEntity",
    "Telling",
    "Tenure",
    "Toll",
    "Trace",
    "article_key",
    "article_node",
    "count_name",
    "digest",
    "entity_key",
    "entity_keys",
    "event_keys",
    "fact_names",
    "is_iri",
    "own_key",
    "publisher_of",
    "resolve",
    "slug",
    "trace",
    "without",
]
