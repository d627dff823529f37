"""A named query and a store to a table of plain values."""

from collections.abc import Mapping

from kg.queries.binding import Given, bind, find
from kg.queries.catalogue import NamedQuery
from kg.store import Store, Table


def resolved(store: Store, query: NamedQuery, given: Mapping[str, Given]) -> str:
    """Return the query's SPARQL with `given` filled in, where entities and classes may be given by name.

    A name that several things share stands for any of them.

    Raises:
        QueryError: a parameter is missing or not known, a value does not fit, or nothing is called that.
    """
    kinds = {parameter.name: parameter for parameter in query.parameters if parameter.kind in {"entity", "class"}}
    values = {
        name: find(store, kinds[name], value) if name in kinds and isinstance(value, str) else value
        for name, value in given.items()
    }
    return bind(query, values)


def run(store: Store, query: NamedQuery, given: Mapping[str, Given] | None = None) -> Table:
    """Answer a named query.

    Args:
        store: the graph.
        query: what `kg.queries.load` returns.
        given: values of its parameters; names ("Mira Solen", "Airstrike"), IRIs, ISO dates.

    Raises:
        QueryError: as `resolved` raises it.
    """
    return store.select(resolved(store, query, given or {}))
