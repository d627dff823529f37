"""Read the expected facts that no single article gives: who is who, what is one happening, who says otherwise.

They stand in one file, `cross-document.json`, in terms of the expected facts of each article: entities by their ids
there, happenings by the triggers of their events, figures and contradictions by the words of the article
(`kg.evaluation.pointers`).
`data/README.md` describes the form. What does not fit an article is refused.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args

from kg.errors import RecordError
from kg.evaluation.pointers import locate
from kg.records import Event, Extraction, Span
from kg.records.model import CountKind
from kg.resolve.model import Matter


class Told(NamedTuple):
    """A fact of one article: the article's id, and the fact's id among the expected ones."""

    article: str
    fact: str


class Words(NamedTuple):
    """Words of one article."""

    article: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A figure: wherever it is printed, and whose word it is (None: the article's own)."""

    min: int
    max: int | None
    by: Told | None
    printed: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedToll:
    """All claims of how many, and what is derived from them; `best` is None where a reader cannot say."""

    happening: str
    kind: CountKind
    low: int
    best: int | None
    high: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedContradiction:
    """Two sides that cannot both be right, each wherever it is told."""

    matter: Matter
    one: tuple[Words, ...]
    other: tuple[Words, ...]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CrossDocument:
    """What a careful reader of all articles knows.

    `entities` and `happenings` give the cluster of every entity and event of every article, those told once included.
    `sources` says of the happenings that several articles tell from how many independent sources they have it.
    """

    entities: Mapping[Told, str]
    happenings: Mapping[Told, str]
    sources: Mapping[str, int]
    tolls: tuple[ExpectedToll, ...]
    contradictions: tuple[ExpectedContradiction, ...]


_KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset({"articles", "entities", "happenings", "contradictions"}),
    "entities": frozenset({"name", "as"}),
    "happenings": frozenset({"name", "sources", "told", "tolls"}),
    "tolls": frozenset({"kind", "low", "best", "high", "claims"}),
    "claims": frozenset({"by", "min", "max", "in"}),
    "contradictions": frozenset({"matter", "why", "one", "other"}),
}


def load_cross_document(path: Path, corpus: Iterable[Extraction]) -> CrossDocument:
    """Return the facts in `path`, which are about the articles of `corpus` (`kg.evaluation.load_corpus`).

    Raises:
        RecordError: something does not fit; the message names the file, the part and the words.
    """
    try:
        source = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror})") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"{path.name}:{error.lineno}: not JSON ({error.msg})") from error
    try:
        _check(source, "")
        return _Reader.of(source["articles"], corpus).read(source)
    except KeyError as error:
        raise RecordError(f"{path.name}: key {error} is missing") from error
    except RecordError as error:
        raise RecordError(f"{path.name}: {error}") from error


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """The articles that the file speaks of, by the short names that it gives them."""

    articles: Mapping[str, Extraction]

    @classmethod
    def of(cls, names: Mapping[str, str], corpus: Iterable[Extraction]) -> "_Reader":
        known = {facts.article.id: facts for facts in corpus}
        if strange := sorted(set(names.values()) - known.keys()):
            raise RecordError(f"articles: there are no expected facts of {strange[0]!r}")
        if missing := sorted(known.keys() - set(names.values())):
            raise RecordError(f"articles: {missing[0]!r} has no short name")
        return cls(articles={short: known[name] for short, name in names.items()})

    def read(self, source: Mapping[str, Any]) -> CrossDocument:
        everyone = [Told(facts.article.id, entity.id) for facts in self.articles.values() for entity in facts.entities]
        events = [Told(facts.article.id, event.id) for facts in self.articles.values() for event in facts.events]
        who = _clusters(self._each(source, "entities", self._same), everyone)
        what = _clusters(self._each(source, "happenings", self._told), events)
        listed = {row["name"] for row in source["happenings"]}
        return CrossDocument(
            entities=who,
            happenings=what,
            sources={row["name"]: row["sources"] for row in source["happenings"] if len(row["told"]) > 1},
            tolls=(
                *(toll for _, tolls in self._each(source, "happenings", self._tolls) for toll in tolls),
                *self._tolls_told_once({told for told, name in what.items() if name in listed}),
            ),
            contradictions=tuple(
                found for _, found in self._each(source, "contradictions", self._contradiction, name="why")
            ),
        )

    def _each[Read](self, source: Mapping[str, Any], part: str, read: Any, *, name: str = "name") -> Iterator[Any]:  # noqa: ANN401 - a row's reader
        for row in source[part]:
            try:
                _check(row, part)
                yield row[name], read(row)
            except RecordError as error:
                raise RecordError(f"{part}, {row.get(name)!r}: {error}") from error

    def _article(self, short: str) -> Extraction:
        if short not in self.articles:
            raise RecordError(f"{short!r} is not listed under articles")
        return self.articles[short]

    def _entity(self, short: str, entity: str) -> Told:
        facts = self._article(short)
        if all(entity != known.id for known in facts.entities):
            raise RecordError(f"article {short!r} has no entity {entity!r}")
        return Told(facts.article.id, entity)

    def _same(self, row: Mapping[str, Any]) -> tuple[Told, ...]:
        return tuple(self._entity(short, entity) for entity, shorts in row["as"].items() for short in shorts.split())

    def _words(self, short: str, pointer: str) -> Words:
        facts = self._article(short)
        try:
            return Words(facts.article.id, locate(facts.article.text, pointer))
        except RecordError as error:
            raise RecordError(f"article {short!r}: {error}") from error

    def _told(self, row: Mapping[str, Any]) -> tuple[Told, ...]:
        found: list[Told] = []
        for short, pointers in row["told"].items():
            for pointer in pointers:
                span = self._words(short, pointer).span
                events = [event for event in self._article(short).events if event.trigger == span]
                if not events:
                    raise RecordError(f"article {short!r} has no event with the trigger {pointer!r}")
                found += [Told(self._article(short).article.id, event.id) for event in events]
        return tuple(found)

    def _tolls(self, row: Mapping[str, Any]) -> tuple[ExpectedToll, ...]:
        return tuple(self._toll(row["name"], toll) for toll in row.get("tolls", ()))

    def _toll(self, happening: str, row: Mapping[str, Any]) -> ExpectedToll:
        _check(row, "tolls")
        if row["kind"] not in get_args(CountKind):
            raise RecordError(f"kind {row['kind']!r}; known are {', '.join(get_args(CountKind))}")
        return ExpectedToll(
            happening=happening,
            kind=row["kind"],
            low=row["low"],
            best=row.get("best"),
            high=row["high"],
            claims=tuple(self._claim(claim) for claim in row["claims"]),
        )

    def _claim(self, row: Mapping[str, Any]) -> Claim:
        _check(row, "claims")
        first = next(iter(row["in"]))
        return Claim(
            min=row["min"],
            max=row.get("max"),
            by=None if row["by"] is None else self._entity(first, row["by"]),
            printed=tuple(self._words(short, pointer) for short, pointer in row["in"].items()),
        )

    def _tolls_told_once(self, listed: set[Told]) -> Iterator[ExpectedToll]:
        """Yield the tolls of happenings that one event alone tells: what it says is low, best and high."""
        for facts in self.articles.values():
            for event in facts.events:
                told = Told(facts.article.id, event.id)
                if told not in listed and event.modality == "actual" and event.polarity == "positive":
                    yield from _own_tolls(told, event)

    def _contradiction(self, row: Mapping[str, Any]) -> ExpectedContradiction:
        if row["matter"] not in get_args(Matter):
            raise RecordError(f"matter {row['matter']!r} is none that kg knows")
        return ExpectedContradiction(
            matter=row["matter"], one=self._side(row["one"]), other=self._side(row["other"]), why=row["why"]
        )

    def _side(self, places: Mapping[str, list[str]]) -> tuple[Words, ...]:
        return tuple(self._words(short, pointer) for short, pointers in places.items() for pointer in pointers)


def alone(told: Told) -> str:
    """Return the name of the cluster of what is listed nowhere, and so stands alone."""
    return f"{told.article} {told.fact}"


def _own_tolls(told: Told, event: Event) -> Iterator[ExpectedToll]:
    for kind in dict.fromkeys(count.kind for count in event.counts):
        counts = [count for count in event.counts if count.kind == kind]
        yield ExpectedToll(
            happening=alone(told),
            kind=kind,
            low=min(count.min for count in counts),
            best=counts[0].min if len(counts) == 1 else None,
            high=max(count.max or count.min for count in counts),
            claims=tuple(
                Claim(
                    min=count.min,
                    max=count.max,
                    by=None if event.source is None else Told(told.article, event.source),
                    printed=(Words(told.article, Span(count.start, count.end)),),
                )
                for count in counts
            ),
        )


def _clusters(named: Iterable[tuple[str, tuple[Told, ...]]], everything: Iterable[Told]) -> dict[Told, str]:
    """Return the cluster of everything; refuse what is listed in two clusters."""
    found: dict[Told, str] = {}
    for name, members in named:
        for told in members:
            if told in found:
                raise RecordError(f"{told.fact!r} of {told.article!r} is listed under {found[told]!r} and {name!r}")
            found[told] = name
    return {told: found.get(told, alone(told)) for told in everything}


def _check(row: Mapping[str, Any], part: str) -> None:
    if unknown := sorted(row.keys() - _KEYS[part]):
        raise RecordError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS[part]))}")
