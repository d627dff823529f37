"""Records to quads: the shape of docs/graph-shape.md, the same every time, evidence that is the text's own words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import assume, given, settings

from kg.rdf import DEFAULT_BASE, article_iri, article_quads, merged_graph, merged_quads
from kg.records import Containment, Extraction, Interval, Participant, Site
from kg.resolve import article_key, resolve
from kg.store import OxigraphStore, memory_store
from kg.vocabulary import PREFIXES
from tests import samples
from tests.strategies import extractions


def graph_of(*found: Extraction) -> list[ox.Quad]:
    resolution = resolve(found)
    keys = [resolution.keys[article_key(extraction.article)] for extraction in found]
    articles = [quad for one, shared in zip(found, keys, strict=True) for quad in article_quads(one, shared=shared)]
    return articles + merged_quads(resolution)


def store_of(*found: Extraction) -> OxigraphStore:
    store = memory_store()
    store.load(graph_of(*found))
    return store


def objects(quads: Iterable[ox.Quad], predicate: str) -> list[str]:
    prefix, local = predicate.split(":")
    wanted = PREFIXES[prefix] + local
    return [getattr(quad.object, "value", "") for quad in quads if quad.predicate.value == wanted]


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    return store_of(samples.extraction())


def test_who_holds_which_post_is_a_plain_question(store: OxigraphStore) -> None:
    table = store.select(
        """SELECT ?person ?title ?body WHERE { ?r a org:Membership ; ckg:status ckg:current ; ckg:title ?title ;
             org:member/skos:prefLabel ?person ; org:organization/skos:prefLabel ?body }"""
    )
    assert table.rows == (("Mira Solen", "chairs", "Security Council"),)


def test_which_talks_are_planned_is_a_plain_question(store: OxigraphStore) -> None:
    table = store.select(
        """SELECT ?when ?place WHERE { ?e a ckg:Talks , ckg:Happening ; ckg:modality ckg:planned ;
             ckg:earliest ?when ; sem:hasPlace/skos:prefLabel ?place }"""
    )
    assert [(str(when), place) for when, place in table.rows] == [("2025-07-23", "Brenn")]


def test_the_words_for_it_are_a_plain_question(store: OxigraphStore) -> None:
    words = store.select("SELECT ?q WHERE { ?e a ckg:Talks ; ckg:evidence/oa:hasSelector/oa:exact ?q }")
    sentence = store.select("SELECT ?s WHERE { ?e a ckg:Talks ; ckg:sentence ?s }")
    assert words.rows == (("talks",),)
    assert sentence.rows == ((samples.TEXT[slice(*samples.sentence(0))],),)


def test_a_former_post_had_ended_when_the_article_was_published(store: OxigraphStore) -> None:
    table = store.select("SELECT ?t ?d WHERE { ?r ckg:status ckg:former ; ckg:title ?t ; ckg:endedBefore ?d }")
    assert [(title, str(day)) for title, day in table.rows] == [("defense minister", "2025-07-22")]


def test_a_post_rests_on_its_phrase_and_carries_the_sentence() -> None:
    extraction = samples.extraction()
    phrase = samples.span("Mira Solen, the former defense minister")
    narrow = replace(extraction, roles=(replace(extraction.roles[0], evidence=phrase),))
    table = store_of(narrow).select(
        "SELECT ?words ?s WHERE { ?r a ckg:RoleReport ; ckg:sentence ?s ; ckg:evidence/oa:hasSelector/oa:exact ?words }"
    )
    sentence = samples.TEXT[slice(*samples.sentence(0))]
    assert table.rows == (("Mira Solen, the former defense minister", sentence),)


def test_the_beginning_of_a_post_is_edtf(store: OxigraphStore) -> None:
    assert store.select("SELECT ?s WHERE { ?r a ckg:RoleReport ; ckg:title 'chairs' ; ckg:since ?s }").rows == (
        ("2025-07",),
    )


def test_a_party_that_is_no_entity_is_named_by_its_words(store: OxigraphStore) -> None:
    table = store.select("SELECT ?n WHERE { ?e a ckg:DroneStrike ; ckg:target ?t . ?t skos:prefLabel ?n }")
    assert table.rows == (("a market",),)


def test_at_least_has_a_minimum_and_no_maximum(store: OxigraphStore) -> None:
    table = store.select(
        """SELECT ?kind ?min ?max ?q WHERE { ?e ckg:count ?c . ?c ckg:kind ?kind ; ckg:minimum ?min ;
             ckg:evidence/oa:hasSelector/oa:exact ?q OPTIONAL { ?c ckg:maximum ?max } }"""
    )
    assert table.rows == ((PREFIXES["ckg"] + "killed", 12, None, "12"),)


def test_events_of_one_incident_share_it(store: OxigraphStore) -> None:
    table = store.select("SELECT DISTINCT ?i WHERE { ?e ckg:incident ?i . ?i a ckg:Incident }")
    assert len(table.rows) == 1
    assert len(store.select("SELECT ?e WHERE { ?e ckg:incident ?i }").rows) == 2


def test_a_statement_has_its_words_once_and_its_sentence(store: OxigraphStore) -> None:
    table = store.select(
        """SELECT ?who ?content ?cue ?direct ?sentence WHERE { ?s a ckg:Statement ; ckg:content ?content ;
             ckg:cue ?cue ; ckg:direct ?direct ; ckg:sentence ?sentence ; ckg:speaker/skos:prefLabel ?who }"""
    )
    sentence = '"We will not leave the table," Solen said.'
    assert table.rows == (("Mira Solen", "We will not leave the table,", "said", True, sentence),)


def test_every_fact_says_which_program_and_rule_found_it_in_which_article(store: OxigraphStore) -> None:
    table = store.select(
        """SELECT ?rule ?agent ?headline WHERE { ?e a ckg:Talks ; ckg:rule ?rule ;
             prov:wasGeneratedBy/prov:wasAssociatedWith/skos:prefLabel ?agent ;
             prov:wasDerivedFrom/schema:headline ?headline } ORDER BY ?agent"""
    )
    headline = "Delegation named for Brenn talks"
    assert table.rows == (
        ("noun:talks", "conflict-kg 0.1.0", headline),
        ("noun:talks", "en_core_web_md 3.8.0", headline),
    )


def test_a_place_has_coordinates_precision_and_country() -> None:
    read = samples.extraction()
    inside = tuple(replace(entity, country="UA") if entity.type == "Place" else entity for entity in read.entities)
    table = store_of(replace(read, entities=inside)).select(
        """SELECT ?wkt ?precision ?country ?match WHERE { ?p a geo:Feature ; geo:asWKT ?wkt ;
             ckg:precision ?precision ; skos:exactMatch ?match ; dct:isPartOf/skos:prefLabel ?country }"""
    )
    geonames = "https://sws.geonames.org/9000001/"
    assert table.rows == (("POINT(35.25 48.5)", PREFIXES["ckg"] + "city", "Ukraine", geonames),)


def test_the_article_is_described_in_the_graph_that_it_names(store: OxigraphStore) -> None:
    extraction = samples.extraction()
    name = article_iri(article_key(extraction.article))
    assert store.graphs() == tuple(sorted((name, merged_graph()), key=str))
    table = store.select(
        f"""SELECT ?id ?published ?outlet ?hash WHERE {{ GRAPH {name} {{ {name} a schema:NewsArticle , prov:Entity ;
              dct:identifier ?id ; schema:datePublished ?published ; schema:publisher ?p ; ckg:sha256 ?hash }}
              ?p skos:prefLabel ?outlet }}"""
    )
    assert [(row[0], str(row[1]), row[2], row[3]) for row in table.rows] == [
        ("sample-1", "2025-07-22", "Example Wire", extraction.article.sha256)
    ]


def test_a_date_that_is_no_point_in_time_is_left_out() -> None:
    extraction = samples.extraction(published=None)
    quads = article_quads(extraction)
    assert not objects(quads, "schema:datePublished")
    assert not objects(quads, "ckg:endedBefore")
    assert "PRESENT_REF" not in objects(quads, "ckg:date")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("They", False),
        ("some of them", False),
        ("both", False),
        ("two delegations", False),
        ("both sides", True),
        ("Some villagers", True),
        ("two people", True),
        ("their fighters", True),
    ],
)
def test_words_that_name_nobody_are_no_party(words: str, *, told: bool) -> None:
    extraction = samples.extraction()
    text = f"{extraction.article.text} {words}"
    article = replace(extraction.article, text=text)
    party = Participant(role="beneficiary", entity=None, start=len(text) - len(words), end=len(text))
    event = replace(extraction.events[0], participants=(party,))
    quads = article_quads(replace(extraction, article=article, events=(event,)))
    assert bool(objects(quads, "ckg:beneficiary")) == told


def test_an_event_of_a_range_has_an_interval_for_its_date() -> None:
    extraction = samples.extraction()
    lasting = replace(extraction.events[0], when=Interval(earliest=date(2025, 7, 23), latest=date(2025, 7, 25)))
    ranged = replace(extraction, events=(lasting, *extraction.events[1:]))
    assert "2025-07-23" in objects(article_quads(extraction), "ckg:date")
    assert "2025-07-23/2025-07-25" in objects(article_quads(ranged), "ckg:date")


def test_things_are_named_under_the_base_given() -> None:
    extraction, base = samples.extraction(), "https://example.org/kg/"
    quads = article_quads(extraction, base=base) + merged_quads(resolve([extraction]), base=base)
    assert all(quad.subject.value.startswith(base) for quad in quads)  # type: ignore[union-attr]
    assert not any(DEFAULT_BASE in str(quad) for quad in quads)


@given(extractions(), extractions())
@settings(max_examples=30)
def test_what_an_article_names_is_described_whoever_else_names_it(one: Extraction, other: Extraction) -> None:
    assume(one.article.id != other.article.id)
    resolution = resolve([one, other])
    described = {quad.subject for quad in merged_quads(resolution)}
    mentions = PREFIXES["schema"] + "mentions"
    shared = resolution.keys[article_key(one.article)]
    named = {quad.object for quad in article_quads(one, shared=shared) if quad.predicate.value == mentions}
    assert len(named) == len({shared[entity.id] for entity in one.entities})
    assert named <= described


def test_two_reports_of_one_happening_are_joined_in_the_merged_graph() -> None:
    store = store_of(
        samples.extraction(),
        samples.extraction(id="sample-2", publisher="Second Agency", published="2025-07-23"),
    )
    table = store.select(
        """SELECT ?sources (COUNT(?report) AS ?reports) WHERE {
             ?h a ckg:Talks , ckg:Happening ; ckg:independentSources ?sources ; ckg:reportedIn ?report }
           GROUP BY ?h ?sources"""
    )
    assert table.rows == ((1, 2),)  # both print one text
    reasons = store.select(
        "SELECT ?score ?reason WHERE { ?m a ckg:Merge ; ckg:into/a ckg:Talks ; ckg:score ?score ; ckg:reason ?reason }"
    )
    assert reasons.rows == ((0.95, "the same sentence in both articles"),)


@given(extractions())
@settings(max_examples=60)
def test_quads_are_the_same_every_time(extraction: Extraction) -> None:
    assert graph_of(extraction) == graph_of(extraction)


@given(extractions(), extractions())
@settings(max_examples=30)
def test_the_order_of_articles_makes_no_difference(one: Extraction, other: Extraction) -> None:
    assume(one.article.id != other.article.id)
    assert set(graph_of(one, other)) == set(graph_of(other, one))


@given(extractions())
@settings(max_examples=60)
def test_evidence_quotes_the_text_itself(extraction: Extraction) -> None:
    text = extraction.article.text
    found = store_of(extraction).select(
        """SELECT ?start ?end ?exact ?prefix ?suffix WHERE {
             ?evidence oa:hasSelector [ oa:start ?start ; oa:end ?end ] ,
               [ oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ] }"""
    )
    for row in found.dicts():
        start, end = int(str(row["start"])), int(str(row["end"]))
        assert row["exact"] == text[start:end]
        assert text[:start].endswith(str(row["prefix"]))
        assert text[end:].startswith(str(row["suffix"]))


@given(extractions())
@settings(max_examples=60)
def test_every_fact_has_one_sentence_that_holds_its_words_or_is_them(extraction: Extraction) -> None:
    store = store_of(extraction)
    keys = resolve([extraction]).keys[article_key(extraction.article)]  # a thing in itself is no fact
    parts = [part for part in extraction.parts if keys[part.part] != keys[part.whole]]
    facts = len(extraction.roles) + len(extraction.events) + len(extraction.statements) + len(parts)
    table = store.select("SELECT ?fact ?s ?e WHERE { ?fact ckg:sentence ?s ; ckg:evidence ?e ; ckg:rule ?rule }")
    assert len(table.rows) == facts
    assert all(sentence in extraction.article.text for _, sentence, _ in table.rows if isinstance(sentence, str))


@given(extractions())
@settings(max_examples=40)
def test_there_are_no_blank_nodes(extraction: Extraction) -> None:
    for quad in graph_of(extraction):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)


def test_what_an_event_was_near_and_who_was_counted_is_written() -> None:
    read = samples.extraction()
    strike = read.events[2]
    words = samples.span("in Brenn, killing")
    event = replace(
        strike,
        sites=(Site(place="e5", relation="outskirts", start=words.start, end=words.start + len("in Brenn")),),
        counts=tuple(replace(count, of="civilians", partial=True) for count in strike.counts),
    )
    part = Containment(id="p1", part="e5", whole="e2", evidence=words, confidence=0.9, rule="place-in-place")
    store = store_of(replace(read, events=(*read.events[:2], event), parts=(part,)))
    (site,) = store.select(
        "SELECT ?place ?relation ?words { ?event ckg:site [ ckg:siteOf/skos:prefLabel ?place ;"
        " ckg:siteRelation ?relation ; ckg:evidence/oa:hasSelector/oa:exact ?words ] }"
    ).rows
    assert site == ("Brenn", PREFIXES["ckg"] + "outskirts", "in Brenn")
    (count,) = store.select("SELECT ?of ?partial { ?claim ckg:counted ?of ; ckg:partial ?partial }").rows
    assert count == (PREFIXES["ckg"] + "civilians", True)
    (whole,) = store.select(
        "SELECT ?part ?whole { ?c ckg:containedPart/skos:prefLabel ?part ; ckg:containingWhole/skos:prefLabel ?whole }"
    ).rows
    assert whole == ("Brenn", "Velmora")
