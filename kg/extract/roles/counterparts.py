"""Posts told by comparison: "minister X and his Irish counterpart, Y", "appointed Y as his successor"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract.roles.appointments import recipient
from kg.extract.roles.facts import Fact
from kg.extract.roles.grammar import is_passive, status, subjects
from kg.extract.roles.naming import after_comma
from kg.extract.roles.page import Page
from kg.lexicon.role_verbs import verb_uses

COUNTERPART = "counterpart"
RELATIVES = {COUNTERPART: "current", "successor": "current", "predecessor": "former"}
"""Nouns for someone with the same post as another, and whether he holds it now."""
CONFIDENCE = 0.82
OF_STATES = frozenset(
    "HeadOfState HeadOfGovernment Monarch Minister DeputyMinister Deputy Spokesperson MilitaryCommander Head Advisor "
    "Envoy Negotiator Official Governor Chair RebelLeader PartyLeader Ambassador Mayor".split()
)
"""Categories of posts that have one holder at a time in each country or body."""


def counterparts(page: Page, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the posts of people whom `page` calls counterpart, successor or predecessor of a holder in `facts`."""
    for i, word in enumerate(page.words):
        if word not in RELATIVES or i == 0:
            continue
        country = page.organization(i - 1) if word == COUNTERPART else None
        owner = page.person(i - 1 if country is None else country.start - 1)
        post = _post_of(facts, owner, before=i)
        other = None if post is None else _named_after(page, i + 1) or _appointed_as(page, page.doc[i])
        if post is None or other is None or (word == COUNTERPART) != (country is not None):
            continue
        yield replace(
            post,
            person=other,
            body=country or post.body,
            status=RELATIVES[word],
            start=min(i, other.start),
            end=max(i + 1, other.end),
            anchor=i,
            head=i,
            rule=word,
            confidence=CONFIDENCE,
            phase="holds",
            owner=None,
        )


def _named_after(page: Page, i: int) -> Span | None:
    """Return the person named at `i` or after a comma there, over a rank."""
    if i >= len(page.words):
        return None
    if page.words[i] == ",":
        i = after_comma(page, i)
    rank = page.title_at.get(i)
    return page.named(i if rank is None else rank.end)


def _appointed_as(page: Page, noun: Token) -> Span | None:
    """Return X of "appointed X as his successor" and "X was named as her successor"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if verb.lemma_ not in verb_uses("appoint") or status(verb, "enters") != "current":
        return None
    return next(iter(subjects(page, verb)), None) if is_passive(verb) else recipient(page, verb)


def _post_of(facts: Sequence[Fact], owner: Span | None, *, before: int) -> Fact | None:
    """Return the last post that the text gave `owner` before token `before`."""
    if owner is None:
        return None
    posts = [f for f in facts if f.person.id_ == owner.id_ and f.category in OF_STATES and f.start < before]
    return max(posts, key=lambda fact: fact.start, default=None)
