"""`kg extract`: articles to extraction records on stdout."""

import sys
from pathlib import Path

import typer

from kg.cli.console import SOME_FAILED, complain
from kg.cli.options import MinConfidence, Model, Published, Sources, Workers
from kg.config import load_settings
from kg.errors import InputError
from kg.pipeline import extract as extract_records


def extract(
    sources: Sources,
    published: Published = None,
    model: Model = None,
    workers: Workers = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Print what articles say as JSON Lines, one record an article (docs/extraction-record.md)."""
    settings = load_settings(Path())
    failed = False
    for answer in extract_records(
        sources,
        published=published,
        model=model or settings.model,
        workers=workers or settings.workers,
        min_confidence=min_confidence,
    ):
        if isinstance(answer, InputError):
            complain(answer)
            failed = True
        else:
            sys.stdout.write(f"{answer}\n")
    if failed:
        raise typer.Exit(SOME_FAILED)
