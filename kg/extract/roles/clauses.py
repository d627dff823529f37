"""Titles that a verb ties to a person: "X is the president", "served as", "was appointed director", "the post of"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.facts import Fact, facts_of_post
from kg.extract.roles.grammar import is_passive, people, status, subject_tokens, subjects
from kg.extract.roles.page import Page
from kg.extract.roles.posts import Post
from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import Phase, RoleVerb, verb_uses
from kg.lexicon.titles import title_by_name

COPULAS: dict[str, Phase] = {"be": "holds", "become": "enters", "remain": "holds"}
NOMINAL = frozenset(("NOUN", "PROPN", "NUM"))
COPULA = 0.9
AS = 0.88
APPOINTED = 0.9
OFFICE = 0.85
FRONTED = 0.8
PREDECESSOR = 0.8
TENURE = 0.85
REVERSED_COPULA = 0.85


def in_clauses(page: Page, posts: dict[int, Post]) -> Iterator[Fact]:
    """Yield what clauses say of the holders of `posts`, and of those whom they followed."""
    for fact in _of_posts(page, posts):
        yield fact
        yield from _predecessor(page, fact)


def _of_posts(page: Page, posts: dict[int, Post]) -> Iterator[Fact]:
    for post in posts.values():
        root = _first_of_joined(page, posts, post)
        governor = root.head
        if root.dep_ in {"attr", "acomp"} and governor.lemma_ in COPULAS:
            yield from _copula(page, post, root, governor)
        elif root.dep_ in SUBJECT_OF_BE and governor.lemma_ == "be":
            yield from _reversed_copula(page, post, governor)
        elif root.dep_ == "pobj" and governor.lower_ == "as":
            yield from _as(page, post, governor.head)
        elif root.dep_ == "pobj" and governor.lower_ == "of" and _is_office(governor.head):
            yield from _office(page, post, governor.head)
        else:
            yield from _appointed(page, post, root)


SUBJECT_OF_BE = frozenset(("nsubj",))


def _first_of_joined(page: Page, posts: dict[int, Post], post: Post) -> Token:
    """Return the first noun of "a lawyer, president and chief executive", which bears the relation to the verb."""
    while post.previous in posts:
        post = posts[post.previous]
    root = post.root
    while root.dep_ in {"conj", "appos"} and root.head.pos_ in NOMINAL and page.person(root.head.i) is None:
        title = page.title_at.get(root.head.i)
        root = root.head if title is None else title.root
    return root


def _copula(page: Page, post: Post, root: Token, verb: Token) -> Iterator[Fact]:
    """"X is the president of Y", "X became the first governor"."""
    phase = COPULAS[verb.lemma_]
    held = status(verb, phase)
    if held is None or post.root.i < verb.i or root.i < verb.i:
        return
    if held == "unknown":
        held = "former"
    for person in subjects(page, verb):
        if person.start <= post.root.i < person.end:
            continue
        yield from facts_of_post(
            post, person, rule="copula", confidence=COPULA, status=held, anchor=verb.i, phase=phase
        )


def _reversed_copula(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """"The president of Y is X"."""
    held = status(verb, "holds")
    named = next((child for child in verb.rights if child.dep_ == "attr"), None)
    person = None if named is None else page.person(named.i)
    if held is None or person is None or person.kb_id_ != "name" or post.plural:
        return
    if held == "unknown":
        held = "former"
    yield from facts_of_post(
        post, person, rule="copula-reversed", confidence=REVERSED_COPULA, status=held, anchor=verb.i
    )


def _as(page: Page, post: Post, governor: Token) -> Iterator[Fact]:
    """"served as", "appointed X as", "his role as", "succeeded Y as"."""
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN":
        yield from _tenure(page, post, governor)
    elif lemma in verb_uses("succeed"):
        yield from _succession(page, post, governor)
    elif lemma in verb_uses("appoint") and (is_passive(governor) or _object(page, governor) is not None):
        yield from _choice(page, post, governor, verb_uses("appoint")[lemma][0])
    elif post.bodies and page.doc[post.start - 1].is_sent_start and post.start > 0:
        yield from _fronted(page, post, governor)
    elif lemma in verb_uses("as"):
        use = verb_uses("as")[lemma][0]
        held = status(governor, use.phase)
        if held is not None:
            for person in subjects(page, governor):
                yield from facts_of_post(
                    post, person, rule=f"as:{lemma}", confidence=AS, status=held, anchor=governor.i, phase=use.phase
                )


def _fronted(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """"As head of the commission, X wrote ..."."""
    held = status(verb, "holds")
    for person in subjects(page, verb) if held is not None else ():
        yield from facts_of_post(post, person, rule="as:fronted", confidence=FRONTED, status=held, anchor=verb.i)


def _tenure(page: Page, post: Post, noun: Token) -> Iterator[Fact]:
    """"his role as", "her appointment as", "served two terms as"."""
    entry = role_nouns().get(noun.lemma_)
    phase = None if entry is None else entry.tenure
    if phase is None:
        return
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        holders = list(people(page, owner))
    elif noun.dep_ in {"dobj", "pobj"}:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        holders = subjects(page, verb) if verb.pos_ in {"VERB", "AUX"} and status(verb, phase) is not None else []
    else:
        holders = []
    held = {"enters": "current", "leaves": "former", "proposed": "incoming"}.get(phase, "unknown")
    for person in holders:
        yield from facts_of_post(
            post, person, rule=f"as:{noun.lemma_}", confidence=TENURE, status=held, anchor=noun.i, phase=phase
        )


def _succession(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """"X succeeded Y as minister": X holds the post now, Y did before."""
    held = status(verb, "enters")
    if held is None:
        return
    if is_passive(verb):
        left = subjects(page, verb)
        agents = [child for child in verb.children if child.dep_ == "agent"]
        entered = [p for agent in agents for child in agent.children for p in people(page, child)]
    else:
        entered = subjects(page, verb)
        followed = _object(page, verb)
        left = [] if followed is None else [followed]
    for person in entered:
        yield from facts_of_post(
            post, person, rule="succession", confidence=AS, status=held, anchor=verb.i, phase="enters"
        )
    for person in left:
        former = "current" if held == "incoming" else "former"
        yield from facts_of_post(
            post, person, rule="succession", confidence=AS, status=former, anchor=verb.i, phase="leaves"
        )


def _predecessor(page: Page, fact: Fact) -> Iterator[Fact]:
    """"X was named director, succeeding Y": Y was director before."""
    if fact.phase != "enters":
        return
    for child in page.doc[fact.anchor].rights:
        if child.dep_ in {"advcl", "conj"} and child.lemma_ in verb_uses("succeed") and not is_passive(child):
            other = _object(page, child)
            if other is not None and other.id_ != fact.person.id_ and page.words[other.end : other.end + 1] != ["as"]:
                yield replace(
                    fact,
                    person=other,
                    status="former",
                    start=min(fact.start, other.start),
                    end=max(fact.end, other.end),
                    anchor=child.i,
                    rule="succession",
                    confidence=PREDECESSOR,
                    phase="leaves",
                )


def _object(page: Page, verb: Token) -> Span | None:
    """Return the person who is the object of `verb`."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "nsubj", "iobj", "dative"} and (person := page.person(child.i)) is not None:
            return person
    return None


def _choice(page: Page, post: Post, verb: Token, use: RoleVerb) -> Iterator[Fact]:
    """"appointed X (as) minister", "X was named minister"."""
    held = status(verb, use.phase)
    if held is None:
        return
    if is_passive(verb):
        chosen = subjects(page, verb)
    else:
        person = _object(page, verb)
        chosen = [] if person is None else [person]
    for person in chosen:
        yield from _chosen(page, post, person, verb, use, held)


def _appointed(page: Page, post: Post, root: Token) -> Iterator[Fact]:
    """"was elected president", "named X director", "promoted to general"."""
    uses = verb_uses("appoint")
    verb = _verb_before(page, post)
    person = page.person(post.start - 1)
    if verb is not None and person is not None and verb.lemma_ in uses and not is_passive(verb):
        use = uses[verb.lemma_][0]
        held = status(verb, use.phase)
        own = person.text.lower().endswith(("self", "selves"))  # "named himself minister"
        for chosen in subjects(page, verb) if own else [person]:
            if held is not None:
                yield from _chosen(page, post, chosen, verb, use, held)
        return
    verb = root.head
    if root.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lemma_ in {"promote", "elevate"}:
        verb = verb.head
    if root.dep_ in {"oprd", "attr", "dobj", "ccomp", "xcomp", "pobj"} and verb.lemma_ in uses and verb.i < root.i:
        if is_passive(verb) or page.person(root.i) is None:
            yield from _choice(page, post, verb, uses[verb.lemma_][0])


def _verb_before(page: Page, post: Post) -> Token | None:
    """Return the verb of "named (General) X director": the token before the person who stands before the title."""
    person = page.person(post.start - 1)
    if person is None or person.kb_id_ == "adjective":
        return None
    before = person.start - 1
    if (rank := page.title_at.get(before)) is not None:
        before = rank.start - 1
    return page.doc[before] if before >= 0 and page.doc[before].pos_ == "VERB" else None


def _chosen(page: Page, post: Post, person: Span, verb: Token, use: RoleVerb, held: str) -> Iterator[Fact]:
    """Yield that `person` was chosen for `post`, in the body that chose where the post names none."""
    bodies = None
    if not post.bodies and not is_passive(verb):
        choosers = (page.organization(token.i) for token in subject_tokens(verb))
        bodies = tuple(body for body in choosers if body is not None and _can_choose(post, body))
    yield from facts_of_post(
        post,
        person,
        rule=f"appointed:{use.verb}",
        confidence=APPOINTED,
        status=held,
        anchor=verb.i,
        bodies=bodies,
        phase=use.phase,
    )


def _can_choose(post: Post, body: Span) -> bool:
    """Tell whether a post can be held in the body that fills it."""
    if body.label_ in ORGANIZATIONS:
        return post.category not in {"HeadOfState", "Minister", "Judge"}
    return body.label_ == "Country" and title_by_name()[post.title.kb_id_].of == "country"


def _is_office(noun: Token) -> bool:
    entry = role_nouns().get(noun.lemma_)
    return entry is not None and entry.office


def _office(page: Page, post: Post, noun: Token) -> Iterator[Fact]:
    """"held the post of minister", "was appointed to the post of minister"."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    use = verb_uses("office").get(verb.lemma_)
    if use is None:
        return
    held = status(verb, use[0].phase)
    if held is None:
        return
    if not is_passive(verb) and verb.lemma_ in verb_uses("appoint"):
        person = _object(page, verb)
        holders = [] if person is None else [person]
    else:
        holders = subjects(page, verb)
    for person in holders:
        yield from facts_of_post(
            post, person, rule="office", confidence=OFFICE, status=held, anchor=verb.i, phase=use[0].phase
        )
