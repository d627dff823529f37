"""Facts drawn for judging: every field in words, the parts marked, the same lots again."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.sample_facts import KINDS, draw, read_records, show
from kg.records.exchange import to_json
from tests.samples import extraction


def fields(kind: str, number: int) -> tuple[str, list[tuple[str, str]]]:
    record = extraction()
    shown = show(record, getattr(record, kind)[number])
    return shown.passage, list(shown.fields)


def test_an_event() -> None:
    passage, found = fields("events", 2)
    assert passage == (
        "On [date: Monday], [actor: Ostravan] drones hit a market in Brenn, [Killing: killing] at least "
        "[killed: 12] [victim: people]."
    )
    assert found == [
        ("type", "Killing: killing"),
        ("actor", "'Ostravan' = Ostrava (Country)"),
        ("victim", "'people' = people (Group)"),
        ("date", "'Monday' = 2025-07-21"),
        ("when", "2025-07-21 to 2025-07-21"),
        ("place", "Brenn (Place)"),
        ("reality", "actual, positive"),
        ("count", "killed 12 or more"),
        ("same happening as", "hit"),
        ("rule", "verb:kill, confidence 0.85"),
    ]


def test_a_role_a_statement_and_a_date() -> None:
    passage, found = fields("roles", 0)
    assert passage.startswith("Mira Solen, the former defense minister")
    assert ("organization", "Velmora (Country)") in found
    passage, found = fields("statements", 0)
    assert passage == '"[content: We will not leave the table,]" [speaker: Solen] [cue: said].'
    assert ("speaker", "Mira Solen (Person)") in found
    assert fields("dates", 1)[1] == [("value", "DATE 2025-07-21")]


def test_the_same_seed_draws_the_same_facts_whatever_else_was_found() -> None:
    record = extraction()
    fewer = replace(record, events=record.events[:2])
    drawn = [fact.id for _, fact in draw([record], "events", number=3, seed="a", least=0)]
    assert sorted(drawn) == ["v1", "v2", "v3"]
    assert [fact.id for _, fact in draw([fewer], "events", number=3, seed="a", least=0)] == [
        key for key in drawn if key != "v3"
    ]
    assert [fact.id for _, fact in draw([record], "events", number=1, seed="a", least=0)] == drawn[:1]


@pytest.mark.parametrize(("kind", "left"), list(zip(KINDS, (1, 0, 1, 2), strict=True)))
def test_only_facts_that_are_sure_enough(kind: str, left: int) -> None:
    assert len(draw([extraction()], kind, number=9, seed="a", least=0.95)) == left


def test_records_are_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f"{to_json(extraction())}\n", encoding="utf-8")
    assert list(read_records(str(path))) == [extraction()]
