"""A reconciliation service over HTTP: a request for its description, one for each batch of names, each with an end."""

import json
import time
from collections.abc import Callable, Sequence
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from kg.errors import ConfigError, ServiceError
from kg.reconciliation.protocol import Candidate, Manifest, answers_of, manifest_of, plain_words, questions

WIKIDATA = "https://wikidata.reconci.link/en/api"
"""The reconciliation service of Wikidata, in English."""

_LARGEST = 10_000_000
"""Bytes of the largest answer."""

_HEADERS = {"Accept": "application/json", "User-Agent": "conflict-kg (reconciliation client)"}


class Service:
    """The service at an address; nothing is sent before it is asked something."""

    def __init__(self, url: str, *, timeout: float = 20.0) -> None:
        """Speak to the service at `url`; an answer may take `timeout` seconds.

        Raises:
            ConfigError: that is no address of a service.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
            raise ConfigError(f"{url}: no address of a service; write it as {WIKIDATA}")
        self.url = url
        self._timeout = timeout
        self._opener = _opener()

    def manifest(self) -> Manifest:
        """Ask the service for its description.

        Raises:
            ServiceError: it does not answer, or is no reconciliation service.
        """
        return self._read(manifest_of, self._ask(None))

    def ask(self, names: Sequence[str], *, limit: int = 5) -> list[tuple[Candidate, ...]]:
        """Ask about `names`, no more than fit into one request, and return the candidates for each, the best first.

        Raises:
            ServiceError: it does not answer, or not as the protocol says.
        """
        answer = self._ask(urlencode({"queries": questions(names, limit=limit)}).encode())
        return self._read(lambda value: answers_of(value, names), answer)

    def _read[Answer](self, read: Callable[[object], Answer], value: object) -> Answer:
        try:
            return read(value)
        except ServiceError as error:
            raise ServiceError(f"{self.url}: {error}") from error

    def _ask(self, body: bytes | None) -> object:
        """Send a request and return the JSON that comes back."""
        ends = time.monotonic() + self._timeout
        late = ServiceError(f"{self.url}: no answer in {self._timeout:g} seconds; try again, or allow more: --timeout")
        request = Request(self.url, data=body, headers=_HEADERS)  # noqa: S310 - http or https, see __init__
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                data = b""
                while piece := response.read1(65_536):
                    data += piece
                    if len(data) > _LARGEST:
                        raise ServiceError(f"{self.url}: answers with more than {_LARGEST} bytes; use another service")
                    if time.monotonic() > ends:
                        raise late
            return json.loads(data)
        except HTTPError as error:
            raise ServiceError(f"{self.url}: {_refusal(error)}") from error
        except TimeoutError as error:
            raise late from error
        except (URLError, HTTPException, OSError) as error:
            if isinstance(error, URLError) and isinstance(error.reason, TimeoutError):
                raise late from error
            why = error.reason if isinstance(error, URLError) else error or type(error).__name__
            raise ServiceError(f"{self.url}: cannot be reached ({why}); look at the address and the network") from error
        except (ValueError, RecursionError) as error:
            raise ServiceError(f"{self.url}: answers with something that is no JSON; look at the address") from error


def _opener() -> OpenerDirector:
    """Return what sends requests, and follows no redirection: names go to the address that was given, and no other."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


def _refusal(error: HTTPError) -> str:
    """Say what the service answered in the place of an answer, and close the connection."""
    moved = error.headers.get("Location")
    error.close()
    if moved is not None:
        return f"sends on to {plain_words(moved)}; if that is right, give it with --service"
    return f"answers {error.code} {plain_words(error.reason)}; try again later, or another --service"
