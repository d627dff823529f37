"""Entities that articles share: everything under one canonical key becomes one, each joining with its reason."""

from collections import Counter
from collections.abc import Mapping

from kg.records import Entity, Extraction
from kg.resolve.keys import entity_key, publisher_of
from kg.resolve.model import Join, Report, SharedEntity

_REASONS = {
    "person": (0.95, "same full name"),
    "country": (1.0, "same country"),
    "place": (0.95, "same place name and country"),
    "org": (0.95, "same name"),
    "weapon": (0.9, "same name"),
    "group": (1.0, "same article"),
}
"""Score and reason of joining what has one key, by kind of thing."""


def shared_entities(
    extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[SharedEntity, ...], tuple[Join, ...]]:
    """Return the entities of all articles, sorted by key, and why each article's entity was joined to the first one.

    Args:
        extractions: by article key.
        keys: for each article key, the canonical key of each entity id.
    """
    found: dict[str, list[tuple[Report, Entity]]] = {}
    for article in sorted(extractions):
        for entity in extractions[article].entities:
            found.setdefault(keys[article][entity.id], []).append((Report(article, entity.id), entity))
        if (publisher := publisher_of(extractions[article].article)) is not None:
            key = entity_key(publisher, article)
            found.setdefault(key, []).append((Report(article, publisher.id), publisher))
    entities = tuple(_merged(key, reports) for key, reports in sorted(found.items()))
    joins = tuple(
        Join(report=report, into=key, score=score, reason=reason)
        for key, reports in sorted(found.items())
        for score, reason in [_reason(key)]
        for report, _ in reports[1:]
    )
    return entities, joins


def _reason(key: str) -> tuple[float, str]:
    kind, _, rest = key.partition("-")
    return (1.0, "same GeoNames entry") if kind == "place" and rest.isdigit() else _REASONS[kind]


def _merged(key: str, reports: list[tuple[Report, Entity]]) -> SharedEntity:
    """Return what the reports together say of the entity; the commonest name and class win, then the alphabet."""
    entities = [entity for _, entity in reports]
    if len(entities) == 1:
        only = entities[0]
        name, of_type, aliases = only.name, only.type, set(only.aliases)
    else:
        name = _commonest([entity.name for entity in entities])
        of_type = _commonest([entity.type for entity in entities])
        aliases = {alias for entity in entities for alias in (entity.name, *entity.aliases)}
    located = next((entity for entity in sorted(entities, key=_location) if entity.lat is not None), entities[0])
    return SharedEntity(
        key=key,
        type=of_type,
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        same_as=tuple(sorted({iri for entity in entities for iri in entity.same_as})),
        lat=located.lat,
        lon=located.lon,
        precision=located.precision,
        country=located.country or min((entity.country for entity in entities if entity.country), default=None),
        articles=tuple(dict.fromkeys(report.article for report, _ in reports)),
    )


def _location(entity: Entity) -> tuple[float, float, str, str]:
    return (entity.lat or 0.0, entity.lon or 0.0, entity.precision or "", entity.country or "")


def _commonest(values: list[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
