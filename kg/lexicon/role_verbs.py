"""Verbs that tie a person to a body or a post: "heads", "joined", "was appointed", "resigned"."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.lexicon.titles import Category
from kg.resources import lexicon_folder

Frame = Literal["object", "preposition", "passive", "appoint", "as", "succeed", "office", "includes"]
Phase = Literal["holds", "enters", "leaves", "proposed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleVerb:
    """One use of a verb, given by its lemma; `lemmas` are further ones that the model gives to its forms.

    `frame` says where person, body and title stand:
    `object` PERSON verb BODY; `preposition` PERSON verb PREPOSITION BODY; `passive` PERSON is verbed PREPOSITION BODY;
    `appoint` someone verbs PERSON (as) TITLE, or PERSON is verbed (as) TITLE; `as` PERSON verb as TITLE;
    `succeed` PERSON verb OTHER (as TITLE); `office` PERSON verb the post of TITLE; `includes` BODY verb PERSON.
    `title` and `category` are what the verb alone says, None where the title is named. `phase` tells whether the verb
    holds, enters or leaves the post, or only proposes it. `of` is what the body can be.
    """

    verb: str
    frame: Frame
    title: str | None
    category: Category | None
    phase: Phase
    prepositions: tuple[str, ...]
    of: Literal["country", "organization", "any"]
    lemmas: tuple[str, ...]
    example: str


@cache
def role_verbs() -> tuple[RoleVerb, ...]:
    """Return all uses in `role_verbs.jsonl`."""
    return read_entries(lexicon_folder() / "role_verbs.jsonl", RoleVerb)


@cache
def verb_uses(frame: Frame) -> dict[str, tuple[RoleVerb, ...]]:
    """Return the uses of one frame by the verb's lemma."""
    found: dict[str, tuple[RoleVerb, ...]] = {}
    for use in role_verbs():
        for lemma in (use.verb, *use.lemmas) if use.frame == frame else ():
            found[lemma] = (*found.get(lemma, ()), use)
    return found
