"""A server that the tests of this folder share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.running import Server, fresh_workspace, serving


@pytest.fixture(scope="session")
def graph_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with the one sample article."""
    return fresh_workspace(tmp_path_factory.mktemp("serve") / "ws")


@pytest.fixture(scope="session")
def server(graph_folder: Path) -> Iterator[Server]:
    """Return a server with the usual options, except for shorter limits."""
    with serving(graph_folder, "--timeout", "20", "--limit", "50") as running:
        yield running
