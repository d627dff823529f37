"""`kg history`: the versions of an article, and what changed."""

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import output
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.history import history as history_of
from kg.workspace import open_workspace


def history(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, url or key (kg query articles).")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
) -> None:
    """Show the versions of an article, the latest first, and the facts that came (+) and went (-) with each."""
    console = output()
    for version in history_of(open_workspace(workspace).versions(article)):
        about = version.article
        told = ", ".join(part for part in (about.published, about.title, about.publisher) if part)
        console.print(Text.assemble((version.key, "bold"), f"  {told or about.id}: {version.facts} facts"))
        for change in version.changes:
            mark, style = ("+", "green") if change.new else ("-", "red")
            console.print(
                Padding(Text(f"{mark} {change.kind}: {change.says}", style=style), (0, 0, 0, 2), expand=False)
            )
            console.print(Padding(Text(change.words, style="italic"), (0, 0, 0, 6), expand=False))
