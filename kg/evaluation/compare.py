"""Compare what was extracted from an article with its expected facts: pure functions, a row or two for each kind.

How each kind is measured:

dates               `found`: spans overlap. `value`: and the TIMEX3 values are equal (a decade is ten years).
entities            an answer is the expected entity it shares most mentions with, and is a person, a place, a country
                    or an organization like it. Answers of unnamed people and weapons are passed over: the expected
                    facts list such things only where they matter.
coreference         B³ over mentions: for each mention the share of its entity's mentions that are right. Found mentions
                    that are no expected ones are passed over.
roles               person and title agree. `complete`: and the organization and the status. Where the expected post
                    names none, none or a country is right: "Defense Minister X" may be completed from the article.
                    Where its status is unknown (a rank of someone killed), any is right.
events              `trigger`: triggers overlap. `type`: and the class is the same. Then, over the pairs of equal class:
                    parties (role and who), dates (value, or none where none is expected), places, modality with
                    polarity, sources and counts.
statements          contents share at least half of their characters. `attributed`: and the speaker is right.
                    The quoted half of a reported clause, given once more by the same speaker, is passed over.
"""

import re
from collections.abc import Iterator

from kg.evaluation.compare_events import compare_events
from kg.evaluation.matching import SAME_SPAN, align, jaccard, pair, same_mentions
from kg.evaluation.scores import Score
from kg.records import Extraction, Role, Span, Statement, Timex

_KINDS = {"Person": "person", "Country": "country", "Place": "place", "Facility": "place"}
"""What kind of thing a class is; the classes that are not here are organizations."""

_UNNAMED = frozenset({"Group", "Weapon"})


def compare(expected: Extraction, answer: Extraction) -> tuple[Score, ...]:
    """Return the scores of `answer` against the `expected` facts of the same article, always in the same order."""
    same = align(expected, answer)
    return (
        *_dates(expected, answer),
        _entities(expected, answer, same),
        _coreference(expected, answer),
        *_roles(expected, answer, same),
        *compare_events(expected, answer, same),
        *_statements(expected, answer, same),
    )


def _dates(expected: Extraction, answer: Extraction) -> Iterator[Score]:
    def fit(fact: Timex, found: Timex) -> float:
        return jaccard(Span(fact.start, fact.end), Span(found.start, found.end))

    pairs = list(pair(expected.dates, answer.dates, fit))
    sizes = {"expected": len(expected.dates), "predicted": len(answer.dates)}
    yield Score.of("dates: found", len(pairs), **sizes)
    yield Score.of("dates: value", sum(_years(fact.value) == _years(found.value) for fact, found in pairs), **sizes)


def _years(value: str) -> str:
    """Return a duration in decades as one in years: P3DE and P30Y say the same.

    >>> _years("P3DE")
    'P30Y'
    """
    return re.sub(r"^P(\d+)DE$", r"P\g<1>0Y", value)


def _entities(expected: Extraction, answer: Extraction, same: dict[str, str]) -> Score:
    def kind(type_: str) -> str:
        return _KINDS.get(type_, "organization")

    facts = [entity for entity in expected.entities if entity.type not in _UNNAMED]
    found = [entity for entity in answer.entities if entity.type not in _UNNAMED]
    pairs = pair(facts, found, lambda f, a: float(same.get(a.id) == f.id and kind(f.type) == kind(a.type)))
    return Score.of("entities", len(list(pairs)), expected=len(facts), predicted=len(found))


def _coreference(expected: Extraction, answer: Extraction) -> Score:
    """Return B³ (Bagga and Baldwin 1998) over the mentions that both sides have, those missed counted as not found."""
    meant = same_mentions(expected, answer)
    sizes = {entity.id: len(entity.mentions) for entity in expected.entities}
    shared: dict[tuple[str, str], int] = {}
    answered: dict[str, int] = {}
    for (found, _), (fact, _) in meant.items():
        shared[fact, found] = shared.get((fact, found), 0) + 1
        answered[found] = answered.get(found, 0) + 1
    return Score(
        kind="coreference",
        right=sum(count * count / answered[found] for (_, found), count in shared.items()),
        predicted=len(meant),
        found=sum(count * count / sizes[fact] for (fact, _), count in shared.items()),
        expected=sum(sizes.values()),
    )


def _roles(expected: Extraction, answer: Extraction, same: dict[str, str]) -> Iterator[Score]:
    countries = {entity.id for entity in answer.entities if entity.type == "Country"}

    def complete(fact: Role, found: Role) -> bool:
        if fact.organization is None:
            organization = found.organization is None or found.organization in countries
        else:
            organization = found.organization is not None and same.get(found.organization) == fact.organization
        return organization and fact.status in (found.status, "unknown")

    def fit(fact: Role, found: Role) -> float:
        if same.get(found.person) != fact.person or not same_title(fact.title, found.title):
            return 0.0
        return 2.0 + complete(fact, found) + jaccard(fact.evidence, found.evidence) / 2

    pairs = list(pair(expected.roles, answer.roles, fit))
    sizes = {"expected": len(expected.roles), "predicted": len(answer.roles)}
    yield Score.of("roles: person, title", len(pairs), **sizes)
    yield Score.of("roles: complete", sum(complete(fact, found) for fact, found in pairs), **sizes)


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are one post: equal words, or the one a part of the other ("leader", "rebel leader")."""
    short, long = sorted((_title_words(one), _title_words(other)), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _title_words(title: str) -> list[str]:
    spelled = {"defence": "defense", "spokeswoman": "spokesman", "spokesperson": "spokesman"}
    return [spelled.get(word, word) for word in title.casefold().replace("-", " ").split()]


def _statements(expected: Extraction, answer: Extraction, same: dict[str, str]) -> Iterator[Score]:
    def attributed(fact: Statement, found: Statement) -> bool:
        return (None if found.speaker is None else same.get(found.speaker, "unknown")) == fact.speaker

    def fit(fact: Statement, found: Statement) -> float:
        share = jaccard(fact.content, found.content)
        return share + attributed(fact, found) if share >= SAME_SPAN else 0.0

    pairs = list(pair(expected.statements, answer.statements, fit))
    taken = {found.id for _, found in pairs}
    parts = sum(
        found.id not in taken
        and any(_within(found.content, fact.content) and attributed(fact, found) for fact, _ in pairs)
        for found in answer.statements
    )
    sizes = {"expected": len(expected.statements), "predicted": len(answer.statements) - parts}
    yield Score.of("statements", len(pairs), **sizes)
    yield Score.of("statements: attributed", sum(attributed(*both) for both in pairs), **sizes)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
