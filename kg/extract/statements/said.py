"""Whether the words were said at all: "did not say", "may claim" and "if he says" report no statement."""

from spacy.tokens import Token

_GOING_ON = frozenset({"go", "continue", "proceed", "begin", "start", "rush", "hasten", "come", "keep"})
_MEANS = frozenset({"use", "take", "issue", "write", "release", "phone", "appear", "send", "speak", "call"})
_MODALS = frozenset({"may", "might", "could", "should", "would", "must", "shall", "can", "will", "'ll", "’ll", "'d", "’d",
                     "wo", "ca"})  # fmt: skip
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "hardly", "scarcely", "neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "neither", "few", "no"})
_CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
_WITHOUT = frozenset({"without", "instead", "than", "of", "against", "from"})


def is_said(verb: Token) -> bool:
    """Tell whether the clause of the reporting verb `verb` says that something was said."""
    infinitive = False
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" or (word in _NEGATIVE and child.i < verb.i):
            return False
        if child.dep_ == "aux":
            if word == "to":
                infinitive = True
            elif word in _MODALS:
                return False
        elif (child.dep_ == "mark" and word in _CONDITIONS) or (child.dep_ in ("nsubj", "det") and _nobody(child)):
            return False
    if infinitive:
        return _infinitive_is_said(verb)
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _WITHOUT and _parent_is_said(verb.head.head)
    if verb.tag_ == "VB":  # "heard him say" is none, "officials say" is one, whatever the tagger makes of it
        return any(child.dep_ in ("nsubj", "aux") for child in verb.children) and verb.dep_ != "ccomp"
    if verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
        return verb.head.pos_ not in ("VERB", "AUX") or _same_form(verb) or is_said(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG":
        return _parent_is_said(verb.head)
    return True


def _nobody(subject: Token) -> bool:
    return subject.lower_ in _NOBODY or any(child.lower_ in ("no", "neither", "few") for child in subject.lefts)


def _same_form(verb: Token) -> bool:
    """Tell whether a coordinated verb is finite beside an infinitive or modal, so that those do not reach it."""
    return verb.tag_ in ("VBD", "VBZ") and verb.head.tag_ not in ("VBD", "VBZ")


def _parent_is_said(verb: Token) -> bool:
    return verb.pos_ not in ("VERB", "AUX") or not any(
        child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children
    )


def _infinitive_is_said(verb: Token) -> bool:
    """Tell "went on to say" and "took to television to announce" from "wants to say"."""
    governor = verb.head
    if verb.dep_ == "xcomp":
        return governor.lemma_ in _GOING_ON and is_said(governor)
    return verb.dep_ == "advcl" and governor.lemma_ in _MEANS and is_said(governor)
