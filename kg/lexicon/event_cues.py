"""Words that govern an event and say whether it has happened: planned, proposed, demanded, threatened, denied."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

Governed = Literal["clause", "object"]


@dataclass(frozen=True, kw_only=True, slots=True)
class EventCue:
    """Words (lower-case lemmas) and the modality and polarity that they give to the event beneath them.

    `governs` says of a verb whether it does so to a clause ("agreed to attack") or to its object ("planned an
    attack"): who opposes a war does not make it unreal. An adjective stands before the event's noun or governs an
    infinitive. An `aspect` word (a verb or a noun) changes nothing: the event is as its clause says ("will begin to").
    """

    pos: Literal["verb", "noun", "adjective", "aspect"]
    modality: Literal["actual", "planned", "proposed", "demanded", "threatened", "hypothetical"]
    polarity: Literal["positive", "negative"]
    words: tuple[str, ...]
    example: str
    governs: tuple[Governed, ...] = ("clause", "object")


@cache
def event_cues() -> tuple[EventCue, ...]:
    """Return all entries of `event_cues.jsonl`."""
    return read_entries(lexicon_folder() / "event_cues.jsonl", EventCue)


@cache
def _by_word() -> dict[tuple[str, str, str], EventCue]:
    table: dict[tuple[str, str, str], EventCue] = {}
    for entry in event_cues():
        for word in entry.words:
            for governed in entry.governs:
                table.setdefault((entry.pos, word, governed), entry)
    return table


def find_cue(pos: str, word: str, governed: Governed = "clause") -> EventCue | None:
    """Return the entry of `word` as part of speech `pos` over a clause or an object, or None."""
    return _by_word().get((pos, word, governed))


def is_aspect(word: str) -> bool:
    """Say whether `word` only tells how an event goes on: "begin", "a wave of"."""
    return ("aspect", word, "clause") in _by_word()
