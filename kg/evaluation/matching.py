"""Which answer is meant as which expected fact: overlapping spans, one-to-one pairs, entities through mentions."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kg.records import Entity, Extraction, Span

SAME_SPAN = 0.5
"""Two spans name the same thing when they share this part of what they cover together (Jaccard)."""


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character.

    >>> overlaps(Span(0, 5), Span(5, 8))
    False
    """
    return one.start < other.end and other.start < one.end


def jaccard(one: Span, other: Span) -> float:
    """Return the shared part of what two spans cover together.

    >>> jaccard(Span(0, 4), Span(2, 6))
    0.3333333333333333
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def pair[Expected, Answer](
    expected: Sequence[Expected], answers: Sequence[Answer], fit: Callable[[Expected, Answer], float]
) -> Iterator[tuple[Expected, Answer]]:
    """Yield pairs in which each fact and each answer stand at most once, the best fit first.

    Args:
        expected: the facts to be found.
        answers: what was found.
        fit: how well an answer fits a fact; 0 or less when not at all.
    """
    fits = sorted(
        (-value, i, j)
        for i, fact in enumerate(expected)
        for j, answer in enumerate(answers)
        if (value := fit(fact, answer)) > 0
    )
    facts_taken: set[int] = set()
    answers_taken: set[int] = set()
    for _, i, j in fits:
        if i not in facts_taken and j not in answers_taken:
            facts_taken.add(i)
            answers_taken.add(j)
            yield expected[i], answers[j]


def same_mentions(expected: Extraction, answer: Extraction) -> dict[tuple[str, Span], tuple[str, Span]]:
    """Return which expected mention each found mention is, both as (entity id, span)."""
    facts = [(entity.id, span) for entity in expected.entities for span in entity.mentions]
    found = [(entity.id, span) for entity in answer.entities for span in entity.mentions]
    pairs = pair(facts, found, lambda fact, mention: _at_least(jaccard(fact[1], mention[1]), SAME_SPAN))
    return {mention: fact for fact, mention in pairs}


def align(expected: Extraction, answer: Extraction) -> dict[str, str]:
    """Return the expected entity that each found entity is: the one it shares most mentions with, else its namesake.

    Several found entities can be the same expected one, when a reader did not see that two names are one person's.
    """
    shared: dict[str, Counter[str]] = {entity.id: Counter() for entity in answer.entities}
    for (found, _), (fact, _) in same_mentions(expected, answer).items():
        shared[found][fact] += 1
    by_name = {name.casefold(): entity.id for entity in reversed(expected.entities) for name in _names(entity)}
    aligned = {}
    for entity in answer.entities:
        if shared[entity.id]:
            aligned[entity.id] = shared[entity.id].most_common(1)[0][0]
        elif entity.name.casefold() in by_name:
            aligned[entity.id] = by_name[entity.name.casefold()]
    return aligned


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _at_least(value: float, limit: float) -> float:
    return value if value >= limit else 0.0
