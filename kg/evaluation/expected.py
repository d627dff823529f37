"""Read the expected facts of an article: the record's keys, with quoted words where the record has offsets.

`data/README.md` describes the form for those who write such files. Whatever does not fit the article's text, names an
unknown key or an entity that is not listed is refused, so that a slip of the pen cannot pass for the extractor's miss.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kg.errors import RecordError
from kg.evaluation.pointers import locate, occurrences
from kg.extract.timex import bounds
from kg.records import (
    Article,
    Count,
    Entity,
    Event,
    Extraction,
    Interval,
    Participant,
    Role,
    Span,
    Statement,
    Timex,
)

_AUTHOR = "written by reading"
"""What stands as `rule` in expected facts, and as `software` of the whole."""

_KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset({"article", "entities", "dates", "roles", "events", "statements"}),
    "entities": frozenset({"id", "type", "name", "aliases", "mentions"}),
    "dates": frozenset({"id", "text", "type", "value"}),
    "roles": frozenset({"person", "title", "category", "organization", "status", "from", "until", "evidence"}),
    "events": frozenset(
        {"type", "trigger", "participants", "date", "places", "modality", "polarity", "source", "incident", "counts"}
    ),
    "counts": frozenset({"kind", "min", "max", "text"}),
    "statements": frozenset({"speaker", "cue", "content", "date"}),
}


def load_expected(path: Path, article: Article) -> Extraction:
    """Return the expected facts in `path` as the extraction that a perfect reader of `article` would give.

    Raises:
        RecordError: a line that does not fit; the message names the file, the part and the words.
    """
    try:
        source = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise RecordError(f"{path.name}:{error.lineno}: not JSON ({error.msg})") from error
    try:
        _check_keys(source, "")
        reader = _Reader.of(article.text, source)
        return Extraction(
            article=article,
            entities=reader.entities,
            dates=reader.dates,
            roles=tuple(_each(source, "roles", reader.role)),
            events=tuple(_each(source, "events", reader.event)),
            statements=tuple(_each(source, "statements", reader.statement)),
            software=_AUTHOR,
        )
    except KeyError as error:
        raise RecordError(f"{path.name}: key {error} is missing") from error
    except RecordError as error:
        raise RecordError(f"{path.name}: {error}") from error


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """What the facts of one file refer to: the text, its entities and its dates."""

    text: str
    entities: tuple[Entity, ...]
    dates: tuple[Timex, ...]

    @classmethod
    def of(cls, text: str, source: Mapping[str, Any]) -> "_Reader":
        entities = tuple(_entity(text, row) for row in source["entities"])
        _check_distinct(text, entities)
        return cls(text=text, entities=entities, dates=tuple(_timex(text, row) for row in source["dates"]))

    def role(self, number: int, row: Mapping[str, Any]) -> Role:
        _check_keys(row, "roles")
        return Role(
            id=f"r{number}",
            person=self._known(row["person"]),
            title=row["title"],
            category=row["category"],
            organization=None if row["organization"] is None else self._known(row["organization"]),
            status=row.get("status", "current"),
            evidence=locate(self.text, row["evidence"]),
            confidence=1.0,
            rule=_AUTHOR,
            start=row.get("from"),
            until=row.get("until"),
        )

    def event(self, number: int, row: Mapping[str, Any]) -> Event:
        _check_keys(row, "events")
        trigger = locate(self.text, row["trigger"])
        day = row.get("date")
        when = bounds(self._value(day)) if day is not None else None
        source = row.get("source")
        return Event(
            id=f"v{number}",
            type=row["type"],
            trigger=trigger,
            participants=tuple(
                self._participant(role, who, trigger)
                for role, parties in row.get("participants", {}).items()
                for who in parties
            ),
            date=day,
            when=None if when is None else Interval(earliest=when[0], latest=when[1]),
            places=tuple(self._known(place) for place in row.get("places", ())),
            modality=row.get("modality", "actual"),
            polarity=row.get("polarity", "positive"),
            source=None if source is None else self._known(source),
            incident=row.get("incident"),
            counts=tuple(self._count(count) for count in row.get("counts", ())),
            evidence=self._paragraph(trigger),
            confidence=1.0,
            rule=_AUTHOR,
        )

    def statement(self, number: int, row: Mapping[str, Any]) -> Statement:
        _check_keys(row, "statements")
        content = locate(self.text, row["content"])
        cue = locate(self.text, row["cue"]) if row.get("cue") is not None else None
        speaker = row["speaker"]
        if (day := row.get("date")) is not None:
            self._value(day)
        return Statement(
            id=f"s{number}",
            speaker=None if speaker is None else self._known(speaker),
            speaker_span=None if speaker is None else self._nearest(speaker, cue or content),
            cue=cue,
            content=content,
            direct=self.text[content.start] in '“‘"',
            date=day,
            confidence=1.0,
            rule=_AUTHOR,
        )

    def _participant(self, role: str, who: str, trigger: Span) -> Participant:
        """Return the party `who`: an entity's id, or words of the text for a party that is no entity."""
        known = any(entity.id == who for entity in self.entities)
        span = self._nearest(who, trigger) if known else locate(self.text, who)
        return Participant(role=cast("Any", role), entity=who if known else None, start=span.start, end=span.end)

    def _count(self, row: Mapping[str, Any]) -> Count:
        _check_keys(row, "counts")
        span = locate(self.text, row["text"])
        return Count(kind=row["kind"], min=row["min"], max=row.get("max"), start=span.start, end=span.end)

    def _known(self, entity: str) -> str:
        if all(entity != known.id for known in self.entities):
            raise RecordError(f"entity {entity!r} is not listed under entities")
        return entity

    def _value(self, date: str) -> str:
        for timex in self.dates:
            if timex.id == date:
                return timex.value
        raise RecordError(f"date {date!r} is not listed under dates")

    def _nearest(self, entity: str, span: Span) -> Span:
        """Return the mention of `entity` next to `span`, which is where a reader finds it named."""
        mentions = next(known.mentions for known in self.entities if known.id == entity)
        return min(mentions, key=lambda mention: abs(mention.start - span.start))

    def _paragraph(self, span: Span) -> Span:
        end = self.text.find("\n", span.end)
        return Span(self.text.rfind("\n", 0, span.start) + 1, len(self.text) if end < 0 else end)


def _each[Fact](source: Mapping[str, Any], part: str, read: Callable[[int, Mapping[str, Any]], Fact]) -> Iterator[Fact]:
    """Yield the facts of `part`, numbered; an error names the row it is in."""
    for number, row in enumerate(source[part], start=1):
        try:
            yield read(number, row)
        except RecordError as error:
            raise RecordError(f"{part} {number}: {error}") from error


def _entity(text: str, row: Mapping[str, Any]) -> Entity:
    _check_keys(row, "entities")
    spans = sorted({span for pointer in row["mentions"] for span in occurrences(text, pointer)})
    # "Karst" everywhere includes the one in "Ilona Karst", which is one mention, not two.
    whole = [
        span
        for span in spans
        if not any(other != span and other.start <= span.start and span.end <= other.end for other in spans)
    ]
    return Entity(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        aliases=tuple(row.get("aliases", ())),
        mentions=tuple(whole),
    )


def _timex(text: str, row: Mapping[str, Any]) -> Timex:
    _check_keys(row, "dates")
    span = locate(text, row["text"])
    return Timex(id=row["id"], start=span.start, end=span.end, type=row.get("type", "DATE"), value=row["value"])


def _check_keys(row: Mapping[str, Any], part: str) -> None:
    if unknown := sorted(row.keys() - _KEYS[part]):
        raise RecordError(f"unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS[part]))}")


def _check_distinct(text: str, entities: tuple[Entity, ...]) -> None:
    """Refuse the same words given to two entities: one of the two is a mistake."""
    owners: dict[Span, str] = {}
    for entity in entities:
        for span in entity.mentions:
            if span in owners:
                words = text[span.start : span.end]
                raise RecordError(f"{words!r} at {span.start} is a mention of both {owners[span]!r} and {entity.id!r}")
            owners[span] = entity.id
