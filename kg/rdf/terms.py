"""The terms that quads are made of, built once: pyoxigraph nodes for the names of `kg.vocabulary`."""

from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.vocabulary import PREFIXES


@lru_cache(maxsize=4096)
def term(name: str) -> NamedNode:
    """Return the node for a prefixed name.

    >>> term("oa:exact").value
    'http://www.w3.org/ns/oa#exact'
    """
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


A = term("rdf:type")
_DATE = term("xsd:date")
_DATE_TIME = term("xsd:dateTime")
_DECIMAL = term("xsd:decimal")


@lru_cache(maxsize=16384)
def day(value: str) -> Literal:
    """Return an ISO 8601 date or date-time as a typed literal."""
    return Literal(value, datatype=_DATE if len(value) == len("2025-07-23") else _DATE_TIME)


@lru_cache(maxsize=1024)
def number(value: float) -> Literal:
    """Return a confidence or score as xsd:decimal with at least one decimal place.

    >>> number(1).value, number(0.85).value
    ('1.0', '0.85')
    """
    return Literal(str(round(float(value), 2)), datatype=_DECIMAL)
