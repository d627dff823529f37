"""The web application and the server that runs it."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from kg.web.answering import Answer, Filling, Question
from kg.web.guard import Guard
from kg.web.pages import page_routes
from kg.web.protocol import CUT_HEADER, Endpoint
from kg.web.query_page import query_page_routes
from kg.web.workers import Pool

ENDPOINT = "/sparql"
"""The path of the SPARQL endpoint."""


def make_app(
    ask: Callable[[Question | Filling], Answer], *, site: Path, host: str, limit: int, cors: str | None = None
) -> Starlette:
    """Return the application that answers by `ask`.

    Args:
        ask: `Pool.ask`.
        site: the folder of the pages that `kg view` writes; it need not be there.
        host: where the server listens, which is one of the names that it answers under.
        limit: rows of one answer, as `ask` gives them.
        cors: the origin (https://example.org) whose pages may read answers in a visitor's browser; "*" for all.
    """
    middleware = [Middleware(Guard, host=host)]
    if cors is not None:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=[cors],
                allow_methods=["GET", "POST"],
                allow_headers=["Content-Type"],
                expose_headers=[CUT_HEADER],
            )
        )
    endpoint = Endpoint(ask, limit=limit)
    routes = [
        Route(ENDPOINT, endpoint.respond, methods=["GET", "POST"]),
        *query_page_routes(ask, endpoint=ENDPOINT, site=site),
        *page_routes(site),
    ]
    return Starlette(routes=routes, middleware=middleware)


class _Server(uvicorn.Server):
    """Ends the running queries before it waits for their requests to end."""

    def __init__(self, config: uvicorn.Config, pool: Pool) -> None:
        super().__init__(config)
        self._pool = pool

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._pool.close()
        await super().shutdown(sockets)


def serve(  # noqa: PLR0913 - each is an option of the command
    folder: Path,
    *,
    site: Path,
    host: str,
    port: int,
    timeout: float,
    limit: int,
    cors: str | None,
    listening: Callable[[str], None],
) -> None:
    """Answer requests until the process is told to stop (SIGINT, SIGTERM).

    Args:
        folder: the workspace; its store must be there.
        site: as `make_app` takes it.
        host: the name or address to listen on.
        port: 0 for any that is free.
        timeout: seconds that a query may take.
        limit: rows or triples of one answer.
        cors: as `make_app` takes it.
        listening: is called with the server's address once connections are taken.

    Raises:
        OSError: the port is taken, or the host is not this computer's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        pool = Pool(folder, timeout=timeout, limit=limit)
        try:
            name = f"[{host}]" if ":" in host else host
            listening(f"http://{name}:{listener.getsockname()[1]}/")
            config = uvicorn.Config(
                make_app(pool.ask, site=site, host=host, limit=limit, cors=cors),
                ws="none",
                lifespan="off",
                log_config=None,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=3,
            )
            _Server(config, pool).run(sockets=[listener])
        finally:
            pool.close()
