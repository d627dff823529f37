"""Since when someone is in office, said apart from the title: "the minister, in office since May", "took office in"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.roles.facts import Fact
from kg.extract.roles.grammar import is_passive, status, subjects
from kg.extract.roles.page import Page
from kg.lexicon.role_verbs import Phase, verb_uses

OFFICES = frozenset(("office", "power"))
IN = "in"
BEING = frozenset(("be", "remain", "stay"))
FILLED = frozenset(
    "HeadOfState HeadOfGovernment Monarch Minister DeputyMinister Deputy Governor Mayor Chair Head Ambassador".split()
)
"""Categories of posts that one is said to be in office for."""
OBJECT = "dobj"


def with_tenures(page: Page, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield `facts`, and those of who is said to be in, take or leave office once more with that verb as anchor."""
    found = list(facts)
    yield from found
    for i, word in enumerate(page.words):
        if word in OFFICES and (use := _use(page.doc[i])) is not None:
            yield from _of_office(page, found, *use)


def _use(noun: Token) -> tuple[Token, Phase] | None:
    """Return the verb that says something of the office, and whether it is held, entered or left."""
    if noun.dep_ == OBJECT:
        uses = verb_uses("office").get(noun.head.lemma_)
        return (noun.head, uses[0].phase) if uses and not is_passive(noun.head) else None
    if noun.dep_ == "pobj" and noun.head.lower_ == IN and noun.head.head.lemma_ in BEING:
        return noun.head.head, "holds"
    return None


def _of_office(page: Page, facts: list[Fact], verb: Token, phase: Phase) -> Iterator[Fact]:
    """Yield the post that the subject of `verb` was last said to hold, as the verb tells it."""
    if status(verb, phase) is None or not any(date.sent == verb.sent for date in page.dates.values()):
        return
    for person in subjects(page, verb):
        posts = [f for f in facts if f.person.id_ == person.id_ and f.category in FILLED and f.start <= verb.i]
        if posts:
            post = max(posts, key=lambda fact: fact.start)
            yield replace(post, anchor=verb.i, head=verb.i, phase=phase, confidence=post.confidence * SURE)


SURE = 0.95
"""How much less sure it is that the office is the post named before."""
