"""`kg different`: two names, or two event reports, are not one."""

from kg.cli.deciding import By, One, Other, Why, decide_pair
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder


def different(
    one: One, other: Other, workspace: WorkspaceFolder = DEFAULT_WORKSPACE, why: Why = "", by: By = None
) -> None:
    """Say that two entities, or two event reports, are not one; it holds until it is undone."""
    decide_pair("different", (one, other), workspace=workspace, why=why, by=by)
