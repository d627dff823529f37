"""Reported clauses: "said that ...", "..., officials said", "denied bombing ...", "urged both sides to ..."."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.statements.finding import Finding
from kg.extract.statements.said import is_said
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.extract.statements.text import Text, VerbCue

_NO_REPORTER = frozenset({"i", "we", "you", "there", "one", "this", "that", "these", "what", "nothing", "which"})
_ASKING = frozenset({"if", "whether"})
_TINY = 3
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "attr", "acomp"})
_PICTURES = frozenset({"photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures",
                       "screenshot", "map"})  # fmt: skip
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})


def find_clauses(text: Text, used: set[int]) -> Iterator[Finding]:
    """Yield the statements whose content is a clause or phrase beside a reporting verb.

    Args:
        text: what all rules look up.
        used: reporting verbs whose content is a quotation found already.
    """
    for i, verb in text.verbs.items():
        if i in used:
            continue
        reported = _content(text, verb)
        if reported is None or not is_said(verb.token):
            continue
        span, rule = reported
        subject = subject_of(verb.token)
        if subject is None or not _reports(text, subject) or (verb.cue.kind == "show" and subject.lower_ in _PICTURES):
            continue
        speaker = phrase_of(subject)
        if span[0] <= speaker.head < span[1] and rule not in ("clause:inside",):
            continue
        yield Finding(content=span, cue=(i, verb.end), speaker=speaker, direct=False, rule=rule, anchor=i)


def _reports(text: Text, subject: Token) -> bool:
    """Tell whether a subject is somebody, or something that can tell: no "I", no "it" that stands for nothing."""
    word = subject.lower_
    if word in ("it", "those", "many", "some"):
        return text.mentions[subject.i] is not None or subject.n_rights > 0
    return word not in _NO_REPORTER


def _content(text: Text, verb: VerbCue) -> tuple[tuple[int, int], str] | None:
    """Return what was said and the rule that found it."""
    takes = verb.cue.takes
    if "that" in takes:
        found = _clause_after(text, verb) or _clause_before(text, verb)
        if found is not None:
            return found
    return _phrase_after(text, verb)


def _clause_after(text: Text, verb: VerbCue) -> tuple[tuple[int, int], str] | None:
    token = verb.token
    for child in token.rights:
        if child.dep_ == "ccomp" or (verb.cue.kind == "ask" and child.dep_ == "advcl" and _asks(child)):
            span = _subtree(text, child, verb.end) if _tells(verb, child) else None
            return (span, "clause:after") if span else None
        if child.dep_ == "dobj" and (clause := _clause_taken_for_relative(child)) is not None:
            span = _subtree(text, clause, child.i + 1)
            return (span, "clause:after") if span else None
    return None


def _clause_taken_for_relative(hearer: Token) -> Token | None:
    """Return the clause of "told the forum he was ready", which parsers take to describe the forum."""
    for child in hearer.rights:
        if child.dep_ == "relcl" and child.left_edge.i == hearer.i + 1 and child.left_edge.dep_ == "nsubj":
            return child
    return None


def _before_participle(text: Text, start: int, end: int) -> int:
    """Return where a later ", adding that ..." begins, or `end`."""
    for i in range(start + 1, end):
        if i in text.verbs and text.words[i - 1] == "," and text.doc[i].tag_ == "VBG" and text.quote_at[i] < 0:
            return i - 1
    return end


def _tells(verb: VerbCue, clause: Token) -> bool:
    """Leave out what only pictures tell ("the photo shows soldiers marching") and "the girl who they said was hurt"."""
    if verb.cue.kind == "show" and clause.tag_ in ("VBG", "VB") and not any(c.dep_ == "aux" for c in clause.lefts):
        return False
    first = verb.token.doc[max(clause.left_edge.i, verb.end)]
    return not (first.i <= clause.i and first.tag_ in ("VBD", "VBZ", "VBP", "MD"))


def _asks(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _ASKING for child in verb.lefts)


def _subtree(text: Text, head: Token, floor: int) -> tuple[int, int] | None:
    """Return the words of `head` and what depends on it, from `floor` on, without a later "adding that ..."."""
    start, end = max(head.left_edge.i, floor), head.right_edge.i + 1
    line_end = text.lines[text.line_of[head.i]][1]
    end = _before_participle(text, max(start, head.i), min(end, line_end))
    return text.trimmed(start, min(end, _before_second(text, head, start, end)))


def _before_second(text: Text, head: Token, start: int, end: int) -> int:
    """Return where "said it would respond and warned ..." goes on with a second statement of the speaker, or `end`."""
    for child in head.rights:
        if (
            child.dep_ == "conj"
            and child.i in text.verbs
            and child.tag_ != head.tag_
            and child.tag_ in ("VBD", "VBZ", "VBP")
        ):
            end = min(end, child.left_edge.i)
            if end > start and text.doc[end - 1].dep_ == "cc":
                end -= 1
    return end


def _clause_before(text: Text, verb: VerbCue) -> tuple[tuple[int, int], str] | None:
    """Read "The talks failed, officials said" and "The talks, officials said, failed"."""
    token = verb.token
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return None
    begin = subject.left_edge.i if subject.i < token.i else token.i
    start, end = text.sentence(token.i)
    if begin - start < 1 or text.words[begin - 1] not in (",", "-", "—", "–"):
        return None
    hearer = verb.cue.kind == "say" and "person_to" in verb.cue.takes  # "..., he told the council"
    if any(c.dep_ in _COMPLEMENTS and not (hearer and c.dep_ == "dobj") for c in token.rights if c.i != subject.i):
        return None
    tail = _after_tail(text, verb, subject, end)
    if tail < end - 1 and text.words[tail] == ",":
        goes_on = text.doc[min(tail + 1, end - 1)].tag_ in (
            "VBD",
            "VBZ",
            "VBP",
            "MD",
        )  # "The drones, he said, were ours"
        span = text.trimmed(tail + 1, end) if begin - start <= _TINY and not goes_on else text.trimmed(start, end)
        return (span, "clause:inside") if span else None
    if tail < end and text.words[tail] not in (".", "?", "!", ";", ","):
        return None
    span = text.trimmed(start, begin)
    return (span, "clause:before") if span and span[1] - span[0] >= _TINY else None


def _after_tail(text: Text, verb: VerbCue, subject: Token, end: int) -> int:
    """Return where the reporting clause ends: before a comma or the end of the sentence, past dates and hearers."""
    i = max(verb.end, subject.right_edge.i + 1 if subject.i > verb.token.i else 0)
    while i < end and text.words[i] not in (",", ".", ";", "?", "!", "—"):
        if text.doc[i].pos_ in ("VERB", "AUX") and text.doc[i].tag_ in ("VBD", "VBZ", "VBP"):
            return i
        i += 1
    return min(i, end)


def _phrase_after(text: Text, verb: VerbCue) -> tuple[tuple[int, int], str] | None:
    """Read infinitives, gerunds, noun phrases and prepositional phrases that tell what was said."""
    takes = verb.cue.takes
    obj: Token | None = None
    for child in verb.token.rights:
        dep = child.dep_
        if dep == "dobj":
            obj = child
        elif dep in ("xcomp", "ccomp", "advcl", "oprd"):
            start = child.left_edge.i if obj is None else obj.left_edge.i
            if _is_infinitive(child):
                if "person_to" in takes:
                    return _ruled(text, verb.end if obj is None else start, child, verb, "infinitive:person")
                if "to" in takes and dep == "xcomp":
                    return _ruled(text, child.left_edge.i, child, verb, "infinitive")
            if dep == "xcomp" and "ing" in takes and child.tag_ == "VBG":
                return _ruled(text, child.left_edge.i, child, verb, "gerund")
            if dep != "advcl" and "small" in takes:
                return _ruled(text, start, child, verb, "name")
        elif dep == "prep":
            if child.lower_ in verb.cue.prepositions and (obj is None or verb.cue.kind in ("accuse", "threaten")):
                return _ruled(text, child.i + 1, child, verb, "preposition")
            if child.lower_ == "as" and "as" in takes and obj is not None:
                return _ruled(text, obj.left_edge.i, child, verb, "as")
    if (
        obj is not None
        and "object" in takes
        and obj.pos_ != "PRON"
        and obj.ent_type_ not in ("DATE", "TIME", "CARDINAL")
    ):
        return _ruled(text, obj.left_edge.i, _with_reason(obj, verb), verb, "object")
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _with_reason(obj: Token, verb: VerbCue) -> Token:
    """Return the last part of "blamed the army for the blast": the reason belongs to what was said."""
    if verb.cue.kind in ("judge", "accuse"):
        for child in verb.token.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "as") and child.i > obj.i:
                return child
    return obj


def _ruled(text: Text, start: int, last: Token, verb: VerbCue, rule: str) -> tuple[tuple[int, int], str] | None:
    """Return the words from `start` to the end of the phrase of `last`, without the writer's own remark on them."""
    end = min(last.right_edge.i + 1, text.lines[text.line_of[verb.token.i]][1])
    start = max(start, verb.end)
    end = _before_second(text, last, start, end)
    for i in range(start + 1, end - 1):
        if text.words[i] == "," and text.words[i + 1] in _RELATIVES and text.quote_at[i] < 0:
            end = i
            break
    span = text.trimmed(start, end)
    return (span, rule) if span else None
