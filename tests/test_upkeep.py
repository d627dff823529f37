"""Index and store follow the records: whatever was added, revised, removed or decided, and in whatever order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.curation import Grounds
from kg.pipeline import decide, open_graph, rebuild, remove
from kg.rdf.validation import validate_quads
from kg.records import Article, Extraction
from kg.records.exchange import to_json
from kg.resolve import article_key, fact_names
from kg.workspace import GraphFolder, create_workspace
from tests import samples
from tests.strategies import extractions
from tests.upkeep_aids import MAKER, add, exported, story


@pytest.fixture(autouse=True)
def _maker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)


STORIES = [story(number) for number in range(4)]


@pytest.fixture
def workspace(tmp_path: Path) -> GraphFolder:
    return create_workspace(tmp_path / "ws")


def fresh(folder: Path, name: str, read: Sequence[Extraction]) -> bytes:
    other = create_workspace(folder / name)
    add(other, *read)
    return exported(other, folder)


def test_one_by_one_in_any_order_gives_the_same_bytes(workspace: GraphFolder, tmp_path: Path) -> None:
    for number in (2, 0, 3, 1):
        add(workspace, STORIES[number])
    assert exported(workspace, tmp_path) == fresh(tmp_path, "other", STORIES)


def test_adding_the_same_twice_changes_nothing(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, *STORIES)
    before = exported(workspace, tmp_path)
    add(workspace, STORIES[1])
    assert exported(workspace, tmp_path) == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(extractions(), min_size=1, max_size=4, unique_by=lambda one: one.article.id), st.data())
def test_any_history_gives_the_graph_of_what_is_left(
    tmp_path_factory: pytest.TempPathFactory, read: list[Extraction], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("history")
    read = [replace(one, article=replace(one.article, url=None)) for one in read]
    workspace = create_workspace(folder / "ws")
    there: list[Extraction] = []
    for one in data.draw(st.permutations(read)):
        add(workspace, one)
        there.append(one)
        if len(there) > 1 and data.draw(st.booleans()):
            gone = there.pop(data.draw(st.integers(0, len(there) - 1)))
            remove([article_key(gone.article)], workspace)
    assert exported(workspace, folder) == fresh(folder, "other", there)


def test_removal_keeps_what_others_support(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, *STORIES)
    remove(["a1", "a3"], workspace)
    assert exported(workspace, tmp_path) == fresh(tmp_path, "other", [STORIES[0], STORIES[2]])


def test_a_revision_takes_the_place_of_what_it_revises(workspace: GraphFolder) -> None:
    add(workspace, *STORIES[:2])
    text = samples.TEXT + " More soon."
    article = replace(STORIES[0].article, text=text, sha256="0" * 64)
    new = replace(STORIES[0], article=article, events=(), statements=())
    add(workspace, new)
    store = open_graph(workspace)
    (row,) = store.select(
        "SELECT ?new ?old { ?n prov:wasRevisionOf ?o . ?n ckg:sha256 ?new . ?o ckg:sha256 ?old }"
    ).rows
    assert row == ("0" * 64, STORIES[0].article.sha256)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == ((2,),)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?a a ckg:Statement }").rows == ((1,),)
    assert validate_quads(store.quads()).conforms


def test_a_lost_index_is_made_again(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, *STORIES)
    before = exported(workspace, tmp_path)
    rebuild(workspace)
    assert exported(workspace, tmp_path) == before


def other_spelling(number: int) -> Extraction:
    read = story(number)
    people = tuple(
        replace(one, name="Mira Solan", aliases=("Solan",)) if one.type == "Person" else one for one in read.entities
    )
    return replace(read, entities=people)


SOLEN, SOLAN = "person-mira-solen", "person-mira-solan"
BY = Grounds(by="reader", why="one person", at="2025-08-01")


def test_who_is_said_to_be_one_is_one_until_it_is_undone(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1), other_spelling(2))
    before = exported(workspace, tmp_path)
    decision = decide(workspace, "same", (SOLEN, SOLAN), BY)
    store = open_graph(workspace)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?p a foaf:Person }").rows == ((1,),)
    (join,) = store.select("SELECT ?reason { ?m ckg:rule 'curation' ; ckg:reason ?reason ; ckg:score 1.0 }").rows
    assert join == ("one person (reader, 2025-08-01)",)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?r a ckg:RoleReport ; org:member id:person-mira-solan }").rows == (
        (2 * len(story(1).roles),),
    )
    assert validate_quads(store.quads()).conforms
    joined = exported(workspace, tmp_path)
    rebuild(workspace)
    assert exported(workspace, tmp_path) == joined
    decide(workspace, "undo", (decision.id,), BY)
    assert exported(workspace, tmp_path) == before


def test_who_is_said_to_differ_differs(workspace: GraphFolder) -> None:
    add(workspace, story(1), other_spelling(2))
    decide(workspace, "same", (SOLEN, SOLAN), BY)
    decide(workspace, "different", (SOLEN, SOLAN), BY)
    assert open_graph(workspace).select("SELECT (COUNT(*) AS ?n) { ?p a foaf:Person }").rows == ((2,),)


@pytest.mark.parametrize("kind", ["role", "event", "statement"])
def test_a_fact_found_wrong_is_gone_until_that_is_undone(workspace: GraphFolder, tmp_path: Path, kind: str) -> None:
    add(workspace, *STORIES[:2])
    before = exported(workspace, tmp_path)
    name = next(name for name in fact_names(STORIES[0]).values() if name.startswith(kind))
    fact = f"<https://w3id.org/conflict-kg/id/{name}>"
    assert open_graph(workspace).ask(f"ASK {{ {fact} ckg:rule ?rule }}")
    decision = decide(workspace, "wrong", (name, article_key(STORIES[0].article)), BY)
    assert not open_graph(workspace).ask(f"ASK {{ {{ {fact} ?p ?o }} UNION {{ ?s ?p {fact} }} }}")
    assert validate_quads(open_graph(workspace).quads()).conforms
    after = exported(workspace, tmp_path)
    rebuild(workspace)
    assert exported(workspace, tmp_path) == after
    decide(workspace, "undo", (decision.id,), BY)
    assert exported(workspace, tmp_path) == before


def test_a_fact_found_right_says_who_found_it(workspace: GraphFolder) -> None:
    add(workspace, STORIES[0])
    name = fact_names(STORIES[0])["v1"]
    decide(workspace, "right", (name, article_key(STORIES[0].article)), BY)
    (row,) = open_graph(workspace).select("SELECT ?fact ?why { ?fact ckg:checked ?why }").rows
    assert row == (f"https://w3id.org/conflict-kg/id/{name}", "one person (reader, 2025-08-01)")


def test_a_crash_between_record_and_store_is_made_good(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, *STORIES[:2])
    for extraction in STORIES[2:]:
        workspace.add(extraction.article, to_json(extraction), reader="test")
    assert exported(workspace, tmp_path) == fresh(tmp_path, "other", STORIES)


def test_articles_of_one_text_under_two_ids_are_two(workspace: GraphFolder) -> None:
    add(workspace, *STORIES)
    assert len(workspace) == 4
    assert isinstance(STORIES[0].article, Article)
