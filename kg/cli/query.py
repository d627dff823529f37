"""`kg query`: SPARQL or a named query to a table or a file format."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.cli.tables import print_table
from kg.errors import QueryError
from kg.pipeline import open_graph
from kg.queries import load, resolved
from kg.store import ResultForm, Store, Table
from kg.workspace import open_workspace

FORMS: dict[str, ResultForm] = {"json": "json", "csv": "csv", "tsv": "tsv", "xml": "xml"}
"""The result formats by the name that `--format` takes."""

CONTEXT = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Options that the command does not know are parameters of the named query."""


class Form(StrEnum):
    """How the answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"


def query(  # noqa: PLR0913, PLR0917  # each is an option of the command
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="NAME|FILE.rq|TEXT", help="A named query (see kg queries), a file, SPARQL, or - .")
    ],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    form: Annotated[Form, typer.Option("--format", "-f", help="SPARQL 1.1 result formats, or a table.")] = Form.TABLE,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--set", "--param", "-p", metavar="NAME=VALUE", help="A parameter of a named query.", show_default=False
        ),
    ] = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Ask the graph. Prefixes (ckg:, foaf:, org:, sem:, ...) need no declaration.

    A named query takes its parameters as options: kg query who-held-post --post minister --on 2025-07-01; which ones
    it has, kg queries NAME tells.
    """
    values = _parameters(given or ()) | _options(context.args)
    place = open_workspace(workspace)
    store = open_graph(place, min_confidence=min_confidence)
    sparql = _sparql(store, what, values)
    if form is not Form.TABLE:
        sys.stdout.buffer.write(store.results(sparql, FORMS[form.value]))
        return
    answer = store.query(sparql)
    if isinstance(answer, Table):
        print_table(answer, base=place.settings.base)
    elif isinstance(answer, bool):
        typer.echo("yes" if answer else "no")
    else:
        for triple in answer:
            typer.echo(f"{triple} .")


def _sparql(store: Store, what: str, given: dict[str, str]) -> str:
    """Return the SPARQL that `what` stands for."""
    if what == "-":
        text = sys.stdin.read()
    elif "{" in what or (any(sign.isspace() for sign in what) and not Path(what).is_file()):
        text = what
    elif what.endswith(".rq") or Path(what).is_file():
        text = _file(Path(what))
    else:
        return resolved(store, load(what), given)
    if given:
        raise QueryError("only named queries take parameters; write the values into the SPARQL")
    return text


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise QueryError(f"{path}: no such file; for a named query leave out .rq") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 text; save the query as UTF-8") from error


def _parameters(given: Iterable[str]) -> dict[str, str]:
    pairs = [item.partition("=") for item in given]
    for name, equals, _ in pairs:
        if not equals:
            raise QueryError(f"--set {name!r}: write it as name=value")
    return {name.strip(): value for name, _, value in pairs}


def _options(words: list[str]) -> dict[str, str]:
    """Return the parameters given as options: `--post VALUE` or `--post=VALUE`."""
    values: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise QueryError(
                f"{word!r}: a parameter is written --name VALUE; put a query or value with spaces in quotes"
            )
        if not equals:
            value = next(rest, "")
            if not value:
                raise QueryError(f"--{name} needs a value")
        values[name] = value
    return values
