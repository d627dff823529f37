"""`kg rebuild`: the graph anew from what was read."""

from kg.cli.console import tell, ticker
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import rebuild as rebuild_graph
from kg.workspace import open_workspace


def rebuild(workspace: WorkspaceFolder = DEFAULT_WORKSPACE) -> None:
    """Make the graph anew from the records and decisions; no article is read again."""
    place = open_workspace(workspace)
    with ticker("rebuilding") as shown:
        rebuild_graph(place, watch=lambda step: shown.say(step.what))
    tell(f"{workspace}: made anew from {len(place)} articles")
