"""The spine: what a build makes of its sources, and what is left of one that is stopped.

The model is not the point here, so the articles are read by a stand-in that finds the facts of one sample text.
"""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pyoxigraph import Quad

import kg.pipeline
from kg.errors import InputError, WorkspaceError
from kg.extract.workers import Answer
from kg.pipeline import Built, Outcome, Step, build, extract, open_graph
from kg.rdf.ontology import ONTOLOGY_GRAPH
from kg.records import Article
from kg.records.exchange import from_json, to_json
from kg.workspace import GraphFolder, create_workspace, open_workspace
from tests.samples import TEXT, extraction

_STAND_IN = """
    import signal, sys, time
    import kg.pipeline
    from dataclasses import replace
    from kg.records.exchange import to_json
    from tests.samples import extraction

    def stand_in(articles, *, model, workers):
        for article in articles:
            time.sleep(0.04)
            yield article, to_json(replace(extraction(), article=article))

    kg.pipeline.extract_lines = stand_in
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins deaf to it
    from kg.cli import main
    main()
"""
"""A program that is `kg` with the stand-in, slow enough to be stopped half-way."""


def read_sample(articles: Iterable[Article], *, model: str, workers: int) -> Iterator[tuple[Article, Answer]]:
    assert model
    assert workers
    for article in articles:
        bad = InputError(article.id, "a rule failed on it")
        yield article, bad if article.title == "bad" else to_json(replace(extraction(), article=article))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    monkeypatch.setattr(kg.pipeline, "extract_lines", read_sample)
    return create_workspace(tmp_path / "ws")


def source(folder: Path, *articles: Article | dict[str, object]) -> Path:
    path = folder / "articles.jsonl"
    rows = (asdict(article) if isinstance(article, Article) else article for article in articles)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def row(number: int, **more: object) -> dict[str, object]:
    return {"id": f"a{number}", "text": TEXT + f" This is version {number} of the story.", **more}


def outcomes(run: Callable[[Callable[[Step], None]], Built]) -> list[Outcome]:
    steps: list[Step] = []
    run(steps.append)
    return [step.outcome for step in steps]


def said(workspace: GraphFolder) -> set[Quad]:
    """Return what the graph says of articles, without the ontology, whose blank nodes are named anew in each store."""
    return {quad for quad in open_graph(workspace).quads() if quad.graph_name != ONTOLOGY_GRAPH}


class TestBuild:
    def test_bad_articles_are_told_and_the_rest_is_built(self, workspace: GraphFolder, tmp_path: Path) -> None:
        path = source(tmp_path, row(1), {"id": "a2"}, row(3), row(4, title="bad"))
        assert build([path, tmp_path / "none"], workspace) == Built(added=2, revised=0, reread=0, kept=0, refused=3)
        store = open_graph(workspace)
        assert store.select("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == ((2,),)
        assert sum("/article-" in graph.value for graph in store.graphs()) == 2

    def test_second_build_reads_nothing_again(self, workspace: GraphFolder, tmp_path: Path) -> None:
        path = source(tmp_path, row(1), row(2))
        assert outcomes(lambda watch: build([path], workspace, watch=watch)) == ["added", "added", "stage", "stage"]
        stored = workspace.store_key()
        assert outcomes(lambda watch: build([path], workspace, watch=watch)) == ["kept", "kept"]
        assert workspace.store_key() == stored

    def test_changed_article_takes_the_place_of_the_old(self, workspace: GraphFolder, tmp_path: Path) -> None:
        build([source(tmp_path, row(1), row(2))], workspace)
        changed = source(tmp_path, row(1, text=TEXT), row(2))
        assert outcomes(lambda watch: build([changed], workspace, watch=watch)) == ["revised", "kept", "stage", "stage"]
        store = open_graph(workspace)
        assert store.select("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == ((2,),)

    def test_same_articles_give_the_same_graph_in_any_order(self, workspace: GraphFolder, tmp_path: Path) -> None:
        build([source(tmp_path, row(1), row(2), row(3))], workspace)
        other = create_workspace(tmp_path / "other")
        for number in (3, 1, 2):
            build([source(tmp_path, row(number))], other)
        assert said(workspace) == said(other)

    def test_new_program_reads_again_and_new_base_only_stores_again(
        self, workspace: GraphFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = source(tmp_path, row(1))
        build([path], workspace)
        (workspace.folder / "kg.toml").write_text('base = "https://example.org/id/"\n', encoding="utf-8")
        rebased = open_workspace(workspace.folder)
        assert outcomes(lambda watch: build([path], rebased, watch=watch)) == ["kept", "stage", "stage"]
        assert open_graph(rebased).ask("ASK { <https://example.org/id/person-mira-solen> ?p ?o }")
        monkeypatch.setattr(kg.pipeline, "sources_digest", lambda *_: "newer")
        assert outcomes(lambda watch: build([path], rebased, watch=watch)) == ["reread", "stage", "stage"]

    def test_nothing_to_read_is_an_empty_graph(self, workspace: GraphFolder, tmp_path: Path) -> None:
        assert build([tmp_path / "none"], workspace) == Built(added=0, revised=0, reread=0, kept=0, refused=1)
        assert open_graph(workspace).select("SELECT * { ?a a schema:NewsArticle }").rows == ()


def test_extract_tells_errors_among_the_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.pipeline, "extract_lines", read_sample)
    answers = list(extract([source(tmp_path, {"id": "0"}, row(1), row(2), {"id": "3"})]))
    names = [str(one.line) if isinstance(one, InputError) else from_json(one).article.id for one in answers]
    assert names == ["1", "a1", "a2", "4"]


class TestStaleStore:
    def test_store_that_is_behind_is_made_again_before_it_is_read(self, workspace: GraphFolder, tmp_path: Path) -> None:
        build([source(tmp_path, row(1))], workspace)
        record = replace(extraction(), article=replace(extraction().article, id="late", url=None))
        workspace.add(
            record.article, to_json(record), reader="r"
        )  # as a build that was killed before storing leaves it
        store = open_graph(open_workspace(workspace.folder))
        assert store.select("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == ((2,),)

    @pytest.mark.parametrize("lost", ["store", "store.key"])
    def test_lost_store_is_made_again(self, workspace: GraphFolder, tmp_path: Path, lost: str) -> None:
        build([source(tmp_path, row(1))], workspace)
        (workspace.folder / lost).rename(tmp_path / "lost")
        assert open_graph(open_workspace(workspace.folder)).count()

    def test_reader_gets_the_old_store_while_a_build_is_running(self, workspace: GraphFolder, tmp_path: Path) -> None:
        build([source(tmp_path, row(1))], workspace)
        with workspace.writing():
            record = extraction()
            workspace.add(record.article, to_json(record), reader="r")
            store = open_graph(open_workspace(workspace.folder))
            assert store.select("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == ((1,),)

    def test_reader_without_any_store_is_told_that_a_build_is_running(self, workspace: GraphFolder) -> None:
        with workspace.writing(), pytest.raises(WorkspaceError, match="another process is writing"):
            open_graph(open_workspace(workspace.folder))


class TestStopped:
    """A build that is stopped keeps every article that it reported."""

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
    def test_stopped_build_can_be_opened_and_taken_up_again(self, tmp_path: Path, number: signal.Signals) -> None:
        path = source(tmp_path, *(row(n) for n in range(24)))
        folder = tmp_path / "ws"
        command = [sys.executable, "-c", textwrap.dedent(_STAND_IN), "-v", "build", str(path), "-w", str(folder)]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        reported = [process.stderr.readline().strip() for _ in range(3)]
        process.send_signal(number)
        rest = process.communicate()[1].splitlines()
        assert process.returncode == (130 if number == signal.SIGINT else -number)
        if number == signal.SIGINT:
            assert "run the same command again to go on" in rest[-1]
        reported += [line for line in rest if line.startswith("added")]
        left = open_workspace(folder)
        assert {f"added {record.article.id}" for record in left.records()} >= set(reported)
        there = len(left)
        assert 3 <= there < 24
        again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert again.stderr.count("kept ") == there
        assert open_graph(open_workspace(folder)).select("SELECT * { ?a a schema:NewsArticle }").rows[23:]
