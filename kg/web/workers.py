"""The processes that ask the store, each of which is ended when a query takes too long or too much memory.

Nothing can stop a query that Oxigraph is running but the end of its process. A worker therefore sets an alarm before
each query; when it rings, the process is gone, also where the server itself has died meanwhile. The server then starts
another. Workers open the store for reading only, and again when `kg add` or another command has changed it.
"""

import resource
import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue

from kg.errors import KgError
from kg.store import OxigraphStore, read_store
from kg.web.answering import Answer, Filling, Question, answer, fill, problem
from kg.workspace import GraphFolder, open_workspace

WORKERS = 2
"""Queries that are answered at a time; the next ones wait."""

MEMORY = 2 * 1024**3
"""Bytes that one worker may have for its data."""

_SPAWN = get_context("spawn")


class Pool:
    """Workers for the graph in a folder; close it when done."""

    def __init__(self, folder: Path, *, timeout: float, limit: int, size: int = WORKERS) -> None:
        """Start the workers.

        Args:
            folder: the workspace.
            timeout: seconds that one query may take, and that it may wait for a worker.
            limit: rows or triples of one answer.
            size: number of workers.
        """
        self._timeout = timeout
        self._workers = [_Worker(folder, timeout, limit) for _ in range(size)]
        self._idle: Queue[_Worker] = Queue()
        for worker in self._workers:
            self._idle.put(worker)

    def ask(self, question: Question | Filling) -> Answer:
        """Return the answer to `question`; from any thread."""
        try:
            worker = self._idle.get(timeout=self._timeout)
        except Empty:
            return problem(503, "the server is busy with other queries; try again later")
        try:
            return worker.ask(question)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers:
            worker.close()


class _Worker:
    """One process, and the next one once it has ended."""

    def __init__(self, folder: Path, timeout: float, limit: int) -> None:
        self._folder = folder
        self._timeout = timeout
        self._limit = limit
        self._closed = False
        self._start()

    def _start(self) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        arguments = (theirs, self._folder, self._timeout, self._limit)
        self._process = _SPAWN.Process(target=work, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: Question | Filling) -> Answer:
        if self._closed:
            return problem(503, "the server is closing")
        if not self._process.is_alive():
            self._start()
        try:
            self._connection.send(question)
            found: Answer = self._connection.recv()
        except (EOFError, ConnectionError):
            return self._ended()
        return found

    def _ended(self) -> Answer:
        self._process.join()
        status = self._process.exitcode
        self._connection.close()
        if self._closed:
            return problem(503, "the server is closing")
        self._start()
        if status == -signal.SIGALRM:
            return problem(503, f"the query was stopped after {self._timeout:g} seconds; ask for less")
        return problem(503, "the query was stopped because it needs too much memory; ask for less")

    def close(self) -> None:
        self._closed = True
        self._process.kill()
        self._process.join()


class _Graph:
    """The store of a workspace, opened again when it is another."""

    def __init__(self, folder: Path) -> None:
        self._workspace: GraphFolder = open_workspace(folder)
        self._store: OxigraphStore | None = None
        self._key: str | None = None

    def store(self) -> OxigraphStore:
        """Return the store as it is now; while it is being changed, as it was before.

        Raises:
            WorkspaceError: there is none yet.
        """
        key = self._workspace.store_key()
        if self._store is None or key not in {None, self._key}:
            self._store = read_store(self._workspace.store_folder)
            self._key = key
        return self._store


def work(questions: Connection, folder: Path, timeout: float, limit: int) -> None:
    """Answer `questions` until nobody asks any more: the life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    graph = _Graph(folder)
    while True:
        try:
            question = questions.recv()
        except EOFError:
            return
        try:
            store = graph.store()
            signal.setitimer(signal.ITIMER_REAL, timeout)
            found = fill(store, question) if isinstance(question, Filling) else answer(store, question, limit=limit)
        except KgError as error:
            found = problem(503, str(error))
        except MemoryError:
            found = problem(503, "the query was stopped because it needs too much memory; ask for less")
        signal.setitimer(signal.ITIMER_REAL, 0)
        questions.send(found)
