"""Event reports to happenings: what is surely one event is joined, everything else stays apart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kg.records import Article, Count, Entity, Event, Extraction, Interval, Participant, Span
from kg.records.model import ParticipantRole
from kg.resolve import Happening, Join, resolve

ENTITIES = (
    Entity(id="ostrava", type="Country", name="Ostrava"),
    Entity(id="velmora", type="Country", name="Velmora"),
    Entity(id="rebels", type="ArmedGroup", name="Northern Front"),
    Entity(id="brenn", type="Place", name="Brenn", precision="city"),
    Entity(id="kall", type="Place", name="Kall", precision="city"),
    Entity(id="north", type="Place", name="Northern Province", precision="region"),
    Entity(id="people", type="Group", name="people", mentions=(Span(0, 1),)),
    Entity(id="drone", type="Weapon", name="drone"),
)
DAY = date(2031, 4, 3)


def event(
    of_type: str = "Shelling",
    *parties: tuple[ParticipantRole, str],
    places: tuple[str, ...] = ("brenn",),
    first: date | None = DAY,
    days: int = 1,
) -> Event:
    when = None if first is None else Interval(earliest=first, latest=first + timedelta(days=days - 1))
    return Event(
        id="v1",
        type=of_type,
        trigger=Span(0, 1),
        participants=tuple(Participant(role=role, entity=entity, start=0, end=1) for role, entity in parties),
        date=None,
        when=when,
        places=places,
        modality="actual",
        polarity="positive",
        source=None,
        incident=None,
        counts=(),
        evidence=Span(0, 1),
        confidence=0.9,
        rule="test",
    )


def article(number: int, *events: Event, publisher: str | None = None) -> Extraction:
    about = Article(
        id=f"a{number}", text="", sha256=f"{number:064x}", published=f"2031-04-{10 + number}", publisher=publisher
    )
    placed = tuple(replace(one, id=f"v{n}", trigger=Span(n, n + 1)) for n, one in enumerate(events))
    return Extraction(article=about, entities=ENTITIES, events=placed)


def happenings(*articles: Extraction) -> tuple[Happening, ...]:
    return resolve(articles).happenings


def event_joins(*articles: Extraction) -> list[Join]:
    return [join for happening in happenings(*articles) for join in happening.joins]


def together(one: Event, other: Event) -> bool:
    return len(happenings(article(1, one), article(2, other))) == 1


SHELLED = event("Shelling", ("actor", "ostrava"), ("target", "velmora"))


@pytest.mark.parametrize(
    "other",
    [
        SHELLED,
        event("Shelling", ("actor", "ostrava")),
        event("Shelling", ("actor", "ostrava"), ("victim", "people")),
        event("Shelling", ("actor", "ostrava"), places=("brenn", "north")),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), days=2),
        event("Attack", ("actor", "ostrava"), ("target", "velmora")),
    ],
    ids=["same", "one party", "unnamed victims", "wider place besides", "one day or the next", "wider class"],
)
def test_one_happening(other: Event) -> None:
    assert together(SHELLED, other)


@pytest.mark.parametrize(
    "other",
    [
        event("Airstrike", ("actor", "ostrava"), ("target", "velmora")),
        event("Shelling"),
        event("Shelling", ("actor", "rebels"), ("target", "velmora")),
        event("Shelling", ("actor", "ostrava"), ("target", "rebels")),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), places=("kall",)),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), places=("north",)),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), places=()),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), first=DAY + timedelta(days=1)),
        event("Shelling", ("actor", "ostrava"), ("target", "velmora"), first=None),
        replace(SHELLED, modality="planned"),
        replace(SHELLED, polarity="negative"),
    ],
    ids=[
        "class",
        "no party",
        "actor",
        "target",
        "place",
        "region",
        "nowhere",
        "day",
        "undated",
        "modality",
        "polarity",
    ],
)
def test_two_happenings(other: Event) -> None:
    assert not together(SHELLED, other)


def test_vague_dates_join_nothing() -> None:
    month = event("Shelling", ("actor", "ostrava"), ("target", "velmora"), days=30)
    assert not together(month, month)


def test_a_region_tells_no_two_attacks_apart() -> None:
    somewhere = event("Shelling", ("actor", "ostrava"), ("target", "velmora"), places=("north",))
    assert not together(somewhere, somewhere)


def test_weapons_and_unnamed_people_are_no_shared_parties() -> None:
    one = event("DroneStrike", ("instrument", "drone"), ("actor", "ostrava"), places=("brenn",))
    other = event("DroneStrike", ("instrument", "drone"), ("target", "velmora"), places=("brenn",))
    assert not together(one, other)


def test_talks_of_the_same_two_on_one_day_are_one_without_a_place() -> None:
    talks = event("Talks", ("participant", "ostrava"), ("participant", "velmora"), places=())
    placed = event("Talks", ("participant", "ostrava"), ("participant", "velmora"))
    elsewhere = event("Talks", ("participant", "ostrava"), ("participant", "velmora"), places=("kall",))
    assert together(talks, placed)
    assert not together(placed, elsewhere)
    assert not together(talks, event("Talks", ("participant", "ostrava"), places=()))


def dead(number: int, *parties: tuple[ParticipantRole, str]) -> Event:
    return replace(event("Killing", *parties), counts=(Count(kind="killed", min=number, max=None, start=0, end=1),))


def test_the_same_figures_at_one_place_on_one_day_are_one_happening() -> None:
    assert together(dead(12, ("victim", "people")), dead(12, ("actor", "ostrava")))
    assert not together(dead(12), dead(3))
    assert not together(dead(12, ("actor", "rebels")), dead(12, ("actor", "ostrava")))


def test_the_same_figures_at_one_place_are_one_where_one_is_told_without_a_day_shortly_after() -> None:
    soon, tenth = replace(dead(12), when=None), date(2031, 4, 10)
    on_tenth = replace(dead(12), when=Interval(earliest=tenth, latest=tenth))
    assert together(on_tenth, soon)
    assert not together(dead(12), soon)  # a week before it was published
    assert not together(replace(on_tenth, counts=dead(13).counts), soon)
    assert not together(replace(on_tenth, counts=dead(2).counts), replace(soon, counts=dead(2).counts))
    assert not together(replace(on_tenth, places=("kall",)), soon)
    assert not together(soon, soon)


def test_no_chain_joins_what_differs() -> None:
    by_ostrava, by_nobody, by_rebels = dead(12, ("actor", "ostrava")), dead(12), dead(12, ("actor", "rebels"))
    found = happenings(article(1, by_ostrava), article(2, by_nobody), article(3, by_rebels))
    assert sorted(len(happening.reports) for happening in found) == [1, 2]


def test_an_article_that_repeats_itself_tells_of_one() -> None:
    (happening,) = happenings(article(1, SHELLED, SHELLED))
    assert len(happening.reports) == 2
    assert len(happening.sources) == 1


def test_two_strikes_in_one_article_stay_two() -> None:
    strike = event("Shelling", ("actor", "ostrava"))
    assert len(happenings(article(1, strike, strike))) == 2


def test_an_article_gives_each_happening_one_telling() -> None:
    strike = event("Shelling", ("actor", "ostrava"))
    found = happenings(article(1, strike, strike), article(2, strike))
    assert sorted(len(happening.reports) for happening in found) == [1, 2]


def test_what_the_reports_say_is_put_together() -> None:
    (happening,) = happenings(
        article(1, event("Shelling", ("actor", "ostrava")), publisher="Wire"),
        article(2, event("Shelling", ("actor", "ostrava"), ("target", "velmora")), publisher="Wire"),
        article(3, event("Shelling", ("target", "velmora"), ("actor", "ostrava"), places=("brenn", "north"))),
    )
    assert {(party.role, party.entity) for party in happening.parties} == {
        ("actor", "country-ostrava"),
        ("target", "country-velmora"),
    }
    assert happening.places == ("place-brenn", "place-northern-province")
    assert len(happening.sources) == 2
    assert happening.articles == 3
    assert happening.when == Interval(earliest=DAY, latest=DAY)


def test_the_first_published_report_names_the_happening() -> None:
    early, late = article(1, SHELLED), article(2, SHELLED)
    (happening,) = happenings(late, early)
    (join,) = event_joins(early, late)
    assert happening.reports[0] == happening.key == join.into
    assert set(join.of) == set(happening.reports)
    assert (join.score, join.reason) == (0.9, "same class, same day and place, shared parties")
    assert join.rule == "same-place-and-party"


def test_a_later_article_leaves_the_happening_its_name() -> None:
    one, more = article(1, SHELLED), article(5, SHELLED)
    assert happenings(one)[0].reports[0] == happenings(one, more)[0].reports[0]


def test_one_incident_by_two_voices_keeps_both_figures() -> None:
    def exchanged(number: int, source: str | None) -> Event:
        counts = (Count(kind="exchanged", min=number, max=number, start=0, end=1),)
        return replace(event("PrisonerExchange"), counts=counts, incident="i1", source=source)

    assert len(happenings(article(1, exchanged(84, "rebels"), exchanged(83, None)))) == 1
    assert len(happenings(article(1, exchanged(84, None), exchanged(83, None)))) == 2


def test_what_is_told_without_a_day_shortly_after_keeps_nothing_apart() -> None:
    def exchanged(number: int, source: str | None, first: date | None) -> Event:
        counts = (Count(kind="exchanged", min=number, max=number, start=0, end=1),)
        return replace(event("PrisonerExchange", first=first), counts=counts, incident="i1", source=source)

    dated = article(1, exchanged(84, None, DAY + timedelta(days=8)))
    corrected = article(2, exchanged(84, "rebels", None), exchanged(83, None, None))
    assert [happening.articles for happening in happenings(dated, corrected)] == [2]
    elsewhere = article(3, exchanged(84, "rebels", None), replace(exchanged(83, None, None), places=("kall",)))
    assert sorted(happening.articles for happening in happenings(dated, elsewhere)) == [1, 2]
