"""`kg queries`: the named queries that ship with kg."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli.console import output
from kg.queries import NamedQuery, load, names


def queries(
    name: Annotated[
        str | None, typer.Argument(help="Show this one's parameters and SPARQL.", show_default=False)
    ] = None,
) -> None:
    """List the named queries, or show one."""
    console = output()
    if name is not None:
        _show(load(name))
        return
    table = Table("name", "question", "parameters", box=None, pad_edge=False, header_style="bold")
    for query in map(load, names()):
        parameters = ", ".join(f"{one.name}*" if one.required else one.name for one in query.parameters)
        table.add_row(Text(query.name, style="bold"), query.question, parameters)
    console.print(table)


def _show(query: NamedQuery) -> None:
    """Print what a query asks, its parameters, an example, and its SPARQL."""
    console = output()
    console.print(Text(query.title, style="bold"))
    console.print(query.question)
    table = Table(box=None, pad_edge=False, show_header=False)
    for one in query.parameters:
        table.add_row(
            Text(f"--{one.name}", style="bold"), f"{one.kind}{', required' if one.required else ''}", one.meaning
        )
    console.print(table)
    console.print(Text(f"$ {query.example}\n"))
    console.print(Text(query.body))
