"""`kg dossier`: one file, the same bytes, and a word about others of the same name."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import make_app
from kg.errors import QueryError
from kg.records.exchange import to_json
from kg.workspace import create_workspace
from tests.samples import extraction


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with the one sample article."""
    workspace = create_workspace(tmp_path_factory.mktemp("dossier") / "ws")
    record = extraction()
    workspace.add(record.article, to_json(record), reader="r")
    return workspace.folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [str(word) for word in words])


def test_one_file_with_quotes_digests_and_queries(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "solen.html"
    result = run("dossier", "mira solen", "-w", folder, "--out", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{out}\n", "")
    text = out.read_text(encoding="utf-8")
    assert "<h1><bdi>Mira Solen</bdi></h1>" in text
    assert "We will not leave the table" in text
    assert extraction().article.sha256 in text
    assert "SELECT ?tenure ?person" in text
    assert str(folder) not in text


def test_the_same_graph_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        run("dossier", "Velmora", "-w", folder, "--out", tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_less_sure_facts_can_be_left_out(folder: Path, tmp_path: Path) -> None:
    run("dossier", "Brenn", "-w", folder, "--out", tmp_path / "all.html")
    run("dossier", "Brenn", "-w", folder, "--out", tmp_path / "sure.html", "--min-confidence", "0.95")
    assert "a market in Brenn" in (tmp_path / "all.html").read_text(encoding="utf-8")
    assert "a market in Brenn" not in (tmp_path / "sure.html").read_text(encoding="utf-8")


def test_nothing_is_written_for_a_name_that_is_nobodys(folder: Path, tmp_path: Path) -> None:
    result = run("dossier", "Nobody at All", "-w", folder, "--out", tmp_path / "none.html")
    assert isinstance(result.exception, QueryError)
    assert list(tmp_path.iterdir()) == []


def test_others_of_that_name_are_told_with_how_to_choose(tmp_path: Path) -> None:
    first = extraction()
    ship = replace(first.entities[6], id="e9", name="Brenn")  # a weapon of the same name as the town
    record = replace(first, entities=(*first.entities, ship))
    workspace = create_workspace(tmp_path / "ws")
    workspace.add(record.article, to_json(record), reader="r")
    out = tmp_path / "brenn.html"
    result = run("dossier", "brenn", "-w", workspace.folder, "--out", out)
    assert result.stderr == (
        "brenn is place-9000001; also called that: weapon-brenn; to choose one: kg dossier weapon-brenn --out FILE\n"
    )
    run("dossier", "weapon-brenn", "-w", workspace.folder, "--out", out)
    assert '<span class="kind other">Weapon</span>' in out.read_text(encoding="utf-8")
