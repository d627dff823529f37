"""How much a graph holds: the figures that `kg build` ends with and `kg stats` prints."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store import Store

_FIGURES = {
    "articles": "?thing a schema:NewsArticle",
    "people": "?thing a foaf:Person",
    "posts": "?thing a ckg:RoleReport",
    "statements": "?thing a ckg:Statement",
}
"""What is counted, by its graph pattern."""

_EVENTS = """
SELECT ?type (COUNT(DISTINCT ?event) AS ?events) WHERE {
  ?event a ckg:Happening ; a ?type . FILTER(?type != ckg:Happening)
} GROUP BY ?type ORDER BY DESC(?events) ?type
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """Figures of a graph; `events` counts happenings by their class, the most frequent first."""

    articles: int
    people: int
    posts: int
    statements: int
    events: Mapping[str, int]
    quads: int


def summarise(store: Store) -> Summary:
    """Count what is in `store`."""
    figures = {name: _count(store, pattern) for name, pattern in _FIGURES.items()}
    events = {str(kind).rpartition("#")[2]: _whole(number) for kind, number in store.select(_EVENTS).rows}
    return Summary(**figures, events=events, quads=store.count())


def _count(store: Store, pattern: str) -> int:
    return _whole(store.select(f"SELECT (COUNT(DISTINCT ?thing) AS ?number) WHERE {{ {pattern} }}").rows[0][0])


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no count")
    return value
