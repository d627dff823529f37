"""Glued words and credits are no bodies; bodies with hyphens and capitals stay."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.names.malformed import without_malformed
from kg.extract.names.name import Name


def _kept(words: list[str], tags: list[str], name: Name, *others: Name) -> bool:
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags, sent_starts=[True, *(False for _ in words[1:])])
    return name in without_malformed(doc, words, [name, *others])


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        (["D", "-", "NY"], ["NNP", "HYPH", "NNP"]),
        (["Kelmar", "Photo"], ["NNP", "NNP"]),
        (["Un", "-", "Orvandic", "-", "However"], ["NNP", "HYPH", "NNP", "HYPH", "RB"]),
        (["Unrest", "Continues"], ["NNP", "VBZ"]),
        (["Smoke"], ["NN"]),
        (["Varenesque"], ["JJ"]),
        (["Gery", '"', "Sorn"], ["NNP", "''", "NNP"]),
    ],
)
def test_no_body(words: list[str], tags: list[str]) -> None:
    assert not _kept(words, tags, Name(0, len(words), "Organization"))


def test_two_people_are_no_body() -> None:
    words = ["Varen", "-", "Sorn", "talks", "Varen", "Sorn"]
    people = (Name(4, 5, "Person"), Name(5, 6, "Person"))
    assert not _kept(words, ["NNP", "HYPH", "NNP", "NNS", "NNP", "NNP"], Name(0, 3, "Organization"), *people)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        (["Shangri", "-", "La", "Dialogue"], ["NNP", "HYPH", "NNP", "NNP"]),
        (["Kelmar", "Relief", "Fund"], ["NNP", "NNP", "NNP"]),
        (["Orvatel"], ["NNP"]),
        (["Liberal", "-", "National"], ["NNP", "HYPH", "NNP"]),
        (["OUF"], ["NN"]),
    ],
)
def test_bodies_stay(words: list[str], tags: list[str]) -> None:
    assert _kept(words, tags, Name(0, len(words), "Organization"))
