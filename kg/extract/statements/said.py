"""Whether the words were said at all: "did not say", "may claim" and "if he says" report no statement."""

from spacy.tokens import Token

from kg.extract.statements.speakers import FINITE

_GOING_ON = frozenset({"go", "continue", "proceed", "begin", "start", "rush", "hasten", "come", "keep"})
_MEANS = frozenset({"use", "take", "issue", "write", "release", "phone", "appear", "send", "speak", "call"})
_MODALS = frozenset(
    {"may", "might", "could", "should", "would", "must", "shall", "can", "will", "'ll", "’ll", "'d", "’d", "wo", "ca"}
)
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "hardly", "scarcely", "neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "neither", "few", "no"})
_CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
_WITHOUT = frozenset({"without", "instead", "than", "of", "against", "from"})


def is_said(verb: Token) -> bool:
    """Tell whether the clause of the reporting verb `verb` says that something was said."""
    if any(_denies(child, verb) for child in verb.children):
        return False
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts):
        return _infinitive_is_said(verb)
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    if verb.tag_ == "VB":  # "heard him say" is none, "officials say" is one, whatever the tagger makes of it
        return verb.dep_ != "ccomp" and (subject or any(child.dep_ == "aux" for child in verb.children))
    return subject or _borrowed_is_said(verb)


def _denies(child: Token, verb: Token) -> bool:
    word, dep = child.lower_, child.dep_
    if dep == "neg" or (word in _NEGATIVE and child.i < verb.i):
        return True
    if dep == "aux":
        return word in _MODALS
    if dep == "mark":
        return word in _CONDITIONS
    return dep == "nsubj" and (word in _NOBODY or any(part.lower_ in _NOBODY for part in child.lefts))


def _infinitive_is_said(verb: Token) -> bool:
    """Tell "went on to say" and "took to television to announce" from "wants to say"."""
    governor = verb.head
    if verb.dep_ == "xcomp":
        known = governor.lemma_ in _GOING_ON
    elif verb.dep_ == "advcl":
        goes_on = any(child.dep_ == "prt" and child.lower_ == "on" for child in governor.children)
        known = goes_on or governor.lemma_ in _MEANS
    else:
        known = False
    return known and is_said(governor)


def _borrowed_is_said(verb: Token) -> bool:
    """Tell whether a verb without subject of its own is said, given the clause it depends on."""
    head = verb.head
    if verb.dep_ == "pcomp":
        return head.lower_ not in _WITHOUT and not _has_modal(head.head)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return (verb.tag_ in FINITE and head.tag_ not in FINITE) or is_said(head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG":
        return not _has_modal(head)
    return True


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)
