"""Names of an article's facts, and the facts that are left when those decided to be wrong are taken out."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from kg.records import Count, Extraction
from kg.records.threshold import of_roles
from kg.resolve.keys import article_key, digest, entity_keys, event_keys


def fact_names(extraction: Extraction) -> dict[str, str]:
    """Return the name of the node of each fact, by the fact's id in the record ("r1", "v1", "s1", "p1").

    Names depend on nothing but the extraction: what is said of whom, and in which words. Facts that are alike in
    that are told apart by their order.
    """
    article = article_key(extraction.article)
    keys = entity_keys(extraction)
    names = dict(
        zip(
            (event.id for event in extraction.events),
            (f"event-{key}" for key in event_keys(extraction.events, article)),
            strict=True,
        )
    )
    seen: Counter[tuple[str | int, ...]] = Counter()

    def name(kind: str, *parts: str | int) -> str:
        seen[kind, *parts] += 1
        return f"{kind}-{digest(article, *map(str, parts), str(seen[kind, *parts]))}"

    for role in extraction.roles:
        names[role.id] = name("role", keys[role.person], role.title, *role.evidence)
    for statement in extraction.statements:
        names[statement.id] = name("statement", *statement.content)
    for part in extraction.parts:
        names[part.id] = name("part", keys[part.part], keys[part.whole], *part.evidence)
    return names


def count_name(report: str, count: Count) -> str:
    """Return the name of the node of a figure of the event report with the key `report`."""
    figure = (count.kind, count.start, count.end, count.min, count.max)
    return f"count-{digest(report, *map(str, figure))}"


def without(extraction: Extraction, wrong: Collection[str], names: Mapping[str, str]) -> Extraction:
    """Return `extraction` without the facts whose nodes' names are in `wrong`."""
    if not wrong or not set(wrong) & set(names.values()):
        return extraction
    roles = tuple(role for role in extraction.roles if names[role.id] not in wrong)
    kept = {role.id for role in roles}
    return replace(
        extraction,
        roles=roles,
        events=tuple(of_roles(event, kept) for event in extraction.events if names[event.id] not in wrong),
        statements=tuple(statement for statement in extraction.statements if names[statement.id] not in wrong),
        parts=tuple(part for part in extraction.parts if names[part.id] not in wrong),
    )
