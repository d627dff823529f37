"""The least that extraction must reach on our articles, kept in a file with the digest of the corpus it holds for.

A floor is lowered only on purpose, with a reason that stays in the file; a changed corpus needs new floors.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

from kg.errors import RecordError
from kg.evaluation.scores import Table


@dataclass(frozen=True, kw_only=True, slots=True)
class Floors:
    """The least F1 of each kind, the corpus they hold for, and why they were last set."""

    corpus: str
    reason: str
    f1: dict[str, float]


def read_floors(path: Path) -> Floors:
    """Read a floors file.

    Raises:
        RecordError: the file is missing or not of that form.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return Floors(corpus=values["corpus"], reason=values["reason"], f1=values["f1"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(
            f"{path}: no floors ({error}); write them with python -m kg.evaluation --write-floors --reason '...'"
        ) from error


def write_floors(path: Path, table: Table, *, corpus: str, reason: str) -> None:
    """Set the floors to what `table` reaches, rounded down to two digits."""
    values = {
        "corpus": corpus,
        "reason": reason,
        "f1": {score.kind: math.floor(score.f1 * 100) / 100 for score in table.scores},
    }
    path.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def shortfalls(table: Table, floors: Floors, *, corpus: str) -> tuple[str, ...]:
    """Return what is wrong, a line each: a kind below its floor or without one, a corpus that has changed."""
    problems = []
    if corpus != floors.corpus:
        problems.append(
            "the articles or their expected facts have changed since the floors were set; "
            "set them anew: python -m kg.evaluation --write-floors --reason '...'"
        )
    for score in table.scores:
        if score.kind not in floors.f1:
            problems.append(f"{score.kind}: no floor; set the floors anew")
        elif score.f1 < floors.f1[score.kind]:
            problems.append(f"{score.kind}: F1 {score.f1:.3f} is below the floor {floors.f1[score.kind]:.2f}")
    return tuple(problems)
