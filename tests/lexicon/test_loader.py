"""A lexicon is checked line by line when it is loaded; an error names file, line and what is wrong."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from kg.errors import LexiconError
from kg.lexicon.loader import read_entries


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    word: str
    kind: Literal["noun", "verb"]
    forms: tuple[str, ...] = ()
    weight: float | None = None


def write(folder: Path, *lines: str) -> Path:
    path = folder / "words.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_lines_become_entries(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "// a comment",
        '{"word": "raid", "kind": "noun", "forms": ["raids"], "weight": 1}',
        "",
        '{"word": "run", "kind": "verb"}',
    )
    assert read_entries(path, Entry) == (
        Entry(word="raid", kind="noun", forms=("raids",), weight=1.0),
        Entry(word="run", kind="verb"),
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"word": "raid"', "words.jsonl:2: not a JSON object"),
        ('["raid"]', "words.jsonl:2: not a JSON object"),
        ('{"word": "raid"}', "words.jsonl:2: key 'kind' is missing"),
        ('{"word": "raid", "kind": "noun", "wight": 1}', "words.jsonl:2: unknown key 'wight'; known are word, kind"),
        ('{"word": "raid", "kind": "adverb"}', "words.jsonl:2: kind: 'adverb' is none of noun, verb"),
        ('{"word": 7, "kind": "noun"}', "words.jsonl:2: word: 7 should be str"),
        ('{"word": "raid", "kind": "noun", "forms": "raids"}', "words.jsonl:2: forms: 'raids' should be a list"),
        ('{"word": "raid", "kind": "noun", "forms": [1]}', "words.jsonl:2: forms: 1 should be str"),
        ('{"word": "raid", "kind": "noun", "weight": true}', "words.jsonl:2: weight: True should be float"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = write(tmp_path, '{"word": "run", "kind": "verb"}', line)
    with pytest.raises(LexiconError) as error:
        read_entries(path, Entry)
    assert str(error.value).startswith(message)
