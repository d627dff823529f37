"""Posts told by comparison: "minister X and his Irish counterpart, Y", "appointed Y as his successor"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract.roles.appointments import recipient
from kg.extract.roles.endings import BESIDE_NAME
from kg.extract.roles.facts import Fact
from kg.extract.roles.grammar import is_passive, people, status, subjects
from kg.extract.roles.naming import after_comma
from kg.extract.roles.page import Page
from kg.lexicon.role_verbs import verb_uses

COUNTERPART = "counterpart"
SUCCESSOR = "successor"
PEOPLE = "Group"
RELATIVES = {COUNTERPART: "current", SUCCESSOR: "current", "predecessor": "former"}
"""Nouns for someone with the same post as another, and whether he holds it now."""
NOMINAL = frozenset(("NOUN", "PROPN", "ADP"))
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
        country = _country_before(page, i) if word == COUNTERPART else None
        verb = _appointing(page.doc[i])
        other = _named_after(page, i + 1) or (None if verb is None else _appointed(page, verb))
        if other is None or (word == COUNTERPART) != (country is not None):
            continue
        owner = page.person(i - 1 if country is None else country.start - 1)
        post = _post_left(page, facts, other, i) if word == SUCCESSOR else None
        post = post or _post_of(facts, owner, before=i)
        if post is None or post.person.id_ == other.id_:
            continue
        yield replace(
            post,
            person=other,
            body=_body_of(post, country),
            status=RELATIVES[word],
            start=min(i, other.start),
            end=max(i + 1, other.end),
            anchor=i if verb is None else verb.i,
            head=i,
            rule=word,
            confidence=CONFIDENCE,
            phase="holds" if verb is None else "enters",
            owner=None,
            whole=None,
            ended=-1,
        )


def successors(page: Page, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the posts of people who succeed someone whose post the sentence tells: "minister X was replaced by Y"."""
    named = {fact.person.id_ for fact in facts if fact.rule in BESIDE_NAME and fact.category in OF_STATES}
    verbs = verb_uses("succeed")
    for person in page.people:
        root = person.root
        if person.id_ not in named or root.head.lemma_ not in verbs or root.dep_ not in {"nsubjpass", "dobj"}:
            continue
        verb = root.head
        held = status(verb, "enters")
        if held is None or any(child.lower_ == "as" for child in verb.rights):
            continue
        entered = _agents(page, verb) if is_passive(verb) else subjects(page, verb)
        posts = [f for f in facts if f.person.id_ == person.id_ and f.rule in BESIDE_NAME and f.category in OF_STATES]
        post = max(posts, key=lambda fact: (page.doc[fact.anchor].sent == verb.sent, fact.start))
        for other in entered[:1] if entered and entered[0].id_ != person.id_ else ():
            yield replace(
                post,
                person=other,
                status=held,
                start=min(post.start, other.start),
                end=max(post.end, other.end),
                anchor=verb.i,
                rule="succession",
                confidence=CONFIDENCE,
                phase="enters",
                owner=None,
                ended=-1,
            )
            if held == "current":
                yield replace(post, status="former", ended=verb.i, rule="succession", confidence=CONFIDENCE)


def _agents(page: Page, verb: Token) -> list[Span]:
    """Return the people after "by"."""
    agents = [child for child in verb.rights if child.dep_ == "agent"]
    return [person for agent in agents for child in agent.children for person in people(page, child)]


def _body_of(post: Fact, country: Span | None) -> Span | None:
    """Return what the other post is held in: a counterpart's country where it is one, else the body of `post`."""
    if country is None:
        return post.body
    return None if country.label_ == PEOPLE else country


def _country_before(page: Page, i: int) -> Span | None:
    """Return the country before "counterpart", also where it is known by its people alone ("his Lethurian")."""
    body = page.organization(i - 1)
    if body is not None:
        return body
    people = page.mentions[i - 1]
    return people if people is not None and people.label_ == PEOPLE and people.end == i else None


def _post_left(page: Page, facts: Sequence[Fact], other: Span, i: int) -> Fact | None:
    """Return the post that someone but `other` lost in this sentence or the one before: what a successor gets."""
    sentence = page.doc[i].sent
    first = page.doc[sentence.start - 1].sent.start if sentence.start else 0
    gone = [
        fact
        for fact in facts
        if (fact.ended >= first if fact.ended >= 0 else fact.phase == "leaves" and fact.start >= first)
        and max(fact.ended, fact.start) < i
        and fact.person.id_ != other.id_
        and fact.category in OF_STATES
    ]
    return max(gone, key=lambda fact: (fact.body is not None, fact.start), default=None)


def _named_after(page: Page, i: int) -> Span | None:
    """Return the person named at `i` or after a comma there, over a rank."""
    if i >= len(page.words):
        return None
    if page.words[i] == ",":
        i = after_comma(page, i)
    rank = page.title_at.get(i)
    return page.named(i if rank is None else rank.end)


def _appointing(noun: Token) -> Token | None:
    """Return the verb of "appointed X as his successor" and "X was named as her successor"."""
    verb = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        verb = noun.head.head
        while verb.pos_ in NOMINAL and verb.head.i < verb.i:  # "appointed X, the governor of Y, as his successor"
            verb = verb.head
    return verb if verb.lemma_ in verb_uses("appoint") and status(verb, "enters") == "current" else None


def _appointed(page: Page, verb: Token) -> Span | None:
    """Return who is appointed."""
    return next(iter(subjects(page, verb)), None) if is_passive(verb) else recipient(page, verb)


def _post_of(facts: Sequence[Fact], owner: Span | None, *, before: int) -> Fact | None:
    """Return the last post that the text gave `owner` before token `before`."""
    if owner is None:
        return None
    posts = [f for f in facts if f.person.id_ == owner.id_ and f.category in OF_STATES and f.start < before]
    return max(posts, key=lambda fact: fact.start, default=None)
