"""`kg export`: the whole graph as a file."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.pipeline import open_graph
from kg.store import GraphForm
from kg.workspace import open_workspace


def export(
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    form: Annotated[
        GraphForm, typer.Option("--format", "-f", help="Turtle and N-Triples drop the graphs' names.")
    ] = "trig",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; standard output if not given.")] = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Write the whole graph as RDF."""
    store = open_graph(open_workspace(workspace), min_confidence=min_confidence)
    if out is not None:
        store.export(out, form)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph"
        store.export(path, form)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
