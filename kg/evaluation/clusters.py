"""How alike two ways are of putting mentions into clusters: B³, CEAF, LEA, and the pairs that they join.

Each measure is a `Score`: precision looks at the answer's clusters, recall at the expected ones. Both ways put the same
mentions into clusters; what only one of them has must be taken out before, and counted elsewhere.

- `b_cubed`: Bagga and Baldwin 1998, "Algorithms for Scoring Coreference Chains": for each mention the share of its
  cluster that belongs there.
- `ceaf`: Luo 2005, "On Coreference Resolution Performance Metrics", with his phi4: each cluster is paired with
  at most one of the other side, and a pair counts twice its common mentions over the mentions of both.
- `lea`: Moosavi and Strube 2016, "Which Coreference Evaluation Metric Do You Trust?": for each cluster the share of its
  links that are right, weighed by its size. A cluster of one has one link, to itself.
- `joins`: pairs of mentions in one cluster.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from itertools import combinations

from kg.analysis.pairing import best_pairing
from kg.evaluation.scores import Score

type Clustering[Mention: Hashable] = Mapping[Mention, Hashable]
"""The cluster of each mention."""


def b_cubed[Mention: Hashable](kind: str, expected: Clustering[Mention], answer: Clustering[Mention]) -> Score:
    """Return B³ of `answer`.

    >>> b_cubed("b3", {"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}).right
    1.6666666666666665
    """
    sizes, answered, shared = _sizes(expected, answer)
    return Score(
        kind=kind,
        right=sum(both * both / answered[found] for (_, found), both in shared.items()),
        predicted=len(answer),
        found=sum(both * both / sizes[fact] for (fact, _), both in shared.items()),
        expected=len(expected),
    )


def ceaf[Mention: Hashable](kind: str, expected: Clustering[Mention], answer: Clustering[Mention]) -> Score:
    """Return CEAF with phi4 (CEAF-e) of `answer`; `expected` and `predicted` are numbers of clusters."""
    sizes, answered, shared = _sizes(expected, answer)
    alike = {(fact, found): 2 * both / (sizes[fact] + answered[found]) for (fact, found), both in shared.items()}
    total = sum(alike[pair] for pair in best_pairing(alike))
    return Score.of(kind, total, expected=len(sizes), predicted=len(answered))


def lea[Mention: Hashable](kind: str, expected: Clustering[Mention], answer: Clustering[Mention]) -> Score:
    """Return LEA of `answer`; `expected` and `predicted` are numbers of mentions, which weigh their clusters."""
    sizes, answered, shared = _sizes(expected, answer)
    right = found = 0.0
    for (fact, guess), both in shared.items():
        # A mention alone is a link to itself, which only a mention alone on the other side has too.
        kept = float(sizes[fact] == answered[guess]) if 1 in (sizes[fact], answered[guess]) else _links(both)
        found += sizes[fact] * kept / max(_links(sizes[fact]), 1)
        right += answered[guess] * kept / max(_links(answered[guess]), 1)
    return Score(kind=kind, right=right, predicted=len(answer), found=found, expected=len(expected))


def joins[Mention: Hashable](
    kind: str,
    expected: Clustering[Mention],
    answer: Clustering[Mention],
    *,
    counts: Callable[[Mention, Mention], bool] = lambda _one, _other: True,
) -> Score:
    """Return how many of the pairs of mentions that `answer` joins are joined in `expected` too.

    Args:
        kind: the name of the score.
        expected: the right clusters.
        answer: the clusters to be scored.
        counts: which pairs are looked at.
    """
    right = wanted = given = 0
    for one, other in combinations(expected, 2):
        if counts(one, other):
            same, joined = expected[one] == expected[other], answer[one] == answer[other]
            right += same and joined
            wanted += same
            given += joined
    return Score.of(kind, right, expected=wanted, predicted=given)


def _links(mentions: int) -> int:
    return mentions * (mentions - 1) // 2


def _sizes[Mention: Hashable](
    expected: Clustering[Mention], answer: Clustering[Mention]
) -> tuple[Counter[Hashable], Counter[Hashable], Counter[tuple[Hashable, Hashable]]]:
    """Return the size of each cluster of either side, and of what two of them have in common."""
    if expected.keys() != answer.keys():
        raise ValueError("both sides must put the same mentions into clusters")
    shared = Counter((cluster, answer[mention]) for mention, cluster in expected.items())
    return Counter(expected.values()), Counter(answer.values()), shared
