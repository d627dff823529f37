"""Groups out of pairs: which nodes are one thing, given what speaks for pairs of them and what speaks against.

Strongest links first (single linkage), but two groups are never put together when any node of one is known to differ
from any node of the other: no chain of small likenesses joins what differs. The result depends on the nodes, links and
conflicts alone, not on their order.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Link(NamedTuple):
    """Why two nodes are one thing: `score` in (0, 1], `reason` in words for people, `rule` the name of what decided."""

    score: float
    reason: str
    rule: str


class Group(NamedTuple):
    """Nodes that are one thing, sorted, and the links that put them together, each with its two ends."""

    members: tuple[str, ...]
    links: tuple[tuple[str, str, Link], ...]


def group(
    nodes: Iterable[str], links: Mapping[tuple[str, str], Link], conflict: Callable[[str, str], bool]
) -> list[Group]:
    """Return the groups of `nodes`, each node in exactly one.

    Args:
        nodes: what to group.
        links: by the two nodes they join; both are among `nodes`.
        conflict: says whether two nodes cannot be one thing; asked in either order.
    """
    group_of = {node: index for index, node in enumerate(sorted(set(nodes)))}
    members = {index: [node] for node, index in group_of.items()}
    used: dict[int, list[tuple[str, str, Link]]] = {index: [] for index in members}
    for (one, other), link in sorted(links.items(), key=lambda item: (-item[1].score, item[0])):
        first, second = sorted((group_of[one], group_of[other]))
        if first == second or any(conflict(a, b) for a in members[first] for b in members[second]):
            continue
        for node in members[second]:
            group_of[node] = first
        members[first] += members.pop(second)
        used[first] += [*used.pop(second), (one, other, link)]
    return [Group(tuple(sorted(nodes)), tuple(used[index])) for index, nodes in members.items()]
