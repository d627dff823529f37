"""`kg names`: the known names, and who of the graph they are."""

from collections import Counter
from typing import Annotated

import typer
from rich.table import Table

from kg.cli.console import output, tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.errors import NamesError
from kg.known_names import Kept, in_force
from kg.pipeline import open_graph
from kg.review import matched
from kg.workspace import open_workspace


def names(
    which: Annotated[
        str | None, typer.Argument(metavar="[LIST]", help="Show the entries of this list.", show_default=False)
    ] = None,
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
) -> None:
    """List the known names that were added, list by list, or the entries of one list with who of the graph they are.

    Example: kg names, then kg names n1
    """
    place = open_workspace(workspace)
    kept = place.names()
    found = matched(open_graph(place))
    if not kept:
        tell("no names are known; add some with: kg add-names FILE")
    elif which is None:
        output().print(_lists(kept, found))
    elif entries := [one for one in kept if one.list == which]:
        output().print(_entries(entries, found))
    else:
        raise NamesError(f"{which}: no such list (kg names shows them)")


def _lists(kept: tuple[Kept, ...], found: dict[str, list[str]]) -> Table:
    table = _table("list", "from", "on", "names", "in force", "in the graph")
    standing = Counter(one.list for one in in_force(kept).values())
    there = Counter(one.list for id_, one in in_force(kept).items() if id_ in found)
    for (name, source, at), n in Counter((one.list, one.source, one.at) for one in kept).items():
        table.add_row(name, source, at, str(n), str(standing[name]), str(there[name]))
    return table


def _entries(entries: list[Kept], found: dict[str, list[str]]) -> Table:
    table = _table("id", "name", "type", "other names", "country", "from", "to", "in the graph")
    for one in entries:
        entry = one.entry
        told = entry.country or "", entry.start or "", entry.end or ""
        table.add_row(
            entry.id, entry.name, entry.type, ", ".join(entry.aliases), *told, ", ".join(found.get(entry.id, ()))
        )
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None)
    for heading in headings:
        table.add_column(heading)
    return table
