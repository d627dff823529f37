"""Whom "he", "it" and "they" mean where grammar or another person in between decides."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Oren Varen said a report that the deputy wrote on Monday was wrong and that he knew it.", "Oren Varen", "he"),
        ("Oren Varen was dismissed. Mikael Sorn was named as his successor.", "Oren Varen", "his"),
        ("Oren Varen left when a soldier brought charges against him.", "Oren Varen", "him"),
        ("Elena Sorn's brother, Oren Sorn, said he was tired.", "Oren Sorn", "he"),
        ("Elena Sorn wept. Robert Varen, she said, knew what he did.", "Robert Varen", "he"),
        ("Oren Varen said Elena Sorn's words meant that he had to go.", "Oren Varen", "he"),
        ("Oren Varen and Elena Sorn left. He was tired.", "Oren Varen", "He"),
        ("Oren Varen spoke. With his wife at his side, Elena Sorn saw him.", "Oren Varen", "his"),
    ],
)
def test_he_and_she(nlp: Language, text: str, name: str, pronoun: str) -> None:
    assert pronoun in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Oren Varen resigned. A detainee said he was beaten.", "he"),
        ("Oren Varen spoke. A journalist checks his phone outside the court.", "his"),
        ("Oren Varen said that when Mikael Sorn spoke it was as if he was somewhere else.", "he"),
        ("Oren Varen, a cousin of his, left.", "his"),
        ("Oren Varen resigned on Monday. The president said that he had lied.", "he"),
        ("Oren Varen spoke after a shooting by a gunman who said he hated people.", "he"),
        ("Oren Varen said Mikael Sorn's words meant that he had to go.", "he"),
        ("Oren Varen and Mikael Sorn left. He was tired.", "He"),
        ("Oren Varen spoke. Each of the men had a bullet in him.", "him"),
        ("Oren Varen spoke. With his wife at his side, Mikael Sorn wept.", "his"),
    ],
)
def test_he_is_somebody_else(nlp: Language, text: str, pronoun: str) -> None:
    assert not any(pronoun in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("The Kremlin rejected the plan. It accused the mediators of lying.", "Kremlin", "It"),
        ("Hezbollah denied the report. Its spokesman spoke of lies.", "Hezbollah", "Its"),
        ("Turkey closed the border. It also recalled its envoy.", "Turkey", "It"),
    ],
)
def test_it_at_the_beginning_of_a_sentence(nlp: Language, text: str, name: str, pronoun: str) -> None:
    assert pronoun in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Turkey closed the border. It remains unclear why.", "It"),
        ("The bridge to Turkey was closed. It carried two roads.", "It"),
        ("Turkey closed the border. Nobody liked it.", "it"),
        ("A plane from Turkey burned when it crashed.", "it"),
        ("A clerk counts Chinese notes at its branch.", "its"),
        ("Oren Varen told Reuters it's possible that they lied.", "it"),
    ],
)
def test_it_is_something_else(nlp: Language, text: str, pronoun: str) -> None:
    assert not any(pronoun in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Hezbollah said they would fire again.", "Hezbollah", "they"),
        ("Russian troops seized the port. They took two ships.", "Russian troops", "They"),
        ("The Houthis defended their decision.", "Houthis", "their"),
    ],
)
def test_they(nlp: Language, text: str, name: str, pronoun: str) -> None:
    assert pronoun in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Hezbollah attacked villagers because they had fled.", "they"),
        ("Hezbollah may ask for money from them.", "them"),
        ("Two farmers said they had seen Hezbollah.", "they"),
        ("Hezbollah and the army said they would fire again.", "they"),
    ],
)
def test_they_are_others(nlp: Language, text: str, pronoun: str) -> None:
    assert not any(pronoun in found for _, found in entities(nlp(text)).values())
