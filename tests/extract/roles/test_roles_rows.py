"""Rows of roles: what several sentences say becomes one row; categories, dates, parts, evidence, new bodies."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.annotations import MENTIONS, RoleRow, spans_of
from kg.extract.entities import add_entity

type Rows = Callable[[str], list[RoleRow]]
type Read = Callable[[str], Doc]


def test_one_role_told_twice_is_one_row(rows: Rows) -> None:
    found = rows(
        "Kenyan President William Ruto left. President Ruto spoke in Oslo. William Ruto, Kenya's president, sang."
    )
    assert [(row["title"], row["evidence"]) for row in found] == [("president", (0, 4))]


def test_the_row_without_an_organization_yields_to_the_fuller(rows: Rows) -> None:
    assert [
        row["organization"] is None
        for row in rows("President William Ruto left. Kenya's president, William Ruto, sang.")
    ] == [False]


def test_former_beside_the_title_wins(rows: Rows) -> None:
    found = rows("President Bill Clinton spoke. Former president Bill Clinton wrote a book.")
    assert [(row["title"], row["status"]) for row in found] == [("president", "former")]


def test_a_bare_member_yields_to_a_post_in_the_same_body(rows: Rows) -> None:
    found = rows("Anna Weber of the World Bank spoke. Anna Weber is director of the World Bank.")
    assert [row["title"] for row in found] == ["director"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Kenyan President William Ruto left.", "HeadOfState"),
        ("Google president Anna Weber left.", "Executive"),
        ("NATO president Anna Weber left.", "Head"),
        ("Hamas leader Omar Haddad left.", "RebelLeader"),
        ("Labour Party leader Anna Weber left.", "PartyLeader"),
        ("Deputy defense minister Anna Weber left.", "DeputyMinister"),
        ("Anna Weber, a member of the Kenyan parliament, left.", "Legislator"),
        ("The chief of staff of the army, Anna Weber, left.", "MilitaryCommander"),
        ("Anna Weber, president of the Labour Party, left.", "PartyLeader"),
        ("Ruto's prime minister, Anna Weber, left.", "HeadOfGovernment"),
        ("The fund's president, Anna Weber, left.", "Head"),
        ("Presidential candidate Anna Weber left.", "Candidate"),
        ("Representative Anna Weber left.", "Legislator"),
        ("Anna Weber, a representative of NATO, left.", "Envoy"),
        ("Officer Anna Weber left.", "PoliceOfficer"),
        ("Anna Weber, an army officer, left.", "MilitaryOfficer"),
        ("Anna Weber, an officer with the Dallas police, left.", "PoliceOfficer"),
        ("Anna Weber, director of operations at Google, left.", "Head"),
        ("Red Cross deputy Asia director Anna Weber left.", "Deputy"),
        ("Commerce Secretary Anna Weber left.", "Minister"),
    ],
)
def test_category(rows: Rows, text: str, category: str) -> None:
    assert [row["category"] for row in rows(text)] == [category]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Anna Weber has been chair of the Red Cross since 2019.", ("2019", None)),
        ("Anna Weber was mayor of Berlin from 2010 to 2014.", ("2010", "2014")),
        ("Anna Weber was mayor of Berlin until March 2015.", (None, "2015-03")),
        ("Anna Weber joined NATO in 1999.", ("1999", None)),
        ("Anna Weber resigned as director of the CIA in March 2015.", (None, "2015-03")),
        ("Anna Weber is director of the CIA. She flew to Oslo in 2019.", (None, None)),
        ("Anna Weber, director of the CIA, visited Oslo in March 2015.", (None, None)),
    ],
)
def test_since_and_until(rows: Rows, text: str, term: tuple[str | None, str | None]) -> None:
    assert [(row["start"], row["until"]) for row in rows(text)] == [term]


def test_dates_go_to_their_own_role(rows: Rows) -> None:
    found = rows("Anna Weber served as director of the CIA from 2013 to 2015 before joining NATO.")
    assert {(row["title"], row["start"], row["until"]) for row in found} == {
        ("director", "2013", "2015"),
        ("member", None, None),
    }


def test_his_minister_serves_the_state_he_leads(read: Read) -> None:
    doc = read("Russian President Vladimir Putin and his defense minister, Ivan Petrov, met.")
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    assert {(names[r["person"]], names.get(r["organization"])) for r in doc._.kg_roles} == {
        ("Vladimir Putin", "Russia"),
        ("Ivan Petrov", "Russia"),
    }


def test_a_described_body_becomes_an_entity_with_a_mention(read: Read) -> None:
    doc = read("Anna Weber is chair of the Kenyan parliament's defence committee.")
    key = next(k for k, row in doc._.kg_entities.items() if row["name"] == "Kenyan parliament's defence committee")
    assert [(span.text, span.kb_id_) for span in spans_of(doc, MENTIONS) if span.id_ == key] == [
        ("Kenyan parliament's defence committee", "description")
    ]
    assert {(r["title"], r["rule"]) for r in doc._.kg_roles} == {("chair", "copula"), ("member", "copula:part")}


@pytest.mark.parametrize(
    "text", ["Anna Weber is chair of the committee.", "Omar Haddad is head of the strongest party."]
)
def test_a_body_that_nothing_identifies_is_no_entity(read: Read, text: str) -> None:
    doc = read(text)
    assert [row["type"] for row in doc._.kg_entities.values()] == ["Person"]


def test_added_entity_is_found_again(read: Read) -> None:
    doc = read("Anna Weber spoke to the board. The board agreed.")
    first = add_entity(doc, 4, 6, type="Organization", name="the board")
    second = add_entity(doc, 7, 9, type="Organization", name="the board")
    assert first == second
    assert [span.text for span in spans_of(doc, MENTIONS) if span.id_ == first] == ["the board", "The board"]


def test_evidence_covers_person_title_and_body(rows: Rows, read: Read) -> None:
    text = "On Monday Anna Weber, the director of the CIA, spoke."
    start, end = rows(text)[0]["evidence"]
    assert read(text)[start:end].text == "Anna Weber, the director of the CIA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paul Keller, a lawmaker with the Labour Party, spoke.",
            {("lawmaker", None), ("member", "Labour Party")},
        ),
        ("Omar Haddad has ruled Sudan as president since 1989.", {("president", "Sudan")}),
        ("Anna Weber leads the Kenyan delegation.", {("leader", "Kenyan delegation")}),
    ],
)
def test_what_the_post_is_held_in(read: Read, text: str, expected: set[tuple[str, str | None]]) -> None:
    doc = read(text)
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    assert {(row["title"], names.get(row["organization"])) for row in doc._.kg_roles} == expected


def test_who_leads_a_delegation_negotiates(rows: Rows) -> None:
    assert [row["category"] for row in rows("Anna Weber leads the Kenyan delegation.")] == ["Negotiator"]


def test_since_an_event(rows: Rows) -> None:
    found = rows("Omar Haddad has served as president since a coup in October 2021.")
    assert [(row["start"], row["until"]) for row in found] == [("2021-10", None)]


def test_what_someone_had_led_is_over(rows: Rows) -> None:
    assert [row["status"] for row in rows("Anna Weber, who had led the Red Cross, spoke.")] == ["former"]
