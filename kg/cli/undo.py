"""`kg undo`: a decision is taken back."""

from typing import Annotated

import typer

from kg.cli.deciding import By, Why, decide_and_tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.workspace import open_workspace


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Its id, such as c3 (kg decisions).")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    why: Why = "",
    by: By = None,
) -> None:
    """Take a decision back; the graph is then as it was without it."""
    decide_and_tell("undo", (decision,), place=open_workspace(workspace), why=why, by=by)
