"""RDF terms as N-Quads writes them: plain strings, since a graph of millions of quads is written faster than built."""

from functools import lru_cache
from urllib.parse import quote

from kg.vocabulary import PREFIXES

type Term = str
"""An IRI in angle brackets or a literal in quotation marks."""

_IRI_SAFE = "%/:=&?~#+!$,;'@()*[]"


@lru_cache(maxsize=4096)
def term(name: str) -> Term:
    """Return the IRI for a prefixed name.

    >>> term("oa:exact")
    '<http://www.w3.org/ns/oa#exact>'
    """
    prefix, local = name.split(":", 1)
    return f"<{PREFIXES[prefix]}{local}>"


A = term("rdf:type")
_XSD = PREFIXES["xsd"]


def iri(value: str) -> Term:
    """Return an IRI from outside, what no IRI may have in it percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{quote(value, safe=_IRI_SAFE)}>"


def text(value: str) -> Term:
    r"""Return a string.

    >>> print(text('the "table"'))
    "the \"table\""
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def english(value: str) -> Term:
    """Return a string in English, as labels are."""
    return f"{text(value)}@en"


def typed(value: str, datatype: Term) -> Term:
    """Return a literal of a datatype; `value` has nothing in it that needs escaping."""
    return f'"{value}"^^{datatype}'


def integer(value: int) -> Term:
    """Return xsd:integer."""
    return f'"{value}"^^<{_XSD}integer>'


def boolean(value: bool) -> Term:  # noqa: FBT001 - it is the value
    """Return xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def day(value: str) -> Term:
    """Return an ISO 8601 date or date-time as xsd:date or xsd:dateTime."""
    return f'"{value}"^^<{_XSD}{"date" if len(value) == len("2025-07-23") else "dateTime"}>'


def number(value: float) -> Term:
    """Return a confidence or score as xsd:decimal with at least one decimal place.

    >>> number(1), number(0.85)
    ('"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"0.85"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    return f'"{round(float(value), 2)}"^^<{_XSD}decimal>'
