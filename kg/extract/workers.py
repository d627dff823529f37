"""Articles to lines of JSON in several processes, each of which does text to record whole.

A worker is this module run as a program (`python -m kg.extract.workers MODEL`). Articles go in and answers come out as
lines of JSON, a blank line after each batch. No parsed text crosses from process to process, which is what makes
spaCy's own `n_process` slow, and a worker whose parent is killed reads the end of its input and ends too.
"""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import asdict
from itertools import batched, chain, islice
from queue import SimpleQueue
from typing import IO, NoReturn, Self

from kg.errors import InputError, KgError, ModelError
from kg.records import Article

Answer = str | InputError
"""A record as a line of JSON, or why there is none."""

BATCH = 8
"""Articles that a worker gets at a time: enough for the model to work at full speed, few enough to share out evenly."""

WORTH_A_PROCESS = 2 * BATCH
"""Articles below which a further process gains nothing: each takes seconds to load the model."""

_RECORD, _REFUSED, _NO_MODEL = "record ", "refused ", "no-model "
"""What an answer begins with; the rest of the line is JSON."""

_ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Threads of several workers would only get in each other's way."""

type _Batch = tuple[Article, ...]
type _Answered = list[tuple[Article, Answer]]


def extract_lines(articles: Iterable[Article], *, model: str, workers: int) -> Iterator[tuple[Article, Answer]]:
    """Yield each article with its record, in input order.

    Args:
        articles: taken a few batches ahead of what has been yielded.
        model: what `kg.extract.pipeline.build_pipeline` takes.
        workers: how many processes to use at most; few articles are read in this one.

    Raises:
        ModelError: the pipeline is not installed or cannot be used.
        KgError: a worker was killed.
    """
    rest = iter(articles)
    first = list(islice(rest, WORTH_A_PROCESS * workers))
    useful = min(workers, len(first) // WORTH_A_PROCESS)
    batches = batched(chain(first, rest), BATCH)
    if useful > 1:
        yield from _in_workers(batches, model, useful)
    elif first:
        yield from _here(batches, model)


def _here(batches: Iterable[_Batch], model: str) -> Iterator[tuple[Article, Answer]]:
    from kg.extract.extractor import Extractor  # noqa: PLC0415 - takes a second, and only those who read need it

    extractor = Extractor(model)
    for batch in batches:
        yield from zip(batch, extractor.lines(batch), strict=True)


def _in_workers(batches: Iterable[_Batch], model: str, workers: int) -> Iterator[tuple[Article, Answer]]:
    """Share out the batches; a thread here waits for each worker."""
    idle: SimpleQueue[_Worker] = SimpleQueue()

    def read(batch: _Batch) -> _Answered:
        worker = idle.get()
        try:
            return list(zip(batch, worker.read(batch), strict=True))
        finally:
            idle.put(worker)

    with ExitStack() as stack:
        fleet = [stack.enter_context(_Worker(model)) for _ in range(workers)]
        threads = ThreadPoolExecutor(workers)
        stack.callback(threads.shutdown, cancel_futures=True)
        for worker in fleet:
            stack.callback(worker.kill)  # first, so that no thread waits for it any longer
            idle.put(worker)
        waiting: deque[Future[_Answered]] = deque()
        for batch in batches:
            waiting.append(threads.submit(read, batch))
            if len(waiting) > 2 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


class _Worker:
    """One process that reads articles; leaving its context ends it."""

    def __init__(self, model: str) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", "kg.extract.workers", model],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _ONE_CORE | {"PYTHONPATH": paths},
            text=True,
            encoding="utf-8",
            process_group=0,  # Ctrl-C reaches the parent alone, which then ends us
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):  # what was on its way to a worker that died
                if pipe is not None:
                    pipe.close()

    def kill(self) -> None:
        """End the process, which holds nothing that could be lost."""
        self._process.kill()

    def read(self, batch: _Batch) -> Iterator[Answer]:
        """Yield the answer to each article of `batch`."""
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        if pipe_in is None or pipe_out is None:
            raise KgError("a worker has no pipes")
        with suppress(BrokenPipeError):  # it has died, which is told when we read
            pipe_in.writelines(json.dumps(asdict(article)) + "\n" for article in batch)
            pipe_in.write("\n")
            pipe_in.flush()
        for _ in batch:
            line = pipe_out.readline()
            if line.startswith(_RECORD):
                yield line.removeprefix(_RECORD).rstrip("\n")
            elif line.startswith(_REFUSED):
                source, problem = json.loads(line.removeprefix(_REFUSED))
                yield InputError(source, problem)
            else:
                self._fail(line)

    def _fail(self, line: str) -> NoReturn:
        if line.startswith(_NO_MODEL):
            raise ModelError(json.loads(line.removeprefix(_NO_MODEL)))
        status = self._process.wait()
        if status < 0:
            raise KgError(
                f"a reading process was killed (signal {-status}); if memory ran out, use fewer (--workers 1), "
                "then run the same command again: what was read is kept"
            )
        raise KgError(f"a reading process failed (status {status}); what it said stands above")


def main() -> None:
    """Answer batches of articles on standard input until it ends."""
    from kg.extract.extractor import Extractor  # noqa: PLC0415 - a parent that starts workers needs no spaCy

    # Where the parent was killed, nobody waits for the answer on its way.
    with suppress(BrokenPipeError), os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # nothing that a library prints gets among the answers
        try:
            extractor = Extractor(sys.argv[1])
        except ModelError as error:
            answers.write(f"{_NO_MODEL}{json.dumps(str(error))}\n")
            return
        for batch in _batches(sys.stdin.buffer):
            answers.writelines(_line(answer) for answer in extractor.lines(batch))
            answers.flush()


def _batches(stream: IO[bytes]) -> Iterator[list[Article]]:
    batch = []
    for line in stream:
        if line.strip():
            batch.append(Article(**json.loads(line)))
        else:
            yield batch
            batch = []


def _line(answer: Answer) -> str:
    if isinstance(answer, InputError):
        return f"{_REFUSED}{json.dumps([answer.source, answer.problem])}\n"
    return f"{_RECORD}{answer}\n"


if __name__ == "__main__":
    main()
