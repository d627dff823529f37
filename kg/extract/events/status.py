"""Modality and polarity as one value."""

from typing import NamedTuple

from kg.lexicon.event_cues import EventCue

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
"""Parts of speech of the cues, by those of the parser."""


class Status(NamedTuple):
    """Modality and polarity of an event."""

    modality: str = "actual"
    polarity: str = "positive"


def of_cue(cue: EventCue) -> Status:
    """Return the status that `cue` gives."""
    return Status(cue.modality, cue.polarity)


def flipped(status: Status) -> Status:
    """Return the status with the other polarity."""
    return status._replace(polarity="negative" if status.polarity == "positive" else "positive")
