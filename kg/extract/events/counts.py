"""How many were killed, hurt, seized or driven out, from the phrases of those whom it befell."""

from kg.extract.annotations import CountRow, ParticipantRow
from kg.extract.events.counted import counted_group
from kg.extract.events.grammar import VERBAL, figure_of_put
from kg.extract.events.parties import span_of
from kg.extract.events.quantities import read_quantity
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit

_KIND = {
    "Killing": "killed",
    "Assassination": "killed",
    "Injury": "injured",
    "SexualViolence": "injured",
    "Abduction": "captured",
    "Arrest": "captured",
    "Displacement": "displaced",
    "Evacuation": "displaced",
    "PrisonerExchange": "exchanged",
    "Release": "other",
}
_COUNTED = ("victim", "object")
_NONE = frozenset(("no", "none", "nobody"))
_THEM = frozenset(("them", "whom", "these", "those"))
_LONGEST_LIST = 25
"""Tokens behind "including" in which parts are looked for."""


def find_counts(tree: Tree, hit: Hit, participants: list[ParticipantRow]) -> list[CountRow]:
    """Return the figures of the event at `hit`."""
    kind = _KIND.get(hit.event)
    if kind is None:
        return []
    if hit.entry.lemmas == ("toll",):
        return _toll(tree, hit, kind)
    victims = [row["span"][1] - 1 for row in participants if row["role"] in _COUNTED]
    counts = [count for head in victims if (count := read_count(tree, head, kind)) is not None]
    if not counts and (put := _put(tree, hit, kind)) is not None:
        counts = [put]
    if not counts and hit.entry.frame == "lives":
        counts = [count for head in hit.site.objects if (count := read_count(tree, head, kind)) is not None]
    return _with_parts(tree, hit, counts)


def _toll(tree: Tree, hit: Hit, kind: str) -> list[CountRow]:
    """Return the figure of "the death toll rose to 45"."""
    if hit.site.support is None:
        return []
    for child in tree.children[hit.site.support.verb]:
        for node in (child, *tree.children[child]):
            if tree.tags[node] == "CD" and node > hit.head:
                count = _count(tree, (tree.left_edge(node), node + 1), kind)
                return [count] if count is not None else []
    return []


def _put(tree: Tree, hit: Hit, kind: str) -> CountRow | None:
    """Return the figure of "put the number of its dead at nine"."""
    preposition = tree.heads[hit.head]
    number = tree.heads[preposition]
    told = tree.deps[hit.head] == "pobj" and tree.words[preposition] == "of" and tree.deps[number] == "dobj"
    if not told or tree.lemmas[number] != "number":
        return None
    figure = figure_of_put(tree, tree.heads[number])
    return None if figure is None else _count(tree, (tree.left_edge(figure), figure + 1), kind)


def read_count(tree: Tree, head: int, kind: str) -> CountRow | None:
    """Return the number in the noun phrase of `head` and whom it counts; nobody where it says "no one"."""
    span = span_of(tree, head)
    if any(tree.words[i] in _NONE for i in range(span[0], head + 1)):
        return None
    found = _count(tree, span, kind)
    if found is not None:
        found["of"] = counted_group(tree, head)
    return found


def _count(tree: Tree, span: tuple[int, int], kind: str) -> CountRow | None:
    found = read_quantity(tree, *span)
    if found is None:
        return None
    return {"kind": kind, "min": found.lowest, "max": found.highest, "span": (found.start, found.end)}


def _with_parts(tree: Tree, hit: Hit, counts: list[CountRow]) -> list[CountRow]:
    """Return `counts` with those that are part of one of them: "five people, including two children"."""
    if not counts:
        return counts
    _, end = tree.sentences[tree.sentence_of[hit.head]]
    whole = max(counts, key=lambda count: count["span"][1])
    opening = next((i for i in range(whole["span"][1], end) if _opens_parts(tree, i)), end)
    verbs = [i for i in range(whole["span"][1], opening) if tree.pos[i] == "VERB" and i != hit.head]
    if opening == end or verbs:
        return counts
    known = {count["span"] for count in counts}
    parts = [part for part in _parts(tree, opening, end, whole["kind"]) if part["span"] not in known]
    parts = [part for part in parts if whole["max"] is None or part["min"] <= whole["max"]]
    for part in parts:
        part["partial"] = True
    return [*counts, *parts]


def _opens_parts(tree: Tree, i: int) -> bool:
    """Say whether a part of those counted is told from `i` on: "including", "among them", "two of them children"."""
    words = tree.words
    if words[i] == "including" or (words[i] == "among" and words[i + 1 : i + 2] and words[i + 1] in _THEM):
        return True
    return words[i] == "of" and words[i + 1] in _THEM and tree.tags[i - 1] == "CD"


def _parts(tree: Tree, opening: int, end: int, kind: str) -> list[CountRow]:
    """Return the figures of the phrases coordinated behind `opening`, up to the end of what is listed."""
    if tree.words[opening] == "of":
        found = _count(tree, (opening - 1, opening), kind)
        head = next((i for i in range(opening + 2, min(end, opening + 6)) if counted_group(tree, i)), -1)
        return [] if found is None or head < 0 else [{**found, "of": counted_group(tree, head)}]
    rows: list[CountRow] = []
    for i in range(opening + 1, min(end, opening + _LONGEST_LIST)):
        if tree.pos[i] in VERBAL and tree.tags[i] not in ("VBN", "VBG"):
            break
        head = tree.heads[i] if tree.tags[i] == "CD" else -1
        if i < head < end and tree.deps[i] == "nummod" and tree.tags[head] in ("NNS", "NN"):
            part = read_count(tree, head, kind)
            if part is not None and part["of"] is not None:
                rows.append(part)
    return rows
