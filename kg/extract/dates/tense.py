"""On which side of the day of writing a date lies, told from the verb that governs it."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

AHEAD = frozenset(
    "plan schedule expect slate intend due hope aim promise vow pledge propose postpone extend delay reschedule "
    "prepare threaten await likely want seek wait decide agree set invite adjourn".split()
)
"""Verbs and adjectives whose object lies in the future, in whatever tense they stand."""

_SET = frozenset("plan schedule expect slate due set postpone extend delay reschedule book adjourn".split())
"""Those that say when something is to happen: "was scheduled for Monday"."""

_DEADLINES = frozenset("deadline expiry maturity ultimatum".split())
_APPOINTMENTS = frozenset(
    "meeting election summit vote talk session hearing deadline conference visit trip game match ceremony referendum "
    "poll negotiation parade funeral inauguration launch round ballot runoff ultimatum debate primary caucus "
    "convention rally march exercise drill".split()
)
"""Nouns that are spoken of before they happen: "Sunday's election"; a date beside any other noun is past."""

_TO_APPOINTED = frozenset("to of for before ahead until till towards toward about on over".split())
"""Prepositions before what may not have happened yet: "delegates to the convention in July"."""

_SAYING = frozenset(
    "say tell confirm announce report add state claim declare note warn explain write tweet stress".split()
)
_ORDERS = frozenset("order urge instruct demand call request warn tell ask advise command".split())
"""What they ask for lies ahead: "ordered the troops to cease fire from Friday"."""

_ANNOUNCING = frozenset("threat warning risk danger fear possibility chance prospect".split())
"""Nouns that make what follows something to come: "the threat of an attack on Friday"."""

_BEGINNING = frozenset(("begin", "start", "commence"))
_LOOKING_BACK = frozenset(
    "investigate probe condemn avenge mourn discuss examine review punish remember commemorate mark prosecute".split()
)
"""Verbs whose object has happened, also where they themselves lie ahead."""

_GOVERNING = frozenset(("of", "against", "about", "with"))
"""Prepositions through which what a verb says of its object holds for the noun behind them."""

_TO_COME = frozenset("planned scheduled upcoming forthcoming expected intended proposed".split())
"""Adjectives that put the date of their noun ahead."""

_PASSING = frozenset("pass expire lapse miss come go".split())
"""What deadlines that are over have done."""

_HAPPENED = frozenset(
    "attack strike airstrike bombing blast explosion shooting shelling killing murder massacre assassination "
    "slaying death arrest detention raid ambush coup putsch crash clash battle bloodshed violence kidnapping "
    "abduction hijacking invasion defeat victory capture fall collapse incident assault crackdown announcement "
    "resignation outbreak unrest riot rampage stabbing beheading takeover tragedy atrocity accident disaster "
    "failure breakdown escape attempt bombardment carnage outrage disappearance earthquake fire sinking".split()
)
"""Nouns of what news tells after it happened: a date beside one or after it is past, whatever the verb."""

_UNDERTAKEN = frozenset(
    "bid effort attempt operation offensive campaign push move drive mission battle fight assault advance raid".split()
)
"""What is begun to reach something: the date of "launched a bid to retake the town on Sunday" is when it began."""

_SAME_FORMS = frozenset(
    "cast hit cut put shut let read hurt spread split burst beat quit shed bid bet cost thrust".split()
)
"""Verbs whose past looks like their present; of days, the past is by far the more frequent."""

_NONE = frozenset(("neither", "no", "none", "nobody", "nothing"))
_BEFORE_DATE = frozenset(("on", "in", "of", "at", "early", "late"))
_REACH = 6
"""How many tokens before a date the noun may stand that it belongs to: "the massacre in the old port on Tuesday"."""

_TOWARDS = frozenset(("for", "to", "until", "till", "through", "on"))
_UNTIL = frozenset(("until", "till", "through"))
_BESIDE = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve"))
_STEPS = 12


@dataclass(frozen=True)
class Governed:
    """An expression, tokens `[start, end)` of a parsed Doc, and what governs it in its sentence."""

    doc: Doc
    start: int
    end: int

    @cached_property
    def direction(self) -> int:
        """-1 for a date in the past, 1 for one in the future, 0 where the sentence does not tell."""
        return _direction(self.doc, self.start, self.end)

    @property
    def appointed(self) -> bool:
        """Whether it tells of something appointed, which may as well lie ahead: "to the summit in June"."""
        if self.start < 2 or self.doc[self.start - 1].tag_ != "IN":  # noqa: PLR2004 - a noun and a preposition
            return False
        noun = self.doc[self.start - 2]
        return noun.lemma_.lower() in _APPOINTMENTS and noun.dep_ == "pobj" and noun.head.lower_ in _TO_APPOINTED

    @property
    def happened(self) -> bool:
        """Whether the very verb or noun that it belongs to tells what has happened: "died on 3 May"."""
        preposition = _root(self.doc, self.start, self.end).head
        above = preposition.head
        if self.direction >= 0 or preposition.tag_ != "IN" or above.lemma_ in AHEAD:
            return False
        passive = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in above.children)
        return above.tag_ == "VBD" or passive or above.lemma_.lower() in _HAPPENED

    @property
    def opens_line(self) -> bool:
        """Whether the expression begins a line, as the times in a live report do."""
        return self.start == 0 or "\n" in self.doc[self.start - 1].text

    @property
    def noun(self) -> str:
        """The lemma of the noun beside which the expression stands, "" where it stands beside none."""
        return _root(self.doc, self.start, self.end).head.lemma_.lower() if self.beside else ""

    @cached_property
    def beside(self) -> bool:
        """Whether the expression stands beside a noun as part of what it is called ("the May 3 attack")."""
        return _root(self.doc, self.start, self.end).dep_ in _BESIDE


def _direction(doc: Doc, start: int, end: int) -> int:
    token = _root(doc, start, end)
    if token.dep_ in _BESIDE and token.head.lemma_ not in _APPOINTMENTS:
        return -1
    if start > 0 and (doc[start - 1].lower_ == "since" or _follows_what_happened(doc, start)):
        return -1
    preposition = token.head if token.head.tag_ == "IN" else None
    noun = None
    for _ in range(_STEPS):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            if (clause := _reported(token, doc[start])) is not None:
                return _of_verb(clause)
            return _of_verb(token, preposition if noun is None else None, noun=noun, skip=range(start, end))
        if direction := _of_noun(token, preposition):
            return direction
        if token.pos_ == "NOUN" and noun is None:
            noun = token
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else 0


def _follows_what_happened(doc: Doc, start: int) -> bool:
    """Tell whether a date follows a noun of what happened: "the victims of the massacre in the port on Tuesday"."""
    at = start - 1
    if doc[at].lower_ not in _BEFORE_DATE:
        return False
    while at >= 0 and doc[at].lower_ in _BEFORE_DATE:
        at -= 1
    for i in range(at, max(at - _REACH, -1), -1):
        token = doc[i]
        if token.lemma_ in _HAPPENED and (token.pos_ in ("NOUN", "PROPN") or token.tag_ == "VBZ"):
            return not _is_to_come(token)  # taggers take "the strikes on Sunday hit" for a verb
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON", "CCONJ", "SPACE"):
            return False
    return False


def _is_to_come(noun: Token) -> bool:
    """Tell whether "an attack" is still to come: the object of "will carry out", "plan", "warn of"."""
    for _ in range(_STEPS):
        above = noun.head
        if above.i == noun.i:
            return False
        if above.lemma_ in AHEAD or above.lemma_ in _ANNOUNCING:
            return True
        if above.pos_ in ("VERB", "AUX"):
            if noun.dep_ in ("nsubj", "nsubjpass") or above.lemma_ in _LOOKING_BACK:
                return False
            return any(child.tag_ in ("MD", "TO") for child in above.lefts)
        if above.lower_ not in _GOVERNING:
            return False
        noun = above
    return False


def _of_noun(word: Token, preposition: Token | None) -> int:
    """Return the direction that a noun or adjective gives to the date that belongs to it, 0 for most."""
    if word.lemma_ in _DEADLINES:
        return -1 if word.head.lemma_ in _PASSING and _of_verb(word.head) < 0 else 1
    appointed = word.lemma_ in _APPOINTMENTS and preposition is not None and preposition.lower_ == "for"
    if appointed or (word.pos_ == "ADJ" and word.lemma_ in AHEAD):
        return 1
    return 1 if any(child.lower_ in _TO_COME for child in word.lefts) else 0  # "the planned summit in June"


def _root(doc: Doc, start: int, end: int) -> Token:
    """Return the token of the expression whose head lies outside it."""
    for token in doc[start:end]:
        if not start <= token.head.i < end and token.dep_ != "det":
            return token
    return doc[end - 1]


def _reported(verb: Token, date: Token) -> Token | None:
    """Return the verb that a date belongs to in "they will meet on Wednesday, she confirmed", None elsewhere.

    Parsers tie such a date to the verb of saying, for it may also begin that clause.
    """
    if verb.lemma_ not in _SAYING or date.i - date.sent.start < 2:  # noqa: PLR2004 - a preposition and a word before
        return None
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not date.i < subject.i < verb.i or date.nbor(-2).dep_ == "cc":
        return None
    clauses = [child for child in verb.lefts if child.dep_ == "ccomp" and child.i < date.i]
    if verb.dep_ in ("advcl", "parataxis", "ccomp") and verb.head.i < date.i and verb.head.pos_ in ("VERB", "AUX"):
        clauses.append(verb.head)
    return clauses[-1] if clauses else None


def _of_verb(
    verb: Token, preposition: Token | None = None, *, noun: Token | None = None, skip: range = range(0)
) -> int:
    """Return the direction that one verb with its auxiliaries gives, asking the verb above it where it has no tense.

    Args:
        verb: the verb.
        preposition: the one that ties the date to the verb itself.
        noun: what the date belongs to where it does not belong to the verb ("proposed a meeting on Monday").
        skip: the tokens of the date, which are no auxiliaries ("May" is easily taken for one).
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i not in skip]
    perfect = any(helper.lower_ in _HAVE for helper in helpers)
    if any(helper.tag_ == "MD" for helper in helpers):
        could = any(helper.lower_ == "could" for helper in helpers)
        return -1 if perfect or (could and _denied(verb)) else 1
    if _points_ahead(verb, None if preposition is None else preposition.lower_, noun):
        return 1
    if any(helper.tag_ == "TO" for helper in helpers):
        return -1 if perfect else _of_infinitive(verb)  # "was to have begun on Sunday"
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return -1
    if not helpers and (verb.lower_ in _SAME_FORMS or verb.text.isupper()):
        return -1  # and headlines in capitals tell what happened in the present tense
    if verb.tag_ == "VBG" and verb.lemma_ in _BEGINNING and verb.dep_ in ("acl", "prep", "advcl"):
        return 1  # "a truce beginning on Saturday"
    if verb.tag_ == "VBN":
        return -1 if not helpers or perfect else 1  # "the case is heard in May"
    if verb.tag_ in ("VBG", "VB") and not helpers:
        return _of_verb(verb.head) if verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX") else _above(verb)
    if perfect:
        return -1
    return 1 if verb.tag_ in ("VBZ", "VBP", "VB", "VBG") else 0


def _denied(verb: Token) -> bool:
    """Tell whether a verb is said not to have happened: "could not be reached", "neither side could be reached"."""
    for child in verb.children:
        if child.dep_ in ("neg", "preconj"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in _NONE or any(word.lower_ in _NONE for word in child.lefts)
        ):
            return True
    return False


def _points_ahead(verb: Token, preposition: str | None, noun: Token | None) -> bool:
    """Tell whether what a verb means puts the date ahead of it, in whatever tense it stands."""
    decided = verb.tag_ == "VBD" and preposition == "on" and noun is None  # "planned on Friday to send troops"
    if verb.lemma_ in _SET and not decided and (noun is not None or preposition in _TOWARDS or verb.tag_ == "VBN"):
        return True
    if preposition in _UNTIL and any(child.lower_ in ("off", "back") for child in verb.rights):
        return True  # "was put off until 12 October"
    if verb.lemma_ in AHEAD and noun is not None and noun.lemma_ in _APPOINTMENTS:
        return True
    if preposition == "for":  # "called a meeting for Monday"
        return any(child.dep_ == "dobj" and child.lemma_ in _APPOINTMENTS for child in verb.children)
    return preposition in _UNTIL and verb.tag_ not in ("VBD", "VBN")


def _of_infinitive(verb: Token) -> int:
    """Return the direction of "to meet": what "is", "plan", "ready" above say, else the tense of the verb above."""
    above = verb.head
    if above.i == verb.i or above.lemma_ in _ORDERS:
        return 1
    if above.lemma_ in AHEAD or above.lemma_ == "be" or (above.lemma_ == "go" and above.tag_ == "VBG"):
        return 1
    if above.lemma_ in _UNDERTAKEN:
        return _above(above)
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
