"""IRIs that are the same everywhere and can be written in every form of RDF."""

import pytest
from hypothesis import given, settings

from kg.errors import ConfigError
from kg.rdf import article_iri, article_quads, checked_base, entity_iri, merged_graph
from kg.records import Extraction
from tests import samples
from tests.strategies import extractions


def test_names_are_those_of_the_documentation() -> None:
    assert entity_iri("person-mira-solen").value == "https://w3id.org/conflict-kg/id/person-mira-solen"
    assert merged_graph("https://example.org/").value == "https://example.org/graph-merged"
    assert article_iri("3f9a", "https://example.org/").value == "https://example.org/article-3f9a"


@pytest.mark.parametrize("base", ["https://example.org/id/", "https://example.org/kg#", "urn:example:"])
def test_a_base_that_things_can_be_named_under(base: str) -> None:
    assert checked_base(base) == base


@pytest.mark.parametrize("base", ["", "example.org/", "https://example.org", "https://exa mple.org/", "https://a/<b>/"])
def test_a_base_that_cannot_be_used_is_refused(base: str) -> None:
    with pytest.raises(ConfigError, match="base IRI"):
        checked_base(base)


def test_an_event_keeps_its_iri_when_more_is_found_in_the_article() -> None:
    full = samples.extraction()
    fewer = type(full)(
        article=full.article, entities=full.entities, dates=full.dates, events=full.events[1:], software="older"
    )
    of_full = {quad.subject.value for quad in article_quads(full)}  # type: ignore[union-attr]
    of_fewer = {quad.subject.value for quad in article_quads(fewer)}  # type: ignore[union-attr]
    events = {name for name in of_fewer if "/event-" in name}
    assert len(events) == 2
    assert events <= of_full


@given(extractions())
@settings(max_examples=60)
def test_iris_are_plain_ascii(extraction: Extraction) -> None:
    for quad in article_quads(extraction):
        assert str(quad.subject).isascii()
        assert " " not in str(quad.subject)
