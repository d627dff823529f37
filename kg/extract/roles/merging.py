"""One row for each role: facts that several patterns or sentences found become one, the vaguer yields to the fuller."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span

from kg.extract.annotations import RoleRow
from kg.extract.captions import archived
from kg.extract.roles.endings import BESIDE_NAME
from kg.extract.roles.facts import Fact
from kg.extract.roles.page import Page
from kg.extract.roles.posts import HEADS
from kg.extract.roles.terms import term, told_of_the_past
from kg.lexicon.word_lists import words_of

LEADERS = HEADS | frozenset("Head RebelLeader PartyLeader Chair Executive MilitaryCommander".split())
OF_BODY = frozenset(("Deputy", "Spokesperson"))
"""What the deputy and the spokesman of a leader are is told by what he leads."""
OF_STATE = OF_BODY | frozenset("Minister DeputyMinister HeadOfGovernment Ambassador Envoy".split())
INFERRED = 0.9
VAGUE = "unknown"
GENERIC = "member"
OVER = frozenset(("current", "acting"))
"""What a post is no longer after its end: "has served as chair from 1999 to 2006"."""


def rows(page: Page, facts: Iterable[Fact]) -> list[RoleRow]:
    """Return the rows of `facts` in text order."""
    ordered = sorted(facts, key=lambda fact: (fact.start, fact.end))
    led = {f.person.id_: (f.body, f.category) for f in ordered if f.category in LEADERS and f.body is not None}
    by_person: dict[str, list[RoleRow]] = defaultdict(list)
    old = archived(page.doc)
    for fact in ordered:
        row = _row(page, _in_body_of_owner(fact, led))
        if fact.start in old and row["status"] in OVER:
            row["status"] = VAGUE
        by_person[fact.person.id_].append(row)
    found = [row for each in by_person.values() for row in _without_vaguer(_joined(each)) if _is_post(row)]
    return sorted(found, key=lambda row: row["evidence"])


def _in_body_of_owner(fact: Fact, led: dict[str, tuple[Span, str]]) -> Fact:
    """Return "his defence minister", "his deputy" as a post in the state or body that the text says he leads."""
    if fact.body is not None or fact.owner is None or fact.owner not in led:
        return fact
    body, category = led[fact.owner]
    if fact.category not in (OF_STATE if category in HEADS else OF_BODY):
        return fact
    return replace(fact, body=body, confidence=fact.confidence * INFERRED)


def _row(page: Page, fact: Fact) -> RoleRow:
    start, until = term(page, fact)
    held = fact.status
    if until is not None and (held == VAGUE or (held in OVER and _is_past(page, until))):
        held = "former"
    elif held == "current" and fact.rule in BESIDE_NAME and told_of_the_past(page, fact):
        held = VAGUE
    return RoleRow(
        person=fact.person.id_,
        title=fact.title,
        category=fact.category,
        organization=None if fact.body is None else page.key(fact.body),
        status=held,
        start=start,
        until=until,
        evidence=(fact.start, fact.end),
        confidence=round(fact.confidence, 3),
        rule=fact.rule,
    )


def _is_post(row: RoleRow) -> bool:
    """Tell a post from what somebody is or lives by: a billionaire is one of nothing."""
    return row["organization"] is not None or row["title"].rpartition(" ")[2] not in words_of("no-posts")


def _is_past(page: Page, until: str) -> bool:
    """Tell whether `until` was before the article was published, as far as both are known."""
    published: str | None = page.doc._.kg_published
    return published is not None and until[:4].isdigit() and until < published[: len(until)]


def _joined(each: list[RoleRow]) -> list[RoleRow]:
    """Join the rows of one person that have the same title and organization; the surest one gives the evidence."""
    found: dict[tuple[str, str | None], RoleRow] = {}
    for row in each:
        key = (row["title"], row["organization"])
        known = found.get(key)
        if known is None:
            found[key] = row
            continue
        better, other = (row, known) if row["confidence"] > known["confidence"] else (known, row)
        joined = better.copy()
        if better["status"] == VAGUE or (better["status"] == "current" and other["status"] in {"former", "acting"}):
            joined["status"] = other["status"]
        joined["start"] = better["start"] or other["start"]
        joined["until"] = better["until"] or other["until"]
        found[key] = joined
    return list(found.values())


def _without_vaguer(each: list[RoleRow]) -> list[RoleRow]:
    """Leave out rows that say less than another of the same person: no organization, or a bare member."""
    placed = [row for row in each if row["organization"] is not None]
    kept = []
    for row in each:
        if row["organization"] is None:
            same = [other for other in placed if _same_title(row["title"], other["title"])]
            if len(same) == 1:
                _take_over(same[0], row)
            fuller = bool(same)
        else:
            fuller = row["title"] == GENERIC and any(
                other["organization"] == row["organization"] and other["title"] != GENERIC for other in placed
            )
        if not fuller:
            kept.append(row)
    return kept


def _take_over(full: RoleRow, vague: RoleRow) -> None:
    """Take over into the fuller row what only the vaguer one says: since when, until when, and that it is over."""
    full["start"] = full["start"] or vague["start"]
    full["until"] = full["until"] or vague["until"]
    if full["status"] == "current" and vague["until"] is not None:
        full["status"] = vague["status"]


def _same_title(vague: str, full: str) -> bool:
    return full == vague or full.endswith(f" {vague}") or vague.endswith(f" {full}")
