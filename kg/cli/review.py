"""`kg review`: what a person should look at."""

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import output, tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import open_graph
from kg.review import doubts
from kg.workspace import open_workspace


def review(
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")] = 20,
) -> None:
    """Show the joins of names and of reports that are least sure, with what they rest on and what to do about them.

    Names that can be more than one known entry (kg add-names) are among them: kg same NAME ID settles which.
    """
    place = open_workspace(workspace)
    console = output()
    found = doubts(open_graph(place), base=place.settings.base, limit=limit)
    for doubt in found:
        console.print(
            Text.assemble(
                (f"{doubt.score:.2f}", "bold"),
                f"  {doubt.into}: {doubt.reason} (rule {doubt.rule}{', left open' if doubt.open else ''})",
            )
        )
        for side in doubt.sides:
            console.print(Padding(Text.assemble(side.words, (f"  {side.key}", "dim")), (0, 0, 0, 6), expand=False))
        commands = Text("\n".join(doubt.commands), style="dim")
        console.print(Padding(commands, (0, 0, 1, 6), expand=False))
    if not found:
        tell("nothing was joined that could be doubted")
