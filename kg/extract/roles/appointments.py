"""Posts that someone is put into, put out of or follows in: "named X director", "was sacked as", "succeeded Y as"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.facts import Fact, Link, facts_of_post
from kg.extract.roles.grammar import has_auxiliary, is_passive, people, status, subject_tokens, subjects
from kg.extract.roles.page import COUNTRY, Page
from kg.extract.roles.posts import Post
from kg.lexicon.role_verbs import verb_uses
from kg.lexicon.titles import title_by_name

APPOINTED = 0.9
SUCCESSION = 0.88
PREDECESSOR = 0.8
OBJECTS = frozenset(("dobj", "nsubj", "iobj", "dative", "oprd"))
COMPLEMENTS = frozenset(("oprd", "attr", "dobj", "ccomp", "xcomp", "pobj"))
RAISING = frozenset(("promote", "elevate"))
STATE_POSTS = frozenset(("HeadOfState", "Minister", "Judge"))
"""Posts that an organization fills in the state, not in itself: "parliament elected X president"."""
SENT = frozenset(("Ambassador", "Envoy"))
SELF = ("self", "selves")
BEEN = frozenset(("was", "were", "is", "been", "has", "have", "had"))


def recipient(page: Page, verb: Token) -> Span | None:
    """Return the person who is the object of `verb`."""
    for child in verb.rights:
        if child.dep_ in OBJECTS and (person := page.person(child.i)) is not None:
            return person
    return None


def choice(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """Read "appointed X (as) minister", "X was named minister"."""
    if is_passive(verb):
        yield from _chosen(page, post, subjects(page, verb), verb)
    elif (person := recipient(page, verb)) is not None:
        yield from _chosen(page, post, [person], verb)


def appointed(page: Page, post: Post, root: Token) -> Iterator[Fact]:
    """Read "was elected president", "named X director", "promoted to general"; `root` is the first joined title's."""
    uses = verb_uses("appoint")
    person = page.person(post.start - 1)
    verb = None if person is None else _verb_before(page, person)
    if person is not None and verb is not None and verb.lemma_ in uses and not has_auxiliary(verb):
        own = person.text.lower().endswith(SELF)  # "named himself minister"
        yield from _chosen(page, post, subjects(page, verb) if own else [person], verb)
        return
    if (again := _again(page, post)) is not None:
        yield from facts_of_post(post, again, Link(rule="appointed:reelect", confidence=APPOINTED, status="current"))
        return
    verb = root.head
    if root.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lemma_ in RAISING:
        verb = verb.head
    complement = root.dep_ in COMPLEMENTS and verb.lemma_ in uses and verb.i < root.i
    if complement and (is_passive(verb) or page.person(root.i) is None):
        yield from choice(page, post, verb)


def _again(page: Page, post: Post) -> Span | None:
    """Return X of "X was re-elected chair", where the dash keeps the parser from seeing a verb."""
    i = next((i for i in range(post.start, post.title.start) if page.words[i : i + 2] == ["re", "-"]), -1)
    if i < 1 or page.doc[i + 2].lemma_ not in verb_uses("appoint"):
        return None
    while i > 0 and page.words[i - 1] in BEEN:
        i -= 1
    person = page.person(i - 1)
    return person if i < post.title.start and page.words[i] in BEEN and person is not None else None


def _verb_before(page: Page, person: Span) -> Token | None:
    """Return the verb of "named (General) X director": the token before the person and his rank."""
    before = person.start - 1
    if (rank := page.title_at.get(before)) is not None:
        before = rank.start - 1
    return page.doc[before] if before >= 0 and page.doc[before].pos_ == "VERB" else None


def _chosen(page: Page, post: Post, chosen: list[Span], verb: Token) -> Iterator[Fact]:
    """Yield that `chosen` got `post`, in the body that chose them where the post names none."""
    use = verb_uses("appoint")[verb.lemma_][0]
    held = status(verb, use.phase)
    if held is None:
        return
    bodies = None
    if not post.bodies:
        choosers = (page.organization(token.i) for token in _choosers(verb))
        bodies = tuple(body for body in choosers if body is not None and _can_choose(post, body))
    rule = f"appointed:{use.verb}"
    link = Link(rule=rule, confidence=APPOINTED, status=held, anchor=verb.i, phase=use.phase)
    for person in chosen:
        yield from facts_of_post(post, person, link, bodies)


def _choosers(verb: Token) -> list[Token]:
    """Return the heads of who appoints: the subject, or what follows "by"."""
    if not is_passive(verb):
        return subject_tokens(verb)
    return [child for agent in verb.rights if agent.lower_ == "by" for child in agent.children if child.dep_ == "pobj"]


def _can_choose(post: Post, body: Span) -> bool:
    """Tell whether a post can be held in the body that fills it."""
    if body.label_ in ORGANIZATIONS:
        return post.category not in STATE_POSTS
    return body.label_ == COUNTRY and (title_by_name()[post.title.kb_id_].of == "country" or post.category in SENT)


def succession(page: Page, post: Post, verb: Token) -> Iterator[Fact]:
    """Read "X succeeded Y as minister": X holds the post now, Y did before."""
    held = status(verb, "enters")
    if held is None:
        return
    if is_passive(verb):
        left = subjects(page, verb)
        agents = [child for child in verb.children if child.dep_ == "agent"]
        entered = [person for agent in agents for child in agent.children for person in people(page, child)]
    else:
        entered = subjects(page, verb)
        followed = recipient(page, verb)
        left = [] if followed is None else [followed]
    link = Link(rule="succession", confidence=SUCCESSION, status=held, anchor=verb.i, phase="enters")
    for person in entered:
        yield from facts_of_post(post, person, link)
    former = "current" if held == "incoming" else "former"
    new = {person.id_ for person in entered}
    for person in left:
        if person.id_ in new:
            continue  # "X succeeded him": whoever "him" is, not X
        yield from facts_of_post(post, person, replace(link, status=former, phase="leaves"))


def predecessor(page: Page, fact: Fact) -> Iterator[Fact]:
    """Read "X was named director, succeeding Y": Y was director before."""
    if fact.phase != "enters":
        return
    for child in page.doc[fact.anchor].rights:
        if child.dep_ not in {"advcl", "conj"} or child.lemma_ not in verb_uses("succeed") or is_passive(child):
            continue
        other = recipient(page, child)
        if other is None or other.id_ == fact.person.id_ or page.words[other.end : other.end + 1] == ["as"]:
            continue
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
