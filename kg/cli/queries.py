"""`kg queries`: the named queries that ship with kg."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli.console import output
from kg.queries import load, names


def queries(
    name: Annotated[
        str | None, typer.Argument(help="Show this one's parameters and SPARQL.", show_default=False)
    ] = None,
) -> None:
    """List the named queries, or show one."""
    console = output()
    if name is not None:
        console.print(load(name).text.rstrip())
        return
    table = Table("name", "question", "parameters", box=None, pad_edge=False, header_style="bold")
    for query in map(load, names()):
        parameters = ", ".join(f"{one.name}*" if one.required else one.name for one in query.parameters)
        table.add_row(Text(query.name, style="bold"), query.question, parameters)
    console.print(table)
