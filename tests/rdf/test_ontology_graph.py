"""The ontology in the store: every kind of attack is an attack without inference."""

import pyoxigraph as ox
import pytest

from kg.rdf import ontology_nquads, ontology_quads
from kg.store import Store, memory_store
from kg.vocabulary import EVENT_CLASSES


@pytest.fixture(scope="module")
def store() -> Store:
    store = memory_store()
    store.load_nquads([ontology_nquads()])
    return store


def test_both_forms_say_the_same() -> None:
    assert set(ox.parse(ontology_nquads(), format=ox.RdfFormat.N_QUADS)) == set(ontology_quads())


def test_it_stands_in_a_graph_of_its_own(store: Store) -> None:
    assert [graph.value for graph in store.graphs()] == ["https://w3id.org/conflict-kg/ontology"]


def test_kinds_of_attack_are_found_by_their_hierarchy(store: Store) -> None:
    kinds = {
        str(row[0]).rpartition("#")[2] for row in store.select("SELECT ?c { ?c rdfs:subClassOf+ ckg:Attack }").rows
    }
    assert {"Airstrike", "Shelling", "SuicideBombing"} <= kinds
    assert "Talks" not in kinds


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_every_event_class_has_a_definition(store: Store, name: str) -> None:
    assert store.ask(f"ASK {{ ckg:{name} rdfs:subClassOf+ ckg:Event ; skos:definition ?words }}")


def test_it_has_no_blank_nodes() -> None:
    assert not any(isinstance(term, ox.BlankNode) for quad in ontology_quads() for term in (quad.subject, quad.object))
