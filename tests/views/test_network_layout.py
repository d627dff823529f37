"""Places of nodes: the same for the same graph, and hardly others when the graph grows by a little."""

import networkx as nx
import numpy as np

from kg.views.network_layout import positions


def clusters(size: int) -> nx.MultiDiGraph:
    """Return `size` nodes, each tied to its group's middle."""
    graph = nx.MultiDiGraph()
    for i in range(size):
        graph.add_edge(f"https://example.org/{i}", f"https://example.org/group{i % 7}", "k")
    return graph


def test_the_same_graph_in_another_order_has_the_same_places() -> None:
    graph = clusters(60)
    turned = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(graph.edges())))
    assert positions(graph) == positions(turned)


def test_one_more_article_hardly_moves_what_was_there() -> None:
    graph = clusters(120)
    before = positions(graph)
    graph.add_edge("https://example.org/new", "https://example.org/group1", "k")
    after = positions(graph)
    moved = [np.hypot(*np.subtract(after[node], before[node])) for node in before]
    width = np.ptp([x for x, _ in before.values()])
    assert np.median(moved) < 0.05 * width


def test_an_empty_network_has_no_places() -> None:
    assert positions(nx.MultiDiGraph()) == {}
