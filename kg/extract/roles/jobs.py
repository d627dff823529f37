"""Nouns for a job in a body: "her position at the bank", "X began a career with the agency"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import Fact, Link, member
from kg.extract.roles.grammar import governed, people, status, subjects
from kg.extract.roles.page import Page
from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import Phase

JOB = 0.75
STATUSES: dict[Phase, str] = {"enters": "current", "leaves": "former", "proposed": "incoming", "holds": "unknown"}
"""What a noun for a job says of its holder without a verb."""
TAKING = frozenset(
    "hold have take get accept begin start leave land secure find obtain receive resign win assume keep spend do quit "
    "lose give offer complete finish end pursue resume continue return".split()
)
"""Verbs whose subject has the job."""


def of_job(page: Page, noun: Token) -> Iterator[Fact]:
    """Yield who has the job that `noun` names, where it says in which body."""
    entry = role_nouns()[noun.lemma_]
    i = noun.i + 1
    if i + 1 >= len(page.words) or page.words[i] not in entry.prepositions:
        return
    head = governed(page.doc[i])
    body = None if head is None else body_at(page, i + 1, head.i)
    if body is None or body.label_ not in ORGANIZATIONS:
        return
    phase = entry.tenure or "holds"
    verb = verb_of(noun)
    link = Link(rule=f"job:{noun.lemma_}", confidence=JOB, status=STATUSES[phase], anchor=verb.i, phase=phase)
    for person in holders(page, noun, phase, TAKING):
        yield member(person, body, link)


def verb_of(noun: Token) -> Token:
    """Return the verb that a job is the object of, directly or through a preposition."""
    return noun.head if noun.dep_ in {"dobj", "npadvmod"} else noun.head.head


def holders(page: Page, noun: Token, phase: Phase, verbs: frozenset[str] | None = None) -> list[Span]:
    """Return the people who have the job `noun`: its owner ("her job"), else the subject of its verb.

    Args:
        page: the Doc.
        noun: the job.
        phase: whether it is held, entered or left.
        verbs: the lemmas of verbs whose subject has the job; None: any verb.
    """
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return list(people(page, owner))
    verb = verb_of(noun)
    if noun.dep_ not in {"dobj", "pobj", "npadvmod"} or verb.pos_ not in {"VERB", "AUX"}:
        return []
    if (verbs is not None and verb.lemma_ not in verbs) or status(verb, phase) is None:
        return []
    return subjects(page, verb)
