"""Which joins a person should look at, and what a person means by a name."""

from dataclasses import replace

import pytest

from kg.config import DEFAULT_BASE
from kg.errors import QueryError
from kg.pipeline import graph_nquads
from kg.records import Extraction
from kg.resolve import Decisions, article_key, fact_names
from kg.resolve.decisions import pair
from kg.review import doubts, fact_of, key_of
from kg.store import Store, memory_store
from tests.upkeep_aids import story

GOLANI, SHARAA = "person-abu-mohammed-al-golani", "person-ahmed-al-sharaa"


def renamed(number: int, name: str) -> Extraction:
    read = story(number)
    people = (replace(one, name=name, aliases=()) if one.type == "Person" else one for one in read.entities)
    return replace(read, entities=tuple(people))


def graph(decisions: Decisions | None = None) -> Store:
    store = memory_store()
    read = [story(0), renamed(1, "Abu Mohammed al-Golani"), renamed(2, "Ahmed al-Sharaa")]
    store.load_nquads(graph_nquads(read, base=DEFAULT_BASE, decisions=decisions))
    return store


@pytest.fixture(scope="module")
def store() -> Store:
    return graph()


def test_the_least_sure_joins_come_first(store: Store) -> None:
    found = doubts(store, base=DEFAULT_BASE)
    assert [one.score for one in found] == sorted(one.score for one in found)
    (names,) = (one for one in found if one.rule == "known names")
    assert {side.key for side in names.sides} == {GOLANI, SHARAA}
    assert names.commands == (f"kg same {GOLANI} {SHARAA}  # right", f"kg different {GOLANI} {SHARAA}  # wrong")
    assert len(doubts(store, base=DEFAULT_BASE, limit=1)) == 1


def test_what_a_person_decided_is_not_doubted() -> None:
    decided = graph(Decisions(same={pair(GOLANI, SHARAA): "checked"}))
    assert all(GOLANI not in {side.key for side in one.sides} for one in doubts(decided, base=DEFAULT_BASE))


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("Mira Solen", "person-mira-solen"),
        ("person-mira-solen", "person-mira-solen"),
        (f"<{DEFAULT_BASE}person-mira-solen>", "person-mira-solen"),
        ("Ahmed al-Sharaa", SHARAA),
        (GOLANI, GOLANI),
    ],
)
def test_names_keys_and_iris_mean_the_same(store: Store, what: str, key: str) -> None:
    assert key_of(store, what, base=DEFAULT_BASE) == key


def test_what_nothing_is_called_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="Nobody"):
        key_of(store, "Nobody", base=DEFAULT_BASE)


def test_a_fact_is_found_with_its_article(store: Store) -> None:
    name = fact_names(story(0))["v1"]
    assert fact_of(store, name, base=DEFAULT_BASE) == (name, article_key(story(0).article))
    with pytest.raises(QueryError, match="no fact of this graph"):
        fact_of(store, "person-mira-solen", base=DEFAULT_BASE)
