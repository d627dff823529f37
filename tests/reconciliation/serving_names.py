"""A reconciliation service on this machine: it speaks the protocol, and misbehaves when told to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "Names of Velmora",
    "identifierSpace": "https://names.example/entity/",
    "schemaSpace": "https://names.example/property/",
    "batchSize": 2,
}
HUMAN = {"id": "Q5", "name": "human"}

type Reply = tuple[int, dict[str, str], bytes]


def candidate(id_: str, name: str, score: float, **more: object) -> dict[str, object]:
    return {"id": id_, "name": name, "score": score, "match": score > 90, "type": [HUMAN], **more}


class Names:
    """What the service knows and does, and what it was asked."""

    def __init__(self, known: dict[str, list[dict[str, object]]]) -> None:
        self.known = known
        self.manifest: Any = MANIFEST
        self.asked: list[tuple[str, bytes]] = []
        self.instead: Callable[[list[str]], Reply | None] = lambda _: None
        self.leave = threading.Event()
        self.url = ""

    @property
    def names(self) -> list[list[str]]:
        """The names of each batch that came."""
        bodies = [parse_qs(body.decode(), strict_parsing=True) for method, body in self.asked if method == "POST"]
        return [[query["query"] for query in json.loads(body["queries"][0]).values()] for body in bodies]

    def reply(self, method: str, body: bytes) -> Reply:
        self.asked.append((method, body))
        names = self.names[-1] if method == "POST" else []
        if (other := self.instead(names)) is not None:
            return other
        answer = (
            self.manifest
            if method == "GET"
            else {f"q{number}": {"result": self.known.get(name, [])} for number, name in enumerate(names)}
        )
        return 200, {}, json.dumps(answer).encode()


@contextmanager
def serving_names(known: dict[str, list[dict[str, object]]]) -> Iterator[Names]:
    """Run the service on a free port until the context is left."""
    names = Names(known)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            status, headers, data = names.reply(self.command, body)
            self.send_response(status)
            for header, value in headers.items():
                self.send_header(header, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    names.url = f"http://127.0.0.1:{server.server_port}/api"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield names
    finally:
        names.leave.set()
        server.shutdown()
        thread.join()
        server.server_close()
