"""The pairing of two sets that weighs most: each member of one with at most one of the other."""

from collections.abc import Mapping

import networkx as nx


def best_pairing[One, Other](weights: Mapping[tuple[One, Other], float]) -> tuple[tuple[One, Other], ...]:
    """Return the pairs that together weigh most (the assignment problem); pairs that `weights` lacks are not made.

    >>> best_pairing({("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.7})
    (('a', 2), ('b', 1))
    """
    graph = nx.Graph()
    for (one, other), weight in weights.items():
        graph.add_edge((0, one), (1, other), weight=weight)
    chosen = {
        tie
        for part in nx.connected_components(graph)  # the search is cubic in the size of what it is given at once
        for pair in nx.max_weight_matching(graph.subgraph(part))
        for tie in (pair, pair[::-1])
    }
    return tuple((one, other) for one, other in weights if ((0, one), (1, other)) in chosen)
