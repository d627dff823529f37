"""Indirect speech: what a reporting verb reports, where it reports anything, and who speaks."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.statements.clauses import clause_of
from kg.extract.statements.complements import complement_of
from kg.extract.statements.finding import Finding
from kg.extract.statements.said import is_said
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.extract.statements.text import Text, VerbCue

_NO_REPORTER = frozenset({"i", "we", "you", "there", "one", "this", "that", "these", "what", "nothing", "which",
                          "anyone", "anybody", "everyone", "everybody", "someone", "whoever"})  # fmt: skip
_SOMEBODY = frozenset({"it", "those", "many", "some"})
_LEARNING = frozenset({"find", "learn"})
_TEXTS = frozenset({"agreement", "accord", "deal", "pact", "plan", "treaty", "truce", "proposal", "draft", "text"})
_PARTIES = frozenset({"they", "both", "all", "two", "sides"})
_PICTURES = frozenset({"photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures",
                       "screenshot", "map"})  # fmt: skip


def find_reported(text: Text, used: set[int]) -> Iterator[Finding]:
    """Yield the statements whose content is a clause or phrase beside a reporting verb.

    Args:
        text: what all rules look up.
        used: reporting verbs whose content is a quotation found already.
    """
    for i, verb in text.verbs.items():
        if i in used:
            continue
        content = clause_of(text, verb) or complement_of(text, verb)
        if content is None or not is_said(verb.token):
            continue
        subject = subject_of(verb.token)
        if subject is None or not _reports(text, verb, subject):
            continue
        speaker = phrase_of(subject)
        start, end = _within_quotation(text, i, content.span)
        if content.rule != "clause:inside" and start <= speaker.head < end:
            continue
        yield Finding(
            content=(start, end), cue=(i, verb.end), speaker=speaker, direct=False, rule=content.rule, anchor=i
        )


def _within_quotation(text: Text, verb: int, span: tuple[int, int]) -> tuple[int, int]:
    """End what a quoted verb reports before the quotation does: `“He said to me, ‘Leave at once,’” Reyes recalled`."""
    if text.quote_at[verb] < 0:
        return span
    quote = text.quotes[text.quote_at[verb]]
    if not quote.start < span[0] < quote.end - 1 <= span[1]:
        return span
    return text.trimmed(span[0], quote.end - 1) or span


def _reports(text: Text, verb: VerbCue, subject: Token) -> bool:
    """Tell whether a subject is somebody, or something that can tell: no "I", no "it" that stands for nothing."""
    word = subject.lower_
    if word in _SOMEBODY:
        return text.mentions[subject.i] is not None or subject.n_rights > 0
    if verb.cue.kind == "agree" and (word in _PARTIES or subject.tag_ in ("NNS", "NNPS") or subject.n_rights > 0):
        return False  # "the two governments agreed that ..." made an agreement
    if verb.cue.cue in _LEARNING and _is_person(text, subject):
        return False  # "Petrova found the work hard" tells what she lived through
    if verb.cue.kind == "demand" and word in _TEXTS:
        return False  # "the agreement calls for the troops to leave" says what it provides for
    return word not in _NO_REPORTER and not (verb.cue.kind == "show" and word in _PICTURES)


def _is_person(text: Text, subject: Token) -> bool:
    mention = text.mentions[subject.i]
    return subject.lower_ in ("he", "she") or (mention is not None and mention.label_ == "Person")
