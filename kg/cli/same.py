"""`kg same`: two names, or two event reports, are one."""

from kg.cli.deciding import By, One, Other, Why, decide_pair
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder


def same(one: One, other: Other, workspace: WorkspaceFolder = DEFAULT_WORKSPACE, why: Why = "", by: By = None) -> None:
    """Say that two entities, or two event reports, are one; it holds until it is undone."""
    decide_pair("same", (one, other), workspace=workspace, why=why, by=by)
