"""`kg eval`: extraction, or what is merged across articles, against facts that people wrote down."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import SOME_FAILED, complain
from kg.cli.options import Model
from kg.config import load_settings


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
    # Both take a second, and kg --help needs neither.
    from kg import evaluation as scoring  # noqa: PLC0415
    from kg.extract.extractor import Extractor  # noqa: PLC0415

    articles, expected = data / "articles", data / "expected"
    extractor = Extractor(model or load_settings(Path()).model)
    if cross_document:
        table, corpus = scoring.evaluate_across(articles, expected, extractor), scoring.cross_digest(articles, expected)
    else:
        table, corpus = scoring.evaluate(articles, expected, extractor), scoring.digest(articles, expected)
    typer.echo(scoring.render(table, by_article=by_article) + scoring.outlook(table), nl=False)
    floors = scoring.read_floors(expected / (scoring.CROSS_FLOORS if cross_document else "floors.json"))
    problems = scoring.shortfalls(table, floors, corpus=corpus)
    for problem in problems:
        complain(problem)
    if problems:
        raise typer.Exit(SOME_FAILED)
