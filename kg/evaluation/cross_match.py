"""Which fact of the merged answer is which expected one, article by article, without looking at what was merged.

Entities are those that share most mentions (`kg.evaluation.matching.align`). Events are those whose triggers overlap,
or else those of one class of which the expected trigger stands in the found one's sentence. So a class that is read
otherwise, or a trigger found a word further on, does not hide whether the right events were joined.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evaluation.cross_expected import Told, Words
from kg.evaluation.matching import align, overlaps, pair, same_mentions
from kg.records import Event, Extraction, Span
from kg.resolve import Resolution, article_key, count_name, fact_names


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure that was found: where it stands, and the event that it belongs to."""

    at: Words
    event: str
    source: Told | None
    min: int
    max: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Matched:
    """What the answer says, in terms of the expected facts.

    `entities` and `happenings` give the merged entity and happening of each expected fact that was found;
    `reports` the expected event by the key of its report. `figures` and `places` are by the names of nodes: the figures
    themselves, and the words that a fact rests on. `extra_entities` and `extra_events` were found and are no expected
    ones.
    """

    entities: Mapping[Told, str]
    happenings: Mapping[Told, str]
    figures: Mapping[str, Figure]
    places: Mapping[str, tuple[Words, ...]]
    extra_entities: int
    extra_events: int


def match(expected: Iterable[Extraction], answers: Iterable[Extraction], resolution: Resolution) -> Matched:
    """Return `resolution` of the `answers` in terms of what was `expected` of the same articles."""
    into = {report: happening.key for happening in resolution.happenings for report in happening.reports}
    entities: dict[Told, str] = {}
    happenings: dict[Told, str] = {}
    figures: dict[str, Figure] = {}
    places: dict[str, tuple[Words, ...]] = {}
    extra_entities = extra_events = 0
    for facts, answer in zip(expected, answers, strict=True):
        article, names = facts.article.id, fact_names(answer)
        same = align(facts, answer)
        keys = resolution.keys[article_key(answer.article)]
        best = _foremost(facts, answer, same)
        entities |= {Told(article, fact): keys[found] for fact, found in best.items()}
        extra_entities += len(answer.entities) - len(best)
        pairs = list(pair(facts.events, answer.events, _fit))
        happenings |= {Told(article, fact.id): into[_report(names[found.id])] for fact, found in pairs}
        extra_events += len(answer.events) - len(pairs)
        for event in answer.events:
            places[names[event.id]] = (Words(article, event.trigger), Words(article, event.evidence))
            source = None if event.source is None else Told(article, same.get(event.source, "unknown"))
            for count in event.counts:
                name = count_name(_report(names[event.id]), count)
                at = Words(article, Span(count.start, count.end))
                figures[name] = Figure(
                    at=at, event=_report(names[event.id]), source=source, min=count.min, max=count.max
                )
                places[name] = (at,)
        places |= {names[role.id]: (Words(article, role.evidence),) for role in answer.roles}
    return Matched(
        entities=entities,
        happenings=happenings,
        figures=figures,
        places=places,
        extra_entities=extra_entities,
        extra_events=extra_events,
    )


def meets(one: Words, other: Words) -> bool:
    """Tell whether two passages are of one article and overlap."""
    return one.article == other.article and overlaps(one.span, other.span)


def _report(name: str) -> str:
    return name.removeprefix("event-")


def _foremost(facts: Extraction, answer: Extraction, same: Mapping[str, str]) -> dict[str, str]:
    """Return the found entity of each expected one: of several, that with most of its mentions."""
    shared = [(fact, found) for (found, _), (fact, _) in same_mentions(facts, answer).items()]
    best: dict[str, str] = {}
    for found, fact in same.items():
        if fact not in best or shared.count((fact, found)) > shared.count((fact, best[fact])):
            best[fact] = found
    return best


def _fit(fact: Event, found: Event) -> float:
    alike = fact.type == found.type
    if overlaps(fact.trigger, found.trigger):
        return 2.0 + alike
    return float(alike and overlaps(fact.trigger, found.evidence))
