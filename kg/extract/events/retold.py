"""Words by which a text shows that it tells of the same event again: "the first such swap", "In fact 83 were freed"."""

from collections.abc import Iterator, Sequence

from kg.extract.annotations import EventRow
from kg.extract.events.tree import Tree

_CORRECTING = (("in", "fact"), ("in", "reality"), ("in", "truth"), ("actually",))
"""Words that open a sentence which corrects the one before."""


def retold(tree: Tree, rows: Sequence[EventRow], heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of an event and of the later one that is the same by the words around it.

    Args:
        tree: the parse.
        rows: the events.
        heads: their triggers.
    """
    for number, (row, head) in enumerate(zip(rows, heads, strict=True)):
        before = [k for k in range(number - 1, -1, -1) if _is_alike(rows[k], row)]
        sentence = tree.sentence_of[head]
        if _is_first_such(tree, head):
            found = [k for k in before if tree.sentence_of[heads[k]] == sentence]
        elif _corrects(tree, sentence):
            found = [k for k in before if tree.sentence_of[heads[k]] == sentence - 1]
        else:
            continue
        if len(found) == 1:
            yield found[0], number


def _is_alike(row: EventRow, other: EventRow) -> bool:
    status = (row["type"], row["modality"], row["polarity"])
    return status == (other["type"], other["modality"], other["polarity"])


def _is_first_such(tree: Tree, head: int) -> bool:
    """Say whether the noun calls what was just told the first (latest, largest) of its kind: "the first such swap"."""
    described = [child for child in tree.children[head] if child < head]
    if tree.pos[head] != "NOUN" or not any(tree.words[child] == "the" for child in described):
        return False
    return any(tree.words[child] == "such" for child in described)


def _corrects(tree: Tree, sentence: int) -> bool:
    start, end = tree.sentences[sentence]
    words = tuple(tree.words[start:end])
    return any(words[: len(opening)] == opening for opening in _CORRECTING)
