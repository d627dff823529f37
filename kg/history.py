"""What changed from one version of an article to the next: facts that are new, and facts that are gone.

Facts are compared by what they say (who, what, when, where, in which words), not by where in the text they stand, so
that a sentence that only moved changes nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.records import Article, Event, Extraction, Role, Span, Statement
from kg.resolve import article_key

Kind = Literal["post", "event", "statement"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A fact that a version has and the one before it has not (`new`), or the other way round, and its words there."""

    new: bool
    kind: Kind
    says: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version of an article, its key, and how its facts differ from those of the version before it."""

    article: Article
    key: str
    facts: int
    changes: tuple[Change, ...]


def history(versions: Sequence[Extraction]) -> tuple[Version, ...]:
    """Return the history of an article, the latest version first, as `versions` are."""
    earlier: list[Extraction | None] = [*versions[1:], None]
    return tuple(
        Version(
            article=one.article,
            key=article_key(one.article),
            facts=len(one.roles) + len(one.events) + len(one.statements),
            changes=() if before is None else tuple(_changes(before, one)),
        )
        for one, before in zip(versions, earlier, strict=True)
    )


def _changes(before: Extraction, after: Extraction) -> Iterator[Change]:
    old, new = list(_facts(before)), list(_facts(after))
    gone, come = _more(old, new), _more(new, old)
    for facts, left, is_new in ((old, gone, False), (new, come, True)):
        for kind, says, words in facts:
            if left[kind, says] > 0:
                left[kind, says] -= 1
                yield Change(new=is_new, kind=kind, says=says, words=words)


def _more(some: list[tuple[Kind, str, str]], others: list[tuple[Kind, str, str]]) -> Counter[tuple[Kind, str]]:
    """Return how many facts of each kind and content are among `some` and not among `others`."""
    return Counter((kind, says) for kind, says, _ in some) - Counter((kind, says) for kind, says, _ in others)


def _facts(extraction: Extraction) -> Iterator[tuple[Kind, str, str]]:
    names = {entity.id: entity.name for entity in extraction.entities}
    dates = {timex.id: timex.value for timex in extraction.dates}
    text = extraction.article.text
    for role in extraction.roles:
        yield "post", _role(role, names), _words(text, role.evidence)
    for event in extraction.events:
        yield "event", _event(event, names, dates, text), _words(text, event.evidence)
    for statement in extraction.statements:
        yield "statement", _statement(statement, names, text), _words(text, statement.content)


def _role(role: Role, names: dict[str, str]) -> str:
    body = "" if role.organization is None else f", {names[role.organization]}"
    dates = " ".join(f"{word} {value}" for word, value in (("from", role.start), ("until", role.until)) if value)
    return f"{names[role.person]}: {role.title}{body} ({role.status}{', ' if dates else ''}{dates})"


def _event(event: Event, names: dict[str, str], dates: dict[str, str], text: str) -> str:
    parties = sorted(
        f"{part.role} {names[part.entity] if part.entity is not None else text[part.start : part.end]}"
        for part in event.participants
    )
    counts = sorted(
        f"{count.kind} {count.min if count.min == count.max else f'{count.min}–{count.max or ""}'}"
        f"{f' {count.of}' if count.of else ''}"
        for count in event.counts
    )
    told = [event.type]
    told += [value for value in (event.modality, event.polarity) if value not in {"actual", "positive"}]
    told += [dates[event.date]] if event.date is not None else []
    told += [f"in {names[place]}" for place in sorted(event.places, key=lambda place: names[place])]
    told += [f"according to {names[event.source]}"] if event.source is not None else []
    return ", ".join([*told, *parties, *counts])


def _statement(statement: Statement, names: dict[str, str], text: str) -> str:
    speaker = "somebody" if statement.speaker is None else names[statement.speaker]
    return f"{speaker}: {_words(text, statement.content)}"


def _words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())
