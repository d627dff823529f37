"""`kg remove-names`: known names are taken back."""

from typing import Annotated

import typer

from kg.cli.add_names import counted
from kg.cli.console import tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import remove_names as remove_lists
from kg.workspace import open_workspace


def remove_names(
    references: Annotated[list[str], typer.Argument(metavar="LIST|ID...", help="Lists (n1), or ids of entries.")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
) -> None:
    """Take known names back, whole lists or single entries; the graph is then as it was without them.

    Example: kg remove-names n1
    """
    gone = remove_lists(open_workspace(workspace), references)
    tell(f"{workspace}: {counted(gone)} taken back")
