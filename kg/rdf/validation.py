"""Validation of the graph against `ontology/shapes.ttl`: every fact complete, dated, sourced and quoted.

    report = validate(graph)              an rdflib Graph, or a Dataset of which the union is validated
    report = validate_quads(quads)        pyoxigraph quads, whichever graphs they stand in
    report.conforms, report.findings      each finding names node, property, value and remedy

Validate articles together with the merged graph: facts lead to entities that only the merged graph describes.
"""

import gc
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
import pyshacl
from rdflib import SH, BNode, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from kg.resources import ontology_folder
from kg.vocabulary import PREFIXES

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_STRING = ox.NamedNode(PREFIXES["xsd"] + "string")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One departure from the shapes: the node it is about, the property and value to blame if any, and the remedy."""

    node: str
    path: str | None
    value: str | None
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidationReport:
    """What validation found; the graph conforms when that is nothing."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Return whether the graph keeps to all shapes."""
        return not self.findings


def validate(graph: Graph) -> ValidationReport:
    """Return how `graph`, or the union of the graphs of a Dataset, departs from the shapes."""
    with _without_collecting(), warnings.catch_warnings():
        union = _union(graph) if isinstance(graph, Dataset) else graph
        # rdflib compares what is no date ("Monday"^^xsd:date) by way of NotImplemented; the shapes report its datatype.
        warnings.filterwarnings("ignore", "NotImplemented should not be used", DeprecationWarning)
        _, results, _ = pyshacl.validate(union, shacl_graph=shapes(), inference="none", inplace=True)
    found = (_finding(results, result) for result in results.objects(None, SH.result))
    return ValidationReport(findings=tuple(sorted(found, key=lambda one: (one.node, one.path or "", one.value or ""))))


def validate_quads(quads: Iterable[ox.Quad]) -> ValidationReport:
    """Return how the union of the graphs of `quads` departs from the shapes."""
    graph = Graph()
    terms: dict[Term, Node] = {}
    add = graph.store.add
    with _without_collecting():
        for quad in quads:
            triple = (quad.subject, quad.predicate, quad.object)
            for term in triple:
                if term not in terms:
                    terms[term] = _rdflib_term(term)
            add((terms[quad.subject], terms[quad.predicate], terms[quad.object]), graph)
        return validate(graph)


@cache
def shapes() -> Graph:
    """Return the shapes, with the targets of each node shape handed down to its property shapes.

    A property shape with targets of its own is checked for all its nodes at once; one that its node shape leads to,
    node by node, which takes pySHACL several times as long. Both mean the same.
    """
    graph = Graph().parse(ontology_folder() / "shapes.ttl")
    targets = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
    for shape, part in list(graph.subject_objects(SH.property)):
        for target in targets:
            for what in graph.objects(shape, target):
                graph.add((part, target, what))
        graph.remove((shape, SH.property, part))
    return graph


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage, of which there is none: for a million triples that takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _union(dataset: Dataset) -> Graph:
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
        graph.add((subject, predicate, value))
    return graph


def _rdflib_term(term: Term) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        plain = term.language is not None or term.datatype == _STRING  # rdflib tells "a" from "a"^^xsd:string
        return Literal(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
    return BNode(str(term))


def _finding(results: Graph, result: Node) -> Finding:
    path = results.value(result, SH.resultPath)
    value = results.value(result, SH.value)
    return Finding(
        node=str(results.value(result, SH.focusNode)),
        path=None if path is None or isinstance(path, BNode) else str(path),
        value=None if value is None else str(value),
        message=str(results.value(result, SH.resultMessage)),
    )
