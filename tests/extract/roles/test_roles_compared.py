"""Counterparts, successors and predecessors; posts that end by death or departure; bodies known by their leader."""

from collections.abc import Callable

import pytest

type Roles = Callable[[str], set[tuple[str, str, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Kenyan President William Ruto met his Turkish counterpart, Recep Erdogan, in Oslo.",
            ("Recep Erdogan", "president", "Turkey", "current"),
        ),
        (
            "German Foreign Minister Anna Weber and her Irish counterpart Paul Keller agreed.",
            ("Paul Keller", "foreign minister", "Ireland", "current"),
        ),
        (
            "NATO head Anna Weber spoke of her predecessor, Paul Keller.",
            ("Paul Keller", "head", "NATO", "former"),
        ),
        (
            "The board sacked NATO head Anna Weber and appointed Paul Keller as her successor.",
            ("Paul Keller", "head", "NATO", "current"),
        ),
    ],
)
def test_same_post_as_another(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber met her Irish counterpart, Paul Keller.",
        "Kenyan President William Ruto has no counterpart in Paul Keller.",
        "NATO head Anna Weber may name Paul Keller as her successor.",
    ],
)
def test_no_post_to_compare_with(roles: Roles, text: str) -> None:
    assert {role for role in roles(text) if role[0] == "Paul Keller"} == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NATO commander Paul Keller was killed on Monday.", "former"),
        ("A drone killed the commander of the Third Brigade, Paul Keller.", "former"),
        ("NATO commander Paul Keller died in Oslo.", "former"),
        ("Defense Minister Paul Keller was sacked on Monday.", "former"),
        ("Defense Minister Paul Keller resigned on Monday.", "former"),
        ("Defense Minister Paul Keller stepped down on Monday.", "former"),
        ("Defense Minister Paul Keller will resign.", "current"),
        ("Defense Minister Paul Keller was not killed.", "current"),
        ("Defense Minister Paul Keller was wounded.", "current"),
        ("Defense Minister Paul Keller stood firm.", "current"),
    ],
)
def test_posts_end(roles: Roles, text: str, status: str) -> None:
    assert {role[3] for role in roles(text)} == {status}


def test_posts_of_several_people_end(roles: Roles) -> None:
    found = roles("Ministers Anna Weber and Paul Keller resigned on Monday.")
    assert found == {("Anna Weber", "minister", None, "former"), ("Paul Keller", "minister", None, "former")}


def test_a_founder_stays_the_founder(roles: Roles) -> None:
    assert roles("The founder of Hezbollah, Omar Haddad, was killed.") == {
        ("Omar Haddad", "founder", "Hezbollah", "current")
    }


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hezbollah leader Omar Haddad and his deputy, Ali Nasr, met.", ("Ali Nasr", "deputy", "Hezbollah", "current")),
        (
            "Hezbollah leader Omar Haddad met Ali Nasr, his spokesman.",
            ("Ali Nasr", "spokesman", "Hezbollah", "current"),
        ),
        ("NATO, whose chairwoman is Anna Weber, agreed.", ("Anna Weber", "chairwoman", "NATO", "current")),
    ],
)
def test_body_told_by_its_leader(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    ["Hezbollah leader Omar Haddad and his doctor, Ali Nasr, met.", "Omar Haddad and his deputy, Ali Nasr, met."],
)
def test_body_that_nothing_tells(roles: Roles, text: str) -> None:
    assert {role[2] for role in roles(text) if role[0] == "Ali Nasr"} <= {None}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The UN Security Council includes Anna Weber and Paul Keller.",
            ("Paul Keller", "member", "United Nations Security Council", "current"),
        ),
        ("The president named Anna Weber to the Supreme Court.", ("Anna Weber", "member", "Supreme Court", "current")),
        ("The Kenyan army under General Paul Keller advanced.", ("Paul Keller", "commander", "Kenyan army", "current")),
        ("Anna Weber said that she would become director of the CIA.", ("Anna Weber", "director", "CIA", "incoming")),
        ("They chose Anna Weber, until now the governor of Texas.", ("Anna Weber", "governor", "Texas", "former")),
        ("The mediators were Anna Weber and Paul Keller.", ("Paul Keller", "mediator", None, "former")),
    ],
)
def test_further_patterns(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "The list includes Anna Weber.",
        "The talks under Anna Weber failed.",
        "The president named a street after Anna Weber.",
        "Anna Weber said that Paul Keller would never become director of the CIA.",
    ],
)
def test_look_alikes_of_further_patterns(roles: Roles, text: str) -> None:
    assert roles(text) == set()
