"""A service is asked by name alone, and whatever it does instead of answering is one clear error."""

import json
import socket
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest

from kg.errors import ConfigError, ServiceError
from kg.reconciliation import Candidate, Manifest, Service
from kg.reconciliation.protocol import answers_of, manifest_of
from tests.reconciliation.serving_names import HUMAN, MANIFEST, Names, Reply, candidate, serving_names


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def names() -> Iterator[Names]:
    known = {
        "Mira Solen": [candidate("Q2", "Mira Sollen", 60.5), candidate("Q1", "Mira Solen", 100, description="a judge")]
    }
    with serving_names(known) as service:
        yield service


def test_it_describes_itself(names: Names) -> None:
    assert Service(names.url).manifest() == Manifest("Names of Velmora", "https://names.example/entity/", 2)
    assert names.asked == [("GET", b"")]


def test_it_is_asked_names_and_nothing_else(names: Names) -> None:
    best, other = Service(names.url).ask(["Mira Solen", "Ida “Norr” & son"], limit=3)
    assert best == (
        Candidate("Q1", "Mira Solen", 100.0, sure=True, types=(("Q5", "human"),), description="a judge"),
        Candidate("Q2", "Mira Sollen", 60.5, sure=False, types=(("Q5", "human"),), description=""),
    )
    assert other == ()
    ((method, body),) = names.asked
    assert method == "POST"
    form = parse_qs(body.decode(), strict_parsing=True)
    assert set(form) == {"queries"}
    assert json.loads(form["queries"][0]) == {
        "q0": {"query": "Mira Solen", "limit": 3},
        "q1": {"query": "Ida “Norr” & son", "limit": 3},
    }


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ((500, {}, b"oops"), "answers 500 Internal Server Error; try again later"),
        ((429, {}, b""), "answers 429 Too Many Requests; try again later"),
        (
            (302, {"Location": "http://127.0.0.1:9/else\x1b[2J"}, b""),
            "sends on to http://127.0.0.1:9/else [2J; if that",
        ),
        ((200, {}, b"<html>no</html>"), "answers with something that is no JSON; look at the address"),
        ((200, {}, b"\xff\xfe\x00"), "answers with something that is no JSON"),
        ((200, {}, b""), "answers with something that is no JSON"),
        ((200, {}, b"[" * 200_000), "answers with something that is no JSON"),
        ((200, {"Content-Length": "100"}, b"{"), "answers with something that is no JSON"),
        ((200, {}, b"[]"), "answered with no object; it does not speak the reconciliation protocol 0.2"),
        ((200, {}, b'{"status": "error", "message": "too \\u001b[2Jmany"}'), "refused: too [2Jmany"),
        ((200, {}, b"{}"), "gave no list of results for 'Mira Solen'"),
        ((200, {}, b'{"q0": {"result": {}}}'), "gave no list of results for 'Mira Solen'"),
        ((200, {}, b'{"q0": {"result": ["Q1"]}}'), "gave a result for 'Mira Solen' that is no object"),
        ((200, {}, b'{"q0": {"result": [{"name": "x", "score": 1}]}}'), "without an id and a name"),
        ((200, {}, b'{"q0": {"result": [{"id": "a\\nb", "name": "x", "score": 1}]}}'), "without an id and a name"),
        ((200, {}, b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": NaN}]}}'), "without a score"),
        ((200, {}, b'{"q0": {"result": [{"id": "Q1", "name": "x", "score": "9"}]}}'), "without a score"),
        ((200, {}, b" " * 10_000_001), "answers with more than 10000000 bytes"),
    ],
)
def test_what_is_no_answer_is_one_line(names: Names, reply: Reply, problem: str) -> None:
    names.instead = lambda _: reply
    with pytest.raises(ServiceError) as caught:
        Service(names.url).ask(["Mira Solen"])
    message = str(caught.value)
    assert message.startswith(f"{names.url}: ")
    assert problem in message
    assert message.isprintable()
    assert len(names.asked) == 1


def test_a_redirection_is_not_followed(names: Names) -> None:
    with serving_names({}) as elsewhere:
        names.instead = lambda _: (307, {"Location": elsewhere.url}, b"")
        with pytest.raises(ServiceError, match="sends on to"):
            Service(names.url).ask(["Mira Solen"])
        assert elsewhere.asked == []


def test_a_service_that_does_not_answer_is_not_waited_for(names: Names) -> None:
    def wait(_: list[str]) -> None:
        names.leave.wait(20)

    names.instead = wait
    with pytest.raises(ServiceError, match=r"no answer in 0.2 seconds; try again, or allow more: --timeout"):
        Service(names.url, timeout=0.2).ask(["Mira Solen"])


def test_nobody_there(names: Names) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api"
        with pytest.raises(ServiceError, match=r"cannot be reached \(.*Connection refused\); look at the address"):
            Service(url).manifest()
    assert names.asked == []


@pytest.mark.parametrize(
    "url", ["", "names.example", "file:///etc/hosts", "ftp://names.example", "https://a:b@names.example"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="no address of a service; write it as https://"):
        Service(url)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [({"name": None}, "is no reconciliation service"), ({"versions": ["7.0"]}, "speaks versions 7.0 of the protocol")],
)
def test_a_description_that_is_none_is_refused(changes: dict[str, object], problem: str) -> None:
    with pytest.raises(ServiceError, match=problem):
        manifest_of(MANIFEST | changes)
    with pytest.raises(ServiceError, match="is no reconciliation service"):
        manifest_of([MANIFEST])


@pytest.mark.parametrize(("said", "batch"), [(None, 10), (0, 10), (True, 10), ("7", 10), (7, 7), (10_000, 50)])
def test_batches_are_as_large_as_the_service_takes(said: object, batch: int) -> None:
    assert manifest_of(MANIFEST | {"batchSize": said}).batch == batch


@pytest.mark.parametrize(
    ("space", "id_", "iri"),
    [
        ("http://www.wikidata.org/entity/", "Q1", "http://www.wikidata.org/entity/Q1"),
        ("https://names.example/list#", "a-1", "https://names.example/list#a-1"),
        ("https://names.example/entity/", "https://names.example/entity/Q1", "https://names.example/entity/Q1"),
        ("https://names.example/about", "Q1", "Q1"),
        ("", "Q1", "Q1"),
        ("https://names.example/", "two words", "two words"),
    ],
)
def test_ids_are_iris_where_the_service_has_some(space: str, id_: str, iri: str) -> None:
    assert Manifest("Names", space, 10).iri(id_) == iri


def test_types_of_old_services_are_ids_alone() -> None:
    answer = {"q0": {"result": [candidate("Q1", "Mira Solen", 1, type=["Q5", HUMAN])]}}
    ((found,),) = answers_of(answer, ["Mira Solen"])
    assert found.types == (("Q5", ""), ("Q5", "human"))
