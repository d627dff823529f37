"""`kg decisions`: what people have decided."""

from rich.table import Table

from kg.cli.console import output, tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.curation import in_force, read_decisions
from kg.workspace import open_workspace


def decisions(workspace: WorkspaceFolder = DEFAULT_WORKSPACE) -> None:
    """List people's decisions, with those that were undone or overtaken marked."""
    known = read_decisions(open_workspace(workspace).curation_file)
    standing = {decision.id for decision in in_force(known)}
    table = Table(box=None)
    for heading in ("id", "decision", "of", "by", "on", "why", "in force"):
        table.add_column(heading)
    for one in known:
        force = "yes" if one.id in standing else ""
        table.add_row(one.id, one.do, " ".join(one.of), one.by, one.at, one.why, force)
    if known:
        output().print(table)
    else:
        tell("nobody has decided anything yet")
