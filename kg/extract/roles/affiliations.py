"""People and bodies side by side without a title: "X of the institute", "the institute's X", "X (the institute)"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import owner_of
from kg.extract.roles.bodies import body_at, possessor
from kg.extract.roles.facts import Fact, Link, member
from kg.extract.roles.grammar import governed
from kg.extract.roles.naming import after_comma, preceding
from kg.extract.roles.page import APOSTROPHES, Page

WORKERS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant")
"""Endings of nouns for people by what they do."""
OUTSIDERS = frozenset(
    "supporter customer subscriber competitor favor caller user buyer participant applicant son daughter brother "
    "sister wife husband widow father mother critic friend victim enemy opponent graduate student pupil winner "
    "survivor target author resident native part assassin killer murderer attacker home site scene capital seat "
    "product".split()
)
"""Nouns before "of" and a body that make no one its member."""
POST_OF = frozenset(("of", "for", "with", "at"))
CLOSERS = frozenset((",", ".", ";", ")", "—", "–", "and"))
AFTER = frozenset(("of", "from", "with", "at"))
BRACKETED = frozenset(("Company", "MediaOutlet", "NonGovernmentalOrganization", "University", "Organization"))
FORCES = frozenset(("Military", "MilitaryUnit", "ArmedGroup"))
UNDER = "forces-under"
JOINED = Link(rule="name-of-body:joined", confidence=0.65)


def beside_bodies(page: Page) -> Iterator[Fact]:
    """Yield the people whom the text places in a body by position alone."""
    for person in page.people:
        for read, link in PATTERNS:
            body = read(page, person)
            if body is not None:
                yield from _belongs(page, person, body, link)
                break


def _belongs(page: Page, person: Span, body: Span, link: Link) -> Iterator[Fact]:
    """Yield that `person` belongs to `body`, to what it is part of, and who is named together with him."""
    found = member(person, body, link)
    yield replace(found, title="commander", category="MilitaryCommander") if link.rule == UNDER else found
    if (owner := owner_of(page, body)) is not None:
        yield member(person, owner, link.of_part())
    if link.rule in {"name-of-body", "name-at-body"} and page.words[person.end] in {"of", "at"}:
        for other in preceding(page, person):
            if other.end - other.start > 1:
                yield member(other, body, JOINED)


def _after(page: Page, person: Span) -> Span | None:
    """Return the body of "X of the institute" and "X, of the institute,"."""
    words = page.words
    i = person.end
    comma = words[i : i + 1] == [","]
    if comma:
        i = after_comma(page, i)
    if i < 0 or i + 1 >= len(words) or words[i] not in AFTER:
        return None
    if words[i] != "of" and not person.start <= page.doc[i].head.i < person.end:
        return None
    noun = governed(page.doc[i])
    body = None if noun is None else body_at(page, i + 1, noun.i) or possessor(page, i + 1)
    if body is None or not _employs(body, words[i]):
        return None
    closed = body.end >= len(words) or words[body.end] in CLOSERS
    return body if closed or not comma else None


def _employs(body: Span, preposition: str) -> bool:
    """Tell whether "of" or "at" and `body` say where someone works; "X at the ministry" may only be there."""
    if body.label_ not in ORGANIZATIONS or body.kb_id_ in {"pronoun", "adjective"}:
        return False
    return preposition != "at" or body.label_ in BRACKETED


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
    word = page.words[noun.i + 1 : noun.i + 2]
    bare = noun.i == i
    if word == [] or word[0] not in POST_OF or not (bare or (word != ["of"] and noun.lower_.endswith(WORKERS))):
        return None
    head = governed(page.doc[noun.i + 1])
    body = None if head is None else body_at(page, noun.i + 2, head.i)
    return body if body is not None and body.label_ in ORGANIZATIONS else None


def _at_university(page: Page, person: Span) -> Span | None:
    """Return the university or institute of "X at the university", where its people mostly are."""
    i = person.end
    if page.words[i : i + 1] != ["at"]:
        return None
    noun = governed(page.doc[i])
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


def _under(page: Page, person: Span) -> Span | None:
    """Return the forces of "the army under General X"."""
    i = person.start - 1
    if (rank := page.title_at.get(i)) is not None:
        i = rank.start - 1
    body = page.organization(i - 1) if i > 0 and page.words[i] == "under" else None
    return body if body is not None and body.label_ in FORCES else None


def _bracketed(page: Page, person: Span) -> Span | None:
    """Return the body of "X (Reuters)"."""
    i = person.end
    if i + 2 >= len(page.words) or page.words[i] != "(":
        return None
    body = page.organization(i + 1)
    if body is None or body.start != i + 1 or body.label_ not in BRACKETED:
        return None
    return body if page.words[body.end : body.end + 1] == [")"] else None


PATTERNS = (
    (_under, Link(rule=UNDER, confidence=0.8)),
    (_after, Link(rule="name-of-body", confidence=0.82)),
    (_before, Link(rule="body-possessive", confidence=0.8)),
    (_bracketed, Link(rule="name-bracket-body", confidence=0.7)),
    (_at_university, Link(rule="name-at-body", confidence=0.65)),
    (_described, Link(rule="noun-apposed", confidence=0.65)),
)
"""The patterns, the surest first; one is enough for one name."""
