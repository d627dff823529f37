"""People and bodies side by side without a title: "X of the institute", "the institute's X", "X (the institute)"."""

from collections.abc import Iterator

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import Fact
from kg.extract.roles.page import Page
from kg.extract.roles.posts import APOSTROPHES

AFTER = frozenset(("of", "from", "with", "at"))
OF_NAME = 0.82
OWNED = 0.8
IN_BRACKETS = 0.7


def beside_bodies(page: Page) -> Iterator[Fact]:
    """Yield the people whom the text places in a body by position alone."""
    for person in page.people:
        if (body := _after(page, person)) is not None:
            yield _member(person, body, rule="name-of-body", confidence=OF_NAME)
        elif (body := _before(page, person)) is not None:
            yield _member(person, body, rule="body-possessive", confidence=OWNED)
        elif (body := _bracketed(page, person)) is not None:
            yield _member(person, body, rule="name-bracket-body", confidence=IN_BRACKETS)


def _member(person: Span, body: Span, *, rule: str, confidence: float) -> Fact:
    return Fact(
        person=person,
        title="member",
        category="Member",
        body=body,
        status="current",
        start=min(person.start, body.start),
        end=max(person.end, body.end),
        anchor=person.root.i,
        rule=rule,
        confidence=confidence,
    )


def _after(page: Page, person: Span) -> Span | None:
    """Return the body of "X of the institute" and "X, of the institute,"."""
    words = page.words
    i = person.end
    comma = i < len(words) and words[i] == ","
    i += comma
    if i + 1 >= len(words) or words[i] not in AFTER:
        return None
    preposition = page.doc[i]
    if words[i] != "of" and not person.start <= preposition.head.i < person.end:
        return None
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    body = body_at(page, i + 1, noun.i)
    if body is None or body.label_ not in ORGANIZATIONS or body.kb_id_ in {"pronoun", "adjective"}:
        return None
    if comma and body.end < len(words) and words[body.end] not in {",", ".", ";", ")", "—"}:
        return None
    return body


def _before(page: Page, person: Span) -> Span | None:
    """Return the body of "the institute's X"."""
    i = person.start - 1
    if i < 1 or page.words[i] not in APOSTROPHES:
        return None
    body = page.organization(i - 1)
    return body if body is not None and body.label_ in ORGANIZATIONS and body.kb_id_ == "name" else None


def _bracketed(page: Page, person: Span) -> Span | None:
    """Return the body of "X (Reuters)"."""
    i = person.end
    if i + 2 >= len(page.words) or page.words[i] != "(":
        return None
    body = page.organization(i + 1)
    if body is None or body.start != i + 1 or body.label_ not in ORGANIZATIONS or body.end >= len(page.words):
        return None
    return body if page.words[body.end] == ")" else None
