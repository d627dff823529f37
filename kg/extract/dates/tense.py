"""On which side of the day of writing a date lies, told from the verb that governs it."""

from spacy.tokens import Doc, Token

AHEAD = frozenset(
    "plan schedule expect slate intend due hope aim promise vow pledge propose postpone extend delay reschedule prepare "
    "threaten await likely want seek wait decide agree set invite".split()
)
"""Verbs and adjectives whose object lies in the future, in whatever tense they stand."""

_SET = frozenset("plan schedule expect slate due set postpone extend delay reschedule book".split())
"""Those that say when something is to happen: "was scheduled for Monday"."""

_DEADLINES = frozenset("deadline expiry maturity ultimatum".split())
_APPOINTMENTS = frozenset(
    "meeting election summit vote talk session hearing deadline conference visit trip game match ceremony referendum poll "
    "negotiation parade funeral inauguration launch round ballot runoff ultimatum".split()
)
"""Nouns that are spoken of before they happen: "Sunday's election"; a date beside any other noun is past."""

_TOWARDS = frozenset(("for", "to", "until", "till", "through", "on"))
_UNTIL = frozenset(("until", "till", "through"))
_BESIDE = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
_STEPS = 12


def direction(doc: Doc, start: int, end: int) -> int:
    """Return -1 for a date in the past, 1 for one in the future, 0 where the sentence does not tell.

    Args:
        doc: a parsed Doc.
        start: first token of the expression.
        end: the token after it.
    """
    token = _root(doc, start, end)
    if token.dep_ in _BESIDE and token.head.lemma_ not in _APPOINTMENTS:
        return -1
    preposition = token.head if token.head.tag_ == "IN" else None
    direct = True  # whether nothing but a preposition stands between the date and the verb
    for _ in range(_STEPS):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token, preposition if direct else None, direct=direct)
        if token.lemma_ in _DEADLINES or (token.pos_ == "ADJ" and token.lemma_ in AHEAD):
            return 1
        direct = direct and preposition is not None and token.i == preposition.i
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else 0


def _root(doc: Doc, start: int, end: int) -> Token:
    """Return the token of the expression whose head lies outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end:
            return token
    return doc[end - 1]


def _of_verb(verb: Token, preposition: Token | None = None, *, direct: bool = False) -> int:
    """Return the direction that one verb with its auxiliaries gives, asking the verb above it where it has no tense.

    Args:
        verb: the verb.
        preposition: the one that ties the date to the verb.
        direct: whether the date belongs to the verb itself; if not, to something that the verb speaks of.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    forms = {helper.lemma_ for helper in helpers}
    if any(helper.tag_ == "MD" for helper in helpers):
        return -1 if "have" in forms else 1
    towards = preposition is not None and preposition.lower_ in _TOWARDS
    if verb.lemma_ in AHEAD and (not direct or (verb.lemma_ in _SET and (towards or verb.tag_ == "VBN"))):
        return 1
    if preposition is not None and preposition.lower_ in _UNTIL and verb.tag_ not in ("VBD", "VBN"):
        return 1
    if any(helper.tag_ == "TO" for helper in helpers):
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return -1
    if verb.tag_ == "VBN":
        return -1 if not helpers or "have" in forms else 0
    if verb.tag_ in ("VBG", "VB") and not helpers:
        return _of_verb(verb.head) if verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX") else _above(verb)
    if "have" in forms:
        return -1
    return 1 if verb.tag_ in ("VBZ", "VBP", "VB", "VBG") else 0


def _of_infinitive(verb: Token) -> int:
    """Return the direction of "to meet": what "is", "plan", "ready" above say, else the tense of the verb above."""
    above = verb.head
    if above.i == verb.i:
        return 1
    if above.lemma_ in AHEAD or above.lemma_ == "be" or (above.lemma_ == "go" and above.tag_ == "VBG"):
        return 1
    if above.pos_ in ("NOUN", "PROPN", "ADJ"):
        return 1
    return _of_verb(above) if above.pos_ in ("VERB", "AUX") else 0


def _above(token: Token) -> int:
    """Return the direction of the first verb above a token."""
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return 0
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token)
    return 0
