"""The page on lexicons names every lexicon, and none that is not there."""

import re
from pathlib import Path

from kg.resources import lexicon_folder

PAGE = Path(__file__).parents[2] / "docs" / "lexicons.md"


def test_every_lexicon_is_described() -> None:
    named = set(re.findall(r"`(\w+\.jsonl)`", PAGE.read_text(encoding="utf-8")))
    assert named == {path.name for path in lexicon_folder().glob("*.jsonl")}
