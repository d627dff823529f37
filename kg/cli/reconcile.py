"""`kg reconcile`: asks a service on the network who the graph's names are."""

from datetime import UTC, datetime
from typing import Annotated, NamedTuple

import typer
from rich.table import Table

from kg.cli.add_names import counted, outcome
from kg.cli.console import SOME_FAILED, complain, output, tell, ticker
from kg.cli.deciding import decide_and_tell
from kg.cli.options import DEFAULT_WORKSPACE, WorkspaceFolder
from kg.errors import ConfigError, QueryError, ServiceError
from kg.known_names import in_force
from kg.pipeline import add_names, open_graph
from kg.reconciliation import (
    WIKIDATA,
    Asked,
    Candidate,
    Manifest,
    Proposal,
    Service,
    entries_for,
    names_to_ask,
    propose,
)
from kg.reconciliation import accepted as acceptable
from kg.workspace import GraphFolder, open_workspace

_SHOWN = 5


class _Choice(NamedTuple):
    """What to take of the proposals: everything from a score on, or one by its id, or nothing."""

    accept: float | None
    choose: str | None


def reconcile(  # noqa: PLR0913 - options of a command
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|KEY]", help="Ask about this one.", show_default=False)
    ] = None,
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    *,
    everyone: Annotated[bool, typer.Option("--all", help="Ask about all that are no known names yet.")] = False,
    online: Annotated[bool, typer.Option("--online", help="Allow the names to be sent to the service.")] = False,
    service: Annotated[str, typer.Option(metavar="URL", help="A W3C reconciliation service.")] = WIKIDATA,
    accept: Annotated[
        float | None, typer.Option(metavar="SCORE", help="Take the one candidate with this score or more.")
    ] = None,
    choose: Annotated[str | None, typer.Option(metavar="ID", help="Take this candidate of NAME.")] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many names to ask about with --all.")] = 100,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="How long an answer may take.")] = 20.0,
) -> None:
    """Ask a reconciliation service, such as Wikidata's, who the graph's names are, and show what it proposes.

    Nothing is sent without --online; what is sent then are the names (without it they are shown), and nothing else of
    the graph or the articles. Scores are on the service's own scale: Wikidata's goes to 100. What is taken with
    --accept or --choose becomes a list of known names (kg names), so that nothing is asked again.

    Example: kg reconcile "Aurel Danske" --online, then kg reconcile "Aurel Danske" --online --choose Q42
    """
    if (name is None) != everyone:
        raise ConfigError("give a NAME to ask about, or --all, and not both")
    if choose is not None and (name is None or accept is not None):
        raise ConfigError("--choose takes one candidate of one NAME; leave out --all and --accept")
    place = open_workspace(workspace)
    client = Service(service, timeout=timeout)
    store = open_graph(place)
    asked = names_to_ask(store, name, base=place.settings.base, limit=limit)
    store.close()
    if not asked:
        tell("every name that could be asked about is a known name already")
    elif not online:
        names = ", ".join(one.name for one in asked)
        raise ConfigError(f"add --online to send {counted(len(asked))} to {service}: {names}")
    else:
        _ask(place, client, asked, _Choice(accept, choose))


def _ask(place: GraphFolder, client: Service, asked: list[Asked], choice: _Choice) -> None:
    """Ask, show the answers and keep what is taken; answers that came before a failure count."""
    proposals: list[Proposal] = []
    failed: ServiceError | None = None
    with ticker(f"asking {client.url}"):
        manifest = client.manifest()
        try:
            proposals.extend(propose(client, manifest, asked, limit=_SHOWN))
        except ServiceError as error:
            if not proposals:
                raise
            failed = error
    taken = {one.asked: found for one in proposals if (found := _taken(one, choice)) is not None}
    output().print(_table(proposals, taken))
    _keep(place, client.url, manifest, taken)
    if choice.choose is not None:
        (one,) = taken.items()
        decide_and_tell(
            "same", (one[0].key, manifest.iri(one[1].id)), place=place, why=f"chosen from {manifest.name}", by=None
        )
    if failed is not None:
        complain(failed)
        raise typer.Exit(SOME_FAILED)


def _taken(proposal: Proposal, choice: _Choice) -> Candidate | None:
    """Return the candidate to take.

    Raises:
        QueryError: the one that was chosen was not proposed.
    """
    if choice.choose is None:
        return None if choice.accept is None else acceptable(proposal, choice.accept)
    for candidate in proposal.candidates:
        if candidate.id == choice.choose:
            return candidate
    ids = ", ".join(one.id for one in proposal.candidates) or "nothing"
    raise QueryError(f"{choice.choose}: not proposed for {proposal.asked.name}; the service proposes {ids}")


def _table(proposals: list[Proposal], taken: dict[Asked, Candidate]) -> Table:
    table = Table(box=None)
    for heading in ("name", "id", "called there", "types", "score", "description", "taken"):
        table.add_column(heading)
    for proposal in proposals:
        asked = proposal.asked
        if not proposal.candidates:
            table.add_row(asked.name, "", "", "", "", "nobody is known under that name", "")
        for one in proposal.candidates:
            types = ", ".join(label or id_ for id_, label in one.types)
            yes = "yes" if taken.get(asked) == one else ""
            table.add_row(asked.name, one.id, one.name, types, f"{one.score:g}", one.description, yes)
    return table


def _keep(place: GraphFolder, url: str, manifest: Manifest, taken: dict[Asked, Candidate]) -> None:
    """Keep what was taken as known names."""
    if not taken:
        return
    known = {id_: kept.entry for id_, kept in in_force(place.names()).items()}
    entries = entries_for(taken.items(), manifest, known)
    today = datetime.now(tz=UTC).date().isoformat()
    tell(f"{url}: {outcome(add_names(place, entries, source=url, at=today))}")
