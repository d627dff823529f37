"""What a person means who types two things that are, or are not, one: names, names in one article, or articles."""

from typing import NamedTuple

from kg.curation import Verb
from kg.errors import QueryError
from kg.resolve import Index, article_key, article_node, entity_keys, own_key
from kg.review import key_of
from kg.store import Store
from kg.workspace import GraphFolder

AT = "@"
"""Stands between a name and the article in which it is meant."""


class Mention(NamedTuple):
    """A name in one article: the key that all articles have in common, the one it has, and the article's own."""

    name: str
    key: str
    own: str


def pair_of(workspace: GraphFolder, store: Store, do: Verb, pair: tuple[str, str]) -> tuple[str, str]:
    """Return the keys that a decision on the two things of `pair` is on.

    A thing is a name, key or IRI in the graph `store`; the id of a known name; NAME@ARTICLE, for what that article
    means by a name; or an article (by id, url or key), of which another may be a copy.

    Raises:
        QueryError: nothing is called that, or several things are; or the two are of different kinds, or not one.
        WorkspaceError: there is no such article.
    """
    known = {kept.entry.id for kept in workspace.names()}
    if known.issuperset(pair):
        raise QueryError(f"{' and '.join(pair)} are both known names; take one of them out with: kg remove-names ID")
    articles = [workspace.find(which) for which in pair]
    if None not in articles:
        first, second = (article_node(article_key(found.article)) for found in articles if found is not None)
        return first, second
    index = Index(workspace.index_file)
    mentions = [_mention(workspace, index, which) for which in pair]
    keys = [
        mention.key if mention is not None else which if which in known else key_of(store, which, base=_base(workspace))
        for which, mention in zip(pair, mentions, strict=True)
    ]
    heads = [index.head(key) for key in keys]
    index.close()
    taken_out = next((mention for mention in mentions if mention is not None), None)
    if do == "same" or taken_out is None:
        return keys[0], keys[1]
    if None not in heads and heads[0] != heads[1]:
        raise QueryError(f"{' and '.join(pair)} are not one in this graph; there is nothing to tell apart")
    return taken_out.own, taken_out.name


def _base(workspace: GraphFolder) -> str:
    return workspace.settings.base


def _mention(workspace: GraphFolder, index: Index, which: str) -> Mention | None:
    """Return what NAME@ARTICLE means, None for what is nothing like that."""
    called, at, reference = which.rpartition(AT)
    if not (at and called):
        return None
    extraction = workspace.versions(reference)[0]
    article = article_key(extraction.article)
    names, keys = entity_keys(extraction), index.names(article)
    found = {
        Mention(names[entity.id], keys[entity.id], own_key(names[entity.id], article))
        for entity in extraction.entities
        if called.casefold() in {name.casefold() for name in (entity.name, *entity.aliases, keys[entity.id])}
    }
    if not found:
        raise QueryError(f"{called}: {reference} names nobody and nothing like that (kg explain {reference})")
    if len(found) > 1:
        choice = ", ".join(sorted(f"{mention.key}{AT}{reference}" for mention in found))
        raise QueryError(f"{which}: can mean {choice}; give one of these")
    return found.pop()
