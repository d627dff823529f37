"""The stage itself: the extractions of a set of articles in, who is who and what is one happening out."""

from collections.abc import Iterable

from kg.records import Extraction
from kg.resolve.entities import shared_entities
from kg.resolve.happenings import happenings
from kg.resolve.keys import article_key, entity_keys
from kg.resolve.model import Resolution


def resolve(extractions: Iterable[Extraction]) -> Resolution:
    """Return the resolution of `extractions`; their order makes no difference.

    No two extractions may be of one article (same id and text).
    """
    by_key = {article_key(extraction.article): extraction for extraction in extractions}
    keys = {article: entity_keys(extraction) for article, extraction in by_key.items()}
    entities, entity_joins = shared_entities(by_key, keys)
    found, event_joins = happenings(by_key, keys)
    return Resolution(keys=keys, entities=entities, happenings=found, joins=entity_joins + event_joins)
