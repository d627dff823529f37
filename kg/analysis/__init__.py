"""The graph as networks: rows of named queries become networkx graphs whose nodes and ties carry their evidence."""

from kg.analysis.network import Evidence, actor_network, busiest, by_degree

__all__ = ["Evidence", "actor_network", "busiest", "by_degree"]
