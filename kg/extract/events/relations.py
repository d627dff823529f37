"""How the spot of an event lies to a place: "near Brenik", "north of the capital", "off the coast of Libya"."""

from typing import NamedTuple

from kg.extract.events.tree import Tree

_NEAR = frozenset(("near", "outside", "beside"))
_BEARINGS = {
    f"{word}{ending}": f"{word}Of"
    for word in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("", "ward")
} | {f"{a}-{b}": f"{a}{b}Of" for a in ("north", "south") for b in ("east", "west")}
_EDGES = frozenset(("outskirt", "suburb", "fringe", "edge", "periphery"))
_SHORES = frozenset(("coast", "shore", "coastline"))
_BORDERS = frozenset(("border", "frontier", "boundary"))
_ROUTES = frozenset(("road", "highway", "area", "route", "railway", "line", "village", "town"))
_DEPTH = 4


class Relation(NamedTuple):
    """The relation of a site to a place, and the first of the words that tell it."""

    name: str
    start: int


def relation_of(tree: Tree, preposition: int) -> Relation | None:
    """Return how a spot lies to the place behind `preposition`; None where it lies in it.

    "a village near Mosul" lies near it, "in the north of the country" in it, "12 kilometers north of Goma" north of it.
    """
    for _ in range(_DEPTH):
        if (found := _told_by(tree, preposition)) is not None:
            return found
        above = tree.heads[preposition]
        if tree.deps[above] != "pobj":
            return None
        preposition = tree.heads[above]
    return None


def is_outer(tree: Tree, preposition: int) -> bool:
    """Say whether `preposition`, no locative of its own, ends words that place something beside a place."""
    word, above = tree.words[preposition], tree.heads[preposition]
    if word == "to":
        return tree.words[above] == "close" or (tree.words[above] in _BEARINGS and tree.below(above, "det") != [])
    if word == "of":
        return tree.words[above] in _BEARINGS or tree.lemmas[above] in _EDGES | _SHORES
    if word == "between":
        return tree.lemmas[preposition - 1] in _ROUTES | _BORDERS
    return word == "with" and tree.lemmas[preposition - 1] in _BORDERS


def _told_by(tree: Tree, preposition: int) -> Relation | None:
    word, above = tree.words[preposition], tree.heads[preposition]
    if word in _NEAR:
        return Relation("near", preposition)
    if word == "off":
        return Relation("offshore", preposition)
    if word == "to" and tree.words[above] == "close":
        return Relation("near", above)
    if word == "of" and tree.words[above] in _BEARINGS:
        inside = any(tree.words[child] == "the" for child in tree.children[above])
        return None if inside else Relation(_BEARINGS[tree.words[above]], above)
    if word == "of" and tree.lemmas[above] in _EDGES:
        return Relation("outskirts", above)
    if word == "of" and tree.lemmas[above] in _SHORES and tree.words[tree.heads[above]] == "off":
        return Relation("offshore", tree.heads[above])
    if word in ("with", "between") and tree.lemmas[preposition - 1] in _BORDERS:
        return Relation("border", preposition - 1)
    return Relation("between", preposition) if word == "between" and tree.lemmas[above] in _ROUTES else None
