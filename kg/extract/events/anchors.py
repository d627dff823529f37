"""Which words lend a trigger their dates and places: the verb it leans on, the clause that tells of it."""

from collections.abc import Iterator

from kg.extract.events.classes import HARM
from kg.extract.events.grammar import VERBAL, main_verb, surface_subjects
from kg.extract.events.site import Site, support_verbs
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_cues import is_aspect

_COMING = frozenset("be schedule expect plan set slate due".split())
_OCCASIONS = frozenset(("at", "during"))
_PERFECT = frozenset(("had", "has", "have", "'ve", "’ve", "'d", "’d"))
_DEPTH = 4


def anchors_of(tree: Tree, hit: Hit, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the words whose adjuncts are the trigger's, each with how far it stands from it.

    Args:
        tree: the parse.
        hit: the trigger.
        heads: all triggers.
    """
    yield from _occasions(tree, hit, heads)
    yield from _anchors(tree, hit.site, heads)


def dated_verbs(tree: Tree, hit: Hit) -> Iterator[tuple[int, bool]]:
    """Yield the verbs whose date is that of a later verb of the sentence too, and whether wherever it stands.

    "They met on Monday and signed a treaty" dates both verbs; "On Monday shells hit a school, but nobody died" dates
    both because the day comes first.
    """
    verb = (
        hit.head if hit.site.verbal else (hit.site.support.verb if hit.site.support and hit.site.support.light else -1)
    )
    if verb < 0:
        return
    shared = True
    for _ in range(_DEPTH):
        if tree.deps[verb] != "conj" or tree.pos[tree.heads[verb]] not in VERBAL:
            return
        above = tree.heads[verb]
        shared = shared and not tree.below(verb, "nsubj", "nsubjpass")
        if _is_perfect(tree, verb) != _is_perfect(tree, above) or _is_past(tree, verb) != _is_past(tree, above):
            return
        yield above, shared
        verb = above


def _is_past(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in ("VBD", "VBN") and not any(tree.tags[child] == "MD" for child in tree.below(verb, "aux"))


def _is_perfect(tree: Tree, verb: int) -> bool:
    return any(tree.words[child] in _PERFECT for child in tree.below(verb, "aux"))


def _occasions(tree: Tree, hit: Hit, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the other event on whose occasion this one was: "detained at protests", "killed in clashes"."""
    words = _OCCASIONS | {"in"} if hit.event in HARM else _OCCASIONS
    if hit.site.verbal:
        for preposition in tree.below(hit.head, "prep"):
            if tree.words[preposition] in words:
                yield from ((noun, 3) for noun in tree.below(preposition, "pobj") if noun in heads)
    elif tree.deps[hit.head] == "pobj" and tree.words[tree.heads[hit.head]] in _OCCASIONS:
        verb = tree.heads[tree.heads[hit.head]]
        if verb in heads and tree.pos[verb] in VERBAL:
            yield verb, 3


def _anchors(tree: Tree, site: Site, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the words whose adjuncts are the trigger's, each with how far it stands from it."""
    i = site.i
    yield from _aside(tree, site, heads)
    for verb in support_verbs(site):
        yield verb, 1
        for other in _above(tree, verb):
            yield other, 2
    for clause in tree.below(i, "acl", "relcl"):
        if clause not in heads or site.support is not None:
            yield clause, 1
            if tree.lemmas[clause] in _COMING:
                yield from ((verb, 1) for verb in tree.below(clause, "xcomp"))
    if site.compound_head >= 0:
        yield site.compound_head, 1
    above = tree.heads[tree.heads[i]]
    if tree.deps[i] == "pobj" and tree.words[tree.heads[i]] == "of" and is_aspect(tree.lemmas[above]):
        yield above, 1
    yield i, 0


def _aside(tree: Tree, site: Site, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    i = site.i
    if site.verbal:
        for other in _above(tree, i):
            yield other, 1
        above = main_verb(tree, i, tree.heads[i]) if tree.deps[i] == "advcl" else tree.heads[i]
        if tree.deps[i] in ("advcl", "conj", "acl") and _shares_clause(tree, i) and _is_telling(tree, above, heads):
            yield above, 2
    elif tree.deps[i] == "conj" and tree.heads[i] in heads:
        yield tree.heads[i], 2


def _is_telling(tree: Tree, verb: int, heads: frozenset[int]) -> bool:
    """Say whether a verb tells of the event too, itself or by its object ("carried out an attack, killing two")."""
    return verb in heads or any(child in heads for child in tree.below(verb, "dobj", "nsubjpass", "nsubj"))


def _shares_clause(tree: Tree, verb: int) -> bool:
    if tree.below(verb, "mark", "nsubj", "nsubjpass"):
        return False
    if tree.deps[verb] == "conj" and _is_perfect(tree, tree.heads[verb]) and tree.below(verb, "aux", "auxpass"):
        return _is_perfect(tree, verb)  # "had been arrested on Monday and was charged"
    return tree.tags[verb] == "VBG" or tree.deps[verb] == "conj"


def _above(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the verbs above that say only how the action goes ("began to attack", "is scheduled to meet")."""
    while (
        tree.deps[verb] == "xcomp" and tree.pos[tree.heads[verb]] in (*VERBAL, "ADJ") and surface_subjects(tree, verb)
    ):
        verb = tree.heads[verb]
        yield verb
