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


CONFIDENCE = {
    "quote:after": 0.95,
    "quote:before": 0.95,
    "quote:between": 0.95,
    "quote:paragraphs": 0.9,
    "quote:next": 0.85,
    "quote:paragraph": 0.8,
    "quote:after-clause": 0.8,
    "quote:signature": 0.9,
    "quote:part": 0.85,
    "quote:mixed": 0.9,
    "quote:noun": 0.85,
    "clause:after": 0.85,
    "clause:before": 0.9,
    "clause:inside": 0.85,
    "according": 0.9,
    "label:before": 0.8,
    "label:after": 0.75,
    "noun": 0.65,
    "object": 0.7,
    "preposition": 0.75,
    "infinitive": 0.65,
    "infinitive:person": 0.7,
    "gerund": 0.8,
    "name": 0.75,
    "as": 0.75,
}
"""How often each rule is right, as measured on annotated news and by reading what it finds."""
