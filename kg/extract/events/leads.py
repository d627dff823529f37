"""Places that head a paragraph of a bulletin: "Kharkiv. Two people were wounded by a drone on Tuesday."."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.annotations import EventRow
from kg.extract.events.classes import HARM, VIOLENT
from kg.extract.events.incidents import is_real
from kg.extract.events.tree import Tree

_PLACES = ("Place", "Facility")
_ENDS = frozenset((".", ":"))


def place_by_lead(doc: Doc, tree: Tree, rows: Sequence[EventRow], heads: Sequence[int]) -> None:
    """Give uses of force and their harm the place that heads their paragraph, where their sentence names none itself.

    Args:
        doc: the text.
        tree: its parse.
        rows: the events, changed in place.
        heads: their triggers.
    """
    leads = _leads(doc, tree)
    for row, head in zip(rows, heads, strict=True):
        sentence = tree.sentence_of[head]
        if row["places"] or not is_real(row) or row["type"] not in HARM | VIOLENT or sentence not in leads:
            continue
        if not any(_names_place(tree, i) for i in range(*tree.sentences[sentence])):
            row["places"] = [leads[sentence]]


def _leads(doc: Doc, tree: Tree) -> dict[int, str]:
    """Return the place at the head of its paragraph for each sentence that has one."""
    found: dict[int, str] = {}
    lead: str | None = None
    for number, (start, end) in enumerate(tree.sentences):
        if start == 0 or "\n" in doc[start - 1].text_with_ws:
            lead = _lead(doc, tree, start, end)
        elif lead is not None:
            found[number] = lead
    return found


def _lead(doc: Doc, tree: Tree, start: int, end: int) -> str | None:
    """Return the place that the sentence `[start, end)` consists of: "Kharkiv."; None for any other sentence."""
    mention = tree.mentions[start]
    if mention is None or mention.type not in _PLACES or mention.form != "name" or mention.start != start:
        return None
    rest = [i for i in range(mention.end, end) if not doc[i].is_space]
    if len(rest) != 1 or tree.words[rest[0]] not in _ENDS or "\n" in doc[end - 1].text_with_ws:
        return None
    return mention.keys[0]


def _names_place(tree: Tree, i: int) -> bool:
    mention = tree.mentions[i]
    return mention is not None and mention.type in _PLACES
