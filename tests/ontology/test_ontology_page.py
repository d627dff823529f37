"""docs/ontology.md is what the Turtle gives, and leaves no term out."""

import subprocess
import sys
from pathlib import Path

from kg.rdf.ontology_docs import ontology_page
from kg.vocabulary import EVENT_GROUPS, TERMS, VALUES

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_page_is_not_older_than_the_turtle() -> None:
    assert PAGE.read_text(encoding="utf-8") == ontology_page(), "run: python -m kg.rdf.ontology_docs > docs/ontology.md"


def test_the_command_writes_the_page() -> None:
    command = [sys.executable, "-m", "kg.rdf.ontology_docs"]
    written = subprocess.run(command, capture_output=True, check=True).stdout
    assert written.decode("utf-8").splitlines() == ontology_page().splitlines()


def test_each_term_has_a_row() -> None:
    cells = {line.split("|")[1].strip(" ·`") for line in ontology_page().splitlines() if line.startswith("| ")}
    assert {f"ckg:{term}" for term in TERMS - EVENT_GROUPS.keys() - VALUES.keys()} - cells == set()


def test_subclasses_stand_indented_under_their_class() -> None:
    lines = ontology_page().splitlines()
    bombing = next(number for number, line in enumerate(lines) if line.startswith("| · `ckg:Bombing`"))
    assert lines[bombing + 1].startswith("| · · `ckg:SuicideBombing`")


def test_every_row_has_as_many_cells_as_its_table() -> None:
    width = 0
    for line in ontology_page().splitlines():
        cells = line.replace("\\|", "").count("|")
        if line.startswith("|---"):
            assert cells == width
        elif line.startswith("|"):
            assert width in (0, cells)
            width = cells
        else:
            width = 0
