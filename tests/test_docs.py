"""README and docs tell of every command, lead nowhere that is not there, and name no file that is missing."""

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from kg.cli.app import COMMANDS, make_app
from kg.queries import load, names

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])


def test_the_readme_has_an_example_of_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    examples = set(re.findall(r"`kg ([\w-]+)[^`]*` \|$", text, flags=re.MULTILINE))
    assert examples == set(COMMANDS)


def test_commands_are_described() -> None:
    headings = set(
        re.findall(r"^## kg ([\w-]+)$", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert headings == set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_folders_named_in_the_readme_exist() -> None:
    named = re.findall(r"`((?:kg|ontology|tests|data)/[\w/.]*)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_options_in_examples_exist() -> None:
    app = get_command(make_app([]))
    assert isinstance(app, TyperGroup)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for typed, quoted in re.findall(r"^(kg [^#\n]*)|`(kg [^`]*)`", readme, re.MULTILINE):
        line = typed or quoted
        words = line.split()
        if len(words) > 1:
            command = app.commands[words[1]]
            known = {flag for parameter in command.params for flag in parameter.opts}
            if words[1] == "query" and words[2:] and words[2] in names():
                known |= {f"--{parameter.name}" for parameter in load(words[2]).parameters}
            assert {word for word in words if re.fullmatch(r"--[a-z]+", word)} <= known | {"--help"}, line
