"""Weapons and the class of attack that each makes."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Weapons:
    """Words, in lower-case singular, for one `kind` of weapon; `event` is the class of an attack with it."""

    kind: str
    event: str | None
    words: tuple[str, ...]
    example: str


@cache
def weapons() -> tuple[Weapons, ...]:
    """Return all entries of `weapons.jsonl`, the most telling kinds of attack first."""
    return read_entries(lexicon_folder() / "weapons.jsonl", Weapons)


@cache
def weapon_by_word() -> dict[str, Weapons]:
    """Return the entry of each word; the first entry that has a word wins."""
    table: dict[str, Weapons] = {}
    for entry in weapons():
        for word in entry.words:
            table.setdefault(word, entry)
    return table
