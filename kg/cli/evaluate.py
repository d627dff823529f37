"""`kg eval`: extraction against facts that people wrote down."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import SOME_FAILED, complain
from kg.cli.options import Model
from kg.config import load_settings
from kg.evaluation import digest, read_floors, render, shortfalls
from kg.evaluation import evaluate as score


def evaluate(
    *,
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that has articles/ and expected/.")] = Path(
        "data"
    ),
    model: Model = None,
    by_article: Annotated[bool, typer.Option("--by-article", help="A line for each article too.")] = False,
) -> None:
    """Score extraction against the expected facts in DIR; exit status 1 where a score is below its floor."""
    from kg.extract.extractor import Extractor  # noqa: PLC0415 - takes a second, and kg --help needs none

    articles, expected = data / "articles", data / "expected"
    table = score(articles, expected, Extractor(model or load_settings(Path()).model))
    typer.echo(render(table, by_article=by_article), nl=False)
    problems = shortfalls(table, read_floors(expected / "floors.json"), corpus=digest(articles, expected))
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(SOME_FAILED)
