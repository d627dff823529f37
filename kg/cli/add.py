"""`kg add`: more articles into a workspace that is there."""

from kg.cli.build import build_into
from kg.cli.options import DEFAULT_WORKSPACE, Published, Sources, WorkspaceFolder
from kg.workspace import open_workspace


def add(sources: Sources, workspace: WorkspaceFolder = DEFAULT_WORKSPACE, published: Published = None) -> None:
    """Add articles to a graph that is there; a new text under a known id or url becomes a new version."""
    build_into(open_workspace(workspace), sources, published=published)
