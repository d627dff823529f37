"""Say of each fact that was found whether it is an expected one: what a confidence is measured by."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.evaluation.compare import pair_roles, pair_statements
from kg.evaluation.compare_events import pair_events
from kg.evaluation.matching import align
from kg.records import Event, Extraction, Role, Statement


class Verdict(NamedTuple):
    """A fact and whether it is right; "whole events" are right where all that they tell is."""

    kind: Literal["roles", "events", "whole events", "statements"]
    fact: Role | Event | Statement
    right: bool


def judge(expected: Extraction, answer: Extraction) -> Iterator[Verdict]:
    """Yield a verdict on each role, event and statement of `answer`; events are judged twice."""
    same = align(expected, answer)
    posts = {found.id for _, found, complete in pair_roles(expected, answer, same) if complete}
    for role in answer.roles:
        yield Verdict("roles", role, role.id in posts)
    events = {found.id: whole for fact, found, whole in pair_events(expected, answer, same) if fact.type == found.type}
    for event in answer.events:
        yield Verdict("events", event, event.id in events)
        yield Verdict("whole events", event, events.get(event.id, False))
    pairs, parts = pair_statements(expected, answer, same)
    said = {found.id for _, found, attributed in pairs if attributed}
    for statement in answer.statements:
        yield Verdict("statements", statement, statement.id in said | parts)
