"""Words that tell of events: the sense in which they do, the class of event, and the frame of its parties."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Trigger:
    """One sense of some words of like meaning (lower-case lemmas).

    All conditions that are given must hold. In their lists `@person` stands for a kind of thing (`event_words.jsonl`,
    and `party`, `country`, `weapon`, `number`, `any`), anything else is a lemma; prepositions are written `on`, or
    `on:ITEM` where the noun behind them matters. Of the entries of one lemma the first that fits is taken.

    Attributes:
        lemmas: the words; of several words in one ("cease - fire") the last is looked up.
        event: the class of event.
        frame: the frame of `event_frames.jsonl` that tells the parties.
        refine: the weapon named with it makes the class more precise ("drone attack").
        context: fires only where the sentence or the two before it tell of violence.
        again: fires only after another event of its class in the text ("the exchange").
        forms: the word must have one of these forms ("talks", not "talk").
        child: one of these words depends on the trigger ("blow up", "shoot dead").
        modifier: a noun's adjectives, compounds and possessors; `head` is what a compound stands before.
        governor: the verb or preposition that governs the noun.
        complement: the clause that depends on the trigger: that, to, "not to", ing, must.
        needs: roles of which at least one must be filled.
        example: a sentence in which it fires.
        counterexample: a sentence in which no event of the class is told.
        confidence: how often what the entry finds is right, at best.
    """

    lemmas: tuple[str, ...]
    pos: Literal["verb", "noun", "adjective", "modal"]
    event: str
    frame: str
    example: str
    counterexample: str = ""
    refine: bool = False
    context: bool = False
    again: bool = False
    forms: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    object_modifier: tuple[str, ...] = ()
    not_object_modifier: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    child: tuple[str, ...] = ()
    not_child: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    not_prep: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    not_modifier: tuple[str, ...] = ()
    not_head: tuple[str, ...] = ()
    governor: tuple[str, ...] = ()
    not_governor: tuple[str, ...] = ()
    governor_subject: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    not_complement: tuple[str, ...] = ()
    complement_verb: tuple[str, ...] = ()
    not_complement_verb: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    confidence: float = 0.9


@cache
def triggers() -> tuple[Trigger, ...]:
    """Return all entries of `triggers.jsonl`."""
    return read_entries(lexicon_folder() / "triggers.jsonl", Trigger)


@cache
def triggers_by_word() -> dict[str, tuple[Trigger, ...]]:
    """Return the entries by the last word of each lemma, in the order of the file."""
    table: dict[str, list[Trigger]] = {}
    for entry in triggers():
        for lemma in entry.lemmas:
            table.setdefault(lemma.rpartition(" ")[2], []).append(entry)
    return {word: tuple(dict.fromkeys(entries)) for word, entries in table.items()}


@cache
def participles() -> dict[str, str]:
    """Return the verbs by their past participle; of irregular ones, those that stand before nouns."""
    verbs = {lemma for entry in triggers() if entry.pos == "verb" for lemma in entry.lemmas if " " not in lemma}
    regular = {form: verb for verb in sorted(verbs) for form in _participles_of(verb)}
    return regular | {"slain": "slay", "beaten": "beat", "overthrown": "overthrow", "shot": "shoot", "held": "hold"}


def _participles_of(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (f"{verb[:-1]}ied",)
    return (f"{verb}ed", f"{verb}{verb[-1]}ed")
