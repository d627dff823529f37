"""The SPARQL 1.1 Protocol: what a request asks, and the answer as a response (https://www.w3.org/TR/sparql11-protocol/)."""

from collections import defaultdict
from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.web.answering import Answer, Question, unacceptable, write_triples
from kg.web.description import describe
from kg.web.media import TRIPLES, choose

LARGEST_BODY = 1_000_000
"""Bytes of a request that are read; longer ones are refused."""

CUT_HEADER = "KG-Cut-At"
"""The response header that gives the row limit where an answer has been cut at it."""

_READS_ONLY = "this server only reads: SPARQL updates are refused; change the graph with kg add, remove, same, wrong"
_MOST_PARAMETERS = 100
_LARGEST_PASSED_OVER = 16 * LARGEST_BODY


class Endpoint:
    """Answers requests by `ask`."""

    def __init__(self, ask: Callable[[Question], Answer], *, limit: int) -> None:
        """Tell in responses that `ask` gives no more than `limit` rows."""
        self._ask = ask
        self._limit = limit

    async def respond(self, request: Request) -> Response:
        """Return the response to a request; a GET that asks nothing gets the service description."""
        question = await read_question(request)
        if question is None:
            return self._response(_description(request))
        return self._response(await run_in_threadpool(self._ask, question))

    def _response(self, answer: Answer) -> Response:
        headers = {"Content-Type": answer.content_type, "Vary": "Accept", "Cache-Control": "no-cache"}
        if answer.cut:
            headers[CUT_HEADER] = str(self._limit)
        return Response(answer.body, status_code=answer.status, headers=headers)


async def read_question(request: Request) -> Question | None:
    """Return what `request` asks, None for a GET without parameters.

    Raises:
        HTTPException: it does not keep to the protocol, is too large, or wants to change the graph.
    """
    parameters = _parameters(request.url.query)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        match kind:
            case "application/x-www-form-urlencoded":
                parameters = _parameters(read_text(await read_body(request)))
            case "application/sparql-query":
                if "query" in parameters:
                    raise HTTPException(400, "the query is in the body; leave it out of the address")
                parameters["query"] = [read_text(await read_body(request))]
            case "application/sparql-update":
                raise HTTPException(403, _READS_ONLY)
            case _:
                raise HTTPException(
                    415, "POST takes application/x-www-form-urlencoded or application/sparql-query, in UTF-8"
                )
    if "update" in parameters:
        raise HTTPException(403, _READS_ONLY)
    queries = parameters.get("query", [])
    if not queries and request.method != "POST":
        return None
    if len(queries) != 1:
        raise HTTPException(400, f"give one query; there are {len(queries)}")
    return Question(
        sparql=queries[0],
        accept=",".join(request.headers.getlist("accept")),
        default_graphs=tuple(parameters.get("default-graph-uri", ())),
        named_graphs=tuple(parameters.get("named-graph-uri", ())),
    )


def _parameters(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except ValueError as error:
        raise HTTPException(400, f"the parameters cannot be read: {error}") from error
    for name, value in pairs:
        found[name].append(value)
    return dict(found)


async def read_body(request: Request) -> bytes:
    """Return the body. One that is too large is read on for a while, for many clients send all before they listen.

    Raises:
        HTTPException: it is longer than `LARGEST_BODY`.
    """
    received, length = bytearray(), 0
    async for chunk in request.stream():
        length += len(chunk)
        if length <= LARGEST_BODY:
            received += chunk
        elif length > _LARGEST_PASSED_OVER:
            break
    if length > LARGEST_BODY:
        raise HTTPException(413, f"the request is longer than {LARGEST_BODY:,} bytes", {"Connection": "close"})
    return bytes(received)


def read_text(body: bytes) -> str:
    """Return `body` as text.

    Raises:
        HTTPException: it is not in UTF-8.
    """
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the request is not in UTF-8: {error.reason} at byte {error.start}") from error


def _description(request: Request) -> Answer:
    media = choose(",".join(request.headers.getlist("accept")), TRIPLES)
    if media is None:
        return unacceptable(TRIPLES)
    endpoint = str(request.url.replace(query="", fragment=""))
    return Answer(content_type=media.content_type, body=write_triples(describe(endpoint), media.form))
