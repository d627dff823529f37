"""The table of reliability, and facts judged through a third-party scorer, here a small one of our own."""

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.judging import Judged, judge_set, load_scorer
from benchmarks.reliability import by_band, by_rule

SCORER = """
MAX_TRIGGER = 40
LENIENT_ROLES = {"object"}
NO_EMPLOYER = {"Country"}

def mentions_of(record): return {e["id"]: [tuple(m) for m in e["mentions"]] for e in record["entities"]}
def touches(span, spans, limit=150): return any(span[0] < b and a < span[1] for a, b in spans)
def letters(text, spans): return {i for a, b in spans for i in range(a, b)}
def coarse_of_system(kind): return frozenset([kind.lower()])
def coarse_of_gold(scheme, kind, mode=None, trigger=None): return frozenset([kind] if kind != "odd" else [])
def classes_of_scheme(scheme): return frozenset(["attack", "killing"])
def system_arguments(event, mentions):
    return [(p["role"], None, [(p["start"], p["end"])], []) for p in event["participants"]]
def fits(argument, given): return tuple(argument["span"]) == given[2][0] and argument["role"] == given[0]
"""


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("bench")
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    return load_scorer(folder)


def verdicts(score: ModuleType, name: str, gold: dict[str, Any], **found: object) -> list[tuple[str, bool]]:
    document = {"id": "1", "text": "x" * 100, "gold": gold}
    return [(fact.kind, fact.right) for fact in judge_set(score, name, [document], {"1": {"entities": [], **found}})]


def event(kind: str, start: int, *parties: tuple[str, int]) -> dict[str, Any]:
    participants = [{"role": role, "start": at, "end": at + 2} for role, at in parties]
    return {
        "type": kind,
        "trigger": [start, start + 3],
        "participants": participants,
        "rule": "verb:hit",
        "confidence": 0.9,
    }


def test_events_at_triggers(score: ModuleType) -> None:
    marked = {"type": "attack", "trigger": [10, 13], "arguments": [{"role": "actor", "span": [5, 7]}]}
    odd = {"type": "odd", "trigger": [30, 33], "arguments": []}
    gold = {"scheme": "kairos", "complete": True, "events": [marked, odd]}
    found = [
        event("Attack", 10, ("actor", 5)),  # right
        event("Attack", 10, ("actor", 50)),  # of that class, with a wrong party
        event("Attack", 20),  # repeats a class that is marked elsewhere
        event("Attack", 30),  # at a trigger that is not scored
        event("Killing", 40),  # wrong
        event("Killing", 10),  # wrong class
        event("Talks", 60),  # a class the set does not know
    ]
    assert verdicts(score, "events-x", gold, events=found) == [
        ("events", True),
        ("whole events", True),
        ("events", True),
        ("whole events", False),
        ("events", False),
        ("whole events", False),
        ("events", False),
        ("whole events", False),
    ]


def test_events_by_sentence(score: ModuleType) -> None:
    gold = {"scheme": "plover", "events": [{"type": "attack"}]}
    assert verdicts(score, "events-p", gold, events=[event("Attack", 1), event("Killing", 5)]) == [
        ("events", True),
        ("events", False),
    ]
    assert (
        verdicts(score, "events-p", {"scheme": "plover", "events": [{"type": "odd"}]}, events=[event("Attack", 1)])
        == []
    )


def test_roles_with_a_country_or_no_body_are_passed_over_unless_right(score: ModuleType) -> None:
    entities = [
        {"id": "p", "type": "Person", "mentions": [[0, 5]]},
        {"id": "o", "type": "Organization", "mentions": [[10, 15]]},
        {"id": "q", "type": "Organization", "mentions": [[50, 55]]},
        {"id": "c", "type": "Country", "mentions": [[20, 25]]},
    ]
    gold = {"pairs": [{"person": {"spans": [(0, 5)]}, "organization": {"spans": [(10, 15)]}}]}
    roles = [{"person": "p", "organization": body, "rule": "r", "confidence": 0.9} for body in ("o", "q", "c", None)]
    assert verdicts(score, "roles-x", gold, entities=entities, roles=roles) == [("roles", True), ("roles", False)]


def test_statements_need_content_and_speaker(score: ModuleType) -> None:
    gold = {"attributions": [{"content": [[10, 30]], "source": [(0, 5)]}]}
    said = {"speaker": None, "rule": "r", "confidence": 0.9}
    found = [
        {**said, "content": [10, 28], "speaker_span": [0, 3]},
        {**said, "content": [10, 28], "speaker_span": [40, 44]},
        {**said, "content": [60, 80], "speaker_span": [0, 3]},
    ]
    assert [right for _, right in verdicts(score, "statements-x", gold, statements=found)] == [True, False, False]


FACTS = [Judged("s", "roles", "apposition", 0.95, right) for right in (True, True, False)] + [
    Judged("s", "roles", "as", 0.62, right=True)
]


def test_shares_by_band() -> None:
    *_, line = by_band(FACTS)
    assert [cell.strip() for cell in line.strip("|").split("|")] == [
        "roles", "s", "", "", "1.00 of 1", "", "", "0.67 of 3", "0.67 of 3",
    ]  # fmt: skip


def test_shares_by_rule_are_smoothed() -> None:
    assert list(by_rule(FACTS))[2:] == [
        "| roles | apposition | 3 | 0.95 | 0.67 | 0.60 |",
        "| roles | as | 1 | 0.62 | 1.00 | 0.67 |",
    ]


def test_facts_that_a_person_judged(tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    fields = [["rule", "verb:hit, confidence 0.85"]]
    rows = [{"kind": "Event", "fields": fields, "right": right} for right in (True, False, True, True)]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.reliability", "--judged", str(path)]
    root = Path(__file__).parents[2]
    printed = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    (line,) = [line for line in printed.splitlines() if "by a person" in line]
    assert line.startswith("| whole events | by a person |")
    assert line.count("0.75 of 4") == 2
    assert "| roles | own |" in printed
