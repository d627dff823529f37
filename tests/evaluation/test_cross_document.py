"""What a reader of all articles knows: how it is read, how answers are scored by it, and the floors kg stands on."""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RecordError
from kg.evaluation import (
    CROSS_FLOORS,
    CrossDocument,
    Score,
    Table,
    cross_digest,
    evaluate_across,
    load_corpus,
    load_cross_document,
    outlook,
    read_floors,
    shortfalls,
)
from kg.evaluation.cross_document import compare_across
from kg.evaluation.cross_expected import ExpectedToll, Told, Words
from kg.evaluation.cross_match import match, meets
from kg.extract.extractor import Extractor
from kg.records import Extraction
from kg.resolve import Contradiction, Happening, Resolution, Toll, article_key, fact_names, resolve

DATA = Path(__file__).parents[2] / "data"
FILE = DATA / "expected" / "cross-document.json"


@pytest.fixture(scope="module")
def corpus() -> tuple[Extraction, ...]:
    return load_corpus(DATA / "articles", DATA / "expected")


@pytest.fixture(scope="module")
def facts(corpus: tuple[Extraction, ...]) -> CrossDocument:
    return load_cross_document(FILE, corpus)


@pytest.fixture(scope="module")
def perfect(corpus: tuple[Extraction, ...], facts: CrossDocument) -> Resolution:
    """The resolution of someone who knows the answers."""
    matched = match(corpus, corpus, resolve(corpus))
    reports = {
        Told(one.article.id, event.id): fact_names(one)[event.id].removeprefix("event-")
        for one in corpus
        for event in one.events
    }
    told: dict[str, list[Told]] = defaultdict(list)
    for one, name in facts.happenings.items():
        told[name].append(one)

    def claims(toll: ExpectedToll) -> tuple[str, ...]:
        events = {reports[one] for one in told[toll.happening]}
        return tuple(
            name
            for name, figure in matched.figures.items()
            if figure.event in events
            and any(meets(figure.at, words) for claim in toll.claims for words in claim.printed)
        )

    def named(side: Iterable[Words]) -> str:
        wanted = tuple(side)
        return next(
            name
            for name, places in matched.places.items()
            if any(meets(place, words) for place in places for words in wanted)
        )

    happenings = [
        happening(
            name,
            tuple(reports[one] for one in members),
            articles=len({one.article for one in members}),
            sources=facts.sources.get(name, 1),
            tolls=tuple(known(toll, claims(toll)) for toll in facts.tolls if toll.happening == name),
        )
        for name, members in told.items()
    ]
    happenings[0] = replace(
        happenings[0],
        contradictions=tuple(
            Contradiction(matter=one.matter, one=named(one.one), other=named(one.other), reason="")
            for one in facts.contradictions
        ),
    )
    keys: dict[str, dict[str, str]] = defaultdict(dict)
    for read in corpus:
        for entity in read.entities:
            keys[article_key(read.article)][entity.id] = facts.entities[Told(read.article.id, entity.id)]
    return Resolution(keys=keys, entities=(), happenings=tuple(happenings), copies=())


def happening(
    key: str, reports: tuple[str, ...], *, articles: int, sources: int, tolls: tuple[Toll, ...] = ()
) -> Happening:
    return Happening(
        key=key,
        type="Attack",
        reports=reports,
        parties=(),
        places=(),
        when=None,
        modality="actual",
        polarity="positive",
        sources=tuple(f"outlet {number}" for number in range(sources)),
        articles=articles,
        circular=False,
        tolls=tolls,
        contradictions=(),
        joins=(),
    )


def known(toll: ExpectedToll, claims: tuple[str, ...]) -> Toll:
    return Toll(
        kind=toll.kind,
        of=None,
        low=toll.low,
        best=toll.low if toll.best is None else toll.best,
        high=toll.high,
        low_claim="",
        best_claim="",
        high_claim="",
        claims=claims,
        by_attacker=(),
        by_attacked=(),
    )


def scores(facts: CrossDocument, corpus: tuple[Extraction, ...], resolution: Resolution) -> dict[str, Score]:
    return {score.kind: score for score in compare_across(facts, corpus, corpus, resolution)}


def test_who_knows_all_scores_one_in_everything(
    facts: CrossDocument, corpus: tuple[Extraction, ...], perfect: Resolution
) -> None:
    found = scores(facts, corpus, perfect)
    assert {kind: (score.precision, score.recall) for kind, score in found.items() if score.f1 < 0.999} == {}
    assert all(score.expected for score in found.values())


def test_a_wrong_merge_costs_precision_and_is_told(
    facts: CrossDocument, corpus: tuple[Extraction, ...], perfect: Resolution
) -> None:
    def merged(name: str) -> str:
        return "Anna Velk" if name == "Tomas Velk" else name

    keys = {article: {one: merged(name) for one, name in those.items()} for article, those in perfect.keys.items()}
    found = scores(facts, corpus, replace(perfect, keys=keys))
    assert found["entities: joined pairs"].recall == 1
    # Two of the three articles that name the one name the other too: 3 * 4 pairs, less 2 within one article.
    assert found["entities: joined pairs"].predicted - found["entities: joined pairs"].right == 10
    assert found["entities: right joins"].f1 < 1
    assert found["entities: B³"].precision < 1
    assert found["entities: B³"].recall == 1
    assert "entities: 10 of" in outlook(Table(scores=tuple(found.values()), articles=()))


def test_what_stays_apart_costs_recall(
    facts: CrossDocument, corpus: tuple[Extraction, ...], perfect: Resolution
) -> None:
    apart = tuple(
        happening(f"{one.key} {report}", (report,), articles=1, sources=1)
        for one in perfect.happenings
        for report in one.reports
    )
    found = scores(facts, corpus, replace(perfect, happenings=apart))
    assert found["events: joined pairs"].found == 0
    assert found["events: B³"].precision == 1
    assert found["events: B³"].recall < 1
    assert found["claims"].found == found["tolls: low"].found == found["contradictions"].found == 0
    assert found["independence: articles"].found == 0


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    source: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    change(source)
    return source


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda source: source.pop("entities"), "key 'entities' is missing"),
        (lambda source: source["entities"][0].update(nam="x"), "entities, 'Anna Velk': unknown key 'nam'"),
        (lambda source: source["entities"][0].update({"as": {"anna-velk": "01"}}), "has no entity 'anna-velk'"),
        (lambda source: source["entities"][0].update({"as": {"anna-velk": "99"}}), "'99' is not listed under articles"),
        (
            lambda source: source["entities"].append(source["entities"][0]),
            "is listed under 'Anna Velk' and 'Anna Velk'",
        ),
        (lambda source: source["happenings"][0]["told"].update({"01": ["market"]}), "'market'"),
        (lambda source: source["happenings"][0]["told"].update({"01": ["craters"]}), "no event with the trigger"),
        (lambda source: source["happenings"][0]["tolls"][0].update(kind="kild"), "kind 'kild'"),
        (lambda source: source["contradictions"][0].update(matter="figures"), "matter 'figures'"),
        (lambda source: source["contradictions"][0].update(one={"02": ["18"]}), "'18' does not occur"),
        (lambda source: source["articles"].pop("yemen"), "'yemen-2022-presidential-council' has no short name"),
        (lambda source: source["articles"].update(oslo="oslo-1993"), "no expected facts of 'oslo-1993'"),
    ],
)
def test_a_slip_of_the_pen_is_refused_with_the_place_of_it(
    tmp_path: Path, corpus: tuple[Extraction, ...], change: Callable[[dict[str, Any]], object], problem: str
) -> None:
    path = tmp_path / "cross-document.json"
    path.write_text(json.dumps(changed(change)), encoding="utf-8")
    with pytest.raises(RecordError, match=r"cross-document\.json") as caught:
        load_cross_document(path, corpus)
    assert problem in str(caught.value)


def test_a_missing_or_broken_file_is_refused(tmp_path: Path, corpus: tuple[Extraction, ...]) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        load_cross_document(tmp_path / "none.json", corpus)
    (tmp_path / "half.json").write_text('{"articles": ', encoding="utf-8")
    with pytest.raises(RecordError, match=r"half\.json:1: not JSON"):
        load_cross_document(tmp_path / "half.json", corpus)


def test_the_digest_changes_with_the_file(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    articles, expected = tmp_path / "data" / "articles", tmp_path / "data" / "expected"
    before = cross_digest(articles, expected)
    assert before == cross_digest(DATA / "articles", DATA / "expected")
    (expected / FILE.name).write_text("{}", encoding="utf-8")
    assert cross_digest(articles, expected) != before


def test_resolution_stands_on_its_floors() -> None:
    articles, expected = DATA / "articles", DATA / "expected"
    table = evaluate_across(articles, expected, Extractor())
    floors = read_floors(expected / CROSS_FLOORS)
    assert shortfalls(table, floors, corpus=cross_digest(articles, expected)) == ()
