"""What is seen in a query before it runs: calls of other hosts."""

import pytest

from kg.web.reading import calls_service


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
        "SELECT * { service<http://a.example/>{?s ?p ?o} }",
        "SELECT * { SERVICE SILENT <http://a.example/#x> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://a.example/>{ ?s ?p ?o } }",
        "SELECT * { BIND(<http://a.example/> AS ?h) SERVICE ?h { ?s ?p ?o } }",
        "PREFIX a: <http://a.example/> SELECT * { SERVICE a:b { ?s ?p ?o } }",
        "PREFIX : <http://a.example/> SELECT * { SERVICE : { ?s ?p ?o } }",
        "SELECT * { SERVICE # here {\n SILENT # or } there\r <http://a.example/> # now\n { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://a.example/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://a.example/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://b.example/\\u0041#b> SERVICE <http://a.example/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "#" . SERVICE <http://a.example/> { ?s ?p ?o } }',
        "SELECT * { ?s ?p ?o { SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } } } }",
        "ASK { FILTER(1<2)SERVICE?h{} }",
    ],
)
def test_calls_of_other_hosts_are_seen(sparql: str) -> None:
    assert calls_service(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service ?x { ?service a ?x }",
        "SELECT $service $x { $service a $x }",
        "SELECT * { ?s schema:service ?x { ?x a ?y } }",
        "SELECT * { ?s skos:prefLabel 'security service' }",
        "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'secret service')) }",
        "# the service\nSELECT * WHERE { ?s ?p ?o }",
    ],
)
def test_other_words_are_let_through(sparql: str) -> None:
    assert not calls_service(sparql)
