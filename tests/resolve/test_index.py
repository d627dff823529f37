"""An index that lived through anything says what a new one says."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Article, Entity, Extraction
from kg.resolve import Changes, Decisions, Index, article_key, resolve, trace
from kg.resolve.decisions import pair
from tests.strategies import extractions

type State = dict[str, object]


def entities(index: Index) -> State:
    return {head: index.entity(head) for head in index.entities()}


def happenings(index: Index) -> State:
    return {head: index.happening(head) for head in index.happenings()}


def keys(index: Index) -> State:
    return {article: index.keys(article) for article in index.articles()}


def check(changes: Changes, before: tuple[State, State, State], after: tuple[State, State, State]) -> None:
    """Everything that is not as it was has to be told of."""
    for was, now, changed, gone in (
        (before[0], after[0], changes.entities, changes.entities_gone),
        (before[1], after[1], changes.happenings, changes.happenings_gone),
    ):
        assert {head for head in now if was.get(head) != now[head]} <= changed
        assert gone == was.keys() - now.keys()
        assert changed <= now.keys()
    moved = {article for article in before[2].keys() & after[2].keys() if before[2][article] != after[2][article]}
    assert moved <= changes.articles


@given(st.lists(extractions(), min_size=1, max_size=5), st.data())
@settings(max_examples=60, deadline=None)
def test_any_history_gives_what_the_articles_give(pool: list[Extraction], data: st.DataObject) -> None:
    pool = list({article_key(one.article): one for one in pool}.values())
    index, there = Index(), dict[str, Extraction]()
    for _ in range(data.draw(st.integers(1, 5))):
        before = entities(index), happenings(index), keys(index)
        for one in data.draw(st.lists(st.sampled_from(pool), max_size=3)):
            key = article_key(one.article)
            if key in there and data.draw(st.booleans()):
                index.drop(key)
                del there[key]
            else:
                index.put(trace(one))
                there[key] = one
        changes = index.settle()
        after = entities(index), happenings(index), keys(index)
        check(changes, before, after)
        fresh = resolve(data.draw(st.permutations(list(there.values()))))
        assert list(after[0].values()) == list(fresh.entities)
        assert list(after[1].values()) == list(fresh.happenings)
        assert {article: found for article, found in after[2].items() if found} == {
            article: found for article, found in fresh.keys.items() if found
        }


def person(article: int, name: str) -> Extraction:
    entity = Entity(id="e1", type="Person", name=name)
    return Extraction(article=Article(id=f"a{article}", text="", sha256=f"{article:064x}"), entities=(entity,))


SOLEN, SOLAN = "person-mira-solen", "person-mira-solan"
SAME = Decisions(same={pair(SOLEN, SOLAN): "said by a reader: a misprint"})


def test_who_was_said_to_be_one_is_one_until_that_is_taken_back() -> None:
    index = Index()
    index.put(trace(person(1, "Mira Solen")))
    index.put(trace(person(2, "Mira Solan")))
    index.settle()
    apart = entities(index)
    assert list(apart) == [SOLAN, SOLEN]
    index.decide(SAME)
    changes = index.settle()
    together = index.entity(SOLAN)
    assert changes.entities == {SOLAN}
    assert changes.entities_gone == {SOLEN}
    assert changes.articles == {article_key(person(1, "Mira Solen").article)}
    assert together.aliases == ("Mira Solen",)
    (join,) = together.joins
    assert (join.of, join.score, join.rule) == ((SOLAN, SOLEN), 1.0, "curation")
    assert join.reason == "said by a reader: a misprint"
    index.decide(Decisions())
    index.settle()
    assert entities(index) == apart


def test_a_decision_outlasts_the_articles_it_is_about() -> None:
    index = Index(decisions=SAME)
    index.put(trace(person(1, "Mira Solen")))
    index.settle()
    assert list(entities(index)) == [SOLEN]
    index.put(trace(person(2, "Mira Solan")))
    index.settle()
    assert list(entities(index)) == [SOLAN]


def test_it_can_be_kept_in_a_file(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    index.put(trace(person(1, "Mira Solen")))
    index.settle()
    index.commit()
    kept = entities(index)
    index.close()
    again = Index(tmp_path / "index.sqlite")
    assert entities(again) == kept
    again.put(trace(person(2, "Mira Solen")))
    assert again.settle().entities == {SOLEN}
