"""Every rule of shapes.ttl: a valid graph, and for each message of the shapes some ways to spoil it."""

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import SH, Dataset, Graph, URIRef
from rdflib.term import Node

from kg.rdf.namespaces import CKG, FOAF
from kg.rdf.validation import shapes, validate, validate_quads
from kg.resources import ontology_folder
from kg.vocabulary import ENTITY_CLASSES, EVENT_CLASSES, PREFIXES, ROLE_CATEGORIES, VALUES

VALID = Path(__file__).parent / "valid.trig"


def drop(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?old }}"


def put(subject: str, predicate: str, value: str) -> str:
    """Replace what `subject` has for `predicate` by `value`."""
    return (
        f"DELETE {{ {subject} {predicate} ?old }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ OPTIONAL {{ {subject} {predicate} ?old }} }}"
    )


def add(*triples: str) -> str:
    return f"INSERT DATA {{ {' . '.join(triples)} }}"


def remove(*triples: str) -> str:
    return f"DELETE DATA {{ {' . '.join(triples)} }}"


SPOILS = {
    # the article and its reading
    "An article must be described as": [
        remove("id:article a schema:NewsArticle"),
        remove("id:article a prov:Entity"),
        put("id:event", "prov:wasDerivedFrom", "id:lost-article"),
        put("id:ev", "oa:hasSource", "id:lost-article"),
    ],
    "An article needs one dct:identifier": [
        drop("id:article", "dct:identifier"),
        put("id:article", "dct:identifier", "17"),
    ],
    "An article needs one ckg:sha256": [
        drop("id:article", "ckg:sha256"),
        put("id:article", "ckg:sha256", '"9f86d081"'),
        add(f'id:article ckg:sha256 "{"0" * 64}"'),
    ],
    "An article needs one schema:inLanguage": [
        drop("id:article", "schema:inLanguage"),
        put("id:article", "schema:inLanguage", '"English"'),
    ],
    "An article has at most one schema:headline": [add('id:article schema:headline "Another"')],
    "schema:datePublished must be": [
        put("id:article", "schema:datePublished", '"11 March 2025"'),
        put("id:article", "schema:datePublished", '"March 2025"^^xsd:date'),
    ],
    "schema:url must be": [put("id:article", "schema:url", '"the web"')],
    "schema:publisher must be": [put("id:article", "schema:publisher", '"Meridian Wire"')],
    "prov:wasRevisionOf must be": [put("id:article", "prov:wasRevisionOf", '"version 1"')],
    "What generated a fact must be": [put("id:role", "prov:wasGeneratedBy", "id:lost-reading")],
    "A reading must name the article": [drop("id:reading", "prov:used")],
    "A reading must name the program": [drop("id:reading", "prov:wasAssociatedWith")],
    "A program or model must be": [remove("id:software a prov:SoftwareAgent")],
    "A program or model needs one skos:prefLabel": [drop("id:software", "skos:prefLabel")],
    # reports and evidence
    "A report needs ckg:evidence": [
        drop("id:role", "ckg:evidence"),
        drop("id:event", "ckg:evidence"),
        drop("id:statement", "ckg:evidence"),
        put("id:event", "ckg:evidence", '"was shelled"'),
    ],
    "A report needs one ckg:sentence": [drop("id:statement", "ckg:sentence"), add('id:role ckg:sentence "Another."')],
    "A report needs one ckg:confidence": [
        drop("id:event", "ckg:confidence"),
        put("id:event", "ckg:confidence", "1.01"),
        put("id:event", "ckg:confidence", '"-0.1"^^xsd:decimal'),
        put("id:event", "ckg:confidence", '"high"'),
        add("id:event ckg:confidence 0.5"),
    ],
    "A report needs one ckg:rule": [drop("id:role", "ckg:rule"), put("id:role", "ckg:rule", '""')],
    "A report needs one prov:wasDerivedFrom": [drop("id:event", "prov:wasDerivedFrom")],
    "A report needs one prov:wasGeneratedBy": [drop("id:statement", "prov:wasGeneratedBy")],
    "Evidence must be described": [
        remove("id:ev a oa:SpecificResource"),
        put("id:count", "ckg:evidence", "id:lost-words"),
    ],
    "Evidence needs one oa:hasSource": [drop("id:ev", "oa:hasSource")],
    "Evidence needs exactly two oa:hasSelector": [
        remove("id:ev oa:hasSelector id:ev-quote"),
        add("id:ev oa:hasSelector id:third"),
    ],
    "Evidence needs exactly one selector by position": [remove("id:ev oa:hasSelector id:ev-position")],
    "Evidence needs exactly one selector by quote": [remove("id:ev oa:hasSelector id:ev-quote")],
    "A selector must be": [put("id:ev-quote", "a", "oa:FragmentSelector")],
    "A position needs one oa:start": [drop("id:ev-position", "oa:start"), put("id:ev-position", "oa:start", "-1")],
    "oa:end must lie after oa:start": [put("id:ev-position", "oa:end", "0"), put("id:ev-position", "oa:start", "11")],
    "A position needs one oa:end": [drop("id:ev-position", "oa:end"), put("id:ev-position", "oa:end", '"ten"')],
    "A quote needs one oa:exact": [drop("id:ev-quote", "oa:exact"), put("id:ev-quote", "oa:exact", '""')],
    "A quote needs one oa:prefix": [drop("id:ev-quote", "oa:prefix")],
    "A quote needs one oa:suffix": [drop("id:ev-quote", "oa:suffix")],
    "A mention needs one ckg:refersTo": [drop("id:ev", "ckg:refersTo")],
    # posts
    "A role report is also an org:Membership": [remove("id:role a org:Membership")],
    "A role report needs one org:member": [drop("id:role", "org:member"), put("id:role", "org:member", '"Fenn"')],
    "A role report has at most one org:organization": [
        put("id:role", "org:organization", '"the hospital"'),
        add("id:role org:organization id:org-meridian"),
    ],
    "A role report needs one org:role": [drop("id:role", "org:role"), put("id:role", "org:role", "ckg:Wizard")],
    "A role report needs one ckg:title": [drop("id:role", "ckg:title"), put("id:role", "ckg:title", '""')],
    "A role report needs one ckg:status": [drop("id:role", "ckg:status"), put("id:role", "ckg:status", '"former"')],
    "ckg:endedBefore must be": [put("id:role", "ckg:endedBefore", '"2025-03-11"')],
    "Only a person holds a post": [put("id:role", "org:member", "id:org-meridian")],
    "A post is held in": [put("id:role", "org:organization", "id:person-fenn")],
    # events
    "An event has exactly one event class": [
        put("id:event", "a", "ckg:EventReport"),
        add("id:event a ckg:Talks"),
        remove("id:event a ckg:Shelling") + " ; " + add("id:event a ckg:HostileEvent"),
        remove("id:event a ckg:Shelling") + " ; " + add("id:event a ckg:Picnic"),
        remove("id:happening a ckg:Shelling"),
    ],
    "An event needs one ckg:modality": [
        drop("id:event", "ckg:modality"),
        drop("id:happening", "ckg:modality"),
        put("id:event", "ckg:modality", "ckg:positive"),
        add("id:event ckg:modality ckg:planned"),
    ],
    "An event needs one ckg:polarity": [drop("id:event", "ckg:polarity"), drop("id:happening", "ckg:polarity")],
    "ckg:earliest must be one xsd:date": [put("id:event", "ckg:earliest", '"2025-03-10"')],
    "ckg:latest must be one xsd:date": [put("id:event", "ckg:latest", '"Monday"^^xsd:date')],
    "ckg:earliest must not lie after": [put("id:event", "ckg:earliest", '"2025-03-11"^^xsd:date')],
    "What has ckg:earliest needs": [drop("id:happening", "ckg:latest")],
    "What has ckg:latest needs": [drop("id:event", "ckg:earliest")],
    "sem:accordingTo must be": [put("id:event", "sem:accordingTo", '"officials"')],
    "An event report belongs to at most one": [put("id:event", "ckg:incident", '"the ferry"')],
    "A happening needs ckg:reportedIn": [drop("id:happening", "ckg:reportedIn")],
    "A happening needs one ckg:independentSources": [
        drop("id:happening", "ckg:independentSources"),
        put("id:happening", "ckg:independentSources", "0"),
    ],
    "A happening is no report": [add("id:happening prov:wasDerivedFrom id:article"), add("id:event a ckg:Happening")],
    "ckg:reportedIn must lead to": [put("id:happening", "ckg:reportedIn", "id:lost-event")],
    "ckg:opens and ckg:closes must lead to": [put("id:event", "ckg:opens", "id:lost-role")],
    "ckg:incident must lead to": [drop("id:incident", "a")],
    "ckg:count must lead to": [put("id:event", "ckg:count", "12")],
    "A count needs one ckg:kind": [drop("id:count", "ckg:kind"), put("id:count", "ckg:kind", "ckg:killing")],
    "A count needs one ckg:minimum": [drop("id:count", "ckg:minimum"), put("id:count", "ckg:minimum", '"dozens"')],
    "ckg:minimum must not be greater": [put("id:count", "ckg:maximum", "11")],
    "ckg:maximum must be one xsd:integer": [put("id:count", "ckg:maximum", '"20"')],
    "A count needs ckg:evidence": [drop("id:count", "ckg:evidence")],
    "A count has at most one sem:accordingTo": [put("id:count", "sem:accordingTo", '"police"')],
    "A count has at most one ckg:counted": [
        put("id:count", "ckg:counted", '"children"'),
        add("id:count ckg:counted ckg:women"),
    ],
    "ckg:partial must be": [put("id:count", "ckg:partial", '"yes"')],
    "ckg:site must lead to": [put("id:event", "ckg:site", "id:place-anselm")],
    "A site needs one ckg:siteOf": [drop("id:site", "ckg:siteOf")],
    "A site needs one ckg:siteRelation": [
        drop("id:site", "ckg:siteRelation"),
        put("id:site", "ckg:siteRelation", '"near"'),
    ],
    "A site needs ckg:evidence": [drop("id:site", "ckg:evidence")],
    "A containment needs one ckg:containedPart": [drop("id:part", "ckg:containedPart")],
    "A containment needs one ckg:containingWhole": [drop("id:part", "ckg:containingWhole")],
    "Nothing contains itself": [put("id:part", "ckg:containedPart", "id:country-dravonia")],
    "An unnamed participant needs ckg:evidence": [drop("id:party", "ckg:evidence")],
    "A party of an event must be": [put("id:event", "ckg:victim", '"two medics"')],
    "sem:hasPlace must lead to": [
        put("id:event", "sem:hasPlace", "id:person-fenn"),
        put("id:happening", "sem:hasPlace", "id:lost-place"),
    ],
    # statements and times
    "A statement needs one ckg:content": [
        drop("id:statement", "ckg:content"),
        put("id:statement", "ckg:content", '""'),
    ],
    "A statement needs one ckg:direct": [drop("id:statement", "ckg:direct"), put("id:statement", "ckg:direct", '"no"')],
    "A statement has at most one ckg:speaker": [put("id:statement", "ckg:speaker", '"he"')],
    "A statement has at most one ckg:cue": [add('id:statement ckg:cue "told"')],
    "ckg:dateExpression must lead to": [put("id:event", "ckg:dateExpression", "id:lost-date")],
    "A temporal expression needs one ckg:timexType": [put("id:timex", "ckg:timexType", '"DAY"')],
    "A temporal expression needs one ckg:timexValue": [put("id:timex", "ckg:timexValue", '"on Monday"')],
    "A temporal expression needs ckg:evidence": [drop("id:timex", "ckg:evidence")],
    "ckg:date must be one EDTF date": [
        put("id:event", "ckg:date", '"last Monday"'),
        put("id:event", "ckg:date", '"10 March 2025"'),
        put("id:event", "ckg:date", '"2025-3-10"'),
        put("id:event", "ckg:date", '"2025-13-01"'),
        put("id:event", "ckg:date", '"2025-03-10T20:00"'),
        put("id:event", "ckg:date", '"2025-W11"'),
        put("id:event", "ckg:date", '"XXXX-WXX-1"'),
        put("id:event", "ckg:date", '"/"'),
        put("id:statement", "ckg:date", '"PRESENT_REF"'),
        put("id:event", "ckg:date", '"2025-03-10"^^xsd:date'),
        add('id:event ckg:date "2025"'),
    ],
    "ckg:since must be one EDTF date": [put("id:role", "ckg:since", '"for years"')],
    "ckg:until must be one EDTF date": [put("id:role", "ckg:until", '"recently"')],
    # entities and joins
    "An entity must be described": [
        put("id:event", "ckg:actor", "id:lost-actor"),
        put("id:statement", "ckg:speaker", "id:lost-speaker"),
        drop("id:org-meridian", "a"),
        put("id:org-hospital", "a", "ckg:Hospital"),
        add("id:person-fenn a ckg:Military"),
    ],
    "An entity needs one skos:prefLabel": [
        drop("id:person-fenn", "skos:prefLabel"),
        add('id:org-meridian skos:prefLabel "Meridian"@en'),
        drop("id:party", "skos:prefLabel"),
    ],
    "skos:altLabel must be": [add("id:person-fenn skos:altLabel id:fenn")],
    "skos:exactMatch must be": [put("id:place-anselm", "skos:exactMatch", '"geonames:999999"')],
    "dct:isPartOf must lead to": [put("id:place-anselm", "dct:isPartOf", '"Dravonia"')],
    "geo:asWKT must be": [
        put("id:place-anselm", "geo:asWKT", '"POINT(28.96 91)"^^geo:wktLiteral'),
        put("id:place-anselm", "geo:asWKT", '"41.01, 28.96"^^geo:wktLiteral'),
        put("id:place-anselm", "geo:asWKT", '"POINT(28.96 41.01)"'),
    ],
    "A place with coordinates needs ckg:precision": [drop("id:place-anselm", "ckg:precision")],
    "ckg:precision must be one of": [put("id:place-anselm", "ckg:precision", '"city"')],
    "A merge needs ckg:of": [drop("id:merge", "ckg:of")],
    "A merge needs one ckg:rule": [drop("id:merge", "ckg:rule"), put("id:merge", "ckg:rule", '""')],
    "ckg:articleCount of a happening must be": [put("id:happening", "ckg:articleCount", "0")],
    "ckg:origin must be": [put("id:happening", "ckg:origin", '"the wire"')],
    "ckg:circular must be": [put("id:happening", "ckg:circular", '"yes"')],
    "A tenure needs one ckg:tenureOf": [drop("id:tenure", "ckg:tenureOf")],
    "A tenure needs one org:role": [drop("id:tenure", "org:role")],
    "A tenure needs one ckg:title": [drop("id:tenure", "ckg:title")],
    "ckg:firstHeld must be": [put("id:tenure", "ckg:firstHeld", '"2025-03-13"^^xsd:date')],
    "ckg:lastHeld must be": [put("id:tenure", "ckg:lastHeld", '"March"')],
    "ckg:endedBefore of a tenure must be": [put("id:tenure", "ckg:endedBefore", '"April"')],
    "A tenure needs one ckg:reportCount": [drop("id:tenure", "ckg:reportCount")],
    "A toll needs one ckg:tollOf": [drop("id:toll", "ckg:tollOf")],
    "A toll needs one ckg:low": [put("id:toll", "ckg:low", "13")],
    "A toll needs one ckg:best": [put("id:toll", "ckg:best", "16")],
    "A toll needs one ckg:high": [drop("id:toll", "ckg:high")],
    "A toll needs ckg:claim": [drop("id:toll", "ckg:claim")],
    "A contradiction needs one ckg:concerns": [drop("id:dispute", "ckg:concerns")],
    "A contradiction needs two ckg:contradicts": [remove("id:dispute ckg:contradicts id:other-count")],
    "A contradiction needs one ckg:matter": [put("id:dispute", "ckg:matter", '"taste"')],
    "A contradiction needs one ckg:reason": [drop("id:dispute", "ckg:reason")],
    "A group of copies needs": [drop("id:copies", "ckg:copy")],
    "A name needs one rdfs:label": [drop("id:name-fenn", "rdfs:label")],
    "A name needs one ckg:nameOf": [drop("id:name-fenn", "ckg:nameOf")],
    "A name needs one ckg:articleCount": [put("id:name-fenn", "ckg:articleCount", "0")],
    "A merge needs one ckg:into": [drop("id:merge", "ckg:into")],
    "A merge needs one ckg:score": [
        drop("id:merge", "ckg:score"),
        put("id:merge", "ckg:score", "0.0"),
        put("id:merge", "ckg:score", "1.5"),
    ],
    "A merge needs one ckg:reason": [drop("id:merge", "ckg:reason")],
    # known names
    "dct:identifier of an entity": [put("id:person-fenn", "dct:identifier", "id:fenn")],
    "A match needs one ckg:of": [drop("id:match", "ckg:of"), add("id:match ckg:of id:name-other")],
    "A match needs one ckg:into": [drop("id:match", "ckg:into")],
    "A match needs one ckg:candidate": [drop("id:match", "ckg:candidate"), add('id:match ckg:candidate "A-13"')],
    "An open match needs one ckg:of": [drop("id:open", "ckg:of")],
    "An open match needs one ckg:concerns": [drop("id:open", "ckg:concerns")],
    "An open match has no ckg:into": [add("id:open ckg:into id:person-fenn")],
    "An open match needs ckg:candidate": [drop("id:open", "ckg:candidate")],
    "An open match needs one ckg:score": [drop("id:open", "ckg:score"), put("id:open", "ckg:score", "1.5")],
    "An open match needs one ckg:reason": [drop("id:open", "ckg:reason"), put("id:open", "ckg:reason", '""')],
    "An open match needs one ckg:rule": [drop("id:open", "ckg:rule")],
}
"""For each message of shapes.ttl (how it begins), changes of the valid graph that must earn it."""

SOUND = [
    *(
        put("id:event", "ckg:date", f'"{value}"')
        for value in ("2025", "2025-03", "2025-21", "2025-34", "198X", "19XX", "2025-03-10/2025-03-12", "2025-03/..")
    ),
    put("id:event", "ckg:date", '"2025-03-10?"'),
    put("id:article", "schema:datePublished", '"2025-03-11T08:30:00Z"^^xsd:dateTime'),
    drop("id:article", "schema:datePublished"),
    drop("id:event", "ckg:date"),
    drop("id:event", "ckg:earliest") + " ; " + drop("id:event", "ckg:latest"),
    put("id:event", "ckg:earliest", '"2025-03-09"^^xsd:date'),
    put("id:event", "ckg:target", "id:org-hospital"),
    put("id:event", "sem:hasPlace", "id:country-dravonia"),
    drop("id:event", "sem:accordingTo"),
    drop("id:count", "ckg:maximum"),
    put("id:count", "ckg:maximum", "12"),
    drop("id:role", "org:organization"),
    put("id:role", "org:organization", "id:country-dravonia"),
    put("id:event", "ckg:confidence", "1.0"),
    put("id:event", "ckg:confidence", "0.0"),
    drop("id:statement", "ckg:speaker") + " ; " + drop("id:statement", "ckg:cue"),
    put("id:place-anselm", "geo:asWKT", '"POINT(180.0 -90.0)"^^geo:wktLiteral'),
    add("id:happening ckg:reportedIn id:event", "id:happening ckg:participant id:org-meridian"),
]
"""Changes after which the graph still conforms."""


@pytest.fixture
def graph() -> Graph:
    triples = (quad.triple for quad in ox.parse(path=VALID))
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def test_the_valid_graph_conforms(graph: Graph) -> None:
    assert validate(graph).findings == ()


@pytest.mark.parametrize(
    ("change", "message"), [(change, message) for message, changes in SPOILS.items() for change in changes]
)
def test_a_spoiled_graph_is_refused_with_its_remedy(graph: Graph, change: str, message: str) -> None:
    graph.update(change, initNs=PREFIXES)
    report = validate(graph)
    assert not report.conforms
    assert any(finding.message.startswith(message) for finding in report.findings), report.findings


@pytest.mark.parametrize("change", SOUND)
def test_a_sound_change_is_not_refused(graph: Graph, change: str) -> None:
    graph.update(change, initNs=PREFIXES)
    assert validate(graph).findings == ()


def test_every_message_of_the_shapes_is_earned_by_a_test() -> None:
    messages = {str(message) for message in shapes().objects(None, SH.message)}
    unearned = {message for message in messages if not any(message.startswith(start) for start in SPOILS)}
    assert unearned == set()
    assert all(sum(message.startswith(start) for message in messages) == 1 for start in SPOILS)


def test_every_shape_says_what_to_do() -> None:
    constraints = set(shapes().subjects(SH.path)) | set(shapes().subjects(SH.nodeKind))
    assert constraints
    assert all((shape, SH.message, None) in shapes() for shape in constraints)


def test_a_finding_names_node_property_and_value(graph: Graph) -> None:
    graph.update(put("id:event", "ckg:date", '"last Monday"'), initNs=PREFIXES)
    (finding,) = validate(graph).findings
    assert finding.node == PREFIXES["id"] + "event"
    assert finding.path == PREFIXES["ckg"] + "date"
    assert finding.value == "last Monday"


def test_the_union_of_a_dataset_is_validated(graph: Graph) -> None:
    dataset = Dataset()
    for position, triple in enumerate(graph):
        dataset.graph(URIRef(f"{PREFIXES['id']}graph-{position % 2}")).add(triple)
    assert validate(dataset).conforms


def test_an_article_without_the_merged_graph_is_refused() -> None:
    quads = [quad for quad in ox.parse(path=VALID) if not str(quad.graph_name).endswith("graph-merged>")]
    messages = {finding.message.split(" ")[0] for finding in validate_quads(quads).findings}
    assert messages >= {"An", "Only"}


def test_quads_of_all_graphs_are_validated_together() -> None:
    quads = list(ox.parse(path=VALID))
    assert validate_quads(quads).conforms
    spoiled = [quad for quad in quads if quad.predicate.value != PREFIXES["ckg"] + "modality"]
    assert len(validate_quads(spoiled).findings) == 2


def test_property_shapes_take_over_the_targets_of_their_node_shapes() -> None:
    assert not list(shapes().subject_objects(SH.property))
    targeted = set(shapes().subjects(SH.targetClass)) | set(shapes().subjects(SH.targetObjectsOf))
    assert set(shapes().subjects(SH.path)) <= targeted | set(shapes().subjects(SH.targetSubjectsOf))


def test_the_shapes_are_shacl(graph: Graph) -> None:
    whole = Graph().parse(data=(ontology_folder() / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    conforms, _, _ = pyshacl.validate(graph, shacl_graph=whole, meta_shacl=True, inference="none")
    assert conforms


def choices() -> list[set[Node]]:
    """Return the lists that properties may choose from."""
    return [set(shapes().items(head)) for head in shapes().objects(None, SH["in"])]


@pytest.mark.parametrize(
    "names",
    [
        {"EventReport", "Happening", *EVENT_CLASSES},
        set(ROLE_CATEGORIES),
        *(set(values) for values in VALUES.values()),
    ],
)
def test_the_shapes_allow_just_the_names_of_the_vocabulary(names: set[str]) -> None:
    assert {URIRef(PREFIXES["ckg"] + name) for name in names} in choices()


def test_the_shapes_know_every_class_of_entities() -> None:
    parted = (name.partition(":") for name in ENTITY_CLASSES.values())
    classes: set[Node] = {URIRef(PREFIXES[prefix] + name) for prefix, _, name in parted}
    entity = URIRef("https://w3id.org/conflict-kg/shapes#Entity")
    assert set(shapes().objects(entity, SH.targetClass)) == classes
    assert classes | {CKG.UnnamedParticipant} in choices()
    assert classes - {CKG.Weapon, FOAF.Person} in choices()
