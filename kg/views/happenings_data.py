"""What the pages along time and space load: happenings and posts, written short, names and articles once."""

from collections.abc import Iterable
from typing import Any

from kg.analysis import Evidence, Holding, Occurrence
from kg.views.addresses import page_of
from kg.vocabulary import EVENT_GROUPS

MOST_SENTENCES = 8
"""Sentences kept for one happening; the page says how many there are, and its dossier has them all."""

MOST_LETTERS = 600
"""Letters kept of a sentence: more is a list or a table that the reader took for one."""


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


def happenings_data(occurrences: Iterable[Occurrence], holdings: Iterable[Holding]) -> dict[str, Any]:
    """Return one value for JSON: `events` and `posts` as rows, with places in `things` and `articles` in them.

    The columns of the rows are those that `kg/views/templates/calendar.js` reads.
    """
    articles, things = Numbering(), Numbering()
    groups = {type_: group.removesuffix("Event") for group, types in EVENT_GROUPS.items() for type_ in types}
    events = [
        [
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
        for one in occurrences
    ]
    posts = [
        [
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
        for one in holdings
    ]
    used = {str(event[0]) for event in events}
    return {
        "events": events,
        "posts": posts,
        "things": things.values,
        "articles": articles.values,
        "groups": {type_: group for type_, group in sorted(groups.items()) if type_ in used},
    }


def _sentences(evidence: Iterable[Evidence], articles: Numbering) -> list[list[Any]]:
    return [
        [
            item.text if len(item.text) <= MOST_LETTERS else item.text[: MOST_LETTERS - 1] + "…",
            round(item.confidence, 2),
            articles((item.article, item.headline, item.publisher, item.published, item.url)),
        ]
        for item in list(evidence)[:MOST_SENTENCES]
    ]
