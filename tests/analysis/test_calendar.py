"""What the pages along time and space are made of, gathered from the small graph of the named queries."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.analysis import Holding, Occurrence, Spot, areas, happenings, tenures
from kg.analysis.calendar import days
from kg.store import Store, memory_store

ID = "https://w3id.org/conflict-kg/id/"


@pytest.fixture(scope="module")
def store() -> Store:
    store = memory_store()
    store.load(ox.parse(path=Path(__file__).parents[1] / "queries" / "small.trig"))
    return store


def named(found: tuple[Occurrence, ...], type_: str) -> Occurrence:
    return next(one for one in found if one.type == type_)


def test_happenings_come_by_date_and_those_without_one_last(store: Store) -> None:
    assert [(one.type, one.earliest) for one in happenings(store)] == [
        ("Shelling", "2031-04-01"),
        ("Talks", "2031-04-05"),
        ("Airstrike", "2031-04-29"),
        ("Ceasefire", ""),
    ]


def test_a_happening_has_parties_places_and_the_sentences_of_all_its_reports(store: Store) -> None:
    shelling = named(happenings(store), "Shelling")
    assert [(party.role, party.name) for party in shelling.parties] == [
        ("actor", "Ostrava"),
        ("instrument", "howitzer"),
        ("target", "Velmora"),
    ]
    assert shelling.spots == (Spot(iri=ID + "place-brenn", name="Brenn"),)
    assert [item.confidence for item in shelling.evidence] == [0.9, 0.8]
    assert shelling.confidence == 0.9


def test_planned_and_denied_are_kept_apart(store: Store) -> None:
    found = happenings(store)
    assert (named(found, "Talks").modality, named(found, "Talks").polarity) == ("planned", "positive")
    assert (named(found, "Ceasefire").modality, named(found, "Ceasefire").polarity) == ("actual", "negative")


def test_a_site_says_how_a_happening_lay_to_the_place(store: Store) -> None:
    assert named(happenings(store), "Airstrike").spots == (
        Spot(iri=ID + "place-tarn", name="Tarn", relation="northOf"),
    )


def test_a_tenure_is_sure_between_reports_and_possible_beyond(store: Store) -> None:
    (held,) = tenures(store)
    assert isinstance(held, Holding)
    assert (held.name, held.title, held.body) == ("Mira Solen", "chair", "Security Council")
    assert (held.earliest, held.first, held.last, held.latest) == (
        *("2030-11-01", "2031-04-02", "2031-04-03", "2031-05-01"),
    )
    assert len(held.evidence) == 2


def test_areas_have_coordinates_only_with_a_precision(store: Store) -> None:
    assert [(area.name, area.within, area.longitude, area.precision) for area in areas(store)] == [
        ("Brenn", "Velmora", 35.25, "city"),
        ("Kall", "", None, ""),
        ("Tarn", "Ostrava", None, ""),
    ]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-07-23", "2025-07-23", "2025-07-23"),
        ("2024-02~", "2024-02-01", "2024-02-29"),
        ("2025-34", "2025-01-01", "2025-12-31"),
        ("2025-07/..", "2025-07-01", "2025-07-31"),
        ("../2025-07-03", "2025-07-03", "2025-07-03"),
        ("", "", ""),
    ],
)
def test_days_that_a_date_can_mean(edtf: str, first: str, last: str) -> None:
    assert days(edtf) == (first, last)
