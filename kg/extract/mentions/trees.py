"""What the dependency tree says of a pronoun and a name before it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.mentions.discourse import SUBJECTS, Discourse, Mention

_CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"))
_RELATIVE = frozenset(("WP", "WDT"))
_MAKING = frozenset("appoint choose elect install name nominate pick promote select".split())


def bound(discourse: Discourse, mention: Mention, pronoun: Token) -> bool:
    """Say whether grammar keeps the two apart: "X met him" does not join, "X said he" does.

    A reflexive or possessive may refer to a subject of its own clause, any other object may not (principle B).
    """
    root = discourse.doc[mention.start : mention.end].root
    if pronoun.dep_ == "poss" and _made(pronoun.head, root):
        return True
    if _free(pronoun):
        return root.head == pronoun.head and root.dep_ in SUBJECTS and pronoun.dep_ in SUBJECTS
    return _clause(root) == _clause(pronoun)


def in_same_clause(noun: Token, pronoun: Token) -> bool:
    """Say whether the pronoun is an object beside `noun` and so cannot mean it: "A soldier accused him"."""
    return not _free(pronoun) and _clause(noun) == _clause(pronoun)


def _free(pronoun: Token) -> bool:
    return pronoun.dep_ in SUBJECTS or pronoun.dep_ == "poss" or pronoun.lower_.endswith(("self", "selves"))


def clause_subjects(pronoun: Token) -> Iterator[Token]:
    """Yield the subjects of the clauses around a pronoun, the nearest first, but not the pronoun's own phrase.

    For "who" and "that" it is the noun they relate to.
    """
    token = pronoun
    while token.head != token:
        token = token.head
        for child in token.lefts:
            if child.dep_ in SUBJECTS and child.i < pronoun.i and not child.is_ancestor(pronoun):
                yield token.head if child.tag_ in _RELATIVE and token.dep_ == "relcl" else child


def _made(noun: Token, root: Token) -> bool:
    """Say whether `root` becomes the `noun` that a possessive is of: "X was named (as) his successor"."""
    verb = noun.head
    if verb.lower_ == "as":
        if verb.head == root:
            return True
        verb = verb.head
    elif noun.dep_ not in ("oprd", "attr"):
        return False
    return root.head == verb and root.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in _MAKING


def _clause(token: Token) -> Token:
    while token.dep_ not in _CLAUSES and token.head != token:
        token = token.head
    return token
