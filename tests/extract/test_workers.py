"""Reading in several processes: the same records in the same order, and clear words when one of them ends."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from spacy.language import Language

import kg.extract.extractor
from kg.config import DEFAULT_MODEL
from kg.errors import InputError, KgError, ModelError
from kg.extract.extractor import Extractor
from kg.extract.reading import read
from kg.extract.workers import BATCH, WORTH_A_PROCESS, _Worker, extract_lines
from kg.records import Article, Extraction
from kg.records.exchange import from_json


def articles(number: int) -> Iterator[Article]:
    for n in range(number):
        text = f"The minister arrived in Paris on Monday. He met {n + 2} envoys.\u2028“We talked,” he said.\n"
        yield Article(id=f"a{n}", text=text, sha256=sha256(text.encode()).hexdigest(), published="2024-03-14")


@pytest.fixture
def extractor(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Extractor:
    monkeypatch.setattr(kg.extract.extractor, "build_pipeline", lambda _: nlp)
    return Extractor()


def test_two_workers_give_what_one_gives_in_input_order(extractor: Extractor) -> None:
    some = list(articles(2 * WORTH_A_PROCESS + BATCH + 1))
    read = list(extract_lines(some, model=DEFAULT_MODEL, workers=2))
    assert [article for article, _ in read] == some
    assert [line for _, line in read] == extractor.lines(some)


@pytest.mark.usefixtures("extractor")
def test_few_articles_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.workers._Worker", None)
    some = list(articles(2 * WORTH_A_PROCESS - 1))
    read = extract_lines(some, model=DEFAULT_MODEL, workers=2)
    assert [from_json(line).article for _, line in read if isinstance(line, str)] == some


def test_nothing_to_read_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.extract.extractor, "build_pipeline", None)
    assert list(extract_lines([], model=DEFAULT_MODEL, workers=2)) == []


def test_rule_that_fails_costs_only_its_article(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    original = read

    def fails_on_one(doc: object, article: Article, **names: str) -> Extraction:
        if article.id == "a2":
            raise IndexError("list index out of range")
        return original(doc, article, **names)  # type: ignore[arg-type]

    monkeypatch.setattr(kg.extract.extractor, "read", fails_on_one)
    answers = extractor.lines(list(articles(4)))
    assert [isinstance(answer, InputError) for answer in answers] == [False, False, True, False]
    assert str(answers[2]).startswith("a2: a rule failed on it (IndexError: list index out of range, test_workers.py:")


def test_missing_model_in_a_worker() -> None:
    with _Worker("en_core_web_none") as worker, pytest.raises(ModelError, match="'en_core_web_none' is not installed"):
        list(worker.read(tuple(articles(2))))


def test_killed_worker() -> None:
    with _Worker(DEFAULT_MODEL) as worker:
        worker.kill()
        with pytest.raises(KgError, match=r"a reading process was killed \(signal 9\)"):
            list(worker.read(tuple(articles(2))))
