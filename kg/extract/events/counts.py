"""How many were killed, hurt, seized or driven out, from the phrases of those whom it befell."""

from kg.extract.annotations import CountRow, ParticipantRow
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


def find_counts(tree: Tree, hit: Hit, participants: list[ParticipantRow]) -> list[CountRow]:
    """Return the figures of the event at `hit`."""
    kind = _KIND.get(hit.event)
    if kind is None:
        return []
    if hit.entry.lemmas == ("toll",):
        return _toll(tree, hit, kind)
    spans = [span_of(tree, row["span"][1] - 1) for row in participants if row["role"] in _COUNTED]
    counts = [count for span in spans if (count := read_count(tree, span, kind)) is not None]
    if not counts and hit.entry.frame == "lives":
        found = (read_count(tree, span_of(tree, obj), kind) for obj in hit.site.objects)
        counts = [count for count in found if count is not None]
    return counts


def _toll(tree: Tree, hit: Hit, kind: str) -> list[CountRow]:
    """Return the figure of "the death toll rose to 45"."""
    if hit.site.support is None:
        return []
    for child in tree.children[hit.site.support.verb]:
        for node in (child, *tree.children[child]):
            if tree.tags[node] == "CD" and node > hit.head:
                count = read_count(tree, (tree.left_edge(node), node + 1), kind)
                return [count] if count is not None else []
    return []


def read_count(tree: Tree, span: tuple[int, int], kind: str) -> CountRow | None:
    """Return the number in the noun phrase `span`; those of "5, including 2 children" are the five."""
    found = read_quantity(tree, *span)
    if found is None:
        return None
    return {"kind": kind, "min": found.lowest, "max": found.highest, "span": (found.start, found.end)}
