"""Posts that end with the holder's death, or with a departure told without "as": "Interior Minister X was sacked"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.roles.facts import Fact
from kg.extract.roles.grammar import status
from kg.extract.roles.page import Page
from kg.lexicon.role_verbs import verb_uses

KILLING = frozenset("kill assassinate murder execute behead hang slay".split())
DYING = frozenset(("die",))
LEAVING = frozenset("resign quit retire abdicate".split())
STEPPING = frozenset(("step", "stand"))
DOWN = frozenset(("down", "aside"))
PATIENTS = frozenset(("nsubjpass", "dobj"))
BESIDE_NAME = frozenset(("title-before-name", "apposition", "reverse-apposition"))
FOUNDER = "Founder"
"""What one never stops being."""
HELD = frozenset(("current", "acting"))


def with_endings(page: Page, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield `facts`, those as former whose holder died, or left the post that stands beside his name."""
    found = list(facts)
    named = {fact.person.id_ for fact in found if fact.status in HELD}
    dead: set[str] = set()
    left: set[tuple[str, int]] = set()
    for person in page.people:
        if person.id_ not in named:
            continue
        root = _speaks_of(page, person.root)
        verb = root.head
        if _died(root, verb):
            dead.add(person.id_)
        elif _left(root, verb):
            left.add((person.id_, verb.sent.start))
    yield from _ended(page, found, dead, left)


def _speaks_of(page: Page, root: Token) -> Token:
    """Return what bears the relation to the verb: the first of joined names, the title before "the commander, X,"."""
    while root.dep_ == "conj" and page.person(root.head.i) is not None:
        root = root.head
    return root.head if root.dep_ == "appos" and root.head.i < root.i else root


def _ended(page: Page, facts: Sequence[Fact], dead: set[str], left: set[tuple[str, int]]) -> Iterator[Fact]:
    """Yield `facts`, those of the dead and of those who left as former."""
    leavers = {person for person, _ in left}
    for fact in facts:
        person = fact.person.id_
        over = person in dead
        if not over and person in leavers and fact.rule in BESIDE_NAME:
            over = (person, page.doc[fact.anchor].sent.start) in left
        ends = over and fact.status in HELD and fact.category != FOUNDER
        yield replace(fact, status="former") if ends else fact


def _died(root: Token, verb: Token) -> bool:
    """Tell whether the clause says that its subject or object `root` was killed or died."""
    killed = root.dep_ in PATIENTS and verb.lemma_ in KILLING
    return (killed or (root.dep_ == "nsubj" and verb.lemma_ in DYING)) and status(verb, "leaves") == "former"


def _left(root: Token, verb: Token) -> bool:
    """Tell whether the clause says that `root` was put out of office or gave it up."""
    if root.dep_ in PATIENTS:
        uses = verb_uses("appoint").get(verb.lemma_, ())
        leaves = any(use.phase == "leaves" for use in uses)
    elif root.dep_ == "nsubj":
        down = any(child.lower_ in DOWN for child in verb.rights)
        leaves = verb.lemma_ in LEAVING or (verb.lemma_ in STEPPING and down)
    else:
        leaves = False
    return leaves and status(verb, "leaves") == "former"
