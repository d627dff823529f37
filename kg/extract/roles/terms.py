"""Since when and until when: the dates that belong to a role."""

from spacy.tokens import Span

from kg.extract.roles.facts import Fact
from kg.extract.roles.page import Page

SINCE = frozenset(("since", "from"))
UNTIL = frozenset(("until", "till", "to", "through", "-", "–"))
AT = frozenset(("in", "on", "during"))
REACH = 12
"""Tokens after the evidence within which a date still belongs to it."""

HIGHEST = 5
"""Steps up the tree from a date to what it belongs to."""

type Term = tuple[str | None, str | None]


def term(page: Page, fact: Fact) -> Term:
    """Return the TIMEX3 values since when and until when `fact` held, each None where the text gives none."""
    doc = page.doc
    if not page.dates:
        return None, None
    start: str | None = None
    until: str | None = None
    sentence = doc[fact.anchor].sent
    i = fact.start
    last = min(fact.end + REACH, sentence.end)
    while i < last:
        span = page.dates.get(i)
        if span is None or span.label_ != "DATE":
            i += 1
            continue
        preposition = _preposition(page, span)
        if _belongs(fact, span):
            if preposition in SINCE:
                start = start or span.kb_id_
            elif preposition in UNTIL and (start is not None or preposition not in {"to", "-", "–"}):
                until = until or span.kb_id_
            elif preposition in AT or preposition == "":
                if fact.phase == "enters":
                    start = start or span.kb_id_
                elif fact.phase == "leaves":
                    until = until or span.kb_id_
        i = span.end
    return start, until


def _preposition(page: Page, date: Span) -> str:
    """Return the preposition before `date`, "" where there is none."""
    i = date.start - 1
    while i > 0 and page.words[i] in {"the", "about", "around", "late", "early", "at", "least"}:
        i -= 1
    word = page.words[i] if i >= 0 else ""
    return word if word in SINCE or word in UNTIL or word in AT else ""


def _belongs(fact: Fact, date: Span) -> bool:
    """Tell whether the date hangs on the role's verb or title, or on its body."""
    token = date.root
    for _ in range(HIGHEST):
        if token.i in {fact.anchor, fact.head}:
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
        if fact.body is not None and fact.body.start <= token.i < fact.body.end:
            return True
        if token.head == token:
            return False
        token = token.head
    return False
