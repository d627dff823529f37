"""`kg dossier`: all about one thing in one sealed file."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import tell
from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.explanation import explain
from kg.pipeline import open_graph
from kg.workspace import open_workspace


def dossier(
    what: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A name (Kyiv), an IRI, or its last part.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The file to write.")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Write all about a person, body, place or happening into one file that needs no network and no other file.

    Where several things have the name, it is the one of which most is told; the others are named with their IRIs.
    """
    from kg.views.dossier_file import dossier_file  # noqa: PLC0415 - networkx and pyvis take most of a second

    place = open_workspace(workspace)
    store = open_graph(place, min_confidence=min_confidence)
    found = explain(store, what, base=place.settings.base)
    page = dossier_file(store, found.iri)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page, encoding="utf-8")
    if found.namesakes:
        chosen, *others = (iri.removeprefix(place.settings.base) for iri in (found.iri, *found.namesakes))
        also = f"also called that: {', '.join(others)}"
        tell(f"{what} is {chosen}; {also}; to choose one: kg dossier {others[0]} --out FILE")
    typer.echo(out)
