"""Quads as text: TriG, N-Quads, Turtle, N-Triples and JSON-LD, the same quads always as the same bytes."""

from collections.abc import Iterable
from typing import Literal

import pyoxigraph as ox

from kg.vocabulary import PREFIXES

Form = Literal["trig", "nquads", "turtle", "ntriples", "jsonld"]

_FORMS: dict[Form, ox.RdfFormat] = {
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def serialise(quads: Iterable[ox.Quad], form: Form) -> bytes:
    """Return `quads` in `form`, sorted; Turtle and N-Triples leave out which graph each stands in."""
    ordered = sorted(set(quads), key=_order)
    if _FORMS[form].supports_datasets:
        return ox.serialize(ordered, format=_FORMS[form], prefixes=PREFIXES) or b""
    triples = dict.fromkeys(quad.triple for quad in sorted(ordered, key=lambda quad: _order(quad)[1:]))
    return ox.serialize(triples, format=_FORMS[form], prefixes=PREFIXES) or b""


def _order(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
