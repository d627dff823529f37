"""Asking a reconciliation service on the network who the graph's names are: only when told to, and only by name.

`Service` speaks the W3C Reconciliation API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/),
as Wikidata's does. What leaves the machine are the names that `names_to_ask` gives, one request for each batch of them,
and a request for the service's description before. Answers that are accepted become known names of the workspace
(`kg.known_names`), so that no later command asks again.
"""

from kg.reconciliation.proposals import Asked, Proposal, accepted, entries_for, names_to_ask, propose
from kg.reconciliation.protocol import Candidate, Manifest
from kg.reconciliation.service import WIKIDATA, Service

__all__ = [
    "WIKIDATA",
    "Asked",
    "Candidate",
    "Manifest",
    "Proposal",
    "Service",
    "accepted",
    "entries_for",
    "names_to_ask",
    "propose",
]
