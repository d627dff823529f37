"""The query page: what it knows from the start, its files, and named queries with their parameters filled in."""

import re
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from kg.queries import NamedQuery, load, names
from kg.rdf import ontology_quads
from kg.resources import templates_folder
from kg.views.shell import embedded, environment
from kg.vocabulary import EVENT_CLASSES, EVENT_GROUPS, PREFIXES
from kg.web.answering import Answer, Filling
from kg.web.pages import SITE, has_pages

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'"
)
_ASSETS = {
    "site.css": "text/css",
    "ask.css": "text/css",
    "ask.js": "text/javascript",
    "ask-answer.js": "text/javascript",
    "ask-editor.js": "text/javascript",
    "ask-pages.js": "text/javascript",
}
_FOR_PAGES = ("page-", "network-")
"""How the names of queries begin that only serve the pages of `kg view`."""

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_MEANINGS = ("http://www.w3.org/2004/02/skos/core#definition", "http://www.w3.org/2000/01/rdf-schema#comment")
_PREFIXED = re.compile(rf"\b(?:{'|'.join(PREFIXES)}):[A-Za-z][\w-]*")


def query_page_routes(fill: Callable[[Filling], Answer], *, endpoint: str, site: Path) -> list[Route]:
    """Return the routes of the query page.

    Args:
        fill: gives the SPARQL of a named query.
        endpoint: what the page asks.
        site: the folder of the pages of `kg view`, to which it links once they are there.
    """

    async def filled(request: Request) -> Response:
        filling = Filling(name=request.path_params["name"], values=tuple(request.query_params.items()))
        answer = await run_in_threadpool(fill, filling)
        return Response(answer.body, status_code=answer.status, headers={"Content-Type": answer.content_type})

    def page(_: Request) -> Response:
        return HTMLResponse(
            _page(endpoint, has_pages(site)), headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
        )

    return [
        Route("/", page),
        Route("/assets/{name}", _asset),
        Route("/queries/{name}", filled),
    ]


@cache
def _page(endpoint: str, has_site: bool) -> str:  # noqa: FBT001 - a cached function's arguments are its key
    known = {
        "endpoint": endpoint,
        "pages": "/pages" if has_site else "",
        "prefixes": PREFIXES,
        "terms": _terms(),
        "classes": sorted((*EVENT_GROUPS, *EVENT_CLASSES)),
        "queries": [_described(load(name)) for name in names() if not name.startswith(_FOR_PAGES)],
    }
    return environment().get_template("ask.html").render(known=embedded(known), site=SITE if has_site else "")


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _ASSETS:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    text = (templates_folder() / name).read_text(encoding="utf-8")
    return Response(text, media_type=_ASSETS[name], headers={"Cache-Control": "no-cache"})


def _described(query: NamedQuery) -> dict[str, object]:
    return {
        "name": query.name,
        "title": query.title,
        "question": query.question,
        "parameters": [
            {"name": one.name, "kind": one.kind, "required": one.required, "meaning": one.meaning}
            for one in query.parameters
        ],
    }


def _terms() -> list[tuple[str, str]]:
    """Return what completion offers: terms of the ontology with their meaning, and others that named queries use."""
    meanings: dict[str, str] = {}
    for quad in ontology_quads():
        subject, value = str(getattr(quad.subject, "value", "")), str(getattr(quad.object, "value", ""))
        short = f"ckg:{subject.removeprefix(PREFIXES['ckg'])}"
        if not subject.startswith(PREFIXES["ckg"]) or not _PREFIXED.fullmatch(short):
            continue
        if quad.predicate.value in _MEANINGS or (quad.predicate.value == _LABEL and short not in meanings):
            meanings[short] = value
    for name in names():
        for short in _PREFIXED.findall(load(name).body):
            meanings.setdefault(short, "")
    return sorted(meanings.items())
