"""Verbs and nouns that tie people to bodies, and people beside bodies without any title."""

from collections.abc import Callable

import pytest

type Roles = Callable[[str], set[tuple[str, str, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber heads the World Bank.", ("Anna Weber", "head", "World Bank", "current")),
        (
            "Anna Weber, who founded Human Rights Watch, spoke.",
            ("Anna Weber", "founder", "Human Rights Watch", "current"),
        ),
        ("Anna Weber joined NATO in 1999.", ("Anna Weber", "member", "NATO", "current")),
        ("Anna Weber left to lead the Red Cross.", ("Anna Weber", "leader", "Red Cross", "current")),
        ("Anna Weber will lead the Kenyan delegation.", ("Anna Weber", "leader", "Kenyan delegation", "incoming")),
        ("Anna Weber quit the Labour Party.", ("Anna Weber", "member", "Labour Party", "former")),
        ("The Red Cross, led by Anna Weber, agreed.", ("Anna Weber", "leader", "Red Cross", "current")),
        ("Hezbollah is led by Omar Haddad.", ("Omar Haddad", "leader", "Hezbollah", "current")),
    ],
)
def test_verb_and_body(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber leads the race.",
        "Anna Weber heads to the World Bank.",
        "Anna Weber joined NATO in calling for a truce.",
        "Anna Weber leaves the White House at noon.",
        "Anna Weber refused to join NATO.",
        "The attack was led by Omar Haddad.",
    ],
)
def test_verb_without_a_body(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber worked for the World Bank.", ("Anna Weber", "member", "World Bank", "unknown")),
        ("Anna Weber teaches at Columbia University.", ("Anna Weber", "teacher", "Columbia University", "current")),
        ("Anna Weber was elected to the Senate.", ("Anna Weber", "member", "Senate", "current")),
        ("Anna Weber was fired by the World Bank.", ("Anna Weber", "member", "World Bank", "former")),
        ("Anna Weber resigned from the Labour Party.", ("Anna Weber", "member", "Labour Party", "former")),
        (
            "Anna Weber has been on the UN Security Council since May.",
            ("Anna Weber", "member", "United Nations Security Council", "current"),
        ),
        ("Anna Weber took a job at the World Bank.", ("Anna Weber", "member", "World Bank", "unknown")),
        ("Anna Weber lost her job at the World Bank.", ("Anna Weber", "member", "World Bank", "unknown")),
    ],
)
def test_verb_preposition_and_body(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber works with the government of Chad.",
        "Anna Weber studied at Columbia University.",
        "Anna Weber graduated from Columbia University.",
        "Anna Weber was not elected to the Senate.",
        "Anna Weber spoke about jobs at the World Bank.",
    ],
)
def test_preposition_without_membership(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Paul Keller of Human Rights Watch agreed.", ("Paul Keller", "member", "Human Rights Watch", "current")),
        ("“No,” said Paul Keller, of Human Rights Watch.", ("Paul Keller", "member", "Human Rights Watch", "current")),
        ("Amnesty International's Paul Keller agreed.", ("Paul Keller", "member", "Amnesty International", "current")),
        ("Paul Keller at Columbia University found it.", ("Paul Keller", "member", "Columbia University", "current")),
        ("Paul Keller, keeper of the British Museum, agreed.", ("Paul Keller", "member", "British Museum", "current")),
    ],
)
def test_name_beside_body(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Keller of Berlin agreed.",
        "Paul Keller told Human Rights Watch everything.",
        "Paul Keller, son of the Red Cross founder, agreed.",
        "They met Paul Keller at the Pentagon.",
    ],
)
def test_name_beside_what_is_no_employer(roles: Roles, text: str) -> None:
    assert roles(text) == set()
