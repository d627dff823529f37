"""How sure an event is, from what of it the text tells; the figures are precisions measured on annotated articles."""

from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit

_TOLD = (0.5, 0.85, 0.9)
"""A verb or an indefinite noun with none, one, or two and more of parties, date and place."""
_KNOWN = (0.4, 0.65, 0.75)
"""A noun with "the": mostly an event that was told before."""
_BARE_NOUN = 0.8
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def confidence_of(tree: Tree, hit: Hit, details: int) -> float:
    """Return the confidence of an event with `details` parties, dates and places, at most that of its entry."""
    known = hit.entry.pos == "noun" and any(tree.words[c] in _DEFINITE for c in tree.below(hit.head, "det"))
    table = _KNOWN if known else _TOLD
    value = table[min(details, len(table) - 1)]
    if not details and not known and hit.entry.pos == "noun":
        value = _BARE_NOUN
    return min(value, hit.entry.confidence)
