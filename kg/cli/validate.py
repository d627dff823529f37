"""`kg validate`: the graph against the SHACL shapes."""

import typer

from kg.cli.console import SOME_FAILED, tell, ticker
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import open_graph
from kg.workspace import open_workspace


def validate(workspace: WorkspaceFolder = DEFAULT_WORKSPACE) -> None:
    """Check the graph against ontology/shapes.ttl; one line for each finding, exit status 1 if there is any."""
    from kg.rdf.validation import validate_quads  # noqa: PLC0415 - rdflib and pySHACL take most of a second

    store = open_graph(open_workspace(workspace))
    with ticker("validating"):
        report = validate_quads(store.quads())
    for finding in report.findings:
        place = " ".join(part for part in (finding.node, finding.path, finding.value) if part is not None)
        typer.echo(f"{place}: {finding.message}")
    tell("the graph conforms to the shapes" if report.conforms else f"{len(report.findings)} findings")
    if not report.conforms:
        raise typer.Exit(SOME_FAILED)
