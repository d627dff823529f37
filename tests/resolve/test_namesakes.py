"""Two people of one full name: told apart by the states that they serve, or by somebody who knows better."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Article, Entity, Extraction, Role, Span
from kg.resolve import Decisions, Index, article_key, resolve, trace
from kg.resolve.decisions import own_key, pair
from kg.resolve.namesakes import FAR_MORE, are_apart, people, state_of

NAME = "person-ivan-petrov"


def told(
    number: int, *states: str, category: str = "Minister", confidence: float = 0.95, name: str = "Ivan Petrov"
) -> Extraction:
    """Return an article that gives one man posts in `states`."""
    bodies = tuple(
        Entity(id=f"b{n}", type="Country", name=code, country=code, mentions=(Span(20 + n, 21 + n),))
        for n, code in enumerate(states)
    )
    roles = tuple(
        Role(
            id=f"r{n}",
            person="e1",
            title="minister",
            category=category,
            organization=body.id,
            status="current",
            evidence=Span(0, 11),
            confidence=confidence,
            rule="apposition",
        )
        for n, body in enumerate(bodies)
    )
    man = Entity(id="e1", type="Person", name=name, mentions=(Span(0, 11),))
    article = Article(id=f"a{number}", text="", sha256=f"{number:064x}")
    return Extraction(article=article, entities=(man, *bodies), roles=roles)


def men(articles: Iterable[Extraction], decisions: Decisions | None = None) -> dict[str, str]:
    """Return whom each article means."""
    articles = list(articles)
    found = resolve(articles, decisions=decisions)
    return {one.article.id: found.keys[article_key(one.article)]["e1"] for one in articles}


def test_posts_in_two_states_are_posts_of_two_people() -> None:
    assert men([told(1, "UA"), told(2, "RU"), told(3, "UA")]) == {
        "a1": f"{NAME}.ua",
        "a2": f"{NAME}.ru",
        "a3": f"{NAME}.ua",
    }


def test_who_is_called_by_the_name_alone_is_neither_of_two() -> None:
    assert men([told(1, "UA"), told(2, "RU"), told(3)])["a3"] == NAME


def test_an_article_that_gives_one_man_both_shows_that_they_are_one() -> None:
    assert set(men([told(1, "UA"), told(2, "GE"), told(3, "GE", "UA"), told(4)]).values()) == {NAME}


def test_whom_nearly_all_articles_mean_has_the_name_for_his_own() -> None:
    many = [told(number, "RU") for number in range(FAR_MORE)]
    found = men([*many, told(50, "US"), told(51)])
    assert {found[one.article.id] for one in many} == {NAME}
    assert (found["a50"], found["a51"]) == (f"{NAME}.us", NAME)
    assert men([*many[1:], told(50, "US"), told(51)])["a1"] == f"{NAME}.ru"


@pytest.mark.parametrize(("category", "confidence"), [("Ambassador", 0.95), ("Advisor", 0.95), ("Minister", 0.7)])
def test_posts_that_may_be_in_any_state_tell_nobody_apart(category: str, confidence: float) -> None:
    articles = [told(1, "UA"), told(2, "RU", category=category, confidence=confidence)]
    assert set(men(articles).values()) == {NAME}


def test_what_tells_them_apart_is_said() -> None:
    found = resolve([told(1, "UA"), told(2, "RU"), told(3, "UA")])
    (join,) = (join for join in found.joins if join.of == (f"{NAME}.ua",))
    assert join.reason == "same full name and posts in one state (UA) in 2 articles"


def test_names_that_are_alike_are_not_joined_through_them() -> None:
    found = resolve([told(1, "UA"), told(2, "RU"), told(3, "RU", name="Ivan Petrow")])
    assert found.keys[article_key(told(1).article)]["e1"] == f"{NAME}.ua"
    assert {"Ivan Petrow"} < {name for entity in found.entities for name in (entity.name, *entity.aliases)}


def test_whom_somebody_took_out_is_another_until_that_is_taken_back() -> None:
    articles = [told(1), told(2), told(3)]
    own = own_key(NAME, article_key(articles[1].article))
    apart = Decisions(not_same={pair(own, NAME): "said by a reader"})
    assert men(articles, apart) == {"a1": NAME, "a2": own, "a3": NAME}
    index = Index()
    for one in articles:
        index.put(trace(one))
    index.settle()
    before = [index.entity(head) for head in index.entities()]
    index.decide(apart)
    changes = index.settle()
    assert changes.articles == {article_key(articles[1].article)}
    assert changes.entities == {own, NAME}
    index.decide(Decisions())
    assert index.settle().entities_gone == {own}
    assert [index.entity(head) for head in index.entities()] == before


def test_who_was_taken_out_of_two_articles_can_be_made_one() -> None:
    articles = [told(1), told(2), told(3)]
    first, second = (own_key(NAME, article_key(one.article)) for one in articles[:2])
    apart = {pair(first, NAME): "", pair(second, NAME): ""}
    found = men(articles, Decisions(not_same=apart, same={pair(first, second): ""}))
    assert found["a1"] == found["a2"] != found["a3"] == NAME


def test_keys_say_whom_they_tell_apart() -> None:
    assert state_of(f"{NAME}.ua") == "ua"
    assert state_of(NAME) is state_of("person-petrov.minister.country-ua") is None
    assert are_apart(f"{NAME}.ua", f"{NAME}.ru")
    assert not are_apart(f"{NAME}.ua", "person-ivan-petrow.ru")
    assert not are_apart("org-a.ua", "org-a.ru")


def test_whoever_holds_posts_in_one_state_is_one() -> None:
    assert people(NAME, {"UA": 3}) == {}
    assert people(f"{NAME}.minister.country-ua", {"UA": 1, "RU": 1}) == {}


@settings(max_examples=150, deadline=None)
@given(
    pool=st.lists(st.lists(st.sampled_from(["GE", "RU", "UA"]), max_size=2, unique=True), min_size=1, max_size=6),
    data=st.data(),
)
def test_any_history_gives_what_the_articles_give(pool: list[list[str]], data: st.DataObject) -> None:
    articles = [told(number, *states) for number, states in enumerate(pool)]
    keys = [article_key(one.article) for one in articles]
    choices = st.sets(st.sampled_from(keys), max_size=2)
    index, there, decisions = Index(), dict[str, Extraction](), Decisions()
    for _ in range(data.draw(st.integers(1, 4))):
        before = {article: index.keys(article) for article in index.articles()}
        chosen = data.draw(st.lists(st.sampled_from(articles), max_size=4))
        for one in chosen:
            key = article_key(one.article)
            if there.pop(key, None) is not None:
                index.drop(key)
            else:
                index.put(trace(one))
                there[key] = one
        decisions = Decisions(not_same={pair(own_key(NAME, key), NAME): "" for key in data.draw(choices)})
        index.decide(decisions)
        changes = index.settle()
        after = {article: index.keys(article) for article in index.articles()}
        fresh = resolve(data.draw(st.permutations(list(there.values()))), decisions=decisions)
        assert after == fresh.keys
        assert [index.entity(head) for head in index.entities()] == list(fresh.entities)
        moved = {key for key in before.keys() & after.keys() if before[key] != after[key]}
        assert moved - {article_key(one.article) for one in chosen} <= changes.articles
    index.close()
