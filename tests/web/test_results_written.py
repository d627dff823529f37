"""Rows in the four formats: read back by Oxigraph they are what they were."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from kg.web.media import RowForm
from kg.web.results import Row, write_boolean, write_rows

NASTY = '<script>&"quoted"</script>\u202e]]>\r\n\ttab, comma; \\ end'
ROWS: list[Row] = [
    (ox.NamedNode("https://a.example/?x=1&y="), ox.Literal(NASTY)),
    (ox.BlankNode("b1"), ox.Literal("gâteau", language="fr")),
    (None, ox.Literal(3)),
    (ox.Literal(""), None),
]
FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "tsv": ox.QueryResultsFormat.TSV,
}


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rows_are_read_back_as_they_were(form: RowForm) -> None:
    read = ox.parse_query_results(write_rows(["who", "what"], ROWS, form), FORMATS[form])
    assert isinstance(read, ox.QuerySolutions)
    assert [variable.value for variable in read.variables] == ["who", "what"]
    rows = [tuple(row) for row in read]
    assert [row[1] for row in rows] == [row[1] for row in ROWS]
    assert [row[0] for row in rows if not isinstance(row[0], ox.BlankNode)] == [ROWS[0][0], None, ROWS[3][0]]
    assert isinstance(rows[1][0], ox.BlankNode)


def test_csv_has_the_plain_values() -> None:
    text = write_rows(["who", "what"], ROWS, "csv").decode()
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["who", "what"],
        ["https://a.example/?x=1&y=", NASTY],
        ["_:b1", "gâteau"],
        ["", "3"],
        ["", ""],
    ]


def test_quoted_triples_are_written() -> None:
    triple = ox.Triple(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("o"))
    found = json.loads(write_rows(["t"], [(triple,)], "json"))["results"]["bindings"][0]["t"]
    assert found["type"] == "triple"
    assert found["value"]["object"] == {"type": "literal", "value": "o"}
    assert b"<triple><subject><uri>a:s</uri></subject>" in write_rows(["t"], [(triple,)], "xml")


def test_xml_has_no_signs_that_xml_forbids() -> None:
    text = write_rows(["a"], [(ox.Literal("bell\x07 \ufffe"),)], "xml").decode()
    assert "<literal>bell\ufffd \ufffd</literal>" in text


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_are_read_back(form: RowForm, *, value: bool) -> None:
    read = ox.parse_query_results(write_boolean(value, form), FORMATS[form])
    assert isinstance(read, ox.QueryBoolean)
    assert bool(read) is value


def test_yes_and_no_as_a_word() -> None:
    assert write_boolean(True, "csv") == b"true\n"  # noqa: FBT003
    assert write_boolean(False, "tsv") == b"false\n"  # noqa: FBT003
