"""What the rules hand on: a statement as token positions, before entities and dates are looked up."""

from dataclasses import dataclass
from typing import NamedTuple


class Speaker(NamedTuple):
    """The words `[start, end)` that name a speaker, and their head."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One statement: `anchor` is the verb or other word on which a date of the saying hangs."""

    content: tuple[int, int]
    cue: tuple[int, int] | None
    speaker: Speaker | None
    direct: bool
    rule: str
    anchor: int | None
