"""Content negotiation: the forms in which answers are written, and which of them a client would rather have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import RdfFormat

RowForm = Literal["json", "xml", "csv", "tsv"]


@dataclass(frozen=True, slots=True)
class Media[Form]:
    """A form of answer: what it is called on the web (the first name is the one we say), and how it is written."""

    names: tuple[str, ...]
    form: Form

    @property
    def content_type(self) -> str:
        """What the header Content-Type says."""
        return f"{self.names[0]}; charset=utf-8"


ROWS: tuple[Media[RowForm], ...] = (
    Media(("application/sparql-results+json", "application/json"), "json"),
    Media(("application/sparql-results+xml", "application/xml", "text/xml"), "xml"),
    Media(("text/csv",), "csv"),
    Media(("text/tab-separated-values",), "tsv"),
)
"""For SELECT and ASK, the one we prefer first."""

TRIPLES: tuple[Media[RdfFormat], ...] = (
    Media(("text/turtle", "application/x-turtle"), RdfFormat.TURTLE),
    Media(("application/n-triples", "text/plain"), RdfFormat.N_TRIPLES),
    Media(("application/rdf+xml", "application/xml", "text/xml"), RdfFormat.RDF_XML),
    Media(("application/ld+json", "application/json"), RdfFormat.JSON_LD),
)
"""For CONSTRUCT, DESCRIBE and the service description, the one we prefer first."""


def choose[Form](accept: str, offered: Sequence[Media[Form]]) -> Media[Form] | None:
    """Return what of `offered` fits the header Accept best, None where nothing does; without a header the first.

    As in RFC 9110, 12.5.1: the most specific range that a name fits decides about it; q=0 forbids.

    >>> choose("text/csv;q=0.5, text/tab-separated-values", ROWS).form
    'tsv'
    """
    if not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",")]
    best, wanted = None, 0.0
    for media in offered:
        liking = _liking(media.names, ranges)
        if liking > wanted:
            best, wanted = media, liking
    return best


def _range(part: str) -> tuple[str, float]:
    """Return a media range and its q; a q that is no number from 0 to 1 counts as 0."""
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                liking = float(value)
            except ValueError:
                return name, 0.0
            return name, liking if 0 <= liking <= 1 else 0.0
    return name, 1.0


def _liking(names: Sequence[str], ranges: Sequence[tuple[str, float]]) -> float:
    """Return how much a form is liked; wildcards are about the name that we say, not its other names."""
    for pattern in (*names, f"{names[0].partition('/')[0]}/*", "*/*"):
        fitting = [liking for one, liking in ranges if one == pattern]
        if fitting:
            return max(fitting)
    return 0.0
