"""Evidence: finding words again, and the sentences around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.evidence import CONTEXT, Sentences, locate
from kg.records import Span
from tests.strategies import TEXTS, spans


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Troops left Brenn at dawn. Nobody saw.", "left", "Troops left Brenn at dawn."),
        ('"We stay," he said. Then he left.', "stay", '"We stay," he said.'),
        ("The U.S. envoy met Dr. Solen. They spoke.", "met", "The U.S. envoy met Dr. Solen."),
        ("Who fired first? Nobody knows.", "fired", "Who fired first?"),
        ("First line\nSecond line", "Second", "Second line"),
        ("He asked: “Why?” Nobody spoke.", "Why", "He asked: “Why?”"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    found = Sentences(text).around(Span(start, start + len(words)))
    assert text[slice(*found)] == sentence


def test_words_over_two_sentences_have_both() -> None:
    text = "One came. Two went. Three stayed."
    assert text[slice(*Sentences(text).around(Span(4, 13)))] == "One came. Two went."


@given(st.data())
def test_sentences_hold_the_words(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    span = data.draw(spans(text))
    found = Sentences(text).around(span)
    assert found.start <= span.start
    assert span.end <= found.end <= len(text)


def test_words_are_told_apart_by_what_stands_around_them() -> None:
    sentence = "He met him, and met her."
    assert locate(sentence, exact="met", prefix="He ", suffix=" him, and") == Span(3, 6)
    assert locate(sentence, exact="met", prefix="him, and ", suffix=" her.") == Span(16, 19)


def test_context_may_reach_beyond_the_sentence() -> None:
    assert locate("Shots fell.", exact="Shots", prefix="It was dark. ", suffix=" fell. Then") == Span(0, 5)


def test_words_that_are_not_there_are_not_found() -> None:
    assert locate("Shots fell.", exact="rose", prefix="", suffix="") is None
    assert locate("Shots fell.", exact="fell", prefix="Rain ", suffix=".") is None


@given(st.data())
def test_quoted_words_are_found_again(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    span = data.draw(spans(text))
    quote = {
        "exact": text[slice(*span)],
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    found = locate(text, **quote)
    assert found is not None
    assert text[slice(*found)] == quote["exact"]
