"""Titles that a clause ties to a person: "X is the president", "served as", "his role as", "held the post of"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract.roles.appointments import appointed, choice, predecessor, recipient, succession
from kg.extract.roles.facts import Fact, Link, facts_of_post
from kg.extract.roles.grammar import is_passive, people, status, subjects
from kg.extract.roles.jobs import STATUSES, holders, verb_of
from kg.extract.roles.page import COUNTRY, Page
from kg.extract.roles.posts import Post
from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import Phase, verb_uses
from kg.lexicon.titles import title_by_name

COPULAS: dict[str, Phase] = {"be": "holds", "become": "enters", "remain": "holds"}
NOMINAL = frozenset(("NOUN", "PROPN", "NUM"))
COPULA = 0.92
REVERSED_COPULA = 0.78
AS = 0.9
TENURE = 0.85
OFFICE = 0.85
FRONTED = 0.8


def in_clauses(page: Page, posts: dict[int, Post]) -> Iterator[Fact]:
    """Yield what clauses say of the holders of `posts`, and of those whom they followed."""
    for post in posts.values():
        for fact in _of_post(page, posts, post):
            yield fact
            yield from predecessor(page, fact)


def _of_post(page: Page, posts: dict[int, Post], post: Post) -> Iterator[Fact]:
    """Yield what the clause in which `post` stands says of its holder."""
    root = _first_of_joined(page, posts, post)
    governor = root.head
    if governor.lemma_ in COPULAS and (root.dep_ in {"attr", "acomp"} or _is_joined_to(root, governor)):
        yield from _copula(page, post, root, governor)
    elif root.dep_ == "nsubj" and governor.lemma_ == "be":
        yield from _reversed_copula(page, post, governor)
    elif root.dep_ == "pobj" and governor.lower_ == "as":
        yield from _as(page, post, _governor(page, governor))
    elif root.dep_ == "pobj" and governor.lower_ == "of" and _is_office(governor.head):
        yield from _office(page, post, governor.head)
    else:
        yield from appointed(page, post, root)


def _is_joined_to(root: Token, verb: Token) -> bool:
    """Tell whether the parser joined a further predicate to the verb: "X is a lawyer, and the head of the court"."""
    if root.dep_ != "conj" or root.tag_ not in {"NN", "NNP"} or root.head != verb:
        return False
    return any(child.dep_ == "attr" and child.tag_ in {"NN", "NNP"} and child.i < root.i for child in verb.rights)


def _first_of_joined(page: Page, posts: dict[int, Post], post: Post) -> Token:
    """Return the first noun of "a lawyer, president and chief executive", which bears the relation to the verb."""
    while post.previous in posts:
        post = posts[post.previous]
    root = post.one or post.root
    if root.dep_ == "appos" and post.definite and page.words[post.end : post.end + 1] == [","]:
        return root  # "when he is president, the agency's director, X, will": the post of X
    while root.dep_ in {"conj", "appos"} and root.head.pos_ in NOMINAL and page.described(root.head.i):
        title = page.title_at.get(root.head.i)
        root = root.head if title is None else title.root
    return root


def _copula(page: Page, post: Post, root: Token, verb: Token) -> Iterator[Fact]:
    """Read "X is the president of Y", "X became the first governor"."""
    phase = COPULAS[verb.lemma_]
    held = status(verb, phase)
    if held is None or post.root.i < verb.i or root.i < verb.i:
        return
    held = "former" if held == "unknown" else held
    link = Link(rule="copula", confidence=COPULA, status=held, anchor=verb.i, phase=phase)
    for person in subjects(page, verb):
        if not person.start <= post.root.i < person.end:
            yield from facts_of_post(post, person, link)


def _reversed_copula(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """Read "The president of Y is X", "the mediators were X and Y"."""
    held = status(verb, "holds")
    named = next((child for child in verb.rights if child.dep_ == "attr"), None)
    found = [] if named is None or page.person(named.i) is None else list(people(page, named))
    if held is None or not found or found[0].kb_id_ != "name":
        return
    held = "former" if held == "unknown" else held
    link = Link(rule="copula-reversed", confidence=REVERSED_COPULA, status=held, anchor=verb.i)
    for person in found if post.plural else found[:1]:
        yield from facts_of_post(post, person, link)


def _governor(page: Page, preposition: Token) -> Token:
    """Return the noun or verb that "as" belongs to: the parser's, but the verb of a person, and a noun right before."""
    before = page.doc[preposition.i - 1]
    entry = role_nouns().get(before.lemma_) if before.tag_ in {"NN", "NNS"} else None
    if entry is not None and entry.tenure is not None:
        return before
    governor = preposition.head
    return governor.head if page.person(governor.i) is not None else governor


def _as(page: Page, post: Post, governor: Token) -> Iterator[Fact]:
    """Read "served as", "appointed X as", "his role as", "succeeded Y as"."""
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN":
        yield from _tenure(page, post, governor)
    elif lemma in verb_uses("succeed"):
        yield from succession(page, post, governor)
    elif lemma in verb_uses("appoint") and (is_passive(governor) or recipient(page, governor) is not None):
        yield from choice(page, post, governor)
    elif post.bodies and post.start > 0 and page.doc[post.start - 1].is_sent_start:
        yield from _held_by(post, subjects(page, governor), governor, Link(rule="as:fronted", confidence=FRONTED))
    elif lemma in verb_uses("as"):
        phase = verb_uses("as")[lemma][0].phase
        link = Link(rule=f"as:{lemma}", confidence=AS, phase=phase)
        yield from _held_by(post, subjects(page, governor), governor, link, _ruled(page, post, governor))


def _ruled(page: Page, post: Post, verb: Token) -> tuple[Span, ...] | None:
    """Return the country of "ruled Sudan as president", None where the post is told whole."""
    if post.bodies or title_by_name()[post.title.kb_id_].of == "organization":
        return None
    ruled = (page.organization(child.i) for child in verb.rights if child.dep_ == "dobj")
    return tuple(body for body in ruled if body is not None and body.label_ == COUNTRY) or None


def _held_by(
    post: Post, holding: list[Span], verb: Token, link: Link, bodies: tuple[Span, ...] | None = None
) -> Iterator[Fact]:
    """Yield that those `holding` it have `post` as `verb` says, in `bodies` where it names none itself."""
    held = status(verb, link.phase)
    if held is None:
        return
    tied = Link(rule=link.rule, confidence=link.confidence, status=held, anchor=verb.i, phase=link.phase)
    for person in holding:
        yield from facts_of_post(post, person, tied, bodies)


def _tenure(page: Page, post: Post, noun: Token) -> Iterator[Fact]:
    """Read "his role as", "her appointment as", "served two terms as"."""
    entry = role_nouns().get(noun.lemma_)
    if entry is None or entry.tenure is None:
        return
    phase = entry.tenure
    link = Link(rule=f"as:{noun.lemma_}", confidence=TENURE, status=STATUSES[phase], anchor=noun.i, phase=phase)
    uses = verb_uses("office").get(noun.head.lemma_) if noun.dep_ == "dobj" and entry.office else None
    if uses:  # "took office as president": the verb says whether it is entered or left
        phase = uses[0].phase
        link = replace(link, status=status(noun.head, phase), anchor=noun.head.i, phase=phase)
    for person in holders(page, noun, phase):
        yield from facts_of_post(post, person, link)


def _is_office(noun: Token) -> bool:
    entry = role_nouns().get(noun.lemma_)
    return entry is not None and entry.office


def _office(page: Page, post: Post, noun: Token) -> Iterator[Fact]:
    """Read "held the post of minister", "was appointed to the post of minister"."""
    verb = verb_of(noun)
    use = verb_uses("office").get(verb.lemma_)
    if use is None:
        return
    holding = subjects(page, verb)
    if not is_passive(verb) and verb.lemma_ in verb_uses("appoint"):
        chosen = recipient(page, verb)
        holding = [] if chosen is None else [chosen]
    yield from _held_by(post, holding, verb, Link(rule="office", confidence=OFFICE, phase=use[0].phase))
