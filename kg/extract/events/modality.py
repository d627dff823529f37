"""Whether an event has happened, is planned, proposed, demanded, threatened or only thought of, or is denied."""

import re

from kg.extract.events.clauses import clause_status, is_claim
from kg.extract.events.grammar import VERBAL, surface_subjects
from kg.extract.events.nominals import noun_status, predicate_status
from kg.extract.events.site import NOMINAL, Site
from kg.extract.events.status import Status
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_lists import event_list

_NEAR = 4
_HARMFUL = frozenset(
    "Siege Sanction DiplomaticBreak Attack Airstrike MissileStrike Shelling Bombing Invasion Killing".split()
)
_HOSTILE = _HARMFUL | frozenset(("Withdrawal", "Raid", "Protest", "Deployment", "Destruction", "TerritorialCapture"))

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PAST = ("VBD", "VBN")
_ANNOUNCING = event_list("announcing")
_BEGINNING = event_list("bringing-about")
_SAME = frozenset(("we", "i", "they", "it", "he", "she"))
"""Pronouns that, where nobody else is known to be meant, stand for who speaks."""
_WILL = frozenset(("will", "would", "'ll", "’ll", "'d", "’d"))


def status_of(site: Site) -> Status:
    """Return how the text presents the event at `site`."""
    if site.verbal:
        return clause_status(site.tree, site.i)
    if site.tree.pos[site.i] == "ADJ" and site.tree.deps[site.i] not in NOMINAL:
        return predicate_status(site.tree, site.i)
    return noun_status(site.tree, site.i)


def at_date(tree: Tree, head: int, status: Status, *, value: str, published: str | None) -> Status:
    """Return the status of an event whose date is `value`: what is told in the present of a day ahead is planned.

    "Voters go to the polls on Sunday" tells what is to come where the article was published on the Friday before.
    """
    if status != Status() or published is None or not _DAY.match(value) or value[: len(published)] <= published:
        return status
    verb = next((node for node in (head, *tree.climb(head)) if tree.pos[node] in VERBAL), -1)
    told = verb >= 0 and tree.tags[verb] in _PAST
    return status if told else status._replace(modality="planned")


def refuses(tree: Tree, head: int, refusals: frozenset[int]) -> bool:
    """Say whether the event at `head` is what one of the `refusals` above it refuses.

    "refused to send troops", "rejected a call for sending troops".
    """
    for node in tree.climb(head, _NEAR):
        if node in refusals:
            return True
        if tree.deps[node] in ("relcl", "conj", "advcl") or is_claim(tree, node):
            return False
    return False


def is_announced_threat(tree: Tree, hit: Hit, status: Status) -> bool:
    """Say whether a hostile act is announced: "will withdraw unless", "said they would blockade the capital"."""
    if hit.event not in _HOSTILE or status.modality not in ("planned", "hypothetical") or not hit.site.subjects:
        return False
    if status.polarity == "negative":
        return False
    support = hit.site.support
    verb = hit.head if hit.site.verbal else support.verb if support is not None else -1
    if (
        verb < 0
        or any(tree.words[mark] != "that" for mark in tree.below(verb, "mark"))
        or any(tree.lemmas[aux] == "have" for aux in tree.below(verb, "aux"))
    ):
        return False
    marks = (mark for clause in tree.below(verb, "advcl") for mark in tree.below(clause, "mark"))
    return any(tree.words[mark] in ("unless", "if") for mark in marks) or _is_own_will(tree, hit, verb)


def _is_own_will(tree: Tree, hit: Hit, verb: int) -> bool:
    """Say whether those who say it will do it: "The farmers said they would blockade the port"."""
    said = tree.heads[verb]
    harmful = hit.event in _HARMFUL or tree.lemmas[hit.head] == "boycott"
    if not hit.site.verbal and tree.lemmas[verb] not in _BEGINNING:
        return False
    if not harmful or tree.deps[verb] != "ccomp" or tree.lemmas[said] not in _ANNOUNCING:
        return False
    if not any(tree.words[aux] in _WILL for aux in tree.below(verb, "aux")):
        return False
    speakers = {key for noun in surface_subjects(tree, said) for key in _keys(tree, noun)}
    doers = {key for noun in hit.site.subjects for key in _keys(tree, noun)}
    return bool(speakers & doers) or any(
        tree.words[noun] in _SAME and not _keys(tree, noun) for noun in hit.site.subjects
    )


def _keys(tree: Tree, noun: int) -> tuple[str, ...]:
    mention = tree.mentions[noun]
    return () if mention is None else mention.keys
