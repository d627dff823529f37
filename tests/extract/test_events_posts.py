"""Events that open and close posts: who takes one up or leaves one by an appointment, a departure, a death."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import record_of


def changes(nlp: Language, text: str) -> set[tuple[str, str, str]]:
    """Return what the events of `text` do to posts: class of the event, "opens" or "closes", the title."""
    found = record_of(nlp, text)
    titles = {role.id: role.title for role in found.roles}
    return {
        (event.type, what, titles[role])
        for event in found.events
        for what, posts in (("opens", event.opens), ("closes", event.closes))
        for role in posts
    }


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The king appointed Olga Brandt as head of the central bank on Monday.", ("Appointment", "opens", "head")),
        ("Omar Haddad was named defence minister on Monday.", ("Appointment", "opens", "defence minister")),
        ("General Sergei Karpov was dismissed as commander of the garrison.", ("Departure", "closes", "commander")),
        ("Foreign Minister Anna Kell resigned.", ("Departure", "closes", "foreign minister")),
        ("The king fired Defence Minister Boris Tamm.", ("Departure", "closes", "defence minister")),
        ("Defence Minister Tarek Nasser was killed on Monday.", ("Killing", "closes", "defence minister")),
    ],
)
def test_a_post_that_is_opened_or_closed(nlp: Language, text: str, change: tuple[str, str, str]) -> None:
    assert change in changes(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Former minister Anna Kell resigned as mayor of Oslo.",
        "Defence Minister Boris Tamm killed two guards on Monday.",
        "Foreign Minister Anna Kell did not resign.",
        "President Viktor Salnik met Defence Minister Boris Tamm. A guard was killed.",
    ],
)
def test_a_post_that_is_not(nlp: Language, text: str) -> None:
    assert not {change for change in changes(nlp, text) if change[2] != "mayor"}
