"""What the first page says, gathered from the small graph of the named queries and from happenings made up here."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.analysis import Evidence, Occurrence
from kg.analysis import overview as analysis
from kg.analysis.overview import MOST, Overview, overview
from kg.store import Store, memory_store

ID = "https://w3id.org/conflict-kg/id/"


@pytest.fixture(scope="module")
def store() -> Store:
    store = memory_store()
    store.load(ox.parse(path=Path(__file__).parents[1] / "queries" / "small.trig"))
    return store


@pytest.fixture(scope="module")
def found(store: Store) -> Overview:
    return overview(store)


def plan(number: int, **others: object) -> Occurrence:
    day = (date(2031, 4, 1) + timedelta(days=number)).isoformat()
    said = Evidence(
        text=f"Sentence {number}.",
        confidence=0.9,
        article="https://example.org/a1",
        headline="",
        publisher="",
        published=f"2031-03-{number % 28 + 1:02}",
        url="",
    )
    made = Occurrence(
        iri=f"https://example.org/h{number}",
        type="Talks",
        earliest=day,
        latest=day,
        modality="planned",
        polarity="positive",
        parties=(),
        spots=(),
        evidence=(said,),
    )
    return replace(made, **others)  # type: ignore[arg-type]  # fields by name


def of(events: list[Occurrence], store: Store, monkeypatch: pytest.MonkeyPatch) -> Overview:
    """Return the overview of `store` as if `events` were its happenings."""
    monkeypatch.setattr(analysis, "happenings", lambda _: tuple(events))
    return overview(store)


def test_the_newest_article_is_today(found: Overview) -> None:
    assert found.newest == "2031-05-01"
    assert [article.headline for article in found.articles] == [
        "Council loses its chair",
        "Five dead in Brenn",
        "Shells fall on Brenn",
    ]
    assert [article.facts for article in found.articles] == [3, 2, 4]


def test_articles_are_counted_by_publisher_and_month(found: Overview) -> None:
    assert found.publishers == [("Example Wire", 2), ("Second Agency", 1)]
    assert found.years == [("2031-04", 2), ("2031-05", 1)]


def test_things_come_by_how_many_articles_name_them(found: Overview) -> None:
    assert [(thing.name, thing.articles, thing.events) for thing in found.things[:3]] == [
        ("Velmora", 3, 4),
        ("Ostrava", 2, 4),
        ("Brenn", 2, 1),
    ]
    solen = next(thing for thing in found.things if thing.name == "Mira Solen")
    assert (solen.kind, solen.aliases, solen.events) == ("person", "Solen, the chair", 0)
    assert found.kinds == {"organization": 1, "person": 2, "place": 4}


def test_the_busiest_act_in_what_is_not_denied(found: Overview) -> None:
    assert [(thing.name, thing.events) for thing in found.busiest] == [("Velmora", 3), ("Ostrava", 3)]


def test_latest_events_are_the_newest_first_with_whose_word_they_are(found: Overview) -> None:
    assert [(report.happening.type, report.according) for report in found.latest] == [
        ("Airstrike", ()),
        ("Shelling", ("Security Council",)),
    ]


def test_a_plan_whose_day_is_over_is_no_coming_event(found: Overview) -> None:
    assert found.coming == ()
    assert [report.happening.type for report in found.plans] == ["Talks"]


def test_what_cannot_both_be_right_is_there_with_both_sentences(found: Overview) -> None:
    (dispute,) = found.disputes
    assert (dispute.matter, dispute.reason) == ("count", "killed: 4 or 5")
    assert {dispute.one.partition(" ")[0], dispute.other.partition(" ")[0]} == {"Ostrava", "Ostravan"}


def test_figures_say_when_and_where(found: Overview) -> None:
    (figure,) = found.figures
    assert (figure.happening, figure.day, figure.places) == (ID + "happening-1", "2031-04-01", "Brenn")
    assert (figure.kind, figure.low, figure.best, figure.high) == ("killed", 4, 4, 5)


def test_what_comes_is_dated_and_not_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [
        plan(29),
        plan(30),
        plan(31),
        plan(32, earliest="", latest=""),
        plan(33, modality="demanded"),
        plan(34, polarity="negative"),
        plan(35, evidence=(replace(plan(35).evidence[0], confidence=0.4),)),
    ]
    found = of(events, store, monkeypatch)
    assert [report.happening.iri[-2:] for report in found.coming] == ["30", "31"]
    assert {report.happening.iri[-2:] for report in found.plans} == {"29", "32"}


def test_of_plans_in_one_sentence_one_is_shown(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = plan(1)
    found = of([first, plan(2, evidence=first.evidence), plan(3)], store, monkeypatch)
    assert [report.happening.iri[-1] for report in found.plans] == ["3", "1"]


def test_many_plans_are_gone_through_without_comparing_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(one: Occurrence, _: object) -> bool:
        message = f"{one.iri} was compared: for thousands of plans that takes minutes"
        raise AssertionError(message)

    monkeypatch.setattr(Occurrence, "__eq__", compared)
    found = of([plan(number) for number in range(100)], store, monkeypatch)
    assert len(found.coming) == MOST
    assert len(found.plans) == MOST // 2


def test_an_empty_graph_has_an_overview() -> None:
    found = overview(memory_store())
    assert (found.newest, found.things, found.latest, found.years) == ("", (), (), [])
