"""Who the subject of a verb is, and whether the clause says that it is so."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.roles.page import COMMAS, RELATIVE, Page
from kg.lexicon.role_verbs import Phase, verb_uses

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
DOUBT = frozenset(("would", "could", "might", "may", "can", "should", "must", "'d", "’d", "ought"))
WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
CONDITIONS = frozenset(("if", "unless", "whether", "though"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
UNCERTAIN = NEGATIONS | DOUBT | CONDITIONS
PRESENT = frozenset(("VBZ", "VBP", "VBG"))
PERFECT = frozenset(("has", "have", "'s", "’s", "'ve", "’ve"))
PLUPERFECT = frozenset(("had", "'d", "’d"))
ARE = frozenset(("is", "are", "am"))
TELLING = frozenset("say announce confirm add state declare report tell".split())
ENDINGS: dict[Phase, str] = {"proposed": "incoming", "leaves": "former", "enters": "current"}
"""The status after a verb that changes who holds a post."""
GOING_ON = frozenset("begin start continue go come return leave use proceed".split())
"""Verbs whose infinitive did happen: "went on to lead", "used to work", "left to join"."""
EXPECTED = frozenset("be set due expect slate schedule poise tip agree".split())
"""Verbs and adjectives whose infinitive is still to come: "is to head", "set to lead"."""
CLIMBS = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep"))
HIGHEST_CLIMB = 4


def subjects(page: Page, verb: Token) -> list[Span]:
    """Return the mentions of the people who are the subject of `verb`, also where its clause leaves them out."""
    found = [person for token in subject_tokens(verb) for person in people(page, token)]
    if not found and jointly(verb) and (person := page.person(verb.i - 3)) is not None:
        return [person]  # "co-" keeps the parser from seeing a verb
    return found


def subject_tokens(verb: Token) -> list[Token]:
    """Return the heads of the subject of `verb`, or of the clause it shares one with ("X left to lead the group")."""
    token = verb.nbor(-2) if jointly(verb) else verb
    for _ in range(HIGHEST_CLIMB):
        found = [child for child in token.children if child.dep_ in SUBJECTS]
        if found:
            return found
        if token.dep_ == "acl":
            return [token.head]
        if token.dep_ not in CLIMBS and token.lower_ != "prior":
            return []
        if token.dep_ == "advcl" and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return []
        if token.dep_ == "xcomp" and token.head.lemma_ in verb_uses("appoint"):
            return [child for child in token.head.children if child.dep_ in {"dobj", "nsubjpass"}]
        token = token.head
    return []


def jointly(verb: Token) -> bool:
    """Tell whether "co-" stands before the verb, which the tokenizer parts from it."""
    return verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "co"


def people(page: Page, token: Token) -> Iterator[Span]:
    """Yield the people that the phrase with the head `token` refers to, with those joined to it by "and"."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT"}:
        yield from _antecedents(page, token)
        return
    person = page.person(token.i) or page.holders.get(token.i)
    if person is None:
        if token.dep_ in {"attr", "appos", "conj"} and token.head != token:
            yield from _described(page, token)
        for child in token.rights:
            if child.dep_ == "appos" and (named := page.person(child.i)) is not None and named.kb_id_ == "name":
                yield named
        return
    yield person
    for other in token.conjuncts:
        if other.i > token.i and (joined := page.person(other.i)) is not None and joined.id_ != person.id_:
            yield joined


def _described(page: Page, noun: Token) -> list[Span]:
    """Return whom a predicate or apposition describes: X in "X is a diplomat", "X, a lawyer"."""
    token = noun
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"} and page.described(token.head.i):
        token = token.head
    if token.dep_ == "appos" and (person := page.person(token.head.i)) is not None:
        return [person]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        return [p for child in token.head.lefts if child.dep_ == "nsubj" for p in people(page, child)]
    return []


def _antecedents(page: Page, relative: Token) -> list[Span]:
    """Return the people that "who" takes up: the name right before it, or the head that the parser gives it."""
    i = relative.i - 1
    if i > 0 and page.words[i] in COMMAS:
        i -= 1
    if i >= 0 and (person := page.person(i) or page.holders.get(i)) is not None:
        return [person]
    clause = relative.head
    while clause.dep_ in {"conj", "aux", "auxpass"} and clause.head != clause:
        clause = clause.head
    return list(people(page, clause.head)) if clause.dep_ == "relcl" else []


def governed(preposition: Token) -> Token | None:
    """Return the head of the noun phrase that `preposition` governs."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def has_auxiliary(verb: Token) -> bool:
    """Tell whether `verb` shows that it is passive: "was named", which "the king named" only looks like."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Tell whether `verb` is passive: "was appointed", "X, appointed in May,"."""
    if verb.tag_ != "VBN":
        return False
    if has_auxiliary(verb):
        return True
    if jointly(verb):
        return False
    if any(child.lemma_ == "have" for child in verb.lefts if child.dep_ == "aux"):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "relcl", "ROOT", "xcomp", "ccomp"}


def status(verb: Token, phase: Phase) -> str | None:
    """Return the status of a post that `verb` in `phase` gives its holder, None where the clause asserts nothing."""
    words = {child.lower_ for child in verb.children}
    told = "would" in words and _is_told(verb)  # "said that he would become": still to come, then
    if words & (UNCERTAIN - {"would"} if told else UNCERTAIN):
        return None
    if told or words & WILL:
        return "current" if phase == "leaves" else "incoming"
    if verb.tag_ == "VB" and "to" in words:
        return _of_infinitive(verb, phase)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head != verb:
        return status(verb.head, phase)
    if phase != "holds" or "longer" in words:
        return ENDINGS.get(phase, "former")
    if words & PLUPERFECT:
        return "former"  # "he had led the council"
    return "current" if verb.tag_ in PRESENT or words & (PERFECT | ARE) else "unknown"


def _is_told(verb: Token) -> bool:
    """Tell whether someone told in the past what `verb` says."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING and verb.head.tag_ in {"VBD", "VBN"}


def _of_infinitive(verb: Token, phase: Phase) -> str | None:
    """Return the status that "to lead" gives, which depends on the verb it follows."""
    head = verb.head
    if head == verb:
        return None
    lemma = head.lemma_.lower()
    if lemma in EXPECTED:
        return "current" if phase == "leaves" else "incoming"
    if lemma in GOING_ON or lemma in verb_uses("appoint"):
        outer = status(head, "holds")
        if outer is None or outer == "incoming":
            return outer
        return "former" if phase == "leaves" else "current"
    return None
