"""The stage itself: the extractions of a set of articles in, who is who and what is one happening out."""

from collections.abc import Iterable

from kg.records import Extraction
from kg.resolve.decisions import Decisions
from kg.resolve.entries import Entry
from kg.resolve.index import Index
from kg.resolve.model import Resolution
from kg.resolve.traces import trace


def resolve(
    extractions: Iterable[Extraction], *, decisions: Decisions | None = None, known: Iterable[Entry] = ()
) -> Resolution:
    """Return the resolution of `extractions`, given lists of `known` names; no order makes a difference.

    No two extractions may be of one article (same id and text).
    """
    index = Index(decisions=decisions)
    index.know(known)
    for extraction in extractions:
        index.put(trace(extraction, wrong=index.decisions.wrong))
    index.settle()
    resolution = Resolution(
        keys={article: index.keys(article) for article in index.articles()},
        entities=tuple(index.entity(head) for head in index.entities()),
        happenings=tuple(index.happening(head) for head in index.happenings()),
        copies=tuple(group for head in index.copied() if (group := index.copies(head)) is not None),
    )
    index.close()
    return resolution
