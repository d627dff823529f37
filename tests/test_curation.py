"""Decisions as lines of a file: read, added, undone, overtaken, and refused where they make no sense."""

import json
from pathlib import Path

import pytest

from kg.curation import Grounds, add_decision, decisions_of, in_force, read_decisions
from kg.errors import CurationError

BY = Grounds(by="jb", why="a misprint", at="2025-08-01")
GOOD = {"id": "c1", "do": "same", "of": ["a", "b"], "by": "jb", "why": "", "at": "2025-08-01"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "curation.jsonl"


def test_no_file_is_no_decision(path: Path) -> None:
    assert read_decisions(path) == ()


def test_what_is_added_is_read_again(path: Path) -> None:
    one = add_decision(path, "same", ("b", "a"), BY)
    other = add_decision(path, "wrong", ("event-1", "article"), BY)
    assert read_decisions(path) == (one, other)
    assert (one.id, other.id) == ("c1", "c2")
    found = decisions_of(read_decisions(path))
    assert found.same == {("a", "b"): "a misprint (jb, 2025-08-01)"}
    assert found.wrong == {"event-1"}
    assert found.facts["event-1"].article == "article"


def test_an_undone_decision_is_not_in_force_and_an_undone_undoing_is_none(path: Path) -> None:
    add_decision(path, "same", ("a", "b"), BY)
    add_decision(path, "undo", ("c1",), BY)
    assert in_force(read_decisions(path)) == ()
    add_decision(path, "undo", ("c2",), BY)
    assert [one.id for one in in_force(read_decisions(path))] == ["c1"]


def test_the_later_of_two_on_the_same_things_counts(path: Path) -> None:
    add_decision(path, "same", ("a", "b"), BY)
    add_decision(path, "different", ("b", "a"), BY)
    found = decisions_of(read_decisions(path))
    assert found.same == {}
    assert set(found.not_same) == {("a", "b")}


def test_what_is_not_there_cannot_be_undone(path: Path) -> None:
    with pytest.raises(CurationError, match="c9: no such decision"):
        add_decision(path, "undo", ("c9",), BY)
    assert not path.exists()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("{}", "no decision"),
        (json.dumps(GOOD | {"do": "guess"}), "'guess' is nothing that can be decided"),
        (json.dumps(GOOD | {"of": ["a"]}), "same is of two things"),
        (json.dumps(GOOD | {"do": "undo"}), "undo is of one thing"),
    ],
)
def test_a_bad_line_is_named_with_its_file(path: Path, line: str, problem: str) -> None:
    path.write_text(json.dumps(GOOD) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(CurationError, match=problem) as raised:
        read_decisions(path)
    assert f"{path}:2: " in str(raised.value)
