"""What the commands have in common that note a person's decision."""

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import tell
from kg.curation import Grounds, Verb
from kg.mentions import pair_of
from kg.pipeline import decide, open_graph
from kg.review import fact_of
from kg.workspace import GraphFolder, open_workspace

One = Annotated[
    str,
    typer.Argument(metavar="ONE", help="A name; a key or IRI of an entity or event report; NAME@ARTICLE; an article."),
]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other, or the id of a known name (kg names).")]
Fact = Annotated[str, typer.Argument(metavar="FACT", help="The IRI of a fact, or its last part (kg explain shows it).")]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.", show_default="the user's name")]


def decide_pair(do: Verb, pair: tuple[str, str], *, workspace: Path, why: str, by: str | None) -> None:
    """Note a decision on two things."""
    place = open_workspace(workspace)
    store = open_graph(place)
    keys = pair_of(place, store, do, pair)
    store.close()
    decide_and_tell(do, keys, place=place, why=why, by=by)


def decide_fact(do: Verb, fact: str, *, workspace: Path, why: str, by: str | None) -> None:
    """Note a decision on one fact."""
    place = open_workspace(workspace)
    store = open_graph(place)
    found = fact_of(store, fact, base=place.settings.base)
    store.close()
    decide_and_tell(do, found, place=place, why=why, by=by)


def decide_and_tell(do: Verb, of: tuple[str, ...], *, place: GraphFolder, why: str, by: str | None) -> None:
    """Note the decision, dated today, and say under which id."""
    today = datetime.now(tz=UTC).date().isoformat()
    decision = decide(place, do, of, Grounds(by=by or getuser(), why=why, at=today))
    tell(f"{decision.id}: {do} {' '.join(of)}; take it back with: kg undo {decision.id}")
