"""The commands by name, and what holds for all of them."""

import logging
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

COMMANDS = {
    "build": "build",
    "add": "add",
    "remove": "remove",
    "rebuild": "rebuild",
    "history": "history",
    "query": "query",
    "queries": "queries",
    "explain": "explain",
    "contradictions": "contradictions",
    "review": "review",
    "same": "same",
    "different": "different",
    "wrong": "wrong",
    "right": "right",
    "undo": "undo",
    "decisions": "decisions",
    "add-names": "add_names",
    "names": "names",
    "remove-names": "remove_names",
    "reconcile": "reconcile",
    "view": "view",
    "dossier": "dossier",
    "serve": "serve",
    "stats": "stats",
    "validate": "validate",
    "export": "export",
    "extract": "extract",
    "eval": "evaluate",
}
"""Each command's module under kg.cli, which has a function of the same name, in the order of `kg --help`."""


def make_app(words: Iterable[str] = ()) -> typer.Typer:
    """Return the application.

    Args:
        words: what was typed; where it names a command, only that one is loaded, which saves it some start-up.
    """
    app = typer.Typer(
        name="kg",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(kg)
    named = next((word for word in words if word in COMMANDS), None)
    for name in COMMANDS if named is None else (named,):
        module = import_module(f"kg.cli.{COMMANDS[name]}")
        app.command(name, context_settings=getattr(module, "CONTEXT", {}))(getattr(module, COMMANDS[name]))
    return app


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - takes long, and nothing else here needs it

        typer.echo(f"kg {version('conflict-kg')}")
        raise typer.Exit


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

    Start with: kg build ARTICLES, then kg stats, kg queries and kg view.
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="%(message)s", stream=sys.stderr, force=True
    )
