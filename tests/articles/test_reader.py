"""Every form of input, and every way in which it can be bad."""

import io
import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import read_articles
from kg.articles.checks import MAX_CHARACTERS
from kg.articles.json_lines import read_json_lines
from kg.errors import ConfigError, InputError
from kg.records import Article
from kg.workspace import create_workspace

TEXT = "The two delegations met in Brenn on Wednesday and agreed to a ceasefire, the mediators said.\n"
GERMAN = "Die beiden Delegationen trafen sich am Mittwoch in Brenn und einigten sich auf eine Waffenruhe.\n"


def articles(*sources: str | Path, published: str | None = None) -> list[Article]:
    items = list(read_articles(sources, published=published))
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


def problem(*sources: str | Path, published: str | None = None) -> str:
    """Return the message for the one bad item among `sources`."""
    errors = [item for item in read_articles(sources, published=published) if isinstance(item, InputError)]
    assert len(errors) == 1
    assert "\n" not in str(errors[0])
    return str(errors[0])


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(path: Path, *rows: Mapping[str, object]) -> Path:
    return write(path, "".join(json.dumps(row) + "\n" for row in rows))


class TestForms:
    def test_text_is_kept_unchanged(self, tmp_path: Path) -> None:
        text = "  " + TEXT.replace("\n", "\r\n\r\n") + "“He went,” she said.\u2028 "
        (article,) = articles(write(tmp_path / "a.txt", text))
        assert article.text == text
        assert article.id == "a"
        assert article.sha256 == sha256(text.encode()).hexdigest()
        assert (article.title, article.url, article.publisher, article.published) == (None, None, None, None)

    def test_byte_order_mark_is_no_part_of_the_text(self, tmp_path: Path) -> None:
        (article,) = articles(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))
        assert article.text == TEXT

    def test_front_matter(self, tmp_path: Path) -> None:
        block = (
            "---\nid: w-7\ntitle: 'Truce: signed'\nurl: https://wire.example/7\npublisher: Wire\n"
            "published: 2025-07-22\ntags:\n  - war\n# note\n\nkind: invented\n---\n"
        )
        (article,) = articles(write(tmp_path / "a.md", block + TEXT))
        assert article.text == TEXT
        assert (article.id, article.title, article.url) == ("w-7", "Truce: signed", "https://wire.example/7")
        assert (article.publisher, article.published) == ("Wire", "2025-07-22")

    def test_a_rule_across_the_page_is_text(self, tmp_path: Path) -> None:
        text = f"---\n{TEXT}---\n{TEXT}"
        (article,) = articles(write(tmp_path / "a.md", text))
        assert article.text == text

    def test_json_lines(self, tmp_path: Path) -> None:
        rows: list[dict[str, object]] = [
            {"id": 7, "text": TEXT, "title": "A", "published": "2025-07-22T09:30:00Z", "url": None, "more": [1]},
            {"id": "8", "text": TEXT + "\u2028" + TEXT},
        ]
        first, second = articles(lines(tmp_path / "a.jsonl", *rows))
        assert (first.id, first.title, first.published) == ("7", "A", "2025-07-22T09:30:00Z")
        assert second.text == rows[1]["text"]

    def test_folder_is_read_in_order_and_ids_are_paths_in_it(self, tmp_path: Path) -> None:
        write(tmp_path / "b" / "one.md", TEXT + "b")
        write(tmp_path / "a" / "one.txt", TEXT + "a")
        write(tmp_path / "a" / ".hidden.txt", TEXT)
        write(tmp_path / "a" / "picture.png", b"\x89PNG\0")
        lines(tmp_path / "c.jsonl", {"id": "x", "text": TEXT})
        assert [article.id for article in articles(tmp_path)] == ["x", "a/one", "b/one"]

    def test_workspace_in_the_folder_is_no_article(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt", TEXT)
        create_workspace(tmp_path / "ws")
        assert [article.id for article in articles(tmp_path)] == ["a"]

    @pytest.mark.parametrize(
        ("data", "expected"),
        [(TEXT, "stdin"), (json.dumps({"id": "n1", "text": TEXT}), "n1"), (f"---\nid: n2\n---\n{TEXT}", "n2")],
        ids=["text", "json-lines", "front-matter"],
    )
    def test_standard_input(self, data: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode()))))
        (article,) = articles("-")
        assert (article.id, article.text) == (expected, TEXT)

    def test_default_date_is_only_for_articles_without_one(self, tmp_path: Path) -> None:
        path = lines(
            tmp_path / "a.jsonl",
            {"id": "1", "text": TEXT},
            {"id": "2", "text": TEXT + "2", "published": "2024-01-01"},
        )
        assert [article.published for article in articles(path, published="2025-07-22")] == ["2025-07-22", "2024-01-01"]


class TestBadInput:
    def test_the_rest_is_read(self, tmp_path: Path) -> None:
        good = lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT}, {"id": "2"}, {"id": "3", "text": TEXT + "3"})
        items = list(read_articles([tmp_path / "none.txt", good, write(tmp_path / "b.txt", TEXT + "b")]))
        assert [item.id if isinstance(item, Article) else "bad" for item in items] == ["bad", "1", "bad", "3", "b"]

    def test_missing(self, tmp_path: Path) -> None:
        path = tmp_path / "none.txt"
        assert problem(path) == f"{path}: no such file or folder; check the path"

    def test_missing_in_a_file_name(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", TEXT) / "b.txt"
        assert str(path) in problem(path)

    @pytest.mark.parametrize("content", ["", " \n\t\n", "---\ntitle: A\n---\n \n"])
    def test_empty(self, tmp_path: Path, content: str) -> None:
        path = write(tmp_path / "a.txt", content)
        assert problem(path) == f"{path}: the text is empty; leave the article out"

    def test_empty_json_lines(self, tmp_path: Path) -> None:
        assert "empty" in problem(write(tmp_path / "a.jsonl", "\n\n"))

    def test_folder_without_articles(self, tmp_path: Path) -> None:
        assert "no .txt, .md or .jsonl files here" in problem(tmp_path)

    @pytest.mark.parametrize("content", [b"\x7fELF\x02\0\0\0 code", b"PK\x03\x04\0\0"])
    def test_binary(self, tmp_path: Path, content: bytes) -> None:
        assert "binary data, not text" in problem(write(tmp_path / "a.txt", content))

    def test_nul_in_json(self, tmp_path: Path) -> None:
        assert "a.jsonl:1: binary data" in problem(lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT + "\0"}))

    def test_not_utf8(self, tmp_path: Path) -> None:
        message = problem(write(tmp_path / "a.txt", TEXT.encode() + "Ein Café".encode("cp1252")))
        assert "a.txt:2: not UTF-8 (byte 0xe9)" in message
        assert "iconv -f WINDOWS-1252" in message

    def test_utf16(self, tmp_path: Path) -> None:
        assert "iconv -f UTF-16" in problem(write(tmp_path / "a.txt", TEXT.encode("utf-16")))

    def test_one_line_not_utf8(self, tmp_path: Path) -> None:
        good = json.dumps({"id": "1", "text": TEXT}).encode() + b"\n"
        items = list(read_articles([write(tmp_path / "a.jsonl", b'{"id": "\xe9"}\n' + good)]))
        assert "a.jsonl:1: not UTF-8" in str(items[0])
        assert isinstance(items[1], Article)

    def test_twenty_megabytes(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", TEXT * (20_000_000 // len(TEXT)))
        message = problem(path)
        assert message.startswith(f"{path}: the text has at least 2,")
        assert "split it into articles" in message

    def test_twenty_megabytes_in_a_line(self, tmp_path: Path) -> None:
        huge = {"id": "1", "text": TEXT * (20_000_000 // len(TEXT))}
        items = list(read_articles([lines(tmp_path / "a.jsonl", huge, {"id": "2", "text": TEXT})]))
        assert "a.jsonl:1: the text has about " in str(items[0])
        assert isinstance(items[1], Article)

    def test_longest_text(self, tmp_path: Path) -> None:
        fits = (TEXT * (MAX_CHARACTERS // len(TEXT) + 1))[:MAX_CHARACTERS]
        assert len(articles(write(tmp_path / "a.txt", fits))[0].text) == MAX_CHARACTERS
        assert "500,001 characters" in problem(write(tmp_path / "b.txt", fits + "a"))

    @pytest.mark.parametrize("cut", [1, 20, 60, -3])
    def test_json_line_cut_in_half(self, tmp_path: Path, cut: int) -> None:
        line = json.dumps({"id": "1", "text": TEXT})
        message = problem(write(tmp_path / "a.jsonl", json.dumps({"id": "0", "text": TEXT + "0"}) + "\n" + line[:cut]))
        assert "a.jsonl:2: not JSON" in message
        assert "cut off; write it again whole" in message

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("The first article", "write one JSON object a line"),
            ("[1, 2]", "JSON, but no object"),
            ("[" * 100_000, "nested too deep"),
            ('{"id": 1' + "0" * 5000 + "}", "numbers too long"),
            ('{"text": "Words."}', "no 'id'"),
            ('{"id": "1"}', "no 'text'"),
            ('{"id": " ", "text": "Words."}', "the id is empty"),
            ('{"id": ["1"], "text": "Words."}', "'id' is ['1']; it should be a string"),
            ('{"id": "1", "text": 7}', "'text' is 7; it should be a string"),
            ('{"id": "1", "text": "A lone \\ud83d half"}', "half a surrogate pair"),
        ],
    )
    def test_json_that_is_no_article(self, tmp_path: Path, line: str, expected: str) -> None:
        message = problem(write(tmp_path / "a.jsonl", line + "\n"))
        assert "a.jsonl:1: " in message
        assert expected in message

    def test_same_id_other_text(self, tmp_path: Path) -> None:
        path = lines(tmp_path / "a.jsonl", {"id": "1", "text": TEXT}, {"id": "1", "text": TEXT + "2"})
        assert problem(path) == (f"{path}:2: id '1' is also that of {path}:1, with another text; give each its own id")

    def test_same_article_twice(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", TEXT)
        assert problem(path, path) == f"{path}: the same article as {path}; leave one out"

    def test_same_url(self, tmp_path: Path) -> None:
        rows = [{"id": name, "text": TEXT + name, "url": "https://wire.example/1"} for name in "ab"]
        assert "a.jsonl:2: the url is also that of" in problem(lines(tmp_path / "a.jsonl", *rows))

    def test_another_language(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", GERMAN)
        assert problem(path) == (
            f"{path}: the text is in another language (de); kg reads English, so leave it out or translate it"
        )

    def test_language_that_is_said(self, tmp_path: Path) -> None:
        path = lines(
            tmp_path / "a.jsonl",
            {"id": "1", "text": TEXT, "language": "uk"},
            {"id": "2", "text": TEXT, "language": "en-GB"},
        )
        assert "its language is 'uk'" in problem(path)

    @pytest.mark.parametrize("date", ["2025-02-30", "22 July 2025", "yesterday", "2025", "2025-07-22Tnoon", "20250722"])
    def test_date_that_is_none(self, tmp_path: Path, date: str) -> None:
        path = write(tmp_path / "a.md", f"---\npublished: {date}\n---\n{TEXT}")
        assert problem(path) == f"{path}: published {date!r} is no date; write it as 2025-07-22, or leave it out"

    def test_default_date_that_is_none(self) -> None:
        with pytest.raises(ConfigError, match="'soon' is no date"):
            read_articles([], published="soon")

    def test_front_matter_without_end(self, tmp_path: Path) -> None:
        assert "a.md:1: the front matter does not end" in problem(
            write(tmp_path / "a.md", f"---\ntitle: A\n\n# {TEXT}")
        )

    def test_front_matter_with_a_stray_line(self, tmp_path: Path) -> None:
        assert "a.md:3: not 'key: value'" in problem(write(tmp_path / "a.md", f"---\ntitle: A\nB C\n---\n{TEXT}"))

    def test_front_matter_value_over_lines(self, tmp_path: Path) -> None:
        message = problem(write(tmp_path / "a.md", f"---\ntitle: >\n  A\n---\n{TEXT}"))
        assert "a.md:2: a value over several lines" in message

    @pytest.mark.parametrize("name", ["a.html", "a.json", "a.csv"])
    def test_other_forms(self, tmp_path: Path, name: str) -> None:
        assert "no form kg reads; convert it" in problem(write(tmp_path / name, TEXT))


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for _, values in read_json_lines(io.BytesIO(data), "a.jsonl"):
        assert isinstance(values, dict | InputError)
