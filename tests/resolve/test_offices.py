"""Whom "Poland's president" means on the day of an article that does not name the president."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Article, Entity, Extraction, Role, Span
from kg.records.model import Status
from kg.resolve import Decisions, Index, Resolution, article_key, resolve, trace
from kg.resolve.decisions import pair

OFFICE = "Poland’s president"
NOWAK, KOWAL = "person-jan-nowak", "person-ewa-kowal"


def article(day: str | None, text: str, number: int = 0) -> Article:
    name = f"{day}-{text}-{number}"
    return Article(id=name, text=text, sha256=sha256(name.encode()).hexdigest(), published=day)


def unnamed(day: str | None, words: str = OFFICE) -> Extraction:
    """Return an article that calls somebody by an office alone."""
    start = words.index("Poland")
    return Extraction(
        article=article(day, words),
        entities=(
            Entity(id="e1", type="Person", name=words.lower(), mentions=(Span(0, len(words)),)),
            Entity(id="e2", type="Country", name="Poland", country="PL", mentions=(Span(start, start + 6),)),
        ),
    )


def named(
    day: str, name: str = "Jan Nowak", *, status: Status = "current", since: str | None = None, confidence: float = 0.9
) -> Extraction:
    """Return an article that says who is, or was, president."""
    person = Entity(id="e1", type="Person", name=name, mentions=(Span(0, len(name)),))
    country = Entity(id="e2", type="Country", name="Poland", country="PL", mentions=(Span(0, 1),))
    role = Role(
        id="r1",
        person="e1",
        title="president",
        category="HeadOfState",
        organization="e2",
        status=status,
        evidence=Span(0, len(name)),
        confidence=confidence,
        rule="apposition",
        start=since,
    )
    return Extraction(article=article(day, f"{name} {status} {since}"), entities=(person, country), roles=(role,))


def meant(by: Extraction, *others: Extraction, decisions: Decisions | None = None) -> str | None:
    """Return whom the office in `by` stands for, None for nobody known."""
    found = resolve([by, *others], decisions=decisions)
    key = article_key(by.article)
    head = found.keys[key]["e1"]
    return None if key in head else head


def joins(resolution: Resolution) -> list[tuple[float, str]]:
    return [(join.score, join.reason) for join in resolution.joins if join.rule == "office"]


@pytest.mark.parametrize(
    ("others", "holder"),
    [
        ([named("2025-03-10")], NOWAK),
        ([named("2025-03-01"), named("2025-03-20")], NOWAK),
        ([named("2025-03-01")], NOWAK),
        ([named("2025-03-20")], NOWAK),
        ([named("2025-03-01"), named("2025-03-20", "Ewa Kowal", since="2025-03-15")], NOWAK),
        ([named("2025-03-20", "Ewa Kowal", since="2025-03-05")], KOWAL),
        ([named("2025-03-01"), named("2025-03-05", "Ewa Kowal")], KOWAL),
        ([named("2025-03-01"), named("2025-03-02", "Lech Zima", status="former")], NOWAK),
    ],
)
def test_the_nearest_reports_say_who_held_it(others: Sequence[Extraction], holder: str) -> None:
    assert meant(unnamed("2025-03-10"), *others) == holder


@pytest.mark.parametrize(
    "others",
    [
        [],
        [named("2025-03-01"), named("2025-03-20", "Ewa Kowal")],
        [named("2025-03-10"), named("2025-03-10", "Ewa Kowal")],
        [named("2025-03-01"), named("2025-03-05", status="former")],
        [named("2025-03-01", status="incoming")],
        [named("2025-03-01", confidence=0.6)],
        [named("2023-03-01")],
        [named("2025-06-20")],
        [named("2025-03-20", since="2025-03-15")],
    ],
)
def test_where_they_do_not_nobody_is_meant(others: Sequence[Extraction]) -> None:
    assert meant(unnamed("2025-03-10"), *others) is None


def test_an_article_of_no_day_means_nobody() -> None:
    assert meant(unnamed(None), named("2025-03-10")) is None


def test_who_was_president_is_not_who_is() -> None:
    assert meant(unnamed("2025-03-10", "Poland’s former president"), named("2025-03-10")) is None


def test_the_join_says_why() -> None:
    found = resolve([unnamed("2025-03-10"), named("2025-03-01"), named("2025-03-20")])
    assert joins(found) == [(0.95, "said to hold the post on 2025-03-01 and 2025-03-20")]
    (nowak,) = (entity for entity in found.entities if entity.type == "Person")
    assert (nowak.name, nowak.aliases) == ("Jan Nowak", ())
    assert {name.wording for name in nowak.names} == {"Jan Nowak", OFFICE.lower()}
    assert joins(resolve([unnamed("2025-03-10"), named("2025-03-20")]))[0][0] < 0.8


def test_what_somebody_decided_wins() -> None:
    here, there = unnamed("2025-03-10"), named("2025-03-10")
    key = trace(here).offices[0].key
    assert meant(here, there, decisions=Decisions(not_same={pair(key, NOWAK): ""})) is None
    other = named("2025-03-12", "Ewa Kowal")
    assert meant(here, there, other, decisions=Decisions(same={pair(key, KOWAL): ""})) == KOWAL


_DAYS = st.sampled_from([f"2025-03-{day:02}" for day in (1, 5, 10, 15, 20)])
_ARTICLES = st.one_of(
    st.builds(unnamed, _DAYS),
    st.builds(
        named,
        _DAYS,
        st.sampled_from(["Jan Nowak", "Ewa Kowal"]),
        status=st.sampled_from(["current", "former"]),
        since=st.sampled_from([None, "2025-03-08"]),
    ),
)


def everything(index: Index) -> tuple[dict[str, object], dict[str, object]]:
    return (
        {head: index.entity(head) for head in index.entities()},
        {article: index.keys(article) for article in index.articles()},
    )


@settings(max_examples=150, deadline=None)
@given(pool=st.lists(_ARTICLES, min_size=1, max_size=6, unique_by=lambda one: one.article.id), data=st.data())
def test_any_history_gives_what_the_articles_give(pool: list[Extraction], data: st.DataObject) -> None:
    index, there = Index(), dict[str, Extraction]()
    offices = [one.key for article in pool for one in trace(article).offices]
    denials = st.sets(st.sampled_from(offices), max_size=2) if offices else st.just(set[str]())
    for _ in range(data.draw(st.integers(1, 4))):
        entities, keys = everything(index)
        chosen = data.draw(st.lists(st.sampled_from(pool), max_size=4))
        for one in chosen:
            key = article_key(one.article)
            if there.pop(key, None) is not None:
                index.drop(key)
            else:
                index.put(trace(one))
                there[key] = one
        decisions = Decisions(not_same={pair(office, NOWAK): "" for office in data.draw(denials)})
        index.decide(decisions)
        changes = index.settle()
        now, after = everything(index)
        fresh = resolve(data.draw(st.permutations(list(there.values()))), decisions=decisions)
        assert after == fresh.keys
        assert list(now.values()) == list(fresh.entities)
        assert {head for head in now if entities.get(head) != now[head]} <= changes.entities <= now.keys()
        assert changes.entities_gone == entities.keys() - now.keys()
        moved = {key for key in keys.keys() & after.keys() if keys[key] != after[key]}
        assert moved - {article_key(one.article) for one in chosen} <= changes.articles
    index.close()
