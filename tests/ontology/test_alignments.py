"""alignments.ttl: the vocabularies it should cover, and only terms that they have."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import FOAF, GEO, ORG, PROV, SDO, TIME, DefinedNamespace

from kg.resources import ontology_folder
from kg.vocabulary import PREFIXES

SEM_TERMS = (
    "Actor Event Place RoleType Time hasActor hasPlace hasTimeStamp hasEarliestBeginTimeStamp "
    "hasLatestEndTimeStamp subEventOf accordingTo"
)
"""Those terms of the Simple Event Model that may be used; rdflib does not know the vocabulary."""


@pytest.fixture(scope="module")
def alignments() -> Graph:
    text = (ontology_folder() / "alignments.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def used(graph: Graph, prefix: str) -> set[str]:
    return {str(term) for triple in graph for term in triple if str(term).startswith(PREFIXES[prefix])}


@pytest.mark.parametrize(
    ("prefix", "vocabulary"),
    [("org", ORG), ("prov", PROV), ("time", TIME), ("schema", SDO), ("foaf", FOAF), ("geo", GEO)],
)
def test_terms_of_other_vocabularies_exist_there(
    alignments: Graph, prefix: str, vocabulary: type[DefinedNamespace]
) -> None:
    terms = used(alignments, prefix)
    assert len(terms) > 1
    assert {term for term in terms if term not in vocabulary} == set()


def test_terms_of_sem_exist_there(alignments: Graph) -> None:
    terms = used(alignments, "sem")
    assert len(terms) > 5
    assert terms <= {PREFIXES["sem"] + name for name in SEM_TERMS.split()}


def test_nothing_of_another_vocabulary_is_said_to_be_ours(alignments: Graph) -> None:
    ours = PREFIXES["ckg"]
    assert not [triple for triple in alignments if str(triple[2]).startswith(ours) and isinstance(triple[0], URIRef)]
