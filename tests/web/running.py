"""`kg serve` on a small graph, in a process of its own as users start it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.records.exchange import to_json
from kg.workspace import create_workspace
from tests.samples import extraction

ROOT = Path(__file__).parents[2]


class Server:
    """A running `kg serve`: its address, and its process."""

    def __init__(self, address: str, process: subprocess.Popen[str]) -> None:
        self.address = address
        self.endpoint = f"{address}sparql"
        self.process = process

    def stop(self) -> tuple[int, str]:
        """Stop it as Ctrl-C does; return its exit status and what it said on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """Run a server on a free port until the context is left."""
    command = [sys.executable, "-m", "kg", "serve", "--workspace", str(folder), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=folder.parent
    ) as process:
        assert process.stdout is not None
        server = Server(process.stdout.readline().strip(), process)
        try:
            assert server.address.startswith("http://"), process.communicate(timeout=20)
            yield server
        finally:
            if process.poll() is None:
                server.stop()


def fresh_workspace(folder: Path) -> Path:
    """Make a workspace with the one sample article."""
    workspace = create_workspace(folder)
    record = extraction()
    workspace.add(record.article, to_json(record), reader="r")
    return workspace.folder
