"""`kg stats`: how much the graph holds."""

from rich.table import Table

from kg.cli.console import output
from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.pipeline import open_graph
from kg.summary import Summary, summarise
from kg.workspace import open_workspace


def stats(workspace: WorkspaceFolder = DEFAULT_WORKSPACE, min_confidence: MinConfidence = 0.0) -> None:
    """Count articles, people, posts, events by type, statements and quads."""
    print_summary(summarise(open_graph(open_workspace(workspace), min_confidence=min_confidence)))


def print_summary(summary: Summary) -> None:
    """Print the figures as a table."""
    table = Table("", "number", box=None, show_header=False, pad_edge=False)
    table.columns[1].justify = "right"
    for name in ("articles", "people", "posts"):
        table.add_row(name, f"{getattr(summary, name):,}")
    table.add_row("events", f"{sum(summary.events.values()):,}")
    for kind, number in summary.events.items():
        table.add_row(f"  {kind}", f"{number:,}")
    table.add_row("statements", f"{summary.statements:,}")
    table.add_row("quads", f"{summary.quads:,}")
    output().print(table)
