"""Speakers named without a reporting verb: "according to ...", "his claim that ...", labels and signatures of lines."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.extract.statements.text import Text
from kg.lexicon.cues import Cue

_BODIES = frozenset(
    {"opposition", "media", "press", "government", "police", "army", "military", "rebel", "intelligence"}
)
_OWN_VERBS = frozenset({"make", "issue", "repeat", "express", "voice", "give", "offer", "release", "renew", "reiterate",
                        "keep", "send", "deliver", "raise", "share", "reach"})  # fmt: skip


def find_sources(text: Text) -> Iterator[Finding]:
    """Yield statements that a phrase or noun attributes."""
    for start, end, _ in text.phrases:
        finding = _according(text, start, end)
        if finding is not None:
            yield finding
    for i, cue in text.nouns.items():
        finding = _noun(text, text.doc[i], cue)
        if finding is not None:
            yield finding


def _according(text: Text, start: int, end: int) -> Finding | None:
    """Read "According to the mayor, ..." and "..., according to the mayor"."""
    noun = next((c for c in text.doc[end - 1].children if c.dep_ == "pobj"), None)
    if noun is None or noun.i < end:
        return None
    speaker = phrase_of(noun, floor=end)
    first, last = text.sentence(start)
    if start - first <= 1 or text.words[start - 1] in ("and", "but"):
        comma = next((i for i in range(noun.right_edge.i + 1, last) if text.words[i] == ","), None)
        comma = (
            comma if comma is not None else next((i for i in range(speaker.end, last) if text.words[i] == ","), None)
        )
        span = text.trimmed(comma + 1, last) if comma is not None else None
    else:
        span = text.trimmed(first, start)
    if span is None:
        return None
    return Finding(content=span, cue=(start, end), speaker=speaker, direct=False, rule="according", anchor=start)


def _noun(text: Text, noun: Token, cue: Cue) -> Finding | None:
    clause = _noun_clause(noun, cue)
    if clause is None:
        return None
    owner = owner_of(text, noun)
    if owner is None:
        return None
    span = text.trimmed(*clause)
    if span is None:
        return None
    return Finding(content=span, cue=(noun.i, noun.i + 1), speaker=owner, direct=False, rule="noun", anchor=noun.i)


def _noun_clause(noun: Token, cue: Cue) -> tuple[int, int] | None:
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl"):
            first = next(iter(child.lefts), None)
            if "that" in cue.takes and first is not None and first.dep_ == "mark" and first.lower_ == "that":
                return child.left_edge.i, child.right_edge.i + 1
            if "to" in cue.takes and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts):
                return child.left_edge.i, child.right_edge.i + 1
        if child.dep_ == "prep" and child.lower_ in cue.prepositions:
            return child.i + 1, child.right_edge.i + 1
    return None


def owner_of(text: Text, noun: Token) -> Speaker | None:
    """Return whose claim it is: "his claim", "the claim by the rebels", "army claims", "repeated the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return phrase_of(child)
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            obj = next((c for c in child.children if c.dep_ == "pobj"), None)
            if obj is not None:
                return phrase_of(obj)
        if child.dep_ in ("compound", "amod") and (child.lower_ in _BODIES or text.mentions[child.i] is not None):
            return phrase_of(child)
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ == "come":
        subject = subject_of(noun.head.head)  # "came to the same conclusion"
        return phrase_of(subject) if subject is not None else None
    if noun.dep_ == "dobj" and noun.head.lemma_ in _OWN_VERBS:
        subject = subject_of(noun.head)
        return phrase_of(subject) if subject is not None else None
    return None
