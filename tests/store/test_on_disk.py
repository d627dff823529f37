"""What only a store on disk can do: stay, be read by many, and say who is in the way."""

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import WorkspaceError
from kg.store import open_store, oxigraph, read_store

QUAD = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c"), ox.NamedNode("urn:g"))


def test_what_was_loaded_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "a store"
    store = open_store(folder)
    store.load([QUAD])
    store.close()
    again = open_store(folder)
    assert set(again.quads()) == {QUAD}


def test_tidying_leaves_fewer_files(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    for number in range(4):
        store.load([ox.Quad(QUAD.subject, QUAD.predicate, ox.Literal(number), QUAD.graph_name)])
    before = len(list((tmp_path / "store").glob("*.sst")))
    store.tidy()
    store.close()
    assert len(list((tmp_path / "store").glob("*.sst"))) < before
    assert open_store(tmp_path / "store").count() == 4


def test_several_may_read_at_a_time(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load([QUAD])
    store.close()
    one, other = read_store(tmp_path / "store"), read_store(tmp_path / "store")
    assert one.count() == other.count() == 1


def test_only_one_may_write(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    with pytest.raises(WorkspaceError, match="another process is writing"):
        open_store(tmp_path / "store")
    store.close()


def test_another_process_may_not_write_either(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    script = "import sys; from pathlib import Path; from kg.store import open_store; open_store(Path(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "store")], capture_output=True, text=True, check=False
    )
    store.close()
    assert "another process is writing this store" in done.stderr


def test_reading_what_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="kg build"):
        read_store(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_a_store_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    open_store(tmp_path / "store").close()
    with pytest.raises(WorkspaceError, match="opened for reading"):
        read_store(tmp_path / "store").load([QUAD])


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("words", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="cannot be opened as a store"):
        open_store(tmp_path / "store")


@pytest.mark.parametrize("most", [0, 10])
def test_many_questions_have_the_same_answers_in_memory_and_on_disk(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oxigraph, "MOST_IN_MEMORY", most)
    written = open_store(tmp_path / "store")
    subject, graph = ox.NamedNode("https://ex.org/a"), ox.NamedNode("https://ex.org/g")
    written.load([ox.Quad(subject, ox.NamedNode("https://ex.org/p"), ox.Literal("1"), graph)])
    written.close()
    store = read_store(tmp_path / "store")
    ask = "SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } }"
    before = store.select(ask)
    with store.remembering():
        assert store.select(ask).rows == before.rows == (("https://ex.org/g", "1"),)
    assert store.select(ask).rows == before.rows
    with store.remembering(), pytest.raises(WorkspaceError, match="for reading"):
        store.clear()


def test_answers_are_remembered_only_while_asked_to(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load([ox.Quad(ox.NamedNode("https://ex.org/a"), ox.NamedNode("https://ex.org/p"), ox.Literal("1"))])
    ask = "SELECT ?o { ?s ?p ?o }"
    with store.remembering():
        first = store.select(ask)
        assert store.select(ask) is first
        with pytest.raises(WorkspaceError, match="remembers"):
            store.clear()
    assert store.select(ask) is not first
    store.clear()
    assert store.select(ask).rows == ()
