"""Sites and sentences: what joins reports that share no named party."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kg.records import Article, Count, Entity, Event, Extraction, Participant, Span
from kg.resolve import Happening, resolve
from kg.resolve.scenes import scenes
from tests.resolve.test_happenings import DAY, ENTITIES, event

MARKET = "Nine people died when shells hit a crowded market in Brenn on Thursday."


def told(number: int, text: str, *events: Event, publisher: str | None = None) -> Extraction:
    about = Article(
        id=f"a{number}", text=text, sha256=f"{number:064x}", published=f"2031-04-{3 + number:02}", publisher=publisher
    )
    whole = Span(0, len(text))
    placed = tuple(replace(one, id=f"v{n}", trigger=Span(n, n + 1), evidence=whole) for n, one in enumerate(events))
    return Extraction(article=about, entities=ENTITIES, events=placed)


def killing(least: int, most: int | None = None, **changes: object) -> Event:
    counts = (Count(kind="killed", min=least, max=most, start=0, end=1),)
    return replace(event("Killing"), counts=counts, **changes)  # type: ignore[arg-type]


def rules(*articles: Extraction) -> list[str]:
    return [join.rule for happening in resolve(articles).happenings for join in happening.joins]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (MARKET, ("market",)),
        ("Rockets struck two schools and a bakery.", ("bakery", "school")),
        ("Nine people died, the director of the hospital said.", ()),
        ("Nine people died on the front.", ()),
    ],
)
def test_words_for_sites(text: str, sites: tuple[str, ...]) -> None:
    assert scenes(told(1, text, event()))["v0"].sites == sites


def test_a_hospital_that_was_hit_is_a_site() -> None:
    text = "Shells hit a hospital."
    hit = replace(event(), participants=(Participant(role="target", entity=None, start=11, end=21),))
    assert scenes(told(1, text, hit))["v0"].sites == ("hospital",)


def test_events_of_one_incident_share_their_sites() -> None:
    text = "Shells hit a market. Nine died."
    one, other = (replace(event(), incident="i1") for _ in range(2))
    extraction = told(1, text, one, other)
    first, second = extraction.events
    second = replace(second, evidence=Span(21, 31))
    assert scenes(replace(extraction, events=(first, second)))["v1"].sites == ("market",)


def test_the_same_site_on_one_day_in_one_town_is_one_event() -> None:
    other = "Artillery killed 17 civilians at the market of Brenn, the ministry said."
    assert rules(told(1, MARKET, killing(9)), told(2, other, killing(17, 17))) == ["same-place-and-site"]


@pytest.mark.parametrize(
    "other",
    ["Artillery killed 17 civilians at a school in Brenn.", "Soldiers of the garrison were killed in Brenn."],
    ids=["another site", "no site"],
)
def test_another_site_is_another_event(other: str) -> None:
    assert not rules(told(1, MARKET, killing(9)), told(2, other, killing(3, 3)))


def test_many_dead_in_one_town_on_one_day_are_of_one_event() -> None:
    one, other = "Brenn buried fourteen people.", "The army killed seventeen in Brenn."
    assert rules(told(1, one, killing(14)), told(2, other, killing(17))) == ["same-place-and-size"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([killing(14)], [killing(4)]),
        ([killing(14)], [killing(60)]),
        ([killing(14), killing(17)], [killing(16)]),
        ([killing(14)], [killing(15, places=("brenn", "kall"))]),
    ],
    ids=["few", "many more", "one of two", "two towns"],
)
def test_size_alone_joins_no_others(first: list[Event], second: list[Event]) -> None:
    assert not rules(told(1, "Brenn buried its dead.", *first), told(2, "The army killed people there.", *second))


@pytest.mark.parametrize("places", [("brenn",), ()])
def test_copied_sentences_tell_of_one_event(places: tuple[str, ...]) -> None:
    undated = replace(event(), when=None, places=places)
    assert rules(told(1, MARKET, undated), told(2, MARKET, undated)) == ["same-sentence"]


@pytest.mark.parametrize(
    ("text", "one", "other", "number"),
    [
        ("Kenya denied it.", event(), event(), 2),
        (MARKET, event(), event(first=None), 40),
        (MARKET, event("Shelling", ("actor", "ostrava"), days=1), event("Killing"), 2),
    ],
    ids=["short", "long after", "another class"],
)
def test_not_every_repeated_sentence_is_one_event(text: str, one: Event, other: Event, number: int) -> None:
    first, second = (replace(each, places=(), when=None) for each in (one, other))
    late = told(2, text, second)
    late = replace(late, article=replace(late.article, published=f"2031-{4 + number // 30:02}-{1 + number % 30:02}"))
    assert not rules(told(1, text, first), late)


def test_copies_of_one_text_are_one_source_of_the_event() -> None:
    sentence = MARKET + " The mayor said that nobody had been warned before the shells came down on the square."
    articles = (told(1, sentence, event(), publisher="Wire"), told(2, sentence, event(), publisher="Times"))
    happening: Happening
    (happening,) = resolve(articles).happenings
    assert (happening.articles, len(happening.sources)) == (2, 1)


BLAMED = event("Accusation", ("actor", "ostrava"), ("target", "velmora"), places=(), first=None)


@pytest.mark.parametrize(("later", "joined"), [(2, True), (9, False)])
def test_a_short_sentence_is_copied_within_days(later: int, joined: bool) -> None:  # noqa: FBT001 - a parameter
    one, other = told(1, "Ostrava blamed Velmora.", BLAMED), told(later, "Ostrava blamed Velmora.", BLAMED)
    assert (rules(one, other) == ["same-sentence"]) == joined


def test_a_copied_sentence_about_a_month_is_of_one_event() -> None:
    month = event("Shelling", ("target", "velmora"), days=28)
    assert rules(told(1, MARKET, month), told(2, MARKET, month)) == ["same-sentence"]
    later = event("Shelling", ("target", "velmora"), days=28, first=DAY + timedelta(days=40))
    assert not rules(told(1, MARKET, month), told(2, MARKET, later))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (killing(14), killing(14), True),
        (killing(14), event("Killing"), True),
        (event("Attack"), event("Airstrike"), True),
        (killing(14), killing(3), False),
        (killing(14, source="velmora"), killing(3, source="rebels"), True),
        (event("Shelling"), event("Airstrike"), False),
        (event("Shelling", ("actor", "ostrava")), event("Shelling", ("actor", "rebels")), False),
        (killing(14), replace(event("Killing"), polarity="negative"), False),
    ],
    ids=["same figure", "no figure", "wider class", "another figure", "by another", "another class", "actor", "denied"],
)
def test_one_incident_of_an_article(one: Event, other: Event, *, joined: bool) -> None:
    here = [replace(each, incident="i1", when=None, places=()) for each in (one, other)]
    assert (rules(told(1, "They said so.", *here)) == ["same-incident"]) == joined
    apart = [replace(each, when=None, places=()) for each in (one, other)]
    assert not rules(told(1, "They said so.", *apart))


def test_one_incident_in_two_towns_is_two_events() -> None:
    here = [replace(event("Shelling", places=(town,)), incident="i1") for town in ("brenn", "kall")]
    assert not rules(told(1, "Shells hit Brenn and Kall.", *here))


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (killing(14, places=()), True),
        (killing(9, places=()), False),
        (killing(14, places=("kall",)), False),
        (killing(14, places=(), when=None), False),
    ],
    ids=["same figure", "another figure", "another place", "undated"],
)
def test_one_site_where_one_article_tells_no_place(other: Event, *, joined: bool) -> None:
    site = "Fourteen died when rounds struck the market on that day, it said."
    assert (rules(told(1, MARKET, killing(14)), told(2, site, other)) == ["same-site"]) == joined


SOLEN = Entity(id="solen", type="Person", name="Mira Solen")


def of_solen(number: int, one: Event) -> Extraction:
    read = told(number, f"She is dead, said number {number}.", one)
    return replace(read, entities=(*ENTITIES, SOLEN))


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (event("Killing", ("victim", "solen"), places=(), first=None), True),
        (event("Assassination", ("victim", "solen"), places=()), True),
        (event("Killing", ("victim", "solen"), places=("kall",)), False),
        (event("Killing", ("victim", "solen"), first=DAY + timedelta(days=9)), False),
        (event("Injury", ("victim", "solen"), places=(), first=None), False),
        (event("Killing", ("actor", "solen"), places=(), first=None), False),
        (event("Killing", ("victim", "velmora"), places=(), first=None), False),
    ],
    ids=["undated", "assassinated", "elsewhere", "another day", "hurt", "killed others", "another"],
)
def test_nobody_dies_twice(other: Event, *, joined: bool) -> None:
    assert (rules(of_solen(1, event("Killing", ("victim", "solen"))), of_solen(2, other)) == ["same-death"]) == joined
