"""Dossiers of the small graph: every fact where it belongs, with its sentence and its article."""

import json
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.analysis.dossier import QUERIES, dossiers, independent
from kg.analysis.dossier_records import Article, Dossier
from kg.analysis.dossier_rows import key_of
from kg.queries import load, names, run
from kg.rdf.ontology import ontology_quads
from kg.store import Store, memory_store

ID = "https://w3id.org/conflict-kg/id/"
GRAPH = Path(__file__).parents[1] / "queries" / "small.trig"

ROWS = {
    "articles": (("article", "publisher", "published", "copies"), ["article-1 Example Wire 2031-04-02 None"]),
    "claims": (
        ("happening", "claim", "figure", "of", "least", "most", "partial", "speaker"),
        [
            "happening-1 count-1 killed None 4 None None org-council",
            "happening-1 count-2 killed None 5 5 None None",
            "happening-1 count-3 killed women 2 2 True None",
        ],
    ),
    "contradictions": (
        ("contradiction", "about", "matter", "fact", "report"),
        ["contradiction-1 happening-1 count count-1 event-1", "contradiction-1 happening-1 count count-2 event-3"],
    ),
    "happenings": (
        ("happening", "class", "earliest", "modality", "polarity", "sources"),
        ["happening-1 Shelling 2031-04-01 actual positive 2"],
    ),
    "joins": (
        ("into", "of", "score", "rule"),
        [
            "happening-1 event-1 0.9 same-place-and-party",
            "happening-1 event-3 0.9 same-place-and-party",
            "person-mira-solen name-person-mira-solen 0.95 same-key",
        ],
    ),
    "mentions": (("thing", "article"), ["country-ostrava article-1", "country-ostrava article-2"]),
    "parts": (("part", "whole"), []),
    "posts": (
        ("post", "person", "title", "status", "since", "until"),
        ["role-1 person-mira-solen chair current 2030-11 None"],
    ),
    "reports": (
        ("happening", "report", "source", "rule"),
        ["happening-1 event-1 org-council verb:shell", "happening-1 event-3 None verb:shell"],
    ),
    "statements": (("statement", "speaker", "content", "direct"), ["statement-1 person-mira-solen a crime False"]),
    "tenures": (
        ("tenure", "person", "since", "ended_before", "begin", "end"),
        ["tenure-1 person-mira-solen 2030-11 2031-05-01 role-1 role-2"],
    ),
    "things": (("thing", "class", "relation", "value"), ["place-brenn Feature isPartOf country-velmora"]),
    "unnamed": (("happening", "role", "words"), ["happening-1 target a market"]),
}
"""Some columns of the first rows of each query; all rows where there are no more than these."""


def graph(name: str = "Jan Berg", more: str = "") -> Store:
    """Return the small graph of the queries' tests with one person called `name`, and `more` in Turtle."""
    text = GRAPH.read_text(encoding="utf-8").replace('"Jan Berg"', json.dumps(name, ensure_ascii=False))
    store = memory_store()
    store.load(ox.parse(text + more, format=ox.RdfFormat.TRIG))
    store.load(ontology_quads())
    return store


@pytest.fixture(scope="module")
def found() -> Mapping[str, Dossier]:
    return {iri.removeprefix(ID): one for iri, one in dossiers(graph()).items()}


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_dossiers_are_made_of(name: str) -> None:
    columns, expected = ROWS[name]
    rows = run(graph(), load(f"page-dossier-{name}")).dicts()
    shown = [" ".join(str(row[one]).replace("#", "/").rpartition("/")[2] for one in columns) for row in rows]
    assert shown[: len(expected)] == expected
    assert expected or not shown


def test_every_query_of_dossiers_is_tried_and_named() -> None:
    asked = {name for name in names() if name.startswith("page-dossier-")}
    assert {f"page-dossier-{name}" for name in ROWS} == asked
    assert asked <= set(QUERIES) <= set(names())


def test_everything_has_a_dossier(found: Mapping[str, Dossier]) -> None:
    assert {iri: one.kind for iri, one in found.items()} == {
        "country-ostrava": "place",
        "country-velmora": "place",
        "happening-1": "event",
        "happening-2": "event",
        "happening-4": "event",
        "happening-5": "event",
        "org-agency": "organization",
        "org-council": "organization",
        "org-wire": "organization",
        "person-jan-berg": "person",
        "person-mira-solen": "person",
        "place-brenn": "place",
        "place-kall": "place",
        "place-tarn": "place",
        "weapon-howitzer": "other",
    }


def test_organizations_of_no_special_kind_have_one() -> None:
    more = '\nid:graph-merged { id:org-x a org:Organization ; skos:prefLabel "Exchange"@en . }'
    assert dossiers(graph(more=more))[ID + "org-x"].kind == "organization"


def test_a_tenure_has_the_evidence_of_each_end(found: Mapping[str, Dossier]) -> None:
    (term,) = found["person-mira-solen"].terms
    assert (term.since, term.ended_before, term.reports) == ("2030-11", "2031-05-01", 2)
    assert term.begin is not None
    assert term.end is not None
    assert term.begin.text.startswith("Mira Solen, chair")
    assert term.end.text == "Former chair Mira Solen left on Wednesday."
    assert term.end.article.headline == "Council loses its chair"
    assert found["org-council"].terms == (term,)
    assert [post.status for post in found["person-jan-berg"].posts] == ["acting"]


def test_events_tell_who_says_so_and_what_only_was_planned(found: Mapping[str, Dossier]) -> None:
    events = found["country-velmora"].events
    assert [(event.type, event.modality, event.polarity, event.happened) for event in events] == [
        ("Airstrike", "actual", "positive", True),
        ("Talks", "planned", "positive", False),
        ("Shelling", "actual", "positive", True),
        ("Ceasefire", "actual", "negative", False),
    ]
    shelling = events[2]
    assert [[ref.name for ref in one.according] for one in shelling.tellings] == [["Security Council"], []]
    assert shelling.unnamed == (("target", "a market"),)
    assert events[0].spots[0][0] == "northOf"
    assert found["place-brenn"].events == (shelling,)


def test_figures_keep_who_claims_them(found: Mapping[str, Dossier]) -> None:
    (event,) = found["happening-1"].events
    assert [(toll.figure, toll.low, toll.best, toll.high) for toll in event.tolls] == [("killed", 4, 4, 5)]
    assert [(one.least, one.most, one.of, one.partial, [ref.name for ref in one.speakers]) for one in event.claims] == [
        (4, None, "", False, ["Security Council"]),
        (5, 5, "", False, []),
        (2, 2, "women", True, []),
    ]
    assert [one.proof.article.publisher for one in event.claims] == ["Example Wire", "Second Agency", "Second Agency"]


def test_a_contradiction_has_both_sentences(found: Mapping[str, Dossier]) -> None:
    (clash,) = found["happening-1"].clashes
    assert [one.text[:16] for one in clash.proofs] == ["Ostravan howitze", "Ostrava shelled "]


def test_joins_tell_how_to_undo_them(found: Mapping[str, Dossier]) -> None:
    assert [(join.rule, join.undo) for join in found["happening-1"].joins] == [
        ("same-place-and-party", "kg different 1 3")
    ]
    assert [(join.rule, join.undo) for join in found["person-mira-solen"].joins] == [("same-key", "")]


def test_statements_are_its_own_or_name_it() -> None:
    more = """
id:article-1 { id:statement-2 a ckg:Statement ; ckg:speaker id:org-council ; ckg:direct true ; ckg:confidence 0.8 ;
  ckg:content "Ostravanians never met Mira Solen or Solenberg" ; ckg:rule "quote:say" ; ckg:sentence "It did." ;
  prov:wasDerivedFrom id:article-1 . }"""
    found = dossiers(graph(more=more))
    assert [one.content for one in found[ID + "person-mira-solen"].said] == ["a crime"]
    assert [one.proof.text for one in found[ID + "person-mira-solen"].said_of] == ["It did."]
    assert found[ID + "country-ostrava"].said_of == ()  # its letters begin another word


def test_a_name_that_two_things_of_an_article_have_is_nobodys() -> None:
    more = """
id:graph-merged { id:country-velmora skos:altLabel "Solen"@en . }
id:article-1 { id:statement-2 a ckg:Statement ; ckg:speaker id:org-council ; ckg:direct true ; ckg:confidence 0.8 ;
  ckg:content "Solen left" ; ckg:rule "quote:say" ; ckg:sentence "It did." ; prov:wasDerivedFrom id:article-1 . }"""
    found = dossiers(graph(more=more))
    assert found[ID + "person-mira-solen"].said_of == ()
    assert found[ID + "country-velmora"].said_of == ()


def article(iri: str, *, outlet: str = "", copies: str = "") -> Article:
    return Article(
        iri=iri,
        identifier=iri,
        sha256="",
        headline="",
        outlet=outlet,
        publisher="",
        published=iri,
        url="",
        copies=copies,
    )


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([], 0),
        ([article("1"), article("2")], 2),
        ([article("1", outlet="a"), article("2", outlet="a")], 1),
        ([article("1", outlet="a", copies="c"), article("2", outlet="b", copies="c")], 1),
        ([article("1", outlet="a", copies="c"), article("2", outlet="b", copies="c"), article("3", outlet="b")], 2),
    ],
)
def test_copies_and_one_outlet_are_one_source(articles: list[Article], expected: int) -> None:
    assert independent(articles) == expected


def test_a_place_has_its_own_area_and_a_body_those_of_its_events(found: Mapping[str, Dossier]) -> None:
    assert [area.name for area in found["place-brenn"].areas] == ["Brenn"]
    assert [area.name for area in found["happening-1"].areas] == ["Brenn"]
    assert found["person-mira-solen"].areas == ()


def test_an_outlet_has_what_it_published(found: Mapping[str, Dossier]) -> None:
    assert [one.headline for one in found["org-wire"].printed] == ["Shells fall on Brenn", "Council loses its chair"]


def test_keys_are_those_of_kg_different() -> None:
    assert key_of("urn:kg:name-person-x") == "person-x"
    assert key_of("https://example.org/id#event-1a") == "1a"
