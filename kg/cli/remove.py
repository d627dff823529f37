"""`kg remove`: articles out of a workspace."""

from typing import Annotated

import typer

from kg.cli.console import tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import remove as remove_articles
from kg.workspace import open_workspace


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Ids, urls or keys (kg query articles).")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
) -> None:
    """Take articles out of the graph, with all their versions and everything that only they say."""
    place = open_workspace(workspace)
    remove_articles(articles, place)
    tell(f"{workspace}: {len(articles)} removed, {len(place)} left")
