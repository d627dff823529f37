"""Oxigraph: on disk by default, in memory for tests and short work."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import batched
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, WorkspaceError
from kg.store.base import GraphForm, ResultForm, Table
from kg.store.dataset import Dataset
from kg.store.loading import load_in_threads
from kg.store.syntax import explain_syntax_error
from kg.store.values import plain
from kg.vocabulary import PREFIXES

BATCH = 32768
"""Quads written at a time; much smaller or larger batches are a third slower on disk."""

_HANGS_ON = "ckg:into|ckg:nameOf|ckg:tollOf|ckg:tenureOf|ckg:concerns"
"""How names, joins, tolls, tenures and contradictions lead to what they are about."""

_RESULT_FORMS: dict[ResultForm, ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLE_FORMS: dict[ResultForm, ox.RdfFormat] = {
    "json": ox.RdfFormat.JSON_LD,
    "csv": ox.RdfFormat.N_TRIPLES,
    "tsv": ox.RdfFormat.N_TRIPLES,
    "xml": ox.RdfFormat.RDF_XML,
}
_GRAPH_FORMS: dict[GraphForm, ox.RdfFormat] = {
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}

MOST_IN_MEMORY = 4_000_000
"""Quads of a store on disk that are read into memory for many questions: some 2 GB, about 3,500 articles."""


class OxigraphStore:
    """A `kg.store.base.Store` on a pyoxigraph store; use `open_store`, `read_store` or `memory_store` to get one."""

    def __init__(self, store: ox.Store, *, read_only: bool = False) -> None:
        """Take over `store`, which was opened for reading only where `read_only` says so."""
        self._store: ox.Store | None = store
        self._read_only = read_only
        self._remembered: dict[str, Table] | None = None

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise WorkspaceError("the store is closed; open it again before using it")
        return self._store

    @property
    def _writable(self) -> ox.Store:
        if self._read_only:
            raise WorkspaceError("the store was opened for reading; open it with open_store to write")
        if self._remembered is not None:
            raise WorkspaceError("the store remembers answers; write to it afterwards")
        return self._open

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads fast."""
        for batch in batched(quads, BATCH):
            self._writable.bulk_extend(batch)

    def load_nquads(self, texts: Iterable[str]) -> None:
        """Add many quads as N-Quads text, faster still."""
        load_in_threads(self._writable, texts)

    def tidy(self) -> None:
        """Arrange on disk what was loaded: seconds for a million quads, which the first change would else take."""
        self._writable.optimize()

    def replace_graph(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put `quads` in the place of what `graph` holds, in one transaction."""
        triples = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)
        self._writable.update(f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}")

    def replace_things(self, graph: ox.NamedNode, things: Iterable[ox.NamedNode], quads: Iterable[ox.Quad]) -> None:
        """Put `quads` in the place of what `graph` says of `things` and of what hangs on them, in one transaction."""
        triples = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads)
        named = " ".join(str(thing) for thing in things)
        self._writable.update(
            f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ VALUES ?thing {{ {named} }} GRAPH {graph}"
            f" {{ {{ ?thing ?p ?o BIND(?thing AS ?s) }} UNION {{ ?s {_HANGS_ON} ?thing . ?s ?p ?o }} }} }} ;"
            f" INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}",
            prefixes=PREFIXES,
        )

    def remove_graph(self, graph: ox.NamedNode) -> None:
        """Remove `graph` and everything in it."""
        self._writable.remove_graph(graph)

    def clear(self) -> None:
        """Remove everything."""
        self._writable.clear()

    def graphs(self) -> tuple[ox.NamedNode, ...]:
        """Return the names of all graphs that hold something, sorted."""
        names = (graph for graph in self._open.named_graphs() if isinstance(graph, ox.NamedNode))
        filled = (graph for graph in names if next(self._open.quads_for_pattern(None, None, None, graph), None))
        return tuple(sorted(filled, key=lambda graph: graph.value))

    def count(self) -> int:
        """Return how many quads there are."""
        return len(self._open)

    def quads(self, graph: ox.NamedNode | None = None) -> Iterable[ox.Quad]:
        """Return the quads of `graph`, or of all graphs."""
        return self._open.quads_for_pattern(None, None, None, graph)

    def query(self, sparql: str) -> Table | bool | tuple[ox.Triple, ...]:
        """Answer any query."""
        answer = self.answer(sparql)
        try:
            if isinstance(answer, ox.QueryBoolean):
                return bool(answer)
            if isinstance(answer, ox.QueryTriples):
                return tuple(answer)
            columns = tuple(variable.value for variable in answer.variables)
            return Table(columns, tuple(tuple(plain(term) for term in row) for row in answer))
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {_one_line(str(error))}") from error

    def select(self, sparql: str) -> Table:
        """Answer a SELECT query."""
        if self._remembered is not None and sparql in self._remembered:
            return self._remembered[sparql]
        answer = self.query(sparql)
        if not isinstance(answer, Table):
            raise QueryError("this is no SELECT query; a table needs one")
        if self._remembered is not None:
            self._remembered[sparql] = answer
        return answer

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Answer each SELECT query once while this lasts; nothing may be written meanwhile.

        A store on disk that fits is read into memory first: that takes as long as two large questions, and every
        question then a tenth of the time.
        """
        on_disk = self._open
        if self._read_only and len(on_disk) <= MOST_IN_MEMORY:
            self._store = ox.Store()
            self._store.bulk_extend(on_disk)
        self._remembered = {}
        try:
            yield
        finally:
            self._store, self._remembered = on_disk, None

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""
        answer = self.query(sparql)
        if not isinstance(answer, bool):
            raise QueryError("this is no ASK query; yes or no needs one")
        return answer

    def construct(self, sparql: str) -> tuple[ox.Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE query."""
        answer = self.query(sparql)
        if isinstance(answer, Table | bool):
            raise QueryError("this is no CONSTRUCT or DESCRIBE query; triples need one")
        return answer

    def results(self, sparql: str, form: ResultForm) -> bytes:
        """Answer any query in a SPARQL 1.1 result format."""
        answer = self.answer(sparql)
        try:
            if isinstance(answer, ox.QueryTriples):
                return answer.serialize(format=_TRIPLE_FORMS[form]) or b""
            if isinstance(answer, ox.QueryBoolean) and form in {"csv", "tsv"}:
                return b"true\n" if answer else b"false\n"
            return answer.serialize(format=_RESULT_FORMS[form]) or b""
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {_one_line(str(error))}") from error

    def export(self, path: Path, form: GraphForm) -> None:
        """Write everything to the file `path`; N-Quads in an order that depends on nothing but the quads."""
        if form == "nquads":
            self._export_sorted(path)
            return
        if _GRAPH_FORMS[form].supports_datasets:
            self._open.dump(path, format=_GRAPH_FORMS[form], prefixes=PREFIXES)
            return
        triples = self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        ox.serialize(triples, path, format=_GRAPH_FORMS[form], prefixes=PREFIXES)

    def _export_sorted(self, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            graphs: tuple[ox.NamedNode | ox.DefaultGraph, ...] = (ox.DefaultGraph(), *self.graphs())
            for graph in graphs:
                quads = self._open.quads_for_pattern(None, None, None, graph)
                file.writelines(sorted(f"{quad} .\n" for quad in quads))

    def close(self) -> None:
        """Write what is pending and let go of the files."""
        self._store = None

    def answer(
        self, sparql: str, *, dataset: Dataset | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Answer any query with Oxigraph's own terms; rows and triples are looked for while they are asked for.

        `dataset` counts before the graphs that the query names by FROM; without either it is about all together.
        """
        graphs = Dataset.of(sparql) if dataset is None else dataset
        try:
            return self._open.query(
                sparql,
                prefixes=PREFIXES,
                use_default_graph_as_union=graphs.union,
                default_graph=graphs.default,
                named_graphs=graphs.named,
            )
        except SyntaxError as error:
            raise QueryError(explain_syntax_error(str(error), sparql)) from error
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {_one_line(str(error))}") from error


def memory_store() -> OxigraphStore:
    """Return an empty store in memory."""
    return OxigraphStore(ox.Store())


def open_store(path: Path) -> OxigraphStore:
    """Open the store in the folder `path` for reading and writing; make it where there is none.

    Raises:
        WorkspaceError: another process has it open, or the folder holds something else.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        return OxigraphStore(ox.Store(path))
    except OSError as error:
        if "lock" in str(error).lower():
            raise WorkspaceError(
                f"{path}: another process is writing this store; wait until it has finished"
            ) from error
        raise WorkspaceError(f"{path}: cannot be opened as a store ({_one_line(str(error))})") from error


def read_store(path: Path) -> OxigraphStore:
    """Open the store in the folder `path` for reading only; several processes may do so at a time.

    Raises:
        WorkspaceError: there is no store.
    """
    try:
        return OxigraphStore(ox.Store.read_only(str(path)), read_only=True)
    except OSError as error:
        raise WorkspaceError(f"{path}: there is no store here; build one first (kg build)") from error


def _one_line(message: str) -> str:
    return " ".join(message.split())
