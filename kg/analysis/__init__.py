"""The graph as networks: rows of named queries become networkx graphs whose nodes and ties carry their evidence."""

from kg.analysis.calendar import Area, Holding, Occurrence, Party, Spot, areas, happenings, tenures
from kg.analysis.network import Evidence, actor_network, busiest, by_degree

__all__ = [
    "Area",
    "Evidence",
    "Holding",
    "Occurrence",
    "Party",
    "Spot",
    "actor_network",
    "areas",
    "busiest",
    "by_degree",
    "happenings",
    "tenures",
]
