"""Every word of time does in its example what its entry says."""

import pytest
from spacy.language import Language

from kg.extract.annotations import DATES, spans_of
from kg.lexicon.times import TimeWord, known_days, time_words

SILENT = {"title"}
"""Kinds whose examples show what is no date."""


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, list[tuple[str, str]]]:
    """Return the expressions of each example: their words and values."""
    examples = [word.example for word in time_words()]
    others = [name for name in nlp.pipe_names if name.startswith("kg_") and name not in {"kg_layout", "kg_dates"}]
    with nlp.select_pipes(disable=others):
        docs = list(nlp.pipe(examples))
    return {
        example: [(span.text.lower(), span.kb_id_) for span in spans_of(doc, DATES)]
        for example, doc in zip(examples, docs, strict=True)
    }


def _shows(word: TimeWord, found: list[tuple[str, str]]) -> bool:
    """Tell whether an expression of the example holds the word; a name must not be part of one."""
    tokens = " ".join(text.replace("'", " '").replace("’", " ’").replace("-", " - ") for text, _ in found)
    if word.kind == "known_day":
        return [value for _, value in found][:1] == [word.value]
    named = any(form in tokens for form in word.forms)
    return not named if word.kind in SILENT else bool(found) and (named or word.kind == "event")


def test_every_word_does_in_its_example_what_its_entry_says(read: dict[str, list[tuple[str, str]]]) -> None:
    wrong = [(word.forms[0], read[word.example]) for word in time_words() if not _shows(word, read[word.example])]
    assert wrong == []


def test_no_form_has_two_meanings() -> None:
    words: dict[str, str] = {}
    guards = {"event", "title"}
    for word in time_words():
        for form in word.forms:
            if word.kind not in guards:
                assert words.setdefault(form, word.kind) == word.kind, form


def test_forms_are_in_lower_case() -> None:
    assert [form for word in time_words() for form in word.forms if form != form.lower()] == []


def test_known_days_are_found_by_month_day_and_noun() -> None:
    assert known_days()[10, 7, "attack"].isoformat() == "2023-10-07"
    assert (10, 7, "meeting") not in known_days()
    for word in time_words():
        if word.kind == "known_day":
            day = known_days()[next(key for key, value in known_days().items() if value.isoformat() == word.value)]
            assert all(form.startswith(f"{day:%B} {day.day} ".lower()) for form in word.forms), word.forms
