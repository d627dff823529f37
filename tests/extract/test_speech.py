"""Who "I" and "we" are in direct speech."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("“I never asked a soldier to die,” Robert Varen said.", "Robert Varen", ["I", "Robert Varen"]),
        ("“They burned my house,” said Elena Sorn. “They beat me.”", "Elena Sorn", ["my", "Elena Sorn", "me"]),
        ("Robert Varen told reporters: “This is the only list I want to read.”", "Robert Varen", ["Robert Varen", "I"]),
        ("“We fired at the depot,” Hezbollah said on Monday.", "Hezbollah", ["We", "Hezbollah"]),
    ],
)
def test_the_speaker(nlp: Language, text: str, name: str, words: list[str]) -> None:
    assert mentions_of(nlp, text, name) == words


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("“We fired at the depot,” Robert Varen said.", "We"),
        ("“I saw them.”", "I"),
        ("Robert Varen said the town was quiet. I did not believe it.", "I"),
        ("“The US must stay,” Hezbollah said.", "we"),
    ],
)
def test_somebody_else(nlp: Language, text: str, word: str) -> None:
    assert not any(word in words for _, words in entities(nlp(text)).values())
