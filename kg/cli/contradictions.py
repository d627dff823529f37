"""`kg contradictions`: which two facts cannot both be right."""

import sys
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import output, tell
from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.cli.query import FORMS, Form
from kg.pipeline import open_graph
from kg.queries import load, resolved
from kg.store import Value
from kg.workspace import open_workspace


def contradictions(
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    matter: Annotated[
        str | None,
        typer.Option(
            metavar="MATTER",
            help="Only in this: count, date, place, party, modality, polarity, holder, status, death.",
            show_default=False,
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only about this thing, or events it has a part in.", show_default=False),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="For people (table), or a SPARQL 1.1 result format.")
    ] = Form.TABLE,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Show what the articles contradict each other in, with both sentences and who printed them when."""
    place = open_workspace(workspace)
    store = open_graph(place, min_confidence=min_confidence)
    given = {name: value for name, value in (("matter", matter), ("thing", about)) if value is not None}
    sparql = resolved(store, load("contradictions"), given)
    if form is not Form.TABLE:
        sys.stdout.buffer.write(store.results(sparql, FORMS[form.value]))
        return
    rows = store.select(sparql).dicts()
    console = output()
    for row in rows:
        name = "" if row["name"] is None else f"{row['name']}: "
        console.print(Text.assemble((f"{row['matter']}", "bold"), f"  {name}{row['reason']}"))
        for side in ("one", "other"):
            source = _source(row[f"{side}_outlet"], row[f"{side}_published"])
            words = Text.assemble(str(row[side]), (f"  {source}" if source else "", "dim"))
            console.print(Padding(words, (0, 0, 0 if side == "one" else 1, 6), expand=False))
    tell(f"{len(rows)} contradiction{'' if len(rows) == 1 else 's'}")


def _source(outlet: Value | None, published: Value | None) -> str:
    return ", ".join(str(part) for part in (outlet, published) if part is not None)
