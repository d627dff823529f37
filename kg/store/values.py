"""RDF terms to plain Python values."""

import math
from collections.abc import Callable
from datetime import date, datetime

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as RdfLiteral

from kg.store.base import Iri, Value

_XSD = "http://www.w3.org/2001/XMLSchema#"


def _boolean(text: str) -> bool:
    return text in {"true", "1"}


_READERS: dict[str, Callable[[str], Value]] = {
    f"{_XSD}boolean": _boolean,
    f"{_XSD}date": date.fromisoformat,
    f"{_XSD}dateTime": datetime.fromisoformat,
    **{f"{_XSD}{name}": float for name in ("decimal", "double", "float")},
    **{
        f"{_XSD}{name}": int
        for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger", "unsignedInt")
    },
}


def plain(term: NamedNode | BlankNode | RdfLiteral | Triple | None) -> Value | None:
    """Return the Python value of `term`: an Iri, a str, or what its datatype says.

    A literal whose words do not fit its datatype stays a string.
    """
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if not isinstance(term, RdfLiteral):
        return str(term)
    reader = _READERS.get(term.datatype.value)
    if reader is None:
        return term.value
    try:
        value = reader(term.value)
    except ValueError:
        return term.value
    return term.value if isinstance(value, float) and math.isnan(value) else value
