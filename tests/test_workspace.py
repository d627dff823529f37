"""The workspace: what is kept, what replaces what, and what a crash may leave."""

import multiprocessing
import os
import time
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kg.errors import ConfigError, WorkspaceError
from kg.records import Article, Extraction
from kg.records.exchange import to_json
from kg.resolve import article_key
from kg.workspace import Added, GraphFolder, create_workspace, open_workspace
from tests.samples import article, extraction

READER = "program 1 model 1"


def keep(workspace: GraphFolder, one: Article, record: str | None = None, *, reader: str = READER) -> Added:
    return workspace.add(one, record or to_json(Extraction(article=one)), reader=reader)


def kept(workspace: GraphFolder) -> list[str]:
    return sorted(record.article.text for record in workspace.records())


def files(folder: Path) -> list[Path]:
    return sorted((folder / "records").glob("??/*"))


@pytest.fixture
def workspace(tmp_path: Path) -> GraphFolder:
    return create_workspace(tmp_path / "ws")


class TestArticles:
    def test_record_comes_back_as_it_was(self, workspace: GraphFolder) -> None:
        record = extraction()
        assert keep(workspace, record.article, to_json(record)).change == "added"
        assert list(workspace.records()) == [record]
        assert list(open_workspace(workspace.folder).records()) == [record]

    def test_same_article_twice_changes_nothing(self, workspace: GraphFolder) -> None:
        assert keep(workspace, article()) == Added("added", article_key(article()), ())
        before = [(path, path.read_bytes()) for path in files(workspace.folder)]
        assert workspace.has(article(), reader=READER)
        assert keep(workspace, article()) == Added("kept", None, ())
        assert [(path, path.read_bytes()) for path in files(workspace.folder)] == before

    @pytest.mark.parametrize(
        "changes",
        [{"text": "Other words."}, {"id": "other", "text": "Same url, other id."}, {"text": "Later.", "url": None}],
        ids=["text", "same-url", "no-url"],
    )
    def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(
        self, workspace: GraphFolder, changes: dict[str, str | None]
    ) -> None:
        keep(workspace, article())
        changed = article(**changes)
        assert not workspace.has(changed, reader=READER)
        assert keep(workspace, changed) == Added("revised", article_key(changed), (article_key(article()),))
        for place in (workspace, open_workspace(workspace.folder)):
            assert kept(place) == [changed.text]
            assert [version.article for version in place.versions("sample-1")] == [changed, article()]
            assert len(place) == 1

    def test_what_was_published_later_counts(self, workspace: GraphFolder) -> None:
        late, early = article(published="2025-07-24", text="Late."), article(published="2025-07-23", text="Early.")
        keep(workspace, late)
        assert keep(workspace, early) == Added("revised", None, ())
        assert kept(workspace) == ["Late."]
        assert [version.article.text for version in workspace.versions("sample-1")] == ["Late.", "Early."]

    def test_an_earlier_text_can_come_back(self, workspace: GraphFolder) -> None:
        first, second = article(), article(text="Other words.")
        for one in (first, second):
            keep(workspace, one)
        assert keep(workspace, first) == Added("revised", article_key(first), (article_key(second),))
        assert [version.article for version in open_workspace(workspace.folder).versions("sample-1")] == [first, second]

    def test_other_metadata_are_no_new_version(self, workspace: GraphFolder) -> None:
        keep(workspace, article())
        changed = article(published="2025-07-23")
        assert keep(workspace, changed) == Added("reread", article_key(changed), ())
        assert [version.article for version in workspace.versions("sample-1")] == [changed]
        assert len(files(workspace.folder)) == 1

    def test_one_article_can_replace_two(self, workspace: GraphFolder) -> None:
        first = article(id="a", url="https://wire.example/a", text="A.")
        second = article(id="b", url="https://wire.example/b", text="B.")
        keep(workspace, first)
        keep(workspace, second)
        both = keep(workspace, article(id="a", url="https://wire.example/b", text="C."))
        assert set(both.gone) == {article_key(first), article_key(second)}
        assert kept(workspace) == kept(open_workspace(workspace.folder)) == ["C."]
        assert len(workspace.versions("b")) == 3

    def test_articles_without_url_do_not_replace_each_other(self, workspace: GraphFolder) -> None:
        for name in "abc":
            assert keep(workspace, article(id=name, url=None, text=name)).change == "added"
        assert kept(workspace) == ["a", "b", "c"]

    def test_another_program_reads_again(self, workspace: GraphFolder) -> None:
        keep(workspace, article())
        assert not workspace.has(article(), reader="program 2 model 1")
        again = keep(workspace, article(), reader="program 2 model 1")
        assert again == Added("reread", article_key(article()), ())
        assert len(files(workspace.folder)) == 1

    def test_key_follows_the_articles_and_not_their_order(self, tmp_path: Path) -> None:
        keys = []
        for order in ("ab", "ba", "a"):
            workspace = create_workspace(tmp_path / order)
            for name in order:
                keep(workspace, article(id=name, url=None))
            keys.append(workspace.key("maker"))
        assert keys[0] == keys[1] != keys[2]
        assert open_workspace(tmp_path / "ab").key("maker") == keys[0] != open_workspace(tmp_path / "ab").key("other")


class TestRemoval:
    @pytest.mark.parametrize("reference", ["sample-1", "https://wire.example/2025/07/22/talks", article_key(article())])
    def test_an_article_goes_with_all_its_versions(self, workspace: GraphFolder, reference: str) -> None:
        keep(workspace, article(id="other", url=None))
        keep(workspace, article(text="Before."))
        keep(workspace, article())
        assert workspace.remove(reference) == article_key(article())
        assert len(workspace) == 1
        assert len(files(workspace.folder)) == 1
        assert [one.article.id for one in open_workspace(workspace.folder).records()] == ["other"]

    def test_what_is_not_there_is_named(self, workspace: GraphFolder) -> None:
        with pytest.raises(WorkspaceError, match="nobody: no article with this id, url or key"):
            workspace.remove("nobody")


class TestCrash:
    def test_half_written_record_is_none(self, workspace: GraphFolder) -> None:
        keep(workspace, article())
        (path,) = files(workspace.folder)
        half = path.with_suffix(".tmp")
        half.write_text('{"article":', encoding="utf-8")
        again = open_workspace(workspace.folder)
        assert len(again) == 1
        with again.writing():
            assert not half.exists()

    def test_crash_between_a_new_reading_and_the_removal_of_the_old(self, workspace: GraphFolder) -> None:
        keep(workspace, article())
        (old,) = files(workspace.folder)
        before = old.read_bytes()
        changed = article(published="2025-07-23")
        keep(workspace, changed)
        (new,) = files(workspace.folder)
        old.write_bytes(before)
        now = time.time_ns()
        os.utime(old, ns=(now - 10**9, now - 10**9))
        os.utime(new, ns=(now, now))
        again = open_workspace(workspace.folder)
        with again.writing():
            assert files(workspace.folder) == [new]
            assert [one.article for one in again.records()] == [changed]

    def test_damaged_record_is_named(self, workspace: GraphFolder) -> None:
        keep(workspace, article())
        (path,) = files(workspace.folder)
        path.write_text("{}", encoding="utf-8")
        with pytest.raises(WorkspaceError, match=f"{path.name}: a damaged record"):
            list(workspace.records())


def _hold(folder: Path, holding: Event) -> None:
    with open_workspace(folder).writing():
        holding.set()
        time.sleep(60)


class TestLock:
    def test_two_writers_do_not_meet_and_a_killed_one_leaves_no_lock(self, workspace: GraphFolder) -> None:
        spawn = multiprocessing.get_context("spawn")
        holding = spawn.Event()
        other = spawn.Process(target=_hold, args=(workspace.folder, holding))
        other.start()
        try:
            assert holding.wait(30)
            with (
                pytest.raises(WorkspaceError, match="another process is writing to this workspace"),
                workspace.writing(),
            ):
                pass
        finally:
            other.kill()
            other.join()
            other.close()
        with workspace.writing():
            keep(workspace, article())

    def test_writer_sees_what_another_wrote_meanwhile(self, workspace: GraphFolder) -> None:
        later = open_workspace(workspace.folder)
        keep(workspace, article())
        with later.writing():
            assert later.has(article(), reader=READER)


class TestFolder:
    def test_made_with_settings_to_fill_in(self, workspace: GraphFolder) -> None:
        assert sorted(path.name for path in workspace.folder.iterdir()) == ["curation.jsonl", "kg.toml", "records"]

    def test_settings_are_kept_and_options_go_first(self, workspace: GraphFolder) -> None:
        (workspace.folder / "kg.toml").write_text('model = "other"\nworkers = 3\n', encoding="utf-8")
        again = create_workspace(workspace.folder, workers=1)
        assert again.settings == replace(open_workspace(workspace.folder).settings, workers=1)
        assert again.settings.model == "other"

    def test_bad_settings(self, workspace: GraphFolder) -> None:
        (workspace.folder / "kg.toml").write_text("colour = 1\n", encoding="utf-8")
        with pytest.raises(ConfigError, match="unknown key 'colour'"):
            open_workspace(workspace.folder)

    def test_no_workspace(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceError, match="no workspace; make one"):
            open_workspace(tmp_path / "none")

    def test_folder_with_other_things_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("Dear", encoding="utf-8")
        with pytest.raises(WorkspaceError, match="holds other things and is no workspace"):
            create_workspace(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    def test_file_in_the_way(self, tmp_path: Path) -> None:
        (tmp_path / "ws").write_text("", encoding="utf-8")
        with pytest.raises(WorkspaceError, match="no workspace can be made here"):
            create_workspace(tmp_path / "ws")
