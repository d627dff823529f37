"""Measures on networks so small that their values can be worked out by hand."""

import networkx as nx
import pytest

from kg.analysis import balance, centrality, co_membership, communities, evidence_paths, relations, time_slices
from kg.analysis.measures import Centrality
from kg.analysis.network import Evidence
from kg.analysis.results import MOST_SHOWN, Results


def sentence(text: str, confidence: float = 0.8) -> Evidence:
    return Evidence(
        text=text, confidence=confidence, article="a", headline="", publisher="", published="2031-04-02", url=""
    )


def network(*ties: tuple[str, str, str, int], days: str = "2031-04-02") -> nx.MultiDiGraph:
    """Return a network of `ties`: from, kind, to, sign."""
    graph = nx.MultiDiGraph()
    for number, (start, tie, end, sign) in enumerate(ties):
        for node in (start, end):
            graph.add_node(node, label=node.title(), kind="organization", type="Group")
        graph.add_edge(
            start,
            end,
            tie=tie,
            label=tie,
            sign=sign,
            event="" if tie == "membership" else f"event-{number}",
            earliest=days,
            latest=days,
            evidence=(sentence(f"{start} {tie} {end}."),),
        )
    return graph


STAR = network(("hub", "talks", "a", 1), ("hub", "talks", "b", 1), ("hub", "talks", "c", 1))


@pytest.mark.parametrize(
    ("measure", "hub", "leaf"),
    [("degree", 1.0, 1 / 3), ("betweenness", 1.0, 0.0), ("closeness", 1.0, 0.6), ("eigenvector", 0.7071, 0.4082)],
)
def test_the_middle_of_a_star_is_central(measure: Centrality, hub: float, leaf: float) -> None:
    ranks = centrality(STAR, measure)
    assert [rank.actor for rank in ranks] == ["Hub", "A", "B", "C"]
    assert [rank.value for rank in ranks] == pytest.approx([hub, leaf, leaf, leaf], abs=1e-3)


def test_nobody_is_central_alone_or_in_nothing() -> None:
    graph = nx.MultiDiGraph()
    assert centrality(graph) == ()
    graph.add_node("a", label="A")
    assert [rank.value for rank in centrality(graph, "eigenvector")] == [0.0]


def test_two_triangles_on_a_bridge_are_two_communities() -> None:
    sides = [("a", "b"), ("b", "c"), ("a", "c"), ("x", "y"), ("y", "z"), ("x", "z"), ("c", "x")]
    found = communities(network(*[(one, "talks", other, 1) for one, other in sides]))
    assert [set(community.iris) for community in found] == [{"a", "b", "c"}, {"x", "y", "z"}]
    assert [community.number for community in found] == [1, 2]
    assert communities(nx.MultiDiGraph()) == ()


def test_people_in_the_same_bodies_share_them() -> None:
    graph = network(
        ("ann", "membership", "council", 1),
        ("bea", "membership", "council", 1),
        ("ann", "membership", "army", 1),
        ("cid", "talks", "council", 1),
    )
    (pair,) = co_membership(graph)
    assert (pair.one, pair.other, pair.bodies) == ("Ann", "Bea", ("Council",))
    assert [item.text for item in pair.evidence] == ["ann membership council.", "bea membership council."]


def test_slices_count_only_what_has_a_day() -> None:
    graph = network(("a", "talks", "b", 1), ("a", "attacks", "b", -1), ("a", "membership", "b", 1))
    graph.edges["a", "b", 1]["latest"] = "2031-05-01"
    (april,) = time_slices(graph)
    assert (april.period, april.actors, april.ties, april.talks, april.attacks) == ("2031-04", 2, 1, 1, 0)
    (year,) = time_slices(graph, by="year")
    assert (year.period, year.ties) == ("2031", 2)


def test_a_path_carries_its_sentences() -> None:
    graph = network(("a", "talks", "b", 1), ("c", "attacks", "b", -1), ("c", "talks", "d", 1))
    steps = evidence_paths(graph, "A", "d")
    assert [(step.start, step.tie, step.end, step.sentence) for step in steps] == [
        ("A", "talks", "B", "a talks b."),
        ("B", "attacks", "C", "c attacks b."),
        ("C", "talks", "D", "c talks d."),
    ]


def test_the_surest_of_several_ties_stands_for_them() -> None:
    graph = network(("a", "talks", "b", 1), ("b", "attacks", "a", -1))
    graph.edges["b", "a", 0]["evidence"] = (sentence("surer", 0.95),)
    (step,) = evidence_paths(graph, "a", "b")
    assert (step.tie, step.sentence) == ("attacks", "surer")


def test_no_path_and_no_such_actor() -> None:
    graph = network(("a", "talks", "b", 1), ("c", "talks", "d", 1))
    assert evidence_paths(graph, "a", "c") == ()
    assert evidence_paths(graph, "a", "a") == ()
    with pytest.raises(KeyError, match="no actor called 'nobody'"):
        evidence_paths(graph, "a", "nobody")


def test_at_most_so_many_paths() -> None:
    graph = network(("a", "talks", "b", 1), ("b", "talks", "c", 1), ("a", "talks", "x", 1), ("x", "talks", "c", 1))
    assert {step.path for step in evidence_paths(graph, "a", "c")} == {1, 2}
    assert {step.path for step in evidence_paths(graph, "a", "c", most=1)} == {1}


def test_relations_go_by_the_balance_of_deeds() -> None:
    graph = network(
        ("a", "attacks", "b", -1),
        ("b", "attacks", "a", -1),
        ("a", "talks", "b", 1),
        ("a", "talks", "c", 1),
        ("c", "talks", "d", 1),
        ("d", "attacks", "c", -1),
        ("a", "membership", "d", 1),
    )
    found = [(pair.one, pair.other, pair.sign, pair.cooperation, pair.conflict) for pair in relations(graph)]
    assert found == [("A", "B", -1, 1, 2), ("A", "C", 1, 1, 0)]


@pytest.mark.parametrize(("signs", "balanced"), [((1, 1, 1), 1), ((1, -1, -1), 1), ((1, 1, -1), 0), ((-1, -1, -1), 0)])
def test_the_enemy_of_my_enemy_is_my_friend(signs: tuple[int, int, int], balanced: int) -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    graph = network(*[(one, "talks", other, sign) for (one, other), sign in zip(pairs, signs, strict=True)])
    found = balance(graph)
    assert (found.triads, found.balanced, found.share) == (1, balanced, float(balanced))
    assert found.strained == (() if balanced else (("A", "B", "C"),))


def test_without_triads_there_is_no_share() -> None:
    assert balance(STAR).share is None


def test_results_show_hostile_text_as_text() -> None:
    graph = network(*[(f"<b>{number}", "talks", "hub", 1) for number in range(MOST_SHOWN + 5)])
    shown = centrality(graph)._repr_html_()
    assert "<b>" not in shown
    assert "&lt;B&gt;" in shown
    assert "<p>6 more</p>" in shown
    assert "more</p>" not in centrality(graph).head(2)._repr_html_()
    assert Results(())._repr_html_() == "<p>nothing found</p>"
