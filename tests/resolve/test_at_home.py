"""What is told without a place, joined by the place that its article is about."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kg.records import Article, Count, Entity, Event, Extraction, Interval, Span
from kg.records.model import CountedGroup
from kg.resolve import Happening, resolve
from kg.resolve.homes import homes
from kg.resolve.traces import trace

TITLE = "Shells hit market in Brenn"
DAY = date(2031, 4, 3)
ENTITIES = (
    Entity(id="brenn", type="Place", name="Brenn", precision="city", mentions=(Span(0, 5),)),
    Entity(id="kall", type="Place", name="Kall", precision="city"),
    Entity(id="north", type="Place", name="Northern Province", precision="region"),
    Entity(id="ministry", type="Ministry", name="Ministry of Defense of Velmora"),
    Entity(id="doctors", type="Organization", name="Doctors of Brenn"),
)
EXACT = {"brenn", "kall"}
MARKET, SQUARE = "People died at the market.", "People died on the square."


def event(of_type: str = "Killing", *, on: date | None = DAY, **changes: object) -> Event:
    told = Event(
        id="v0",
        type=of_type,
        trigger=Span(0, 1),
        participants=(),
        date=None,
        when=None if on is None else Interval(earliest=on, latest=on),
        places=(),
        modality="actual",
        polarity="positive",
        source=None,
        incident=None,
        counts=(),
        evidence=Span(0, 0),
        confidence=0.9,
        rule="test",
    )
    return replace(told, **changes)  # type: ignore[arg-type]


def dead(least: int, of: CountedGroup | None = None) -> tuple[Count, ...]:
    return (Count(kind="killed", min=least, max=least, start=0, end=1, of=of),)


def article(
    number: int, *events: Event, title: str | None = None, text: str = "", after: int = 1, entities: object = ENTITIES
) -> Extraction:
    published = (DAY + timedelta(days=after)).isoformat()
    about = Article(id=f"a{number}", text=text, sha256=f"{number:064x}", published=published, title=title)
    placed = tuple(
        replace(one, id=f"v{n}", trigger=Span(n, n + 1), evidence=Span(0, len(text))) for n, one in enumerate(events)
    )
    return Extraction(article=about, entities=ENTITIES if entities is ENTITIES else entities, events=placed)  # type: ignore[arg-type]


def home_of_last(*events: Event, title: str | None = None, text: str = "") -> tuple[str, ...]:
    extraction = article(1, *events, title=title, text=text)
    if not text:
        bare = tuple(replace(entity, mentions=()) for entity in ENTITIES)
        extraction = replace(extraction, entities=bare)
    return homes(extraction, EXACT)[f"v{len(events) - 1}"].places


def happenings(*articles: Extraction) -> tuple[Happening, ...]:
    return resolve(articles).happenings


def rules(*articles: Extraction) -> list[str]:
    return [join.rule for happening in happenings(*articles) for join in happening.joins]


@pytest.mark.parametrize("title", [TITLE, "Brenn’s dead are buried", "BRENN market shelled: Brenn"])
def test_the_place_of_the_headline(title: str) -> None:
    assert home_of_last(event(), title=title) == ("brenn",)


@pytest.mark.parametrize(
    "title",
    [None, "Shells hit market", "From Brenn to Kall", "Brennerland mourns", "Shells in Northern Province"],
    ids=["no headline", "no place", "two places", "another word", "a region"],
)
def test_no_place_of_the_headline(title: str | None) -> None:
    assert home_of_last(event(), title=title) == ()


def test_the_place_of_the_dateline() -> None:
    assert home_of_last(event(), text="BRENN, Velmora — Nine people died.") == ("brenn",)


def test_a_town_at_the_head_of_a_sentence_is_no_dateline() -> None:
    assert home_of_last(event(), text="Brenn fell. Nine people died — all soldiers.") == ()


@pytest.mark.parametrize(
    ("before", "home"),
    [
        ([event("Shelling", places=("kall",))], ("kall",)),
        ([event("Shelling", places=("kall",), polarity="negative")], ("kall",)),
        ([event("Shelling", places=("kall",)), event("Airstrike", places=("brenn",))], ()),
        ([event("Talks", places=("kall",))], ("brenn",)),
        ([event("Shelling", places=("north",))], ("brenn",)),
    ],
    ids=["a deed before", "a deed denied", "deeds at two places", "no deed of force", "in a region"],
)
def test_what_was_told_before_goes_before_the_headline(before: list[Event], home: tuple[str, ...]) -> None:
    assert home_of_last(*before, event(), title=TITLE) == home


@pytest.mark.parametrize(
    "last",
    [
        event(places=("kall",)),
        event(places=("north",)),
        event("Talks"),
        event(modality="planned"),
        event(polarity="negative"),
    ],
    ids=["a place", "a region", "another class", "to come", "denied"],
)
def test_what_has_no_home(last: Event) -> None:
    assert home_of_last(last, title=TITLE) == ()


PLACED = article(1, event(places=("brenn",), counts=dead(14)))


@pytest.mark.parametrize(
    "told",
    [event(counts=dead(14)), event(on=None, counts=dead(14)), event(counts=dead(14, "civilians"))],
    ids=["on the day", "on no day", "of civilians"],
)
def test_the_same_figure_at_home(told: Event) -> None:
    assert rules(PLACED, article(2, told, title=TITLE)) == ["at-home"]


def test_the_record_keeps_no_supposed_place() -> None:
    (found,) = trace(article(2, event(counts=dead(14)), title=TITLE)).tellings
    assert found.home
    assert found.places == ()


@pytest.mark.parametrize(
    "told",
    [
        article(2, event(counts=dead(14))),
        article(2, event(counts=dead(14)), title="Shells hit market in Kall"),
        article(2, event(counts=dead(17)), title=TITLE),
        article(2, event(), title=TITLE),
        article(2, event(counts=dead(14), on=DAY + timedelta(days=1)), title=TITLE),
        article(2, event(counts=dead(14), on=None), title=TITLE, after=20),
        article(2, event(counts=dead(14), on=None), title=TITLE, after=-1),
        article(2, event("Injury", counts=dead(14)), title=TITLE),
    ],
    ids=["no home", "elsewhere", "figure", "no figure", "day", "weeks later", "before it happened", "class"],
)
def test_too_little_to_be_at_home(told: Extraction) -> None:
    assert rules(PLACED, told) == []


def test_few_dead_are_not_known_again_by_their_number() -> None:
    assert (
        rules(article(1, event(places=("brenn",), counts=dead(2))), article(2, event(counts=dead(2)), title=TITLE))
        == []
    )


def test_fewer_are_known_again_on_their_day_only() -> None:
    placed = article(1, event(places=("brenn",), counts=dead(7)))
    assert rules(placed, article(2, event(counts=dead(7)), title=TITLE)) == ["at-home"]
    assert rules(placed, article(2, event(counts=dead(7), on=None), title=TITLE)) == []


def test_other_people_are_not_the_same_figure() -> None:
    civilians = article(1, event(places=("brenn",), counts=dead(14, "civilians")))
    assert rules(civilians, article(2, event(counts=dead(14, "combatants")), title=TITLE)) == []


def test_figures_and_site_are_known_again_for_weeks() -> None:
    placed = article(1, event(places=("brenn",), counts=dead(14)), text=MARKET)
    late = event(on=None, counts=dead(14))
    assert rules(placed, article(2, late, title=TITLE, text=MARKET, after=28)) == ["at-home"]
    assert rules(placed, article(2, late, title=TITLE, text=SQUARE, after=28)) == []
    assert rules(placed, article(2, late, title=TITLE, text=MARKET, after=60)) == []


def test_one_of_the_dead_at_the_site() -> None:
    placed = article(1, event(places=("brenn",), counts=dead(14)), text=MARKET)
    sister = event(on=None)
    assert rules(placed, article(2, sister, title=TITLE, text=MARKET, after=3)) == ["at-home-site"]
    assert rules(placed, article(2, sister, title=TITLE, text=SQUARE, after=3)) == []
    assert rules(placed, article(2, sister, title=TITLE, text=MARKET, after=20)) == []
    assert rules(placed, article(2, replace(sister, counts=dead(9)), title=TITLE, text=MARKET, after=3)) == []


def test_a_use_of_force_is_known_by_the_dead_of_its_incident() -> None:
    def shelled(number: int, least: int, *places: str) -> Extraction:
        killed = event(counts=dead(least), incident="i1", places=places)
        return article(number, killed, event("Shelling", incident="i1", places=places), title=TITLE)

    assert rules(shelled(1, 14, "brenn"), shelled(2, 14)) == ["at-home", "at-home"]
    assert rules(shelled(1, 14, "brenn"), shelled(2, 9)) == []


DENIED = event("Shelling", on=None, places=("brenn",), polarity="negative", source="ministry")
COUNTED = event(on=None, counts=dead(4), source="ministry")
TOLD = event(places=("brenn",), counts=dead(9), source="doctors")


def test_the_toll_of_those_who_deny_it() -> None:
    found = happenings(article(1, TOLD), article(2, DENIED, COUNTED))
    joined = next(happening for happening in found if happening.type == "Killing")
    assert [join.rule for join in joined.joins] == ["counter-claim"]
    assert [(toll.low, toll.high) for toll in joined.tolls] == [(4, 9)]
    assert [one.matter for one in joined.contradictions] == ["count"]


@pytest.mark.parametrize(
    "counted",
    [
        article(2, COUNTED, title=TITLE),
        article(2, replace(DENIED, polarity="positive"), COUNTED),
        article(2, DENIED, replace(COUNTED, source=None)),
        article(2, DENIED, replace(COUNTED, source="doctors")),
        article(2, DENIED, replace(COUNTED, counts=())),
        article(2, DENIED, replace(COUNTED, when=Interval(earliest=DAY, latest=DAY))),
        article(2, replace(DENIED, places=("kall",)), COUNTED),
        article(2, DENIED, COUNTED, after=9),
    ],
    ids=["no denial", "told", "nobody's word", "one voice", "no toll", "dated", "elsewhere", "late"],
)
def test_no_toll_of_those_who_deny_it(counted: Extraction) -> None:
    assert "counter-claim" not in rules(article(1, TOLD), counted)


def test_one_article_gives_two_tolls_by_two_voices() -> None:
    placed = article(1, event(places=("brenn",), counts=dead(14)))
    other = article(2, event(places=("brenn",), counts=dead(17)), text=MARKET)
    market = article(3, event(places=("brenn",), counts=dead(14)), text=MARKET)
    old, new = event(on=None, counts=dead(17), source="ministry"), event(counts=dead(14), source="doctors")
    voices = article(4, old, new, title=TITLE, after=4)
    assert len(happenings(placed, other, market, voices)) == 1
    one_voice = article(4, old, replace(new, source="ministry"), title=TITLE, after=4)
    assert len(happenings(placed, other, market, one_voice)) > 1


def test_two_articles_about_one_place_tell_of_one_day_alike() -> None:
    told = event(counts=dead(14))
    assert rules(article(1, told, title=TITLE), article(2, told, title="Brenn buries its dead")) == ["both-at-home"]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (event(counts=dead(9)), TITLE),
        (event(counts=dead(14)), "Shells hit Kall"),
        (event(counts=dead(14), on=None), TITLE),
        (event(counts=dead(14), on=DAY - timedelta(days=1)), TITLE),
    ],
    ids=["figure", "place", "no day", "day"],
)
def test_two_articles_about_one_place_tell_of_two(told: Event, title: str) -> None:
    assert rules(article(1, event(counts=dead(14)), title=TITLE), article(2, told, title=title)) == []


def named_in(text: str, *names: tuple[str, str], title: str | None = None) -> tuple[str, ...]:
    """Return the home of an event told in all of `text`, in which each of `names` is an entity of the class beside."""
    entities = tuple(
        Entity(
            id=name.casefold(),
            type=kind,
            name=name,
            mentions=(Span(text.upper().index(name.upper()), text.upper().index(name.upper()) + len(name)),),
        )
        for name, kind in names
    )
    extraction = replace(article(1, event(), title=title, text=text), entities=entities)
    return homes(extraction, {name.casefold() for name, kind in names if kind == "Place"})["v0"].places


def test_a_sentence_that_names_another_place_is_not_at_home() -> None:
    text = "BRENN — Nine died in Kall."
    assert named_in(text, ("Brenn", "Place"), ("Kall", "Place")) == ()
    assert named_in("BRENN — Nine died, Kall said.", ("Brenn", "Place"), ("Kall", "Place")) == ("brenn",)


def test_the_seat_of_a_body_is_not_where_it_was() -> None:
    text = "BRENN — Nine died, the ministry in Kall said."
    assert named_in(text, ("Brenn", "Place"), ("Kall", "Place"), ("ministry", "Ministry")) == ("brenn",)
    assert named_in(text, ("Brenn", "Place"), ("Kall", "Place")) == ()


def test_a_dateline_in_a_capital_is_where_the_newsroom_is() -> None:
    assert named_in("NAIROBI — Nine people died.", ("Nairobi", "Place")) == ()
    assert named_in("MOMBASA — Nine people died.", ("Mombasa", "Place")) == ("mombasa",)
    assert named_in("NAIROBI — Nine people died.", ("Nairobi", "Place"), title="Shells hit Nairobi") == ("nairobi",)


def test_a_headline_with_a_region_goes_before_the_dateline() -> None:
    text = "BRENN — Nine people died, Kall said."
    assert named_in(text, ("Brenn", "Place"), ("Kall", "Place"), title="Kall hit") == ("brenn", "kall")
    extraction = article(1, event(), title="Northern Province mourns", text=text)
    assert homes(extraction, EXACT)["v0"].places == ()


def test_of_two_homes_the_site_must_decide() -> None:
    placed, told = event(places=("brenn",), counts=dead(14)), event(on=None, counts=dead(14))
    both = "BRENN — People died at the market."
    title = "From Kall"
    assert rules(article(1, placed, text=MARKET), article(2, told, title=title, text=both)) == ["at-home"]
    assert rules(article(1, placed), article(2, told, title=title, text=both)) == []
