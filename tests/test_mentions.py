"""What a person means by two things typed, and that what is decided of them can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.curation import Grounds, Verb
from kg.errors import QueryError, WorkspaceError
from kg.mentions import pair_of
from kg.pipeline import decide, open_graph, rebuild
from kg.rdf.validation import validate_quads
from kg.records import Extraction
from kg.resolve import article_key, article_node, own_key
from kg.workspace import GraphFolder, create_workspace
from tests.upkeep_aids import MAKER, add, exported, story

SOLEN = "person-mira-solen"
BY = Grounds(by="reader", why="another woman", at="2025-08-01")
HOLDERS = "SELECT DISTINCT ?p { ?r a ckg:RoleReport ; org:member ?p } ORDER BY ?p"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)
    return create_workspace(tmp_path / "ws")


def asked(workspace: GraphFolder, do: Verb, one: str, other: str) -> tuple[str, str]:
    store = open_graph(workspace)
    found = pair_of(workspace, store, do, (one, other))
    store.close()
    return found


def key(number: int) -> str:
    return article_key(story(number).article)


def copied(number: int) -> Extraction:
    """Return a story that is longer, so that most of its words are those of the others."""
    read = story(number)
    text = read.article.text + " The market had been open since dawn and was full of people from all of the valley."
    return replace(read, article=replace(read.article, text=text))


def test_a_name_in_one_article_is_taken_out_and_put_back(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1), story(2), story(3))
    before = exported(workspace, tmp_path)
    name = story(2).article.id
    of = asked(workspace, "different", f"Mira Solen@{name}", "Mira Solen")
    assert of == (own_key(SOLEN, key(2)), SOLEN)
    decision = decide(workspace, "different", of, BY)
    store = open_graph(workspace)
    assert len(store.select(HOLDERS).rows) == 2
    assert validate_quads(store.quads()).conforms
    store.close()
    apart = exported(workspace, tmp_path)
    rebuild(workspace)
    assert exported(workspace, tmp_path) == apart
    decide(workspace, "undo", (decision.id,), BY)
    assert exported(workspace, tmp_path) == before


def test_names_of_two_articles_that_were_taken_out_can_be_one(workspace: GraphFolder) -> None:
    add(workspace, story(1), story(2), story(3))
    ids = [story(number).article.id for number in (1, 2)]
    for name in ids:
        decide(workspace, "different", asked(workspace, "different", "Mira Solen", f"Mira Solen@{name}"), BY)
    of = asked(workspace, "same", *(f"Mira Solen@{name}" for name in ids))
    assert of == (own_key(SOLEN, key(1)), own_key(SOLEN, key(2)))
    decide(workspace, "same", of, BY)
    assert len(open_graph(workspace).select(HOLDERS).rows) == 2


def test_two_that_are_not_one_need_not_be_told_apart(workspace: GraphFolder) -> None:
    add(workspace, story(1))
    with pytest.raises(QueryError, match="are not one in this graph"):
        asked(workspace, "different", f"Mira Solen@{story(1).article.id}", "Velmora")


def test_a_name_that_the_article_does_not_use(workspace: GraphFolder) -> None:
    add(workspace, story(1))
    with pytest.raises(QueryError, match=r"^Nadia Sorel: .* names nobody"):
        asked(workspace, "different", f"Nadia Sorel@{story(1).article.id}", "Mira Solen")


def test_an_article_that_is_not_there(workspace: GraphFolder) -> None:
    add(workspace, story(1))
    with pytest.raises(WorkspaceError, match=r"^elsewhere: no article"):
        asked(workspace, "different", "Mira Solen@elsewhere", "Mira Solen")


def test_copies_can_be_told_apart_and_others_be_made_copies(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, copied(1), copied(2))
    groups = "SELECT ?group { ?group a ckg:CopyGroup }"
    assert len(open_graph(workspace).select(groups).rows) == 1
    before = exported(workspace, tmp_path)
    nodes = tuple(article_node(article_key(copied(number).article)) for number in (1, 2))
    of = asked(workspace, "different", copied(1).article.id, copied(2).article.id)
    assert of == nodes
    decision = decide(workspace, "different", of, BY)
    assert open_graph(workspace).select(groups).rows == ()
    rebuild(workspace)
    assert open_graph(workspace).select(groups).rows == ()
    decide(workspace, "same", of, BY)
    (rule,) = open_graph(workspace).select("SELECT ?rule { ?m ckg:into ?g ; ckg:rule ?rule . ?g a ckg:CopyGroup }").rows
    assert rule == ("curation",)
    decide(workspace, "undo", ("c2",), BY)
    decide(workspace, "undo", (decision.id,), BY)
    assert exported(workspace, tmp_path) == before
