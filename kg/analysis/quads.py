"""Cooperation or conflict, in words or in deeds: the four quads of event data, for each of our event classes.

The quads are those of PLOVER, as of CAMEO before it (Halterman et al. 2023, "PLOVER and POLECAT"; Schrodt 2012, "CAMEO:
Conflict and Mediation Event Observations Codebook"): each root code of PLOVER lies in one. A class has the quad of the
PLOVER code that `ontology/event-types.ttl` gives it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.resources import ontology_folder
from kg.vocabulary import PREFIXES

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

_ROOTS: dict[Quad, str] = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "SANCTION COERCE MOBILIZE PROTEST ASSAULT CRIME",
}
_QUADS: Mapping[str, Quad] = {root: quad for quad, roots in _ROOTS.items() for root in roots.split()}

_NOTATION = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
_PLOVER = "https://w3id.org/conflict-kg/plover#code"


@cache
def quads() -> Mapping[str, Quad]:
    """Return the quad of each event class that has a PLOVER code, by the class's local name.

    >>> quads()["Talks"], quads()["Airstrike"]
    ('verbal cooperation', 'material conflict')
    """
    found: dict[str, Quad] = {}
    for quad in parse(path=ontology_folder() / "event-types.ttl", format=RdfFormat.TURTLE):
        subject, code = quad.subject, quad.object
        if quad.predicate != _NOTATION or not isinstance(code, RdfLiteral) or code.datatype.value != _PLOVER:
            continue
        if isinstance(subject, NamedNode) and subject.value.startswith(PREFIXES["ckg"]):
            found[subject.value.removeprefix(PREFIXES["ckg"])] = _QUADS[code.value.partition("/")[0]]
    return found


def sign(class_: str) -> int:
    """Return 1 for a class of cooperation, -1 for one of conflict, 0 for one that is neither.

    >>> sign("Agreement"), sign("Threat"), sign("Election")
    (1, -1, 0)
    """
    quad = quads().get(class_)
    return 0 if quad is None else 1 if quad.endswith("cooperation") else -1
