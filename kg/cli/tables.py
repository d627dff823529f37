"""Answers for people: a table where the terminal is wide enough for it, else one block a row."""

from datetime import date, datetime

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.cli.console import output, tell
from kg.store import Iri, Table, Value
from kg.vocabulary import PREFIXES

GAP = 2
"""Spaces between columns."""

COMFORTABLE = 40
"""Characters of a line below which sentences become hard to read; narrower columns are never broken into lines."""


def print_table(table: Table, *, base: str) -> None:
    """Print an answer, IRIs shortened to their prefixes, and say how many rows it has."""
    console = output()
    rows = [[_cell(value, base) for value in row] for row in table.rows]
    widths = [max(map(cell_len, cells)) for cells in zip(table.columns, *rows, strict=True)]
    needed = sum(min(width, COMFORTABLE) + GAP for width in widths) - GAP
    if needed <= console.width:
        _print_table(console, table.columns, rows, widths)
    else:
        _print_blocks(console, table.columns, rows)
    tell(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _print_table(console: Console, columns: tuple[str, ...], rows: list[list[str]], widths: list[int]) -> None:
    shown = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for column, width in zip(columns, widths, strict=True):
        shown.add_column(column, no_wrap=width <= COMFORTABLE)
    for row in rows:
        shown.add_row(*row)
    console.print(shown)


def _print_blocks(console: Console, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    """Print each row as lines of column and value, without those that have no value."""
    longest = max(map(cell_len, columns))
    for number, row in enumerate(rows):
        if number:
            console.print()
        block = RichTable(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=False)
        block.add_column(width=longest, style="bold")
        block.add_column(overflow="fold")
        for column, value in zip(columns, row, strict=True):
            if value:
                block.add_row(column, Text(value))
        console.print(block)


def _cell(value: Value | None, base: str) -> str:
    match value:
        case None:
            return ""
        case Iri():
            return _short(value, base)
        case bool():
            return "yes" if value else "no"
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)


def _short(iri: Iri, base: str) -> str:
    prefixes = PREFIXES | {"id": base}
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
