"""names.jsonl: lists come and go, and what was there before a list is there again after it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import NamesError
from kg.known_names import AddedNames, Kept, added, dump, in_force, parse, without
from kg.resolve import Entry

SOLEN = Entry(id="A-1", name="Mira Solen", aliases=("Mira Castun",), type="Person")
NORR = Entry(id="A-2", name="Ida Norr", type="Person", country="UA", start="1970")
OTHER = Entry(id="A-1", name="Mira Solen", type="Person", country="FR")


def standing(kept: tuple[Kept, ...]) -> dict[str, Entry]:
    return {id_: one.entry for id_, one in in_force(kept).items()}


def test_lists_are_numbered_and_the_last_value_counts() -> None:
    first, outcome = added((), [SOLEN, NORR], source="list.csv", at="2025-07-22")
    assert outcome == AddedNames("n1", 2, 0, 0)
    second, outcome = added(first, [OTHER, NORR], source="other.csv", at="2025-07-23")
    assert outcome == AddedNames("n2", 0, 1, 1)
    assert standing(second) == {"A-1": OTHER, "A-2": NORR}
    assert without(second, ["n2"]) == first
    assert standing(without(second, ["n1"])) == {"A-1": OTHER}
    assert standing(without(second, ["A-1"])) == {"A-2": NORR}


def test_the_same_again_is_no_list() -> None:
    kept, _ = added((), [SOLEN, NORR], source="list.csv", at="2025-07-22")
    assert added(kept, [NORR, SOLEN], source="other.csv", at="2026-01-01") == (kept, AddedNames(None, 0, 0, 2))


def test_what_is_not_there_cannot_be_taken_back() -> None:
    kept, _ = added((), [SOLEN], source="list.csv", at="2025-07-22")
    with pytest.raises(NamesError, match=r"n2: neither a list nor the id of a known name \(kg names shows both\)"):
        without(kept, ["n1", "n2"])


@pytest.mark.parametrize("line", ["{", "[]", '{"list": "n1"}', json.dumps({"list": "x", "source": "", "at": ""})])
def test_a_damaged_line_is_named(line: str) -> None:
    kept, _ = added((), [SOLEN], source="list.csv", at="2025-07-22")
    with pytest.raises(NamesError, match=r"^names.jsonl:2: a damaged line; take it out"):
        parse(dump(kept) + line + "\n", "names.jsonl")


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=9)
ENTRIES = st.builds(
    Entry,
    id=st.sampled_from(["A-1", "A-2", "https://names.example/1"]),
    name=WORDS,
    type=st.just("Person"),
    aliases=st.lists(WORDS, max_size=2).map(tuple),
    country=st.sampled_from([None, "UA"]),
)


@given(st.lists(st.lists(ENTRIES, max_size=3, unique_by=lambda one: one.id), max_size=4))
def test_lists_survive_the_file_and_come_off_one_by_one(lists: list[list[Entry]]) -> None:
    history: list[tuple[Kept, ...]] = [()]
    for entries in lists:
        kept, outcome = added(history[-1], entries, source="any", at="2025-07-22")
        assert parse(dump(kept), "") == kept
        if outcome.list is None:
            assert kept == history[-1]
            continue
        assert without(kept, [outcome.list]) == history[-1]
        history.append(kept)
