"""Decisions of resolution that a person should look at: the joins that are least sure, with what they rest on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.queries import Parameter
from kg.queries.binding import as_iri, find, literal
from kg.store import Iri, Store

_JOINS = """
SELECT ?join ?score ?reason ?rule ?into ?name {
  ?join a ckg:Merge ; ckg:into ?into ; ckg:score ?score ; ckg:reason ?reason ; ckg:rule ?rule .
  FILTER(?rule NOT IN ("curation", "same-key", "same-text"))
  OPTIONAL { ?into skos:prefLabel ?name }
} ORDER BY ?score ?join LIMIT %d
"""

_SIDES = """
SELECT ?join ?side ?words ?sentence {
  VALUES ?join { %s }
  ?join ckg:of ?side .
  OPTIONAL { ?side rdfs:label ?words }
  OPTIONAL { ?side ckg:sentence ?sentence }
} ORDER BY ?join ?side
"""

_NAMED = """
SELECT DISTINCT ?name { ?name a ckg:Name ; rdfs:label ?label FILTER(LCASE(STR(?label)) = LCASE(%s)) } ORDER BY ?name
"""

_THING = Parameter(name="NAME", kind="entity", required=True, meaning="what is meant")


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two things that were joined: its key for `kg different`, and its name or its sentence."""

    key: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A join, how sure it is and why, and the name of what it made where it has one."""

    score: float
    reason: str
    rule: str
    into: str
    sides: tuple[Side, ...]


def doubts(store: Store, *, base: str, limit: int = 20) -> tuple[Doubt, ...]:
    """Return the `limit` joins that are least sure, the least sure first."""
    rows = store.select(_JOINS % limit).dicts()
    sides: dict[str, list[Side]] = {}
    if rows:
        joins = " ".join(Iri(str(row["join"])).n3() for row in rows)
        for row in store.select(_SIDES % joins).dicts():
            words = row["words"] if row["words"] is not None else row["sentence"]
            side = Side(key=_key(str(row["side"]), base), words=str(words))
            sides.setdefault(str(row["join"]), []).append(side)
    return tuple(
        Doubt(
            score=float(str(row["score"])),
            reason=str(row["reason"]),
            rule=str(row["rule"]),
            into=str(row["name"]) if row["name"] is not None else str(row["into"]).removeprefix(base),
            sides=tuple(sides[str(row["join"])]),
        )
        for row in rows
    )


def key_of(store: Store, what: str, *, base: str) -> str:
    """Return the key of the entity or event report that `what` names: a name, a key, or an IRI.

    Raises:
        QueryError: nothing is called that, or several things are.
    """
    found = _candidates(store, what.strip(), base)
    keys = sorted({_key(iri, base) for iri in found})
    if len(keys) > 1:
        raise QueryError(f"{what}: can mean {', '.join(keys)}; give one of these")
    return keys[0]


def fact_of(store: Store, what: str, *, base: str) -> tuple[str, str]:
    """Return the name of the node of the fact `what` (an IRI or its last part) and the key of its article.

    Raises:
        QueryError: it is no fact of this graph.
    """
    iri = as_iri(what) or as_iri(f"<{base}{what.removeprefix('id:')}>")
    asked = "" if iri is None else f"SELECT ?article {{ {iri.n3()} prov:wasDerivedFrom ?article ; ckg:rule ?rule }}"
    rows = store.select(asked).rows if asked else ()
    if iri is None or not rows:
        raise QueryError(f"{what}: no fact of this graph; kg explain shows facts with their names")
    return iri.removeprefix(base), str(rows[0][0]).removeprefix(f"{base}article-")


def _candidates(store: Store, what: str, base: str) -> Iterable[str]:
    given = as_iri(what) or as_iri(f"<{base}{what.removeprefix('id:')}>")
    if given is not None:
        for iri in (
            given,
            Iri(f"{base}name-{given.removeprefix(base)}"),
            Iri(f"{base}event-{given.removeprefix(base)}"),
        ):
            if store.ask(f"ASK {{ {iri.n3()} ?predicate ?value }}"):
                return [iri]
    names = [str(row[0]) for row in store.select(_NAMED % literal(what)).rows]
    things: Sequence[str] = names or find(store, _THING, what)
    return things


def _key(iri: str, base: str) -> str:
    return iri.removeprefix(base).removeprefix("name-").removeprefix("event-")
