"""What adding one article costs when 1,000, 10,000 and 50,000 are there already.

    python benchmarks/growth.py                       all three sizes (50,000 take half an hour to make)
    python benchmarks/growth.py --sizes 1000 10000

The articles are made up: an article of ours that was read once, told again and again with other people, towns, bodies,
days, outlets and figures, drawn with a fixed seed out of pools that grow with the square root of the number of
articles, as vocabularies do (Heaps' law); every tenth one is a copy of an earlier one under another outlet's name.
Reading the text with spaCy, which costs the same at any size, is left out: what is timed is everything after it, from
the record to the store that answers queries.
"""

import argparse
import math
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median

from kg.articles import read_articles
from kg.config import DEFAULT_MODEL
from kg.errors import InputError
from kg.extract.extractor import Extractor
from kg.records import Article, Entity, Extraction, Interval
from kg.records.exchange import to_json
from kg.upkeep import upkeep
from kg.vocabulary import ORGANIZATION_CLASSES
from kg.workspace import GraphFolder, create_workspace

SAMPLE = Path(__file__).parent.parent / "data" / "articles" / "sarvenia-02-market-lethuria-press.md"
MAKER = "benchmark"
SEED = 20_250_722
TRIES = 15
_SYLLABLES = "ba den kor lin mar nes or pel ran sol tav ul ver wes yar zem".split()


class Pool:
    """Names and days for `size` articles."""

    def __init__(self, size: int, choose: random.Random) -> None:
        """Draw with `choose`."""
        self._choose = choose
        self._people = [f"{self._word(2)} {self._word(3)}" for _ in range(8 * math.isqrt(size))]
        self._towns = [self._word(3) for _ in range(4 * math.isqrt(size))]
        self._outlets = [f"{self._word(2)} Herald" for _ in range(40)]
        self._days = [date(2020, 1, 1) + timedelta(days=n) for n in range(max(30, size // 20))]

    def retell(self, sample: Extraction, number: int) -> Extraction:
        """Return the sample's facts of other people, in other towns, on another day."""
        day = self._choose.choice(self._days)
        things = tuple(self._renamed(entity) for entity in sample.entities)
        when = Interval(earliest=day, latest=day)
        events = tuple(replace(event, when=when if event.when is not None else None) for event in sample.events)
        text = f"{number} {' '.join(thing.name for thing in things)} {sample.article.text}"
        words = text.split()
        self._choose.shuffle(words)
        text = (" ".join(words) + " " * len(sample.article.text))[: len(sample.article.text)]
        article = Article(
            id=f"article-{number}",
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            publisher=self._choose.choice(self._outlets),
            published=(day + timedelta(days=1)).isoformat(),
        )
        return replace(sample, article=article, entities=things, events=events)

    def copy(self, of: Extraction, number: int) -> Extraction:
        """Return what another outlet prints of it."""
        return replace(
            of, article=replace(of.article, id=f"article-{number}", publisher=self._choose.choice(self._outlets))
        )

    def _renamed(self, entity: Entity) -> Entity:
        if entity.type == "Person":
            return replace(entity, name=self._choose.choice(self._people), aliases=())
        if entity.type == "Place":
            return replace(entity, name=self._choose.choice(self._towns), aliases=(), same_as=())
        if entity.type in ORGANIZATION_CLASSES:
            return replace(entity, name=f"{self._choose.choice(self._towns)} {entity.name}", aliases=(), country=None)
        return entity

    def _word(self, syllables: int) -> str:
        return "".join(self._choose.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def stories(sample: Extraction, size: int, choose: random.Random) -> Iterator[Extraction]:
    """Yield `size` articles and a few to add to them."""
    pool = Pool(size, choose)
    before: list[Extraction] = []
    for number in range(size + TRIES):
        one = pool.copy(choose.choice(before), number) if before and number % 10 == 0 else pool.retell(sample, number)
        before = [*before[-50:], one]
        yield one


def add(workspace: GraphFolder, *read: Extraction) -> None:
    """Do what `kg add` does once the texts have been read."""
    with workspace.writing(), upkeep(workspace, maker=MAKER) as keeper:
        for extraction in read:
            added = workspace.add(extraction.article, to_json(extraction), reader=MAKER)
            for version in added.gone:
                keeper.drop(version)
            if added.into is not None:
                keeper.put(extraction)


def measure(sample: Extraction, size: int) -> None:
    """Print what one more article costs, and what all of them cost at once."""
    folder = Path(tempfile.mkdtemp(prefix="kg-growth-"))
    everything = stories(sample, size, random.Random(SEED))  # noqa: S311 - no secret
    workspace = create_workspace(folder / "workspace")
    began = time.perf_counter()
    add(workspace, *(next(everything) for _ in range(size)))
    building = time.perf_counter() - began
    seconds = []
    for extraction in everything:
        began = time.perf_counter()
        add(workspace, extraction)
        seconds.append(time.perf_counter() - began)
    print(f"{size:>8,} {building:>10.1f} {median(seconds):>10.3f} {max(seconds):>10.3f}", flush=True)
    shutil.rmtree(folder)


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    sizes = parser.parse_args().sizes
    (article,) = read_articles([SAMPLE])
    if isinstance(article, InputError):
        raise SystemExit(str(article))
    (sample,) = Extractor(DEFAULT_MODEL).extract([article])
    print(f"{'articles':>8} {'all, s':>10} {'one, s':>10} {'slowest':>10}")
    for size in sizes:
        measure(sample, size)


if __name__ == "__main__":
    main()
