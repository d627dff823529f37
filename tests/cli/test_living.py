"""Commands that change a graph that is there: add, remove, history, decisions and taking them back."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import make_app
from kg.pipeline import open_graph
from kg.records import Extraction
from kg.records.exchange import to_json
from kg.resolve import fact_names
from kg.upkeep import upkeep
from kg.workspace import GraphFolder, create_workspace
from tests import samples
from tests.resolve.test_disputes import BLAMED
from tests.resolve.test_scenes import told
from tests.upkeep_aids import story

MAKER = "test"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [str(word) for word in words])


def other_name(number: int) -> Extraction:
    """Return the story with a person of quite another name."""
    read = story(number)
    people = (replace(one, name="Ida Norr", aliases=()) if one.type == "Person" else one for one in read.entities)
    return replace(read, entities=tuple(people))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)
    workspace = create_workspace(tmp_path / "ws")
    text = samples.TEXT + " More soon."
    later = samples.extraction(id="a1", url=None, publisher="Outlet 1", published="2025-07-24", text=text)
    with workspace.writing(), upkeep(workspace, maker=MAKER) as keeper:
        for read in (story(1), other_name(2), later):
            added = workspace.add(read.article, to_json(read), reader=MAKER)
            for version in added.gone:
                keeper.drop(version)
            if added.into is not None:
                keeper.put(read)
    return workspace


def people(place: GraphFolder) -> int:
    return len(open_graph(place).select("SELECT ?p { ?p a foaf:Person }").rows)


def test_history_shows_versions(place: GraphFolder) -> None:
    shown = run("history", "a1", "-w", place.folder)
    assert shown.exit_code == 0
    assert len(re.findall(r"^[0-9a-f]{16}  ", shown.stdout, flags=re.MULTILINE)) == 2


def test_remove_takes_out_all_versions(place: GraphFolder) -> None:
    assert run("remove", "a1", "-w", place.folder).exit_code == 0
    assert people(place) == 1
    assert run("history", "a1", "-w", place.folder).exit_code != 0


def test_same_and_undo(place: GraphFolder) -> None:
    assert people(place) == 2
    assert run("same", "Mira Solen", "Ida Norr", "--why", "her married name", "-w", place.folder).exit_code == 0
    assert people(place) == 1
    (line,) = (place.folder / "curation.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["of"] == ["person-mira-solen", "person-ida-norr"]
    assert "her married name" in run("decisions", "-w", place.folder).stdout
    assert run("undo", "c1", "-w", place.folder).exit_code == 0
    assert people(place) == 2
    assert run("undo", "c7", "-w", place.folder).exit_code != 0


def test_different_parts_what_was_one(place: GraphFolder) -> None:
    run("same", "Mira Solen", "Ida Norr", "-w", place.folder)
    assert run("different", "Mira Solen", "Ida Norr", "-w", place.folder).exit_code == 0
    assert people(place) == 2


def test_wrong_takes_a_fact_out_and_right_notes_a_check(place: GraphFolder) -> None:
    names = fact_names(other_name(2))
    assert run("wrong", names["v1"], "-w", place.folder).exit_code == 0
    assert run("right", names["v2"], "--by", "jb", "-w", place.folder).exit_code == 0
    store = open_graph(place)
    assert not store.ask(f"ASK {{ id:{names['v1']} ?p ?o }}")
    assert store.ask(f"ASK {{ id:{names['v2']} ckg:checked ?why FILTER(CONTAINS(?why, 'jb')) }}")
    assert run("wrong", "event-that-is-not", "-w", place.folder).exit_code != 0


@pytest.fixture
def disagreeing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)
    workspace = create_workspace(tmp_path / "disagreeing")
    first, second = told(1, "They fired.", BLAMED), told(2, "They did not.", replace(BLAMED, polarity="negative"))
    with workspace.writing(), upkeep(workspace, maker=MAKER) as keeper:
        for read in (first, second):
            workspace.add(read.article, to_json(read), reader=MAKER)
            keeper.put(read)
    return workspace


def test_contradictions_are_shown_with_both_sentences(disagreeing: GraphFolder) -> None:
    shown = run("contradictions", "-w", disagreeing.folder)
    assert shown.exit_code == 0
    assert shown.stdout.index("They fired.") < shown.stdout.index("They did not.")
    assert "polarity" in shown.stdout
    assert "2031-04-04" in shown.stdout
    assert "1 contradiction" in shown.stderr


@pytest.mark.parametrize(("options", "rows"), [(["--matter", "polarity"], 1), (["--matter", "count"], 0)])
@pytest.mark.parametrize(("about", "there"), [([], True), (["--about", "Velmora"], True), (["--about", "Kall"], False)])
def test_contradictions_for_programs(
    disagreeing: GraphFolder, options: list[str], rows: int, about: list[str], *, there: bool
) -> None:
    shown = run("contradictions", *options, *about, "--format", "csv", "-w", disagreeing.folder)
    assert len(shown.stdout.splitlines()) == 1 + rows * there


def test_review_and_rebuild(place: GraphFolder) -> None:
    assert run("review", "-w", place.folder).exit_code == 0
    before = people(place)
    assert run("rebuild", "-w", place.folder).exit_code == 0
    assert people(place) == before
