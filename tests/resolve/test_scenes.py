"""Sites and sentences: what joins reports that share no named party."""

from dataclasses import replace

import pytest

from kg.records import Article, Count, Event, Extraction, Participant, Span
from kg.resolve import Happening, resolve
from kg.resolve.scenes import scenes
from tests.resolve.test_happenings import ENTITIES, event

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
