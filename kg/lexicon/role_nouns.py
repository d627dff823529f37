"""Nouns for holding a post: "her role as director", "the post of minister", "a job at the agency"."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.lexicon.role_verbs import Phase
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleNoun:
    """One noun in the singular.

    `tenure` is what "his NOUN as TITLE" says, None where that is not said. `office` is true for "the NOUN of TITLE".
    `prepositions` lead to the body in "a NOUN at BODY".
    """

    noun: str
    tenure: Phase | None
    office: bool
    prepositions: tuple[str, ...]
    example: str


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Return the nouns of `role_nouns.jsonl` by their lemma."""
    entries = read_entries(lexicon_folder() / "role_nouns.jsonl", RoleNoun)
    return {entry.noun: entry for entry in entries}
