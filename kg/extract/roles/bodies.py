"""The body that a noun phrase stands for: an entity of the article, or one that the phrase itself describes."""

from functools import cache

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.page import APOSTROPHES, Page
from kg.lexicon.organizations import organization_kinds

FURTHER = {
    "board": "Organization", "team": "Organization", "panel": "Organization", "unit": "MilitaryUnit",
    "wing": "Organization", "faction": "PoliticalParty", "squad": "MilitaryUnit", "mission": "Organization",
    "agency": "GovernmentBody", "branch": "Organization", "commission": "GovernmentBody", "task force": "Organization",
    "company": "Company", "firm": "Company", "club": "Organization", "hospital": "Organization", "group": "Organization",
    "division": "Organization", "program": "Organization", "programme": "Organization", "project": "Organization",
    "campaign": "Organization", "bloc": "PoliticalParty", "organization": "Organization", "house": "Company",
    "organisation": "Organization", "chain": "Company", "subcommittee": "GovernmentBody",
}  # fmt: skip
COLLECTIVES = frozenset("faculty staff board team crew ranks payroll leadership management roster squad".split())
"""Nouns for the people of a body: who joins "the faculty of the university" joins the university."""
BOARDS = frozenset(("directors", "governors", "trustees", "regents", "advisors", "advisers"))
NAMING = frozenset(("of", "called", "named", "known"))
PREMODIFIERS = frozenset(("compound", "amod", "nmod", "poss", "case", "punct"))


def _whole(page: Page, noun: int) -> Span | None:
    """Return the organization whose people the collective `noun` names: "the company's staff", "the board of the bank"."""
    before = noun - 1
    if before > 0 and page.words[before] in APOSTROPHES:
        before -= 1
    if before >= 0 and (owner := page.organization(before)) is not None and owner.label_ in ORGANIZATIONS:
        return owner
    after = noun + 1
    if page.words[after + 1 : after + 2] and page.words[after] == "of" and page.words[after + 1] in BOARDS:
        after += 2
    if after >= len(page.words) - 1 or page.words[after] not in {"of", "at", "for"}:
        return None
    head = next((child.i for child in page.doc[after].children if child.dep_ == "pobj"), after + 1)
    whole = page.organization(head)
    return whole if whole is not None and whole.label_ in ORGANIZATIONS else None


@cache
def _kinds() -> dict[str, str]:
    """Return the class of a body by its common noun ("committee")."""
    return {**{kind.word: kind.type for kind in organization_kinds() if kind.word.isalpha()}, **FURTHER}


def body_at(page: Page, start: int, noun: int) -> Span | None:
    """Return the body that the phrase from `start` with the head `noun` names or describes, or None.

    A body that the text describes by its owner or country ("the body's foreign affairs committee", "the Ukrainian
    team") becomes an entity; "the committee" alone does not: one could not tell it from any other.
    """
    found = page.organization(noun)
    if found is not None:
        return found
    word = page.words[noun]
    if word in COLLECTIVES and (whole := _whole(page, noun)) is not None:
        return whole
    kind = _kinds().get(word)
    if kind is None or page.doc[noun].tag_ not in {"NN", "NNP"}:
        return None
    return _explained(page, noun) or _described(page, start, noun, kind)


def _explained(page: Page, noun: int) -> Span | None:
    """Return the name that explains a common noun: "the law firm of X", "the investment firm X", "the daily, X"."""
    i = noun + 1
    if i >= len(page.words) - 1:
        return None
    comma = page.words[i] == ","
    i += comma or (page.words[i] in NAMING)
    i += page.words[i] == "the"
    body = page.organization(i) if i < len(page.words) else None
    if body is None or body.start != i or body.label_ not in ORGANIZATIONS:
        return None
    return body if not comma or body.root.dep_ == "appos" else None


def _described(page: Page, start: int, noun: int, kind: str) -> Span | None:
    """Return the phrase as a body of its own where an owner or a name in it tells which one is meant."""
    first = noun
    while first > start and page.doc[first - 1].dep_ in PREMODIFIERS and page.words[first - 1] not in {")", ","}:
        first -= 1
    for i in range(noun - 1, first - 1, -1):
        if page.words[i] in APOSTROPHES:
            owner = page.organization(i - 1)
            if owner is None:
                return None
            name = f"{page.doc._.kg_entities[owner.id_]['name']}'s {page.doc[i + 1 : noun + 1].text}"
            return page.describe(owner.start, noun + 1, type=kind, name=name)
    if not any(page.organization(i) is not None for i in range(first, noun)):
        return None
    return page.describe(first, noun + 1, type=kind, name=page.doc[first : noun + 1].text)


def _whole(page: Page, noun: int) -> Span | None:
    """Return the organization whose people the collective `noun` names: "the company's staff", "the board of the bank"."""
    before = noun - 1
    if before > 0 and page.words[before] in APOSTROPHES:
        before -= 1
    if before >= 0 and (owner := page.organization(before)) is not None and owner.label_ in ORGANIZATIONS:
        return owner
    after = noun + 1
    if page.words[after + 1 : after + 2] and page.words[after] == "of" and page.words[after + 1] in BOARDS:
        after += 2
    if after >= len(page.words) - 1 or page.words[after] not in {"of", "at", "for"}:
        return None
    head = next((child.i for child in page.doc[after].children if child.dep_ == "pobj"), after + 1)
    whole = page.organization(head)
    return whole if whole is not None and whole.label_ in ORGANIZATIONS else None


@cache
def _kinds() -> dict[str, str]:
    """Return the class of a body by its common noun ("committee")."""
    return {**{kind.word: kind.type for kind in organization_kinds() if kind.word.isalpha()}, **FURTHER}


def body_at(page: Page, start: int, noun: int) -> Span | None:
    """Return the body that the phrase from `start` with the head `noun` names or describes, or None.

    A body the text describes and nothing names ("the body's foreign affairs committee") becomes an entity; "the
    committee" alone does not: one could not tell it from any other.
    """
    found = page.organization(noun)
    if found is not None and found.end - 1 == noun:
        return found
    if found is None and page.words[noun] in COLLECTIVES and (whole := _whole(page, noun)) is not None:
        return whole
    kind = _kinds().get(page.words[noun])
    if found is not None or kind is None or page.doc[noun].tag_ not in {"NN", "NNP"}:
        return found
    first = noun
    while first > start and page.doc[first - 1].dep_ in PREMODIFIERS:
        first -= 1
    owner = None
    for i in range(noun - 1, first - 1, -1):
        if page.words[i] in APOSTROPHES:
            owner = page.organization(i - 1)
            first = i + 1
            break
    if first == noun and owner is None:
        return None
    own = page.doc[first : noun + 1].text
    if owner is not None:
        name = f"{page.doc._.kg_entities[owner.id_]['name']}'s {own}"
        return page.describe(owner.start, noun + 1, type=kind, name=name)
    return page.describe(first, noun + 1, type=kind, name=own)
