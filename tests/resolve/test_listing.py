"""Which known entry a name stands for: what fires, and what looks like it and must not."""

from dataclasses import replace

import pytest

from kg.resolve import Decisions, Entry
from kg.resolve.decisions import pair
from kg.resolve.entries import entry_from_json, entry_to_json, is_iri
from kg.resolve.listing import entry_blocks, find, lookup
from kg.resolve.who import Profile

NOBODY = Decisions()
MIRA = Entry(id="A-1", name="Mira Solen", aliases=("Mira Solenn",), type="Person", country="UA", start="1970-05")
BRENN = Entry(id="P-1", name="Brenn", type="Place", country="UA")
FRONT = Entry(id="O-1", name="Velmora Liberation Front", aliases=("Free Velmora Movement",), type="ArmedGroup")


def person(name: str = "Mira Solen", *, key: str = "person-mira-solen", **said: frozenset[str]) -> Profile:
    return Profile(key=key, names={name: 1}, types={"Person": 1}, **said)  # type: ignore[arg-type]


def body(name: str, of_type: str = "ArmedGroup", country: str | None = None) -> Profile:
    countries = {country: 1} if country else {}
    return Profile(key="org-velmora-front", names={name: 1}, types={of_type: 1}, countries=countries)


def place(name: str = "Brenn", country: str | None = "UA", **said: frozenset[str]) -> Profile:
    countries = {country: 1} if country else {}
    key = f"place-{name.lower()}"
    return Profile(key=key, names={name: 1}, types={"Place": 1}, countries=countries, **said)  # type: ignore[arg-type]


def found(profile: Profile, *entries: Entry, decisions: Decisions = NOBODY) -> tuple[tuple[str, ...], bool] | None:
    """Return the ids that `profile` may be and whether that is open, looked for as the register does."""
    near = [one for one in entries if not lookup(profile).isdisjoint(entry_blocks(one))]
    listing = find(profile, near, decisions)
    assert listing == find(profile, near[::-1], decisions)
    return None if listing is None else (listing.ids, listing.open)


@pytest.mark.parametrize(
    ("profile", "entry"),
    [
        (person(), MIRA),
        (person("Mira Solenn"), MIRA),
        (person("SOLEN, Mira"), MIRA),
        (person(lands=frozenset({"UA"})), MIRA),
        (person(days=frozenset({"2025-07-22", "1996-01-01"})), MIRA),
        (person("Volodymyr Zelenskiy"), replace(MIRA, name="Volodymyr Zelensky")),
        (person("Solen", key="person-solen.headofstate.country-ua", lands=frozenset({"UA"})),
         replace(MIRA, aliases=("Solen",))),
        (place(), BRENN),
        (place(same_as=frozenset({"https://sws.geonames.org/9000001/"})), BRENN),
        (place(same_as=frozenset({"https://sws.geonames.org/9000001/"})),
         replace(BRENN, id="https://sws.geonames.org/9000001/")),
        (body("Velmora Liberation Front"), FRONT),
        (body("Free Velmora Movement"), FRONT),
        (body("Velmora Liberation Front", "Organization"), FRONT),
        (Profile(key="country-ua", names={"Ukraine": 1}, types={"Country": 1}),
         Entry(id="C-1", name="Ukraine", type="Country", country="UA")),
        (Profile(key="country-velmora", names={"Velmora": 1}, types={"Country": 1}),
         Entry(id="C-2", name="Republic of Velmora", aliases=("Velmora",), type="Country")),
    ],
)  # fmt: skip
def test_a_name_stands_for_the_one_entry_that_fits(profile: Profile, entry: Entry) -> None:
    assert found(profile, entry) == ((entry.id,), False)


@pytest.mark.parametrize(
    ("profile", "entry"),
    [
        (person("Jan Solen"), MIRA),
        (person("M. Solen"), MIRA),
        (person("Solen", key="person-solen-0123456789abcdef"), replace(MIRA, aliases=("Solen",))),
        (person("Mira Solen"), replace(MIRA, type="Organization")),
        (person(lands=frozenset({"FR"})), MIRA),
        (person(days=frozenset({"1969-12-31"})), MIRA),
        (person(days=frozenset({"1970-04-30"})), MIRA),
        (person(days=frozenset({"2025-07-22"})), replace(MIRA, start="1900", end="1974")),
        (place(country="FR"), BRENN),
        (place("Brennen"), BRENN),
        (place(same_as=frozenset({"https://sws.geonames.org/9000001/"})),
         replace(BRENN, id="https://sws.geonames.org/9000002/")),
        (body("Velmora Liberation Front", "Company"), FRONT),
        (body("Velmora Liberation Front", country="FR"), replace(FRONT, country="UA")),
        (body("Ostrava Liberation Front"), FRONT),
        (Profile(key="country-ua", names={"Ukraine": 1}, types={"Country": 1}),
         Entry(id="C-1", name="Ukraine", type="Country", country="FR")),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_entry_is_none(profile: Profile, entry: Entry) -> None:
    assert found(profile, entry) is None


def test_a_death_some_years_ago_does_not_hinder() -> None:
    dead = replace(MIRA, start="1900", end="1975")
    assert found(person(days=frozenset({"2025-07-22"})), dead) == (("A-1",), False)


def test_two_entries_that_fit_leave_it_open() -> None:
    assert found(person(), MIRA, replace(MIRA, id="A-2")) == (("A-1", "A-2"), True)
    assert found(person(), MIRA, replace(MIRA, id="A-2", name="Mira Sollen", aliases=())) == (("A-1", "A-2"), True)


def test_of_two_namesakes_dates_and_country_leave_one() -> None:
    other = replace(MIRA, id="A-2", country="FR")
    assert found(person(lands=frozenset({"UA"})), MIRA, other) == (("A-1",), False)
    dead = replace(MIRA, id="A-2", start="1890", end="1950")
    assert found(person(days=frozenset({"2025-07-22"})), MIRA, dead) == (("A-1",), False)


def test_a_place_without_its_country_is_left_open() -> None:
    assert found(place(country=None), BRENN) == (("P-1",), True)
    assert found(place(), replace(BRENN, country=None)) == (("P-1",), True)


def test_a_person_decides() -> None:
    other = replace(MIRA, id="A-2")
    said = Decisions(same={pair("person-mira-solen", "A-2"): "asked her"})
    listing = find(person(), [MIRA, other], said)
    assert listing is not None
    assert (listing.ids, listing.open, listing.score, listing.rule) == (("A-2",), False, 1.0, "curation")
    assert listing.reason == "Mira Solen (A-2): asked her"
    denied = Decisions(not_same={pair("person-mira-solen", "A-2"): "asked her"})
    assert found(person(), MIRA, other, decisions=denied) == (("A-1",), False)
    assert found(person(), other, decisions=denied) is None


def test_a_decision_outweighs_class_country_and_dates() -> None:
    wrong = replace(MIRA, type="Organization", country="FR", start="2030")
    said = Decisions(same={pair("person-mira-solen", "A-1"): ""})
    listing = find(person(lands=frozenset({"UA"})), [wrong], said)
    assert listing is not None
    assert listing.settled == {"A-1"}


def test_a_literal_name_is_surer_than_one_in_another_spelling() -> None:
    literal, alike = find(person(), [MIRA], NOBODY), find(person("Mira Sollen"), [MIRA], NOBODY)
    assert literal is not None
    assert alike is not None
    assert (literal.rule, alike.rule) == ("known entry", "like a known entry")
    assert literal.score > alike.score


def test_an_entry_survives_json() -> None:
    assert entry_from_json(entry_to_json(MIRA)) == MIRA


@pytest.mark.parametrize("id_", ["https://names.example/1", "http://www.wikidata.org/entity/Q1", "urn:x:1"])
def test_iris_are_told_from_other_ids(id_: str) -> None:
    assert is_iri(id_)


@pytest.mark.parametrize("id_", ["Q1", "A-12", "names.example/1", "https://names.example/a b", "ftp://names.example/1"])
def test_other_ids_are_no_iris(id_: str) -> None:
    assert not is_iri(id_)
