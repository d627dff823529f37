"""Read a folder of articles and the folder of their expected facts, and score an extractor on them."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from kg.articles import read_articles
from kg.errors import InputError
from kg.evaluation.compare import compare
from kg.evaluation.expected import load_expected
from kg.evaluation.scores import Table, total
from kg.records import Article, Extraction

NOT_OF_ONE_ARTICLE = frozenset({"floors.json", "cross-document.json", "cross-document-floors.json"})
"""Files beside the expected facts of the articles, which are named like their article."""


class Reads(Protocol):
    """What can be scored: `kg.extract.extractor.Extractor` or anything with its method."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield the extraction of each article, in input order."""


def load_corpus(articles: Path, expected: Path) -> tuple[Extraction, ...]:
    """Return the expected facts of every article in `articles` that has them in `expected`, in the articles' order.

    Raises:
        InputError: an article that cannot be read, or a file of expected facts without its article.
        RecordError: expected facts that do not fit their article.
    """
    found = []
    rest = {path.stem: path for path in sorted(expected.glob("*.json")) if path.name not in NOT_OF_ONE_ARTICLE}
    for article in read_articles([articles]):
        if isinstance(article, InputError):
            raise article
        if article.id in rest:
            found.append(load_expected(rest.pop(article.id), article))
    if rest:
        raise InputError(str(next(iter(rest.values()))), f"no article of that name in {articles}; rename the file")
    return tuple(found)


def evaluate(articles: Path, expected: Path, extractor: Reads) -> Table:
    """Let `extractor` read the articles and return how its answers compare with the expected facts."""
    corpus = load_corpus(articles, expected)
    answers = extractor.extract(facts.article for facts in corpus)
    by_article = tuple(
        (facts.article.id, compare(facts, answer)) for facts, answer in zip(corpus, answers, strict=True)
    )
    return Table(scores=total(scores for _, scores in by_article), articles=by_article)


def digest(articles: Path, expected: Path, *, besides: Iterable[Path] = ()) -> str:
    """Return the SHA-256 of articles, their expected facts and files `besides`: of names and bytes."""
    facts = (path for path in sorted(expected.glob("*.json")) if path.name not in NOT_OF_ONE_ARTICLE)
    state = hashlib.sha256()
    for path in (*sorted(articles.glob("*.md")), *facts, *besides):
        state.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return state.hexdigest()
