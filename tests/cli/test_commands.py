"""Each command on a small graph: what it prints where, and with which exit status it ends."""

import csv
import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

import kg.pipeline
from kg.cli.app import COMMANDS, make_app
from kg.extract.workers import Answer
from kg.queries import names
from kg.records import Article
from kg.records.exchange import from_json, to_json
from kg.workspace import create_workspace
from tests.samples import TEXT, extraction

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with the one sample article."""
    workspace = create_workspace(tmp_path_factory.mktemp("cli") / "ws")
    record = extraction()
    workspace.add(record.article, to_json(record), reader="r")
    return workspace.folder


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read articles without a model."""

    def read(articles: Iterable[Article], *, model: str, workers: int) -> Iterator[tuple[Article, Answer]]:
        assert model
        assert workers
        for article in articles:
            yield article, to_json(replace(extraction(), article=article))

    monkeypatch.setattr(kg.pipeline, "extract_lines", read)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [str(word) for word in words])


def kg_process(*words: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run `kg` in a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


class TestQuery:
    SELECT = "SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }"

    def test_table(self, folder: Path) -> None:
        result = run("query", self.SELECT, "-w", folder)
        assert result.exit_code == 0
        assert result.stdout.split() == ["name", "Mira", "Solen"]
        assert result.stderr == "1 row\n"

    def test_iris_are_shortened_and_rows_are_not_cut(self, folder: Path) -> None:
        result = run("query", "SELECT ?s ?words { ?s a ckg:RoleReport ; ckg:sentence ?words } LIMIT 1", "-w", folder)
        assert "id:role-" in result.stdout
        assert TEXT[:150] in result.stdout

    def test_json(self, folder: Path) -> None:
        answer = json.loads(run("query", self.SELECT, "-f", "json", "-w", folder).stdout)
        assert answer["results"]["bindings"][0]["name"]["value"] == "Mira Solen"

    def test_csv(self, folder: Path) -> None:
        answer = run("query", self.SELECT, "-f", "csv", "-w", folder).stdout
        assert list(csv.reader(io.StringIO(answer))) == [["name"], ["Mira Solen"]]

    def test_xml(self, folder: Path) -> None:
        assert "<literal" in run("query", self.SELECT, "-f", "xml", "-w", folder).stdout

    def test_file(self, folder: Path, tmp_path: Path) -> None:
        path = tmp_path / "people.rq"
        path.write_text(self.SELECT, encoding="utf-8")
        assert "Mira Solen" in run("query", path, "-w", folder).stdout

    @pytest.mark.parametrize(
        "words", [["--person", "Mira Solen"], ["--person=Mira Solen"], ["--set", "person=Mira Solen"]]
    )
    def test_parameters_are_options(self, folder: Path, words: list[str]) -> None:
        assert run("query", "posts", *words, "-w", folder).stderr == "1 row\n"
        assert run("query", "posts", "-w", folder, *words).stderr == "1 row\n"

    @pytest.mark.parametrize(
        "hostile", ['x" } SELECT ?a { ?a ?b "', "x\n} DROP ALL", "{ UNDEF }", "\\", "'; --", "<https://a> ?x"]
    )
    def test_what_is_given_stays_a_value(self, folder: Path, hostile: str) -> None:
        result = run("query", "statements", "--about", hostile, "-w", folder)
        assert (result.exit_code, result.stderr) == (0, "0 rows\n")

    def test_a_query_is_shown_with_its_parameters(self) -> None:
        shown = run("queries", "who-held-post").stdout
        assert "--country" in shown
        assert "$ kg query who-held-post" in shown
        assert "SELECT DISTINCT ?name" in shown

    def test_named_query_with_a_parameter(self, folder: Path) -> None:
        result = run("query", "posts", "-p", "person=Mira Solen", "-w", folder)
        assert result.exit_code == 0
        assert "Solen" in result.stdout

    def test_ask_and_construct(self, folder: Path) -> None:
        assert run("query", "ASK { ?s a foaf:Person }", "-w", folder).stdout == "yes\n"
        triples = run("query", "CONSTRUCT { ?s a foaf:Person } WHERE { ?s a foaf:Person }", "-w", folder).stdout
        assert next(iter(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES)))

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["query", "SELECT ?x {"], "this SPARQL does not parse"),
            (["query", "nothing-of-the-kind"], "no query is called 'nothing-of-the-kind'"),
            (["query", "none.rq"], "none.rq: no such file; for a named query leave out .rq"),
            (["query", "posts", "-p", "person"], "'person': write it as name=value"),
            (["query", SELECT, "-p", "a=b"], "only named queries take parameters"),
            (["query", "posts", "--colour", "red"], "has no parameter 'colour'; it takes person, organization"),
            (["query", "posts", "--person"], "--person needs a value"),
            (["query", "posts", "Solen"], "'Solen': a parameter is written --name VALUE"),
            (["query", "who-held-post", "--on", "soon"], "on: 'soon' is no date; write it as 2025-07-23"),
            (["explain", "Nobody at All"], "nothing in this graph is called 'Nobody at All'"),
        ],
    )
    def test_errors_are_one_line_and_status_2(self, folder: Path, words: list[str], message: str) -> None:
        done = kg_process(*words, "-w", folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("kg: ")
        assert done.stderr.count("\n") == 1
        assert message in done.stderr

    def test_no_workspace(self, tmp_path: Path) -> None:
        done = kg_process("stats", folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "kg: workspace: no workspace; make one (kg build PATH... --workspace workspace)\n"

    def test_spacy_is_not_imported(self, folder: Path) -> None:
        code = (
            f"import sys; sys.argv = ['kg', 'query', 'posts', '-w', {str(folder)!r}]\nfrom kg.cli import main\n"
            "try:\n    main()\nfinally:\n    assert not {'spacy', 'numpy', 'rdflib', 'networkx'} & sys.modules.keys()"
        )
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)

    def test_reader_that_stops_reading_is_no_error(self, folder: Path) -> None:
        command = f"{shlex.quote(sys.executable)} -m kg export -w {shlex.quote(str(folder))} | head -n 1"
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(  # noqa: S602 - a pipe is the point
            command, shell=True, env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.count("\n") == 1
        assert done.stderr == ""


class TestBuild:
    @pytest.mark.usefixtures("stand_in")
    def test_bad_input_is_told_the_rest_is_built_and_the_status_is_1(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "b.txt").write_bytes(b"\xff\xff")
        (tmp_path / "c.jsonl").write_text('{"id": "c", "text": "cut', encoding="utf-8")
        result = run("build", tmp_path, "-w", tmp_path / "ws")
        assert result.exit_code == 1
        assert [line.partition(": ")[2].partition(": ")[0] for line in result.stderr.splitlines()[:2]] == [
            f"{tmp_path}/b.txt:1",
            f"{tmp_path}/c.jsonl:1",
        ]
        assert "articles 1 added, 2 passed over (see above)" in result.stderr
        figures = dict(line.rsplit(maxsplit=1) for line in result.stdout.splitlines())
        assert (figures["articles"], figures["people"], figures["posts"]) == ("1", "1", "2")
        assert figures["statements"] == "1"
        assert figures["  Talks"] == "1"
        again = run("build", tmp_path / "a.txt", "-w", tmp_path / "ws")
        assert again.exit_code == 0

    def test_missing_model_is_told_with_the_command_that_installs_it(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        done = kg_process("build", "a.txt", "--model", "en_core_web_none", folder=tmp_path)
        assert done.returncode == 2
        assert done.stderr.startswith("kg: spaCy pipeline 'en_core_web_none' is not installed; install it")
        assert "python -m spacy download en_core_web_none" in done.stderr
        assert done.stderr.count("\n") == 1

    @pytest.mark.parametrize("words", [["--workers", "0"], ["--published", "soon"]])
    def test_bad_option(self, tmp_path: Path, words: list[str]) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        assert kg_process("build", "a.txt", *words, folder=tmp_path).returncode == 2


@pytest.mark.usefixtures("stand_in")
def test_extract_prints_records_and_tells_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT}) + '\n{"id": "2"}\n', encoding="utf-8")
    result = run("extract", path, "--published", "2025-07-22")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert from_json(line).article.published == "2025-07-22"
    assert result.stderr == f"kg: {path}:2: no 'text'; give every article an id and a text\n"


class TestExplain:
    def test_entity_by_name(self, folder: Path) -> None:
        output = run("explain", "mira solen", "-w", folder).stdout
        assert output.startswith("Mira Solen\n")
        assert "Membership" in output
        assert "**defense minister**" in output
        assert (
            "Example Wire, 2025-07-22, Delegation named for Brenn talks, https://wire.example/2025/07/22/talks"
            in output
        )
        assert "rule apposition, confidence 0.95" in output

    def test_only_facts_about_the_thing(self, folder: Path) -> None:
        output = run("explain", "mira solen", "-w", folder).stdout
        assert "DroneStrike" not in output
        assert "drones" not in output

    def test_fact_by_iri(self, folder: Path) -> None:
        query = "SELECT ?e { ?e a ckg:Killing, ckg:EventReport }"
        answer = json.loads(run("query", query, "-f", "json", "-w", folder).stdout)
        iri = answer["results"]["bindings"][0]["e"]["value"]
        for spelling in (iri, f"<{iri}>", iri.rpartition("/")[2], f"id:{iri.rpartition('/')[2]}"):
            output = run("explain", spelling, "-w", folder).stdout
            assert output.count("Killing") == 1
            assert "hit a market" in output
            assert "killed at least 12" in output or "killed 12" in output


class TestMinConfidence:
    """The sample has posts of 0.95 and 0.9, events of 0.9, 0.85 and 0.85, a statement of 0.95."""

    @pytest.mark.parametrize(("least", "left"), [("0", [2, 3, 1]), ("0.86", [2, 1, 1]), ("0.95", [1, 0, 1])])
    @pytest.mark.usefixtures("stand_in")
    def test_extract(self, tmp_path: Path, least: str, left: list[int]) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        record = from_json(run("extract", tmp_path / "a.txt", "--min-confidence", least).stdout)
        assert [len(record.roles), len(record.events), len(record.statements)] == left

    def test_query_rests_on_what_is_left(self, folder: Path) -> None:
        events = "SELECT ?e { ?e a ckg:EventReport }"
        assert run("query", events, "-w", folder).stderr == "3 rows\n"
        assert run("query", events, "-w", folder, "--min-confidence", "0.86").stderr == "1 row\n"
        happenings = "SELECT ?h { ?h a ckg:DroneStrike ; ckg:reportedIn ?e }"
        assert run("query", happenings, "-w", folder).stderr == "1 row\n"
        assert run("query", happenings, "-w", folder, "--min-confidence", "0.86").stderr == "0 rows\n"

    def test_explain(self, folder: Path) -> None:
        assert "confidence 0.90" in run("explain", "mira solen", "-w", folder).stdout
        sure = run("explain", "mira solen", "-w", folder, "--min-confidence", "0.91").stdout
        assert "confidence 0.95" in sure
        assert "confidence 0.90" not in sure

    def test_stats_export_and_view(self, folder: Path, tmp_path: Path) -> None:
        assert run("stats", "-w", folder, "--min-confidence", "0.95").stdout.split()[4:6] == ["posts", "1"]
        assert "a ckg:Killing" not in run("export", "-w", folder, "--min-confidence", "0.86").stdout
        run("view", "--out", tmp_path / "site", "-w", folder, "--min-confidence", "0.95")
        data = sorted((tmp_path / "site" / "data").glob("network*.js"))
        page = "".join(path.read_text(encoding="utf-8") for path in data)
        assert "defense minister" in page
        assert "hit a market" not in page

    @pytest.mark.parametrize("value", ["1.1", "-0.1", "sure"])
    def test_not_from_0_to_1_is_refused(self, folder: Path, value: str) -> None:
        assert run("stats", "-w", folder, "--min-confidence", value).exit_code == 2


def test_queries_lists_all_and_shows_one() -> None:
    listed = run("queries").stdout
    assert all(name in listed for name in names())
    assert "SELECT" in run("queries", "posts").stdout


def test_stats(folder: Path) -> None:
    output = run("stats", "-w", folder).stdout.split()
    assert output[:4] == ["articles", "1", "people", "1"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("turtle", ox.RdfFormat.TURTLE)],
)
def test_export(folder: Path, tmp_path: Path, form: str, expected: ox.RdfFormat) -> None:
    printed = run("export", "-f", form, "-w", folder).stdout
    assert run("export", "-f", form, "--out", tmp_path / "graph", "-w", folder).stdout == ""
    for data in (printed, (tmp_path / "graph").read_text(encoding="utf-8")):
        assert len({quad.subject for quad in ox.parse(data, format=expected)}) > 10


def test_view(folder: Path, tmp_path: Path) -> None:
    assert run("view", "--out", tmp_path / "site", "-w", folder).stdout == f"{tmp_path / 'site' / 'index.html'}\n"
    assert all((tmp_path / "site" / name).stat().st_size for name in ("index.html", "network.html", "data/search.js"))


def test_validate_says_whether_the_graph_conforms(folder: Path) -> None:
    result = run("validate", "-w", folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "the graph conforms to the shapes\n")


def test_every_command_has_help() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(make_app([name]), [name, "--help"])
        assert result.exit_code == 0
        assert f"kg {name}" in result.stdout or "Usage" in result.stdout


def test_every_command_is_documented() -> None:
    documented = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"## kg {name}" not in documented] == []


def test_a_long_query_is_no_file_name(folder: Path) -> None:
    long = "SELECT ?p { ?p a foaf:Person " + " ".join("OPTIONAL { ?p skos:altLabel ?a }" for _ in range(20)) + " }"
    assert run("query", long, "--workspace", folder).exit_code == 0
