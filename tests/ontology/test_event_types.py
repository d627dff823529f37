"""event-types.ttl: each event class is placed in PLOVER, CAMEO, ACLED and UCDP; its codes follow from its matches."""

import pytest
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.rdf.namespaces import CKG
from kg.resources import ontology_folder
from kg.vocabulary import EVENT_CLASSES, EVENT_GROUPS

BASE = "https://w3id.org/conflict-kg/"
PLOVER, CAMEO, ACLED, UCDP = (Namespace(f"{BASE}{name}#") for name in ("plover", "cameo", "acled", "ucdp"))
SCHEMES = {"plover": PLOVER, "cameo": CAMEO, "acled": ACLED, "ucdp": UCDP}
MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)

UNCODED = {"Coup", "Displacement", "Election", "Appointment"}
"""Classes for which PLOVER and CAMEO have no type; a note in the Turtle says why."""


@pytest.fixture(scope="module")
def types() -> Graph:
    text = (ontology_folder() / "event-types.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def codes(types: Graph, node: Node, scheme: Namespace) -> set[str]:
    found = types.objects(node, SKOS.notation)
    return {str(code) for code in found if isinstance(code, Literal) and code.datatype == scheme["code"]}


def test_the_schemes_are_whole(types: Graph) -> None:
    tops = {name: set(types.subjects(SKOS.topConceptOf, scheme.scheme)) for name, scheme in SCHEMES.items()}
    assert {name: len(found) for name, found in tops.items()} == {"plover": 16, "cameo": 20, "acled": 6, "ucdp": 3}
    assert {code for node in tops["cameo"] for code in codes(types, node, CAMEO)} == {f"{n:02}" for n in range(1, 21)}
    assert len(set(types.subjects(SKOS.broader, None))) > 60
    assert sum(1 for top in tops["acled"] for _ in types.subjects(SKOS.broader, top)) == 25


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_concept_has_its_own_code_and_a_label(types: Graph, scheme: str) -> None:
    space = SCHEMES[scheme]
    concepts = list(types.subjects(SKOS.inScheme, space.scheme))
    assert [node for node in concepts if len(codes(types, node, space)) != 1] == []
    assert [node for node in concepts if len(list(types.objects(node, SKOS.prefLabel))) != 1] == []
    assert len({code for node in concepts for code in codes(types, node, space)}) == len(concepts)


def test_every_event_class_and_nothing_else_is_placed(types: Graph) -> None:
    placed = set(types.subjects(SKOS.inScheme, URIRef(f"{BASE}event-types")))
    assert placed == {CKG[name] for name in EVENT_CLASSES}


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_codes_follow_from_close_and_broader_matches(types: Graph, name: str) -> None:
    matched = {node for kind in (SKOS.closeMatch, SKOS.broadMatch) for node in types.objects(CKG[name], kind)}
    for space in SCHEMES.values():
        of_scheme = (node for node in matched if (node, SKOS.inScheme, space.scheme) in types)
        assert codes(types, CKG[name], space) == {code for node in of_scheme for code in codes(types, node, space)}


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_matches_lead_to_concepts_and_do_not_repeat(types: Graph, name: str) -> None:
    matched = [node for kind in MATCHES for node in types.objects(CKG[name], kind)]
    assert len(matched) == len(set(matched))
    assert all((node, RDF.type, SKOS.Concept) in types for node in matched)


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_each_class_has_one_plover_and_one_cameo_code_or_says_why_not(types: Graph, name: str) -> None:
    plover, cameo = codes(types, CKG[name], PLOVER), codes(types, CKG[name], CAMEO)
    if name in UNCODED:
        assert not plover | cameo
        assert list(types.objects(CKG[name], SKOS.note))
    else:
        assert len(plover) == 1
        assert len(cameo) == 1 or name == "Departure"


@pytest.mark.parametrize(
    ("name", "plover", "cameo", "acled"),
    [
        ("Talks", "CONSULT", "04", None),
        ("Ceasefire", "RETREAT/ceasefire", "08", "Agreement"),
        ("DroneStrike", "ASSAULT/drone", "19", "Air/drone strike"),
        ("SuicideBombing", "ASSAULT/suicide-attack", "18", "Suicide bomb"),
        ("Clash", "ASSAULT", "19", "Armed clash"),
        ("Arrest", "COERCE/arrest", "17", "Arrests"),
        ("Demand", "REQUEST", "10", None),
        ("Protest", "PROTEST", "14", "Protests"),
    ],
)
def test_some_codes(types: Graph, name: str, plover: str, cameo: str, acled: str | None) -> None:
    assert codes(types, CKG[name], PLOVER) == {plover}
    assert codes(types, CKG[name], CAMEO) == {cameo}
    assert codes(types, CKG[name], ACLED) == ({acled} if acled else set())


def test_violence_is_related_to_the_types_of_ucdp(types: Graph) -> None:
    violent = {*EVENT_GROUPS["HostileEvent"]} - {"Destruction", "Cyberattack"}
    related = {name for name in violent if any(str(node).startswith(UCDP) for node in types.objects(CKG[name]))}
    assert related == violent
    assert set(types.objects(CKG.SexualViolence, SKOS.relatedMatch)) == {UCDP.v3}
