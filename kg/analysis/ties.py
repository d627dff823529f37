"""The actors alone, tied by what they did together, did to each other, belong to and say of each other."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from typing import Any, Literal, get_args

import networkx as nx

from kg.analysis.network import Evidence, actor_network, evidence_of
from kg.analysis.quads import Quad, quads, sign
from kg.queries import load, run
from kg.store import Store

Tie = Literal["talks", "cooperation", "pressure", "attacks", "membership", "statements"]
"""Kinds of tie: cooperation in words and in deeds, conflict in words and in deeds, posts, and words about somebody."""

_OF_QUAD: Mapping[Quad, Tie] = {
    "verbal cooperation": "talks",
    "material cooperation": "cooperation",
    "verbal conflict": "pressure",
    "material conflict": "attacks",
}
_ACTORS = frozenset({"person", "organization"})
_COUNTRY = "Country"
_DOERS = ("actor",)
_UNDERGOERS = ("target", "victim", "object", "beneficiary")
_EQUALS = ("participant", "mediator")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """Which ties are wanted.

    `since` and `until` keep events whose days may lie between them (posts and statements, which need not have days,
    by the day of the article); a tie without any day is left out once one of the two is given. `modalities` are those
    of events; `denied` keeps events said not to have happened; `min_confidence` is asked of the surest sentence.
    """

    ties: Collection[Tie] = get_args(Tie)
    since: date | None = None
    until: date | None = None
    modalities: Collection[str] = field(default=frozenset({"actual"}))
    denied: bool = False
    min_confidence: float = 0.0

    def holds(self, earliest: str, latest: str) -> bool:
        """Say whether something between two ISO dates ("" when unknown) may lie in the time that is wanted."""
        if self.since is None and self.until is None:
            return True
        if not earliest:
            return False
        after = self.since is None or (latest or earliest) >= self.since.isoformat()
        return after and (self.until is None or earliest <= self.until.isoformat())


def actor_ties(store: Store, scope: Scope | None = None) -> nx.MultiDiGraph:
    """Return the people, organizations and countries in `store`, tied to each other.

    An event ties who does it (actor) to whom it is done to (target, victim, object, beneficiary), and those who take
    part in it as equals (participants, mediators) with each other; the two-mode network of actors and events is so
    projected on the actors (Breiger 1974, "The Duality of Persons and Groups"; Borgatti and Everett 1997).

    Nodes are IRIs with `kind`, `type`, `label`. Edges have `tie`, `label` (class of the event, title of the post),
    `sign` (1 cooperation or membership, -1 conflict, 0 words about somebody), `directed` (False between equals, whose
    order is that of their IRIs), `earliest`, `latest` (ISO dates or ""), `modality`, `event` (IRI, "" without one) and
    `evidence` (`kg.analysis.Evidence`). Actors without a tie are left out.
    """
    scope = scope or Scope()
    network = actor_network(store)
    graph = nx.MultiDiGraph()
    for start, end, attributes in _wanted(network, store, scope):
        for node in (start, end):
            known = network.nodes[node]
            graph.add_node(node, kind=known["kind"], type=known["type"], label=known["label"])
        graph.add_edge(start, end, **attributes)
    return graph


def _wanted(network: nx.MultiDiGraph, store: Store, scope: Scope) -> Iterator[tuple[str, str, dict[str, Any]]]:
    found = _event_ties(network, scope)
    if "membership" in scope.ties:
        found = _chain(found, _post_ties(network, scope))
    if "statements" in scope.ties:
        found = _chain(found, _statement_ties(network, store, scope))
    for start, end, attributes in found:
        if max(item.confidence for item in attributes["evidence"]) >= scope.min_confidence:
            yield start, end, attributes


def _chain[T](*parts: Iterator[T]) -> Iterator[T]:
    for part in parts:
        yield from part


def _is_actor(network: nx.MultiDiGraph, node: str) -> bool:
    attributes = network.nodes[node]
    return attributes["kind"] in _ACTORS or attributes["type"] == _COUNTRY


def _event_ties(network: nx.MultiDiGraph, scope: Scope) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for event, attributes in sorted(network.nodes(data=True)):
        if attributes["kind"] != "event" or attributes["modality"] not in scope.modalities:
            continue
        quad = quads().get(attributes["type"])
        denied = attributes["polarity"] == "negative"
        if quad is None or _OF_QUAD[quad] not in scope.ties or (denied and not scope.denied):
            continue
        if not scope.holds(attributes["earliest"], attributes["latest"]):
            continue
        tie = {
            "tie": _OF_QUAD[quad],
            "label": attributes["type"],
            "sign": 0 if denied else sign(attributes["type"]),
            "earliest": attributes["earliest"],
            "latest": attributes["latest"],
            "modality": attributes["modality"],
            "event": event,
            "evidence": attributes["evidence"],
        }
        for start, end, directed in pairs(network, event, hostile=tie["sign"] < 0):
            yield start, end, {**tie, "directed": directed}


def pairs(network: nx.MultiDiGraph, event: str, *, hostile: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield who is tied by `event` to whom, and whether the tie has a direction.

    Those who do something to nobody in particular are tied to each other by it, unless it is `hostile`: two that demand
    the same are no opponents.
    """
    parties: dict[str, set[str]] = {}
    for _, thing, edge in network.out_edges(event, data=True):
        if edge["tie"] == "party" and _is_actor(network, thing):
            parties.setdefault(edge["label"], set()).add(thing)
    doers, undergoers, equals = (
        sorted(set().union(*(parties.get(role, ()) for role in roles))) for roles in (_DOERS, _UNDERGOERS, _EQUALS)
    )
    directed = {(start, end) for start, end in product(doers, undergoers) if start != end}
    yield from ((start, end, True) for start, end in sorted(directed))
    together = sorted({*equals, *doers}) if equals else [] if hostile or undergoers else doers
    for start, end in combinations(together, 2):
        if not {(start, end), (end, start)} & directed:
            yield start, end, False


def _post_ties(network: nx.MultiDiGraph, scope: Scope) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for start, end, edge in sorted(network.edges(data=True), key=lambda edge: (edge[0], edge[1], edge[2]["label"])):
        if edge["tie"] == "post" and (evidence := _of_the_time(edge["evidence"], scope)):
            yield start, end, _undated("membership", edge["label"], 1, evidence)


def _statement_ties(network: nx.MultiDiGraph, store: Store, scope: Scope) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield a tie from each speaker to each actor whose name, as a whole word, is in what was said."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for row in run(store, load("network-about")).dicts():
        speaker, thing, content = str(row["speaker"]), str(row["thing"]), str(row["content"])
        if speaker not in network or thing not in network or not _is_actor(network, thing):
            continue
        if re.search(rf"(?<!\w){re.escape(str(row['name']))}(?!\w)", content):
            evidence = evidence_of(row, text="content")
            if evidence not in found.setdefault((speaker, thing), []):
                found[speaker, thing].append(evidence)
    for (speaker, thing), items in sorted(found.items()):
        if kept := _of_the_time(tuple(items), scope):
            yield speaker, thing, _undated("statements", "speaks of", 0, kept)


def _of_the_time(evidence: tuple[Evidence, ...], scope: Scope) -> tuple[Evidence, ...]:
    return tuple(item for item in evidence if scope.holds(item.published[:10], item.published[:10]))


def _undated(tie: Tie, label: str, sign: int, evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    """Return the attributes of a tie that has no day of its own: its days are those of the articles."""
    days = sorted(item.published[:10] for item in evidence if item.published)
    return {
        "tie": tie,
        "label": label,
        "sign": sign,
        "earliest": days[0] if days else "",
        "latest": days[-1] if days else "",
        "modality": "actual",
        "event": "",
        "evidence": evidence,
        "directed": True,
    }
