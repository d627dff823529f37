"""`kg.vocabulary` and the Turtle name the same things, and so do records, lexicons, code and queries."""

import json
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

import kg
from kg import vocabulary
from kg.rdf.namespaces import CKG
from kg.records import model
from kg.resources import lexicon_folder, ontology_folder
from kg.vocabulary import PREFIXES

PROJECT = Path(__file__).parents[1]
PACKAGE = Path(kg.__file__).parent


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=(ontology_folder() / "conflict.ttl").read_text(encoding="utf-8"), format="turtle")


def local(iris: Iterator[object]) -> set[str]:
    return {str(iri).removeprefix(PREFIXES["ckg"]) for iri in iris if str(iri).startswith(PREFIXES["ckg"])}


def test_the_module_and_the_turtle_have_the_same_terms(ontology: Graph) -> None:
    assert local(ontology.subjects(RDFS.label)) == vocabulary.TERMS


def test_no_name_stands_for_two_terms() -> None:
    groups = [
        vocabulary.STRUCTURAL_CLASSES,
        vocabulary.EVENT_CLASSES,
        tuple(vocabulary.EVENT_GROUPS),
        (*vocabulary.ORGANIZATION_CLASSES, "Country", "Facility", "Group", "Weapon"),
        vocabulary.ROLE_CATEGORIES,
        vocabulary.PROPERTIES,
        tuple(vocabulary.VALUES),
        *vocabulary.VALUES.values(),
    ]
    assert sum(len(group) for group in groups) == len(vocabulary.TERMS)


def test_rdflib_terms_are_closed() -> None:
    assert CKG.Talks == URIRef(PREFIXES["ckg"] + "Talks")
    assert CKG.count == URIRef(PREFIXES["ckg"] + "count")
    assert {str(term) for term in dir(CKG)} == {PREFIXES["ckg"] + term for term in vocabulary.TERMS}
    with pytest.raises(AttributeError, match="Picnic"):
        _ = CKG.Picnic


def test_event_classes_stand_below_their_group(ontology: Graph) -> None:
    for group, names in vocabulary.EVENT_GROUPS.items():
        below = local(ontology.transitive_subjects(RDFS.subClassOf, CKG[group])) - {group}
        assert below == set(names)
    assert set(ontology.subjects(RDFS.subClassOf, CKG.Event)) == {
        CKG.EventReport,
        CKG.Happening,
        *(CKG[group] for group in vocabulary.EVENT_GROUPS),
    }


def test_organizations_are_subclasses_of_organization(ontology: Graph) -> None:
    below = local(ontology.transitive_subjects(RDFS.subClassOf, URIRef(PREFIXES["org"] + "Organization")))
    assert below == {*vocabulary.ORGANIZATION_CLASSES, "Country"}


@pytest.mark.parametrize("kind", ["RoleCategory", *vocabulary.VALUES])
def test_individuals(ontology: Graph, kind: str) -> None:
    names = vocabulary.ROLE_CATEGORIES if kind == "RoleCategory" else vocabulary.VALUES[kind]
    assert local(ontology.subjects(RDF.type, CKG[kind])) == set(names)


def test_properties(ontology: Graph) -> None:
    found = {*ontology.subjects(RDF.type, OWL.ObjectProperty), *ontology.subjects(RDF.type, OWL.DatatypeProperty)}
    assert local(iter(found)) == set(vocabulary.PROPERTIES)
    parties = ontology.subjects(RDFS.subPropertyOf, URIRef(PREFIXES["sem"] + "hasActor"))
    assert local(parties) == set(vocabulary.PARTY_PROPERTIES)


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (model.Status, vocabulary.VALUES["Status"]),
        (model.Modality, vocabulary.VALUES["Modality"]),
        (model.Polarity, vocabulary.VALUES["Polarity"]),
        (model.CountKind, vocabulary.VALUES["CountKind"]),
        (model.Precision, vocabulary.VALUES["Precision"]),
        (model.ParticipantRole, vocabulary.PARTY_PROPERTIES),
    ],
)
def test_records_choose_from_the_same_values(choice: object, names: tuple[str, ...]) -> None:
    assert set(get_args(choice)) == set(names)


def test_the_record_format_lists_the_same_event_classes() -> None:
    text = (PROJECT / "docs" / "extraction-record.md").read_text(encoding="utf-8")
    listed = text.split("Event classes:")[1].split(".")[0]
    assert set(re.findall(r"\w+", listed)) == set(vocabulary.EVENT_CLASSES)


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("category", vocabulary.ROLE_CATEGORIES),
        ("event", vocabulary.EVENT_CLASSES),
        ("type", vocabulary.ENTITY_CLASSES),
    ],
)
def test_lexicons_name_known_terms(key: str, names: Collection[str]) -> None:
    used = {
        (path.name, entry[key])
        for path in lexicon_folder().glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("{") and key in (entry := json.loads(line)) and entry[key] is not None
    }
    assert len(used) > 10
    assert {(path, name) for path, name in used if name not in names} == set()


def _names_in_code() -> Iterator[tuple[str, str]]:
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.rq")]):
        for name in re.findall(r"\bckg:(\w+)", path.read_text(encoding="utf-8")):
            yield path.name, name


def test_code_and_queries_use_known_terms() -> None:
    used = list(_names_in_code())
    assert len(used) > 50
    assert [(path, name) for path, name in used if name not in vocabulary.TERMS] == []


def test_importing_the_names_imports_no_rdf_library() -> None:
    code = "import kg.vocabulary, sys; sys.exit(any(name in sys.modules for name in ('rdflib', 'pyoxigraph', 'spacy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
