"""What is left of an extraction when the less sure facts go."""

from dataclasses import replace

import pytest

from kg.records import Containment, Extraction
from kg.records.exchange import from_json, to_json
from kg.records.threshold import at_least, of_roles
from tests.samples import extraction, sentence


@pytest.fixture
def record() -> Extraction:
    part = Containment(id="p1", part="e3", whole="e2", evidence=sentence(0), confidence=0.8, rule="possessive")
    return replace(extraction(), parts=(part,))


def kept(record: Extraction) -> list[str]:
    return [
        *(role.id for role in record.roles),
        *(event.id for event in record.events),
        *(statement.id for statement in record.statements),
        *(part.id for part in record.parts),
    ]


def test_an_event_opens_no_role_that_is_left_out(record: Extraction) -> None:
    opening = replace(record.events[0], opens=("r1",), closes=("r2",))
    left = at_least(replace(record, events=(opening, *record.events[1:])), 0.95)
    assert [role.id for role in left.roles] == ["r1"]
    assert not left.events
    assert of_roles(opening, {"r1"}).opens == ("r1",)
    assert of_roles(opening, {"r1"}).closes == ()


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        (0.0, ["r1", "r2", "v1", "v2", "v3", "s1", "p1"]),
        (0.85, ["r1", "r2", "v1", "v2", "v3", "s1"]),
        (0.86, ["r1", "r2", "v1", "s1"]),
        (0.95, ["r1", "s1"]),
        (1.0, []),
    ],
)
def test_facts_at_least_so_sure_are_kept(record: Extraction, confidence: float, expected: list[str]) -> None:
    assert kept(at_least(record, confidence)) == expected


def test_nothing_changes_where_all_are_sure_enough(record: Extraction) -> None:
    assert at_least(record, 0.5) == record


def test_what_facts_name_stays(record: Extraction) -> None:
    left = at_least(record, 0.9)
    assert left.entities == record.entities
    assert left.dates == record.dates
    assert from_json(to_json(left)) == left


def test_an_event_left_alone_is_in_no_happening_with_others(record: Extraction) -> None:
    strike, killing = record.events[1], replace(record.events[2], confidence=0.5)
    assert strike.incident is not None
    left = at_least(replace(record, events=(record.events[0], strike, killing)), 0.6)
    assert [(event.id, event.incident) for event in left.events] == [("v1", None), ("v2", None)]
