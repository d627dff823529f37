"""Nouns that only name an event which is known, as against those that tell that it happens."""

from kg.extract.events.grammar import VERBAL
from kg.extract.events.site import Site, is_occurrence
from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list

_LASTING = frozenset(("Agreement", "Ceasefire", "Sanction"))
"""Classes whose noun names a state of things as well: what is in force."""
_ONCE = frozenset(("PrisonerExchange", "Agreement", "Ceasefire"))
"""Classes of which a text seldom tells two, so that "the exchange" further on is the one told before."""
_DEFINITE = frozenset("the this that these those its their his her such".split())
_OF_STATES = frozenset("under in within with of to by on through from against outside about beyond".split())
"""Prepositions behind which such a noun is what something is done by, in or against."""
_DETAILS = frozenset(("between", "with", "among", "against"))
_BARE = frozenset(("punct", "cc", "conj", "dep", "appos"))
_MAKING = event_list("making-agreements")
"""Words that tell what becomes of an agreement, by which its noun tells an event."""


def only_names(site: Site, event: str, told: set[str]) -> bool:
    """Say whether the noun at `site` names an event of class `event` and tells nothing of it.

    Args:
        site: the phrases around the noun.
        event: the class.
        told: the classes of the events told before it in the text.
    """
    tree, i = site.tree, site.i
    if _is_label(tree, i):
        return True
    if event in _LASTING and _is_ground(tree, site):
        return True
    return event in told and event in _ONCE and _points_back(tree, i) and not _is_made(tree, i)


def _is_label(tree: Tree, i: int) -> bool:
    """Say whether the noun stands alone in a line without a verb: "Tags: protest, election"."""
    members = tree.conjuncts(tree.first_conjunct(i))
    if any(tree.deps[child] not in _BARE for member in members for child in tree.children[member]):
        return False
    start, end = tree.sentences[tree.sentence_of[i]]
    return not any(pos in VERBAL for pos in tree.pos[start:end])


def _is_ground(tree: Tree, site: Site) -> bool:
    """Say whether the noun is what something rests on: "under the agreement", "hurt by the sanctions"."""
    i = tree.first_conjunct(site.i)
    if tree.deps[i] != "pobj" or tree.words[tree.heads[i]] not in _OF_STATES:
        return False
    if site.support is not None and tree.words[tree.heads[i]] != "under":
        return False
    governor = tree.heads[tree.heads[i]]
    if tree.lemmas[governor] in _MAKING or tree.below(site.i, "acl", "relcl", "nummod"):
        return False
    return not any(tree.words[child] in _DETAILS for child in tree.below(site.i, "prep"))


def _points_back(tree: Tree, i: int) -> bool:
    definite = any(tree.words[child] in _DEFINITE for child in tree.below(i, "det", "poss"))
    return definite and not tree.below(i, "prep", "acl", "relcl", "nummod", "amod")


def _is_made(tree: Tree, i: int) -> bool:
    head = tree.heads[i]
    if tree.deps[i] in ("nsubj", "nsubjpass") and tree.pos[head] in VERBAL:
        return is_occurrence(tree, head)
    return tree.deps[i] == "dobj" and tree.lemmas[head] in ("sign", "ratify", "violate", "break", "breach", "reject")
