"""Argument frames: which phrase beside a trigger plays which part in the event."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One frame; `slots` say what fills which role.

    A slot is a PHRASE, a mark and a ROLE. PHRASE is subject, object, object_of (behind the object's "of"), indirect,
    possessor, modifier ("Russian", "police"), complement (the clause that depends on the trigger), speaker, self (the
    trigger) or a preposition; subjects and objects are those of the meaning, so that passives turn round. After the
    mark `=` the phrase itself plays the role; after `~` the first party named within it ("rejected an appeal by Kenya":
    Kenya); after `!` the phrase if it is a party; after `^` whose it is or who did it. `A|B` gives role A, or B where
    another phrase plays A; `A?B` gives role A to a party and B to anything else. `host` is a target that is no place,
    `place` a place and nothing else, `none` uses a phrase up.
    """

    name: str
    slots: tuple[str, ...]
    example: str


class Slot(NamedTuple):
    """One slot taken apart: the name of the phrase, `=`, `~`, `!` or `^`, and the role."""

    phrase: str
    mark: str
    role: str


@cache
def frames() -> dict[str, Frame]:
    """Return the frames of `event_frames.jsonl` by name."""
    return {frame.name: frame for frame in read_entries(lexicon_folder() / "event_frames.jsonl", Frame)}


@cache
def slots_of(name: str) -> tuple[Slot, ...]:
    """Return the slots of the frame `name`.

    Raises:
        KeyError: there is no such frame.
    """
    found = []
    for slot in frames()[name].slots:
        mark = next(mark for mark in "=~!^" if mark in slot)
        phrase, _, role = slot.partition(mark)
        found.append(Slot(phrase, mark, role))
    return tuple(found)
