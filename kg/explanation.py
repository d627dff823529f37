"""Why the graph says what it says: the facts about a thing, each with its sentence and where that was printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import QueryError
from kg.queries import Parameter
from kg.queries.binding import as_iri, find
from kg.rdf.evidence import locate
from kg.records import Span
from kg.store import Iri, Store, Value

_FACTS = """
SELECT DISTINCT ?fact ?sentence ?exact ?prefix ?suffix ?rule ?confidence ?article ?headline ?publisher ?published ?url {
  { VALUES ?fact { %(thing)s } }
  UNION { ?fact ?relation %(thing)s }
  UNION { %(thing)s ckg:reportedIn ?fact }
  ?fact ckg:sentence ?sentence ; ckg:evidence ?evidence ; ckg:rule ?rule ; ckg:confidence ?confidence ;
    prov:wasDerivedFrom/dct:identifier ?article .
  ?evidence oa:hasSelector [ oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ] .
  OPTIONAL { ?fact prov:wasDerivedFrom/schema:headline ?headline }
  OPTIONAL { ?fact prov:wasDerivedFrom/schema:publisher/skos:prefLabel ?publisher }
  OPTIONAL { ?fact prov:wasDerivedFrom/schema:datePublished ?published }
  OPTIONAL { ?fact prov:wasDerivedFrom/schema:url ?url }
}
ORDER BY ?published ?article ?fact
"""

_DETAILS = """
SELECT DISTINCT ?fact ?predicate ?value ?label ?kind ?minimum ?maximum ?counted ?partial {
  VALUES ?fact { %s }
  ?fact ?predicate ?value .
  OPTIONAL { ?value skos:prefLabel ?label }
  OPTIONAL { ?value ckg:kind ?kind ; ckg:minimum ?minimum . OPTIONAL { ?value ckg:maximum ?maximum }
    OPTIONAL { ?value ckg:counted ?counted } OPTIONAL { ?value ckg:partial ?partial } }
}
ORDER BY ?fact ?predicate ?label ?value
"""

_MOST_TOLD = """
SELECT ?thing (COUNT(DISTINCT ?fact) AS ?facts) {
  VALUES ?thing { %s }
  OPTIONAL { ?fact ?relation ?thing ; ckg:sentence ?sentence }
}
GROUP BY ?thing ORDER BY DESC(?facts) ?thing
"""

_ANY_THING = Parameter(name="NAME", kind="entity", required=True, meaning="what to explain")

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PLUMBING = frozenset(
    {
        "evidence",
        "sentence",
        "rule",
        "confidence",
        "wasDerivedFrom",
        "wasGeneratedBy",
        "incident",
        "content",
        "type",
        "dateExpression",
    }
)
_USUAL = frozenset({("modality", "actual"), ("polarity", "positive")})
"""What goes without saying."""

_FORMS = frozenset({"EventReport", "RoleReport"})
"""Classes that say how a fact is written down, not what it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One fact of one article: what it is, its details as (relation, value) pairs, and the words it rests on.

    `words` is where the words stand in `sentence`; `article` is the article's id.
    """

    iri: str
    kind: str
    details: tuple[tuple[str, str], ...]
    sentence: str
    words: Span | None
    rule: str
    confidence: float
    article: str
    headline: str | None
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """A thing, its name where it has one, and the facts that concern it; `namesakes` are other things so called."""

    iri: Iri
    name: str | None
    facts: tuple[Fact, ...]
    namesakes: tuple[str, ...] = ()


def explain(store: Store, what: str, *, base: str) -> Explanation:
    """Return the facts about `what`, with their evidence.

    Args:
        store: the graph.
        what: an IRI (`https://...`, `<https://...>`, `id:person-...`), the part of an IRI after `base`, or a name.
        base: what the IRIs of the graph's things begin with.

    Raises:
        QueryError: nothing is called that.
    """
    iri, *namesakes = _found(store, what.strip(), base)
    names = store.select(f"SELECT ?name {{ {iri.n3()} skos:prefLabel ?name }} LIMIT 1").rows
    rows = store.select(_FACTS % {"thing": iri.n3()}).dicts()
    facts = list(dict.fromkeys(Iri(row["fact"]) for row in rows))
    details = _details(store, facts) if facts else {}
    return Explanation(
        iri=iri,
        name=str(names[0][0]) if names else None,
        facts=tuple(_fact(row, details[str(row["fact"])]) for row in rows),
        namesakes=tuple(namesakes),
    )


def _found(store: Store, what: str, base: str) -> list[Iri]:
    """Return what `what` can mean, the thing of which most is told first."""
    candidates = {as_iri(what), _in_graph(what, base)}
    found = [iri for iri in candidates if iri is not None and _has(store, iri)]
    if not found and as_iri(what) is not None:
        raise QueryError(f"{what} is not in this graph; list what is with: kg query things")
    called = found or find(store, _ANY_THING, what)
    rows = store.select(_MOST_TOLD % " ".join(iri.n3() for iri in called)).rows
    return [iri for iri, _ in rows if isinstance(iri, Iri)]


def _in_graph(what: str, base: str) -> Iri | None:
    """Return `what` as the last part of an IRI of this graph, such as `person-rustem-umerov`, with or without `id:`."""
    return as_iri(f"<{base}{what.removeprefix('id:')}>")


def _has(store: Store, iri: Iri) -> bool:
    return store.ask(f"ASK {{ {iri.n3()} ?predicate ?value }}")


def _details(store: Store, facts: Iterable[Iri]) -> dict[str, list[dict[str, Value | None]]]:
    found: dict[str, list[dict[str, Value | None]]] = {}
    for row in store.select(_DETAILS % " ".join(fact.n3() for fact in facts)).dicts():
        found.setdefault(str(row["fact"]), []).append(row)
    return found


def _fact(row: dict[str, Value | None], details: list[dict[str, Value | None]]) -> Fact:
    kinds = [_local(detail["value"]) for detail in details if detail["predicate"] == _TYPE]
    telling = [kind for kind in kinds if kind not in _FORMS]
    pairs = [(_local(detail["predicate"]), _shown(detail)) for detail in details]
    sentence = str(row["sentence"])
    return Fact(
        iri=str(row["fact"]),
        kind=telling[0] if telling else "Fact",
        details=tuple(dict.fromkeys(pair for pair in pairs if pair[0] not in _PLUMBING and pair not in _USUAL)),
        sentence=sentence,
        words=locate(sentence, exact=str(row["exact"]), prefix=str(row["prefix"]), suffix=str(row["suffix"])),
        rule=str(row["rule"]),
        confidence=float(str(row["confidence"])),
        article=str(row["article"]),
        headline=_text(row["headline"]),
        publisher=_text(row["publisher"]),
        published=_text(row["published"]),
        url=_text(row["url"]),
    )


def _shown(detail: dict[str, Value | None]) -> str:
    """Return a value as people read it: its label, its local name, or the figure it claims."""
    if detail["kind"] is not None:
        lowest, highest = detail["minimum"], detail["maximum"]
        figure = (
            f"{lowest}" if lowest == highest else f"at least {lowest}" if highest is None else f"{lowest}–{highest}"
        )
        of = "" if detail["counted"] is None else f" {_local(detail['counted'])}"
        return f"{_local(detail['kind'])} {figure}{of}{', of those counted besides' if detail['partial'] else ''}"
    if detail["label"] is not None:
        return str(detail["label"])
    value = detail["value"]
    return _local(value) if isinstance(value, Iri) else str(value)


def _local(iri: Value | None) -> str:
    return str(iri).rpartition("#" if "#" in str(iri) else "/")[2]


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
