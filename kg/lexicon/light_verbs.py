"""Verbs, and nouns and adjectives with a preposition, that lend a party to the event their noun names."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

Side = Literal["agent", "patient", "mediator", "author"]


@dataclass(frozen=True, kw_only=True, slots=True)
class LightVerb:
    """Words (lemmas) whose `subject` or `object` is a party of the noun they govern.

    The noun is the object of the verb, or stands behind one of `preps`. The agent is who does what the noun names, a
    patient whom it is done to, an author who decides on it. `child` is a particle.
    """

    verbs: tuple[str, ...]
    example: str
    child: str | None = None
    preps: tuple[str, ...] = ()
    subject: Side | None = None
    object: Side | None = None


@cache
def light_verbs() -> tuple[LightVerb, ...]:
    """Return all entries of `light_verbs.jsonl`."""
    return read_entries(lexicon_folder() / "light_verbs.jsonl", LightVerb)


@cache
def light_verb_by_words() -> dict[tuple[str, str], LightVerb]:
    """Return the entries by lemma and preposition ("" for the object of a verb)."""
    return {(verb, prep): entry for entry in light_verbs() for verb in entry.verbs for prep in (entry.preps or ("",))}
