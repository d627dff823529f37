"""The SPARQL 1.1 Protocol, asked by curl: forms of requests and answers, refusals, limits, and a graph that changes."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from tests.web.running import ROOT, Server, fresh_workspace, serving

PEOPLE = "SELECT ?name { ?who a foaf:Person ; skos:prefLabel ?name } ORDER BY ?name"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Response:
    status: int
    headers: dict[str, str]
    body: str

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


def curl(*words: str, body: bytes | None = None) -> Response:
    done = subprocess.run(
        ["/usr/bin/curl", "-sS", "--noproxy", "*", "-m", "60", "-D", "/dev/stderr", *words],
        capture_output=True,
        check=True,
        input=body,
    )
    head = done.stderr.decode().replace("\r", "").strip().split("\n\n")[-1].split("\n")
    pairs = (line.partition(":") for line in head[1:])
    return Response(int(head[0].split()[1]), {a.lower(): b.strip() for a, _, b in pairs}, done.stdout.decode())


def get(server: Server, query: str, *words: str) -> Response:
    return curl("-G", server.endpoint, "--data-urlencode", f"query={query}", *words)


def names(response: Response) -> list[str]:
    assert response.status == 200, response.body
    return [row["name"]["value"] for row in json.loads(response.body)["results"]["bindings"]]


def test_a_query_by_get_by_form_and_as_body_has_one_answer(server: Server) -> None:
    by_get = get(server, PEOPLE)
    assert "Mira Solen" in names(by_get)
    assert by_get.media_type == "application/sparql-results+json"
    by_form = curl(server.endpoint, "--data-urlencode", f"query={PEOPLE}")
    as_body = curl(server.endpoint, "-H", "Content-Type: application/sparql-query; charset=utf-8", "-d", PEOPLE)
    assert by_get.body == by_form.body == as_body.body


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml, */*;q=0.1", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.4", "text/tab-separated-values"),
    ],
)
@pytest.mark.parametrize("query", [PEOPLE, "ASK { ?s ?p ?o }"])
def test_rows_come_in_the_form_asked_for(server: Server, query: str, accept: str, media_type: str) -> None:
    response = get(server, query, "-H", f"Accept: {accept}")
    assert (response.status, response.media_type) == (200, media_type)
    assert response.headers["vary"] == "Accept"
    assert "true" in response.body or "Mira Solen" in response.body


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?s skos:prefLabel ?n } WHERE { ?s a foaf:Person ; skos:prefLabel ?n }",
        "DESCRIBE ?s { ?s a foaf:Person ; skos:prefLabel 'Mira Solen'@en }",
    ],
)
def test_triples_come_in_the_form_asked_for(server: Server, query: str, accept: str, form: ox.RdfFormat) -> None:
    response = get(server, query, "-H", f"Accept: {accept}")
    assert (response.status, response.media_type) == (200, accept)
    assert "Mira Solen" in {
        quad.object.value for quad in ox.parse(response.body, form) if hasattr(quad.object, "value")
    }


@pytest.mark.parametrize(
    ("query", "accept"),
    [(PEOPLE, "text/turtle"), ("ASK {}", "image/png"), ("DESCRIBE <https://a.example/>", "text/csv")],
)
def test_forms_that_do_not_fit_are_refused(server: Server, query: str, accept: str) -> None:
    response = get(server, query, "-H", f"Accept: {accept}")
    assert response.status == 406
    assert response.body.startswith("ask for one of: ")


def test_without_a_query_the_endpoint_describes_itself(server: Server) -> None:
    response = curl(server.endpoint)
    assert (response.status, response.media_type) == (200, "text/turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    said = {(quad.predicate.value, quad.object) for quad in ox.parse(response.body, ox.RdfFormat.TURTLE)}
    assert (f"{sd}endpoint", ox.NamedNode(server.endpoint)) in said
    assert (f"{sd}feature", ox.NamedNode(f"{sd}UnionDefaultGraph")) in said
    assert curl(server.endpoint, "-H", "Accept: application/n-triples").media_type == "application/n-triples"
    assert curl(server.endpoint, "-H", "Accept: text/html").status == 406
    assert curl("-I", server.endpoint).status == 200


def test_graphs_may_be_chosen(server: Server) -> None:
    rows = json.loads(get(server, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g").body)
    graphs = [row["g"]["value"] for row in rows["results"]["bindings"]]
    count = "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"
    everything = int(names(get(server, count))[0])
    one = int(names(get(server, count.replace("{", f"FROM <{graphs[0]}> {{")))[0])
    assert 0 < one < everything
    assert names(get(server, count, "--data-urlencode", f"default-graph-uri={graphs[0]}")) == [str(one)]
    both = f"?default-graph-uri={quote(graphs[0])}&default-graph-uri={quote(graphs[1])}"
    response = curl(server.endpoint + both, "-H", "Content-Type: application/sparql-query", "-d", count)
    assert one < int(names(response)[0]) < everything
    named = "SELECT (COUNT(DISTINCT ?g) AS ?name) { GRAPH ?g { ?s ?p ?o } }"
    assert names(get(server, named, "--data-urlencode", f"named-graph-uri={graphs[0]}")) == ["1"]
    assert get(server, count, "--data-urlencode", "default-graph-uri=no iri").status == 400


def test_a_query_that_does_not_parse_is_told_where(server: Server) -> None:
    response = get(server, "SELECT ?name\n{ ?who skos:prefLabel }")
    assert response.status == 400
    assert response.media_type == "text/plain"
    assert "line 2, column" in response.body
    assert get(server, "").status == 400
    assert get(server, "SELECT * { ?s nobody:knows ?o }").status == 400


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("-d", "update=CLEAR ALL"), 403, "only reads"),
        (("-H", "Content-Type: application/sparql-update", "-d", "CLEAR ALL"), 403, "only reads"),
        (("-G", "-d", "update=CLEAR+ALL"), 403, "only reads"),
        (("-d", "query=INSERT DATA { <a:s> <a:p> <a:o> }"), 400, "SPARQL update; queries only read"),
        (("-H", "Content-Type: application/json", "-d", "{}"), 415, "POST takes"),
        (("-H", "Content-Type: application/sparql-query", "-d", "\xe4"), 400, "does not parse"),
        (("-d", "query=ASK{}&query=ASK{}"), 400, "give one query"),
        (("-d", "nothing=here"), 400, "give one query"),
        (("-d", "query=%ff"), 400, "cannot be read"),
        (("-X", "DELETE"), 405, "Not Allowed"),
        (("-X", "PUT", "-d", "x"), 405, "Not Allowed"),
    ],
)
def test_what_the_protocol_does_not_provide_is_refused(
    server: Server, words: tuple[str, ...], status: int, said: str
) -> None:
    response = curl(server.endpoint, *words)
    assert (response.status, said in response.body) == (status, True), response.body


def test_a_body_that_is_no_utf8_is_refused(server: Server) -> None:
    words = "-H", "Content-Type: application/sparql-query", "--data-binary", "@-"
    response = curl(server.endpoint, *words, body=b"SELECT ('\xff' AS ?x) {}")
    assert (response.status, "UTF-8" in response.body) == (400, True)


@pytest.mark.parametrize("media_type", ["application/sparql-query", FORM])
def test_large_bodies_are_refused(server: Server, media_type: str) -> None:
    words = "-H", f"Content-Type: {media_type}", "--data-binary", "@-"
    large = b"query=" + b"#" * 3_000_000
    assert curl(server.endpoint, *words, body=large).status == 413
    assert curl(server.endpoint, *words, "-H", "Transfer-Encoding: chunked", body=large).status == 413


def test_other_hosts_are_not_asked(server: Server) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

        do_POST = do_GET  # noqa: N815 - as above

    with HTTPServer(("127.0.0.1", 0), Listener) as elsewhere:
        thread = Thread(target=elsewhere.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{elsewhere.server_port}/"
        for keyword in ("SERVICE", "SERVICE SILENT", "SERVICESILENT", "SERVICE#\n"):
            response = get(server, f"SELECT * {{ {keyword}<{address}> {{ ?s ?p ?o }} }}")
            assert (response.status, "SERVICE is refused" in response.body) == (400, True)
        assert get(server, f"ASK FROM <{address}> {{ ?s ?p ?o }}").status == 200
        elsewhere.shutdown()
        thread.join()
    assert asked == []


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", "[::1", ""])
def test_names_that_are_not_ours_are_refused(server: Server, host: str) -> None:
    response = curl(server.endpoint, "-H", f"Host: {host}" if host else "Host;")
    assert response.status in {400, 421}
    assert "Service" not in response.body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "127.0.0.1", "[::1]:8765", "192.0.2.7:80"])
def test_our_names_and_addresses_are_answered(server: Server, host: str) -> None:
    assert curl(server.endpoint, "-H", f"Host: {host}").status == 200


def test_browsers_are_told_to_keep_answers_to_themselves(server: Server) -> None:
    headers = get(server, PEOPLE, "-H", "Origin: https://elsewhere.example").headers
    assert "access-control-allow-origin" not in headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")


def test_rows_and_triples_are_cut_at_the_limit(server: Server) -> None:
    cut = get(server, "SELECT * { ?s ?p ?o }", "-H", "Accept: text/csv")
    assert (len(cut.body.splitlines()), cut.headers["kg-cut-at"]) == (51, "50")
    triples = get(server, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "-H", "Accept: application/n-triples")
    assert (len(triples.body.splitlines()), triples.headers["kg-cut-at"]) == (50, "50")
    whole = get(server, "SELECT * { ?s ?p ?o } LIMIT 50", "-H", "Accept: text/csv")
    assert len(whole.body.splitlines()) == 51
    assert "kg-cut-at" not in whole.headers


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(graph_folder: Path) -> None:
    with serving(graph_folder, "--timeout", "2") as server:
        for _ in range(3):
            start = time.monotonic()
            response = get(server, HEAVY)
            assert (response.status, "after 2 seconds" in response.body) == (503, True)
            assert time.monotonic() - start < 20
        assert "Mira Solen" in names(get(server, PEOPLE))


def test_a_query_that_wants_too_much_memory_is_stopped(graph_folder: Path) -> None:
    with serving(graph_folder, "--timeout", "120") as server:
        response = get(server, GREEDY)
        assert (response.status, "too much memory" in response.body) == (503, True), response.body
        assert "Mira Solen" in names(get(server, PEOPLE))


def test_one_origin_may_be_let_in(graph_folder: Path) -> None:
    with serving(graph_folder, "--cors", "https://notebook.example", "--limit", "1") as server:
        let_in = get(server, "SELECT * { ?s ?p ?o }", "-H", "Origin: https://notebook.example")
        assert let_in.headers["access-control-allow-origin"] == "https://notebook.example"
        assert let_in.headers["access-control-expose-headers"] == "KG-Cut-At"
        other = get(server, PEOPLE, "-H", "Origin: https://elsewhere.example")
        assert "access-control-allow-origin" not in other.headers
        asked_first = curl(
            *("-X", "OPTIONS", server.endpoint, "-H", "Origin: https://notebook.example"),
            *("-H", "Access-Control-Request-Method: POST", "-H", "Access-Control-Request-Headers: content-type"),
        )
        assert (asked_first.status, "POST" in asked_first.headers["access-control-allow-methods"]) == (200, True)


def test_a_graph_that_changes_is_seen(tmp_path: Path) -> None:
    folder = fresh_workspace(tmp_path / "ws")
    with serving(folder) as server:
        assert "Mira Solen" in names(get(server, PEOPLE))
        command = [sys.executable, "-m", "kg", "remove", "sample-1", "--workspace", str(folder)]
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
        assert names(get(server, PEOPLE)) == []


def test_it_says_where_it_listens_and_stops_at_once(graph_folder: Path) -> None:
    with serving(graph_folder) as server:
        assert server.address.startswith("http://127.0.0.1:")
        waiting = subprocess.Popen(
            ["/usr/bin/curl", "-sS", "-G", server.endpoint, "--data-urlencode", f"query={HEAVY}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.5)
        start = time.monotonic()
        status, said = server.stop()
        waiting.wait()
        assert time.monotonic() - start < 20
    assert status == 130
    assert "Traceback" not in said
    assert "password" not in said


def test_it_warns_where_others_can_reach_it(graph_folder: Path) -> None:
    with serving(graph_folder, "--host", "0.0.0.0") as server:  # noqa: S104 - the warning is what is tested
        port = server.address.rstrip("/").rpartition(":")[2]
        assert curl(f"http://127.0.0.1:{port}/sparql").status == 200
        _, said = server.stop()
    assert "anybody who can reach 0.0.0.0 can read this graph" in said


def test_a_port_that_is_taken_is_one_line(server: Server, graph_folder: Path) -> None:
    port = server.address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "kg", "serve", "--workspace", str(graph_folder), "--port", port]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr.startswith("kg: ")
    assert len(done.stderr.splitlines()) == 1
