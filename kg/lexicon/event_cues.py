"""Words that govern an event and say whether it has happened: planned, proposed, demanded, threatened, denied."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCue:
    """Words (lower-case lemmas) and the modality and polarity that they give to the event beneath them.

    An adjective stands before the event's noun or governs its infinitive. An `aspect` word (a verb or a noun) changes
    nothing: the event is as its own clause says ("will begin to attack").
    """

    pos: Literal["verb", "noun", "adjective", "aspect"]
    modality: Literal["actual", "planned", "proposed", "demanded", "threatened", "hypothetical"]
    polarity: Literal["positive", "negative"]
    words: tuple[str, ...]
    example: str


@cache
def event_cues() -> tuple[EventCue, ...]:
    """Return all entries of `event_cues.jsonl`."""
    return read_entries(lexicon_folder() / "event_cues.jsonl", EventCue)


@cache
def cue_by_word() -> dict[tuple[str, str], EventCue]:
    """Return the entries by part of speech and word."""
    table: dict[tuple[str, str], EventCue] = {}
    for entry in event_cues():
        for word in entry.words:
            table.setdefault((entry.pos, word), entry)
    return table
