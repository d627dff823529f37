"""Quads as text, in every form, the same bytes every time, and back."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.rdf import article_quads, merged_quads, serialise
from kg.rdf.serialise import Form
from kg.records import Extraction
from kg.resolve import resolve
from tests import samples
from tests.strategies import extractions

DATASETS: dict[Form, ox.RdfFormat] = {
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
GRAPHS: dict[Form, ox.RdfFormat] = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES}


def quads_of(extraction: Extraction) -> list[ox.Quad]:
    return article_quads(extraction) + merged_quads(resolve([extraction]))


@pytest.mark.parametrize("form", DATASETS)
@given(extraction=extractions())
@settings(max_examples=25)
def test_datasets_come_back_with_their_graphs(form: Form, extraction: Extraction) -> None:
    quads = quads_of(extraction)
    assert set(ox.parse(serialise(quads, form), format=DATASETS[form])) == set(quads)


@pytest.mark.parametrize("form", GRAPHS)
@given(extraction=extractions())
@settings(max_examples=25)
def test_graphs_come_back_as_triples(form: Form, extraction: Extraction) -> None:
    quads = quads_of(extraction)
    read = ox.parse(serialise(quads, form), format=GRAPHS[form])
    assert {quad.triple for quad in read} == {quad.triple for quad in quads}


@pytest.mark.parametrize("form", [*DATASETS, *GRAPHS])
def test_the_order_of_quads_makes_no_difference(form: Form) -> None:
    quads = quads_of(samples.extraction())
    assert serialise(quads, form) == serialise(reversed(quads), form)


def test_trig_uses_the_prefixes() -> None:
    text = serialise(quads_of(samples.extraction()), "trig").decode()
    assert "@prefix ckg: <https://w3id.org/conflict-kg/ontology#> ." in text
    assert 'skos:prefLabel "Mira Solen"@en' in text
    assert "ckg:confidence 0.95" in text
