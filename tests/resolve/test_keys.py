"""Canonical keys: who is the same by name, and who must never be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Entity, Span
from kg.resolve import article_key, entity_key, event_keys, publisher_of, slug
from tests import samples
from tests.strategies import LETTERS

ARTICLE = "a" * 16
OTHER = "b" * 16


def key(name: str, of_type: str, *, article: str = ARTICLE, country: str | None = None) -> str:
    return entity_key(Entity(id="e1", type=of_type, name=name, country=country, mentions=(Span(3, 9),)), article)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rustem Umerov", "rustem-umerov"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Søren Łukasz Đorđe", "soren-lukasz-dorde"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("U.N.", "u-n"),
        ("Straße", "strasse"),
    ],
)
def test_names_become_words(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_in_other_scripts_are_told_apart() -> None:
    assert slug("Київ") != slug("Харків")
    assert slug("Київ") == slug("київ")


@given(st.text(LETTERS, min_size=1, max_size=30))
def test_any_name_can_stand_in_an_iri(name: str) -> None:
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in slug(name))
    assert slug(name)


@pytest.mark.parametrize(
    ("one", "other", "of_type", "country"),
    [
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Person", None),
        ("Ministry of Defence", "Defense Ministry", "GovernmentBody", "VX"),
        ("Ukrainian Defense Ministry", "Ministry of Defence", "GovernmentBody", "UA"),
        ("the Red Crescent", "Red Crescent", "NonGovernmentalOrganization", None),
        ("World Food Programme", "World Food Programme", "IntergovernmentalOrganization", None),
        ("Kalibr", "kalibr", "Weapon", None),
    ],
)
def test_the_same_in_every_article(one: str, other: str, of_type: str, country: str | None) -> None:
    assert key(one, of_type, country=country) == key(other, of_type, article=OTHER, country=country)


@pytest.mark.parametrize(
    ("name", "of_type"),
    [
        ("Umerov", "Person"),
        ("bin Laden", "Person"),
        ("van Dijk", "Person"),
        ("al-Assad", "Person"),
        ("J. Smith", "Person"),
        ("three soldiers", "Group"),
        ("Defense Ministry", "GovernmentBody"),
        ("Supreme Court", "Court"),
        ("3rd Brigade", "MilitaryUnit"),
        ("Security Council", "Organization"),
    ],
)
def test_a_name_that_does_not_say_who_joins_nothing(name: str, of_type: str) -> None:
    assert key(name, of_type) != key(name, of_type, article=OTHER)


def test_a_body_belongs_to_its_country() -> None:
    assert key("Defense Ministry", "GovernmentBody", country="UA") == "org-ua-defense-ministry"
    assert key("Defense Ministry", "GovernmentBody", country="RU") == "org-ru-defense-ministry"


def test_two_groups_of_one_article_are_two() -> None:
    first = Entity(id="e1", type="Group", name="two men", mentions=(Span(3, 10),))
    second = Entity(id="e2", type="Group", name="two men", mentions=(Span(50, 57),))
    assert entity_key(first, ARTICLE) != entity_key(second, ARTICLE)


def test_a_country_is_its_code() -> None:
    assert key("Ukraine", "Country", country="UA") == "country-ua"
    assert key("Velmora", "Country") == "country-velmora"


def test_a_place_is_its_geonames_number_or_its_name_and_country() -> None:
    istanbul = Entity(id="e1", type="Place", name="Istanbul", same_as=("https://sws.geonames.org/745044/",))
    assert entity_key(istanbul, ARTICLE) == "place-745044"
    assert key("Brenn", "Place", country="VX") == "place-vx-brenn"
    assert key("Brenn Airport", "Facility") == "place-brenn-airport"


def test_no_person_is_ever_an_organization() -> None:
    assert key("Jordan Brown", "Person") != key("Jordan Brown", "Company")


def test_a_changed_text_is_another_article() -> None:
    assert article_key(samples.article()) == article_key(samples.article())
    assert article_key(samples.article()) != article_key(samples.article(text=samples.TEXT + " More."))
    assert article_key(samples.article()) != article_key(samples.article(id="sample-2"))


def test_events_of_one_trigger_are_told_apart() -> None:
    event = samples.extraction().events[0]
    keys = event_keys((event, event), ARTICLE)
    assert len(set(keys)) == 2
    assert event_keys((event,), ARTICLE) == keys[:1]


def test_an_outlet_is_the_same_whether_it_publishes_or_is_named() -> None:
    publisher = publisher_of(samples.article())
    assert publisher is not None
    assert entity_key(publisher, ARTICLE) == key("Example Wire", "MediaOutlet", article=OTHER)
    assert publisher_of(samples.article(publisher=None)) is None


@pytest.mark.parametrize("name", ["Western diplomat", "senior official", "source in Turkey", "nurse", "his spokesman"])
def test_people_without_a_name_are_shared_by_no_articles_and_no_others(name: str) -> None:
    first, second = (
        Entity(id="e1", type="Person", name=name, mentions=(Span(start, start + 9),)) for start in (3, 300)
    )
    assert len({entity_key(first, ARTICLE), entity_key(second, ARTICLE), entity_key(first, OTHER)}) == 3


@pytest.mark.parametrize("name", ["Osama bin Laden", "Ban Ki-moon", "Ludwig van Dijk", "Michele della Rovere"])
def test_particles_make_no_description_of_a_name(name: str) -> None:
    assert key(name, "Person") == key(name, "Person", article=OTHER)
