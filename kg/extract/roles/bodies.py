"""The body that a noun phrase stands for: an entity of the article, or one that the phrase itself describes."""

from functools import cache

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.page import APOSTROPHES, COUNTRY, Page
from kg.lexicon.organizations import organization_kinds

FURTHER = {
    "agency": "GovernmentBody", "bloc": "PoliticalParty", "board": "Organization", "branch": "Organization",
    "campaign": "Organization", "chain": "Company", "club": "Organization", "commission": "GovernmentBody",
    "company": "Company", "division": "Organization", "faction": "PoliticalParty", "firm": "Company",
    "group": "Organization", "hospital": "Organization", "house": "Company", "mission": "Organization",
    "organisation": "Organization", "organization": "Organization", "panel": "Organization",
    "program": "Organization", "programme": "Organization", "project": "Organization", "squad": "MilitaryUnit",
    "subcommittee": "GovernmentBody", "team": "Organization", "unit": "MilitaryUnit", "wing": "Organization",
}  # fmt: skip
"""Classes of bodies by common nouns that tell nothing in a name but do in a description."""
COLLECTIVES = frozenset("faculty staff board team crew ranks payroll leadership management roster squad".split())
"""Nouns for the people of a body: who joins "the faculty of the university" joins the university."""
BOARDS = frozenset(("directors", "governors", "trustees", "regents", "advisors", "advisers"))
NAMING = frozenset(("called", "named", "known"))
NAMED_OF = frozenset(("firm", "house", "company", "chain"))
"""Common nouns whose "of" leads to their name: "the law firm of X"; other bodies are parts of what follows "of"."""
PREMODIFIERS = frozenset(("compound", "amod", "nmod", "poss", "case", "punct"))
PROPER = frozenset(("NNP", "NNPS"))
SHORTEST_LONGER = 2
STOPS = frozenset((")", "(", ","))


def body_at(page: Page, start: int, noun: int) -> Span | None:
    """Return the body that the phrase from `start` with the head `noun` names or describes, or None.

    A body that the text describes by its owner or country ("the body's foreign affairs committee", "the Ukrainian
    team") becomes an entity; "the committee" alone does not: one could not tell it from any other.
    """
    found = page.organization(noun)
    if found is not None:
        longer = _longer(page, start, found)
        return longer if longer is not None or _ends_name(page, start, found) else found
    word = page.words[noun]
    if word in COLLECTIVES and (whole := _whole(page, noun)) is not None:
        return whole
    kind = _kinds().get(word)
    if kind is None or page.doc[noun].tag_ not in {"NN", "NNP"}:
        return None
    return _explained(page, noun) or _described(page, start, noun, kind)


def _longer(page: Page, start: int, found: Span) -> Span | None:
    """Return the whole name where only the country or place that ends it was recognised: "Justice Front Kenya"."""
    doc = page.doc
    first = found.start
    if found.label_ in ORGANIZATIONS:
        return None
    while first > start and doc[first - 1].tag_ in PROPER and doc[first - 1].dep_ == "compound":
        first -= 1
        if page.mentions[first] is not None or first in page.title_at:
            return None
    if found.start - first < SHORTEST_LONGER:
        return None
    return page.describe(first, found.end, type="Organization", name=doc[first : found.end].text)


def _ends_name(page: Page, start: int, found: Span) -> bool:
    """Tell whether a country or place is only the last word of a longer name: "Movement e Justice Kenya"."""
    before = found.start - 1
    if found.label_ in ORGANIZATIONS or before < start or page.mentions[before] is not None:
        return False
    token = page.doc[before]
    return token.tag_ in PROPER and token.dep_ == "compound" and found.start <= token.head.i < found.end


def possessor(page: Page, i: int) -> Span | None:
    """Return the organization that owns what follows: "at the council's centre for peace"."""
    i += page.words[i] == "the"
    body = page.organization(i) if i < len(page.words) else None
    if body is None or body.start != i or body.label_ not in ORGANIZATIONS or body.end >= len(page.words):
        return None
    return body if page.words[body.end] in APOSTROPHES else None


@cache
def _kinds() -> dict[str, str]:
    """Return the class of a body by its common noun ("committee")."""
    return {**{kind.word: kind.type for kind in organization_kinds() if kind.word.isalpha()}, **FURTHER}


def _whole(page: Page, noun: int) -> Span | None:
    """Return the organization whose people the collective `noun` names: "the company's staff", "the bank's board"."""
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


def _explained(page: Page, noun: int) -> Span | None:
    """Return the name that explains a common noun: "the law firm of X", "the investment firm X", "the daily, X"."""
    i = noun + 1
    if i >= len(page.words) - 1:
        return None
    comma = page.words[i] == ","
    i += comma or page.words[i] in NAMING or (page.words[i] == "of" and page.words[noun] in NAMED_OF)
    i += page.words[i] == "the"
    body = page.organization(i) if i < len(page.words) else None
    if body is None or body.start != i or body.label_ not in ORGANIZATIONS:
        return None
    return body if not comma or body.root.dep_ == "appos" else None


def _described(page: Page, start: int, noun: int, kind: str) -> Span | None:
    """Return the phrase as a body of its own where an owner or a name in it tells which one is meant."""
    first = noun
    while first > start and page.doc[first - 1].dep_ in PREMODIFIERS and page.words[first - 1] not in STOPS:
        first -= 1
    for i in range(noun - 1, first - 1, -1):
        if page.words[i] in APOSTROPHES:
            owner = page.organization(i - 1)
            if owner is None:
                return None
            name = f"{page.doc._.kg_entities[owner.id_]['name']}'s {page.doc[i + 1 : noun + 1].text}"
            return page.describe(owner.start, noun + 1, type=kind, name=name)
    owner = _owner_after(page, noun) if first < noun else None
    if owner is not None:
        name = f"{page.doc._.kg_entities[owner.id_]['name']}'s {page.doc[first : noun + 1].text}"
        return page.describe(first, noun + 1, type=kind, name=name)
    telling = (page.organization(i) is not None or page.doc[i].text[0].isupper() for i in range(first, noun))
    if not any(telling):
        return None
    return page.describe(first, noun + 1, type=kind, name=page.doc[first : noun + 1].text)


def _owner_after(page: Page, noun: int) -> Span | None:
    """Return the organization of "the foreign affairs committee of the parliament"."""
    i = noun + 1
    if page.words[i : i + 1] != ["of"]:
        return None
    head = next((child.i for child in page.doc[i].children if child.dep_ == "pobj"), -1)
    owner = page.organization(head) if head > i else None
    return owner if owner is not None and owner.label_ in ORGANIZATIONS and owner.id_ else None


def unrecognised(page: Page, start: int, noun: int) -> Span | None:
    """Return a name that the model passed over as a body: "leader of the Popular Rally", "head of NASDA"."""
    doc = page.doc
    first = noun
    while first > start and doc[first - 1].tag_ in PROPER and doc[first - 1].dep_ == "compound":
        first -= 1
    country = page.mentions[first]
    national = country is not None and country.label_ == COUNTRY and country.start == first and country.end <= noun
    name = doc[country.end if national and country is not None else first : noun + 1]
    if any(
        page.mentions[token.i] is not None or token.i in page.title_at or token.ent_type_ == "DATE" for token in name
    ):
        return None
    if not all(token.text[0].isupper() and token.tag_ in PROPER for token in name):
        return None
    if national:
        return page.describe(
            first, noun + 1, type=_kinds().get(page.words[noun], "Organization"), name=doc[first : noun + 1].text
        )
    if len(name) == 1 and not (name.text.isupper() and name.text.isalpha()):
        return None
    while first > start and doc[first - 1].text[0].isupper() and doc[first - 1].dep_ in {"amod", "compound"}:
        first -= 1
    if len(name) > 1 and page.words[first - 1] != "the":
        return None
    kind = _kinds().get(page.words[noun], "Organization")
    return page.describe(first, noun + 1, type=kind, name=doc[first : noun + 1].text)
