"""Which found facts are right, and that silence is no mistake."""

from dataclasses import replace
from typing import Any

import pytest

from kg.evaluation.judge import judge
from kg.records import Extraction
from tests.samples import extraction, span


def verdicts(answer: Extraction) -> dict[tuple[str, str], bool]:
    return {(verdict.kind, verdict.fact.id): verdict.right for verdict in judge(extraction(), answer)}


def test_the_expected_facts_are_right() -> None:
    found = verdicts(extraction())
    assert len(found) == 2 + 2 * 3 + 1
    assert all(found.values())


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"organization": None}, True),
        ({"organization": "e4"}, False),
        ({"status": "current"}, False),
        ({"title": "minister"}, True),
        ({"title": "envoy"}, False),
        ({"person": "e5"}, False),
    ],
)
def test_a_post(changes: dict[str, Any], right: bool) -> None:  # noqa: FBT001 - the expectation
    answer = extraction()
    first, *rest = answer.roles
    assert verdicts(replace(answer, roles=(replace(first, **changes), *rest)))["roles", "r1"] is right


def test_a_post_told_twice_is_right_twice() -> None:
    answer = extraction()
    again = replace(answer.roles[0], id="r3")
    assert verdicts(replace(answer, roles=(*answer.roles, again)))["roles", "r3"]


@pytest.mark.parametrize(
    ("changes", "by_class", "whole"),
    [
        ({"participants": (), "date": None, "places": (), "counts": ()}, True, True),
        ({"date": "t1"}, True, False),
        ({"places": ("e2",)}, True, False),
        ({"modality": "planned"}, True, False),
        ({"source": "e6"}, True, False),
        ({"type": "Injury"}, False, False),
        ({"trigger": span("leave")}, False, False),
    ],
)
def test_an_event(changes: dict[str, Any], by_class: bool, whole: bool) -> None:  # noqa: FBT001 - the expectations
    answer = extraction()
    *rest, killing = answer.events
    found = verdicts(replace(answer, events=(*rest, replace(killing, **changes))))
    assert (found["events", "v3"], found["whole events", "v3"]) == (by_class, whole)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"content": span("not leave the table")}, True),
        ({"content": span("On Monday, Ostravan drones hit a market")}, False),
        ({"speaker": "e6"}, False),
        ({"speaker": None, "speaker_span": None}, True),
        ({"speaker": None, "speaker_span": span("Mira Solen")}, True),
        ({"speaker": None, "speaker_span": span("the presidential office")}, False),
    ],
)
def test_a_statement(changes: dict[str, Any], right: bool) -> None:  # noqa: FBT001 - the expectation
    answer = extraction()
    said = replace(answer.statements[0], **changes)
    assert verdicts(replace(answer, statements=(said,)))["statements", "s1"] is right
