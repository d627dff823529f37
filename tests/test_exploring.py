"""`kg.Workspace`: from articles to tables and networks in a few calls."""

from pathlib import Path

import pytest

import kg
import kg.pipeline
from kg.errors import QueryError, WorkspaceError
from kg.exploring import Rows
from kg.store import Table
from tests.samples import TEXT
from tests.test_pipeline import read_sample

ARTICLE = f"---\npublished: 2025-07-22\n---\n{TEXT}\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> kg.Workspace:
    """Return a workspace of one article, read by the stand-in of the tests of the spine."""
    monkeypatch.setattr(kg.pipeline, "extract_lines", read_sample)
    (tmp_path / "note.md").write_text(ARTICLE, encoding="utf-8")
    found = kg.Workspace(tmp_path / "ws")
    assert found.build(tmp_path / "note.md").added == 1
    return found


def test_named_queries_and_sparql_give_rows(workspace: kg.Workspace) -> None:
    named = workspace.query("posts", person="Mira Solen")
    assert {row["title"] for row in named} == {"chairs"}
    assert set(named.columns) == set(named[0])
    plain = workspace.query("SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }")
    assert [dict(row) for row in plain] == [{"name": "Mira Solen"}]


def test_wrong_questions_are_refused(workspace: kg.Workspace) -> None:
    with pytest.raises(QueryError, match="only those take parameters"):
        workspace.query("SELECT ?a { ?a ?b ?c }", person="Mira Solen")
    with pytest.raises(QueryError):
        workspace.query("posts", colour="red")


def test_the_network_keeps_its_scope(workspace: kg.Workspace) -> None:
    assert {edge["tie"] for *_, edge in workspace.network(ties={"membership"}).edges(data=True)} == {"membership"}
    assert not workspace.network(since="2031-01-01").edges
    with pytest.raises(ValueError, match="Invalid isoformat"):
        workspace.network(since="soon")


def test_a_threshold_holds_for_every_answer(workspace: kg.Workspace) -> None:
    sure = kg.Workspace(workspace.folder.folder, min_confidence=1.0)
    assert sure.query("posts") == ()
    assert sure.summary().posts == 0


def test_articles_can_be_taken_out_again(workspace: kg.Workspace) -> None:
    assert workspace.summary().articles == 1
    workspace.remove("note")
    assert workspace.summary().articles == 0


def test_facts_and_pages(workspace: kg.Workspace, tmp_path: Path) -> None:
    assert [fact.kind for fact in workspace.explain("Mira Solen").facts]
    assert workspace.view(tmp_path / "site").is_file()
    assert workspace.view().is_relative_to(workspace.folder.folder)


def test_it_shows_itself(workspace: kg.Workspace, tmp_path: Path) -> None:
    assert "<th>articles</th><td>1</td>" in workspace._repr_html_()
    assert repr(workspace).startswith("Workspace('")
    empty = kg.Workspace(tmp_path / "empty")
    assert "no articles yet" in empty._repr_html_()
    with pytest.raises(WorkspaceError, match="no workspace"):
        empty.query("posts")


def test_rows_show_hostile_text_as_text() -> None:
    rows = Rows.of(Table(("na<me",), (("<script>alert(1)</script>",), (None,))))
    shown = rows._repr_html_()
    assert rows.head(1) == rows[:1]
    assert rows.head(1).columns == rows.columns
    assert "<script>" not in shown
    assert "na&lt;me" in shown
    assert "<td></td>" in shown
