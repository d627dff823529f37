"""Who says otherwise: when, where, who did it, whether it happened, and who acts after their death."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Count, Entity, Event, Extraction, Role, Span
from kg.records.model import Modality, ParticipantRole, Polarity, Status
from kg.resolve import Contradiction, Index, article_key, resolve, trace
from kg.resolve.keys import event_keys
from tests.resolve.test_happenings import DAY, ENTITIES, event
from tests.resolve.test_scenes import told

AT_MARKET = "Shells hit the market of the town."
BLAMED = event("Shelling", ("actor", "ostrava"), ("target", "velmora"))
SOLEN = Entity(id="solen", type="Person", name="Mira Solen")


def hurt(number: int, **changes: object) -> Event:
    counts = (Count(kind="killed", min=number, max=number, start=0, end=1),)
    return replace(event("Killing", ("actor", "ostrava")), counts=counts, **changes)  # type: ignore[arg-type]


def disputes(*articles: Extraction) -> list[Contradiction]:
    found = resolve(articles)
    return [
        *(contradiction for happening in found.happenings for contradiction in happening.contradictions),
        *(contradiction for entity in found.entities for contradiction in entity.contradictions),
    ]


def matters(*articles: Extraction) -> list[str]:
    return [contradiction.matter for contradiction in disputes(*articles)]


def test_a_day_apart() -> None:
    later = event("Killing", ("actor", "ostrava"), first=DAY + timedelta(days=1))
    (found,) = disputes(told(1, AT_MARKET, hurt(7)), told(2, AT_MARKET, replace(later, counts=hurt(7).counts)))
    assert (found.matter, found.reason) == ("date", "Killing: 2031-04-03 or 2031-04-04")


@pytest.mark.parametrize("days", [0, 2])
def test_the_same_day_is_no_dispute_and_two_days_are_two_events(days: int) -> None:
    later = event("Killing", ("actor", "ostrava"), first=DAY + timedelta(days=days))
    assert not matters(told(1, "Seven died.", hurt(7)), told(2, "They died.", replace(later, counts=hurt(7).counts)))


def test_another_place() -> None:
    one, other = "Shells hit the market of Brenn.", "It was the market of Kall that was hit."
    assert matters(told(1, one, hurt(7)), told(2, other, hurt(7, places=("kall",)))) == ["place"]


def test_few_dead_at_two_places_are_two_events() -> None:
    one, other = "Shells hit the market of Brenn.", "It was the market of Kall that was hit."
    assert not matters(told(1, one, hurt(3)), told(2, other, hurt(3, places=("kall",))))


def test_another_actor_by_the_word_of_somebody() -> None:
    other = event("Shelling", ("actor", "rebels"))
    claimed = replace(event("Shelling", ("actor", "ostrava")), source="velmora")
    assert matters(told(1, AT_MARKET, claimed), told(2, AT_MARKET + " So it was.", other)) == ["party"]


def test_another_actor_in_one_voice_is_another_event() -> None:
    one, other = event("Shelling", ("actor", "ostrava")), event("Shelling", ("actor", "rebels"))
    assert not matters(told(1, AT_MARKET, one), told(2, AT_MARKET + " So it was.", other))


def test_what_one_tells_the_other_denies() -> None:
    (found,) = disputes(told(1, "They fired.", BLAMED), told(2, "They did not.", replace(BLAMED, polarity="negative")))
    assert (found.matter, found.reason) == ("polarity", "Shelling: it happened, or it did not")
    assert found.one == f"event-{event_keys(told(1, 'They fired.', BLAMED).events, article_key_of(1))[0]}"


def article_key_of(number: int) -> str:
    return article_key(told(number, "They fired.", BLAMED).article)


@pytest.mark.parametrize(
    "denial",
    [
        replace(BLAMED, polarity="negative", when=None),
        replace(BLAMED, polarity="negative", places=()),
        replace(BLAMED, type="Attack", polarity="negative"),
    ],
    ids=["undated", "nowhere", "wider class"],
)
def test_denials(denial: Event) -> None:
    assert matters(told(1, "They fired.", BLAMED), told(2, "They did not.", denial)) == ["polarity"]


@pytest.mark.parametrize(
    "denial",
    [
        replace(BLAMED, polarity="negative", places=("kall",)),
        replace(event("Shelling", ("target", "velmora"), places=()), polarity="negative"),
        replace(event("Shelling", first=DAY - timedelta(days=9)), polarity="negative"),
        replace(BLAMED, type="Killing", polarity="negative"),
    ],
    ids=["elsewhere", "one party", "long before", "another class"],
)
def test_what_denies_something_else(denial: Event) -> None:
    assert not matters(told(1, "They fired.", BLAMED), told(2, "They did not.", denial))


def test_a_claim_without_a_day_is_denied_within_days() -> None:
    taken = replace(event("TerritorialCapture", ("actor", "rebels"), ("object", "brenn"), first=None), source="rebels")
    denied = replace(taken, polarity="negative", source=None)
    assert matters(told(1, "They took it.", taken), told(2, "They did not take it.", denied)) == ["polarity"]
    assert not matters(told(1, "They took it.", taken), told(9, "They did not take it.", denied))


def test_a_denial_of_the_same_source_in_one_article_is_of_something_else() -> None:
    denial = replace(BLAMED, polarity="negative")
    assert not matters(told(1, "They fired.", BLAMED, denial))
    assert matters(told(1, "They fired.", BLAMED, replace(denial, source="ostrava"))) == ["polarity"]


@pytest.mark.parametrize(("published", "expected"), [(2, ["modality"]), (0, [])])
def test_still_planned_after_it_happened(published: int, expected: list[str]) -> None:
    planned = replace(BLAMED, modality="planned")
    assert matters(told(1, "They fired.", BLAMED), told(published, "They will fire.", planned)) == expected


def of_solen(number: int, *events: Event, status: Status | None = None) -> Extraction:
    base = told(number, "She is there.", *events)
    role = Role(
        id="r1", person="solen", title="mayor", category="Mayor", organization="velmora", status=status or "current",
        start=None, until=None, evidence=Span(0, 3), confidence=0.9, rule="test",
    )  # fmt: skip
    return replace(base, entities=(*ENTITIES, SOLEN), roles=() if status is None else (role,))


NEXT = DAY + timedelta(days=2)
DIED = event("Killing", ("victim", "solen"))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (of_solen(9, event("Visit", ("actor", "solen"), first=NEXT)), ["death"]),
        (of_solen(9, status="current"), ["death"]),
        (of_solen(2, status="current"), []),
        (of_solen(9, status="former"), []),
        (of_solen(9, event("Visit", ("actor", "solen"), first=DAY)), []),
        (of_solen(9, event("Visit", ("target", "solen"), first=NEXT)), []),
        (of_solen(9, replace(event("Visit", ("actor", "solen"), first=NEXT), modality="planned")), []),
    ],
    ids=["acts", "in post", "in post, two days after", "former", "the same day", "done to", "planned"],
)  # fmt: skip
def test_after_death(later: Extraction, expected: list[str]) -> None:
    assert matters(of_solen(1, DIED), later) == expected


def test_who_was_not_killed_lives_on() -> None:
    visit = event("Visit", ("actor", "solen"), first=DAY + timedelta(days=2))
    assert not matters(of_solen(1, replace(DIED, polarity="negative")), of_solen(9, visit))


PARTIES: tuple[tuple[tuple[ParticipantRole, str], ...], ...] = (
    *((), (("actor", "ostrava"),), (("victim", "solen"),), (("actor", "solen"),)),
)


@st.composite
def crowded(draw: st.DrawFn) -> Extraction:
    """Articles of few places, days and people, so that most say something of what others tell."""
    number = draw(st.integers(1, 25))
    events = [
        replace(
            event(
                draw(st.sampled_from(["Shelling", "Attack", "Killing"])),
                *draw(st.sampled_from(PARTIES)),
                places=draw(st.sampled_from([("brenn",), ("kall",), ()])),
                first=DAY + timedelta(days=draw(st.integers(0, 2))),
            ),
            modality=draw(st.sampled_from(tuple[Modality, ...](("actual", "actual", "planned")))),
            polarity=draw(st.sampled_from(tuple[Polarity, ...](("positive", "positive", "negative")))),
            source=draw(st.sampled_from([None, "ostrava", "velmora"])),
            counts=draw(st.sampled_from([(), hurt(7).counts, hurt(9).counts])),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    text = draw(st.sampled_from([AT_MARKET, "Seven people died there on that day, the mayor of the town said."]))
    found = told(number, text, *events)
    return replace(found, entities=(*ENTITIES, SOLEN))


@given(st.lists(crowded(), min_size=2, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_an_index_that_lived_says_what_a_new_one_says(pool: list[Extraction], data: st.DataObject) -> None:
    pool = list({article_key(one.article): one for one in pool}.values())
    index, there = Index(), dict[str, Extraction]()
    state: dict[str, object] = {}
    for _ in range(data.draw(st.integers(1, 4))):
        for one in data.draw(st.lists(st.sampled_from(pool), max_size=3)):
            key = article_key(one.article)
            if there.pop(key, None) is not None:
                index.drop(key)
            else:
                index.put(trace(one))
                there[key] = one
        changes = index.settle()
        before, state = state, {head: index.happening(head) for head in index.happenings()}
        state |= {head: index.entity(head) for head in index.entities()}
        changed = changes.happenings | changes.entities
        assert {head for head in state if before.get(head) != state[head]} <= changed
        fresh = resolve(data.draw(st.permutations(list(there.values()))))
        assert {**{h.key: h for h in fresh.happenings}, **{e.key: e for e in fresh.entities}} == state
