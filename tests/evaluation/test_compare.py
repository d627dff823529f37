"""The scorer on expected facts of our own articles, and on those facts spoiled in one respect at a time."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.evaluation import Score, compare, load_corpus
from kg.evaluation.scores import total
from kg.records import Extraction, Span, Timex

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def facts() -> Extraction:
    corpus = load_corpus(DATA / "articles", DATA / "expected")
    return next(facts for facts in corpus if facts.article.id == "sarvenia-02-market-lethuria-press")


def scores(expected: Extraction, answer: Extraction) -> dict[str, Score]:
    return {score.kind: score for score in compare(expected, answer)}


def test_the_expected_facts_themselves_are_perfect() -> None:
    for facts in load_corpus(DATA / "articles", DATA / "expected"):
        for score in compare(facts, facts):
            assert (score.kind, score.precision, score.recall) == (score.kind, 1.0, 1.0), facts.article.id


def test_an_empty_answer_finds_nothing(facts: Extraction) -> None:
    empty = Extraction(article=facts.article)
    for score in compare(facts, empty):
        assert score.recall == (0.0 if score.expected else 1.0)
        assert score.f1 == (0.0 if score.expected else 1.0)


def without_values(facts: Extraction) -> Extraction:
    return replace(facts, dates=tuple(replace(timex, value="1999") for timex in facts.dates))


def without_types(facts: Extraction) -> Extraction:
    return replace(facts, entities=tuple(replace(entity, type="Facility") for entity in facts.entities))


def split_entity(facts: Extraction) -> Extraction:
    first, *rest = facts.entities
    halves = (
        replace(first, mentions=first.mentions[:1]),
        replace(first, id="again", mentions=first.mentions[1:]),
    )
    return replace(facts, entities=(*halves, *rest))


def merged_entities(facts: Extraction) -> Extraction:
    first, second, *rest = facts.entities
    both = replace(first, mentions=tuple(sorted(first.mentions + second.mentions)))
    return replace(facts, entities=(both, *rest))


def other_titles(facts: Extraction) -> Extraction:
    return replace(facts, roles=tuple(replace(role, title="baker") for role in facts.roles))


def other_statuses(facts: Extraction) -> Extraction:
    return replace(facts, roles=tuple(replace(role, status="incoming") for role in facts.roles))


def other_organizations(facts: Extraction) -> Extraction:
    return replace(facts, roles=tuple(replace(role, organization="vask") for role in facts.roles))


def other_triggers(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, trigger=Span(0, 1)) for event in facts.events))


def other_classes(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, type="Election") for event in facts.events))


def no_parties(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, participants=()) for event in facts.events))


def swapped_roles(facts: Extraction) -> Extraction:
    return replace(
        facts,
        events=tuple(
            replace(event, participants=tuple(replace(party, role="instrument") for party in event.participants))
            for event in facts.events
        ),
    )


def no_event_dates(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, date=None) for event in facts.events))


def no_places(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, places=()) for event in facts.events))


def all_denied(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, polarity="negative") for event in facts.events))


def no_sources(facts: Extraction) -> Extraction:
    return replace(facts, events=tuple(replace(event, source=None) for event in facts.events))


def other_counts(facts: Extraction) -> Extraction:
    return replace(
        facts,
        events=tuple(
            replace(event, counts=tuple(replace(count, min=900) for count in event.counts)) for event in facts.events
        ),
    )


def other_contents(facts: Extraction) -> Extraction:
    return replace(facts, statements=tuple(replace(made, content=Span(0, 3)) for made in facts.statements))


def other_speakers(facts: Extraction) -> Extraction:
    return replace(facts, statements=tuple(replace(made, speaker="vask") for made in facts.statements))


@pytest.mark.parametrize(
    ("spoil", "harmed"),
    [
        (without_values, {"dates: value", "event dates"}),
        (without_types, {"entities"}),
        (split_entity, {"entities", "coreference"}),
        (merged_entities, {"entities", "coreference"}),
        (other_titles, {"roles: person, title", "roles: complete"}),
        (other_statuses, {"roles: complete"}),
        (other_organizations, {"roles: complete"}),
        (other_triggers, {"events: trigger", "events: type"}),
        (other_classes, {"events: type"}),
        (no_parties, {"event parties"}),
        (swapped_roles, {"event parties"}),
        (no_event_dates, {"event dates"}),
        (no_places, {"event places"}),
        (all_denied, {"event modality"}),
        (no_sources, {"event sources"}),
        (other_counts, {"event counts"}),
        (other_contents, {"statements", "statements: attributed"}),
        (other_speakers, {"statements: attributed"}),
    ],
)
def test_what_is_spoiled_costs_its_own_rows(
    facts: Extraction, spoil: Callable[[Extraction], Extraction], harmed: set[str]
) -> None:
    after = scores(facts, spoil(facts))
    assert all(after[kind].f1 < 1 for kind in harmed)


@pytest.mark.parametrize(
    ("spoil", "untouched"),
    [
        (without_values, "roles: complete"),
        (other_titles, "events: type"),
        (other_classes, "statements"),
        (no_parties, "event places"),
        (no_places, "event parties"),
        (all_denied, "events: type"),
        (other_speakers, "statements"),
    ],
)
def test_what_is_spoiled_costs_no_row_of_another_kind(
    facts: Extraction, spoil: Callable[[Extraction], Extraction], untouched: str
) -> None:
    assert scores(facts, spoil(facts))[untouched].f1 == 1


def test_two_entities_in_one_cost_precision_and_one_in_two_cost_recall(facts: Extraction) -> None:
    merged, split = (scores(facts, spoil(facts))["coreference"] for spoil in (merged_entities, split_entity))
    assert merged.precision < 1
    assert merged.recall == 1
    assert split.recall < 1
    assert split.precision == 1


def test_a_decade_is_ten_years(facts: Extraction) -> None:
    def with_value(value: str) -> Extraction:
        return replace(facts, dates=(Timex(id="t1", start=0, end=5, type="DURATION", value=value),), events=())

    assert scores(with_value("P3DE"), with_value("P30Y"))["dates: value"].f1 == 1
    assert scores(with_value("P3DE"), with_value("P3Y"))["dates: value"].f1 == 0


def test_a_giant_trigger_matches_nothing(facts: Extraction) -> None:
    giant = replace(facts, events=tuple(replace(event, trigger=Span(0, 2000)) for event in facts.events))
    assert scores(facts, giant)["events: trigger"].f1 == 0


def test_the_quoted_half_of_a_reported_clause_is_no_false_alarm(facts: Extraction) -> None:
    made = next(made for made in facts.statements if made.speaker == "anna-velk")
    half = replace(made, id="half", content=Span(made.content.end - 25, made.content.end))
    other = replace(half, id="other", speaker="danske")
    with_half = replace(facts, statements=(*facts.statements, half))
    with_other = replace(facts, statements=(*facts.statements, other))
    assert scores(facts, with_half)["statements"].precision == 1
    assert scores(facts, with_other)["statements"].precision < 1


def test_scores_add_up_over_articles(facts: Extraction) -> None:
    empty = Extraction(article=facts.article)
    both = {score.kind: score for score in total([compare(facts, facts), compare(facts, empty)])}
    assert both["dates: found"].recall == 0.5
    assert both["dates: found"].precision == 1
