"""Facts with their sentences, for things by name and by IRI, in a graph with a namesake."""

from dataclasses import replace

import pytest

from kg.config import DEFAULT_BASE
from kg.errors import QueryError
from kg.explanation import Explanation, explain
from kg.pipeline import graph_nquads
from kg.store import Store, memory_store
from tests.samples import extraction


@pytest.fixture(scope="module")
def store() -> Store:
    first = extraction()
    ship = replace(first.entities[6], id="e9", name="Brenn")  # a weapon of the same name as the town
    made = memory_store()
    made.load_nquads(graph_nquads([replace(first, entities=(*first.entities, ship))], base=DEFAULT_BASE))
    return made


def kinds(explanation: Explanation) -> list[str]:
    return sorted(fact.kind for fact in explanation.facts)


def test_person(store: Store) -> None:
    found = explain(store, "Mira Solen", base=DEFAULT_BASE)
    assert (found.name, found.iri) == ("Mira Solen", f"{DEFAULT_BASE}person-mira-solen")
    assert kinds(found) == ["Membership", "Membership", "Statement"]
    post = next(fact for fact in found.facts if ("title", "defense minister") in fact.details)
    assert post.words is not None
    assert post.sentence[slice(*post.words)] == "defense minister"
    assert ("status", "former") in post.details
    assert (post.article, post.publisher, post.published) == ("sample-1", "Example Wire", "2025-07-22")


def test_what_is_not_usual_is_said(store: Store) -> None:
    talks = next(fact for fact in explain(store, "Ostrava", base=DEFAULT_BASE).facts if fact.kind == "Talks")
    assert ("modality", "planned") in talks.details
    assert ("polarity", "positive") not in talks.details
    assert ("participant", "Velmora") in talks.details


def test_figures_are_readable(store: Store) -> None:
    killing = next(fact for fact in explain(store, "Ostrava", base=DEFAULT_BASE).facts if fact.kind == "Killing")
    assert [value for relation, value in killing.details if relation == "count"] == ["killed at least 12"]


def test_who_was_counted_and_what_another_figure_contains_is_said() -> None:
    read = extraction()
    strike = read.events[2]
    children = replace(strike.counts[0], min=2, max=2, of="children", partial=True)
    made = memory_store()
    events = (*read.events[:2], replace(strike, counts=(*strike.counts, children)))
    made.load_nquads(graph_nquads([replace(read, events=events)], base=DEFAULT_BASE))
    killing = next(fact for fact in explain(made, "Ostrava", base=DEFAULT_BASE).facts if fact.kind == "Killing")
    counts = {value for relation, value in killing.details if relation == "count"}
    assert counts == {"killed at least 12", "killed 2 children, of those counted besides"}


def test_namesake_with_fewer_facts_is_only_named(store: Store) -> None:
    found = explain(store, "brenn", base=DEFAULT_BASE)
    assert found.iri.endswith("place-9000001")
    assert found.namesakes == (f"{DEFAULT_BASE}weapon-brenn",)
    assert explain(store, "weapon-brenn", base=DEFAULT_BASE).facts == ()


def test_happening_gives_its_reports(store: Store) -> None:
    (row,) = store.select("SELECT ?h { ?h a ckg:Talks, ckg:Happening }").rows
    assert kinds(explain(store, str(row[0]), base=DEFAULT_BASE)) == ["Talks"]


@pytest.mark.parametrize("what", ["Nobody", "id:person-nobody", "https://example.org/x", 'a "b" > c', ""])
def test_nothing_of_that_name(store: Store, what: str) -> None:
    with pytest.raises(QueryError, match=r"nothing in this graph is called|is not in this graph"):
        explain(store, what, base=DEFAULT_BASE)
