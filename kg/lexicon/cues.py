"""Words and phrases that report what someone says: verbs ("deny"), nouns ("claim"), phrases ("according to")."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

CueKind = Literal[
    "say", "report", "announce", "claim", "admit", "deny", "ask", "demand", "promise", "threaten", "agree", "accuse",
    "judge", "believe", "show",
]  # fmt: skip
"""What a speaker does with the words: "show" is for documents, "judge" for praise, blame and names given to things."""

Complement = Literal["quote", "that", "to", "person_to", "ing", "object", "as", "small"]
"""What tells the content: a quotation; a clause with or without "that" ("whether" and "why" too); an infinitive; a
person and an infinitive ("urged them to leave"); a gerund ("denied firing"); a noun phrase; "described it as ...";
"called it a ..."."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """One reporting verb, noun or phrase, in lower case.

    A verb may have a particle ("point out"). `takes` says which complements tell what was said, `prepositions` which
    prepositions lead to it ("accused of"). `forms` are the inflected forms of an irregular verb; those of a regular one
    are derived.
    """

    cue: str
    pos: Literal["verb", "noun", "phrase"]
    kind: CueKind
    takes: tuple[Complement, ...]
    prepositions: tuple[str, ...]
    forms: tuple[str, ...]
    example: str


@cache
def cues() -> tuple[Cue, ...]:
    """Return all entries of `cues.jsonl`."""
    return read_entries(lexicon_folder() / "cues.jsonl", Cue)


@cache
def verb_cues() -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Return for each form of a verb the particles that may follow ("" for none, which comes last) and their cues."""
    table: dict[str, list[tuple[str, Cue]]] = {}
    for entry in cues():
        if entry.pos == "verb":
            verb, _, particle = entry.cue.partition(" ")
            for form in verb_forms(verb, entry.forms):
                table.setdefault(form, []).append((particle, entry))
    return {form: tuple(sorted(pairs, key=lambda pair: pair[0] == "")) for form, pairs in table.items()}


@cache
def noun_cues() -> dict[str, Cue]:
    """Return the nouns by their singular and plural."""
    nouns = [entry for entry in cues() if entry.pos == "noun"]
    return {form: entry for entry in nouns for form in (entry.cue, entry.cue + "s")}


@cache
def phrase_cues() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Return the phrases by their first word, each as its words and its cue."""
    table: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for entry in cues():
        if entry.pos == "phrase":
            words = tuple(entry.cue.split())
            table.setdefault(words[0], []).append((words, entry))
    return {first: tuple(phrases) for first, phrases in table.items()}


def verb_forms(verb: str, irregular: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the base form of a verb and its inflected forms.

    >>> verb_forms("announce")
    ('announce', 'announces', 'announced', 'announcing')
    >>> verb_forms("say", ("says", "said", "saying"))
    ('say', 'says', 'said', 'saying')
    """
    if irregular:
        return (verb, *irregular)
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (verb, third, stem + "ed", (verb if verb.endswith("ee") else stem) + "ing")
