"""Entities that articles share: everything under one canonical key becomes one, each joining with its reason."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.lexicon.countries import country_by_iso
from kg.records import Entity, Extraction
from kg.resolve.keys import country_key, entity_key, publisher_of
from kg.resolve.model import Join, Report, SharedEntity

_REASONS = {
    "person": (0.95, "same full name"),
    "country": (1.0, "same country"),
    "place": (0.95, "same place name and country"),
    "org": (0.95, "same name"),
    "weapon": (0.9, "same name"),
    "group": (1.0, "same words in one article"),
}
"""Score and reason of joining what has one key, by kind of thing."""

type Found = dict[str, list[tuple[Report, Entity]]]


def shared_entities(
    extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[SharedEntity, ...], tuple[Join, ...]]:
    """Return the entities of all articles, sorted by key, and why each article's entity was joined to the first one.

    Args:
        extractions: by article key.
        keys: for each article key, the canonical key of each entity id.
    """
    found = _by_key(extractions, keys)
    countries = {country_key(code): code for code in _country_codes(found)}
    named = [_merged(key, reports, countries) for key, reports in found.items()]
    implied = [_implied(key, code) for key, code in countries.items() if key not in found]
    joins = tuple(
        Join(report=report, into=key, score=score, reason=reason)
        for key, reports in sorted(found.items())
        for score, reason in [_reason(key)]
        for report, _ in reports[1:]
    )
    return tuple(sorted([*named, *implied], key=lambda entity: entity.key)), joins


def _by_key(extractions: Mapping[str, Extraction], keys: Mapping[str, Mapping[str, str]]) -> Found:
    found: Found = {}
    for article in sorted(extractions):
        extraction = extractions[article]
        for entity in extraction.entities:
            found.setdefault(keys[article][entity.id], []).append((Report(article, entity.id), entity))
        if (publisher := publisher_of(extraction.article)) is not None:
            report = Report(article, publisher.id)
            found.setdefault(entity_key(publisher, article), []).append((report, publisher))
    return found


def _country_codes(found: Found) -> set[str]:
    """Return the codes of all countries that are named, or known well enough to be named by us."""
    codes = {entity.country for reports in found.values() for _, entity in reports if entity.country}
    return {code for code in codes if code in country_by_iso() or country_key(code) in found}


def _implied(key: str, code: str) -> SharedEntity:
    """Return a country that no article names, but in which something lies that one names."""
    return SharedEntity(
        key=key,
        type="Country",
        name=country_by_iso()[code].name,
        aliases=(),
        same_as=(),
        lat=None,
        lon=None,
        precision=None,
        part_of=None,
        articles=(),
    )


def _reason(key: str) -> tuple[float, str]:
    kind, _, rest = key.partition("-")
    return (1.0, "same GeoNames entry") if kind == "place" and rest.isdigit() else _REASONS[kind]


def _merged(key: str, reports: list[tuple[Report, Entity]], countries: Mapping[str, str]) -> SharedEntity:
    """Return what the reports together say of the entity; the commonest name and class win, then the alphabet."""
    entities = [entity for _, entity in reports]
    name = _commonest(entity.name for entity in entities)
    aliases = {alias for entity in entities for alias in (entity.name, *entity.aliases)}
    located = min((entity for entity in entities if entity.lat is not None), key=_location, default=entities[0])
    return SharedEntity(
        key=key,
        type=_commonest(entity.type for entity in entities),
        name=name,
        aliases=tuple(sorted(aliases - {name})),
        same_as=tuple(sorted({iri for entity in entities for iri in entity.same_as})),
        lat=located.lat,
        lon=located.lon,
        precision=located.precision,
        part_of=_country_of(key, entities, countries),
        articles=tuple(dict.fromkeys(report.article for report, _ in reports)),
    )


def _country_of(key: str, entities: Iterable[Entity], countries: Mapping[str, str]) -> str | None:
    codes = [entity.country for entity in entities if entity.country]
    if not codes or not key.startswith(("place-", "org-")):
        return None
    country = country_key(_commonest(codes))
    return country if country in countries else None


def _location(entity: Entity) -> tuple[float, float, str]:
    return (entity.lat or 0.0, entity.lon or 0.0, entity.precision or "")


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
