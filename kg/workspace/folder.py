"""The workspace's folder on disk: records in and out, the lock, and what says whether the store is up to date."""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple, Self

from kg.config import FILE_NAME, TEMPLATE, Settings, load_settings
from kg.curation import decisions_of, read_decisions
from kg.errors import RecordError, WorkspaceError
from kg.known_names import Kept, dump, in_force, parse
from kg.records import Article, Extraction
from kg.records.exchange import from_json
from kg.resolve import Decisions, Entry
from kg.workspace.catalogue import Catalogue, Listing
from kg.workspace.names import FileName, Versions, file_name, hashes

Change = Literal["added", "revised", "reread", "kept"]


class Added(NamedTuple):
    """What has become of an article that was added: a new one, a new text of a known one, one read anew, or as it was.

    `into` is the key of the version that counts now, None where it is the one that counted before; `gone` are keys of
    versions that counted before and no longer do.
    """

    change: Change
    into: str | None
    gone: tuple[str, ...]


class GraphFolder:
    """A workspace on disk; use `open_workspace` or `create_workspace` to get one."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        """List what is in `folder`."""
        self.folder = folder
        self.settings = settings
        self._records = folder / "records"
        self._catalogue = Catalogue(self._records, folder / "records.sqlite")

    def __len__(self) -> int:
        """Return the number of articles."""
        return len(self._catalogue.all())

    def count(self) -> int:
        """Return the number of records, those of earlier versions too; unlike `len`, it costs nothing."""
        return self._catalogue.count()

    @property
    def store_folder(self) -> Path:
        """Where the store is."""
        return self.folder / "store"

    @property
    def index_file(self) -> Path:
        """Where the index is."""
        return self.folder / "index.sqlite"

    @property
    def curation_file(self) -> Path:
        """Where people's decisions are."""
        return self.folder / "curation.jsonl"

    @property
    def names_file(self) -> Path:
        """Where the lists of known names are; there is no such file before one is added."""
        return self.folder / "names.jsonl"

    def has(self, article: Article, *, reader: str) -> bool:
        """Say whether this very article, read by `reader` (program and model), is there already and counts."""
        name = file_name(article, reader=reader)
        versions = self._catalogue.find(name)
        return bool(versions.names) and versions.current[:-1] == name[:-1]

    def add(self, article: Article, record: str, *, reader: str) -> Added:
        """Keep `record`, the line of JSON that `reader` made of `article`; when this returns, it is safe on disk.

        A text that is not the one known under its id or url is a new version; the earlier ones are kept.
        """
        name = file_name(article, reader=reader)
        versions = self._catalogue.find(name)
        before = self._counting(name)
        same_text = versions.of_text(name.version)
        if same_text is not None and same_text == versions.current:
            name = name._replace(number=same_text.number)
            if name == same_text:
                return Added("kept", None, ())
        else:
            name = name._replace(number=f"{max((int(one.number) for one in versions.names), default=0) + 1:04}")
        _write(name.path(self._records), record)
        self._catalogue.add(name)
        if same_text is not None:
            self._catalogue.remove(same_text)
            same_text.path(self._records).unlink(missing_ok=True)
        current = self._catalogue.find(name).current.version
        gone = tuple(sorted(before - {current}))
        change: Change = "added" if not versions.names else "reread" if before == {name.version} else "revised"
        return Added(change, None if current in before and current != name.version else current, gone)

    def remove(self, reference: str) -> str:
        """Remove an article (by id, url or key) in all its versions; return the key of the version that counted.

        Raises:
            WorkspaceError: there is no such article.
        """
        versions = self._find(reference)
        for name in (*versions.earlier, versions.current):  # the one that counts goes last: no other comes back
            self._catalogue.remove(name)
            name.path(self._records).unlink(missing_ok=True)
        return versions.current.version

    def versions(self, reference: str) -> tuple[Extraction, ...]:
        """Return what was read of the article with the id, url or key `reference`: what counts, then earlier versions.

        Raises:
            WorkspaceError: there is no such article, or a record has been damaged.
        """
        versions = self._find(reference)
        return tuple(self._read(name) for name in (versions.current, *versions.earlier))

    def find(self, reference: str) -> Extraction | None:
        """Return what was read of the article with the id, url or key `reference`, None where there is none."""
        found = self._catalogue.by_key(hashes(reference)) or self._catalogue.by_key(reference)
        return None if found is None else self._read(found.current)

    def current(self, version: str) -> Extraction | None:
        """Return what was read of the version with the key `version`, None where it is not there or does not count."""
        found = self._catalogue.by_key(version)
        return self._read(found.current) if found is not None and found.current.version == version else None

    def decisions(self) -> Decisions:
        """Return what people have decided and not taken back.

        Raises:
            CurationError: the file has a line that is no decision.
        """
        return decisions_of(read_decisions(self.curation_file))

    def names(self) -> tuple[Kept, ...]:
        """Return the lists of known names.

        Raises:
            NamesError: the file has a damaged line.
        """
        if not self.names_file.exists():
            return ()
        return parse(self.names_file.read_text(encoding="utf-8"), str(self.names_file))

    def keep_names(self, names: Iterable[Kept]) -> None:
        """Keep `names` in the place of those before; when this returns, they are safe on disk."""
        _write(self.names_file, dump(names))

    def known(self) -> tuple[Entry, ...]:
        """Return the entries of known names that count.

        Raises:
            NamesError: the file has a damaged line.
        """
        return tuple(kept.entry for kept in in_force(self.names()).values())

    def records(self) -> Iterator[Extraction]:
        """Yield every article's extraction, in an order that depends on nothing but the articles.

        Raises:
            WorkspaceError: a record has been damaged.
        """
        for versions in self._catalogue.all():
            yield self._read(versions.current)

    def _find(self, reference: str) -> Versions:
        found = self._catalogue.by_key(hashes(reference)) or self._catalogue.by_key(reference)
        if found is None:
            raise WorkspaceError(
                f"{reference}: no article with this id, url or key in {self.folder} (kg query articles)"
            )
        return found

    def _read(self, name: FileName) -> Extraction:
        path = name.path(self._records)
        try:
            return from_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, RecordError) as error:
            raise WorkspaceError(
                f"{path}: a damaged record ({error}); remove the file and build its article again"
            ) from error

    def _counting(self, name: FileName) -> set[str]:
        """Return the versions that count now of the articles that `name` shares id or url with."""
        known = (self._catalogue.by_key(key) for key in (name.article, name.url, name.version))
        return {versions.current.version for versions in known if versions is not None}

    def key(self, maker: str) -> str:
        """Return what a store made from these records by `maker` (program and settings) is known by."""
        parts = [maker, self._catalogue.digest(), self.decisions().digest()]
        if self.names_file.exists():
            parts.append(sha256(self.names_file.read_bytes()).hexdigest())
        return sha256("\n".join(parts).encode()).hexdigest()

    def store_key(self) -> str | None:
        """Return the key of the store on disk, None when it is missing or was never finished."""
        key = self.folder / "store.key"
        return key.read_text(encoding="ascii") if key.exists() and self.store_folder.is_dir() else None

    def forget_store_key(self) -> None:
        """Call before the store is changed."""
        (self.folder / "store.key").unlink(missing_ok=True)

    def write_store_key(self, key: str) -> None:
        """Call when the store is finished."""
        _write(self.folder / "store.key", key)

    @contextmanager
    def writing(self) -> Iterator[Self]:
        """Be the one process that writes here; the lock goes with the process, however it ends.

        Raises:
            WorkspaceError: another process is writing.
        """
        with (self.folder / "lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise WorkspaceError(
                    f"{self.folder}: another process is writing to this workspace; try again when it has finished"
                ) from error
            with self._catalogue.writing() as listing:  # another may have written since this workspace was opened
                self._sweep(listing)
                yield self

    def list_anew(self) -> None:
        """List all records, whatever is remembered of them; call it while writing."""
        self._sweep(self._catalogue.list_anew())

    def _sweep(self, listing: Listing) -> None:
        """Remove what a process that was killed may have left: half-written files, and readings that were replaced."""
        for path in listing.strays:
            Path(path).unlink(missing_ok=True)
        readings: dict[tuple[str, str], list[FileName]] = {}
        for name in listing.names:
            readings.setdefault((name.article, name.version), []).append(name)
        for names in readings.values():
            for name in sorted(names, key=_age(self._records))[:-1] if len(names) > 1 else ():
                self._catalogue.remove(name)
                name.path(self._records).unlink(missing_ok=True)


def create_workspace(folder: Path, *, model: str | None = None, workers: int | None = None) -> GraphFolder:
    """Return the workspace in `folder`, made where there is none; `model` and `workers` go before its kg.toml's.

    Raises:
        WorkspaceError: the folder cannot be made, or holds other things.
        ConfigError: its kg.toml cannot be used.
    """
    if folder.is_dir() and not is_workspace(folder) and any(folder.iterdir()):
        raise WorkspaceError(f"{folder}: holds other things and is no workspace; give an empty or a new folder")
    try:
        (folder / "records").mkdir(parents=True, exist_ok=True)
        (folder / "curation.jsonl").touch()
        if not (folder / FILE_NAME).exists():
            (folder / FILE_NAME).write_text(TEMPLATE, encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(f"{folder}: no workspace can be made here ({error.strerror})") from error
    settings = load_settings(folder)
    return GraphFolder(folder, replace(settings, model=model or settings.model, workers=workers or settings.workers))


def open_workspace(folder: Path) -> GraphFolder:
    """Return the workspace in `folder`.

    Raises:
        WorkspaceError: there is none.
        ConfigError: its kg.toml cannot be used.
    """
    if not is_workspace(folder):
        raise WorkspaceError(f"{folder}: no workspace; make one (kg build PATH... --workspace {folder})")
    return GraphFolder(folder, load_settings(folder))


def is_workspace(folder: Path) -> bool:
    """Say whether `folder` is a workspace."""
    return (folder / "records").is_dir()


def _age(records: Path) -> Callable[[FileName], tuple[str, int]]:
    """Return what sorts readings of one text: the number, then when the file was written."""

    def age(name: FileName) -> tuple[str, int]:
        try:
            return (name.number, name.path(records).stat().st_mtime_ns)
        except FileNotFoundError:  # removed by another process while we were listing
            return (name.number, 0)

    return age


def _write(path: Path, text: str) -> None:
    """Write `path` so that after a crash at any instant it is there whole or as it was before."""
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_suffix(".tmp")
    with temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
