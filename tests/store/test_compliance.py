"""One suite for every store: whatever keeps the quads, it must answer the same."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, WorkspaceError
from kg.store import GraphForm, Iri, ResultForm, Store, Table, memory_store, open_store
from kg.vocabulary import PREFIXES

EX = "https://example.org/"
A, B, C = (ox.NamedNode(EX + name) for name in "abc")
KNOWS, AGE, NAME, BORN, TALL = (ox.NamedNode(EX + name) for name in ("knows", "age", "name", "born", "tall"))
ONE, TWO = ox.NamedNode(EX + "graph-one"), ox.NamedNode(EX + "graph-two")
XSD = "http://www.w3.org/2001/XMLSchema#"
QUADS = [
    ox.Quad(A, KNOWS, B, ONE),
    ox.Quad(A, AGE, ox.Literal(40), ONE),
    ox.Quad(A, NAME, ox.Literal('Ann "the <table>"\n& é', language="en"), ONE),
    ox.Quad(B, KNOWS, C, TWO),
    ox.Quad(B, BORN, ox.Literal("2025-07-23", datatype=ox.NamedNode(XSD + "date")), TWO),
    ox.Quad(B, TALL, ox.Literal("1.85", datatype=ox.NamedNode(XSD + "decimal")), TWO),
    ox.Quad(C, TALL, ox.Literal("tall", datatype=ox.NamedNode(XSD + "decimal")), TWO),
    ox.Quad(C, ox.NamedNode(EX + "alive"), ox.Literal(value=True), TWO),
]
OPENERS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: memory_store(),
    "disk": lambda folder: open_store(folder / "store"),
}


@pytest.fixture(params=OPENERS)
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = OPENERS[request.param](tmp_path)
    yield store
    store.close()


@pytest.fixture
def store(empty: Store) -> Store:
    empty.load(QUADS)
    return empty


def test_a_new_store_is_empty(empty: Store) -> None:
    assert empty.count() == 0
    assert empty.graphs() == ()


def test_loading_counts_each_quad_once(store: Store) -> None:
    store.load(QUADS[:3])
    assert store.count() == len(QUADS)
    assert set(store.quads()) == set(QUADS)


def test_graphs_are_listed_in_order(store: Store) -> None:
    assert store.graphs() == (ONE, TWO)
    assert set(store.quads(ONE)) == set(QUADS[:3])


def test_queries_see_the_union_of_graphs(store: Store) -> None:
    assert store.select(f"SELECT ?z WHERE {{ <{EX}a> <{EX}knows>/<{EX}knows> ?z }}").rows == ((Iri(EX + "c"),),)


def test_queries_can_name_a_graph(store: Store) -> None:
    table = store.select(f"SELECT ?g WHERE {{ GRAPH ?g {{ ?x <{EX}knows> <{EX}c> }} }}")
    assert table.rows == ((Iri(TWO.value),),)


@pytest.mark.parametrize(
    ("clauses", "pattern", "found"),
    [
        ("", "?s ?p ?o", {A, B, C}),
        ("", "GRAPH ?g { ?s ?p ?o }", {A, B, C}),
        (f"FROM <{EX}graph-one>", "?s ?p ?o", {A}),
        (f"FROM <{EX}graph-one> FROM <{EX}graph-two>", "?s ?p ?o", {A, B, C}),
        (f"FROM <{EX}graph-one>", "GRAPH ?g { ?s ?p ?o }", set()),
        (f"FROM NAMED <{EX}graph-two>", "GRAPH ?g { ?s ?p ?o }", {B, C}),
        (f"FROM NAMED <{EX}graph-two>", "?s ?p ?o", set()),
        (f"FROM <{EX}graph-one> FROM NAMED <{EX}graph-two>", "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }", {A, B, C}),
        (f"FROM <{EX}no-such-graph>", "?s ?p ?o", set()),
    ],
)
def test_a_query_that_names_its_graphs_is_about_those(
    store: Store, clauses: str, pattern: str, found: set[ox.NamedNode]
) -> None:
    sparql = f"SELECT DISTINCT ?s {clauses} {{ {pattern} }}"
    assert {row[0] for row in store.select(sparql).rows} == {node.value for node in found}
    assert {row["s"]["value"] for row in json.loads(store.results(sparql, "json"))["results"]["bindings"]} == {
        node.value for node in found
    }
    assert {triple.subject for triple in store.construct(f"CONSTRUCT {{ ?s a ?s }} {clauses} {{ {pattern} }}")} == found
    assert store.ask(f"ASK {clauses} {{ {pattern} }}") == bool(found)


def test_cells_are_plain_values(store: Store) -> None:
    table = store.select(
        f"""SELECT ?age ?name ?born ?tall ?alive ?nothing ?odd WHERE {{ ?a <{EX}age> ?age ; <{EX}name> ?name .
              ?b <{EX}born> ?born ; <{EX}tall> ?tall . ?c <{EX}alive> ?alive ; <{EX}tall> ?odd }}"""
    )
    assert table.columns == ("age", "name", "born", "tall", "alive", "nothing", "odd")
    assert table.rows == ((40, 'Ann "the <table>"\n& é', date(2025, 7, 23), 1.85, True, None, "tall"),)
    assert [type(cell) for cell in table.rows[0]] == [int, str, date, float, bool, type(None), str]


def test_iris_can_be_told_from_strings(store: Store) -> None:
    ((iri, text),) = store.select(f'SELECT ?x ("https://example.org/a" AS ?y) WHERE {{ ?x <{EX}age> ?age }}').rows
    assert iri == text == EX + "a"
    assert isinstance(iri, Iri)
    assert not isinstance(text, Iri)
    assert iri.n3() == f"<{EX}a>"


def test_rows_as_mappings() -> None:
    table = Table(("x", "y"), ((1, None), (2, "b")))
    assert table.dicts() == [{"x": 1, "y": None}, {"x": 2, "y": "b"}]


def test_the_prefixes_of_the_project_need_no_declaration(store: Store) -> None:
    assert store.ask("ASK { FILTER NOT EXISTS { ?s a ckg:Talks , schema:NewsArticle ; skos:prefLabel ?l } }")


def test_each_form_of_query(store: Store) -> None:
    assert store.ask(f"ASK {{ <{EX}a> <{EX}knows> <{EX}b> }}")
    assert not store.ask(f"ASK {{ <{EX}b> <{EX}knows> <{EX}a> }}")
    assert store.construct(
        f"CONSTRUCT {{ ?y <{EX}knownBy> ?x }} WHERE {{ ?x <{EX}knows> ?y }} ORDER BY ?x LIMIT 1"
    ) == (ox.Triple(B, ox.NamedNode(EX + "knownBy"), A),)
    assert store.query(f"ASK {{ <{EX}a> <{EX}knows> <{EX}b> }}") is True
    assert isinstance(store.query("SELECT * WHERE { ?s ?p ?o }"), Table)
    assert set(store.construct(f"DESCRIBE <{EX}a>")) == {quad.triple for quad in QUADS[:3]}


@pytest.mark.parametrize(
    ("method", "query"),
    [("select", "ASK { ?s ?p ?o }"), ("ask", "SELECT * { ?s ?p ?o }"), ("construct", "SELECT * { ?s ?p ?o }")],
)
def test_the_wrong_form_is_refused(store: Store, method: str, query: str) -> None:
    with pytest.raises(QueryError, match="this is no"):
        getattr(store, method)(query)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?x WHERE { ?x a ?y", "line 1, column 26: not understood or unfinished"),
        ("SELECT ?x WHERE {\n  ?x a nope:Thing }", "line 2, .*Prefix not found, near '\\?x a nope:Thing }'"),
        ("SELECT ?x WHERE {\n ?x a b c }", "line 2, column 10: not understood, near '\\?x a b c }'"),
        ("", "does not parse"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "queries only read"),
        ("PREFIX x: <urn:x>\nDELETE WHERE { ?s ?p ?o }", "queries only read"),
    ],
)
def test_a_query_that_does_not_parse_is_explained_in_one_line(store: Store, query: str, words: str) -> None:
    for ask in (store.query, lambda text: store.results(text, "json")):
        with pytest.raises(QueryError, match=words) as caught:
            ask(query)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 200
    assert store.count() == len(QUADS)


@pytest.mark.parametrize("head", ["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o }"])
def test_a_query_that_fails_while_it_runs_is_explained_in_one_line(store: Store, head: str) -> None:
    elsewhere = f"{head} WHERE {{ SERVICE <http://127.0.0.1:9/nobody> {{ ?s ?p ?o }} }}"
    for ask in (store.query, lambda text: store.results(text, "json")):
        with pytest.raises(QueryError, match="the query failed: ") as caught:
            ask(elsewhere)
        assert "\n" not in str(caught.value)


SELECT = f"SELECT ?x ?name WHERE {{ ?x <{EX}name> ?name }}"


def test_results_as_json(store: Store) -> None:
    found = json.loads(store.results(SELECT, "json"))
    assert found["head"]["vars"] == ["x", "name"]
    assert found["results"]["bindings"][0]["name"]["value"] == 'Ann "the <table>"\n& é'


def test_results_as_csv(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(store.results(SELECT, "csv").decode(), newline="")))
    assert rows == [["x", "name"], [EX + "a", 'Ann "the <table>"\n& é']]


def test_results_as_tsv(store: Store) -> None:
    assert store.results(SELECT, "tsv").decode().splitlines()[0] == "?x\t?name"


def test_results_as_xml(store: Store) -> None:
    root = ET.fromstring(store.results(SELECT, "xml"))  # noqa: S314 - our own output
    names = {"s": "http://www.w3.org/2005/sparql-results#"}
    assert [literal.text for literal in root.findall(".//s:literal", names)] == ['Ann "the <table>"\n& é']


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_yes_and_no_and_triples_have_every_result_format(store: Store, form: ResultForm) -> None:
    assert b"true" in store.results("ASK { ?s ?p ?o }", form)
    assert EX.encode() in store.results("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", form)


def test_a_graph_is_replaced_as_a_whole(store: Store) -> None:
    awkward = ox.Quad(A, NAME, ox.Literal('back\\slash "quote"\r\n\t}'), ONE)
    store.replace_graph(ONE, [awkward, ox.Quad(A, AGE, ox.Literal(41), ONE)])
    assert set(store.quads(ONE)) == {awkward, ox.Quad(A, AGE, ox.Literal(41), ONE)}
    assert set(store.quads(TWO)) == set(QUADS[3:])


def test_a_graph_that_is_not_there_can_be_put_there(empty: Store) -> None:
    empty.replace_graph(ONE, QUADS[:3])
    assert set(empty.quads()) == set(QUADS[:3])


def test_a_graph_replaced_by_nothing_is_gone(store: Store) -> None:
    store.replace_graph(ONE, [])
    assert store.graphs() == (TWO,)


def test_a_graph_is_removed_and_removing_it_again_is_no_error(store: Store) -> None:
    store.remove_graph(TWO)
    store.remove_graph(TWO)
    assert store.graphs() == (ONE,)
    assert store.count() == 3


def test_everything_can_be_removed(store: Store) -> None:
    store.clear()
    assert store.count() == 0
    assert store.graphs() == ()


def test_any_number_of_quads_is_loaded(empty: Store) -> None:
    many = [ox.Quad(A, AGE, ox.Literal(number), ONE) for number in range(70_000)]
    empty.load(iter(many))
    assert empty.count() == 70_000


def test_text_is_loaded_like_quads(empty: Store) -> None:
    lines = [f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n" for quad in QUADS]
    empty.load_nquads(iter(["".join(lines[:3]), "", "".join(lines[3:])]))
    assert set(empty.quads()) == set(QUADS)
    empty.load_nquads([])
    assert empty.count() == len(QUADS)


def test_tidying_changes_nothing_that_is_seen(store: Store) -> None:
    before = sorted(map(str, store.quads()))
    store.tidy()
    assert sorted(map(str, store.quads())) == before


def test_any_amount_of_text_is_loaded(empty: Store) -> None:
    lines = (f'{A} {NAME} "{"x" * 1000}{number}" {ONE} .\n' for number in range(12_000))
    empty.load_nquads(lines)
    assert empty.count() == 12_000


def test_text_that_is_no_nquads_is_refused(empty: Store) -> None:
    with pytest.raises(SyntaxError):
        empty.load_nquads(["no quads at all\n"])


@pytest.mark.parametrize(("form", "ending"), [("trig", ".trig"), ("nquads", ".nq"), ("jsonld", ".jsonld")])
def test_exports_keep_graphs(store: Store, tmp_path: Path, form: GraphForm, ending: str) -> None:
    path = tmp_path / f"all{ending}"
    store.export(path, form)
    assert set(ox.parse(path=path)) == set(QUADS)


@pytest.mark.parametrize(("form", "ending"), [("turtle", ".ttl"), ("ntriples", ".nt")])
def test_exports_without_graphs_have_all_triples(store: Store, tmp_path: Path, form: GraphForm, ending: str) -> None:
    path = tmp_path / f"all{ending}"
    store.export(path, form)
    assert {quad.triple for quad in ox.parse(path=path)} == {quad.triple for quad in QUADS}


def test_a_closed_store_says_so(empty: Store) -> None:
    empty.close()
    with pytest.raises(WorkspaceError, match="closed"):
        empty.count()
    empty.close()


def test_a_thing_is_replaced_with_its_names_and_joins(empty: Store) -> None:
    ckg = PREFIXES["ckg"]
    name, join = ox.NamedNode(EX + "name"), ox.NamedNode(EX + "join")
    about = ox.Quad(A, NAME, ox.Literal("Ann"), ONE)
    kept = [ox.Quad(B, NAME, ox.Literal("Bo"), ONE), ox.Quad(A, NAME, ox.Literal("Ann"), TWO)]
    around = [
        ox.Quad(name, ox.NamedNode(ckg + "nameOf"), A, ONE),
        ox.Quad(name, AGE, ox.Literal(1), ONE),
        ox.Quad(join, ox.NamedNode(ckg + "into"), A, ONE),
    ]
    empty.load([about, *around, *kept])
    new = ox.Quad(A, NAME, ox.Literal("Anna"), ONE)
    empty.replace_things(ONE, [A], [new])
    assert set(empty.quads()) == {new, *kept}
    empty.replace_things(ONE, [A], [])
    assert set(empty.quads()) == set(kept)
