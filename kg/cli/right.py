"""`kg right`: a fact that somebody has checked."""

from kg.cli.deciding import By, Fact, Why, decide_fact
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder


def right(fact: Fact, workspace: WorkspaceFolder = DEFAULT_WORKSPACE, why: Why = "", by: By = None) -> None:
    """Note that a fact was compared with its sentence and is right."""
    decide_fact("right", fact, workspace=workspace, why=why, by=by)
