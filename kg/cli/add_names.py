"""`kg add-names`: lists of known names."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import SOME_FAILED, complain, tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.errors import InputError
from kg.known_names import AddedNames, read_entries
from kg.pipeline import add_names as add_list
from kg.workspace import open_workspace


def add_names(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Lists: .csv or .jsonl.", show_default=False)],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
) -> None:
    """Tell the graph known names: a list of actors of your own, or an export from Wikidata.

    FILE is CSV with a header line, or JSON Lines, with the columns id, name and type and, where known, aliases (parted
    by |), country (UA), start and end (birth and death, founding and end: 1978 or 1978-01-25). Types are Person,
    Organization, ArmedGroup, GovernmentBody, Place, Country and the other classes of entities.

    What the graph calls by one of these names gets the id, and two spellings of one entry become one. Where more than
    one entry fits, none is taken: kg review lists those. Nothing leaves this machine.

    Example: kg add-names actors.csv
    """
    place = open_workspace(workspace)
    today = datetime.now(tz=UTC).date().isoformat()
    refused = 0
    for file in files:
        entries = []
        for item in read_entries(file):
            if isinstance(item, InputError):
                complain(item)
                refused += 1
            else:
                entries.append(item)
        tell(f"{file}: {outcome(add_list(place, entries, source=file.name, at=today))}")
    if refused:
        raise typer.Exit(SOME_FAILED)


def outcome(added: AddedNames) -> str:
    """Say what became of a list, and how to take it back."""
    there = f", {added.same} there already" if added.same else ""
    if added.list is None:
        return f"nothing new{there}"
    other = f", {added.changed} with other values" if added.changed else ""
    return f"{counted(added.new)} added{other}{there}; take back with: kg remove-names {added.list}"


def counted(number: int) -> str:
    """Return how many names.

    >>> counted(1), counted(2)
    ('1 name', '2 names')
    """
    return f"{number} name" if number == 1 else f"{number} names"
