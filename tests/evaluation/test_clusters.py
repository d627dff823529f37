"""The measures of clusters, against their properties and against examples worked out by hand."""

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.pairing import best_pairing
from kg.evaluation.clusters import b_cubed, ceaf, joins, lea

MEASURES = (b_cubed, ceaf, lea, joins)


def clusters(*groups: str) -> dict[str, int]:
    """Return the cluster of each letter: `clusters("abc", "d")`."""
    return {mention: number for number, group in enumerate(groups) for mention in group}


@st.composite
def two_ways(draw: st.DrawFn) -> tuple[dict[int, int], dict[int, int]]:
    size = draw(st.integers(1, 9))
    labels = st.lists(st.integers(0, 4), min_size=size, max_size=size)
    return dict(enumerate(draw(labels))), dict(enumerate(draw(labels)))


BAGGA = clusters("abcde", "fg", "hijkl")
"""The example of Bagga and Baldwin 1998, table 1: entities of five, two and five mentions."""


def test_b_cubed_gives_the_figures_of_its_paper() -> None:
    # One wrong link joins the small entity to a large one: of 12 mentions 5 are 1, 5 are 5/7 and 2 are 2/7 right.
    first = b_cubed("b3", BAGGA, clusters("abcde", "fghijkl"))
    assert first.precision == pytest.approx(16 / 21)
    assert first.recall == 1
    # It joins the two large ones: 10 mentions are 1/2 right, two are right.
    second = b_cubed("b3", BAGGA, clusters("abcdehijkl", "fg"))
    assert second.precision == pytest.approx(7 / 12)
    assert second.recall == 1


def test_ceaf_gives_the_figures_of_its_paper() -> None:
    # Luo 2005, figure 1 and table 1, phi4: 1 + 10/12 over two and three clusters ...
    first = ceaf("ceaf", BAGGA, clusters("abcde", "fghijkl"))
    assert (first.precision, first.recall) == pytest.approx(((1 + 10 / 12) / 2, (1 + 10 / 12) / 3))
    # ... and 1 + 10/15.
    second = ceaf("ceaf", BAGGA, clusters("abcdehijkl", "fg"))
    assert second.f1 == pytest.approx(2 * (1 + 10 / 15) / 5)
    # All in one cluster: 2 * 5 / (12 + 5) with one of the large ones.
    everything = ceaf("ceaf", BAGGA, clusters("abcdefghijkl"))
    assert (everything.precision, everything.recall) == pytest.approx((10 / 17, 10 / 51))
    # All apart: 2 * 1 / (5 + 1) twice and 2 * 1 / (2 + 1) once.
    alone = ceaf("ceaf", BAGGA, clusters(*"abcdefghijkl"))
    assert (alone.precision, alone.recall) == pytest.approx((4 / 3 / 12, 4 / 3 / 3))


def test_lea_weighs_the_links_of_a_cluster_by_its_size() -> None:
    expected, answer = clusters("abc", "defg"), clusters("ab", "cd", "efg")
    # Of three links of "abc" one is kept, of six links of "defg" three: (3 * 1/3 + 4 * 3/6) / 7.
    assert lea("lea", expected, answer).recall == pytest.approx(3 / 7)
    # "ab" and "efg" are right, "cd" is not: (2 + 0 + 3) / 7.
    assert lea("lea", expected, answer).precision == pytest.approx(5 / 7)


def test_lea_gives_a_mention_alone_its_own_link() -> None:
    assert lea("lea", clusters("a", "bc"), clusters("a", "b", "c")).recall == pytest.approx(1 / 3)
    assert lea("lea", clusters("a", "b"), clusters("ab")).right == 0


def test_joins_are_the_pairs_of_the_kind_that_is_asked_for() -> None:
    expected, answer = clusters("abc", "d"), clusters("ab", "cd")
    assert joins("joins", expected, answer).precision == pytest.approx(1 / 2)
    assert joins("joins", expected, answer).recall == pytest.approx(1 / 3)
    with_d = joins("joins", expected, answer, counts=lambda one, other: "d" in (one, other))
    assert (with_d.expected, with_d.predicted) == (0, 1)


@pytest.mark.parametrize("measure", MEASURES)
@given(both=two_ways())
def test_the_right_clusters_score_one(measure: type, both: tuple[dict[int, int], dict[int, int]]) -> None:
    score = measure("x", both[0], {mention: f"other name of {cluster}" for mention, cluster in both[0].items()})
    assert score.precision == pytest.approx(1)
    assert score.recall == pytest.approx(1)


@pytest.mark.parametrize("measure", MEASURES)
@given(both=two_ways())
def test_swapped_sides_swap_precision_and_recall(measure: type, both: tuple[dict[int, int], dict[int, int]]) -> None:
    forth, back = measure("x", *both), measure("x", *both[::-1])
    assert forth.precision == pytest.approx(back.recall)
    assert forth.f1 == pytest.approx(back.f1)
    assert 0 <= forth.f1 <= 1 + 1e-9


@given(both=two_ways())
def test_only_the_right_clusters_score_one(both: tuple[dict[int, int], dict[int, int]]) -> None:
    expected, answer = both
    same = joins("x", expected, answer).f1 == 1
    assert all((measure("x", expected, answer).f1 == pytest.approx(1)) == same for measure in (b_cubed, ceaf, lea))


@given(weights=st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 9), min_size=1))
def test_no_other_pairing_weighs_more(weights: dict[tuple[int, int], int]) -> None:
    chosen = best_pairing(weights)
    best = max(sum(weights.get(pair, 0) for pair in enumerate(order)) for order in permutations(range(4)))
    assert sum(weights[pair] for pair in chosen) == best
    assert len({one for one, _ in chosen}) == len({other for _, other in chosen}) == len(chosen)


def test_sides_with_other_mentions_are_refused() -> None:
    other: Mapping[str, int] = clusters("abd")
    with pytest.raises(ValueError, match="the same mentions"):
        b_cubed("x", clusters("abc"), other)
