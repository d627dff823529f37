"""`kg view`: the graph as pages to open in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import ticker
from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.pipeline import open_graph
from kg.workspace import open_workspace


def view(
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the pages; WORKSPACE/site if not given.")
    ] = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Write a folder of pages that show the graph and need no network, and print the path of the first."""
    from kg.views import write_site  # noqa: PLC0415 - networkx and pyvis take most of a second

    store = open_graph(open_workspace(workspace), min_confidence=min_confidence)
    with ticker("drawing") as line:
        pages = write_site(store, out or workspace / "site", progress=lambda part: line.say(f"drawing: {part}"))
    typer.echo(pages[0])
