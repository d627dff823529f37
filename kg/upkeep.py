"""Keeps what is made of the records — index and store — in step with them, at the cost of what has changed.

    with upkeep(workspace, maker=...) as keeper:
        keeper.drop(version)                an article that no longer counts
        keeper.put(extraction)              one that counts now
        keeper.decide(decisions)            what people have decided
        keeper.know(entries)                lists of known names
                                            on leaving: who is who is settled, and the store says so

While the store is being changed there is no store.key, so that a crash is noticed: the next process then makes index
and store anew from the records, which takes no reading of texts.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypedDict

from kg.rdf import (
    article_iri,
    article_nquads,
    article_quads,
    copies_nquads,
    entity_iri,
    entity_nquads,
    happening_nquads,
    merged_graph,
    ontology_nquads,
    parse_nquads,
)
from kg.records import Article, Extraction
from kg.resolve import Changes, Checked, Decisions, Entry, Index, article_key, trace
from kg.store import Store, open_store
from kg.workspace import GraphFolder

FEW = 0.1
"""Up to this part of all records are written into the store as it is; for more, a new one is made, which is faster."""


class Around(TypedDict):
    """What `article_nquads` takes besides the extraction."""

    shared: dict[str, str]
    earlier: tuple[Article, ...]
    decided: Mapping[str, Checked]
    base: str


class Keeper:
    """Takes articles in and out; use `upkeep` to get one."""

    def __init__(self, workspace: GraphFolder, index: Index) -> None:
        """Work on the index and store of `workspace`."""
        self._workspace = workspace
        self._index = index
        self._decisions = workspace.decisions()
        self._base = workspace.settings.base
        self._idle = True
        self._put: set[str] = set()
        self._dropped: set[str] = set()

    def put(self, extraction: Extraction) -> None:
        """Take in an article that counts from now on."""
        key = article_key(extraction.article)
        self._index.put(trace(extraction, wrong=self._decisions.wrong))
        self._put.add(key)
        self._dropped.discard(key)

    def drop(self, article: str) -> None:
        """Take out the article with the key `article`."""
        self._index.drop(article)
        self._dropped.add(article)
        self._put.discard(article)

    def decide(self, decisions: Decisions) -> None:
        """Go by `decisions` from now on, in the place of those before."""
        before, self._decisions = self._decisions, decisions
        self._index.decide(decisions)
        self._idle = False
        for article in sorted({found.article for _, found in before.facts.items() ^ decisions.facts.items()}):
            if (extraction := self._workspace.current(article)) is not None:
                self.put(extraction)

    def know(self, entries: Iterable[Entry]) -> None:
        """Go by the known names `entries` from now on, in the place of those before."""
        if self._index.know(entries):
            self._idle = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing was put, dropped or decided."""
        return self._idle and not self._put and not self._dropped

    def settle(self, *, anew: bool, watch: Callable[[str], None]) -> None:
        """Settle who is who, and bring the store up to date or, where asked for, make it `anew`."""
        watch("finding out who is who")
        changes = self._index.settle()
        write = (self._put | changes.articles) - self._dropped
        watch("writing the graph")
        if anew or not self._workspace.store_folder.is_dir() or len(write) > FEW * self._workspace.count():
            self._make()
        else:
            self._change(changes, write)
        self._index.commit()

    def _make(self) -> None:
        """Make a new store beside the old one, which serves until it is done."""
        fresh, old = self._workspace.folder / "store.new", self._workspace.folder / "store.old"
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)
        store = open_store(fresh)
        store.load_nquads(self._everything())
        store.tidy()
        store.close()
        if self._workspace.store_folder.exists():
            self._workspace.store_folder.rename(old)
        fresh.rename(self._workspace.store_folder)
        shutil.rmtree(old, ignore_errors=True)

    def _everything(self) -> Iterator[str]:
        yield ontology_nquads()
        for extraction in self._workspace.records():
            yield article_nquads(extraction, **self._around(extraction))
        yield from (entity_nquads(self._index.entity(head), base=self._base) for head in self._index.entities())
        yield from (happening_nquads(self._index.happening(head), base=self._base) for head in self._index.happenings())
        yield from self._copies(self._index.copied())

    def _change(self, changes: Changes, write: Iterable[str]) -> None:
        store = open_store(self._workspace.store_folder)
        for article in sorted(self._dropped):
            store.remove_graph(article_iri(article, self._base))
        for article in sorted(write):
            extraction = self._workspace.versions(article)[0]
            store.replace_graph(article_iri(article, self._base), article_quads(extraction, **self._around(extraction)))
        self._change_merged(store, changes)
        store.close()

    def _change_merged(self, store: Store, changes: Changes) -> None:
        heads = changes.entities | changes.entities_gone
        things = [entity_iri(head, self._base) for head in sorted(heads)]
        happenings = changes.happenings | changes.happenings_gone
        things += [entity_iri(f"happening-{head}", self._base) for head in sorted(happenings)]
        things += [entity_iri(f"copies-{head}", self._base) for head in sorted(changes.copies | changes.copies_gone)]
        texts = [entity_nquads(self._index.entity(head), base=self._base) for head in sorted(changes.entities)]
        texts += [happening_nquads(self._index.happening(head), base=self._base) for head in sorted(changes.happenings)]
        texts += self._copies(changes.copies)
        store.replace_things(merged_graph(self._base), things, parse_nquads("".join(texts)))

    def _copies(self, heads: Iterable[str]) -> Iterator[str]:
        for head in sorted(heads):
            if (found := self._index.copies(head)) is not None:
                yield copies_nquads(found, base=self._base)

    def _around(self, extraction: Extraction) -> Around:
        """Return what an article's graph says that is not in its own record."""
        key = article_key(extraction.article)
        earlier = tuple(version.article for version in self._workspace.versions(key)[1:])
        return {
            "shared": self._index.keys(key),
            "earlier": earlier,
            "decided": self._decisions.facts,
            "base": self._base,
        }


@contextmanager
def upkeep(workspace: GraphFolder, *, maker: str, watch: Callable[[str], None] = lambda _: None) -> Iterator[Keeper]:
    """Give a Keeper, and bring index and store up to date when the context is left without an error.

    Args:
        workspace: nobody else may be writing to it.
        maker: what makes graphs of records: a digest of program and settings.
        watch: is told what is being done.

    Raises:
        WorkspaceError: a record has been damaged.
    """
    stale = workspace.store_key() != workspace.key(maker)
    if stale:
        workspace.index_file.unlink(missing_ok=True)
    index = Index(workspace.index_file, decisions=workspace.decisions())
    keeper = Keeper(workspace, index)
    if stale:
        index.know(workspace.known())
        for extraction in workspace.records():
            keeper.put(extraction)
    try:
        yield keeper
        if stale or not keeper.is_idle:
            workspace.forget_store_key()
            keeper.settle(anew=stale, watch=watch)
            workspace.write_store_key(workspace.key(maker))
    finally:
        index.close()
