"""Titles that a clause ties to a person: copulas, "as", appointments, dismissals, successions, offices."""

from collections.abc import Callable

import pytest

type Roles = Callable[[str], set[tuple[str, str, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber is the president of Chile.", ("Anna Weber", "president", "Chile", "current")),
        ("Anna Weber was mayor of Berlin.", ("Anna Weber", "mayor", "Berlin", "former")),
        ("Anna Weber has been chair of the Red Cross since 2019.", ("Anna Weber", "chair", "Red Cross", "current")),
        ("Anna Weber became director of the CIA in May.", ("Anna Weber", "director", "CIA", "current")),
        ("Anna Weber will become director of the CIA.", ("Anna Weber", "director", "CIA", "incoming")),
        ("Anna Weber is no longer director of the CIA.", ("Anna Weber", "director", "CIA", "former")),
        ("Anna Weber, who was a judge, is now head of NATO.", ("Anna Weber", "head", "NATO", "current")),
        ("Anna Weber is a diplomat who was director of the CIA.", ("Anna Weber", "director", "CIA", "former")),
        ("The president of Chile is Anna Weber.", ("Anna Weber", "president", "Chile", "current")),
    ],
)
def test_copula(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber is not the president of Chile.",
        "Anna Weber would be the president of Chile.",
        "Anna Weber wants to become president of Chile.",
        "If Anna Weber is president of Chile, she will sign.",
        "Anna Weber was never president of Chile.",
    ],
)
def test_what_is_not_so_is_no_role(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber served as ambassador to Chad.", ("Anna Weber", "ambassador to chad", None, "unknown")),
        ("Anna Weber serves as director of the CIA.", ("Anna Weber", "director", "CIA", "current")),
        ("Anna Weber resigned as director of the CIA.", ("Anna Weber", "director", "CIA", "former")),
        ("Anna Weber stepped down as director of the CIA.", ("Anna Weber", "director", "CIA", "former")),
        ("Anna Weber took over as head of NATO.", ("Anna Weber", "head", "NATO", "current")),
        ("Anna Weber spoke of her role as head of NATO.", ("Anna Weber", "head", "NATO", "unknown")),
        ("Anna Weber celebrated her election as head of NATO.", ("Anna Weber", "head", "NATO", "current")),
        ("As head of NATO, Anna Weber wrote to the allies.", ("Anna Weber", "head", "NATO", "unknown")),
    ],
)
def test_as(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber is known as the mother of the nation.",
        "Anna Weber works as hard as the president of Chile.",
        "Anna Weber refused to serve as director of the CIA.",
    ],
)
def test_as_without_a_post(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Weber was appointed defense minister.", ("Anna Weber", "defense minister", None, "current")),
        ("Paul Keller appointed Anna Weber as envoy.", ("Anna Weber", "envoy", None, "current")),
        ("NATO named Anna Weber spokeswoman.", ("Anna Weber", "spokeswoman", "NATO", "current")),
        ("Anna Weber was sworn in as president of Chile.", ("Anna Weber", "president", "Chile", "current")),
        ("Anna Weber was nominated as director of the CIA.", ("Anna Weber", "director", "CIA", "incoming")),
        ("Anna Weber was sacked as defense minister.", ("Anna Weber", "defense minister", None, "former")),
        ("Omar Haddad named himself president of Sudan.", ("Omar Haddad", "president", "Sudan", "current")),
        (
            "Anna Weber was appointed to the post of defense minister.",
            ("Anna Weber", "defense minister", None, "current"),
        ),
        ("Anna Weber held the post of defense minister.", ("Anna Weber", "defense minister", None, "unknown")),
    ],
)
def test_appointments(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber may be appointed defense minister.",
        "Anna Weber was not appointed defense minister.",
        "Anna Weber, the cousin of the defense minister, voted.",
    ],
)
def test_no_appointment(roles: Roles, text: str) -> None:
    assert roles(text) == set()


def test_elected_by_parliament_is_no_post_in_it(roles: Roles) -> None:
    assert roles("The Senate elected Anna Weber president.") == {("Anna Weber", "president", None, "current")}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber succeeded Paul Keller as head of NATO.",
        "Paul Keller was replaced by Anna Weber as head of NATO.",
        "Anna Weber was named head of NATO, succeeding Paul Keller.",
    ],
)
def test_succession(roles: Roles, text: str) -> None:
    assert {("Anna Weber", "head", "NATO", "current"), ("Paul Keller", "head", "NATO", "former")} <= roles(text)


@pytest.mark.parametrize(
    "text", ["Anna Weber succeeded in Paris as a pianist.", "Anna Weber could succeed Paul Keller."]
)
def test_no_succession(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Anna Weber is a German lawyer, and the chair of the Red Cross.",
            ("Anna Weber", "chair", "Red Cross", "current"),
        ),
        (
            "Paul Keller was a renowned physicist, and eventually a professor at Yale University.",
            ("Paul Keller", "professor", "Yale University", "former"),
        ),
        (
            "Omar Haddad is a business executive and engineer, and the current chief executive of Google.",
            ("Omar Haddad", "chief executive", "Google", "current"),
        ),
    ],
)
def test_further_predicate(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "When Paul Keller is president, the agency's director, Anna Weber, will leave.",
        "Paul Keller was late, and the director of the CIA left.",
    ],
)
def test_no_further_predicate(roles: Roles, text: str) -> None:
    assert {role for role in roles(text) if role[0] == "Paul Keller" and role[1] == "director"} == set()
