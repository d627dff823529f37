"""Clients that nobody here wrote get what they expect: SPARQLWrapper, and rdflib's SPARQLStore."""

from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import FOAF, SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

from tests.web.running import Server

PEOPLE = "SELECT ?name { ?who a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
PERSON = "CONSTRUCT { ?who skos:prefLabel ?name } WHERE { ?who a foaf:Person ; skos:prefLabel ?name }"


def wrapper(server: Server, query: str, form: str) -> Any:  # noqa: ANN401 - its annotations fit no form of answer
    client = SPARQLWrapper(server.endpoint)
    # SPARQLWrapper refuses a query whose prefixes it does not know before it sends it.
    client.setQuery(f"PREFIX foaf: <{FOAF}> PREFIX skos: <{SKOS}> {query}")
    client.setReturnFormat(form)
    return client


@pytest.mark.parametrize(("method", "request_method"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks_in_every_way(server: Server, method: str, request_method: str) -> None:
    client = wrapper(server, PEOPLE, JSON)
    client.setMethod(method)
    client.setRequestMethod(request_method)
    rows = client.queryAndConvert()["results"]["bindings"]
    assert {"type": "literal", "xml:lang": "en", "value": "Mira Solen"} in [row["name"] for row in rows]


def test_sparqlwrapper_reads_every_form(server: Server) -> None:
    assert "Mira Solen" in wrapper(server, PEOPLE, XML).queryAndConvert().toxml()
    for form in (CSV, TSV):
        assert b"Mira Solen" in wrapper(server, PEOPLE, form).queryAndConvert()
    assert b"Mira Solen" in wrapper(server, PERSON, TURTLE).queryAndConvert()
    # Its own reading of RDF/XML makes a kind of graph that rdflib warns of.
    read = Graph().parse(data=wrapper(server, PERSON, RDFXML).query().response.read(), format="xml")
    assert Literal("Mira Solen", lang="en") in set(read.objects())
    assert wrapper(server, "ASK { ?who a foaf:Person }", JSON).queryAndConvert()["boolean"] is True


def test_sparqlwrapper_is_told_of_bad_queries(server: Server) -> None:
    with pytest.raises(QueryBadFormed, match="does not parse"):
        wrapper(server, "SELECT * { ?s ?p }", JSON).query()
    with pytest.raises((QueryBadFormed, EndPointInternalError), match="SERVICE is refused"):
        wrapper(server, "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", JSON).query()


def test_sparqlwrapper_asks_the_graphs_it_names(server: Server) -> None:
    def number(query: str, *, default: str = "", named: str = "") -> int:
        client = wrapper(server, query, JSON)
        if default:
            client.addDefaultGraph(default)
        if named:
            client.addNamedGraph(named)
        (row,) = client.queryAndConvert()["results"]["bindings"]
        return int(row["n"]["value"])

    graphs = wrapper(server, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", JSON).queryAndConvert()
    one, other, *_ = [row["g"]["value"] for row in graphs["results"]["bindings"]]
    triples, in_graphs = (
        "SELECT (COUNT(*) AS ?n) {}{{ ?s ?p ?o }}",
        "SELECT (COUNT(*) AS ?n) {}{{ GRAPH ?g {{ ?s ?p ?o }} }}",
    )
    first, second = (number(triples.format(f"FROM <{graph}> ")) for graph in (one, other))
    assert 0 < first != second
    assert first + second < number(triples.format(""))
    assert number(triples.format(""), default=one) == first
    assert number(triples.format(f"FROM <{other}> "), default=one) == first  # the protocol: the request counts first
    assert number(in_graphs.format(f"FROM NAMED <{other}> ")) == second
    assert number(in_graphs.format(""), named=other) == second
    assert number(in_graphs.format(""), default=one) == 0
    assert number(triples.format(""), named=other) == 0


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv"])
def test_rdflib_asks_the_endpoint_as_a_graph(server: Server, method: str, form: str) -> None:
    graph = Graph(SPARQLStore(server.endpoint, method=method, returnFormat=form))
    found: Any = graph.query(PEOPLE, initNs={"foaf": FOAF, "skos": SKOS})
    names = [str(row[0]) for row in found]
    assert "Mira Solen" in names


def test_rdflib_walks_the_graph(server: Server) -> None:
    graph = Graph(SPARQLStore(server.endpoint))
    (person,) = graph.subjects(SKOS.prefLabel, Literal("Mira Solen", lang="en"))
    assert isinstance(person, URIRef)
    assert (person, RDF.type, FOAF.Person) in graph
    assert len(graph.query(f"PREFIX skos: <{SKOS}> PREFIX foaf: <{FOAF}> {PERSON}").graph or ()) > 0
