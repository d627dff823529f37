"""Mentions to entities and event reports to happenings, across articles: each join a decision with score and reason.

`resolve(extractions)` is the stage. It is pure, and the order of the articles makes no difference. Which key an entity
has depends on its own article alone (`kg.resolve.keys`), so an article's named graph stays the same whatever other
articles come or go; only the merged graph is drawn from the whole Resolution.
"""

from kg.resolve.keys import article_key, digest, entity_key, entity_keys, event_keys, publisher_of, slug
from kg.resolve.model import Happening, Join, Party, Report, Resolution, SharedEntity
from kg.resolve.resolution import resolve

__all__ = [
    "Happening",
    "Join",
    "Party",
    "Report",
    "Resolution",
    "SharedEntity",
    "article_key",
    "digest",
    "entity_key",
    "entity_keys",
    "event_keys",
    "publisher_of",
    "resolve",
    "slug",
]
