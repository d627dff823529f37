"""The sample articles keep what `data/README.md` promises."""

import re
from pathlib import Path
from typing import get_args
from urllib.parse import urlparse

import pytest

from kg.articles import read_articles
from kg.evaluation import load_corpus
from kg.records import Article, Extraction
from kg.records.model import CountKind, Modality, ParticipantRole, Polarity, Status, TimexType
from kg.vocabulary import ENTITY_CLASSES, EVENT_CLASSES, ROLE_CATEGORIES

DATA = Path(__file__).parents[1] / "data"
FILES = sorted((DATA / "articles").glob("*.md"))
OUTLETS = {
    "Brenik Courier",
    "Calvora Times",
    "Civil Record",
    "Kelmar Telegraph Agency",
    "Lethuria Press Bureau",
    "Meridian Wire",
    "Port Anselm Gazette",
}


def front_matter(path: Path) -> dict[str, str]:
    block = path.read_text(encoding="utf-8").split("---\n")[1]
    return dict(line.split(": ", maxsplit=1) for line in block.splitlines())


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {article.id: article for article in read_articles([DATA / "articles"]) if isinstance(article, Article)}


@pytest.fixture(scope="module")
def corpus() -> tuple[Extraction, ...]:
    return load_corpus(DATA / "articles", DATA / "expected")


def test_every_file_is_an_article_that_kg_reads(articles: dict[str, Article]) -> None:
    assert sorted(articles) == [path.stem for path in FILES]


def test_half_are_on_real_events_and_half_on_the_invented_war() -> None:
    kinds = [front_matter(path)["kind"] for path in FILES]
    assert len(kinds) >= 24
    assert kinds.count("real") >= 12
    assert kinds.count("invented") >= 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_article_has_the_length_and_front_matter_of_its_kind(path: Path, articles: dict[str, Article]) -> None:
    values = front_matter(path)
    assert 250 <= len(articles[path.stem].text.split()) <= 900
    assert values["about"]
    if values["kind"] == "real":
        assert values["publisher"] == "kg sample desk"
        assert "url" not in values
    else:
        assert values["publisher"] in OUTLETS
        host = urlparse(values["url"]).hostname or ""
        assert host.endswith((".example.org", ".example.net"))


@pytest.mark.parametrize(
    "path", [path for path in FILES if front_matter(path)["kind"] == "real"], ids=lambda path: path.stem
)
def test_no_words_are_put_into_a_real_mouth(path: Path, articles: dict[str, Article]) -> None:
    assert not re.search('[“”"]', articles[path.stem].text)


def test_the_invented_outlets_all_speak() -> None:
    assert {front_matter(path)["publisher"] for path in FILES} == OUTLETS | {"kg sample desk"}


def test_a_revision_has_name_and_address_of_an_article_and_another_text(articles: dict[str, Article]) -> None:
    revisions = [article for article in read_articles([DATA / "revisions"]) if isinstance(article, Article)]
    assert revisions
    for revision in revisions:
        assert revision.url == articles[revision.id].url
        assert revision.sha256 != articles[revision.id].sha256


def test_every_article_has_expected_facts(corpus: tuple[Extraction, ...]) -> None:
    assert [facts.article.id for facts in corpus] == [path.stem for path in FILES]
    for facts in corpus:
        assert facts.entities, facts.article.id
        assert facts.dates, facts.article.id
        assert facts.roles, facts.article.id
        assert facts.events, facts.article.id


def test_the_invented_war_has_statements_in_every_article(corpus: tuple[Extraction, ...]) -> None:
    told = [facts for facts in corpus if facts.article.id.startswith("sarvenia-")]
    assert all(len(facts.statements) >= 5 for facts in told)
    assert sum(statement.direct for facts in told for statement in facts.statements) >= 20


def test_expected_facts_use_the_ontologys_names(corpus: tuple[Extraction, ...]) -> None:
    for facts in corpus:
        assert {entity.type for entity in facts.entities} <= set(ENTITY_CLASSES), facts.article.id
        assert {event.type for event in facts.events} <= set(EVENT_CLASSES), facts.article.id
        assert {role.category for role in facts.roles} <= set(ROLE_CATEGORIES), facts.article.id


def test_expected_facts_use_the_records_values(corpus: tuple[Extraction, ...]) -> None:
    for facts in corpus:
        assert {timex.type for timex in facts.dates} <= set(get_args(TimexType)), facts.article.id
        assert {role.status for role in facts.roles} <= set(get_args(Status)), facts.article.id
        for event in facts.events:
            assert event.modality in get_args(Modality), facts.article.id
            assert event.polarity in get_args(Polarity), facts.article.id
            assert {party.role for party in event.participants} <= set(get_args(ParticipantRole)), facts.article.id
            assert {count.kind for count in event.counts} <= set(get_args(CountKind)), facts.article.id


def test_no_event_is_dated_by_a_length_of_time(corpus: tuple[Extraction, ...]) -> None:
    for facts in corpus:
        dated = {event.date for event in facts.events}
        assert not [timex for timex in facts.dates if timex.id in dated and timex.type in {"DURATION", "SET"}]
