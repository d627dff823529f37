"""Reported clauses: "said that ...", "asked whether ...", "..., officials said", "the talks, he said, failed"."""

from spacy.tokens import Token

from kg.extract.statements.extent import before_participle, before_second, before_setting, begins_setting, end_of_line
from kg.extract.statements.finding import Content
from kg.extract.statements.speakers import FINITE
from kg.extract.statements.text import STOPS, Text, VerbCue

_ASKING = frozenset({"if", "whether"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "attr", "acomp"})
_STARTS = FINITE | {"MD"}
_SHARES = frozenset({"part", "some", "most", "all", "both", "many", "half", "one", "none", "two", "three"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_JOINS = frozenset({"and", "but", "while", "as", "after", "before", "when", "although", "though"})
_TINY = 3
"""Fewer words before ", he said," are an adverb or a date, unless the sentence goes on with its verb."""


def clause_of(text: Text, verb: VerbCue) -> Content | None:
    """Return the clause that the reporting verb `verb` reports."""
    if "that" not in verb.cue.takes:
        return None
    return _after(text, verb) or _around(text, verb)


def _after(text: Text, verb: VerbCue) -> Content | None:
    for child in verb.token.rights:
        if child.dep_ == "ccomp" or (verb.cue.kind == "ask" and child.dep_ == "advcl" and _asks(child)):
            return _content(text, child, verb.end) if _tells(text, verb, child) else None
        if child.dep_ == "dobj" and (clause := _taken_for_relative(child)) is not None:
            return _content(text, clause, child.i + 1)
    return None


def _asks(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _ASKING for child in clause.lefts)


def _taken_for_relative(hearer: Token) -> Token | None:
    """Return the clause of "told the forum he was ready", which parsers take to describe the forum."""
    for child in hearer.rights:
        first = child.left_edge
        if child.dep_ == "relcl" and first.i == hearer.i + 1 and first.dep_ == "nsubj" and first.tag_ not in _RELATIVES:
            return child
    return None


def _tells(text: Text, verb: VerbCue, clause: Token) -> bool:
    """Leave out what only pictures tell ("the footage shows men running") and "the girl who they said was hurt"."""
    if verb.cue.kind == "show" and clause.tag_ in ("VBG", "VB") and not any(c.dep_ == "aux" for c in clause.lefts):
        return False
    first = verb.token.doc[max(clause.left_edge.i, verb.end)]
    if first.lower_ in _SHARES and first.i + 2 < len(first.doc) and first.nbor(2).tag_ in _RELATIVES:
        return False  # "announced aid, part of which will come from Norway"
    if begins_setting(text, first.i):
        return False  # "The bridge is gone, he said two days after the raid"
    if first.lower_ == "that" and first.i < clause.i:  # "found a book that listed names"
        first = first.nbor(1)
    return not (first.i <= clause.i and first.tag_ in _STARTS)


def _content(text: Text, clause: Token, floor: int) -> Content | None:
    start = max(clause.left_edge.i, floor)
    end = clause.right_edge.i + 1
    for other in clause.head.rights:  # "noted that the resistance to open its markets remains a worry": two to parsers
        if other.dep_ == "ccomp" and other.i > clause.i and other.left_edge.i <= end:
            end = max(end, other.right_edge.i + 1)
    end = min(end, end_of_line(text, clause.i))
    end = before_setting(text, max(start, clause.i), before_participle(text, max(start, clause.i), end))
    span = text.trimmed(start, before_second(text, clause, start, end))
    return Content(span, "clause:after") if span else None


def _around(text: Text, verb: VerbCue) -> Content | None:
    """Read "The talks failed, officials said" and "The talks, officials said, failed"."""
    token = verb.token
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.cue.kind == "agree" or _has_complement(verb, subject):
        return None
    begin = subject.left_edge.i if subject.i < token.i else token.i
    start, end = text.sentence(token.i)
    if begin <= start or text.words[begin - 1] not in (",", "-", "—", "–"):
        return None
    tail = _end_of_report(text, verb, subject, end)
    if tail < end - 1 and text.words[tail] == "," and not _is_aside(text, tail + 1):
        goes_on = text.doc[tail + 1].tag_ in _STARTS  # "The drones, he said, were ours"
        span = text.trimmed(start if goes_on or begin - start > _TINY else tail + 1, end)
        return Content(span, "clause:inside") if span else None
    span = text.trimmed(start, begin) if _is_clause(text, verb, start, begin) else None
    if (
        span is None
        or span[1] - span[0] < _TINY
        or (tail < end and text.words[tail] not in STOPS and text.words[tail] != ",")
    ):
        return None
    return Content(span, "clause:before")


def _is_aside(text: Text, i: int) -> bool:
    """Tell whether the words at `i` are the writer's: "..., he said, and left", "..., he said, two days after ..."."""
    return text.words[i] in _JOINS or begins_setting(text, i)


def _is_clause(text: Text, verb: VerbCue, start: int, end: int) -> bool:
    """Tell "The road is cut, he said" from "When the road was cut, he said enough"."""
    words = text.doc[start:end]
    if words[0].pos_ == "SCONJ" or words[0].tag_ in ("WRB", "WDT"):
        return any(child.dep_ == "ccomp" for child in verb.token.lefts)
    return any(word.tag_ in _STARTS for word in words)


def _has_complement(verb: VerbCue, subject: Token) -> bool:
    """Tell whether the verb has said its content already, the hearer of "..., he told the council" aside."""
    hearer = verb.cue.kind == "say" and "person_to" in verb.cue.takes
    return any(
        child.dep_ in _COMPLEMENTS and not (hearer and child.dep_ == "dobj")
        for child in verb.token.rights
        if child.i != subject.i
    )


def _end_of_report(text: Text, verb: VerbCue, subject: Token, end: int) -> int:
    """Return where the reporting clause ends: past dates and hearers, before a comma or the end of the sentence."""
    i = max(verb.end, subject.right_edge.i + 1 if subject.i > verb.token.i else 0)
    while i < end and text.words[i] not in (",", "—") and text.words[i] not in STOPS:
        if text.doc[i].pos_ in ("VERB", "AUX") and text.doc[i].tag_ in FINITE:
            break
        i += 1
    return min(i, end)
