"""Content negotiation: the form that a header asks for, as RFC 9110 reads it."""

import pytest

from kg.web.media import ROWS, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("text/csv", "csv"),
        ("TEXT/CSV", "csv"),
        ("text/*", "csv"),
        ("text/*, text/csv;q=0", "tsv"),
        ("application/json", "json"),
        ("application/*;q=0.2, application/sparql-results+json;q=0", "xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "tsv"),
        ("application/sparql-results+xml;q=0.9, application/sparql-results+json;q=0.8", "xml"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "xml"),
        ("*/*;q=0.1, text/csv;q=0.2", "csv"),
        ("text/csv;charset=utf-8;q=0.4, application/xml;q=0.3", "csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "xml"),
    ],
)
def test_the_form_that_is_liked_best_is_chosen(accept: str, form: str) -> None:
    chosen = choose(accept, ROWS)
    assert chosen is not None
    assert chosen.form == form


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "*/*;q=0", "text/csv;q=high", "text/csv;q=nan", "csv"])
def test_nothing_fits(accept: str) -> None:
    assert choose(accept, ROWS) is None


def test_triples_have_forms_of_their_own() -> None:
    chosen = choose("application/n-triples, text/turtle;q=0.3", TRIPLES)
    assert chosen is not None
    assert chosen.content_type == "application/n-triples; charset=utf-8"
    assert choose("text/csv", TRIPLES) is None
