"""Who speaks: the subject of a reporting verb, and the words that name it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.statements.finding import Speaker

FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WH = frozenset({"who", "which", "that"})
_INNER_PREPOSITIONS = frozenset({"of", "for", "from", "in", "at", "with", "near", "within", "inside", "to"})
_NAMING = frozenset({"prep", "cc", "conj", "compound", "nmod", "poss", "nummod", "amod", "case", "flat"})
_NAMING_BEFORE = _NAMING | {"det", "predet", "quantmod", "advmod", "punct", "neg", "preconj", "npadvmod"}
_DASHES = frozenset({"—", "–", "--", "-"})
_LONGEST = 15
_CLIMB = 3


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the phrase that names who does what `verb` says; None where the text leaves it out.

    Passive verbs give the agent ("was told by the guard"); participles and infinitives borrow the subject of the clause
    they depend on ("left the hall, saying ..."); relative clauses give the noun they describe.
    """
    passive = False
    for child in verb.children:
        if child.dep_ == "nsubj" and not _is_of_inner_clause(child, verb):
            return _antecedent(verb) if child.lower_ in _WH else _after_dateline(child, verb)
        passive = passive or child.dep_ in ("nsubjpass", "auxpass")
    if passive:
        return agent_of(verb)
    if depth >= _CLIMB:
        return None
    return _borrowed(verb, depth) or (_noun_before(verb) if depth == 0 else None)


def _is_of_inner_clause(child: Token, verb: Token) -> bool:
    """Tell "who" in "youths, who Reyes said are refugees": Reyes speaks."""
    others = (other for other in verb.lefts if other.dep_ == "nsubj" and other.i > child.i)
    return child.lower_ in _WH and any(other.lower_ not in _WH for other in others)


def _after_dateline(subject: Token, verb: Token) -> Token:
    """Return the noun after "SEOUL —" where the parser took the place, or a headline before it, for the subject."""
    between = verb.doc[subject.i + 1 : verb.i]
    dashes = [word.i for word in between if word.text in _DASHES and word.nbor(-1).whitespace_]
    if len(dashes) != 1 or subject.left_edge.i > subject.sent.start + _LONGEST:
        return subject
    noun = None
    for word in verb.doc[dashes[0] + 1 : verb.i]:
        if word.pos_ in ("VERB", "AUX", "SCONJ") or word.text == ",":
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON"):
            noun = word
        elif noun is not None and word.pos_ == "ADP":
            break
    return noun if noun is not None else subject


def _antecedent(verb: Token) -> Token | None:
    """Return the noun that the relative clause of `verb` describes."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None


def _noun_before(verb: Token) -> Token | None:
    """Return the noun right before a finite verb to which the parser gave no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    while before.i > verb.sent.start and before.pos_ in ("ADV", "AUX"):
        before = before.nbor(-1)
    if before.pos_ not in ("PROPN", "PRON", "NOUN") or before.ent_type_ in ("DATE", "TIME"):
        return None
    return before if before.dep_ not in ("compound", "poss") else None


def agent_of(verb: Token) -> Token | None:
    """Return the head of the "by" phrase of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _borrowed(verb: Token, depth: int) -> Token | None:
    head, dep = verb.head, verb.dep_
    if dep == "pcomp":
        return _quoted_person(head.head) if head.lower_ == "as" else _of_clause(head.head, depth)
    if dep == "acl" and verb.tag_ == "VBG":
        return head
    if dep == "conj" and head.dep_ == "ccomp" and head.head.tag_ == verb.tag_ != head.tag_:
        return _of_clause(head.head, depth)  # "said it would respond and warned the rebels": both are the speaker's
    if dep == "conj" and head.dep_ == "ccomp" and head.tag_ == verb.tag_ and verb.tag_ in FINITE:
        return None  # "said his son was ill and called the report a lie": who called it one?
    if dep == "advcl" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ",":
        while head.dep_ in ("xcomp", "advcl", "relcl", "acl") and any(child.lower_ == "to" for child in head.lefts):
            head = head.head  # "set a deadline for the rebels to withdraw, threatening ...": not the rebels
        while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
            head = head.head
    asked = verb.tag_ == "VBN" or any(child.lower_ in ("when", "if", "as") for child in verb.lefts)
    if dep == "advcl" and verb.tag_ != "VBG" and asked:
        return None  # "when asked what he would do": somebody else asked
    if dep in ("conj", "advcl", "xcomp"):
        return _of_clause(head, depth)
    return None


def _of_clause(head: Token, depth: int) -> Token | None:
    return subject_of(head, depth + 1) if head.pos_ in ("VERB", "AUX") else None


def _quoted_person(verb: Token) -> Token | None:
    """Return X of "X was quoted as saying" and of "quoted X as saying"."""
    return next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None)


def phrase_of(head: Token, *, floor: int = 0, ceiling: int | None = None) -> Speaker:
    """Return the noun phrase of `head` within `[floor, ceiling)`, without relative clauses and appositions."""
    start = max(_naming_start(head), floor)
    end = max([head.i + 1, *(part.i + 1 for part in _naming_parts(head))])
    if ceiling is not None:
        end = min(end, ceiling)
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    if end == head.i + 1:
        end = _whole_word(head)
    return Speaker(start, end, head.i)


def _whole_word(head: Token) -> int:
    """Return where a word that the tokenizer split at its hyphens ends: "secretary-general"."""
    doc, end = head.doc, head.i + 1
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        end += 2
    return end


def _naming_start(head: Token) -> int:
    """Return where the words before `head` that belong to its name begin."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if (
            child.dep_ not in _NAMING_BEFORE
            or head.i - child.left_edge.i > _LONGEST
            or (child.dep_ == "amod" and child.tag_ == "VBD")
            or (child.text in _DASHES and _stands_apart(child))
        ):
            break
        start = child.left_edge.i
    return start


def _stands_apart(dash: Token) -> bool:
    """Tell a dash between words from the hyphen of "Jean-Pierre"."""
    return bool(dash.whitespace_) or dash.i == 0 or bool(dash.nbor(-1).whitespace_)


def _naming_parts(head: Token) -> Iterator[Token]:
    """Yield the tokens after `head` that belong to its name: "head of the army", "Russia and China"."""
    listed = any(child.dep_ == "conj" for child in head.rights)
    for child in head.rights:
        if child.dep_ == "punct" and (child.text != "," or listed):
            continue
        if child.dep_ not in _NAMING:
            return
        if child.dep_ == "prep":
            noun = next((word for word in child.children if word.dep_ == "pobj"), None)
            if noun is None or noun.ent_type_ in ("DATE", "TIME") or child.lower_ not in _INNER_PREPOSITIONS:
                return
            yield from (child, noun, *_naming_parts(noun))
        else:
            yield child
            if child.dep_ == "conj":
                yield from _naming_parts(child)
