"""The command line: one file a command, each of which parses, makes one library call and renders what it gives.

No command imports spaCy before it has an article to read.
"""

import logging
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from kg.cli.build import build
from kg.cli.console import FAILED, complain
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.queries import queries
from kg.cli.query import query
from kg.cli.stats import stats
from kg.cli.view import view
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (build, extract, query, queries, view, explain, stats, export):
    app.command()(_command)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"kg {version('conflict-kg')}")
        raise typer.Exit


@app.callback()
def kg(
    *,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on stderr what is done, article by article.")
    ] = False,
    show_version: Annotated[  # noqa: ARG001 - the callback does it
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn news about armed conflict into a knowledge graph in which every fact carries the sentence it came from.

    Start with: kg build ARTICLES, then kg stats, kg query posts, kg view.
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(message)s", stream=sys.stderr, force=True
    )


def main() -> None:
    """Run the command line; what goes wrong on purpose is one line on stderr and exit status 2."""
    try:
        app()
    except (KgError, OSError) as error:
        complain(error)
        sys.exit(FAILED)
