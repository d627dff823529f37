"""Since when and until when: the dates that belong to a role."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.roles.facts import Fact
from kg.extract.roles.page import VERBS, Page

SINCE = frozenset(("since", "from"))
UNTIL = frozenset(("until", "till", "to", "through", "-", "–"))
RANGE = frozenset(("to", "-", "–"))
"""Words that lead to an end only after a beginning."""
AT = frozenset(("in", "on", "during", ""))
"""Words, or none ("was sacked Tuesday"), before the day on which a post is entered or left."""
VAGUE = frozenset(("the", "about", "around", "late", "early", "at", "least"))
REACH = 12
"""Tokens after the evidence within which a date still belongs to it."""

SWORN_IN_LATER = frozenset("HeadOfState HeadOfGovernment Legislator Governor Mayor Deputy".split())
FOR_A_TIME = SWORN_IN_LATER | frozenset(
    "Minister DeputyMinister Chair Head Ambassador Envoy Spokesperson Executive MilitaryCommander Candidate".split()
)
"""Categories of posts that one holds for some years, unlike a rank or a profession."""
LONG_AGO = 3
"""Years after which a post told of then need not be held any more."""
ELECTED = "appointed:elect"
HIGHEST = 5
"""Steps up the tree from a date to what it belongs to."""

type Term = tuple[str | None, str | None]


def term(page: Page, fact: Fact) -> Term:
    """Return the TIMEX3 values since when and until when `fact` held, each None where the text gives none."""
    start: str | None = None
    until: str | None = None
    for date in _dates(page, fact):
        preposition = _preposition(page, date)
        if preposition in SINCE or (fact.phase == "enters" and preposition in AT and not _is_vote(fact, date)):
            start = start or date.kb_id_
        elif preposition in (AT | UNTIL if fact.phase == "leaves" else UNTIL) and (start or preposition not in RANGE):
            until = until or date.kb_id_
    if until is None and fact.ended >= 0:
        until = next((date.kb_id_ for date in _dates_of(page, fact.ended) if _preposition(page, date) in AT), None)
    return start, until


def _is_vote(fact: Fact, date: Span) -> bool:
    """Tell whether `date` is the day or month of an election, after which the office only begins some time later."""
    return fact.rule == ELECTED and fact.category in SWORN_IN_LATER and len(date.kb_id_) > len("2016")


def told_of_the_past(page: Page, fact: Fact) -> bool:
    """Tell whether the clause around a title beside a name is of years ago: "President X visited China in 1972"."""
    published: str | None = page.doc._.kg_published
    if published is None or not page.dates:
        return False
    if fact.category not in FOR_A_TIME:
        return False
    person = fact.person.root
    above = {person.i, *(token.i for token in person.ancestors)}
    sentence = {i: date for i in range(person.sent.start, person.sent.end) if (date := page.dates.get(i)) is not None}
    years = [
        int(date.kb_id_[:4])
        for i, date in sentence.items()
        if i == date.start and date.kb_id_[:4].isdigit() and _preposition(page, date) not in SINCE
        if _in_clause(date.root, person.i, above)
    ]
    return bool(years) and max(years) <= int(published[:4]) - LONG_AGO


def _in_clause(token: Token, person: int, above: set[int]) -> bool:
    """Tell whether `token` is in the clause of the person, or one above it, and not in one that describes him."""
    for ancestor in token.ancestors:
        if ancestor.i == person:
            return False
        if ancestor.pos_ in VERBS:
            return ancestor.i in above
    return True


def _dates_of(page: Page, verb: int) -> Iterator[Span]:
    """Yield the dates that hang on the verb that ends a post, not on a noun or clause within its sentence."""
    sentence = page.doc[verb].sent
    for i in range(sentence.start, sentence.end):
        date = page.dates.get(i)
        if date is None or date.start != i or not _is_day(date):
            continue
        head = date.root.head
        if verb in {head.i, head.head.i if head.dep_ == "prep" else -1}:
            yield date


def _dates(page: Page, fact: Fact) -> Iterator[Span]:
    """Yield the dates of the fact's sentence that belong to it."""
    if not page.dates:
        return
    i = fact.start
    last = min(fact.end + REACH, page.doc[fact.anchor].sent.end)
    while i < last:
        date = page.dates.get(i)
        if date is not None and _is_day(date) and _belongs(fact, date):
            yield date
        i = i + 1 if date is None else date.end


def _is_day(date: Span) -> bool:
    """Tell whether `date` is on the calendar: a day, month, year or decade, not "now" or an unresolved weekday."""
    return date.label_ == "DATE" and date.kb_id_[:2].isdigit()


def _preposition(page: Page, date: Span) -> str:
    """Return the preposition before `date`, "" where there is none."""
    i = date.start - 1
    while i > 0 and page.words[i] in VAGUE:
        i -= 1
    word = page.words[i] if i >= 0 else ""
    outer = page.doc[i].head.head.lower_ if word in AT and page.doc[i].head.pos_ == "NOUN" else ""
    if outer in SINCE | UNTIL:  # "since a coup in October"
        return outer
    return word if word in SINCE | UNTIL | AT else ""


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
