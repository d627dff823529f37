"""Which names of the graph to ask about, what a service proposes for them, and which proposals can be taken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import batched
from typing import NamedTuple

from kg.errors import QueryError
from kg.known_names.checks import BadValueError, to_entry, type_of
from kg.queries import Parameter
from kg.queries.binding import as_iri, find
from kg.reconciliation.protocol import Candidate, Manifest
from kg.reconciliation.service import Service
from kg.resolve import LISTABLE, Entry
from kg.resolve.keys import is_scoped
from kg.resolve.listing import kind_of
from kg.store import Iri, Store
from kg.vocabulary import ENTITY_CLASSES, PREFIXES


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


_UNKNOWN = """
SELECT ?thing ?class ?name ?country {
  VALUES ?class { %s }
  %s
  ?thing a ?class ; skos:prefLabel ?name .
  OPTIONAL { ?thing dct:isPartOf ?country }
  FILTER NOT EXISTS { ?match a ckg:Match ; ckg:into ?thing }
} ORDER BY ?name ?thing
"""

_CLASSES = {_full(ENTITY_CLASSES[name]): name for name in LISTABLE if name != "Country"}
"""Classes of what can be asked about, by their IRIs; a country is known by its code."""

_THING = Parameter(name="NAME", kind="entity", required=True, meaning="who is meant")
_CODE = len("ua")


class Asked(NamedTuple):
    """An entity of the graph to ask about: its key, the name that is sent, its class, and the code of its country."""

    key: str
    name: str
    type: str
    country: str | None


class Proposal(NamedTuple):
    """What the service takes an entity for, the best candidate first."""

    asked: Asked
    candidates: tuple[Candidate, ...]


def names_to_ask(store: Store, what: str | None, *, base: str, limit: int) -> list[Asked]:
    """Return the entity that `what` names or, where that is None, the first `limit` that are no known entries yet.

    Names that one article alone uses for somebody it does not fully name ("Solen", "a senior official") are left out.

    Raises:
        QueryError: nothing that can be asked about is called `what`, or several things are.
    """
    given = "" if what is None else f"VALUES ?thing {{ {' '.join(iri.n3() for iri in _meant(store, what, base))} }}"
    asked = [
        Asked(
            key=str(row["thing"]).removeprefix(base),
            name=str(row["name"]),
            type=_CLASSES[str(row["class"])],
            country=_code(row["country"], base),
        )
        for row in store.select(_UNKNOWN % (" ".join(f"<{iri}>" for iri in _CLASSES), given)).dicts()
    ]
    if what is None:
        return [one for one in asked if not is_scoped(one.key)][:limit]
    if not asked:
        raise QueryError(f"{what}: a known name already (kg names), or no person, body or place")
    if len(asked) > 1:
        raise QueryError(f"{what}: can mean {', '.join(one.key for one in asked)}; give one of these")
    return asked


def propose(service: Service, manifest: Manifest, asked: Iterable[Asked], *, limit: int = 5) -> Iterator[Proposal]:
    """Ask the service about names, batch by batch, and yield what it proposes, at most `limit` candidates for each.

    Raises:
        ServiceError: it does not answer; what it answered before was yielded.
    """
    for some in batched(asked, manifest.batch):
        answers = service.ask([one.name for one in some], limit=limit)
        yield from (Proposal(one, found) for one, found in zip(some, answers, strict=True))


def fits(asked: Asked, candidate: Candidate) -> bool:
    """Say whether none of the candidate's types that we know is another kind of thing than what was asked about.

    >>> lindt = Candidate("Q1", "Lindt", 98.0, True, (("Q6881511", "enterprise"), ("Q5", "human")), "")
    >>> fits(Asked("person-lindt", "Lindt", "Person", None), lindt)
    True
    >>> fits(Asked("org-lindt", "Lindt", "Company", None), lindt)
    False
    """
    known = {kind_of(of_type) for words in candidate.types for word in words if (of_type := _type_or_none(word))}
    return not known or kind_of(asked.type) in known


def accepted(proposal: Proposal, score: float) -> Candidate | None:
    """Return the one candidate that fits and has at least `score`; None where there is none, or more than one."""
    good = [one for one in proposal.candidates if one.score >= score and fits(proposal.asked, one)]
    return good[0] if len(good) == 1 else None


def entries_for(
    taken: Iterable[tuple[Asked, Candidate]], manifest: Manifest, known: Mapping[str, Entry]
) -> list[Entry]:
    """Return the known names that candidates become: the service's ids and names, with ours as other names.

    Class and country are what the graph says. What is `known` already under an id, and other names of ours that were
    given it, are kept. Candidates whose words make no entry are left out.
    """
    found: dict[str, Entry] = {}
    for asked, candidate in taken:
        values = {"id": manifest.iri(candidate.id), "name": candidate.name or asked.name, "type": asked.type}
        try:
            entry = to_entry(values | {"aliases": [asked.name], "country": asked.country})
        except BadValueError:
            continue
        before = found.get(entry.id) or known.get(entry.id)
        found[entry.id] = entry if before is None else _with_names(before, entry.names)
    return list(found.values())


def _with_names(entry: Entry, names: Iterable[str]) -> Entry:
    more = dict.fromkeys((*entry.aliases, *names))
    return replace(entry, aliases=tuple(name for name in more if name != entry.name))


def _meant(store: Store, what: str, base: str) -> Iterable[Iri]:
    """Return what `what` names: a key or an IRI of the graph, or a name."""
    key = as_iri(f"<{base}{what}>")
    if key is not None and store.ask(f"ASK {{ {key.n3()} a ?class }}"):
        return [key]
    return find(store, _THING, what)


def _code(country: object, base: str) -> str | None:
    """Return the ISO code of the country with the IRI `country`, None where it has none or there is no country."""
    code = str(country).removeprefix(f"{base}country-") if isinstance(country, Iri) else ""
    return code.upper() if len(code) == _CODE else None


def _type_or_none(word: str) -> str | None:
    try:
        return type_of(word)
    except BadValueError:
        return None
