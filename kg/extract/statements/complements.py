"""What a reporting verb takes besides clauses: "denied firing", "urged both to leave", "condemned the raid"."""

from spacy.tokens import Token

from kg.extract.statements.extent import before_remark, before_second, end_of_line
from kg.extract.statements.finding import Content
from kg.extract.statements.text import Text, VerbCue
from kg.lexicon.cues import CueKind

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "oprd"})
_WHAT = frozenset({"WP", "WDT", "WRB"})
_FIGURES = frozenset({"DATE", "TIME", "CARDINAL"})
_TELLING: dict[CueKind, frozenset[str]] = {
    "deny": frozenset({"involvement", "responsibility", "wrongdoing", "knowledge", "role", "part", "guilt",
                       "complicity", "link", "links", "ties", "existence"}),
    "claim": frozenset({"responsibility", "victory", "credit"}),
    "admit": frozenset({"involvement", "responsibility", "guilt", "defeat", "mistakes", "losses"}),
}  # fmt: skip
"""Nouns that with their verb say a whole sentence: "denied involvement"; others only name what was spoken of."""


def complement_of(text: Text, verb: VerbCue) -> Content | None:
    """Return the infinitive, gerund or phrase that tells what was said."""
    obj: Token | None = None
    for child in verb.token.rights:
        if child.dep_ == "dobj":
            obj = child
            continue
        found = None
        if child.dep_ in _CLAUSES and not _is_anonymous(child):
            found = _verbal(verb, child, obj)
        elif child.dep_ == "prep":
            found = _prepositional(verb, child, obj)
        elif child.dep_ == "agent":
            found = _beside_agent(verb, child)
        if found is not None:
            start, rule = found
            return _content(text, start, child, verb, rule)
    return _object(text, verb, obj) if obj is not None else None


def _object(text: Text, verb: VerbCue, obj: Token) -> Content | None:
    """Read noun phrases, also where the parser takes "portrayed it as ..." and "branded it ..." for one phrase."""
    takes = verb.cue.takes
    if verb.cue.kind == "accuse" and (reason := _reason_within(verb, obj)) is not None:
        return _content(text, reason.i + 1, obj, verb, "preposition")
    if "as" in takes and any(child.dep_ == "prep" and child.lower_ == "as" for child in obj.rights):
        return _content(text, obj.left_edge.i, obj, verb, "as")
    if "small" in takes:
        if _is_relative(verb.token):
            return None
        named = next((child for child in verb.token.rights if child.dep_ == "dative" and child.i < obj.i), None)
        if named is None and any(child.dep_ == "appos" for child in obj.rights):
            named = obj  # "called the raid a crime"
        return _content(text, named.left_edge.i, obj, verb, "name") if named is not None else None
    if "object" not in takes or obj.pos_ == "PRON" or obj.ent_type_ in _FIGURES:
        return None
    last = _with_reason(obj, verb)
    told = obj.lower_ in _TELLING.get(verb.cue.kind, ()) or (verb.cue.kind == "accuse" and last.i != obj.i)
    content = _content(text, obj.left_edge.i, last, verb, "object")
    return content if content is not None and (told or _has_quotation(text, content.span)) else None


def _is_relative(verb: Token) -> bool:
    """Tell "what he called a crime" and "the man whom they call Zorro": names in passing."""
    return verb.dep_ == "relcl" or any(child.tag_ in _WHAT for child in verb.lefts)


def _has_quotation(text: Text, span: tuple[int, int]) -> bool:
    """Tell whether a noun phrase has words of the speaker: without them it only names what was spoken of."""
    return any(number >= 0 for number in text.quote_at[span[0] : span[1]])


def _verbal(verb: VerbCue, child: Token, obj: Token | None) -> tuple[int, str] | None:
    """Return where the content begins and the rule, for "to leave", "firing" and "a success"."""
    takes = verb.cue.takes
    start = child.left_edge.i if obj is None else obj.left_edge.i
    if any(word.dep_ == "mark" and word.lower_ in verb.cue.prepositions for word in child.lefts):
        return child.left_edge.i + 1, "infinitive:person"  # "called for the siege to be lifted"
    if any(word.dep_ == "aux" and word.lower_ == "to" for word in child.lefts):
        if "person_to" in takes:
            if obj is None and _shares_passive(verb.token):
                return None
            return (verb.end if obj is None else start), "infinitive:person"
        if "to" in takes and child.dep_ == "xcomp":
            return child.left_edge.i, "infinitive"
    if "ing" in takes and child.dep_ == "xcomp" and child.tag_ == "VBG":
        return child.left_edge.i, "gerund"
    if "small" in takes and child.dep_ != "advcl" and not _is_relative(verb.token):
        return start, "name"
    return None


def _shares_passive(verb: Token) -> bool:
    """Tell "he was asked for a map and told to wait", where he is who was told."""
    above = verb.head
    passive = verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in above.children)
    return passive and not any(child.dep_ in ("nsubj", "aux", "auxpass") for child in verb.lefts)


def _is_anonymous(clause: Token) -> bool:
    """Tell "asked not to be named", which says nothing of what was said."""
    return clause.lemma_ in ("name", "identify", "quote") and any(child.dep_ == "auxpass" for child in clause.lefts)


def _prepositional(verb: VerbCue, child: Token, obj: Token | None) -> tuple[int, str] | None:
    """Return where the content begins and the rule, for "accused them of ..." and "described it as ..."."""
    word = child.lower_
    if word in verb.cue.prepositions and (obj is None or verb.cue.kind in ("accuse", "threaten")):
        wish = verb.cue.kind == "demand" and not any(part.dep_ == "pcomp" for part in child.children)
        return None if wish else (child.i + 1, "preposition")  # "called for talks" only names what is wanted
    if word == "as" and obj is not None and ("as" in verb.cue.takes or _opens_quotation(verb, child)):
        return obj.left_edge.i, "as"
    return None


def _opens_quotation(verb: VerbCue, preposition: Token) -> bool:
    """Read "dismissed the report as “an invention”", which says more than "dismissed the report"."""
    following = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else preposition
    return "object" in verb.cue.takes and following.is_quote


def _beside_agent(verb: VerbCue, agent: Token) -> tuple[int, str] | None:
    """Read "was accused by the president of lying", where parsers take "of lying" for a part of the president."""
    reasons = (_reason_within(verb, noun) for noun in agent.children)
    reason = next((found for found in reasons if found is not None), None)
    return (reason.i + 1, "preposition") if reason is not None else None


def _reason_within(verb: VerbCue, noun: Token) -> Token | None:
    """Return the "of" of "accused the army of lying" where parsers make it a part of the army."""
    return next((word for word in noun.rights if word.dep_ == "prep" and word.lower_ in verb.cue.prepositions), None)


def _with_reason(obj: Token, verb: VerbCue) -> Token:
    """Return the last part of "blamed the army for the blast": the reason belongs to what was said."""
    if verb.cue.kind in ("judge", "accuse"):
        for child in verb.token.rights:
            if child.dep_ == "prep" and child.lower_ in ("for", "as") and child.i > obj.i:
                return child
    return obj


def _content(text: Text, start: int, last: Token, verb: VerbCue, rule: str) -> Content | None:
    """Return the words from `start` to the end of the phrase of `last`."""
    start = max(start, verb.end)
    end = min(last.right_edge.i + 1, end_of_line(text, verb.token.i))
    if (
        rule == "name"
        and end < len(text.words)
        and text.quote_at[end] >= 0
        and text.quotes[text.quote_at[end]].start == end
    ):
        end = text.quotes[text.quote_at[end]].end  # "called him “a good man”", where parsers stop before the quotation
    end = before_remark(text, start, before_second(text, last, start, end))
    span = text.trimmed(start, end)
    return Content(span, rule) if span else None
