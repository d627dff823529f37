"""Every graph that records can give conforms to the shapes, and one from which something is missing does not."""

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, assume, given, settings

from kg.rdf import article_quads, merged_quads, ontology_quads
from kg.rdf.terms import term
from kg.rdf.validation import validate_quads
from kg.records import Extraction
from kg.resolve import article_key, resolve
from tests import samples
from tests.strategies import extractions


def graph_of(*found: Extraction) -> list[ox.Quad]:
    resolution = resolve(found)
    keys = [resolution.keys[article_key(extraction.article)] for extraction in found]
    articles = [quad for one, shared in zip(found, keys, strict=True) for quad in article_quads(one, shared=shared)]
    return articles + merged_quads(resolution)


@given(extractions(), extractions())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_articles_make_a_graph_that_conforms(one: Extraction, other: Extraction) -> None:
    assume(one.article.id != other.article.id)
    assert validate_quads(graph_of(one, other)).findings == ()


def test_the_sample_conforms_with_the_ontology_beside_it() -> None:
    assert validate_quads([*graph_of(samples.extraction()), *ontology_quads()]).findings == ()


@pytest.mark.parametrize(
    "predicate",
    [
        "ckg:evidence",
        "ckg:sentence",
        "ckg:modality",
        "ckg:polarity",
        "ckg:confidence",
        "ckg:rule",
        "ckg:status",
        "ckg:sha256",
        "ckg:reportedIn",
        "org:member",
        "oa:exact",
        "oa:start",
        "prov:wasDerivedFrom",
        "prov:wasGeneratedBy",
        "skos:prefLabel",
    ],
)
def test_what_no_fact_may_lack(predicate: str) -> None:
    lacking = [quad for quad in graph_of(samples.extraction()) if str(quad.predicate) != term(predicate)]
    assert not validate_quads(lacking).conforms
