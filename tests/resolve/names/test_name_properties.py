"""Comparing names goes both ways, joins a name with itself, and finds by blocks all that it joins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.given_names import given_names
from kg.lexicon.names import common_names, name_spellings, name_words, other_names
from kg.resolve.names import Kind, NameForms, blocks, compare, conflict
from kg.resolve.names.spelling import Alike, alike, fold, skeletons

TITLES = name_words("person-titles")
GIVEN = sorted(name for name in given_names() if name not in {"Abdel", "Abdul", "Xi"} and name.lower() not in TITLES)
SPELLED = sorted({form for entry in name_spellings() for form in (entry.name, *entry.spellings)})
FAMILIES = ["Varenko", "al-Tamari", "Wellbrook", "Dovzhansky", "bin Rashidun", "Oyelaran", "Jae-min", "Solheim"]
COUNTRIES = st.sampled_from([None, "UA", "SY", "US"])
NOISE = st.text(max_size=24)
PEOPLE = st.builds(
    lambda title, first, middle, last: " ".join(part for part in (title, first, middle, last) if part),
    st.sampled_from(["", "Gen.", "President", "King"]),
    st.sampled_from([*GIVEN, *SPELLED, "V.", "J. R."]),
    st.sampled_from(["", "", "K.", "Ivanovich", "Abu"]),
    st.sampled_from([*FAMILIES, *SPELLED, "Smith", "II", "Jr."]),
)
BODIES = st.builds(
    lambda land, number, what: " ".join(part for part in (land, number, what) if part),
    st.sampled_from(["", "Ukrainian", "Syria's", "U.S."]),
    st.sampled_from(["", "47th", "First", "North"]),
    st.sampled_from(["Foreign Ministry", "Ministry of Defence", "Brigade", "Varen Corp.", "Varen movement", "VLF"]),
)
PLACES = st.builds(
    lambda before, name, after: " ".join(part for part in (before, name, after) if part),
    st.sampled_from(["", "city of", "North", "St."]),
    st.sampled_from(["Varenivka", "al-Tamar", "Kharkiv", "Kharkov", "Solheim"]),
    st.sampled_from(["", "Oblast", "region", "River", "City"]),
)


def forms(kind: Kind, names: st.SearchStrategy[str], types: list[str]) -> st.SearchStrategy[NameForms]:
    return st.builds(
        NameForms,
        st.just(kind),
        st.sampled_from(types),
        names | NOISE,
        st.lists(names, max_size=2).map(tuple),
        COUNTRIES,
    )


THINGS = (
    forms("person", PEOPLE, ["Person"])
    | forms("org", BODIES, ["GovernmentBody", "MilitaryUnit", "Company", "ArmedGroup", "Organization"])
    | forms("place", PLACES, ["Place", "Facility"])
)


@given(THINGS, THINGS)
def test_comparing_goes_both_ways(one: NameForms, other: NameForms) -> None:
    assert compare(one, other) == compare(other, one)
    assert conflict(one, other) == conflict(other, one)


@given(THINGS, THINGS)
def test_what_is_alike_shares_a_block_and_does_not_contradict(one: NameForms, other: NameForms) -> None:
    likeness = compare(one, other)
    if likeness is not None:
        assert not blocks(one).isdisjoint(blocks(other))
        assert conflict(one, other) is None
        assert 0 < likeness.score <= 1
        assert likeness.reason
        assert likeness.rule


@given(THINGS)
def test_a_thing_is_never_two(one: NameForms) -> None:
    assert conflict(one, one) is None


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILIES))
def test_a_full_name_is_surely_itself_unless_many_bear_it(first: str, last: str) -> None:
    person = NameForms("person", "Person", f"{first} {last}")
    likeness = compare(person, person)
    assert likeness is not None
    assert (likeness.score, likeness.needs_context) == (1.0, False)


@given(st.sampled_from(SPELLED), st.sampled_from(SPELLED))
def test_words_that_are_alike_share_a_skeleton(one: str, other: str) -> None:
    first, second = fold(one).replace("-", ""), fold(other).replace("-", "")
    assert alike(first, second) == alike(second, first)
    if alike(first, second) > Alike.NO:
        assert skeletons(first) & skeletons(second)


@pytest.mark.parametrize("name", ["Putin", "al-Assad", "Kim", "King Abdullah", "Smith"])
def test_a_single_name_needs_context(name: str) -> None:
    likeness = compare(NameForms("person", "Person", name), NameForms("person", "Person", name))
    assert likeness is None or likeness.needs_context


def test_a_name_that_many_bear_needs_context() -> None:
    common = {part: [entry.names[0] for entry in common_names() if entry.part == part] for part in ("given", "family")}
    for first in common["given"]:
        for last in common["family"]:
            person = NameForms("person", "Person", f"{first} {last}")
            likeness = compare(person, person)
            assert likeness is not None
            assert likeness.needs_context


def test_other_names_of_one_thing_are_joined() -> None:
    types = {"person": "Person", "org": "Organization", "place": "Place"}
    for entry in other_names():
        first = NameForms(entry.kind, types[entry.kind], entry.names[0], country=entry.country)
        for name in entry.names[1:]:
            assert compare(first, NameForms(entry.kind, types[entry.kind], name, country=entry.country)), name
