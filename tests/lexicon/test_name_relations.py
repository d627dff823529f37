"""Every entry of the lexicons of spellings, nicknames and other names stands in its example and is used."""

import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon.countries import country_by_iso
from kg.lexicon.loader import read_entries
from kg.lexicon.names import (
    FormerName,
    common_names,
    former_names,
    name_spellings,
    name_word_lists,
    name_words,
    nicknames,
    other_names,
)
from kg.resolve.names import NameForms, compare
from kg.resolve.names.person_names import crowded_word, is_nickname
from kg.resolve.names.spelling import Alike, alike, fold

TYPES = {"person": "Person", "org": "Organization", "place": "Place"}


def test_spellings() -> None:
    for entry in name_spellings():
        for spelling in entry.spellings:
            assert f"{spelling} Varen" in entry.example
            level = alike(fold(entry.name).replace("-", ""), fold(spelling).replace("-", ""))
            assert level >= (Alike.CLOSE if entry.same_bearer else Alike.LOOSE), (entry.name, spelling)


def test_nicknames() -> None:
    for entry in nicknames():
        assert entry.example.startswith(entry.nickname)
        for name in entry.names:
            assert name in entry.example
            assert is_nickname(fold(entry.nickname), fold(name).replace("-", ""))


def test_former_names() -> None:
    for entry in former_names():
        for name in (entry.former, *entry.spellings, entry.later, entry.since[:4]):
            assert name in entry.example
        assert date.fromisoformat(entry.since)
        assert entry.country is None or entry.country in country_by_iso()
        old = NameForms(entry.kind, TYPES[entry.kind], entry.former, country=entry.country)
        new = NameForms(entry.kind, TYPES[entry.kind], entry.later, country=entry.country)
        assert compare(old, new), entry.former


def test_other_names() -> None:
    for entry in other_names():
        assert entry.country is None or entry.country in country_by_iso()
        for name in entry.names:
            assert name in entry.example


def test_common_names() -> None:
    for entry in common_names():
        assert entry.names[0] in entry.example
        assert all(crowded_word(fold(name)) for name in entry.names)


def test_word_lists() -> None:
    lists = name_word_lists("")
    assert len(lists) > len(name_word_lists("opposed-")) > 1
    assert all(word == word.lower() and not re.search(r"\s", word) for words in lists for word in words)
    assert "sheikh" in name_words("person-titles")


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "former_names.jsonl"
    path.write_text('{"kind": "planet", "former": "A", "later": "B"}\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"former_names\.jsonl:1"):
        read_entries(path, FormerName)
