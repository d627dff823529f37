"""What dossiers say in words: nothing that no fact says, and what is open stays open."""

import pytest

from kg.analysis.dossier_records import Article, Clash, Dossier, Event, Ref, Remark, Term, Toll
from kg.analysis.dossier_records import Proof as Sentence
from kg.views import dossier_words as say

MIRA = Ref(iri="p", name="Mira Solen", kind="person")
COUNCIL = Ref(iri="o", name="Council", kind="organization")


def term(**known: str) -> Term:
    days = dict.fromkeys(("since", "first_held", "last_held", "until", "ended_before"), "") | known
    return Term(
        iri="t", person=MIRA, body=COUNCIL, title="chair", reports=1, begin=None, end=None, holding=None, **days
    )


def event(
    *,
    modality: str = "actual",
    polarity: str = "positive",
    days: tuple[str, str] = ("2031-04-01", "2031-04-01"),
    tolls: tuple[Toll, ...] = (),
    circular: bool = False,
) -> Event:
    return Event(
        iri="e",
        type="MissileStrike",
        earliest=days[0],
        latest=days[1],
        modality=modality,
        polarity=polarity,
        sources=1,
        circular=circular,
        parties=(("actor", MIRA), ("instrument", Ref(iri="w", name="rocket", kind="other"))),
        unnamed=(),
        spots=(("", Ref(iri="b", name="Brenn", kind="place")),),
        tellings=(),
        tolls=tolls,
        claims=(),
    )


def article(day: str) -> Article:
    return Article(
        iri=day, identifier="a", sha256="", headline="", outlet="", publisher="", published=day, url="", copies=""
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, "beginning not told; end not told"),
        ({"since": "2030-11", "until": "2031-04-30"}, "since 2030-11; until 2031-04-30"),
        ({"first_held": "2031-04-02", "last_held": "2031-04-02"}, "shown on 2031-04-02"),
        ({"first_held": "2031-04-02", "last_held": "2031-05-02"}, "shown from 2031-04-02; shown until 2031-05-02"),
        ({"ended_before": "2031-05-01"}, "beginning not told; ended before 2031-05-01"),
        (
            {"since": "2030", "last_held": "2031-01-01", "first_held": "2031-01-01"},
            "since 2030; shown until 2031-01-01",
        ),
        ({"since": "2030"}, "since 2030; end not told"),
    ],
)
def test_ends_of_posts(known: dict[str, str], expected: str) -> None:
    assert say.span_of(term(**known)) == expected


@pytest.mark.parametrize(
    ("modality", "polarity", "expected"),
    [
        ("actual", "positive", "happened"),
        ("actual", "negative", "denied"),
        ("planned", "positive", "planned"),
        ("planned", "negative", "planned (denied)"),
    ],
)
def test_how_events_are_told(modality: str, polarity: str, expected: str) -> None:
    assert say.told_as(event(modality=modality, polarity=polarity)) == expected


def test_events_are_called_by_kind_parties_and_place() -> None:
    assert say.label(event()) == "Missile strike: Mira Solen (Brenn)"
    assert say.days(event(days=("2031-04-01", "2031-04-03"))) == "2031-04-01 to 2031-04-03"


def test_the_summary_of_an_event() -> None:
    toll = Toll(figure="killed", of="civilians", low=4, best=4, high=1200)
    told = event(tolls=(toll, Toll(figure="injured", of="", low=9, best=9, high=9)), circular=True)
    one = Dossier(
        iri="e",
        name="",
        kind="event",
        type="MissileStrike",
        articles=(article("2031-04-01"), article("2031-04-03")),
        sources=1,
        events=(told,),
        clashes=(Clash(matter="count", reason="killed: 4 or 1200", proofs=()),),
    )
    assert say.summary(one) == (
        "Told in 2 articles, 1 independent source, of 2031-04-01 to 2031-04-03.",
        "Told as having happened, 2031-04-01.",
        "Its sources only cite each other.",
        "Civilians killed: 4 by the best supported claim, 4 to 1,200 by all.",
        "Injured: 9.",
        "1 contradiction: killed: 4 or 1200.",
    )


def test_the_summary_of_a_plan_without_a_day_claims_nothing() -> None:
    one = Dossier(iri="e", name="", kind="event", type="Talks", events=(event(modality="planned", days=("", "")),))
    assert say.summary(one) == ("Told in no article.", "Told as planned; no day is told.")


def test_the_summary_of_a_person() -> None:
    proof = Sentence(fact="s", text="She left.", confidence=1, rule="r", article=article("2031-04-01"))
    remark = Remark(speaker=MIRA, content="No.", direct=True, cue="", date="", named=(), proof=proof)
    one = Dossier(
        iri="p",
        name="Mira Solen",
        kind="person",
        type="Person",
        articles=(article("2031-04-01"),),
        sources=1,
        terms=(term(since="2030-11"), *[term(until="2020")] * 4),
        events=(event(), event(modality="planned"), event(modality="planned"), event(polarity="negative")),
        said=(remark,),
    )
    others = "; chair, Council (beginning not told; until 2020)" * 3
    assert say.summary(one) == (
        "Named in 1 article, 1 independent source, of 2031-04-01.",
        f"Posts: chair, Council (since 2030-11; end not told){others}; 1 more.",
        "Events: 1 told as having happened, 2 planned, 1 denied.",
        "The latest told as having happened: Missile strike: Mira Solen (Brenn), 2031-04-01.",
        "In words: 1 statement of their own.",
    )
