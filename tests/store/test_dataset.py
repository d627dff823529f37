"""Which queries name their graphs themselves."""

import pytest

from kg.store.dataset import names_dataset


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * FROM <https://a.example/g> { ?s ?p ?o }",
        "select*from named<https://a.example/g>{ GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } FROM <https://a.example/g> WHERE { ?s ?p ?o }",
        "# {\nASK FROM <https://a.example/g> { ?s ?p ?o }",
    ],
)
def test_graphs_named_are_seen(sparql: str) -> None:
    assert names_dataset(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?from { ?from ?p ?o }",
        "SELECT ('FROM' AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p 'from' , '''it's FROM <here>''' } # FROM <x>",
        "SELECT * { ?s ex:from <https://a.example/FROM> }",
    ],
)
def test_other_froms_name_none(sparql: str) -> None:
    assert not names_dataset(sparql)
