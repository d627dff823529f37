"""Places of things: the same for the same graph, and hardly others when the graph grows by a little."""

import networkx as nx
import numpy as np
import pytest

from kg.views.network_layout import FIRST, positions


def clusters(size: int) -> nx.Graph:
    """Return `size` nodes, each tied to its group's middle."""
    graph = nx.Graph()
    for i in range(size):
        graph.add_edge(f"https://example.org/{i}", f"https://example.org/group{i % 7}")
    return graph


def busiest(graph: nx.Graph) -> list[str]:
    return sorted(graph, key=lambda node: (-graph.degree(node), node))


def test_the_same_graph_in_another_order_has_the_same_places() -> None:
    graph = clusters(60)
    turned = nx.Graph()
    turned.add_edges_from((end, start) for start, end in reversed(list(graph.edges())))
    assert positions(graph, busiest(graph)) == positions(turned, busiest(turned))


@pytest.mark.parametrize("size", [120, FIRST, 600])
def test_one_more_article_hardly_moves_what_was_there(size: int) -> None:
    graph = clusters(size)
    before = positions(graph, busiest(graph))
    for i in range(3):
        graph.add_edge(f"https://example.org/new{i}", "https://example.org/group1")
    graph.add_edge("https://example.org/new0", "https://example.org/5")
    after = positions(graph, busiest(graph))
    moved = [float(np.hypot(*np.subtract(after[node], before[node]))) for node in before]
    width = float(np.ptp([x for x, _ in before.values()]))
    assert np.median(moved) < 0.04 * width
    assert np.percentile(moved, 90) < 0.15 * width


def test_tied_things_stand_nearer_than_others() -> None:
    graph = clusters(140)
    places = positions(graph, busiest(graph))
    tied = [np.hypot(*np.subtract(places[one], places[other])) for one, other in graph.edges()]
    nodes = sorted(graph)
    every = [np.hypot(*np.subtract(places[one], places[other])) for one in nodes for other in nodes if one < other]
    assert np.mean(tied) < 0.5 * np.mean(every)


def test_no_two_of_the_busiest_stand_on_one_spot() -> None:
    places = positions(clusters(FIRST), busiest(clusters(FIRST)))
    found = sorted(places.values())
    assert len(set(found)) == len(found)


def test_an_empty_network_has_no_places() -> None:
    assert positions(nx.Graph(), []) == {}
