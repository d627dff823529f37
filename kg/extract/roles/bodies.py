"""The body that a noun phrase stands for: an entity of the article, or one that the phrase itself describes."""

from functools import cache

from spacy.tokens import Span

from kg.extract.roles.page import Page
from kg.lexicon.organizations import organization_kinds

APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
FURTHER = {
    "board": "Organization", "team": "Organization", "panel": "Organization", "unit": "MilitaryUnit",
    "wing": "Organization", "faction": "PoliticalParty", "squad": "MilitaryUnit", "mission": "Organization",
    "agency": "GovernmentBody", "branch": "Organization", "commission": "GovernmentBody", "task force": "Organization",
    "company": "Company", "firm": "Company", "club": "Organization", "hospital": "Organization", "group": "Organization",
    "division": "Organization", "program": "Organization", "programme": "Organization", "project": "Organization",
    "campaign": "Organization", "bloc": "PoliticalParty",
}  # fmt: skip
PREMODIFIERS = frozenset(("compound", "amod", "nmod", "poss", "case", "punct"))


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
