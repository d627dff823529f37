"""`kg eval`: extraction against facts that people wrote down."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import SOME_FAILED, complain
from kg.cli.options import Model
from kg.config import load_settings
from kg.evaluation import (
    CROSS_FLOORS,
    cross_digest,
    digest,
    evaluate_across,
    outlook,
    read_floors,
    render,
    shortfalls,
)
from kg.evaluation import evaluate as score


def evaluate(
    *,
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder that has articles/ and expected/.")] = Path(
        "data"
    ),
    model: Model = None,
    by_article: Annotated[bool, typer.Option("--by-article", help="A line for each article too.")] = False,
    cross_document: Annotated[
        bool, typer.Option("--cross-document", help="Score who is who and what is one event across articles instead.")
    ] = False,
) -> None:
    """Score extraction against the expected facts in DIR; exit status 1 where a score is below its floor."""
    from kg.extract.extractor import Extractor  # noqa: PLC0415 - takes a second, and kg --help needs none

    articles, expected = data / "articles", data / "expected"
    extractor = Extractor(model or load_settings(Path()).model)
    if cross_document:
        table, corpus = evaluate_across(articles, expected, extractor), cross_digest(articles, expected)
    else:
        table, corpus = score(articles, expected, extractor), digest(articles, expected)
    typer.echo(render(table, by_article=by_article) + outlook(table), nl=False)
    floors = read_floors(expected / (CROSS_FLOORS if cross_document else "floors.json"))
    problems = shortfalls(table, floors, corpus=corpus)
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(SOME_FAILED)
