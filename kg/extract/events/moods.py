"""What the form of a clause says where no auxiliary does: to come, commanded, asked, supposed, invented."""

from kg.extract.events.grammar import is_infinitive
from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list

_PRESENT = ("VBZ", "VBP", "VB")
_FICTION = event_list("fiction")
_ANYONE = frozenset("anyone anybody whoever whomever anything someone whatever".split())
_INVERTED = frozenset(("had", "were", "should"))
_ASKED = frozenset("did does do is are was were has have had will would can could should may might is n't".split())


def mood_of(tree: Tree, verb: int) -> str:
    """Return what the form of the clause says where no auxiliary does: to come, commanded, asked, supposed."""
    if _to_come(tree, verb):
        return "planned"
    if _is_command(tree, verb):
        return "demanded"
    return "hypothetical" if _is_supposed(tree, verb) else "actual"


def _is_command(tree: Tree, verb: int) -> bool:
    """Say whether the clause is an order: "Attack the town!"."""
    if tree.tags[verb] != "VB" or tree.deps[verb] not in ("ROOT", "ccomp"):
        return False
    start = tree.sentences[tree.sentence_of[verb]][0]
    opened = verb == start or tree.words[verb - 1] in ('"', "“", "'", "‘")
    return opened and not tree.below(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark")


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Say whether the clause is a question, a condition by its order of words, about whoever it may be, or invented."""
    subjects = tree.below(verb, "nsubj", "nsubjpass")
    if any(tree.lemmas[noun] in _FICTION for prep in tree.below(verb, "prep") for noun in tree.below(prep, "pobj")):
        return tree.tags[verb] in _PRESENT
    if tree.deps[verb] == "relcl" and tree.words[tree.heads[verb]] in _ANYONE:
        return True
    if not subjects:
        return False
    if tree.words[subjects[0]] in _ANYONE:
        return True
    inverted = [child for child in tree.below(verb, "aux", "auxpass") if child < subjects[0]]
    if not inverted:
        return False
    start, end = tree.sentences[tree.sentence_of[verb]]
    if tree.words[inverted[0]] in _INVERTED and tree.deps[verb] == "advcl":
        return True
    asked = inverted[0] <= start + 1 and tree.words[inverted[0]] in _ASKED
    return asked and "?" in (tree.words[end - 1], tree.words[max(start, end - 2)])


def _to_come(tree: Tree, verb: int) -> bool:
    """Say whether the clause speaks of what is to come: "is going to attack", "is to meet", "Leaders to Meet"."""
    head = tree.heads[verb]
    top = head if tree.deps[verb] == "acl" and tree.pos[head] == "PROPN" else verb
    if tree.deps[top] == "ROOT" and is_infinitive(tree, verb):
        return True
    return tree.deps[verb] == "xcomp" and (
        tree.words[head] == "going" or (tree.lemmas[head] == "be" and is_infinitive(tree, verb))
    )
