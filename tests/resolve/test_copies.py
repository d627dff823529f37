"""Copies of one text are one source; outlets that cite another are no source of their own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Article, Entity, Event, Extraction
from kg.resolve import CopyGroup, Happening, article_key, resolve
from kg.resolve.copies import ALIKE, bands, link, signature
from tests.resolve.test_happenings import ENTITIES, SHELLED

DISPATCH = """Shells fell on the fish market of Brenn on Tuesday morning, killing at least twelve people and wounding
thirty, the head of the town's hospital said. Most of the dead were women who sold fish there. The army of Ostrava said
that it had fired at a column of lorries which had entered the town by night, and that it regretted the loss of life.
Velmora's Security Council called the shelling a crime and asked for a meeting of the observers before the week is out.
The market had been opened again a month ago, after the truce of March, and was said to be out of reach of the guns."""

OWN = """A reporter who came to Brenn an hour after the attack counted eleven bodies beside the overturned stalls. An
old
man said that the first shell had hit the well, the second the row of fishmongers. Doctors worked without electric light
until the afternoon. The council of Velmora speaks of a crime; in Ostrava nobody wanted to say anything about the
guns."""

WORDS = st.lists(st.sampled_from("shell market river army north king bread road".split()), min_size=8, max_size=40)


@pytest.mark.parametrize(
    "text",
    [
        DISPATCH.upper(),
        "Port Anselm Gazette\n\n" + DISPATCH,
        DISPATCH.rpartition("\nThe market")[0],
        DISPATCH.replace("Tuesday morning", "Tuesday").replace("thirty", "more than thirty"),
    ],
    ids=["capitals", "headline", "shortened", "edited"],
)
def test_a_copy_is_known(text: str) -> None:
    one, other = signature(DISPATCH), signature(text)
    found = link(one, other)
    assert found is not None
    assert ALIKE <= found.score <= 1
    assert set(bands(one)) & set(bands(other))


def test_an_own_report_of_one_event_is_no_copy() -> None:
    assert link(signature(DISPATCH), signature(OWN)) is None


@pytest.mark.parametrize("text", ["", "Shells fell.", "¡!"])
def test_a_text_of_a_few_words_is_a_copy_of_nothing(text: str) -> None:
    assert signature(text) == ()
    assert link(signature(text), signature(text)) is None
    assert list(bands(())) == []


@given(WORDS, WORDS)
def test_likeness_goes_both_ways(one: list[str], other: list[str]) -> None:
    first, second = signature(" ".join(one)), signature(" ".join(other))
    assert link(first, second) == link(second, first)
    assert link(first, first) is not None


OUTLETS = {"wire": "Meridian Wire", "gazette": "Port Anselm Gazette", "times": "Calvora Times"}


def story(number: int, text: str, outlet: str | None, *, citing: str | None = None) -> Extraction:
    about = Article(
        id=f"a{number}",
        text=text,
        sha256=f"{number:064x}",
        publisher=OUTLETS.get(outlet or ""),
        published=f"2031-04-{10 + number}",
    )
    outlets = tuple(Entity(id=key, type="MediaOutlet", name=name) for key, name in OUTLETS.items())
    events: tuple[Event, ...] = (SHELLED,)
    if citing is not None:
        events = tuple(_citing(event, citing) for event in events)
    return Extraction(article=about, entities=(*ENTITIES, *outlets), events=events)


def _citing(event: Event, outlet: str) -> Event:
    return replace(event, source=outlet)


def only(*stories: Extraction) -> Happening:
    (happening,) = resolve(stories).happenings
    return happening


def test_seven_prints_of_one_dispatch_are_one_source() -> None:
    prints = [
        story(n, f"Edition {n}. {DISPATCH}", outlet) for n, outlet in enumerate(["wire", "gazette", "times", None])
    ]
    happening = only(*prints, story(8, OWN, "times"))
    assert happening.articles == 5
    assert happening.sources == ("org-calvora-times", "org-meridian-wire")
    (group,) = resolve([*prints, story(8, OWN, "times")]).copies
    assert isinstance(group, CopyGroup)
    assert group.key == article_key(prints[0].article)
    assert set(group.articles) == {article_key(one.article) for one in prints}
    assert {join.rule for join in group.joins} == {"same-text"}


def test_the_first_print_is_the_source_however_late_it_comes_in() -> None:
    late, early = story(5, DISPATCH, "gazette"), story(1, DISPATCH, "wire")
    assert only(late, early).sources == only(early, late).sources == ("org-meridian-wire",)


def test_who_cites_an_outlet_is_no_source_besides_it() -> None:
    happening = only(story(1, DISPATCH, "wire"), story(2, OWN, "gazette", citing="wire"))
    assert (happening.articles, happening.sources) == (2, ("org-meridian-wire",))
    assert not happening.circular


def test_outlets_that_only_cite_each_other_are_circular() -> None:
    assert only(story(1, DISPATCH, "wire", citing="gazette"), story(2, OWN, "gazette", citing="wire")).circular
    assert not only(story(1, DISPATCH, "wire", citing="times")).circular
    assert not only(
        story(1, DISPATCH, "wire", citing="gazette"),
        story(2, OWN, "gazette", citing="wire"),
        story(3, "A third report, by people who were there and saw it.", "times"),
    ).circular
