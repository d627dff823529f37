"""How right a reading is: counts of right and wrong answers, and the table of them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Right answers of one kind, seen from both sides.

    `right` of the `predicted` answers are in the expected facts, `found` of the `expected` facts are among the answers.
    Both are counted because a measure such as B³ gives partial credit that differs by side.
    """

    kind: str
    right: float
    predicted: int
    found: float
    expected: int

    @classmethod
    def of(cls, kind: str, hits: float, *, expected: int, predicted: int) -> "Score":
        """Return the score where each hit is one fact and one answer."""
        return cls(kind=kind, right=hits, found=hits, expected=expected, predicted=predicted)

    @property
    def precision(self) -> float:
        """The share of the answers that are right; 1 where there are none."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of the expected facts that were found; 1 where there are none."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(kind="dates", right=3, predicted=4, found=3, expected=6).f1
        0.6
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The scores of a whole corpus by kind, and those of each article by its id."""

    scores: tuple[Score, ...]
    articles: tuple[tuple[str, tuple[Score, ...]], ...]


def total(scores: Iterable[Iterable[Score]]) -> tuple[Score, ...]:
    """Add up the scores of several articles kind by kind (micro-average), in the order of the first article."""
    sums: dict[str, Score] = {}
    for article in scores:
        for score in article:
            sums[score.kind] = _add(sums[score.kind], score) if score.kind in sums else score
    return tuple(sums.values())


def render(table: Table, *, by_article: bool = False) -> str:
    """Return `table` as lines of text: a line a kind, and with `by_article` a line an article of F1 values."""
    lines = [f"{'':24} {'expected':>8} {'found':>8} {'answers':>8} {'precision':>9} {'recall':>7} {'F1':>6}"]
    lines += [
        f"{s.kind:24} {s.expected:8d} {s.found:8.1f} {s.predicted:8d} {s.precision:9.3f} {s.recall:7.3f} {s.f1:6.3f}"
        for s in table.scores
    ]
    if by_article:
        kinds = [score.kind for score in table.scores]
        lines += ["", "F1 by article: " + ", ".join(kinds)]
        lines += [f"{name:44} " + " ".join(f"{s.f1:4.2f}" for s in scores) for name, scores in table.articles]
    return "\n".join(lines) + "\n"


def _add(one: Score, other: Score) -> Score:
    return Score(
        kind=one.kind,
        right=one.right + other.right,
        predicted=one.predicted + other.predicted,
        found=one.found + other.found,
        expected=one.expected + other.expected,
    )
