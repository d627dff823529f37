"""`kg wrong`: a fact that is not what its sentence says."""

from kg.cli.deciding import By, Fact, Why, decide_fact
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder


def wrong(fact: Fact, workspace: WorkspaceFolder = DEFAULT_WORKSPACE, why: Why = "", by: By = None) -> None:
    """Take a fact out of the graph, until that is undone."""
    decide_fact("wrong", fact, workspace=workspace, why=why, by=by)
