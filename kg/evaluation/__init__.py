"""Score extraction against facts that people wrote down by reading our own articles (`data/`).

`evaluate(articles, expected, extractor)` returns a `Table`; `render` turns it into lines; `shortfalls` says where it is
below the floors. `python -m kg.evaluation` and `kg eval` do all three.
"""

from kg.evaluation.compare import compare
from kg.evaluation.corpus import digest, evaluate, load_corpus
from kg.evaluation.expected import load_expected
from kg.evaluation.floors import Floors, read_floors, shortfalls, write_floors
from kg.evaluation.scores import Score, Table, render, total

__all__ = [
    "Floors",
    "Score",
    "Table",
    "compare",
    "digest",
    "evaluate",
    "load_corpus",
    "load_expected",
    "read_floors",
    "render",
    "shortfalls",
    "total",
    "write_floors",
]
