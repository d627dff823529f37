"""`kg.Workspace`: a graph at hand in a notebook or a script, from reading articles to tables, networks and pages.

    workspace = kg.Workspace("workspace")
    workspace.build("articles/")
    workspace.query("posts", person="Mira Solen")
    workspace.query("SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }")
    workspace.network(ties={"talks", "attacks"}, since="2025-01-01")

Every command of `kg` does what one call of the library does; this class gathers those that explore.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Self, get_args

from kg.analysis import Scope, actor_ties
from kg.analysis.results import html_table
from kg.analysis.ties import Tie
from kg.errors import QueryError
from kg.explanation import Explanation, explain
from kg.pipeline import Built, build, open_graph, remove
from kg.queries import Given, load, names, run
from kg.store import Store, Table, Value
from kg.summary import Summary, summarise
from kg.views import write_site
from kg.workspace import GraphFolder, create_workspace, is_workspace, open_workspace

if TYPE_CHECKING:
    import networkx as nx


class Rows(tuple[Mapping[str, Value | None], ...]):  # noqa: SLOT001  a tuple cannot have a slot for its columns
    """The answer to a query: one mapping a row, from column to plain value (None where unbound).

    `pandas.DataFrame(rows)` takes it as it is. `columns` are the names in the order of the query.
    """

    columns: tuple[str, ...]

    @classmethod
    def of(cls, table: Table) -> Self:
        """Return the rows of `table`."""
        rows = cls(table.dicts())
        rows.columns = table.columns
        return rows

    def head(self, most: int = 5) -> Self:
        """Return the first `most` rows."""
        rows = type(self)(self[:most])
        rows.columns = self.columns
        return rows

    def _repr_html_(self) -> str:
        """Return the first rows as an HTML table; every value is text."""
        return html_table(self.columns, (list(row.values()) for row in self))


class Workspace:
    """The graph in a folder; `build` makes the folder when it is missing."""

    def __init__(self, folder: str | Path = "workspace", *, min_confidence: float = 0.0) -> None:
        """Name a workspace; nothing is read or written yet.

        Args:
            folder: where records, decisions and store lie.
            min_confidence: facts that are less sure are left out of every answer.
        """
        self._path = Path(folder)
        self._min_confidence = min_confidence
        self._store: Store | None = None

    @property
    def folder(self) -> GraphFolder:
        """What lies on disk: records, versions, decisions.

        Raises:
            WorkspaceError: there is no workspace yet.
            ConfigError: its kg.toml cannot be used.
        """
        return open_workspace(self._path)

    @property
    def graph(self) -> Store:
        """The store, for reading; it is opened when it is first asked for.

        Raises:
            WorkspaceError: there is no workspace yet.
        """
        if self._store is None:
            self._store = open_graph(self.folder, min_confidence=self._min_confidence)
        return self._store

    def build(self, *sources: str | Path, published: str | None = None) -> Built:
        """Read articles (files, folders) into the graph; `published` is the date of those that have none.

        Raises:
            ConfigError, ModelError, WorkspaceError: nothing can be read, or not be kept.
        """
        self.close()
        return build(sources, create_workspace(self._path), published=published)

    def remove(self, *references: str) -> None:
        """Take articles (by id, url or key) out, with everything that only they say.

        Raises:
            WorkspaceError: there is no such article; those before it are removed.
        """
        self.close()
        remove(references, self.folder)

    def query(self, question: str, **given: Given) -> Rows:
        """Answer a named query (`kg.queries`) with its parameters, or any SELECT query in SPARQL.

        A parameter that is a Python keyword is given with an underscore: `from_="2025-07-01"`.

        Raises:
            QueryError: a parameter is not known, a name is nobody's, or the SPARQL is wrong.
        """
        if question in names():
            values = {name.removesuffix("_"): value for name, value in given.items()}
            return Rows.of(run(self.graph, load(question), values))
        if given:
            raise QueryError(f"{question}: no named query, and only those take parameters (kg queries)")
        return Rows.of(self.graph.select(question))

    def explain(self, what: str) -> Explanation:
        """Return every fact about the thing or fact `what` (a name or an IRI), with its sentence.

        Raises:
            QueryError: nothing is called that.
        """
        return explain(self.graph, what, base=self.folder.settings.base)

    def network(  # noqa: PLR0913  # each narrows the network in its own way
        self,
        *,
        ties: Collection[Tie] = get_args(Tie),
        since: str | date | None = None,
        until: str | date | None = None,
        modalities: Iterable[str] = ("actual",),
        denied: bool = False,
        min_confidence: float = 0.0,
    ) -> "nx.MultiDiGraph":
        """Return the actors tied by what they did, belong to and say: see `kg.analysis.actor_ties`.

        Args:
            ties: kinds of tie: talks, cooperation, pressure, attacks, membership, statements.
            since: only what may be on or after this day (ISO date).
            until: only what may be on or before this day.
            modalities: of events: actual, planned, proposed, demanded, threatened, hypothetical.
            denied: whether events count that are said not to have happened.
            min_confidence: of the surest sentence of a tie.

        Raises:
            ValueError: a date is no ISO date.
        """
        scope = Scope(
            ties=ties,
            since=_day(since),
            until=_day(until),
            modalities=frozenset(modalities),
            denied=denied,
            min_confidence=min_confidence,
        )
        return actor_ties(self.graph, scope)

    def summary(self) -> Summary:
        """Count what is in the graph."""
        return summarise(self.graph)

    def view(self, out: str | Path | None = None) -> Path:
        """Write the pages to look at into `out` (`site` in the workspace when not given); return the first one."""
        folder = Path(out) if out is not None else self._path / "site"
        return write_site(self.graph, folder)[0]

    def close(self) -> None:
        """Let go of the store; it is opened again when it is next asked for."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _repr_html_(self) -> str:
        """Return the figures of the graph as a small HTML table."""
        if not is_workspace(self._path):
            return f"<p>{escape(str(self._path))}: no articles yet</p>"
        found = self.summary()
        figures = {
            "articles": found.articles,
            "people": found.people,
            "posts": found.posts,
            "statements": found.statements,
            "events": sum(found.events.values()),
            "quads": found.quads,
        }
        rows = "".join(f"<tr><th>{name}</th><td>{number:,}</td></tr>" for name, number in figures.items())
        return f"<table><caption>{escape(str(self._path))}</caption><tbody>{rows}</tbody></table>"

    def __repr__(self) -> str:
        return f"Workspace({str(self._path)!r})"


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
