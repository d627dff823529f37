"""Where the graph lives: quads in, answers to SPARQL out, over all graphs or those that a query names by FROM.

    store = open_store(folder)          Oxigraph on disk, reading and writing: one process at a time
    store = read_store(folder)          the same, reading only: any number of processes
    store = memory_store()              Oxigraph in memory

    store.load_nquads(texts)            fastest, for building
    store.load(quads)                   fast                      store.select(text) -> Table(columns, rows)
    store.replace_graph(graph, quads)   in one transaction        store.ask(text), store.construct(text)
    store.remove_graph(graph)                                     store.results(text, "json" | "csv" | "tsv" | "xml")
    store.export(path, "trig" | "nquads" | "turtle" | "jsonld")   store.count(), store.graphs(), store.close()

Cells of a Table are plain Python values: `Iri` (a str), str, int, float, bool, date, datetime, or None for unbound.
Errors of queries are `kg.errors.QueryError`, of folders `kg.errors.WorkspaceError`; each is one line.
"""

from kg.store.base import GraphForm, Iri, ResultForm, Store, Table, Value
from kg.store.dataset import Dataset
from kg.store.oxigraph import OxigraphStore, memory_store, open_store, read_store

__all__ = [
    "Dataset",
    "GraphForm",
    "Iri",
    "OxigraphStore",
    "ResultForm",
    "Store",
    "Table",
    "Value",
    "memory_store",
    "open_store",
    "read_store",
]
