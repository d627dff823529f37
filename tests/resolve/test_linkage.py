"""Groups kept up to date are the groups that a new start would give."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clustering import Link, group
from kg.resolve.linkage import Judge, Linkage

NODES = [f"n{number}" for number in range(9)]


class World:
    """Nodes with a value each: alike within 1, in conflict from 3 on."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}

    def judge(self) -> Judge:
        return Judge(blocks=self.blocks, link=self.link, conflict=self.conflict, head=min)

    def blocks(self, node: str) -> set[str]:
        value = self.values[node]
        return {str(value // 2), str((value + 1) // 2)}

    def link(self, one: str, other: str) -> Link | None:
        apart = abs(self.values[one] - self.values[other])
        return Link(1.0 - apart / 10, f"{apart} apart", "near") if apart <= 1 else None

    def conflict(self, one: str, other: str) -> bool:
        return abs(self.values[one] - self.values[other]) >= 3


def fresh(world: World) -> Linkage:
    linkage = Linkage(sqlite3.connect(":memory:"), "node", world.judge())
    linkage.settle(set(world.values), set())
    return linkage


def groups(linkage: Linkage) -> dict[str, object]:
    return {head: linkage.group(head) for head in linkage.heads()}


steps = st.lists(
    st.dictionaries(st.sampled_from(NODES), st.one_of(st.none(), st.integers(0, 12)), min_size=1, max_size=4),
    min_size=1,
    max_size=8,
)


@given(steps)
def test_any_history_gives_the_groups_of_a_new_start(history: list[dict[str, int | None]]) -> None:
    world = World()
    linkage = Linkage(sqlite3.connect(":memory:"), "node", world.judge())
    for changes in history:
        before = groups(linkage)
        gone = {node for node, value in changes.items() if value is None and node in world.values}
        dirty = {node for node, value in changes.items() if value is not None}
        for node in gone:
            del world.values[node]
        world.values |= {node: value for node, value in changes.items() if value is not None}
        changed = linkage.settle(dirty, gone)
        now = groups(linkage)
        assert now == groups(fresh(world))
        assert {head for head in now if before.get(head) != now[head]} <= changed.heads
        assert changed.heads <= now.keys()
        assert changed.gone == before.keys() - now.keys()


def test_a_chain_of_likenesses_does_not_join_what_differs() -> None:
    world = World()
    world.values = {"n1": 0, "n2": 1, "n3": 2, "n4": 3}
    assert [fresh(world).group(head).members for head in fresh(world).heads()] == [("n1", "n2", "n3"), ("n4",)]


def test_the_strongest_link_comes_first() -> None:
    links = {("a", "b"): Link(0.5, "weak", "w"), ("b", "c"): Link(0.9, "strong", "s")}
    found = group("abc", links, lambda one, other: {one, other} == {"a", "c"})
    assert sorted(one.members for one in found) == [("a",), ("b", "c")]


def test_links_say_why() -> None:
    world = World()
    world.values = {"n1": 4, "n2": 4}
    linkage = fresh(world)
    assert linkage.group("n1").links == (("n1", "n2", Link(1.0, "0 apart", "near")),)
    assert linkage.head("n2") == "n1"
