"""Whose count of the dead is lowest, best and highest, and which counts contradict each other."""

from dataclasses import replace

import pytest

from kg.records import Article, Count, Entity, Extraction
from kg.records.model import CountedGroup, Modality, ParticipantRole
from kg.resolve import Happening, resolve
from tests.resolve.test_happenings import ENTITIES, event

PEOPLE = (Entity(id="doctor", type="Person", name="Mira Solen"),)


def count(low: int, high: int | None = None, *, of: CountedGroup | None = None, partial: bool = False) -> Count:
    return Count(kind="killed", min=low, max=high, start=low, end=low + 1, of=of, partial=partial)


def told(
    number: int,
    *counts: Count,
    outlet: str | None = None,
    speaker: str | None = None,
    modality: Modality = "actual",
    parties: tuple[tuple[ParticipantRole, str], ...] = (("actor", "ostrava"), ("victim", "velmora")),
) -> Extraction:
    about = Article(
        id=f"a{number}", text="", sha256=f"{number:064x}", published=f"2031-04-{10 + number}", publisher=outlet
    )
    one = replace(event("Killing", *parties), counts=counts, source=speaker, modality=modality)
    return Extraction(article=about, entities=(*ENTITIES, *PEOPLE), events=(one,))


def only(*articles: Extraction) -> Happening:
    (happening,) = resolve(articles).happenings
    return happening


def figures(*articles: Extraction) -> tuple[int, int, int]:
    (toll,) = only(*articles).tolls
    return toll.low, toll.best, toll.high


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([told(1, count(12, 12))], (12, 12, 12)),
        ([told(1, count(12))], (12, 12, 12)),
        ([told(1, count(20, 30))], (20, 20, 30)),
        ([told(1, count(9, 9)), told(2, count(14, 14)), told(3, count(17, 17))], (9, 17, 17)),
        ([told(1, count(14, 14)), told(2, count(9, 9)), told(3, count(14, 14))], (9, 14, 14)),
        ([told(1, count(14, 14), speaker="doctor"), told(2, count(17, 17), speaker="velmora")], (14, 14, 17)),
    ],
    ids=["exact", "at-least", "range", "latest", "most-agreed", "no-party"],
)
def test_low_best_and_high(articles: list[Extraction], expected: tuple[int, int, int]) -> None:
    assert figures(*articles) == expected


def test_one_outlet_counts_once_however_often_it_prints() -> None:
    wire = [told(number, count(9, 9), outlet="Wire") for number in (1, 2)]
    assert figures(*wire, told(3, count(14, 14), outlet="Gazette")) == (9, 14, 14)


def test_what_an_outlet_says_at_last_counts() -> None:
    assert figures(told(1, count(9, 9), outlet="Wire"), told(2, count(14, 14), outlet="Wire")) == (14, 14, 14)


def test_children_are_counted_apart_and_parts_are_no_claims() -> None:
    (all_, children) = only(told(1, count(5, 5), count(2, 2, of="children"), count(1, 1, partial=True))).tolls
    assert (all_.of, all_.best, len(all_.claims)) == (None, 5, 1)
    assert (children.of, children.best) == ("children", 2)


def test_losses_that_a_side_claims_of_the_other_are_told_from_its_own() -> None:
    (toll,) = only(told(1, count(500), speaker="ostrava"), told(2, count(40), speaker="velmora")).tolls
    assert len(toll.by_attacker) == len(toll.by_attacked) == 1
    assert toll.by_attacker != toll.by_attacked


def test_no_figures_no_toll() -> None:
    assert only(told(1)).tolls == ()


def test_what_is_only_planned_is_no_claim() -> None:
    assert only(told(1, count(9, 9), modality="threatened")).tolls == ()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (count(9, 9), count(14, 14), "killed: 9 or 14"),
        (count(9, 12), count(14), "killed: 9 to 12 or at least 14"),
    ],
)
def test_claims_that_no_number_fits_contradict_each_other(one: Count, other: Count, reason: str) -> None:
    (found,) = only(told(1, one), told(2, other)).contradictions
    assert (found.matter, found.reason) == ("count", reason)


@pytest.mark.parametrize(("one", "other"), [(count(9), count(14, 14)), (count(9, 14), count(14, 20))])
def test_claims_that_one_number_fits_do_not(one: Count, other: Count) -> None:
    assert only(told(1, one), told(2, other)).contradictions == ()


def test_two_figures_contradict_each_other_once_by_who_gave_them_first() -> None:
    articles = [told(1, count(9, 9)), told(2, count(14, 14)), told(3, count(9, 9)), told(4, count(14, 14))]
    (found,) = only(*articles).contradictions
    first, second = (resolve([article]).happenings[0].tolls[0].low_claim for article in articles[:2])
    assert (found.one, found.other) == (first, second)
    assert len(only(*articles, told(5, count(17, 17))).contradictions) == 3


def test_a_correction_contradicts_nobody() -> None:
    assert only(told(1, count(9, 9), outlet="Wire"), told(2, count(14, 14), outlet="Wire")).contradictions == ()


def test_an_outlet_that_cites_itself_corrects_its_own_figure() -> None:
    wire = Entity(id="wire", type="MediaOutlet", name="Some Wire")
    first = told(1, count(84, 84), outlet="Some Wire")
    later = told(2, count(83, 83), outlet="Some Wire", speaker="wire")
    later = replace(later, entities=(*later.entities, wire))
    assert figures(first, later) == (83, 83, 83)
    assert only(first, later).contradictions == ()
    other = replace(told(3, count(83, 83), outlet="Some Wire", speaker="doctor"))
    assert figures(first, other) == (83, 83, 84)
