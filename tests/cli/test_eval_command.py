"""`kg eval --cross-document`: its table, and its exit status below a floor."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import make_app
from kg.evaluation import CROSS_FLOORS, cross_digest

DATA = Path(__file__).parents[2] / "data"
ARTICLES = {"14": "sarvenia-14-prisoner-exchange-meridian", "15": "sarvenia-15-correction-meridian"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two of our articles, with little expected across them."""
    for folder, ending in (("articles", "md"), ("expected", "json")):
        (tmp_path / folder).mkdir()
        for name in ARTICLES.values():
            shutil.copy(DATA / folder / f"{name}.{ending}", tmp_path / folder)
    across = {
        "articles": ARTICLES,
        "entities": [{"name": "Aurel Danske", "as": {"danske": "14 15"}}],
        "happenings": [],
        "contradictions": [],
    }
    (tmp_path / "expected" / "cross-document.json").write_text(json.dumps(across), encoding="utf-8")
    return tmp_path


def test_a_score_below_its_floor_is_told_and_is_the_exit_status(data: Path) -> None:
    def run() -> tuple[int, str, str]:
        result = CliRunner().invoke(make_app(["eval"]), ["eval", "--cross-document", "--data", str(data)])
        return result.exit_code, result.stdout, result.stderr

    floors = data / "expected" / CROSS_FLOORS
    corpus = cross_digest(data / "articles", data / "expected")
    floors.write_text(json.dumps({"corpus": corpus, "reason": "test", "f1": {}}), encoding="utf-8")
    status, table, told = run()
    ending = ": no floor; set the floors anew"
    kinds = [line.removeprefix("kg: ").removesuffix(ending) for line in told.splitlines()]
    assert status == 1
    assert all(any(line.startswith(kind) for line in table.splitlines()) for kind in kinds)
    assert "joins across articles are wrong" in table
    f1 = dict.fromkeys(kinds, 0.0)
    for least, expected in ((0.0, 0), (1.01, 1)):
        f1["entities: B³"] = least
        floors.write_text(json.dumps({"corpus": corpus, "reason": "test", "f1": f1}), encoding="utf-8")
        status, _, told = run()
        assert status == expected
        assert ("entities: B³" in told) == bool(expected)
