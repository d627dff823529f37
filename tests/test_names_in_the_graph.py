"""Known names in a workspace: the graph goes by them, in any order, and is what it was when they are taken back."""

from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

import pytest

from kg.errors import NamesError
from kg.pipeline import add_names, decide, open_graph, rebuild, remove_names
from kg.rdf.validation import validate_quads
from kg.records import Extraction
from kg.resolve import Entry
from kg.review import doubts, joins_of, matched
from kg.store import Iri
from kg.workspace import GraphFolder, create_workspace
from tests.test_upkeep import BY, SOLEN, STORIES
from tests.upkeep_aids import MAKER, add, exported, story

IRI = "https://names.example/solen"
MIRA = Entry(id=IRI, name="Mira Solen", aliases=("Mira Castun",), type="Person", country="VX")
COUNCIL = Entry(id="O-1", name="Security Council", type="GovernmentBody", country="VX")
TWO = [Entry(id=id_, name="Mira Solen", type="Person") for id_ in ("A-1", "A-2")]


CASTUN = "person-mira-castun"


def married(number: int) -> Extraction:
    """Return the story with the person under another family name."""
    read = story(number)
    people = (replace(one, name="Mira Castun", aliases=()) if one.type == "Person" else one for one in read.entities)
    return replace(read, entities=tuple(people))


@pytest.fixture(autouse=True)
def _maker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline._maker", lambda _: MAKER)


@pytest.fixture
def workspace(tmp_path: Path) -> GraphFolder:
    return create_workspace(tmp_path / "ws")


def test_names_make_one_of_two_and_are_taken_back_to_the_byte(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1), married(2))
    before = exported(workspace, tmp_path)
    assert open_graph(workspace).select("SELECT ?p { ?p a foaf:Person } ORDER BY ?p").rows == (
        ("https://w3id.org/conflict-kg/id/person-mira-castun",),
        ("https://w3id.org/conflict-kg/id/person-mira-solen",),
    )
    assert add_names(workspace, [MIRA, COUNCIL], source="list.csv", at="2025-08-01").list == "n1"
    store = open_graph(workspace)
    assert store.select("SELECT ?match { ?p a foaf:Person ; skos:exactMatch ?match }").rows == ((IRI,),)
    assert store.select("SELECT ?id { ?body skos:prefLabel 'Security Council'@en ; dct:identifier ?id }").rows == (
        ("O-1",),
    )
    assert matched(store) == {IRI: ["Mira Castun"], "O-1": ["Security Council"]}
    assert validate_quads(store.quads()).conforms
    after = exported(workspace, tmp_path)
    rebuild(workspace)
    assert exported(workspace, tmp_path) == after
    assert remove_names(workspace, ["n1"]) == 2
    assert exported(workspace, tmp_path) == before


def test_the_same_list_twice_changes_no_byte(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1))
    add_names(workspace, [MIRA, COUNCIL], source="list.csv", at="2025-08-01")
    before = exported(workspace, tmp_path), workspace.names_file.read_bytes()
    assert add_names(workspace, [COUNCIL, MIRA], source="again.csv", at="2026-01-01").list is None
    assert (exported(workspace, tmp_path), workspace.names_file.read_bytes()) == before


def test_no_order_of_articles_and_names_makes_a_difference(tmp_path: Path) -> None:
    steps: list[Extraction | Entry] = [story(1), married(2), MIRA, COUNCIL]
    found = set()
    for number, order in enumerate(islice(permutations(steps), 0, None, 3)):
        workspace = create_workspace(tmp_path / str(number))
        for step in order:
            if isinstance(step, Entry):
                add_names(workspace, [step], source="list.csv", at="2025-08-01")
            else:
                add(workspace, step)
        found.add(exported(workspace, tmp_path))
    assert len(found) == 1


def test_an_article_may_come_after_the_names_and_go(workspace: GraphFolder, tmp_path: Path) -> None:
    add_names(workspace, [MIRA], source="list.csv", at="2025-08-01")
    add(workspace, *STORIES)
    assert matched(open_graph(workspace)) == {IRI: ["Mira Solen"]}
    lost = exported(workspace, tmp_path)
    workspace.index_file.unlink()
    (workspace.folder / "store.key").unlink()
    assert exported(workspace, tmp_path) == lost


def test_what_more_than_one_is_called_is_for_review_until_somebody_says(workspace: GraphFolder) -> None:
    add(workspace, story(1))
    add_names(workspace, TWO, source="list.csv", at="2025-08-01")
    store, base = open_graph(workspace), workspace.settings.base
    assert matched(store) == {}
    assert validate_quads(store.quads()).conforms
    first = doubts(store, base=base)[0]
    assert (first.open, first.rule) == (True, "known entry")
    assert first.commands == (f"kg same {SOLEN} A-1", f"kg same {SOLEN} A-2")
    assert joins_of(store, Iri(f"{base}{SOLEN}"), base=base) == (first,)
    store.close()
    decision = decide(workspace, "same", (SOLEN, "A-2"), BY)
    store = open_graph(workspace)
    assert matched(store) == {"A-2": ["Mira Solen"]}
    (join,) = joins_of(store, Iri(f"{base}{SOLEN}"), base=base)
    assert (join.open, join.reason) == (False, "Mira Solen (A-2): one person (reader, 2025-08-01)")
    store.close()
    decide(workspace, "undo", (decision.id,), BY)
    assert doubts(open_graph(workspace), base=base)[0] == first


def test_a_person_parts_what_a_list_joined(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1), married(2))
    add_names(workspace, [MIRA], source="list.csv", at="2025-08-01")
    joined = exported(workspace, tmp_path)
    decision = decide(workspace, "different", (SOLEN, CASTUN), BY)
    store = open_graph(workspace)
    assert store.select("SELECT (COUNT(*) AS ?n) { ?p a foaf:Person }").rows == ((2,),)
    assert matched(store) == {}
    assert validate_quads(store.quads()).conforms
    store.close()
    decide(workspace, "undo", (decision.id,), BY)
    assert exported(workspace, tmp_path) == joined


def test_names_that_are_not_there_cannot_be_taken_back(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1))
    add_names(workspace, [MIRA], source="list.csv", at="2025-08-01")
    before = exported(workspace, tmp_path)
    with pytest.raises(NamesError, match="n7"):
        remove_names(workspace, ["n1", "n7"])
    assert exported(workspace, tmp_path) == before


def test_a_crash_between_names_and_store_is_made_good(workspace: GraphFolder, tmp_path: Path) -> None:
    add(workspace, story(1), married(2))
    add_names(workspace, [MIRA], source="list.csv", at="2025-08-01")
    whole, names = exported(workspace, tmp_path), workspace.names()
    remove_names(workspace, ["n1"])
    workspace.keep_names(names)
    assert exported(workspace, tmp_path) == whole


def test_names_count_where_a_graph_is_made_of_the_surer_facts(workspace: GraphFolder) -> None:
    add(workspace, story(1))
    add_names(workspace, [MIRA], source="list.csv", at="2025-08-01")
    assert matched(open_graph(workspace, min_confidence=0.5)) == {IRI: ["Mira Solen"]}
