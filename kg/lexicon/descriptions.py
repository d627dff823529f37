"""Common nouns that stand for something named before: "the group", "the body", "the rebels"."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Description:
    """One noun, the classes of what it can stand for, and whether it must be a word of the name ("the ministry").

    `plural` says that the noun is one and stands for one thing all the same: "the rebels" for their group.
    """

    noun: str
    types: tuple[str, ...]
    in_name: bool
    example: str
    plural: bool = False


@cache
def descriptions() -> dict[str, Description]:
    """Return the descriptions of `descriptions.jsonl` by their noun."""
    return {entry.noun: entry for entry in read_entries(lexicon_folder() / "descriptions.jsonl", Description)}
