"""Every reporting word reports in its own example; forms are derived; entries do not contradict each other."""

from collections import Counter

import pytest
from spacy.language import Language

from kg.lexicon.cues import Cue, cues, noun_cues, phrase_cues, verb_cues, verb_forms


@pytest.fixture(scope="module")
def reported(nlp: Language) -> dict[str, list[str]]:
    """Return for each example the reporting words of the statements found in it, in lower case."""
    examples = [entry.example for entry in cues()]
    docs = nlp.pipe(examples)
    return {
        example: [doc[slice(*row["cue"])].text.lower() for row in doc._.kg_statements if row["cue"] is not None]
        for example, doc in zip(examples, docs, strict=True)
    }


def forms_of(entry: Cue) -> set[str]:
    if entry.pos == "phrase":
        return {entry.cue}
    if entry.pos == "noun":
        return {entry.cue, entry.cue + "s"}
    verb, _, particle = entry.cue.partition(" ")
    return {f"{form} {particle}".strip() for form in verb_forms(verb, entry.forms)}


def test_every_example_is_read(reported: dict[str, list[str]]) -> None:
    missing = [(e.pos, e.cue, e.example) for e in cues() if not forms_of(e) & set(reported[e.example])]
    assert missing == []


def test_no_entry_twice() -> None:
    assert [pair for pair, times in Counter((e.cue, e.pos) for e in cues()).items() if times > 1] == []


def test_every_verb_and_noun_takes_something() -> None:
    assert [e.cue for e in cues() if e.pos != "phrase" and not e.takes and not e.prepositions] == []


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("confirm", ("confirm", "confirms", "confirmed", "confirming")),
        ("announce", ("announce", "announces", "announced", "announcing")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("guarantee", ("guarantee", "guarantees", "guaranteed", "guaranteeing")),
    ],
)
def test_regular_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize("form", ["denied", "told", "begged", "replies", "agreeing", "labelled"])
def test_irregular_forms_are_known(form: str) -> None:
    assert form in verb_cues()


@pytest.mark.parametrize("form", ["denyed", "saied", "replys", "begging the", "guaranteing"])
def test_no_impossible_forms(form: str) -> None:
    assert form not in verb_cues()


def test_a_particle_comes_before_the_bare_verb() -> None:
    assert [particle for particle, _ in verb_cues()["called"]][-1] == ""
    assert {"for", "on"} <= {particle for particle, _ in verb_cues()["called"]}


def test_tables_by_form() -> None:
    assert noun_cues()["claims"].cue == "claim"
    assert [words for words, _ in phrase_cues()["according"]] == [("according", "to")]
