"""`kg serve`: the graph as a page to ask questions on, and as a SPARQL endpoint."""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.pipeline import open_graph
from kg.workspace import open_workspace


def serve(  # noqa: PLR0913, PLR0917 - each is an option of the command
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    host: Annotated[str, typer.Option(metavar="HOST", help="Name or address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 8765,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=86400, metavar="SECONDS", help="A query that takes longer is stopped.")
    ] = 30,
    limit: Annotated[int, typer.Option(min=1, metavar="ROWS", help="Rows of an answer; the rest is cut.")] = 10_000,
    cors: Annotated[
        str | None,
        typer.Option(
            metavar="ORIGIN", help="Let pages of this origin (https://example.org) read answers.", show_default=False
        ),
    ] = None,
    site: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="The pages that kg view wrote; WORKSPACE/site if not given.", show_default=False
        ),
    ] = None,
) -> None:
    """Serve a page to ask questions on, and a SPARQL endpoint at /sparql, and print the address. Ctrl-C stops it.

    The pages that kg view wrote are served under /site/.
    """
    from kg.web import has_pages  # noqa: PLC0415 - as below
    from kg.web import serve as run  # noqa: PLC0415 - no other command needs a web server

    place = open_workspace(workspace)
    open_graph(place).close()
    if not _is_loopback(host):
        tell(f"kg: anybody who can reach {host} can read this graph; there is no password")

    def listening(address: str) -> None:
        typer.echo(address)
        if not has_pages(pages):
            tell(f"there are no pages to look at in {pages}; kg view writes them, and they are served as well")
        tell("Ctrl-C stops the server")

    pages = site or workspace / "site"
    run(workspace, site=pages, host=host, port=port, timeout=timeout, limit=limit, cors=cors, listening=listening)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
