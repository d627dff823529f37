"""The floors: how they are kept, and that extraction stands on them."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.errors import InputError, RecordError
from kg.evaluation import Score, Table, digest, evaluate, load_corpus, read_floors, render, shortfalls, write_floors
from kg.evaluation.__main__ import main
from kg.extract.extractor import Extractor
from kg.records import Article, Extraction

DATA = Path(__file__).parents[2] / "data"
TABLE = Table(
    scores=(
        Score.of("dates", 3, expected=4, predicted=4),
        Score.of("roles", 2, expected=3, predicted=3),
    ),
    articles=(),
)


class Perfect:
    """An extractor that knows the answers."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        known = {facts.article.id: facts for facts in load_corpus(DATA / "articles", DATA / "expected")}
        return (known[article.id] for article in articles)


def test_floors_are_what_is_reached_rounded_down(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.json", TABLE, corpus="abc", reason="first")
    floors = read_floors(tmp_path / "floors.json")
    assert floors.f1 == {"dates": 0.75, "roles": 0.66}
    assert (floors.corpus, floors.reason) == ("abc", "first")
    assert shortfalls(TABLE, floors, corpus="abc") == ()


def test_a_score_below_its_floor_a_new_kind_and_another_corpus_are_told(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.json", TABLE, corpus="abc", reason="first")
    floors = read_floors(tmp_path / "floors.json")
    worse = Table(
        scores=(Score.of("dates", 2, expected=4, predicted=4), Score.of("events", 1, expected=1, predicted=1)),
        articles=(),
    )
    below, missing = shortfalls(worse, floors, corpus="abc")
    assert below == "dates: F1 0.500 is below the floor 0.75"
    assert missing.startswith("events: no floor")
    assert "have changed" in shortfalls(TABLE, floors, corpus="xyz")[0]


@pytest.mark.parametrize("text", ["", "[]", '{"corpus": "abc"}'])
def test_a_broken_floors_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match="--write-floors"):
        read_floors(tmp_path / "floors.json")


def test_a_missing_floors_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="--write-floors"):
        read_floors(tmp_path / "floors.json")


def test_the_digest_changes_with_every_file_but_the_floors(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    articles, expected = tmp_path / "data" / "articles", tmp_path / "data" / "expected"
    before = digest(articles, expected)
    assert before == digest(DATA / "articles", DATA / "expected")
    (expected / "floors.json").write_text("{}", encoding="utf-8")
    assert digest(articles, expected) == before
    article = next(iter(sorted(articles.glob("*.md"))))
    article.write_text(article.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assert digest(articles, expected) != before


def test_expected_facts_without_an_article_are_refused(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "expected" / "orphan.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match=r"orphan\.json"):
        load_corpus(tmp_path / "data" / "articles", tmp_path / "data" / "expected")


def test_a_perfect_extractor_scores_one_on_the_corpus() -> None:
    table = evaluate(DATA / "articles", DATA / "expected", Perfect())
    assert {score.f1 for score in table.scores} == {1.0}
    assert len(table.articles) >= 24
    lines = render(table, by_article=True).splitlines()
    assert sum(line.startswith("dates: found") for line in lines) == 1
    assert sum(line.startswith("syria-2024-fall-of-damascus") for line in lines) == 1


def test_the_command_prints_the_expected_facts_as_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(DATA), "--expected-records"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == len(list((DATA / "articles").glob("*.md")))
    assert all(record["text"][slice(*event["trigger"])] for record in records for event in record["events"])


def test_floors_are_not_written_without_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "--write-floors"]) == 1
    assert "--reason" in capsys.readouterr().err


def test_the_command_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "--expected-records"]) == 1
    assert str(tmp_path) in capsys.readouterr().err


def test_extraction_stands_on_its_floors() -> None:
    articles, expected = DATA / "articles", DATA / "expected"
    table = evaluate(articles, expected, Extractor())
    floors = read_floors(expected / "floors.json")
    assert shortfalls(table, floors, corpus=digest(articles, expected)) == ()
