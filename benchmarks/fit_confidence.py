"""Measure what each doubt takes off the confidence of an event, on annotated articles and on events that were judged.

    python -m benchmarks.fit_confidence --bench FOLDER --judged facts.jsonl --articles articles.jsonl

Judged facts are what `sample_facts.py --json` printed of those articles, each line with one more key, `right`. Fits a
logistic regression of "right with all that is told" on the doubts, by Newton's method, with a small penalty on large
figures. Each third-party set has an intercept of its own, so that a set whose annotation is sparse or strict says which
doubts matter, and only the judged events say how often events are right at all. Prints what to write into
`kg/extract/events/confidence.py`.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.judging import judge_set, load_scorer
from kg.articles import read_articles
from kg.evaluation import load_corpus
from kg.evaluation.judge import judge
from kg.extract.events import component
from kg.extract.events.confidence import DOUBTS, Told, doubts_of
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit
from kg.extract.extractor import Extractor
from kg.records import Article, Extraction
from kg.records.exchange import to_mapping

_DATA = Path(__file__).parent.parent / "data"
_SETS = ("events-wikievents", "events-rams")
_WEIGHT = 3.0
"""How many annotated events a judged one counts for."""

_PENALTY = 3.0
_STEPS = 30


class Row(NamedTuple):
    """One event: the set it is from, its doubts, and whether it is right."""

    source: str
    doubts: frozenset[str]
    right: bool


class Reader:
    """Reads articles and keeps the doubts of each event."""

    def __init__(self) -> None:
        """Load the pipeline."""
        self._extractor = Extractor()
        self._seen: list[frozenset[str]] = []

    def read(self, article: Article) -> tuple[Extraction, dict[str, frozenset[str]]]:
        """Return the extraction of `article`, and the doubts of its events by their ids."""
        self._seen.clear()
        with patch.object(component, "confidence_of", self._number):
            (read,) = self._extractor.extract([article])
        return read, {event.id: self._seen[int(event.confidence)] for event in read.events}

    def _number(self, tree: Tree, hit: Hit, told: Told) -> float:
        """Give an event its number for a confidence."""
        self._seen.append(frozenset(doubts_of(tree, hit, told)))
        return len(self._seen) - 1


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="the folder of third-party sets")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="the articles of the judged facts")
    parser.add_argument("--judged", type=Path, nargs="*", default=[], help="facts that a person judged")
    options = parser.parse_args()
    reader = Reader()
    rows = [*_own(reader), *_judged(reader, options.articles, options.judged)]
    if options.bench:
        rows += _third_party(reader, options.bench)
    figures, certain = fit(rows)
    print(f"WITHOUT_DOUBT = {certain:.2f}")
    for doubt, figure in figures.items():
        here = [row for row in rows if doubt in row.doubts]
        print(f'    "{doubt}": {figure:.2f},  # {sum(row.right for row in here)} of {len(here)} right')


def _own(reader: Reader) -> Iterator[Row]:
    for expected in load_corpus(_DATA / "articles", _DATA / "expected"):
        read, doubts = reader.read(expected.article)
        for verdict in judge(expected, read):
            if verdict.kind == "whole events":
                yield Row("own", doubts[verdict.fact.id], verdict.right)


def _third_party(reader: Reader, bench: Path) -> Iterator[Row]:
    score = load_scorer(bench)
    for name in _SETS:
        path = bench / "data" / f"{name}.jsonl"
        records = {}
        doubts: dict[tuple[str, str], frozenset[str]] = {}
        for article in read_articles([path]):
            if isinstance(article, Article):
                read, found = reader.read(article)
                records[article.id] = json.loads(json.dumps(to_mapping(read), default=str))
                doubts |= {(article.id, key): value for key, value in found.items()}
                for event in records[article.id]["events"]:
                    event["rule"] = f"{article.id}\t{event['id']}"
        for fact in judge_set(score, name, score.read_gold(path), records):
            if fact.kind == "whole events":
                article_id, _, key = fact.rule.partition("\t")
                yield Row(name, doubts[article_id, key], fact.right)


def _judged(reader: Reader, articles: list[Path], judged: list[Path]) -> Iterator[Row]:
    """Yield the judged events that are still found: of the same class at the same place."""
    texts = {article.id: article for article in read_articles(articles) if isinstance(article, Article)}
    for path in judged:
        for fact in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if fact["kind"] == "Event" and fact["article"] in texts:
                read, doubts = reader.read(texts[fact["article"]])
                kind = dict(fact["fields"])["type"].partition(":")[0]
                same = [event.id for event in read.events if (event.type, event.trigger.start) == (kind, fact["at"])]
                if same:
                    yield Row("judged", doubts[same[0]], fact["right"])


def fit(rows: list[Row]) -> tuple[dict[str, float], float]:
    """Return what each doubt takes off the log odds, and the log odds of judged events without any."""
    sources = sorted({row.source for row in rows} - {"judged"})
    table = np.array(
        [
            [-float(doubt in row.doubts) for doubt in DOUBTS] + [float(row.source == name) for name in sources] + [1.0]
            for row in rows
        ]
    )
    right = np.array([float(row.right) for row in rows])
    weights = np.array([_WEIGHT if row.source == "judged" else 1.0 for row in rows])
    found = _logistic(table, right, weights, penalised=len(DOUBTS))
    return dict(zip(DOUBTS, found.tolist(), strict=False)), float(found[-1])


def _logistic(
    table: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64], *, penalised: int
) -> NDArray[np.float64]:
    """Return the coefficients of the columns of `table`, the first `penalised` of them kept small."""
    size = table.shape[1]
    penalty = np.diag([_PENALTY] * penalised + [0.01] * (size - penalised))
    found = np.zeros(size)
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (share - right)) + penalty @ found
        curve = (table * (weights * share * (1 - share))[:, None]).T @ table + penalty
        found = found - np.linalg.solve(curve, slope)
    return found


if __name__ == "__main__":
    main()
