"""Which events a caption shows: those are of the day with which it ends, those that it looks back on are not."""

from spacy.tokens import Doc

from kg.extract.captions import captions_of
from kg.extract.events.grammar import VERBAL, is_infinitive
from kg.extract.events.tree import Tree

_SHOWN = frozenset("during at for in on of amid as before".split())
"""Prepositions behind which stands the occasion of the picture, as against "following" and "after"."""
_PRESENT = ("VBZ", "VBP", "VBG", "VB")
_LONGEST_TAIL = 6
"""Tokens that may follow the day of a picture: a full stop, who took it, the town."""


class Captions:
    """The captions of a Doc and the days with which they end."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        """Find the captions of `doc`."""
        self.tree = tree
        self._ends = {i: end for start, end in captions_of(doc) for i in range(start, end)}

    def dates_picture_only(self, head: int, date_end: int) -> bool:
        """Say whether the date that ends at token `date_end` is the day of a picture that does not show the event.

        Args:
            head: the trigger of the event.
            date_end: the end of the date.
        """
        end = self._ends.get(date_end - 1)
        return end is not None and end - date_end <= _LONGEST_TAIL and not is_shown(self.tree, head)


def is_shown(tree: Tree, head: int) -> bool:
    """Say whether a caption shows the event at `head`: "walk to a meeting", not "the man killed in an attack"."""
    for node in (head, *tree.climb(head)):
        if tree.deps[node] == "prep":
            if tree.words[node] not in _SHOWN:
                return False
        elif tree.pos[node] in VERBAL and (node != head or tree.deps[node] not in ("pobj", "dobj", "nsubj")):
            if not _is_present(tree, node) or tree.deps[node] == "relcl" or is_infinitive(tree, node):
                return False
        elif node != head and tree.heads[node] != node and tree.pos[node] in ("NOUN", "PROPN"):
            return False
    return True


def _is_present(tree: Tree, verb: int) -> bool:
    if tree.tags[verb] == "VBN":
        return any(tree.words[child] in ("is", "are") for child in tree.below(verb, "aux", "auxpass"))
    return tree.tags[verb] in _PRESENT
