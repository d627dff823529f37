"""Posts that end with the holder's death, or with a departure told without "as": "Interior Minister X was sacked"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

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
RANK = "MilitaryOfficer"
HELD = frozenset(("current", "acting"))
UNSAID = "unknown"
ANOTHER = frozenset(("as", "from"))
"""Words after a verb of leaving that name which post or body is left; other rules read them."""


def with_endings(page: Page, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield `facts`, those as former whose holder died, or left the post that stands beside his name."""
    found = list(facts)
    named = {fact.person.id_ for fact in found if fact.status in HELD or fact.status == UNSAID}
    dead: dict[str, int] = {}
    left: dict[tuple[str, int], int] = {}
    for person in page.people_and_pronouns if named else ():
        if person.id_ not in named:
            continue
        root = _speaks_of(page, person.root)
        verb = root.head
        if _died(root, verb) and (person.kb_id_ == "name" or _alone(page, person)):
            dead.setdefault(person.id_, verb.i)
        elif person.kb_id_ == "name" and _left(root, verb):
            left.setdefault((person.id_, verb.sent.start), verb.i)
    for fact in found:
        yield _ended(page, fact, dead, left)


def _alone(page: Page, person: Span) -> bool:
    """Tell whether the sentence of a pronoun names nobody else whom it could mean."""
    sentence = person.sent
    return all(
        other.id_ == person.id_ for other in page.people if sentence.start <= other.start and other.end <= sentence.end
    )


def _speaks_of(page: Page, root: Token) -> Token:
    """Return what bears the relation to the verb: the first of joined names, the title before "the commander, X,"."""
    while root.dep_ == "conj" and page.person(root.head.i) is not None:
        root = root.head
    return root.head if root.dep_ == "appos" and root.head.i < root.i else root


def _ended(page: Page, fact: Fact, dead: dict[str, int], left: dict[tuple[str, int], int]) -> Fact:
    """Return `fact`, as former where its holder is among the `dead`, or `left` it in its own sentence."""
    verb = dead.get(fact.person.id_, -1)
    if verb >= 0 and fact.status == UNSAID:
        return replace(fact, status="former", ended=verb)
    if fact.category == RANK and verb >= 0 and fact.status in HELD:
        return replace(fact, status="former")  # whoever died lost no rank that day
    if verb < 0 and (fact.rule in BESIDE_NAME or page.doc[fact.anchor].dep_ == "relcl"):
        verb = left.get((fact.person.id_, page.doc[fact.anchor].sent.start), -1)
    if verb < 0 or fact.status not in HELD or fact.category == FOUNDER:
        return fact
    if fact.category == RANK and page.doc[verb].lemma_ not in LEAVING:
        return fact  # a general who is replaced stays a general
    return replace(fact, status="former", ended=verb)


def _died(root: Token, verb: Token) -> bool:
    """Tell whether the clause says that its subject or object `root` was killed or died."""
    killed = root.dep_ in PATIENTS and verb.lemma_ in KILLING
    return (killed or (root.dep_ == "nsubj" and verb.lemma_ in DYING)) and status(verb, "leaves") == "former"


def _left(root: Token, verb: Token) -> bool:
    """Tell whether the clause says that `root` was put out of office or gave it up."""
    if any(child.lower_ in ANOTHER for child in verb.rights):
        return False
    if root.dep_ in PATIENTS:
        uses = verb_uses("appoint").get(verb.lemma_, ())
        leaves = any(use.phase == "leaves" for use in uses)
    elif root.dep_ == "nsubj":
        down = any(child.lower_ in DOWN for child in verb.rights)
        leaves = verb.lemma_ in LEAVING or (verb.lemma_ in STEPPING and down)
    else:
        leaves = False
    return leaves and status(verb, "leaves") == "former"
