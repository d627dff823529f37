"""`kg build`: articles into a workspace."""

import logging
import time

import typer

from kg.cli.console import SOME_FAILED, Ticker, complain, tell, ticker
from kg.cli.options import DEFAULT_WORKSPACE, Model, Published, Sources, Workers, WorkspaceFolder
from kg.cli.stats import print_summary
from kg.pipeline import Built, Step, open_graph
from kg.pipeline import build as build_graph
from kg.summary import summarise
from kg.workspace import GraphFolder, create_workspace

_log = logging.getLogger(__name__)
_INTERRUPTED = 130


def build(
    sources: Sources,
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    published: Published = None,
    model: Model = None,
    workers: Workers = None,
) -> None:
    """Read articles and build the graph; what is there already is not read again."""
    build_into(create_workspace(workspace, model=model, workers=workers), sources, published=published)


def build_into(place: GraphFolder, sources: list[str], *, published: str | None) -> None:
    """Read articles into `place` and tell what has become of them; exit status 1 where some could not be read."""
    began = time.perf_counter()
    with ticker("reading") as shown:
        teller = _Teller(shown)
        try:
            built = build_graph(sources, place, published=published, watch=teller)
        except KeyboardInterrupt:
            complain(f"stopped; {len(place)} articles are kept in {place.folder}, run the same command again to go on")
            raise typer.Exit(_INTERRUPTED) from None
    print_summary(summarise(open_graph(place)))
    tell(_outcome(built, workspace_name=str(place.folder), seconds=time.perf_counter() - began))
    if built.refused:
        raise typer.Exit(SOME_FAILED)


class _Teller:
    """Says what the build has done: problems at once, the rest in the ticker and to those who want it verbose."""

    def __init__(self, shown: Ticker) -> None:
        self._shown = shown
        self._done = 0

    def __call__(self, step: Step) -> None:
        if step.outcome == "refused":
            complain(step.what)
        elif step.outcome == "stage":
            self._shown.say(step.what)
            _log.info("%s", step.what)
        else:
            self._done += 1
            self._shown.say(f"reading: {self._done} articles done")
            _log.info("%s %s", step.outcome, step.what)


def _outcome(built: Built, *, workspace_name: str, seconds: float) -> str:
    parts = [
        f"{built.added} added",
        f"{built.revised} in a new version" if built.revised else "",
        f"{built.reread} read again (by a new version of kg)" if built.reread else "",
        f"{built.kept} already there" if built.kept else "",
        f"{built.refused} passed over (see above)" if built.refused else "",
    ]
    return f"{workspace_name}: articles {', '.join(part for part in parts if part)}; {seconds:.1f} seconds"
