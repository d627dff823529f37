"""Answers for people: a table where it can be read, blocks where the terminal is too narrow for it."""

import re

import pytest

from kg.cli.tables import print_table
from kg.store import Iri, Table

BASE = "https://example.org/"
SENTENCE = "The envoys of both sides met in Orvand on Wednesday and spoke about an exchange of prisoners until late."
WIDE = Table(
    ("name", "title", "body", "published", "sentence", "fact"),
    (
        ("Mira Solen", "foreign minister", "Foreign Ministry", "2031-04-03", SENTENCE, Iri(BASE + "role-1")),
        ("Jan Berg", "envoy", None, "2031-04-04", SENTENCE, Iri(BASE + "role-2")),
    ),
)


def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: Table, width: int) -> list[str]:
    """Return the lines that a terminal of so many columns shows, without spaces at their ends."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(table, base=BASE)
    return [re.sub(r"\x1b\[[\d;]*m", "", line).rstrip() for line in capsys.readouterr().out.splitlines()]


def test_a_narrow_terminal_gets_a_block_for_each_row(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(monkeypatch, capsys, WIDE, 80)
    assert lines[0] == "name       Mira Solen"
    assert "fact       id:role-1" in lines
    second = lines[lines.index("") + 1 :]
    assert second[:3] == ["name       Jan Berg", "title      envoy", "published  2031-04-04"]  # no body, no line
    assert " ".join(line[11:] for line in second[3:-1]) == SENTENCE
    assert max(map(len, lines)) <= 80


def test_a_wide_terminal_gets_a_table_whose_short_cells_are_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(monkeypatch, capsys, WIDE, 130)
    assert lines[0].split() == list(WIDE.columns)
    assert lines[1].startswith("Mira Solen  foreign minister  Foreign Ministry  2031-04-03  The envoys")
    assert lines[1].endswith("id:role-1")
    assert max(map(len, lines)) <= 130


def test_no_rows_are_a_head_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(monkeypatch, capsys, Table(("name", "title"), ()), 80) == ["name  title"]
