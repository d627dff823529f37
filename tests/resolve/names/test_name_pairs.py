"""Pairs of names with the truth beside them: nothing that is two is surely one, and most of what is one is found.

`same` is what the names alone tell, `maybe` what only context can tell, `different` what is two.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.resolve.names import NameForms, blocks, compare, conflict


@dataclass(frozen=True)
class Pair:
    one: NameForms
    other: NameForms
    truth: str

    def __str__(self) -> str:
        return f"{self.one.name} / {self.other.name}"


def read_pairs() -> list[Pair]:
    lines = (Path(__file__).parent / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = []
    for row in map(json.loads, lines):
        one, other = (
            NameForms(row["kind"], row["type"], row[name], country=country)
            for name, country in zip(("one", "other"), row["countries"], strict=True)
        )
        pairs.append(Pair(one, other, row["truth"]))
    return pairs


PAIRS = read_pairs()


def verdict(pair: Pair) -> str:
    likeness = compare(pair.one, pair.other)
    if likeness is None:
        return "apart"
    return "maybe" if likeness.needs_context else "sure"


def test_there_are_pairs_of_every_kind() -> None:
    counts = Counter((pair.one.kind, pair.truth) for pair in PAIRS)
    assert len(PAIRS) >= 450
    assert {truth for _, truth in counts} == {"same", "maybe", "different"}
    assert min(counts[kind, truth] for kind in ("person", "org", "place") for truth in ("same", "different")) >= 20


def test_nothing_that_is_two_is_joined() -> None:
    joined = [str(pair) for pair in PAIRS if pair.truth == "different" and verdict(pair) == "sure"]
    doubtful = [str(pair) for pair in PAIRS if pair.truth == "maybe" and verdict(pair) == "sure"]
    assert (joined, doubtful) == ([], [])


def test_what_names_alone_tell_is_found() -> None:
    assert [str(pair) for pair in PAIRS if pair.truth == "same" and verdict(pair) != "sure"] == []


def test_most_of_what_context_can_tell_is_found() -> None:
    maybe = [pair for pair in PAIRS if pair.truth == "maybe"]
    assert sum(verdict(pair) == "maybe" for pair in maybe) / len(maybe) >= 0.8


def test_a_name_that_may_be_the_same_does_not_contradict() -> None:
    against = [(str(pair), conflict(pair.one, pair.other)) for pair in PAIRS if pair.truth != "different"]
    assert [(pair, why) for pair, why in against if why is not None] == []


def test_most_of_what_is_two_contradicts_itself() -> None:
    people = [pair for pair in PAIRS if pair.truth == "different" and pair.one.kind == "person"]
    assert sum(conflict(pair.one, pair.other) is not None for pair in people) / len(people) >= 0.9


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_both_ways_say_the_same(pair: Pair) -> None:
    assert compare(pair.one, pair.other) == compare(pair.other, pair.one)
    assert conflict(pair.one, pair.other) == conflict(pair.other, pair.one)


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_what_is_joined_shares_a_block(pair: Pair) -> None:
    assert (compare(pair.one, pair.other) is None) or (blocks(pair.one) & blocks(pair.other))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Kim Jong-un", "Kim Jong-il", "different given names"),
        ("Robert Varen Jr.", "Robert Varen Sr.", "elder"),
        ("Pope Leo XIV", "Pope Leo XIII", "numbers"),
        ("Ivan Petrovich Varenko", "Ivan Sergeevich Varenko", "fathers' names"),
        ("Bill Varen", "Hillary Varen", "man and a woman"),
        ("George W. Varen", "George H.W. Varen", "middle names"),
    ],
)
def test_reasons_against_people(one: str, other: str, words: str) -> None:
    why = conflict(NameForms("person", "Person", one), NameForms("person", "Person", other))
    assert why is not None
    assert words in why


@pytest.mark.parametrize(
    ("type_", "one", "other", "words"),
    [
        ("MilitaryUnit", "47th Brigade", "36th Brigade", "numbers"),
        ("MilitaryUnit", "47th Brigade", "47th Battalion", "kinds"),
        ("GovernmentBody", "Ukrainian Foreign Ministry", "Russian Foreign Ministry", "countries"),
        ("GovernmentBody", "Ukrainian Foreign Ministry", "Ukrainian Defense Ministry", "ministries"),
        ("ArmedGroup", "PKK", "YPG", "known as two"),
        ("Organization", "North Varen Council", "South Varen Council", "north"),
    ],
)
def test_reasons_against_organizations(type_: str, one: str, other: str, words: str) -> None:
    why = conflict(NameForms("org", type_, one), NameForms("org", type_, other))
    assert why is not None
    assert words in why
