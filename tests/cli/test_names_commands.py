"""Known names at the command line: added, listed, taken back, and asked for on the network only when allowed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import make_app
from kg.errors import ConfigError, NamesError, QueryError, ServiceError
from kg.pipeline import open_graph
from kg.review import matched
from kg.workspace import GraphFolder, create_workspace
from tests.reconciliation.serving_names import Names, candidate, serving_names
from tests.test_names_in_the_graph import married
from tests.upkeep_aids import MAKER, add, exported, story

HEADER = "id,name,aliases,type,country,start,end\n"
SOLEN = "https://names.example/entity/Q1,Mira Solen,Mira Castun,Person,,,\n"


def run(*words: str | Path, place: GraphFolder | None = None) -> Result:
    where = [] if place is None else ["--workspace", str(place.folder)]
    result = CliRunner().invoke(make_app(), [*map(str, words), *where])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    workspace = create_workspace(tmp_path / "ws")
    add(workspace, story(1), married(2))
    return workspace


@pytest.fixture
def service() -> Iterator[Names]:
    known = {
        "Mira Solen": [candidate("Q1", "Mira Solen", 100), candidate("Q2", "Mira Solen (singer)", 71)],
        "Mira Castun": [candidate("Q1", "Mira Solen", 95)],
        "Brenn": [candidate("Q3", "Brenn", 100, type=[{"id": "Q515", "name": "city"}])],
        "Security Council": [candidate("Q4", "Security Council", 92, type=[])],
    }
    with serving_names(known) as names:
        yield names


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text(HEADER + SOLEN + "O-1,Security Council,,GovernmentBody,VX,,\n", encoding="utf-8")
    return path


def test_names_are_added_listed_and_taken_back(place: GraphFolder, actors: Path, tmp_path: Path) -> None:
    before = exported(place, tmp_path)
    told = run("add-names", actors, place=place)
    assert told.exit_code == 0
    assert told.stderr == f"{actors}: 2 names added; take back with: kg remove-names n1\n"
    assert run("names", place=place).stdout.split("\n")[1].split() == [
        *("n1", "actors.csv", place.names()[0].at, "2", "2", "2"),
    ]
    listed = run("names", "n1", place=place).stdout
    assert "https://names.example/entity/Q1  Mira Solen" in listed
    assert "Mira Castun" in listed
    assert run("add-names", actors, place=place).stderr == f"{actors}: nothing new, 2 there already\n"
    assert run("remove-names", "n1", place=place).stderr.endswith("2 names taken back\n")
    assert exported(place, tmp_path) == before
    assert run("names", place=place).stderr == "no names are known; add some with: kg add-names FILE\n"


def test_a_bad_line_is_told_and_the_rest_is_taken(place: GraphFolder, actors: Path) -> None:
    with actors.open("a", encoding="utf-8") as file:
        file.write("P-1,Ida Norr,,Wizard,,,\nP-2,Jan Roke,,Person,,,\n")
    told = run("add-names", actors, actors.with_name("none.jsonl"), place=place)
    assert told.exit_code == 1
    first, second, third, fourth = told.stderr.splitlines()
    assert first.startswith(f"kg: {actors}:4: 'Wizard' is no type; use one of Person")
    assert second == f"{actors}: 3 names added; take back with: kg remove-names n1"
    assert third.startswith(f"kg: {actors.with_name('none.jsonl')}: cannot be read")
    assert fourth.endswith("none.jsonl: nothing new")


def test_explain_says_why_and_review_what_is_open(place: GraphFolder, actors: Path) -> None:
    run("add-names", actors, place=place)
    shown = run("explain", "Mira Castun", place=place).stdout
    assert "0.95  Mira Solen (https://names.example/entity/Q1): same name: Mira Solen (rule known entry)" in shown
    assert "both are names of one known entry" in shown
    actors.write_text(HEADER + "P-7,Mira Solen,,Person,,,\n", encoding="utf-8")
    run("add-names", actors, place=place)
    review = run("review", place=place).stdout
    assert "more than one is called so: Mira Solen (P-7), Mira Solen (https://names.example/entity/Q1)" in review
    assert "left open" in review
    assert "kg same person-mira-solen P-7" in review


def test_a_person_says_which_one_is_meant(place: GraphFolder, actors: Path) -> None:
    actors.write_text(HEADER + "P-1,Mira Solen,,Person,,,\nP-2,Mira Solen,,Person,,,\n", encoding="utf-8")
    run("add-names", actors, place=place)
    assert matched(open_graph(place)) == {}
    assert run("same", "Mira Solen", "P-2", "--why", "asked her", place=place).exit_code == 0
    assert matched(open_graph(place)) == {"P-2": ["Mira Solen"]}
    run("undo", "c1", place=place)
    assert run("different", "P-1", "Mira Solen", place=place).exit_code == 0
    assert matched(open_graph(place)) == {"P-2": ["Mira Solen"]}
    with pytest.raises(QueryError, match="P-1 and P-2 are both known names"):
        run("same", "P-1", "P-2", place=place)


@pytest.mark.parametrize("words", [["names", "n4"], ["remove-names", "n4"]])
def test_a_list_that_is_not_there_is_told(place: GraphFolder, actors: Path, words: list[str]) -> None:
    run("add-names", actors, place=place)
    with pytest.raises(NamesError, match="n4"):
        run(*words, place=place)


def test_nothing_is_sent_without_being_allowed(place: GraphFolder, service: Names) -> None:
    for words in (["Mira Solen"], ["--all"], ["Mira Solen", "--choose", "Q1"], ["--all", "--accept", "90"]):
        with pytest.raises(ConfigError, match=r"add --online to send \d names? to http://127.0.0.1:\d+/api: "):
            run("reconcile", *words, "--service", service.url, place=place)
    assert service.asked == []


def test_no_other_command_asks_anybody(
    place: GraphFolder, actors: Path, service: Names, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("reconcile", "Mira Solen", "--online", "--accept", "90", "--service", service.url, place=place)
    before, asked = exported(place, tmp_path), len(service.asked)

    def refuse(*_: object) -> None:
        raise AssertionError("somebody opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    for words in (["rebuild"], ["names"], ["add-names", actors], ["remove-names", "n2"], ["review"]):
        assert run(*words, place=place).exit_code == 0
    assert exported(place, tmp_path) == before
    assert len(service.asked) == asked


def test_proposals_are_shown_and_nothing_is_kept(place: GraphFolder, service: Names) -> None:
    told = run("reconcile", "Mira Solen", "--online", "--service", service.url, place=place)
    assert told.exit_code == 0
    first, second = (line.split() for line in told.stdout.splitlines()[1:3])
    assert first == ["Mira", "Solen", "Q1", "Mira", "Solen", "human", "100"]
    assert second[:4] == ["Mira", "Solen", "Q2", "Mira"]
    assert service.names == [["Mira Solen"]]
    assert place.names() == ()


def test_all_names_are_asked_about_once(place: GraphFolder, service: Names) -> None:
    told = run("reconcile", "--all", "--online", "--accept", "91", "--service", service.url, place=place)
    assert told.exit_code == 0
    asked = [name for batch in service.names for name in batch]
    assert asked == sorted(asked)
    assert {"Mira Castun", "Mira Solen", "Brenn", "Security Council"} < set(asked)
    assert all(len(batch) <= 2 for batch in service.names)
    known = [(one.entry.id.rpartition("/")[2], one.entry.name, one.entry.type) for one in place.names()]
    assert known == [
        ("Q3", "Brenn", "Place"),
        ("Q1", "Mira Solen", "Person"),
        ("Q4", "Security Council", "GovernmentBody"),
    ]
    assert {one.source for one in place.names()} == {service.url}
    assert matched(open_graph(place))["https://names.example/entity/Q1"] == ["Mira Castun"]
    run("reconcile", "--all", "--online", "--accept", "91", "--service", service.url, place=place)
    again = [name for batch in service.names for name in batch][len(asked) :]
    assert "Mira Solen" not in again
    assert run("remove-names", "n1", place=place).exit_code == 0
    assert matched(open_graph(place)) == {}


def test_one_is_chosen(place: GraphFolder, service: Names) -> None:
    words = ["reconcile", "Mira Solen", "--online", "--service", service.url, "--choose"]
    with pytest.raises(QueryError, match="Q9: not proposed for Mira Solen; the service proposes Q1, Q2"):
        run(*words, "Q9", place=place)
    told = run(*words, "Q2", place=place)
    assert told.exit_code == 0
    assert told.stdout.splitlines()[2].split()[-1] == "yes"
    assert matched(open_graph(place)) == {"https://names.example/entity/Q2": ["Mira Solen"]}
    line = json.loads((place.folder / "curation.jsonl").read_text(encoding="utf-8"))
    assert (line["do"], line["of"]) == ("same", ["person-mira-solen", "https://names.example/entity/Q2"])
    assert line["why"] == "chosen from Names of Velmora"


def test_answers_before_a_failure_are_kept(place: GraphFolder, service: Names) -> None:
    service.instead = lambda names: (503, {}, b"") if "Mira Solen" in names else None
    told = run("reconcile", "--all", "--online", "--accept", "91", "--service", service.url, place=place)
    assert told.exit_code == 1
    assert f"kg: {service.url}: answers 503 Service Unavailable; try again later" in told.stderr
    assert "Brenn" in {one.entry.name for one in place.names()}
    assert "Security Council" not in {one.entry.name for one in place.names()}


def test_a_service_that_never_answers_is_told(place: GraphFolder, service: Names) -> None:
    service.instead = lambda _: (500, {}, b"")
    with pytest.raises(ServiceError, match="answers 500"):
        run("reconcile", "--all", "--online", "--service", service.url, place=place)
    assert not place.names_file.exists()


@pytest.mark.parametrize(
    "words",
    [[], ["Mira Solen", "--all"], ["--all", "--choose", "Q1"], ["Mira Solen", "--choose", "Q1", "--accept", "9"]],
)
def test_options_that_make_no_sense_together_are_refused(place: GraphFolder, words: list[str]) -> None:
    with pytest.raises(ConfigError):
        run("reconcile", *words, "--online", place=place)


@pytest.mark.parametrize("command", ["add-names", "names", "remove-names", "reconcile"])
def test_help_is_enough_to_work(command: str) -> None:
    text = run(command, "--help").stdout
    assert f"Example: kg {command}" in " ".join(text.split())
