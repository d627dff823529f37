"""A question in, an answer ready to be sent out: what happens in a worker process."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, islice

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries import load, resolved
from kg.store import Dataset, OxigraphStore
from kg.vocabulary import PREFIXES
from kg.web.media import ROWS, TRIPLES, Media, RowForm, choose
from kg.web.reading import calls_service
from kg.web.results import write_boolean, write_rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A query as a client sends it."""

    sparql: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """A named query whose SPARQL is wanted, with values of its parameters: names, IRIs, dates."""

    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What goes back to the client; `cut` says that there were more rows than the server gives."""

    status: int = 200
    content_type: str = "text/plain; charset=utf-8"
    body: bytes
    cut: bool = False


def problem(status: int, message: str) -> Answer:
    """Return the answer that says what is wrong."""
    return Answer(status=status, body=f"{message}\n".encode())


def answer(store: OxigraphStore, question: Question, *, limit: int) -> Answer:
    """Return the answer to `question`, with at most `limit` rows or triples."""
    if calls_service(question.sparql):
        return problem(400, "this server asks no other host: SERVICE is refused")
    try:
        dataset = _dataset(question)
    except ValueError as error:
        return problem(400, f"default-graph-uri and named-graph-uri take IRIs: {error}")
    try:
        found = store.answer(question.sparql, dataset=dataset)
    except QueryError as error:
        return problem(400, str(error))
    try:
        return _written(found, question.accept, limit)
    except (OSError, RuntimeError) as error:
        return problem(500, f"the query failed: {' '.join(str(error).split())}")


def fill(store: OxigraphStore, filling: Filling) -> Answer:
    """Return the SPARQL of a named query with its parameters filled in."""
    try:
        text = resolved(store, load(filling.name), dict(filling.values))
    except QueryError as error:
        return problem(400, str(error))
    lines = dropwhile(lambda line: line.startswith("#"), text.splitlines())
    return Answer(body="\n".join(lines).strip().encode())


def write_triples(triples: Sequence[ox.Triple], form: ox.RdfFormat) -> bytes:
    """Return triples in the format `form`, with the project's prefixes where the format has any."""
    return ox.serialize(triples, format=form, prefixes=PREFIXES) or b""


def unacceptable(offered: Sequence[Media[RowForm]] | Sequence[Media[ox.RdfFormat]]) -> Answer:
    """Return the answer for a client that accepts nothing of what is `offered`."""
    return problem(406, f"ask for one of: {', '.join(media.names[0] for media in offered)}")


def _written(found: ox.QueryTriples | ox.QueryBoolean | ox.QuerySolutions, accept: str, limit: int) -> Answer:
    if isinstance(found, ox.QueryTriples):
        graph_media = choose(accept, TRIPLES)
        if graph_media is None:
            return unacceptable(TRIPLES)
        triples, cut = _first(found, limit)
        return Answer(content_type=graph_media.content_type, body=write_triples(triples, graph_media.form), cut=cut)
    media = choose(accept, ROWS)
    if media is None:
        return unacceptable(ROWS)
    if isinstance(found, ox.QueryBoolean):
        return Answer(content_type=media.content_type, body=write_boolean(bool(found), media.form))
    columns = [variable.value for variable in found.variables]
    solutions, cut = _first(found, limit)
    rows = [tuple(solution) for solution in solutions]
    return Answer(content_type=media.content_type, body=write_rows(columns, rows, media.form), cut=cut)


def _first[Item](items: Iterator[Item], limit: int) -> tuple[list[Item], bool]:
    """Return the first `limit` of `items`, and whether there are more."""
    taken = list(islice(items, limit + 1))
    return taken[:limit], len(taken) > limit


def _dataset(question: Question) -> Dataset | None:
    """Return the graphs that the request asks for, which count before those of the query; None where it names none.

    Raises:
        ValueError: a graph's name is no IRI.
    """
    if not question.default_graphs and not question.named_graphs:
        return None
    return Dataset(
        union=False,
        default=[ox.NamedNode(iri) for iri in question.default_graphs],
        named=[ox.NamedNode(iri) for iri in question.named_graphs],
    )
