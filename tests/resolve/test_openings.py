"""Sentences that begin in the same words and end otherwise: what one outlet cuts, or ascribes to a wire."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kg.records import Extraction, Span
from kg.resolve.scenes import scenes
from tests.resolve.test_happenings import DAY, event
from tests.resolve.test_scenes import rules, told

QUOTED = "“None of our guns fired a shot on that day,” said the spokesman"
TALKS = event("Talks", places=(), first=DAY, days=20)


def with_opening(number: int, text: str, **changes: object) -> Extraction:
    return told(number, text, replace(TALKS, **changes))  # type: ignore[arg-type]


def test_the_same_opening_within_a_day() -> None:
    assert rules(with_opening(1, f"{QUOTED}."), with_opening(2, f"{QUOTED}, according to a wire.")) == ["same-opening"]


@pytest.mark.parametrize(
    "other",
    [
        with_opening(5, f"{QUOTED}, according to a wire."),
        with_opening(2, f"Again {QUOTED}."),
        with_opening(2, f"{QUOTED}, he added.", type="Visit"),
        with_opening(2, f"{QUOTED}, he added.", polarity="negative"),
        with_opening(2, f"{QUOTED}, he added.", modality="planned"),
        with_opening(2, f"{QUOTED}, he added.", places=("kall",)),
        told(2, f"{QUOTED}, he added.", event("Talks", places=(), first=DAY + timedelta(days=40), days=20)),
    ],
    ids=["days later", "other words", "class", "polarity", "modality", "place", "month"],
)
def test_no_opening_in_common(other: Extraction) -> None:
    assert rules(with_opening(1, f"{QUOTED}.", places=("brenn",)), other) == []


def test_other_parties_are_another_event() -> None:
    first = told(1, f"{QUOTED}.", event("Talks", ("actor", "ostrava"), places=(), first=None))
    second = told(2, f"{QUOTED}, he added.", event("Talks", ("actor", "velmora"), places=(), first=None))
    assert rules(first, second) == []


@pytest.mark.parametrize(
    ("text", "trigger", "has"),
    [(f"{QUOTED}.", 20, True), (f"{QUOTED}.", 62, False), ("None of our guns fired a shot on Thursday.", 9, False)],
    ids=["told in it", "told behind it", "a short sentence"],
)
def test_the_opening_must_tell_of_it(text: str, trigger: int, has: bool) -> None:  # noqa: FBT001 - what is expected
    extraction = told(1, text, TALKS)
    (only,) = extraction.events
    extraction = replace(extraction, events=(replace(only, trigger=Span(trigger, trigger + 1)),))
    assert bool(scenes(extraction)["v0"].opening) is has
