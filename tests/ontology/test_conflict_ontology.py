"""conflict.ttl: every term explained, OWL 2 RL, consistent, and contradicting data is noticed."""

import re
from functools import cache

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.resources import ontology_folder
from kg.vocabulary import PREFIXES, TERMS

FILES = ("conflict", "event-types", "alignments")
ONTOLOGY = URIRef("https://w3id.org/conflict-kg/ontology")
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")

RL_DATATYPES = {RDFS.Literal, *(URIRef(PREFIXES["xsd"] + name) for name in ("string", "decimal", "integer", "boolean"))}
"""Those of the datatypes of OWL 2 RL that conflict.ttl uses; xsd:date is none of OWL 2's."""

NOT_RL = {
    OWL.unionOf,
    OWL.complementOf,
    OWL.disjointUnionOf,
    OWL.oneOf,
    OWL.someValuesFrom,
    OWL.allValuesFrom,
    OWL.hasSelf,
    OWL.onDataRange,
    OWL.cardinality,
    OWL.minCardinality,
    OWL.ReflexiveProperty,
}
"""Constructs that OWL 2 RL forbids, or allows only on one side of an axiom, where conflict.ttl needs none."""

SOUND = """
    id:umber a foaf:Person . id:lethuria a ckg:Country . id:hall a ckg:Facility .
    id:post a ckg:RoleReport ; org:member id:umber ; org:organization id:hall ; org:role ckg:Head ;
      ckg:status ckg:former ; ckg:evidence id:words .
    id:raid a ckg:Raid , ckg:EventReport ; ckg:actor id:lethuria ; ckg:target id:hall ; sem:hasPlace id:hall ;
      ckg:modality ckg:actual ; ckg:polarity ckg:positive ; ckg:incident id:incident ; ckg:count id:count .
    id:count ckg:kind ckg:killed ; ckg:minimum 3 .
    id:whole a ckg:Happening , ckg:Raid ; ckg:reportedIn id:raid ; ckg:modality ckg:actual .
    id:join a ckg:Merge ; ckg:of id:raid ; ckg:into id:whole .
"""
"""Data of every kind, without a contradiction."""


def prefixed(data: str) -> str:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + data


@cache
def axioms() -> Graph:
    """Return conflict.ttl and alignments.ttl without what is written for people, which reasoning only carries along."""
    graph = Graph()
    for name in ("conflict", "alignments"):
        graph.parse(data=(ontology_folder() / f"{name}.ttl").read_text(encoding="utf-8"), format="turtle")
    for annotation in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
        graph.remove((None, annotation, None))
    return graph


def closure(data: str) -> Graph:
    """Return what follows by OWL 2 RL from the ontology, its alignments and `data`."""
    graph = axioms() + Graph().parse(data=prefixed(data), format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: Graph) -> list[str]:
    return [str(message) for message in graph.objects(None, ERROR)]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=(ontology_folder() / "conflict.ttl").read_text(encoding="utf-8"), format="turtle")


@pytest.fixture(scope="module")
def sound() -> Graph:
    return closure(SOUND)


@pytest.mark.parametrize("term", sorted(TERMS))
def test_every_term_is_explained(ontology: Graph, term: str) -> None:
    node = URIRef(PREFIXES["ckg"] + term)
    for property_ in (RDFS.label, SKOS.definition, SKOS.example):
        (text,) = ontology.objects(node, property_)
        assert isinstance(text, Literal)
        assert text.language == "en"
        assert text.strip()
    assert list(ontology.objects(node, RDFS.isDefinedBy)) == [ONTOLOGY]


def test_definitions_tell_the_terms_apart(ontology: Graph) -> None:
    definitions = list(ontology.objects(None, SKOS.definition))
    assert len(set(definitions)) == len(definitions)


@pytest.mark.parametrize("name", [*FILES, "shapes"])
def test_no_file_uses_a_term_that_is_not_defined(name: str) -> None:
    text = (ontology_folder() / f"{name}.ttl").read_text(encoding="utf-8")
    code = re.sub(r'"(?:[^"\\]|\\.)*"|#[^\n>]*$', "", text, flags=re.MULTILINE)
    used = set(re.findall(r"\bckg:(\w+)", code))
    assert used
    assert used - TERMS == set()


def test_the_ontology_keeps_to_owl_2_rl(ontology: Graph) -> None:
    used = {*ontology.predicates(), *ontology.objects(None, RDF.type)}
    assert used & NOT_RL == set()
    data_properties = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    object_properties = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    assert not data_properties & object_properties
    assert {kind for one in data_properties for kind in ontology.objects(one, RDFS.range)} == RL_DATATYPES
    assert not {kind for one in object_properties for kind in ontology.objects(one, RDFS.range)} & RL_DATATYPES


def test_the_ontology_and_sound_data_are_consistent(sound: Graph) -> None:
    assert errors(sound) == []


@pytest.mark.parametrize(
    "consequence",
    [
        "id:raid a ckg:Attack , ckg:HostileEvent , ckg:Event , sem:Event , schema:Event , prov:Entity",
        "id:raid sem:hasActor id:lethuria , id:hall ; sem:subEventOf id:incident",
        "id:lethuria a org:Organization , geo:Feature , foaf:Agent , sem:Actor , sem:Place , schema:Organization",
        "id:umber a schema:Person , prov:Person , sem:Actor",
        "id:post a org:Membership , schema:OrganizationRole ; prov:wasDerivedFrom id:words",
        "id:words a oa:SpecificResource",
        "id:count a ckg:CountClaim , ckg:Report",
        "id:whole prov:wasDerivedFrom id:raid",
    ],
)
def test_what_follows_from_the_data(sound: Graph, consequence: str) -> None:
    expected = Graph().parse(data=prefixed(f"{consequence} ."), format="turtle")
    assert [triple for triple in expected if triple not in sound] == []


@pytest.mark.parametrize(
    "contradiction",
    [
        "id:both a foaf:Person , ckg:Military .",
        "id:both a ckg:Country , ckg:Facility .",
        "id:both a ckg:EventReport , ckg:Happening .",
        "id:both a ckg:Statement ; ckg:minimum 3 .",
        "id:both ckg:modality ckg:actual , ckg:planned .",
        "id:both ckg:polarity ckg:positive , ckg:negative .",
    ],
)
def test_contradicting_data_is_noticed(contradiction: str) -> None:
    assert errors(closure(contradiction))
