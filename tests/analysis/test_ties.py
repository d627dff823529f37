"""Ties between actors: what an event, a post and a statement tie, and which ties a scope leaves out."""

from dataclasses import replace
from datetime import date

import networkx as nx
import pytest

from kg.analysis import Scope, actor_ties
from kg.analysis.quads import quads, sign
from kg.analysis.ties import pairs
from kg.rdf import article_quads, merged_quads, ontology_quads
from kg.resolve import resolve
from kg.store import Store, memory_store
from tests import samples

type Told = tuple[str, str, str, str, int]


@pytest.fixture(scope="module")
def store() -> Store:
    """Return the graph of the sample article: talks of two countries, a drone strike, a post, a statement."""
    record = samples.extraction()
    found = memory_store()
    found.load([*article_quads(record), *merged_quads(resolve([record])), *ontology_quads()])
    return found


def told(graph: nx.MultiDiGraph) -> set[Told]:
    """Return the ties in names."""
    names = dict(graph.nodes(data="label"))
    return {
        (names[start], edge["tie"], edge["label"], names[end], edge["sign"])
        for start, end, edge in graph.edges(data=True)
    }


def test_every_code_of_plover_has_a_quad() -> None:
    assert quads()["Shelling"] == "material conflict"
    assert quads()["Ceasefire"] == "material cooperation"
    assert quads()["Accusation"] == "verbal conflict"
    assert [sign(name) for name in ("Mediation", "Siege", "Election", "NoClassOfOurs")] == [1, -1, 0, 0]


def test_events_posts_and_words_tie_actors(store: Store) -> None:
    everything = actor_ties(store, Scope(modalities={"actual", "planned"}))
    assert told(everything) == {
        ("Ostrava", "attacks", "Killing", "people", -1),
        ("Ostrava", "talks", "Talks", "Velmora", 1),
        ("Mira Solen", "membership", "chairs", "Security Council", 1),
        ("Mira Solen", "membership", "defense minister (former)", "Velmora", 1),
    }
    assert all(edge["evidence"] for *_, edge in everything.edges(data=True))


def test_what_is_only_planned_ties_nobody_unless_asked(store: Store) -> None:
    assert not [edge for *_, edge in actor_ties(store).edges(data=True) if edge["tie"] == "talks"]
    planned = actor_ties(store, Scope(ties={"talks"}, modalities={"planned"}))
    assert [edge["modality"] for *_, edge in planned.edges(data=True)] == ["planned"]


def test_a_scope_is_kept(store: Store) -> None:
    kinds = {edge["tie"] for *_, edge in actor_ties(store, Scope(ties={"membership"})).edges(data=True)}
    assert kinds == {"membership"}
    assert not actor_ties(store, Scope(since=date(2031, 1, 1))).edges
    assert not actor_ties(store, Scope(min_confidence=1.0)).edges


@pytest.mark.parametrize(
    ("earliest", "latest", "held"),
    [
        ("2025-07-01", "2025-07-31", True),
        ("2025-06-01", "2025-07-10", True),
        ("2025-06-01", "2025-06-30", False),
        ("2025-07-21", "2025-07-22", False),
        ("", "", False),
    ],
)
def test_days_overlap_the_time_that_is_wanted(earliest: str, latest: str, *, held: bool) -> None:
    assert Scope(since=date(2025, 7, 5), until=date(2025, 7, 20)).holds(earliest, latest) is held


def test_any_time_is_wanted_by_default() -> None:
    assert Scope().holds("", "")


def event(**parties: tuple[str, ...]) -> nx.MultiDiGraph:
    """Return a network of one event, "e", with `parties`; places are places, the others organizations."""
    graph = nx.MultiDiGraph()
    graph.add_node("e", kind="event", type="Attack")
    for role, things in parties.items():
        for thing in things:
            graph.add_node(thing, kind="place" if thing == "town" else "organization", type="Group")
            graph.add_edge("e", thing, tie="party", label=role)
    return graph


def test_one_who_does_is_tied_to_whom_it_is_done() -> None:
    assert list(pairs(event(actor=("a", "b"), target=("c",)), "e", hostile=True)) == [
        ("a", "c", True),
        ("b", "c", True),
    ]


def test_equals_are_tied_once_without_direction() -> None:
    assert list(pairs(event(participant=("b", "a"), mediator=("m",)), "e", hostile=True)) == [
        ("a", "b", False),
        ("a", "m", False),
        ("b", "m", False),
    ]


def test_doers_of_one_attack_are_no_equals_of_their_target() -> None:
    assert list(pairs(event(actor=("a",), target=("a",)), "e", hostile=True)) == []
    assert list(pairs(event(actor=("a",), target=("town",)), "e", hostile=True)) == []


def test_words_tie_the_speaker_to_those_they_name() -> None:
    record = samples.extraction()
    council = next(entity for entity in record.entities if entity.name == "Security Council")
    named = replace(council, name="the table")
    changed = replace(record, entities=tuple(named if entity is council else entity for entity in record.entities))
    found = memory_store()
    found.load([*article_quads(changed), *merged_quads(resolve([changed]))])
    ties = actor_ties(found, Scope(ties={"statements"}))
    assert told(ties) == {("Mira Solen", "statements", "speaks of", "the table", 0)}


def test_two_that_do_the_same_are_tied_by_it_unless_it_is_hostile() -> None:
    assert list(pairs(event(actor=("a", "b")), "e", hostile=False)) == [("a", "b", False)]
    assert list(pairs(event(actor=("a", "b")), "e", hostile=True)) == []
