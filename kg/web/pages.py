"""The pages of `kg view` beside the query page: served as they lie on disk, and found for the things of an answer."""

import json
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.views.addresses import page_of
from kg.views.site import MANIFEST
from kg.web.protocol import read_body, read_text

SITE = "/site/"
"""Where the pages lie on the server."""

_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_MISSING = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No such page</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body><main><h1>No such page</h1>
<p>The pages are older than the graph, or not written yet. <code>kg view</code> writes them anew.</p>
<p><a href="/">Ask the graph</a></p></main></body>
</html>
"""


def page_routes(site: Path) -> list[Route]:
    """Return the routes of the pages in the folder `site`; `kg view` may write them while the server runs."""

    def page(request: Request) -> Response:
        return _page(site, request.path_params["path"] or "index.html")

    async def addresses(request: Request) -> Response:
        asked = read_text(await read_body(request)).splitlines()
        return JSONResponse(await run_in_threadpool(_addresses, site, asked))

    return [Route(f"{SITE}{{path:path}}", page), Route("/pages", addresses, methods=["POST"])]


def has_pages(site: Path) -> bool:
    """Return whether `kg view` has written pages into the folder `site`."""
    return "index.html" in _written(site)


def _page(site: Path, name: str) -> Response:
    """Return a file that `kg view` wrote; whatever else lies in the folder is nobody's business."""
    path = site / name
    is_ours = name in _written(site) and path.resolve().is_relative_to(site.resolve())
    if not is_ours or not path.is_file():
        return HTMLResponse(_MISSING, status_code=HTTPStatus.NOT_FOUND, headers=_HEADERS)
    body = path.read_bytes()
    if path.suffix == ".html":  # the pages lead back to where they are asked, which they have not when opened from disk
        body = body.replace(b'<html lang="en"', b'<html lang="en" data-ask="/"', 1)
    return Response(body, media_type=_TYPES.get(path.suffix, "application/octet-stream"), headers=_HEADERS)


def _addresses(site: Path, asked: list[str]) -> dict[str, str]:
    """Return the addresses of those of the IRIs that have a page."""
    written = _written(site)
    return {iri: SITE + page for iri in dict.fromkeys(asked) if (page := page_of(iri)) in written}


def _written(site: Path) -> frozenset[str]:
    """Return the names of the files that `kg view` wrote, none where it has not."""
    try:
        stamp = (site / MANIFEST).stat()
        return _listed(site / MANIFEST, stamp.st_mtime_ns, stamp.st_ino)
    except FileNotFoundError:
        return frozenset()


@lru_cache(maxsize=2)
def _listed(manifest: Path, _changed: int, _inode: int) -> frozenset[str]:
    return frozenset(json.loads(manifest.read_text(encoding="utf-8"))["files"])
