"""How sure an event is: less with each thing that makes what is told of it doubtful.

A confidence says how often events of that kind are right with all that is told of them (class, parties, date, place,
modality), less a margin. `benchmarks/fit_confidence.py` measures the figures, on annotated articles and on events that
were judged.
"""

from collections.abc import Iterator
from math import exp
from typing import Literal, NamedTuple

from kg.extract.annotations import ParticipantRow
from kg.extract.events.status import Status
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit

Doubt = Literal[
    "unreal",
    "claimed",
    "words",
    "far place",
    "far party",
    "two parties",
    "many parties",
    "any party",
    "bare",
    "one side",
    "known",
    "present",
    "participle",
    "aside",
    "joined",
    "long sentence",
    "hedged",
]

MARGIN = 0.55
"""Is taken off all log odds, so that nine in ten of the events of at least 0.8 are of the class that they say."""

WITHOUT_DOUBT = 2.55
"""Log odds of an event of which nothing is doubtful."""

DOUBTS: dict[Doubt, float] = {
    "unreal": 0.52,
    "claimed": 0.53,
    "words": 0.19,
    "far place": 0.91,
    "far party": 0.52,
    "any party": 0.5,
    "bare": 1.0,
    "two parties": 0.13,
    "many parties": 0.9,
    "one side": 0.69,
    "known": 0.46,
    "present": 0.89,
    "participle": 0.37,
    "aside": 0.23,
    "joined": 0.21,
    "long sentence": 0.28,
    "hedged": 0.64,
}
"""What each doubt takes off the log odds."""

_WORDS = frozenset(("Accusation", "Agreement", "Demand", "Rejection", "Support", "Threat", "Ultimatum"))
"""Classes of events that are done by words, which are harder to tell than deeds."""
_MUTUAL = frozenset(("Agreement", "Ceasefire", "Clash", "Consultation", "PrisonerExchange", "Talks"))
"""Classes of events that take two."""
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_HEDGES = frozenset(("if", "unless", "whether"))
_NEAR_PLACE, _NEAR_PARTY, _LONG = 3, 7, 35
_MANY = 3


class Told(NamedTuple):
    """What is told of an event beside its class and trigger."""

    participants: list[ParticipantRow]
    places: list[str]
    status: Status
    source: str | None


def confidence_of(tree: Tree, hit: Hit, told: Told) -> float:
    """Return the confidence of an event, at most that of its lexicon entry."""
    odds = WITHOUT_DOUBT - MARGIN - sum(DOUBTS[doubt] for doubt in doubts_of(tree, hit, told))
    return min(round(1 / (1 + exp(-odds)), 2), hit.entry.confidence)


def doubts_of(tree: Tree, hit: Hit, told: Told) -> Iterator[Doubt]:
    """Yield what makes the event doubtful."""
    if told.status != Status():
        yield "unreal"
    elif _is_hedged(tree, hit.head):
        yield "hedged"
    if told.source is not None:
        yield "claimed"
    if hit.event in _WORDS:
        yield "words"
    if hit.entry.pos == "noun" and any(tree.words[child] in _DEFINITE for child in tree.below(hit.head, "det")):
        yield "known"
    if hit.event in _MUTUAL and len(told.participants) == 1:
        yield "one side"
    if told.places and _distance_of_places(tree, hit, told.places) > _NEAR_PLACE:
        yield "far place"
    if hit.entry.pos != "verb" and not told.participants and not told.places:
        yield "bare"
    yield from _doubts_of_parties(hit, told.participants)
    yield from _doubts_of_form(tree, hit)


def _doubts_of_parties(hit: Hit, participants: list[ParticipantRow]) -> Iterator[Doubt]:
    if not participants:
        return
    yield "any party"
    if len(participants) > 1:
        yield "two parties" if len(participants) < _MANY else "many parties"
    if max(_distance(hit, *party["span"]) for party in participants) > _NEAR_PARTY:
        yield "far party"


def _doubts_of_form(tree: Tree, hit: Hit) -> Iterator[Doubt]:
    start, end = tree.sentences[tree.sentence_of[hit.head]]
    if end - start > _LONG:
        yield "long sentence"
    if tree.tags[hit.head] in ("VBZ", "VBP"):
        yield "present"
    elif tree.tags[hit.head] == "VBG":
        yield "participle"
    if tree.deps[hit.head] in ("advcl", "amod"):
        yield "aside"
    elif tree.deps[hit.head] == "conj":
        yield "joined"


def _is_hedged(tree: Tree, head: int) -> bool:
    """Say whether a modal verb or a condition stands over an event that was read as real."""
    return any(
        tree.tags[child] == "MD" or tree.words[child] in _HEDGES
        for node in (head, *tree.climb(head))
        for child in tree.children[node]
    )


def _distance(hit: Hit, start: int, end: int) -> int:
    return max(start - hit.end, hit.start - end, 0)


def _distance_of_places(tree: Tree, hit: Hit, places: list[str]) -> int:
    """Return how far the furthest of `places` is, counting the nearest mention of each in the sentence."""
    start, end = tree.sentences[tree.sentence_of[hit.head]]
    near: dict[str, int] = {}
    for mention in dict.fromkeys(mention for mention in tree.mentions[start:end] if mention is not None):
        for key in mention.keys:
            near[key] = min(near.get(key, end), _distance(hit, mention.start, mention.end))
    return max(near.get(place, 0) for place in places)
