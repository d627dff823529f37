"""Whom "he" means after "X's envoy, Y, ..." and "Y, the lawyer of X, ...", and who "the incoming president" is not."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "President Igor Dansk's special envoy to Norland, Zamir Kolov, told a paper about it. He was glad.",
            "Zamir Kolov",
        ),
        ("Omar Hale, the lawyer of Medan Berhe, spoke of the name. He was glad.", "Omar Hale"),
        ("Igor Dansk's army entered the town on Monday. He was glad.", "Igor Dansk"),
        ("The speech of Igor Dansk was long. He was glad.", "Igor Dansk"),
    ],
)
def test_he_is_who_acts(nlp: Language, text: str, name: str) -> None:
    assert "He" in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Igor Dansk's brother arrived on Monday. He was glad.",
        "The lawyer of Medan Berhe spoke of the name. He was glad.",
    ],
)
def test_he_is_not_whose_he_is(nlp: Language, text: str) -> None:
    assert not any("He" in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize("word", ["incoming", "next", "future"])
def test_who_comes_into_a_post_does_not_hold_it(nlp: Language, word: str) -> None:
    text = f"President Igor Dansk was in Geneva. The {word} president was not."
    assert not any(f"The {word} president" in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize("words", ["The president", "The tired president"])
def test_who_holds_a_post_is_meant_by_it(nlp: Language, words: str) -> None:
    assert words in mentions_of(nlp, f"President Igor Dansk was in Geneva. {words} was not well.", "Igor Dansk")
