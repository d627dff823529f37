"""The messages of the W3C Reconciliation API 0.2: questions as JSON, and what comes back as records or as an error.

A service is not trusted: whatever it sends that is not as the protocol says is an error that says so, and signs that a
terminal would obey are taken out of its words.
"""

import json
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.errors import ServiceError
from kg.resolve import is_iri

_BATCH = 10
"""Names a request where the service does not say how many it takes."""

_LARGEST_BATCH = 50
_LONGEST = 300


class Manifest(NamedTuple):
    """What a service says of itself: its name, what its ids begin with as IRIs, and how many names it takes at once."""

    name: str
    space: str
    batch: int

    def iri(self, id_: str) -> str:
        """Return the id of an entry as an IRI where the service's ids are some, else as it is."""
        joined = f"{self.space}{id_}"
        return joined if not is_iri(id_) and self.space.endswith(("/", "#", "=")) and is_iri(joined) else id_


class Candidate(NamedTuple):
    """An entry that the service takes a name for: `score` is on the service's own scale, `types` are ids and names."""

    id: str
    name: str
    score: float
    sure: bool
    types: tuple[tuple[str, str], ...]
    description: str


def questions(names: Sequence[str], *, limit: int) -> str:
    """Return the question for each of `names`, of which at most `limit` candidates are wanted.

    >>> questions(["Mira Solen"], limit=3)
    '{"q0": {"query": "Mira Solen", "limit": 3}}'
    """
    asked = {f"q{number}": {"query": name, "limit": limit} for number, name in enumerate(names)}
    return json.dumps(asked, ensure_ascii=False)


def manifest_of(value: object) -> Manifest:
    """Read a service's description.

    Raises:
        ServiceError: it is none.
    """
    if not isinstance(value, Mapping) or not isinstance(value.get("name"), str):
        raise ServiceError("is no reconciliation service: its description has no name; give the address of one")
    versions = value.get("versions", ["0.1"])
    if isinstance(versions, list) and not {"0.1", "0.2"}.intersection(map(str, versions)):
        raise ServiceError(f"speaks versions {', '.join(map(str, versions))} of the protocol; kg speaks 0.2")
    space, batch = value.get("identifierSpace"), value.get("batchSize")
    whole = isinstance(batch, int) and not isinstance(batch, bool) and batch > 0
    return Manifest(
        name=plain_words(value["name"]),
        space=space if isinstance(space, str) else "",
        batch=min(batch, _LARGEST_BATCH) if whole and isinstance(batch, int) else _BATCH,
    )


def answers_of(value: object, names: Sequence[str]) -> list[tuple[Candidate, ...]]:
    """Read the answers about `names`, each with its candidates, the best first.

    Raises:
        ServiceError: one is missing, or not as the protocol says.
    """
    if not isinstance(value, Mapping):
        raise ServiceError("answered with no object; it does not speak the reconciliation protocol 0.2")
    if isinstance(message := value.get("message"), str) and "q0" not in value:
        raise ServiceError(f"refused: {plain_words(message)}")
    return [_answer(value.get(f"q{number}"), name) for number, name in enumerate(names)]


def _answer(value: object, name: str) -> tuple[Candidate, ...]:
    found = value.get("result") if isinstance(value, Mapping) else None
    if not isinstance(found, list):
        raise ServiceError(f"gave no list of results for {name!r}; try again, or another service")
    return tuple(sorted((_candidate(one, name) for one in found), key=lambda one: (-one.score, one.id)))


def _candidate(value: object, asked: str) -> Candidate:
    if not isinstance(value, Mapping):
        raise ServiceError(f"gave a result for {asked!r} that is no object")
    id_, name, score = value.get("id"), value.get("name"), value.get("score")
    if (
        not isinstance(id_, str)
        or not isinstance(name, str)
        or not id_
        or len(id_) > _LONGEST
        or plain_words(id_) != id_
    ):
        raise ServiceError(f"gave a result for {asked!r} without an id and a name that can be used")
    if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
        raise ServiceError(f"gave a result for {asked!r} without a score")
    types, description = value.get("type", []), value.get("description")
    return Candidate(
        id=id_,
        name=plain_words(name),
        score=float(score),
        sure=value.get("match") is True,
        types=tuple(_type(one) for one in types) if isinstance(types, list) else (),
        description=plain_words(description) if isinstance(description, str) else "",
    )


def _type(value: object) -> tuple[str, str]:
    """Return id and name of a type, which old services give as an id alone."""
    if isinstance(value, Mapping):
        return plain_words(str(value.get("id", ""))), plain_words(str(value.get("name", "")))
    return plain_words(str(value)), ""


def plain_words(text: str) -> str:
    """Return `text` on one line, without signs that move a cursor, and not endless."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text[:_LONGEST]).split())
