"""What every store can do, and the plain values that its answers are made of."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Protocol

from pyoxigraph import NamedNode, Quad, Triple


class Iri(str):
    """An IRI in an answer: a string that can be told apart from a literal.

    >>> isinstance(Iri("https://example.org/a"), str)
    True
    """

    __slots__ = ()

    def n3(self) -> str:
        """Return the IRI as SPARQL and Turtle write it: `<https://example.org/a>`."""
        return f"<{self}>"


Value = Iri | str | bool | int | float | date | datetime
"""One cell of an answer; language tags and exotic datatypes become plain strings."""

ResultForm = Literal["json", "csv", "tsv", "xml"]
"""The result formats of SPARQL 1.1. For the triples of CONSTRUCT and DESCRIBE "json" is JSON-LD, "xml" is RDF/XML, and
both "csv" and "tsv" are N-Triples."""

GraphForm = Literal["trig", "nquads", "turtle", "ntriples", "jsonld"]
"""The forms in which a store is written out; Turtle and N-Triples forget which graph a triple stood in."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT query; a cell is None where its variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value | None, ...], ...]

    def dicts(self) -> list[dict[str, Value | None]]:
        """Return the rows as mappings from column to value.

        >>> Table(("name", "age"), (("Ann", 40),)).dicts()
        [{'name': 'Ann', 'age': 40}]
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store(Protocol):
    """A place for quads that answers SPARQL 1.1 queries over the union of its graphs.

    A query that names graphs by FROM and FROM NAMED is about those alone, as SPARQL 1.1 has it. Queries need not
    declare the project's prefixes (`kg.vocabulary`). A query that does not parse, is of another form than the method
    asks for, or fails while it runs raises `kg.errors.QueryError` with one line of explanation.
    """

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads fast; after a crash in the middle some may be there and others not."""

    def load_nquads(self, texts: Iterable[str]) -> None:
        """Add many quads faster still: N-Quads as `kg.rdf` writes them, each text whole lines.

        The next texts are asked for while the last ones are being written, in other threads.
        """

    def tidy(self) -> None:
        """Arrange on disk what was loaded; else the first change afterwards does, and waits for it."""

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Put `quads`, all of which are in `graph`, in the place of what `graph` holds; all or nothing."""

    def replace_things(self, graph: NamedNode, things: Iterable[NamedNode], quads: Iterable[Quad]) -> None:
        """Put `quads` in the place of what `graph` says of `things` and of what hangs on them; all or nothing.

        That is the names, joins, tolls, tenures and contradictions of a thing.
        """

    def remove_graph(self, graph: NamedNode) -> None:
        """Remove `graph` and everything in it; no error when there is none."""

    def clear(self) -> None:
        """Remove everything."""

    def graphs(self) -> tuple[NamedNode, ...]:
        """Return the names of all graphs that hold something, sorted."""

    def count(self) -> int:
        """Return how many quads there are."""

    def quads(self, graph: NamedNode | None = None) -> Iterable[Quad]:
        """Return the quads of `graph`, or of all graphs."""

    def query(self, sparql: str) -> Table | bool | tuple[Triple, ...]:
        """Answer any query: a Table for SELECT, a bool for ASK, triples for CONSTRUCT and DESCRIBE."""

    def select(self, sparql: str) -> Table:
        """Answer a SELECT query."""

    def remembering(self) -> AbstractContextManager[None]:
        """Answer each SELECT query once, and fast, while the context lasts; nothing may be written meanwhile."""

    def ask(self, sparql: str) -> bool:
        """Answer an ASK query."""

    def construct(self, sparql: str) -> tuple[Triple, ...]:
        """Answer a CONSTRUCT or DESCRIBE query."""

    def results(self, sparql: str, form: ResultForm) -> bytes:
        """Answer any query in a SPARQL 1.1 result format."""

    def export(self, path: Path, form: GraphForm) -> None:
        """Write everything to the file `path`."""

    def close(self) -> None:
        """Write what is pending and let go of the files; the store cannot be used afterwards."""
