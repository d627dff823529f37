"""Turn an annotated Doc into frozen records: the only place where token positions become characters."""

from datetime import date
from typing import Any, cast

from spacy.tokens import Doc

from kg.extract.annotations import (
    DATES,
    MENTIONS,
    ContainmentRow,
    EntityRow,
    EventRow,
    RoleRow,
    StatementRow,
    spans_of,
)
from kg.extract.dates.ranges import periods_of
from kg.extract.events.posts import posts_closed, posts_opened
from kg.extract.timex import bounds
from kg.records import (
    Article,
    Containment,
    Count,
    Entity,
    Event,
    Extraction,
    Interval,
    Participant,
    Role,
    Site,
    Span,
    Statement,
    Timex,
)


def read(doc: Doc, article: Article, *, model: str, software: str) -> Extraction:
    """Return what the components found in `doc` as the record of `article`.

    Args:
        doc: the article's text after the whole pipeline.
        article: its text is the Doc's text.
        model: name and version of the spaCy pipeline, for provenance.
        software: name and version of this program, for provenance.
    """
    dates = _dates(doc)
    periods = periods_of(doc)
    roles: list[RoleRow] = doc._.kg_roles
    events: list[EventRow] = doc._.kg_events
    statements: list[StatementRow] = doc._.kg_statements
    parts: list[ContainmentRow] = doc._.kg_parts
    return Extraction(
        article=article,
        entities=_entities(doc),
        dates=dates,
        roles=tuple(_role(doc, f"r{n}", row) for n, row in enumerate(roles, start=1)),
        events=tuple(_event(doc, f"v{n}", row, periods, roles) for n, row in enumerate(events, start=1)),
        statements=tuple(_statement(doc, f"s{n}", row) for n, row in enumerate(statements, start=1)),
        parts=tuple(_part(doc, f"p{n}", row) for n, row in enumerate(parts, start=1)),
        model=model,
        software=software,
    )


def _characters(doc: Doc, span: tuple[int, int]) -> Span:
    """Return the characters that the tokens `[start, end)` cover, white space at either end left out."""
    start, end = span
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def _entities(doc: Doc) -> tuple[Entity, ...]:
    rows: dict[str, EntityRow] = doc._.kg_entities
    mentions: dict[str, list[Span]] = {key: [] for key in rows}
    for span in spans_of(doc, MENTIONS):
        mentions[span.id_].append(Span(span.start_char, span.end_char))
    return tuple(
        Entity(
            id=key,
            type=row["type"],
            name=row["name"],
            aliases=tuple(row["aliases"]),
            same_as=tuple(row["same_as"]),
            mentions=tuple(sorted(mentions[key])),
            lat=row.get("lat"),
            lon=row.get("lon"),
            precision=cast("Any", row.get("precision")),
            country=row.get("country"),
        )
        for key, row in rows.items()
    )


def _dates(doc: Doc) -> tuple[Timex, ...]:
    return tuple(
        Timex(id=span.id_, start=span.start_char, end=span.end_char, type=cast("Any", span.label_), value=span.kb_id_)
        for span in spans_of(doc, DATES)
    )


def _role(doc: Doc, key: str, row: RoleRow) -> Role:
    return Role(
        id=key,
        person=row["person"],
        title=row["title"],
        category=row["category"],
        organization=row["organization"],
        status=cast("Any", row["status"]),
        evidence=_characters(doc, row["evidence"]),
        confidence=row["confidence"],
        rule=row["rule"],
        start=row["start"],
        until=row["until"],
    )


def _event(doc: Doc, key: str, row: EventRow, periods: dict[str, str], roles: list[RoleRow]) -> Event:
    when = bounds(periods[row["date"]]) if row["date"] is not None else None
    return Event(
        id=key,
        type=row["type"],
        trigger=_characters(doc, row["trigger"]),
        participants=tuple(
            Participant(
                role=cast("Any", part["role"]),
                entity=part["entity"],
                start=(span := _characters(doc, part["span"])).start,
                end=span.end,
            )
            for part in row["participants"]
        ),
        date=row["date"],
        when=_interval(when),
        places=tuple(row["places"]),
        modality=cast("Any", row["modality"]),
        polarity=cast("Any", row["polarity"]),
        source=row["source"],
        incident=row["incident"],
        counts=tuple(
            Count(
                kind=cast("Any", count["kind"]),
                min=count["min"],
                max=count["max"],
                start=(span := _characters(doc, count["span"])).start,
                end=span.end,
                of=cast("Any", count.get("of")),
                partial=count.get("partial", False),
            )
            for count in row["counts"]
        ),
        sites=tuple(
            Site(
                place=site["place"],
                relation=cast("Any", site["relation"]),
                start=(span := _characters(doc, site["span"])).start,
                end=span.end,
            )
            for site in row.get("sites", ())
        ),
        opens=tuple(f"r{place + 1}" for place in posts_opened(doc, row, roles)),
        closes=tuple(f"r{place + 1}" for place in posts_closed(doc, row, roles)),
        evidence=_characters(doc, row["evidence"]),
        confidence=row["confidence"],
        rule=row["rule"],
    )


def _part(doc: Doc, key: str, row: ContainmentRow) -> Containment:
    return Containment(
        id=key,
        part=row["part"],
        whole=row["whole"],
        evidence=_characters(doc, row["evidence"]),
        confidence=row["confidence"],
        rule=row["rule"],
    )


def _interval(when: tuple[date, date] | None) -> Interval | None:
    return None if when is None else Interval(earliest=when[0], latest=when[1])


def _statement(doc: Doc, key: str, row: StatementRow) -> Statement:
    speaker_span, cue = row["speaker_span"], row["cue"]
    return Statement(
        id=key,
        speaker=row["speaker"],
        speaker_span=None if speaker_span is None else _characters(doc, speaker_span),
        cue=None if cue is None else _characters(doc, cue),
        content=_characters(doc, row["content"]),
        direct=row["direct"],
        date=row["date"],
        confidence=row["confidence"],
        rule=row["rule"],
    )
