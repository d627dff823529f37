"""Values into queries: parameters are bound by filling the `VALUES ?name { UNDEF }` lines of a query."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import assert_never

from pyoxigraph import Literal

from kg.errors import QueryError
from kg.queries.catalogue import NamedQuery, Parameter
from kg.store import Iri, Store
from kg.vocabulary import PREFIXES

Given = str | date | float | Sequence[Iri]
"""What a caller may give for a parameter; several IRIs mean any of them."""

_CLASS_PREFIXES = ("ckg", "foaf", "org", "geo")
"""Where a class given by its local name is looked for, in this order."""

_FIND = """
SELECT DISTINCT ?thing ?rank WHERE {{
  {{ ?thing skos:prefLabel ?name BIND(1 AS ?rank) }} UNION {{ ?thing skos:altLabel ?name BIND(2 AS ?rank) }}
  FILTER(LCASE(STR(?name)) = LCASE({name}))
  FILTER NOT EXISTS {{ ?thing a ckg:UnnamedParticipant }}
  FILTER NOT EXISTS {{ ?thing a prov:SoftwareAgent }}
}} ORDER BY ?rank ?thing
"""


def bind(query: NamedQuery, given: Mapping[str, Given]) -> str:
    """Return the query's SPARQL with the values in `given` filled in.

    Entities and classes are given as IRIs here (`https://...`, `<https://...>`, `ckg:Talks`, `id:country-ua`); `run`
    takes their names as well.

    Raises:
        QueryError: a required parameter is missing, one is not known, or a value is not of the parameter's kind.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    if unknown := sorted(given.keys() - known.keys()):
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"query {query.name!r} has no parameter {unknown[0]!r}; {takes}")
    text = query.text
    for parameter in query.parameters:
        if parameter.name in given:
            terms = _terms(parameter, given[parameter.name])
            text = text.replace(parameter.placeholder, f"VALUES ?{parameter.name} {{ {terms} }}")
        elif parameter.required:
            raise QueryError(f"query {query.name!r} needs {parameter.name} ({parameter.meaning}); try: {query.example}")
    return text


def find(store: Store, parameter: Parameter, value: str) -> Sequence[Iri]:
    """Return the IRIs that `value` can mean for a parameter of kind entity or class: an IRI, or a name in the graph.

    Raises:
        QueryError: nothing in the graph is called that.
    """
    if (iri := as_iri(value)) is not None:
        return [iri]
    if parameter.kind == "class":
        return [_class(store, parameter, value)]
    rows = store.select(_FIND.format(name=literal(value))).rows
    found = [iri for iri, rank in rows if isinstance(iri, Iri) and rank == rows[0][1]]
    if not found:
        raise QueryError(
            f"{parameter.name}: nothing in this graph is called {value!r}; list names with: kg query things"
        )
    return found


def _class(store: Store, parameter: Parameter, value: str) -> Iri:
    """Return the term of the ontology, or of the vocabularies that it builds on, with the local name `value`."""
    if value.isidentifier():
        for prefix in _CLASS_PREFIXES:
            iri = Iri(PREFIXES[prefix] + value)
            if store.ask(f"ASK {{ {{ {iri.n3()} ?p ?o }} UNION {{ ?s ?p {iri.n3()} }} }}"):
                return iri
    raise QueryError(f"{parameter.name}: {value!r} is no class of this graph; list them with: kg query types")


def as_iri(value: str) -> Iri | None:
    """Return `value` as an IRI if it is one, in full, in angle brackets or with a prefix; None for anything else.

    >>> as_iri("ckg:Talks")
    'https://w3id.org/conflict-kg/ontology#Talks'
    """
    bare = value.removeprefix("<").removesuffix(">")
    prefix, colon, local = bare.partition(":")
    if not colon or any(sign.isspace() or sign in '<>"{}|^`\\' for sign in bare):
        return None
    if prefix in PREFIXES:
        return Iri(PREFIXES[prefix] + local)
    return Iri(bare) if isinstance(value, Iri) or local.startswith("//") or prefix in {"urn", "tag"} else None


def literal(text: str) -> str:
    """Return `text` as a SPARQL string, quoted and escaped."""
    return str(Literal(text))


def _terms(parameter: Parameter, value: Given) -> str:
    match parameter.kind:
        case "entity" | "class":
            return " ".join(_iri(parameter, item).n3() for item in _several(value))
        case "date":
            return _date(parameter, value)
        case "number":
            return _number(parameter, value)
        case "text":
            return literal(str(value))
        case _:
            assert_never(parameter.kind)


def _several(value: Given) -> Sequence[object]:
    return [value] if isinstance(value, str | date | float | int) else value


def _iri(parameter: Parameter, value: object) -> Iri:
    iri = as_iri(value) if isinstance(value, str) else None
    if iri is None:
        raise QueryError(f"{parameter.name}: {value!r} is no IRI; run the query on a store to use names")
    return iri


def _date(parameter: Parameter, value: Given) -> str:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise QueryError(f"{parameter.name}: {value!r} is no date; write it as 2025-07-23") from error
    return f'"{day.isoformat()[:10]}"^^xsd:date'


def _number(parameter: Parameter, value: Given) -> str:
    try:
        return str(float(str(value)))
    except ValueError as error:
        raise QueryError(f"{parameter.name}: {value!r} is no number") from error
