"""Verbs that tie a person to a body without naming a title: "heads", "joined", "worked for", "led by"."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from spacy.tokens import Span, Token
from spacy.vocab import Vocab

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import owner_of
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import PART, Fact, member
from kg.extract.roles.grammar import is_passive, people, status, subject_tokens, subjects
from kg.extract.roles.jobs import of_job
from kg.extract.roles.page import COUNTRY, PLACES, Page
from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import RoleVerb, role_verbs, verb_uses

NOUNS = frozenset(("NN", "NNS"))
BEING = frozenset(("with", "on"))
VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
CLAUSES = frozenset(("xcomp", "ccomp"))
OBJECT = 0.85
PREPOSITION = 0.8
LOOSE_PREPOSITION = 0.65
OF_OBJECT = frozenset(("cover", "write"))
"""Verbs whose body can hang on their object: "covered the war for the agency"."""
EMPLOYERS = frozenset(("Company", "Organization", "NonGovernmentalOrganization", "MediaOutlet", "University"))
"""Bodies that one works with by being theirs; with a government one may work from outside."""
LOOSE = frozenset(("with", "in", "on"))
AGENT = 0.88
PASSIVE = 0.82
BEING_IN = 0.75


@cache
def _lemmas(vocab: Vocab) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Return the lemmas of all verbs that tie people to bodies, as numbers of `vocab`."""
    verbs = {use.verb for use in role_verbs() if use.frame in {"object", "preposition", "passive"}}
    verbs |= role_nouns().keys() | {"be"}
    return np.array([vocab.strings.add(verb) for verb in verbs], dtype=np.uint64)


def of_verbs(page: Page) -> Iterator[Fact]:
    """Yield what the verbs of `page` say."""
    doc = page.doc
    for i in np.flatnonzero(np.isin(doc.to_array("LEMMA"), _lemmas(doc.vocab))):
        verb = doc[int(i)]
        lemma = verb.lemma_
        if verb.tag_ in NOUNS and lemma in role_nouns():
            yield from of_job(page, verb)
        if verb.tag_ not in VERBAL:
            continue
        if lemma == "be":
            yield from _being(page, verb)
            continue
        passive = is_passive(verb)
        for use in verb_uses("object").get(lemma, ()):
            yield from _by_agent(page, verb, use) if passive else _of_object(page, verb, use)
        for use in verb_uses("passive").get(lemma, ()) if passive else ():
            yield from _of_preposition(page, verb, use, PASSIVE)
        for use in verb_uses("preposition").get(lemma, ()) if not passive or not _has_passive_auxiliary(verb) else ():
            yield from _of_preposition(page, verb, use, PREPOSITION)


def _being(page: Page, verb: Token) -> Iterator[Fact]:
    """"X is with the agency", "X has been on the council since May"."""
    nearby = page.words[verb.i + 1 : verb.i + 3]
    preposition = next((child for child in verb.rights if child.lower_ in BEING and child.lower_ in nearby), None)
    if preposition is None:
        return
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    body = None if noun is None else body_at(page, preposition.i + 1, noun.i)
    held = status(verb, "holds")
    if body is None or held is None or body.label_ not in ORGANIZATIONS or body.kb_id_ in {"pronoun", "metonym"}:
        return
    for person in subjects(page, verb):
        yield member(person, body, anchor=verb.i, rule=f"be:{preposition.lower_}", confidence=BEING_IN, status=held)


def _has_passive_auxiliary(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def _accepts(use: RoleVerb, body: Span) -> bool:
    if body.label_ in ORGANIZATIONS:
        return use.of != "country"
    if body.label_ == COUNTRY:
        return use.of == "country" or (use.of == "any" and use.phase == "holds" and use.frame == "object")
    return body.label_ in PLACES and (use.of == "any" or use.verb in {"join", "rejoin"})


def _fact(
    page: Page, person: Span, body: Span, *, verb: Token, use: RoleVerb, held: str, rule: str, confidence: float
) -> Fact:
    title, category = use.title or "member", use.category or "Member"
    if category == "Head" and body.label_ in {"ArmedGroup", "PoliticalParty"} and title == "leader":
        category = "RebelLeader" if body.label_ == "ArmedGroup" else "PartyLeader"
    return Fact(
        person=person,
        title=title,
        category=category,
        body=body,
        status=held,
        start=min(person.start, body.start, verb.i),
        end=max(person.end, body.end, verb.i + 1),
        anchor=verb.i,
        rule=f"{rule}:{use.verb}",
        confidence=confidence,
        phase=use.phase,
    )


def _of_object(page: Page, verb: Token, use: RoleVerb) -> Iterator[Fact]:
    """"X heads the council", "X, who founded the group"."""
    held = status(verb, use.phase)
    if held is None:
        return
    if use.phase == "leaves" and verb.tag_ in {"VBZ", "VBP"}:
        return  # "he leaves the ministry" says that he goes out of it
    if any(child.dep_ in CLAUSES for child in verb.rights) or _joins_in(verb):
        return
    noun = _direct_object(page, verb)
    body = None if noun is None else body_at(page, verb.i + 1, noun.i)
    if noun is None or body is None or not _accepts(use, body):
        return
    for person in subjects(page, verb):
        yield _fact(page, person, body, verb=verb, use=use, held=held, rule="verb", confidence=OBJECT)
        if (owner := owner_of(page, body)) is not None:
            rule = f"verb:{use.verb}:part"
            yield member(person, owner, anchor=verb.i, rule=rule, confidence=OBJECT * PART, status=held)
        for other in noun.conjuncts:
            further = body_at(page, verb.i + 1, other.i)
            if further is not None and further.label_ in ORGANIZATIONS and other.i > noun.i:
                yield _fact(page, person, further, verb=verb, use=use, held=held, rule="verb", confidence=OBJECT)


def _direct_object(page: Page, verb: Token) -> Token | None:
    """Return the object of `verb`: the parser's, or a name right after the verb that it takes for something else."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            return child
    i = verb.i + 1 + (page.words[verb.i + 1 : verb.i + 2] == ["the"])
    body = page.organization(i)
    return body.root if body is not None and body.start == i and body.label_ in ORGANIZATIONS else None


def _joins_in(verb: Token) -> bool:
    """Tell whether "joined the council in calling for" is meant, which makes no member."""
    return any(
        child.lower_ == "in" and any(grandchild.dep_ == "pcomp" for grandchild in child.children)
        for child in verb.rights
    )


def _of_preposition(page: Page, verb: Token, use: RoleVerb, confidence: float) -> Iterator[Fact]:
    """"X works for the agency", "X was expelled from the party"."""
    prepositions = [child for child in verb.rights if child.lower_ in use.prepositions]
    if not prepositions and use.verb in OF_OBJECT:
        objects = (child for child in verb.rights if child.dep_ == "dobj")
        prepositions = [child for noun in objects for child in noun.rights if child.lower_ in use.prepositions]
    if not prepositions:
        return
    held = status(verb, use.phase)
    if held is None:
        return
    for preposition in prepositions:
        noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        body = None if noun is None else body_at(page, preposition.i + 1, noun.i)
        if noun is None or body is None or not _accepts(use, body):
            continue
        if preposition.lower_ == "with" and body.label_ not in EMPLOYERS:
            continue
        sure = LOOSE_PREPOSITION if preposition.lower_ in LOOSE and use.frame == "preposition" else confidence
        bodies = [body]
        for other in noun.conjuncts:
            further = page.organization(other.i)
            if further is not None and further.label_ in ORGANIZATIONS and further.id_ != body.id_:
                bodies.append(further)
        for person in subjects(page, verb):
            for each in bodies:
                yield _fact(page, person, each, verb=verb, use=use, held=held, rule="verb", confidence=sure)
            if (owner := owner_of(page, body)) is not None:
                yield member(
                    person, owner, anchor=verb.i, rule=f"verb:{use.verb}:part", confidence=sure * PART, status=held
                )


def _passive_subjects(verb: Token) -> Iterator[Token]:
    """Yield the nouns that "led by X" says something of, over a predicate: "the agency is a body led by X"."""
    for noun in subject_tokens(verb):
        yield noun
        token = noun
        while token.dep_ in {"conj", "appos"} and token.head.pos_ in {"NOUN", "PROPN"}:
            token = token.head
            yield token
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            yield from (child for child in token.head.lefts if child.dep_ == "nsubj")


def _by_agent(page: Page, verb: Token, use: RoleVerb) -> Iterator[Fact]:
    """"the group, led by X", "the agency was founded by X"."""
    agents = [child for child in verb.rights if child.dep_ == "agent" or child.lower_ == "by"]
    if not agents:
        return
    held = status(verb, use.phase)
    if held is None:
        return
    if held == "unknown" and verb.dep_ == "acl":
        held = "current"
    bodies = [
        body
        for noun in _passive_subjects(verb)
        if (body := body_at(page, noun.left_edge.i, noun.i)) is not None and _accepts(use, body)
    ]
    for agent in agents:
        for child in agent.children:
            for person in people(page, child):
                for body in bodies:
                    yield _fact(page, person, body, verb=verb, use=use, held=held, rule="verb-by", confidence=AGENT)
