"""Headers that keep other web pages out: who may ask (Host), and what a browser may do with an answer."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'"


class Guard:
    """Refuses requests under names that are not this server's, and adds headers to what is sent.

    A page on the web can give its own host name our address (DNS rebinding) and would then read the graph through
    the visitor's browser; the browser still sends that name as Host. Addresses cannot be rebound.
    """

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        """Guard `app`, which listens on `host`."""
        self._app = app
        self._names = {"localhost", host.lower(), socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the app, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                headers.setdefault("Content-Security-Policy", _ANSWER_POLICY)
            await send(message)

        if not self._knows(Headers(scope=scope).get("host", "")):
            refusal = PlainTextResponse(
                "this server does not answer under that name; use localhost or its address\n", status_code=421
            )
            await refusal(scope, receive, send_guarded)
            return
        await self._app(scope, receive, send_guarded)

    def _knows(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._names or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
