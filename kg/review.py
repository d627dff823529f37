"""Decisions of resolution that a person should look at: the joins that are least sure, with what they rest on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from shlex import quote

from kg.errors import QueryError
from kg.queries import Parameter
from kg.queries.binding import as_iri, find, literal
from kg.store import Iri, Store, Value

_JOINS = """
SELECT ?join ?score ?reason ?rule ?into ?name ?open {
  { ?join a ckg:Merge ; ckg:into ?into BIND(false AS ?open) } UNION
  { ?join a ckg:OpenMatch ; ckg:concerns ?into BIND(true AS ?open) }
  ?join ckg:score ?score ; ckg:reason ?reason ; ckg:rule ?rule .
  FILTER(%s)
  OPTIONAL { ?into skos:prefLabel ?name }
} ORDER BY ?score ?join LIMIT %d
"""

_DOUBTED = '?rule NOT IN ("curation", "same-key", "same-text")'
_OF_ONE = '?into = %s && ?rule NOT IN ("same-key", "same-text")'

_SIDES = """
SELECT ?join ?side ?words ?sentence {
  VALUES ?join { %s }
  ?join ckg:of|ckg:candidate ?side .
  OPTIONAL { ?side rdfs:label ?words }
  OPTIONAL { ?side ckg:sentence ?sentence }
} ORDER BY ?join DESC(ISIRI(?side)) ?side
"""

_MATCHED = """
SELECT DISTINCT ?id ?name { ?match a ckg:Match ; ckg:candidate ?id ; ckg:into/skos:prefLabel ?name } ORDER BY ?id ?name
"""

_NAMED = """
SELECT DISTINCT ?name { ?name a ckg:Name ; rdfs:label ?label FILTER(LCASE(STR(?label)) = LCASE(%s)) } ORDER BY ?name
"""

_THING = Parameter(name="NAME", kind="entity", required=True, meaning="what is meant")


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the things that were joined: its key for `kg different`, and its name or its sentence."""

    key: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A join, how sure it is and why, and the name of what it made where it has one.

    The sides of a match are a name and a known entry. Where it is `open`, the first side may be any of the others.
    """

    score: float
    reason: str
    rule: str
    into: str
    sides: tuple[Side, ...]
    open: bool = False

    @property
    def commands(self) -> tuple[str, ...]:
        """What to type where the join is right (it is doubted no more) or wrong, or to settle an open one."""
        keys = [quote(side.key) for side in self.sides]
        if self.open:
            return tuple(f"kg same {keys[0]} {key}" for key in keys[1:])
        both = " ".join(keys)
        return (f"kg same {both}  # right", f"kg different {both}  # wrong")


def doubts(store: Store, *, base: str, limit: int = 20) -> tuple[Doubt, ...]:
    """Return the `limit` joins and open matches that are least sure, the least sure first."""
    return _joins(store, _DOUBTED, base=base, limit=limit)


def joins_of(store: Store, thing: Iri, *, base: str, limit: int = 20) -> tuple[Doubt, ...]:
    """Return why `thing` is what it is: the joins and matches that made it, and matches that were left open."""
    return _joins(store, _OF_ONE % thing.n3(), base=base, limit=limit)


def matched(store: Store) -> dict[str, list[str]]:
    """Return the names of the entities that each known entry is, by its id."""
    found: dict[str, list[str]] = {}
    for id_, name in store.select(_MATCHED).rows:
        found.setdefault(str(id_), []).append(str(name))
    return found


def _joins(store: Store, wanted: str, *, base: str, limit: int) -> tuple[Doubt, ...]:
    rows = store.select(_JOINS % (wanted, limit)).dicts()
    sides: dict[str, list[Side]] = {}
    if rows:
        joins = " ".join(Iri(str(row["join"])).n3() for row in rows)
        for row in store.select(_SIDES % joins).dicts():
            sides.setdefault(str(row["join"]), []).append(_side(row, base))
    return tuple(
        Doubt(
            score=float(str(row["score"])),
            reason=str(row["reason"]),
            rule=str(row["rule"]),
            into=str(row["name"]) if row["name"] is not None else str(row["into"]).removeprefix(base),
            sides=tuple(sides[str(row["join"])]),
            open=row["open"] is True,
        )
        for row in rows
    )


def _side(row: dict[str, Value | None], base: str) -> Side:
    """Return what was joined; a known entry is a string, and its words stand in the reason."""
    if not isinstance(row["side"], Iri):
        return Side(key=str(row["side"]), words="known entry")
    words = row["words"] if row["words"] is not None else row["sentence"]
    return Side(key=_key(row["side"], base), words=str(words))


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
