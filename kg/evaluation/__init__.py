"""Score extraction against facts that people wrote down by reading our own articles (`data/`).

`evaluate(articles, expected, extractor)` returns a `Table`; `render` turns it into lines; `shortfalls` says where it is
below the floors. `python -m kg.evaluation` and `kg eval` do all three. `evaluate_across` does the same for what no
single article gives: who is who, what happened once, who says otherwise.
"""

from kg.evaluation.compare import compare
from kg.evaluation.corpus import digest, evaluate, load_corpus
from kg.evaluation.cross_document import CROSS_FLOORS, cross_digest, evaluate_across, outlook
from kg.evaluation.cross_expected import CrossDocument, load_cross_document
from kg.evaluation.expected import load_expected
from kg.evaluation.floors import Floors, read_floors, shortfalls, write_floors
from kg.evaluation.scores import Score, Table, render, total

__all__ = [
    "CROSS_FLOORS",
    "CrossDocument",
    "Floors",
    "Score",
    "Table",
    "compare",
    "cross_digest",
    "digest",
    "evaluate",
    "evaluate_across",
    "load_corpus",
    "load_cross_document",
    "load_expected",
    "outlook",
    "read_floors",
    "render",
    "shortfalls",
    "total",
    "write_floors",
]
