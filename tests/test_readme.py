"""What the README tells a newcomer to type works, in its order, and answers what the README says it answers."""

import contextlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli.app import COMMANDS, make_app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
TYPED = [line.partition("#")[0].strip() for line in SHELL if line.startswith("kg ")]
TABLE = re.findall(r"^\| `kg [\w-]+` \|.*`(kg [^`]*)` \|$", README, re.MULTILINE)
NOT_HERE = {"kg serve", "kg eval", "kg reconcile"}
"""What does not end by itself, what `make eval` does, and what asks a network: all have tests of their own."""

OWN = """KYIV — Olena Marchuk will lead the Ukrainian delegation at the talks in Vienna, the Foreign Ministry said.
The talks with Russia will be held on Thursday, ministry spokesman Taras Bilyk said on Tuesday.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Work in a folder like a clone in which `make demo` has been run, and with articles of one's own."""
    place = tmp_path_factory.mktemp("readme")
    (place / "data").symlink_to(ROOT / "data")
    (place / "articles").mkdir()
    for name in ("article.txt", "articles/one.txt"):
        (place / name).write_text(OWN, encoding="utf-8")
    with contextlib.chdir(place):
        assert run("kg build data/articles --workspace workspace").exit_code == 0
        yield place


def run(line: str) -> Result:
    line, _, file = line.partition(" > ")
    done = CliRunner().invoke(make_app(), shlex.split(line)[1:])
    if file:
        Path(file).write_text(done.stdout, encoding="utf-8")
    return done


def is_run_here(line: str) -> bool:
    return not any(line.startswith(other) for other in NOT_HERE)


def test_every_command_has_an_example() -> None:
    assert {line.split()[1] for line in TABLE} == set(COMMANDS)
    assert len(TYPED) > 10


def test_examples_work_one_after_the_other(folder: Path) -> None:
    done = {line: run(line) for line in (*TYPED, *TABLE) if is_run_here(line)}
    assert folder.is_dir()
    assert {line: result.output for line, result in done.items() if result.exit_code != 0} == {}


def test_the_two_questions_are_answered(folder: Path) -> None:
    lead = run("kg query delegations --country Lethuria").stdout
    assert "Oskar Lindt" in lead
    assert "Lena Orvath" not in lead
    told = run("kg query who-says --type Talks --modality planned --format csv").stdout
    assert "His office said that the talks planned for March 26 would go ahead all the same." in told
    assert "Talks,planned,negative" in told
    assert run("kg build article.txt --workspace my-graph --published 2025-07-22").exit_code == 0
    assert run("kg view --workspace my-graph").exit_code == 0
    mine = run("kg query delegations --country Ukraine --workspace my-graph").stdout
    assert "Olena Marchuk" in mine
    says = run("kg query who-says --type Talks --modality planned --workspace my-graph").stdout
    assert "Taras Bilyk" in says
    page = next(
        path
        for path in (folder / "my-graph" / "site" / "things").iterdir()
        if "Ukrainian delegation</bdi></h1>" in path.read_text()
    )
    assert "Olena Marchuk" in page.read_text(encoding="utf-8")


def test_the_python_works(folder: Path) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    known: dict[str, object] = {}
    assert folder.is_dir()
    exec(compile(block, "README.md", "exec"), known)  # noqa: S102 - it is our own
    assert known["network"]


def test_the_answer_shown_is_the_answer_given(folder: Path) -> None:
    assert folder.is_dir()
    (block,) = re.findall(r"```\n(name .*?)```", README, re.DOTALL)
    values = [" ".join(value.split()) for _, value in re.findall(r"^(\w+) +(.*(?:\n +.*)*)", block, re.MULTILINE)]
    assert len(values) > 5
    (given,) = run("kg query delegations --country Lethuria --format csv").stdout.splitlines()[1:]
    assert [value for value in values if value.removeprefix("id:") not in given] == []
