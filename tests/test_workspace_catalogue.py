"""What is remembered of the records' folder: always what a listing says, whoever changed it and whenever."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Article, Extraction
from kg.records.exchange import to_json
from kg.workspace import GraphFolder, create_workspace, open_workspace
from kg.workspace.names import FileName, file_name, grouped
from tests.samples import article

READER = "program 1 model 1"
LONG_AGO = 1_600_000_000_000_000_000


def add(workspace: GraphFolder, *names: str) -> None:
    with workspace.writing():
        for name in names:
            one = article(id=name, url=None)
            workspace.add(one, to_json(Extraction(article=one)), reader=READER)


def ids(workspace: GraphFolder) -> list[str]:
    return sorted(record.article.id for record in workspace.records())


def remembered(workspace: GraphFolder) -> int:
    """Return of how many folders the listing is trusted."""
    database = sqlite3.connect(workspace.folder / "records.sqlite")
    (number,) = database.execute("SELECT COUNT(*) FROM folder WHERE mark IS NOT NULL AND digest <> ''").fetchone()
    database.close()
    return int(number)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphFolder:
    """A workspace with two articles, in which folders are trusted at once."""
    monkeypatch.setattr("kg.workspace.catalogue._SETTLED", 0)
    made = create_workspace(tmp_path / "ws")
    add(made, "a", "b")
    with open_workspace(made.folder).writing():
        pass
    assert remembered(made) == 2
    return open_workspace(made.folder)


def _record_of(workspace: GraphFolder, name: str) -> Path:
    return file_name(article(id=name, url=None), reader=READER).path(workspace.folder / "records")


class TestNoticing:
    def test_nothing_is_listed_where_nothing_has_changed(
        self, workspace: GraphFolder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("kg.workspace.catalogue.Catalogue._list", None)
        again = open_workspace(workspace.folder)
        assert ids(again) == ["a", "b"]
        assert again.key("maker") == workspace.key("maker")

    def test_a_record_that_somebody_deleted(self, workspace: GraphFolder) -> None:
        before = workspace.key("maker")
        _record_of(workspace, "a").unlink()
        again = open_workspace(workspace.folder)
        assert ids(again) == ["b"]
        assert again.key("maker") != before

    def test_a_folder_that_somebody_deleted(self, workspace: GraphFolder) -> None:
        shutil.rmtree(_record_of(workspace, "a").parent)
        again = open_workspace(workspace.folder)
        assert ids(again) == ["b"]
        alone = create_workspace(workspace.folder.parent / "alone")
        add(alone, "b")
        assert again.key("maker") == alone.key("maker")

    def test_a_record_that_somebody_put_there(self, workspace: GraphFolder) -> None:
        other = create_workspace(workspace.folder.parent / "other")
        add(other, "c")
        path = _record_of(workspace, "c")
        path.parent.mkdir()
        shutil.copy(_record_of(other, "c"), path)
        assert ids(open_workspace(workspace.folder)) == ["a", "b", "c"]

    def test_a_folder_put_back_with_its_old_times(self, workspace: GraphFolder) -> None:
        path = _record_of(workspace, "a")
        folder, times = path.parent, path.parent.stat()
        path.unlink()
        os.utime(folder, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert ids(open_workspace(workspace.folder)) == ["b"]

    def test_rebuilding_lists_everything(self, workspace: GraphFolder) -> None:
        database = sqlite3.connect(workspace.folder / "records.sqlite")
        database.execute("DELETE FROM record WHERE article = ?", (_record_of(workspace, "a").name[:16],))
        database.commit()
        database.close()
        misled = open_workspace(workspace.folder)
        assert ids(misled) == ["b"]
        with misled.writing():
            misled.list_anew()
        assert ids(misled) == ids(open_workspace(workspace.folder)) == ["a", "b"]
        assert misled.key("maker") == workspace.key("maker")

    def test_a_folder_that_has_just_changed_is_not_trusted(self, tmp_path: Path) -> None:
        made = create_workspace(tmp_path / "ws")
        add(made, "a")
        with open_workspace(made.folder).writing():
            pass
        assert remembered(made) == 0

    def test_what_a_killed_process_left_waits_for_a_writer(self, workspace: GraphFolder) -> None:
        half = _record_of(workspace, "a").with_suffix(".tmp")
        half.write_text("{", encoding="utf-8")
        reader = open_workspace(workspace.folder)
        assert ids(reader) == ["a", "b"]
        with open_workspace(workspace.folder).writing():
            assert not half.exists()


class TestFile:
    def test_without_it_all_is_as_before(self, workspace: GraphFolder) -> None:
        key = workspace.key("maker")
        (workspace.folder / "records.sqlite").unlink()
        again = open_workspace(workspace.folder)
        assert (ids(again), again.key("maker")) == (["a", "b"], key)

    def test_damaged_it_is_made_anew(self, workspace: GraphFolder) -> None:
        (workspace.folder / "records.sqlite").write_bytes(b"no database" * 100)
        again = open_workspace(workspace.folder)
        assert ids(again) == ["a", "b"]
        add(again, "c")
        assert remembered(again) == 2
        assert ids(open_workspace(workspace.folder)) == ["a", "b", "c"]

    def test_who_reads_while_another_writes_sees_what_is_on_disk(self, workspace: GraphFolder) -> None:
        one = article(id="c", url=None)
        with workspace.writing():
            workspace.add(one, to_json(Extraction(article=one)), reader=READER)
            meanwhile = open_workspace(workspace.folder)
            assert ids(meanwhile) == ["a", "b", "c"]
        assert meanwhile.key("maker") == open_workspace(workspace.folder).key("maker")

    def test_what_was_added_before_an_error_is_kept(self, workspace: GraphFolder) -> None:
        def fail() -> None:
            with workspace.writing():
                one = article(id="c", url=None)
                workspace.add(one, to_json(Extraction(article=one)), reader=READER)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert ids(workspace) == ids(open_workspace(workspace.folder)) == ["a", "b", "c"]


_SOME = st.builds(
    Article,
    id=st.sampled_from("abc"),
    url=st.sampled_from([None, "https://wire.example/1", "https://wire.example/2"]),
    text=st.sampled_from(["One.", "Two."]),
    sha256=st.just("0" * 64),
)


@settings(max_examples=25)
@given(articles=st.lists(_SOME, max_size=6), data=st.data())
def test_versions_are_those_of_a_whole_listing(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article], data: st.DataObject
) -> None:
    workspace = create_workspace(tmp_path_factory.mktemp("any") / "ws")
    with workspace.writing():
        for one in articles:
            workspace.add(one, to_json(Extraction(article=one)), reader=READER)
        for one in data.draw(st.lists(st.sampled_from(articles), max_size=2, unique=True)) if articles else ():
            if workspace.current(file_name(one, reader=READER).version) is not None:
                workspace.remove(one.id)
    found = [FileName(*path.stem.split("-")) for path in (workspace.folder / "records").glob("??/*")]
    expected = [[name.version for name in versions.names] for versions in grouped(reversed(found))]
    again = open_workspace(workspace.folder)
    for place in (workspace, again):
        assert [record.article.id for record in place.records()] == [
            place.versions(versions[-1])[0].article.id for versions in expected
        ]
        assert len(place) == len(expected)
        assert place.count() == len(found)
        assert [len(place.versions(versions[0])) for versions in expected] == [len(one) for one in expected]
    (workspace.folder / "records.sqlite").unlink()
    assert again.key("maker") == open_workspace(workspace.folder).key("maker")
