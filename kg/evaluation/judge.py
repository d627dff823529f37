"""Say of each fact that was found whether it is right by the expected ones: what a confidence is measured by.

A fact is right where nothing that it says is wrong; what it leaves out makes it no less right, and neither does saying
it twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.evaluation.compare import same_title
from kg.evaluation.compare_events import pair_events
from kg.evaluation.matching import SAME_SPAN, align, jaccard, overlaps
from kg.records import Event, Extraction, Role, Span, Statement


class Verdict(NamedTuple):
    """A fact and whether it is right; an event by its class alone, a "whole event" by all that it tells."""

    kind: Literal["roles", "events", "whole events", "statements"]
    fact: Role | Event | Statement
    right: bool


def judge(expected: Extraction, answer: Extraction) -> Iterator[Verdict]:
    """Yield a verdict on each role, event and statement of `answer`; events are judged twice."""
    same = align(expected, answer)
    sides = _Sides(
        same=same,
        mentions={entity.id: entity.mentions for entity in expected.entities},
        countries=frozenset(entity.id for entity in answer.entities if entity.type == "Country"),
    )
    for role in answer.roles:
        yield Verdict("roles", role, any(sides.post(fact, role) for fact in expected.roles))
    events = {found.id: whole for fact, found, whole in pair_events(expected, answer, same) if fact.type == found.type}
    for event in answer.events:
        yield Verdict("events", event, event.id in events)
        yield Verdict("whole events", event, events.get(event.id, False))
    for statement in answer.statements:
        yield Verdict("statements", statement, any(sides.saying(fact, statement) for fact in expected.statements))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sides:
    """Which found entity is which expected one, where the expected ones are named, and the found countries."""

    same: dict[str, str]
    mentions: dict[str, tuple[Span, ...]]
    countries: frozenset[str]

    def post(self, fact: Role, found: Role) -> bool:
        """Tell whether `found` says nothing but what `fact` does; a country may be added where it names no body."""
        if self.same.get(found.person) != fact.person or not same_title(fact.title, found.title):
            return False
        added = fact.organization is None and found.organization in self.countries
        body = found.organization is None or added or self.same.get(found.organization) == fact.organization
        return body and fact.status in (found.status, "unknown")

    def saying(self, fact: Statement, found: Statement) -> bool:
        """Tell whether `found` is `fact` or a part of it, by the same speaker, known or only named there."""
        inside = fact.content.start <= found.content.start and found.content.end <= fact.content.end
        if not inside and jaccard(fact.content, found.content) < SAME_SPAN:
            return False
        if fact.speaker is None:
            return found.speaker is None
        if found.speaker is not None:
            return self.same.get(found.speaker) == fact.speaker
        named = found.speaker_span
        return named is None or any(overlaps(mention, named) for mention in self.mentions[fact.speaker])
