"""What the pages along time and space load: happenings and posts, written short, names and articles once."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from kg.analysis import Evidence, Holding, Occurrence
from kg.views.addresses import page_of
from kg.vocabulary import EVENT_GROUPS

MOST_SENTENCES = 8
"""Sentences kept for one happening; the page says how many there are, and its dossier has them all."""

MOST_LETTERS = 600
"""Letters kept of a sentence: more is a list or a table that the reader took for one."""


PART = 2_000_000
"""UTF-8 bytes of one file of happenings, about: every file of the site is to stay under 5 MB."""


class Numbering:
    """Values once each, and their place in the list of them."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._places: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:  # noqa: ANN401  anything that can be compared
        """Return the place of `value`, which is added when new."""
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]


def happenings_parts(
    occurrences: Iterable[Occurrence], holdings: Iterable[Holding], *, limit: int = PART
) -> dict[str, dict[str, Any]]:
    """Return values for JSON by the names of their files: happenings and posts, as many in one as fit.

    Each has `events` and `posts` as rows, whose columns are those that `kg/views/templates/calendar.js` reads, with
    places in its own `things` and `articles` in them; `groups` gives the group of each class of event in it.

    Args:
        occurrences: what happened or would happen.
        holdings: who held which post.
        limit: UTF-8 bytes of one file, about; a single row can be larger.
    """
    parts = [_Part()]
    for kind, facts, row_of in (("events", occurrences, _event), ("posts", holdings, _post)):
        for fact in facts:
            if parts[-1].size > limit:
                parts.append(_Part())
            parts[-1].add(kind, row_of, fact)
    return {
        "happenings" if number == 0 else f"happenings-{number + 1}": part.value() for number, part in enumerate(parts)
    }


class _Part:
    """What goes into one file."""

    def __init__(self) -> None:
        self.articles, self.things = Numbering(), Numbering()
        self.rows: dict[str, list[list[Any]]] = {"events": [], "posts": []}
        self.size = 0

    def add(self, kind: str, row_of: Callable[..., list[Any]], fact: Occurrence | Holding) -> None:
        articles, things = len(self.articles.values), len(self.things.values)
        row = row_of(fact, self.articles, self.things)
        self.rows[kind].append(row)
        new = [row, self.articles.values[articles:], self.things.values[things:]]
        self.size += len(json.dumps(new, ensure_ascii=False).encode())

    def value(self) -> dict[str, Any]:
        used = {str(event[0]) for event in self.rows["events"]}
        groups = {type_: group.removesuffix("Event") for group, types in EVENT_GROUPS.items() for type_ in types}
        return {
            **self.rows,
            "things": self.things.values,
            "articles": self.articles.values,
            "groups": {type_: group for type_, group in sorted(groups.items()) if type_ in used},
        }


def _event(one: Occurrence, articles: Numbering, things: Numbering) -> list[Any]:
    return [
        one.type,
        one.earliest,
        one.latest,
        one.modality if one.polarity == "positive" else "denied",
        round(one.confidence, 2),
        [[things((party.name, page_of(party.iri))), party.role] for party in one.parties],
        [[things((spot.name, page_of(spot.iri))), spot.relation, spot.iri] for spot in one.spots],
        _sentences(one.evidence, articles),
        len(one.evidence),
        page_of(one.iri),
    ]


def _post(one: Holding, articles: Numbering, _: Numbering) -> list[Any]:
    return [
        one.name,
        one.title,
        one.body,
        one.first,
        one.last,
        one.earliest,
        one.latest,
        _sentences(one.evidence, articles),
        len(one.evidence),
        page_of(one.person),
    ]


def _sentences(evidence: Iterable[Evidence], articles: Numbering) -> list[list[Any]]:
    return [
        [
            item.text if len(item.text) <= MOST_LETTERS else item.text[: MOST_LETTERS - 1] + "…",
            round(item.confidence, 2),
            articles((item.article, item.headline, item.publisher, item.published, item.url)),
        ]
        for item in list(evidence)[:MOST_SENTENCES]
    ]
