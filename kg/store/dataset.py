"""Which graphs a query is about: all together, unless it says otherwise."""

import re
from typing import NamedTuple, Self

import pyoxigraph as ox

_SKIPPED = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\''''
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\x00-\x20]*>|[?$]\w+|[\w.-]*:[\w.-]*|#[^\n\r]*""",
    re.DOTALL,
)
_TOKEN = re.compile(r"[{}]|\b[A-Za-z]+\b")


class Dataset(NamedTuple):
    """The graphs that a query is about: the `union` of all, else those given, else those that its FROM clauses name."""

    union: bool = True
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None
    named: list[ox.NamedNode | ox.BlankNode] | None = None

    @classmethod
    def of(cls, sparql: str) -> Self:
        """Return the graphs that a query asks for itself; Oxigraph passes FROM over where it asks the union."""
        return cls(union=not names_dataset(sparql))


def names_dataset(sparql: str) -> bool:
    """Return whether a query says itself which graphs it is about (FROM, FROM NAMED).

    >>> names_dataset("SELECT * FROM <https://example.org/g> { ?s ?p ?o }")
    True
    >>> names_dataset("SELECT * { ?s ?p 'from' }")
    False
    """
    depth = 0
    for match in _TOKEN.finditer(_SKIPPED.sub(" ", sparql)):
        word = match[0].upper()
        if word == "FROM" and depth == 0:
            return True
        depth += {"{": 1, "}": -1}.get(word, 0)
    return False
