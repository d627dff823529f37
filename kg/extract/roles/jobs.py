"""Nouns for a job in a body: "her position at the bank", "X began a career with the agency"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import Fact, member
from kg.extract.roles.grammar import people, status, subjects
from kg.extract.roles.page import Page
from kg.lexicon.role_nouns import role_nouns

JOB = 0.75
STATUSES = {"enters": "current", "leaves": "former", "proposed": "incoming", "holds": "unknown"}
TAKING = frozenset(
    "hold have take get accept begin start leave land secure find obtain receive resign win assume keep spend do quit "
    "lose give offer complete finish end pursue resume continue do return".split()
)
"""Verbs whose subject has the job."""


def of_job(page: Page, noun: Token) -> Iterator[Fact]:
    """Yield who has the job that `noun` names, where it says in which body."""
    entry = role_nouns()[noun.lemma_]
    preposition = noun.i + 1
    if preposition + 1 >= len(page.words) or page.words[preposition] not in entry.prepositions:
        return
    head = next((child for child in page.doc[preposition].children if child.dep_ == "pobj"), None)
    body = None if head is None else body_at(page, preposition + 1, head.i)
    if body is None or body.label_ not in ORGANIZATIONS:
        return
    held = STATUSES[entry.tenure or "holds"]
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if owner is not None:
        holders = list(people(page, owner))
    elif verb.lemma_ in TAKING and noun.dep_ in {"dobj", "pobj"} and status(verb, entry.tenure or "holds") is not None:
        holders = subjects(page, verb)
    else:
        return
    for person in holders:
        yield member(
            person, body, anchor=verb.i, rule=f"job:{noun.lemma_}", confidence=JOB, status=held, phase=entry.tenure or "holds"
        )
