"""The named queries: `*.rq` files, one question each, run with plain values in and plain values out.

    names() -> ("attacks", "career", ...)
    query = load("posts")                    NamedQuery(name, title, question, parameters, example, text)
    run(store, query, {"person": "Mira Solen"}) -> Table(columns, rows)
    resolved(store, query, {...}) -> str     the SPARQL with names looked up and filled in, for store.results(...)
    bind(query, {"person": iri}) -> str      the same without a store: entities and classes as IRIs only

To add a query, add a file: its header (`kg.queries.catalogue`) is read, docs/queries.md is made from it, and a test
asks for expected rows. The project's prefixes need no declaration.
"""

from kg.queries.binding import Given, bind
from kg.queries.catalogue import Kind, NamedQuery, Parameter, load, names
from kg.queries.running import resolved, run

__all__ = ["Given", "Kind", "NamedQuery", "Parameter", "bind", "load", "names", "resolved", "run"]
