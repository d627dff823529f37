"""People and bodies side by side without a title: "X of the institute", "the institute's X", "X (the institute)"."""

from collections.abc import Iterator

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import owner_of
from kg.extract.roles.bodies import body_at, possessor
from kg.extract.roles.facts import PART, Fact, member
from kg.extract.roles.naming import after_comma, preceding
from kg.extract.roles.page import APOSTROPHES, Page

WORKERS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant")
"""Endings of nouns for people by what they do."""
OUTSIDERS = frozenset(
    "supporter customer subscriber competitor favor caller user buyer participant applicant son daughter brother sister "
    "wife husband widow father mother critic friend victim enemy opponent graduate student pupil winner survivor target "
    "author resident native part assassin killer murderer attacker home site scene capital seat product".split()
)
POST_OF = frozenset(("of", "for", "with", "at"))
CLOSERS = frozenset((",", ".", ";", ")", "—", "–", "and"))
AFTER = frozenset(("of", "from", "with", "at"))
BRACKETED = frozenset(("Company", "MediaOutlet", "NonGovernmentalOrganization", "University", "Organization"))
OF_NAME = 0.82
OWNED = 0.8
IN_BRACKETS = 0.7
AT = 0.65
APPOSED = 0.75
JOINED = 0.65


def beside_bodies(page: Page) -> Iterator[Fact]:
    """Yield the people whom the text places in a body by position alone."""
    for person in page.people:
        if (body := _after(page, person)) is not None:
            found, rule, confidence = body, "name-of-body", OF_NAME
        elif (body := _before(page, person)) is not None:
            found, rule, confidence = body, "body-possessive", OWNED
        elif (body := _bracketed(page, person)) is not None:
            found, rule, confidence = body, "name-bracket-body", IN_BRACKETS
        elif (body := _at_university(page, person)) is not None:
            found, rule, confidence = body, "name-at-body", AT
        elif (body := _described(page, person)) is not None:
            found, rule, confidence = body, "noun-apposed", APPOSED
        else:
            continue
        anchor = person.root.i
        yield member(person, found, anchor=anchor, rule=rule, confidence=confidence)
        if (owner := owner_of(page, found)) is not None:
            yield member(person, owner, anchor=anchor, rule=f"{rule}:part", confidence=confidence * PART)
        if rule in {"name-of-body", "name-at-body"} and page.words[person.end] in {"of", "at"}:
            for other in preceding(page, person):
                if other.end - other.start > 1:
                    yield member(other, found, anchor=other.root.i, rule=f"{rule}:joined", confidence=JOINED)


def _after(page: Page, person: Span) -> Span | None:
    """Return the body of "X of the institute" and "X, of the institute,"."""
    words = page.words
    i = person.end
    comma = i < len(words) and words[i] == ","
    if comma:
        i = after_comma(page, i)
    if i < 0 or i + 1 >= len(words) or words[i] not in AFTER:
        return None
    preposition = page.doc[i]
    if words[i] != "of" and not person.start <= preposition.head.i < person.end:
        return None
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    body = body_at(page, i + 1, noun.i) or possessor(page, i + 1)
    if body is None or body.label_ not in ORGANIZATIONS or body.kb_id_ in {"pronoun", "adjective"}:
        return None
    if words[i] == "at" and body.label_ not in BRACKETED:
        return None  # "X at the ministry" may only be there
    if comma and body.end < len(words) and words[body.end] not in CLOSERS:
        return None
    return body


def _described(page: Page, person: Span) -> Span | None:
    """Return the body of "X, a shearer for the club" and "X, keeper of the museum": a post that no lexicon has.

    A noun without an article is a post whatever it is; one with "a" only when it names what someone does.
    """
    i = after_comma(page, person.end)
    if i < 0:
        return None
    noun = next((child for child in person.root.rights if child.dep_ == "appos" and child.i >= i), None)
    if noun is None or noun.tag_ != "NN" or noun.lower_ in OUTSIDERS or noun.i in page.title_at:
        return None
    bare = noun.i == i
    preposition = noun.i + 1
    if preposition + 1 >= len(page.words) or page.words[preposition] not in POST_OF:
        return None
    if not (bare or (page.words[preposition] != "of" and noun.lower_.endswith(WORKERS))):
        return None
    head = next((child for child in page.doc[preposition].children if child.dep_ == "pobj"), None)
    body = None if head is None else body_at(page, preposition + 1, head.i)
    return body if body is not None and body.label_ in ORGANIZATIONS else None


def _at_university(page: Page, person: Span) -> Span | None:
    """Return the university or institute of "X at the university", where its people mostly are."""
    i = person.end
    if i + 1 >= len(page.words) or page.words[i] != "at":
        return None
    noun = next((child for child in page.doc[i].children if child.dep_ == "pobj"), None)
    body = None if noun is None else body_at(page, i + 1, noun.i)
    return body if body is not None and body.label_ == "University" else None


def _before(page: Page, person: Span) -> Span | None:
    """Return the body of "the institute's X"."""
    i = person.start - 1
    if i < 1 or page.words[i] not in APOSTROPHES:
        return None
    body = page.organization(i - 1)
    if body is None or body.label_ not in ORGANIZATIONS - {"ReligiousOrganization"} or body.kb_id_ != "name":
        return None
    return body


def _bracketed(page: Page, person: Span) -> Span | None:
    """Return the body of "X (Reuters)"."""
    i = person.end
    if i + 2 >= len(page.words) or page.words[i] != "(":
        return None
    body = page.organization(i + 1)
    if body is None or body.start != i + 1 or body.label_ not in ORGANIZATIONS or body.end >= len(page.words):
        return None
    return body if page.words[body.end] == ")" and body.label_ in BRACKETED else None
