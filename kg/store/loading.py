"""Fast loading: Oxigraph parses and writes in threads of its own while the next quads are being made.

Oxigraph lets go of Python's lock while it loads text, which it cannot do with quads that are Python objects.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pyoxigraph as ox

BATCH = 4_000_000
"""Characters loaded at a time, some 20,000 quads; each batch becomes files on disk, so that small ones are slow."""

THREADS = 2
"""Batches loaded at a time; one more is being made meanwhile, so that memory holds three."""


def load_in_threads(store: ox.Store, texts: Iterable[str]) -> None:
    """Load N-Quads into `store`.

    Raises:
        SyntaxError: a text is no N-Quads.
        OSError: the disk is full or fails.
    """
    with ThreadPoolExecutor(THREADS) as pool:
        waiting: deque[Future[None]] = deque()
        for batch in _batches(texts):
            if len(waiting) == THREADS:
                waiting.popleft().result()
            waiting.append(pool.submit(store.bulk_load, batch, ox.RdfFormat.N_QUADS, lenient=True))
        for loading in waiting:
            loading.result()


def _batches(texts: Iterable[str]) -> Iterator[str]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= BATCH:
            yield "".join(batch)
            batch, size = [], 0
    if batch:
        yield "".join(batch)
