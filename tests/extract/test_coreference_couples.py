""" "They" for two joined by "and", and for nobody where others may be meant."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import pairs_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Oren Varen and Elena Sorn met in Geneva. They signed the treaty.", "They"),
        ("Oren Varen and Elena Sorn said they had signed the treaty.", "they"),
        ("Oren Varen and Elena Sorn met in Geneva. Their talks ended on Monday.", "Their"),
    ],
)
def test_two_people(nlp: Language, text: str, word: str) -> None:
    assert (word, ["Oren Varen", "Elena Sorn"]) in pairs_of(nlp(text))


def test_two_states(nlp: Language) -> None:
    assert ("They", ["France", "Norway"]) in pairs_of(nlp("France and Norway signed a treaty. They sent it to Geneva."))


@pytest.mark.parametrize(
    "text",
    [
        "Oren Varen and Elena Sorn met the rebels. They fired into the air.",
        "Oren Varen and Elena Sorn wept because villagers said they had fled.",
        "Oren Varen, Elena Sorn and Mikael Dansk met. They left.",
        "Oren Varen or Elena Sorn spoke. They left.",
        "Oren Varen and the rebels met. They left.",
        "Oren Varen and Elena Sorn blamed them.",
        "Oren Varen and Elena Sorn left. Soldiers said they had heard it.",
        "Oren Varen and Elena Sorn left. “They are gone,” a clerk said.",
    ],
)
def test_others_may_be_meant(nlp: Language, text: str) -> None:
    assert not any(word.lower() in ("they", "them", "their") for word, _ in pairs_of(nlp(text)))
