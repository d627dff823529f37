"""The graph as networks: rows of named queries become networkx graphs whose nodes and ties carry their evidence."""

from kg.analysis.calendar import Area, Holding, Occurrence, Party, Spot, areas, happenings, tenures
from kg.analysis.measures import centrality, co_membership, communities, time_slices
from kg.analysis.network import Evidence, actor_network, busiest, by_degree
from kg.analysis.paths import evidence_paths
from kg.analysis.results import Results
from kg.analysis.signs import balance, relations
from kg.analysis.ties import Scope, actor_ties

__all__ = [
    "Area",
    "Evidence",
    "Holding",
    "Occurrence",
    "Party",
    "Results",
    "Scope",
    "Spot",
    "actor_network",
    "actor_ties",
    "areas",
    "balance",
    "busiest",
    "by_degree",
    "centrality",
    "co_membership",
    "communities",
    "evidence_paths",
    "happenings",
    "relations",
    "tenures",
    "time_slices",
]
