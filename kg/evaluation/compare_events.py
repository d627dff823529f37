"""Compare extracted events with the expected ones: triggers, classes and, where the class is right, the rest."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.matching import overlaps, pair
from kg.evaluation.scores import Score
from kg.records import Count, Event, Extraction, Participant, Span

LONGEST_TRIGGER = 40
"""Characters; a longer trigger matches nothing, so that a whole clause cannot match every event in it."""


def compare_events(expected: Extraction, answer: Extraction, same: dict[str, str]) -> Iterator[Score]:
    """Yield the rows on events.

    Args:
        expected: the expected facts.
        answer: what was extracted.
        same: the expected entity that each found entity is.
    """
    sides = _Sides(expected=expected, answer=answer, same=same)
    pairs = list(pair(expected.events, answer.events, sides.fit))
    right = [(fact, found) for fact, found in pairs if fact.type == found.type]
    sizes = {"expected": len(expected.events), "predicted": len(answer.events)}
    yield Score.of("events: trigger", len(pairs), **sizes)
    yield Score.of("events: type", len(right), **sizes)
    yield _sum("event parties", [sides.parties(*both) for both in right])
    yield _sum("event dates", [sides.date(*both) for both in right])
    yield _sum("event places", [sides.places(*both) for both in right])
    yield _sum("event modality", [_one(_reality(fact) == _reality(found)) for fact, found in right])
    yield _sum("event sources", [sides.source(*both) for both in right])
    yield _sum("event counts", [_counts(*both) for both in right])


def pair_events(expected: Extraction, answer: Extraction, same: dict[str, str]) -> Iterator[tuple[Event, Event, bool]]:
    """Yield which found event is which expected one, and whether its class and all that it tells is right.

    What it leaves out makes it no less right.
    """
    sides = _Sides(expected=expected, answer=answer, same=same)
    for fact, found in pair(expected.events, answer.events, sides.fit):
        told = (
            sides.parties(fact, found),
            sides.places(fact, found),
            sides.source(fact, found),
            _counts(fact, found),
            _one(_reality(fact) == _reality(found)),
            *([] if found.date is None else [sides.date(fact, found)]),
        )
        yield fact, found, fact.type == found.type and all(tally.right == tally.given for tally in told)


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many values of one attribute of an event are right, were expected and were given."""

    right: int
    expected: int
    given: int


def _sum(kind: str, tallies: Sequence[_Tally]) -> Score:
    return Score.of(
        kind,
        sum(tally.right for tally in tallies),
        expected=sum(tally.expected for tally in tallies),
        predicted=sum(tally.given for tally in tallies),
    )


def _one(right: bool) -> _Tally:  # noqa: FBT001 - the value itself, not a switch
    return _Tally(int(right), 1, 1)


def _common(fact: Sequence[Hashable], found: Sequence[Hashable]) -> _Tally:
    return _Tally(len(set(fact) & set(found)), len(set(fact)), len(set(found)))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sides:
    """The two extractions whose events are compared."""

    expected: Extraction
    answer: Extraction
    same: dict[str, str]

    def fit(self, fact: Event, found: Event) -> float:
        """Return how well `found` fits `fact`: triggers must overlap; then class and parties decide."""
        if found.trigger.end - found.trigger.start > LONGEST_TRIGGER or not overlaps(fact.trigger, found.trigger):
            return 0.0
        return 1.0 + 2.0 * (fact.type == found.type) + 0.1 * self.parties(fact, found).right

    def parties(self, fact: Event, found: Event) -> _Tally:
        """Compare participants: role and who."""
        right = len(list(pair(fact.participants, found.participants, self._same_party)))
        return _Tally(right, len(fact.participants), len(found.participants))

    def date(self, fact: Event, found: Event) -> _Tally:
        """Compare the values of the dates; where none is expected none must be given."""
        values = {timex.id: timex.value for timex in self.answer.dates}
        expected = {timex.id: timex.value for timex in self.expected.dates}
        given = None if found.date is None else values.get(found.date, "")
        return _one((None if fact.date is None else expected[fact.date]) == given)

    def places(self, fact: Event, found: Event) -> _Tally:
        """Compare the places."""
        return _common(fact.places, [self._expected(place) for place in found.places])

    def source(self, fact: Event, found: Event) -> _Tally:
        """Compare whose word the events rest on."""
        return _common(
            [] if fact.source is None else [fact.source],
            [] if found.source is None else [self._expected(found.source)],
        )

    def _expected(self, entity: str) -> str:
        return self.same.get(entity, f"not expected: {entity}")

    def _same_party(self, fact: Participant, found: Participant) -> float:
        """Tell whether a party is the expected one: the same entity, or words that overlap with a mention of it."""
        if fact.role != found.role:
            return 0.0
        if fact.entity is not None and found.entity is not None and self.same.get(found.entity) == fact.entity:
            return 2.0
        spans = [Span(fact.start, fact.end)]
        spans += [span for entity in self.expected.entities if entity.id == fact.entity for span in entity.mentions]
        return float(any(overlaps(span, Span(found.start, found.end)) for span in spans))


def _reality(event: Event) -> tuple[str, str]:
    return event.modality, event.polarity


def _counts(fact: Event, found: Event) -> _Tally:
    return _Tally(len(list(pair(fact.counts, found.counts, _same_count))), len(fact.counts), len(found.counts))


def _same_count(fact: Count, found: Count) -> float:
    """Tell whether two figures agree; "more than 20" may be read as at least 20 or at least 21."""
    return float(fact.kind == found.kind and abs(fact.min - found.min) <= 1 and fact.max == found.max)
