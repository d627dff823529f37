"""Leave out the facts that are not sure enough, so that what is left is a whole extraction."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.records.model import Containment, Event, Extraction, Role, Statement


def at_least(extraction: Extraction, confidence: float) -> Extraction:
    """Return `extraction` with the roles, events, statements and containments that are at least so sure.

    Entities and dates carry no confidence and stay, so that whatever a fact names is there. An event whose companions
    in a happening are all left out stands alone afterwards.
    """
    roles = tuple(_sure(extraction.roles, confidence))
    kept = {role.id for role in roles}
    events = tuple(of_roles(event, kept) for event in _sure(extraction.events, confidence))
    sizes = Counter(event.incident for event in events)
    return replace(
        extraction,
        roles=roles,
        events=tuple(event if sizes[event.incident] > 1 else replace(event, incident=None) for event in events),
        statements=tuple(_sure(extraction.statements, confidence)),
        parts=tuple(_sure(extraction.parts, confidence)),
    )


def of_roles(event: Event, kept: Collection[str]) -> Event:
    """Return `event`, opening and closing no other roles than those `kept`."""
    if all(role in kept for role in event.opens + event.closes):
        return event
    return replace(
        event,
        opens=tuple(role for role in event.opens if role in kept),
        closes=tuple(role for role in event.closes if role in kept),
    )


def _sure[Fact: (Role, Event, Statement, Containment)](facts: Iterable[Fact], confidence: float) -> Iterable[Fact]:
    return (fact for fact in facts if fact.confidence >= confidence)
