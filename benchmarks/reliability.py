"""How often facts are right by how sure kg is of them: what a confidence means.

    python -m benchmarks.reliability                                  our own articles
    python -m benchmarks.reliability --bench FOLDER                   and the third-party sets that lie there
    python -m benchmarks.reliability --bench FOLDER --outputs DIR     read before, with KEEP=DIR of its all.sh
    python -m benchmarks.reliability --judged facts.jsonl             and facts that a person judged
    python -m benchmarks.reliability --by-rule                        by rule instead of by confidence

FOLDER has `score.py` and `data/*.jsonl`. Judged facts are what `sample_facts.py --json` prints, each line with one
more key, `right`. What "right" means of each kind, and of which facts a set tells nothing, stands in `judging.py`.
The sets are sparse, so that a share is a lower bound; a person's judgement is none.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.judging import Judged, Record, judge_own, judge_set, load_scorer
from kg.articles import read_articles
from kg.evaluation import load_corpus
from kg.extract.extractor import Extractor
from kg.records import Article
from kg.records.exchange import to_mapping

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
WANTED = 0.9
"""How often facts of at least SURE should be right."""

SURE = 0.8
_DATA = Path(__file__).parent.parent / "data"
_JUDGED_KINDS = {"Role": "roles", "Event": "whole events", "Statement": "statements"}


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="the folder of third-party sets")
    parser.add_argument("--sets", nargs="*", help="only these of them")
    parser.add_argument("--outputs", type=Path, help="a folder with NAME.out.jsonl for each set")
    parser.add_argument("--judged", type=Path, nargs="*", default=[], help="facts that a person judged")
    parser.add_argument("--by-rule", action="store_true")
    options = parser.parse_args()
    facts = [fact for path in options.judged for fact in _judged(path)]
    extractor = Extractor()
    corpus = load_corpus(_DATA / "articles", _DATA / "expected")
    facts += judge_own(corpus, extractor.extract(each.article for each in corpus))
    if options.bench:
        for path in sorted((options.bench / "data").glob("*.jsonl")):
            if not options.sets or path.stem in options.sets:
                facts += _judged_set(options.bench, path, options.outputs, extractor)
    print("\n".join(by_rule(facts) if options.by_rule else by_band(facts)))


def _judged(path: Path) -> Iterator[Judged]:
    """Yield the facts in `path`; a person judges an event with all that is told of it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["kind"] in _JUDGED_KINDS:
            rule, _, confidence = dict(fact["fields"])["rule"].rpartition(", confidence ")
            yield Judged("by a person", _JUDGED_KINDS[fact["kind"]], rule, float(confidence), fact["right"])


def _judged_set(bench: Path, path: Path, outputs: Path | None, extractor: Extractor) -> Iterator[Judged]:
    score = load_scorer(bench)
    gold = score.read_gold(path)
    records: dict[str, Record]
    if outputs is not None:
        records = score.read_system(outputs / f"{path.stem}.out.jsonl", gold)
    else:
        articles = (item for item in read_articles([path]) if isinstance(item, Article))
        records = {read.article.id: _plain(to_mapping(read)) for read in extractor.extract(articles)}
    yield from judge_set(score, path.stem, gold, records)


def _plain(record: dict[str, Any]) -> Record:
    """Return `record` as it is after a way through JSON: dates as text, tuples as lists."""
    plain: Record = json.loads(json.dumps(record, default=str))
    return plain


def by_band(facts: Iterable[Judged]) -> Iterator[str]:
    """Yield a Markdown table: a line for each kind and set, with the share that is right in each band of confidence."""
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for fact in facts:
        groups[fact.kind, fact.source].append(fact)
    heads = [f"{low:.1f} to {high:.1f}" for low, high in pairwise(BANDS)]
    heads = [f"below {BANDS[1]:.1f}", *heads[1:-1], f"{BANDS[-2]:.1f} to 1.0", f"at least {SURE}"]
    yield f"| kind | judged by | {' | '.join(heads)} |"
    yield f"|{'---|' * (len(heads) + 2)}"
    for (kind, source), group in sorted(groups.items()):
        cells = [_share(group, low, high) for low, high in pairwise(BANDS)]
        yield f"| {kind} | {source} | {' | '.join([*cells, _share(group, SURE, BANDS[-1])])} |"


def _share(facts: Iterable[Judged], low: float, high: float) -> str:
    here = [fact.right for fact in facts if low <= fact.confidence < high]
    return f"{sum(here) / len(here):.2f} of {len(here)}" if here else ""


def by_rule(facts: Iterable[Judged]) -> Iterator[str]:
    """Yield a Markdown table: a line for each rule, the most frequent first, with what it claims and what is right."""
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for fact in facts:
        groups[fact.kind, fact.rule].append(fact)
    yield "| kind | rule | facts | claimed | right | smoothed |"
    yield "|---|---|---|---|---|---|"
    for (kind, rule), group in sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        claimed, right = sum(fact.confidence for fact in group) / len(group), sum(fact.right for fact in group)
        smoothed = (right + 1) / (len(group) + 2)  # Laplace: two facts that nobody saw, one of them right
        yield f"| {kind} | {rule} | {len(group)} | {claimed:.2f} | {right / len(group):.2f} | {smoothed:.2f} |"


if __name__ == "__main__":
    main()
