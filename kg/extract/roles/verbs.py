"""Verbs that tie a person to a body without naming a title: "heads", "joined", "worked for", "led by"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
from spacy.tokens import Span, Token
from spacy.vocab import Vocab

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import owner_of
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import Fact, Link, member
from kg.extract.roles.grammar import governed, is_passive, jointly, people, status, subject_tokens, subjects
from kg.extract.roles.jobs import of_job
from kg.extract.roles.page import COUNTRY, PLACES, Page
from kg.extract.roles.posts import TALKING
from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import RoleVerb, role_verbs, verb_uses

NOUNS = frozenset(("NN", "NNS"))
BEING = frozenset(("with", "on"))
VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
CLAUSES = frozenset(("xcomp", "ccomp"))
OBJECT = 0.78
PREPOSITION = 0.78
LOOSE_PREPOSITION = 0.65
LEADERS = {"ArmedGroup": "RebelLeader", "PoliticalParty": "PartyLeader"}
OF_OBJECT = frozenset(("cover", "write"))
"""Verbs whose body can hang on their object: "covered the war for the agency"."""
EMPLOYERS = frozenset(("Company", "Organization", "NonGovernmentalOrganization", "MediaOutlet", "University"))
"""Bodies that one works with by being theirs; with a government one may work from outside."""
SERVING = frozenset(("serve", "fight", "fly"))
FORCES = frozenset(("Military", "MilitaryUnit", "ArmedGroup"))
LOOSE = frozenset(("with", "in", "on"))
AGENT = 0.82
BEING_IN = 0.7
INCLUDED = 0.75


@cache
def _lemmas(vocab: Vocab) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Return the lemmas of all verbs that tie people to bodies, as numbers of `vocab`."""
    uses = (use for use in role_verbs() if use.frame in {"object", "preposition", "passive", "includes"})
    verbs = {lemma for use in uses for lemma in (use.verb, *use.lemmas)}
    verbs |= role_nouns().keys() | {"be"}
    return np.array([vocab.strings.add(verb) for verb in verbs], dtype=np.uint64)


def of_verbs(page: Page) -> Iterator[Fact]:
    """Yield what the verbs of `page` say, and its nouns for jobs."""
    doc = page.doc
    for i in np.flatnonzero(np.isin(doc.to_array("LEMMA"), _lemmas(doc.vocab))):
        token = doc[int(i)]
        if token.tag_ in NOUNS and token.lemma_ in role_nouns():
            yield from of_job(page, token)
        elif token.tag_ in VERBAL and token.dep_ != "amod":  # "the ruling party"
            yield from _being(page, token) if token.lemma_ == "be" else _of_verb(page, token)


def _of_verb(page: Page, verb: Token) -> Iterator[Fact]:
    lemma = verb.lemma_
    passive = is_passive(verb)
    joint = f"co-{lemma}" if jointly(verb) else lemma
    for use in verb_uses("object").get(joint, ()):
        yield from _by_agent(page, verb, use) if passive else _of_object(page, verb, use)
    for use in verb_uses("passive").get(lemma, ()):
        yield from _of_preposition(page, verb, use, chosen=not passive)
    for use in verb_uses("includes").get(lemma, ()) if not passive else ():
        yield from _including(page, verb, use)
    if not any(child.dep_ == "auxpass" for child in verb.lefts):
        for use in verb_uses("preposition").get(lemma, ()):
            yield from _of_preposition(page, verb, use)


def _being(page: Page, verb: Token) -> Iterator[Fact]:
    """Read "X is with the agency", "X has been on the council since May"."""
    nearby = page.words[verb.i + 1 : verb.i + 3]
    preposition = next((child for child in verb.rights if child.lower_ in BEING and child.lower_ in nearby), None)
    noun = None if preposition is None else governed(preposition)
    if preposition is None or noun is None:
        return
    body = body_at(page, preposition.i + 1, noun.i)
    held = status(verb, "holds")
    if body is None or held is None or body.label_ not in ORGANIZATIONS or body.kb_id_ in {"pronoun", "metonym"}:
        return
    link = Link(rule=f"be:{preposition.lower_}", confidence=BEING_IN, status=held, anchor=verb.i)
    for person in subjects(page, verb):
        yield member(person, body, link)


def _accepts(use: RoleVerb, body: Span) -> bool:
    """Tell whether `body` can be what the verb speaks of."""
    if body.label_ in ORGANIZATIONS:
        return use.of != "country"
    if body.label_ == COUNTRY:
        return use.of == "country" or (use.of == "any" and use.phase == "holds" and use.frame == "object")
    return body.label_ in PLACES and (use.of == "any" or use.verb in {"join", "rejoin"})


def _tied(person: Span, body: Span, use: RoleVerb, link: Link) -> Fact:
    """Return the fact that `person` has in `body` the post that the verb names."""
    title: str = use.title or "member"
    category: str = use.category or "Member"
    if title == "leader":
        talking = body.text.lower().split()[-1] in TALKING
        category = "Negotiator" if talking else LEADERS.get(body.label_, category)
    anchor = person.root.i if link.anchor is None else link.anchor
    fact = member(person, body, link)
    start, end = min(fact.start, anchor), max(fact.end, anchor + 1)
    return replace(fact, title=title, category=category, start=start, end=end)


def _of_object(page: Page, verb: Token, use: RoleVerb) -> Iterator[Fact]:
    """Read "X heads the council", "X, who founded the group"."""
    held = status(verb, use.phase)
    if held is None or (use.phase == "leaves" and verb.tag_ in {"VBZ", "VBP"}):
        return  # "he leaves the ministry" says that he goes out of it
    if any(child.dep_ in CLAUSES for child in verb.rights) or _joins_in(verb):
        return
    if use.phase == "holds" and _names_post(page, verb):
        return
    noun = _direct_object(page, verb)
    body = None if noun is None else body_at(page, verb.i + 1, noun.i)
    if noun is None or body is None or not _accepts(use, body):
        return
    link = Link(rule=f"verb:{use.verb}", confidence=OBJECT, status=held, anchor=verb.i, phase=use.phase)
    yield from _tied_to_all(page, subjects(page, verb), [body, *_joined(page, noun, body)], use, link)


def _joined(page: Page, noun: Token, body: Span) -> list[Span]:
    """Return the further organizations of "founded A and B"."""
    others = (page.organization(other.i) for other in noun.conjuncts if other.i > noun.i)
    return [other for other in others if other is not None and other.label_ in ORGANIZATIONS and other.id_ != body.id_]


def _tied_to_all(page: Page, people: list[Span], bodies: list[Span], use: RoleVerb, link: Link) -> Iterator[Fact]:
    """Yield that `people` are tied to `bodies`, and belong to what the first is part of."""
    owner = owner_of(page, bodies[0])
    for person in people:
        for body in bodies:
            yield _tied(person, body, use, link)
        if owner is not None:
            yield member(person, owner, link.of_part())


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


def _names_post(page: Page, verb: Token) -> bool:
    """Tell whether "ruled the country as president" is meant, where the title says it better than the verb."""
    return any(
        child.lower_ == "as" and any(grandchild.i in page.title_at for grandchild in child.children)
        for child in verb.rights
    )


def _including(page: Page, verb: Token, use: RoleVerb) -> Iterator[Fact]:
    """Read "the council includes X and Y"."""
    held = status(verb, use.phase)
    bodies = [body for noun in subject_tokens(verb) if (body := page.organization(noun.i)) is not None]
    if held is None or not bodies or bodies[0].label_ not in ORGANIZATIONS:
        return
    link = Link(rule=f"verb:{use.verb}", confidence=INCLUDED, status=held, anchor=verb.i)
    for child in verb.rights:
        for person in people(page, child) if child.dep_ == "dobj" and page.person(child.i) is not None else ():
            yield _tied(person, bodies[0], use, link)


def _of_preposition(page: Page, verb: Token, use: RoleVerb, *, chosen: bool = False) -> Iterator[Fact]:
    """Read "X works for the agency", "X was expelled from the party", and with `chosen` "named X to the council"."""
    prepositions = list(_prepositions(verb, use))
    held = status(verb, use.phase) if prepositions else None
    if held is None:
        return
    for preposition in prepositions:
        noun = governed(preposition)
        body = None if noun is None else body_at(page, preposition.i + 1, noun.i)
        if noun is None or body is None or not _accepts(use, body):
            continue
        if (
            preposition.lower_ == "with"
            and use.of == "organization"
            and not is_passive(verb)
            and body.label_ not in EMPLOYERS
            and not (use.verb in SERVING and body.label_ in FORCES)
        ):
            continue
        loose = preposition.lower_ in LOOSE and use.frame == "preposition"
        confidence = LOOSE_PREPOSITION if loose else PREPOSITION
        link = Link(rule=f"verb:{use.verb}", confidence=confidence, status=held, anchor=verb.i, phase=use.phase)
        found = list(_chosen(page, verb)) if chosen else subjects(page, verb)
        yield from _tied_to_all(page, found, [body, *_joined(page, noun, body)], use, link)


def _chosen(page: Page, verb: Token) -> Iterator[Span]:
    """Yield the people who are the object of `verb`."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "oprd"} and page.person(child.i) is not None:
            yield from people(page, child)


def _prepositions(verb: Token, use: RoleVerb) -> Iterator[Token]:
    """Yield the prepositions of the verb, or of its object ("covered the war for the agency"), that lead to a body."""
    for child in verb.rights:
        if child.lower_ in use.prepositions:
            yield child
        elif child.dep_ == "dobj" and use.verb in OF_OBJECT:
            yield from (grandchild for grandchild in child.rights if grandchild.lower_ in use.prepositions)


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
    """Read "the group, led by X", "the agency was founded by X"."""
    agents = [child for child in verb.rights if child.dep_ == "agent" or child.lower_ == "by"]
    held = status(verb, use.phase) if agents else None
    if held is None:
        return
    if held == "unknown" and verb.dep_ == "acl":
        held = "current"
    found = (body_at(page, noun.left_edge.i, noun.i) for noun in _passive_subjects(verb))
    bodies = [body for body in found if body is not None and _accepts(use, body)]
    link = Link(rule=f"verb-by:{use.verb}", confidence=AGENT, status=held, anchor=verb.i, phase=use.phase)
    for agent in agents:
        for child in agent.children:
            for person in people(page, child):
                for body in bodies:
                    yield _tied(person, body, use, link)
