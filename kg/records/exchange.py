"""The JSON form of an extraction: one object a line, the keys of `docs/extraction-record.md`."""

import json
from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import RecordError
from kg.records.model import (
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

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PLACE_KEYS = ("lat", "lon", "precision", "country")
"""Entity keys that are left out of the JSON where they are unknown: only places and countries have them."""


def to_json(extraction: Extraction) -> str:
    """Return `extraction` as one line of JSON, without the line break."""
    return json.dumps(to_mapping(extraction), ensure_ascii=False)


def from_json(line: str) -> Extraction:
    """Read one line that `to_json` wrote, or another program in the same form.

    Raises:
        RecordError: the line is no JSON object of that form; the message names the key.
    """
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error.msg} at column {error.colno}") from error
    try:
        return from_mapping(record)
    except KeyError as error:
        raise RecordError(f"no extraction record: key {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"no extraction record: {error}") from error


def to_mapping(extraction: Extraction) -> dict[str, Any]:
    """Return `extraction` as plain lists, dicts and strings with the record's public key names."""
    article = _plain(extraction.article)
    text = article.pop("text")
    return {
        "article": article,
        "text": text,
        "entities": [_entity(entity) for entity in extraction.entities],
        "dates": [_plain(timex) for timex in extraction.dates],
        "roles": [_role(role) for role in extraction.roles],
        "events": [_event(event) for event in extraction.events],
        "statements": [_plain(statement) for statement in extraction.statements],
        "parts": [_plain(part) for part in extraction.parts],
        "model": extraction.model,
        "software": extraction.software,
    }


def from_mapping(record: dict[str, Any]) -> Extraction:
    """Read what `to_mapping` gives; keys that are not ours are passed over."""
    return Extraction(
        article=Article(**_known(Article, record["article"]), text=record["text"]),
        entities=tuple(_read_entity(value) for value in record["entities"]),
        dates=tuple(Timex(**_known(Timex, value)) for value in record["dates"]),
        roles=tuple(_read_role(value) for value in record["roles"]),
        events=tuple(_read_event(value) for value in record["events"]),
        statements=tuple(_read_statement(value) for value in record["statements"]),
        parts=tuple(_read_part(value) for value in record.get("parts", ())),
        model=record.get("model", ""),
        software=record.get("software", ""),
    )


@cache
def _keys(form: type) -> dict[str, None]:
    """Return the names of the fields of `form`, in order."""
    return dict.fromkeys(field.name for field in fields(form))


def _plain(record: "DataclassInstance") -> dict[str, Any]:
    """Return the record's own values by name; unlike `asdict` it does not copy them, which takes most of the time."""
    return {key: getattr(record, key) for key in _keys(type(record))}


def _known(form: type, value: dict[str, Any]) -> dict[str, Any]:
    keys = _keys(form)
    return {key: item for key, item in value.items() if key in keys}


def _entity(entity: Entity) -> dict[str, Any]:
    value = _plain(entity)
    return {key: item for key, item in value.items() if key not in _PLACE_KEYS or item is not None}


def _role(role: Role) -> dict[str, Any]:
    value = _plain(role)
    value["from"] = value.pop("start")
    return value


def _event(event: Event) -> dict[str, Any]:
    value = _plain(event)
    value["participants"] = [_plain(part) for part in event.participants]
    value["counts"] = [_plain(count) for count in event.counts]
    value["sites"] = [_plain(site) for site in event.sites]
    if event.when is not None:
        value["when"] = {"earliest": event.when.earliest.isoformat(), "latest": event.when.latest.isoformat()}
    return value


def _span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _read_entity(value: dict[str, Any]) -> Entity:
    known = _known(Entity, value)
    known["mentions"] = tuple(Span(*span) for span in known.get("mentions", ()))
    for key in ("aliases", "same_as"):
        known[key] = tuple(known.get(key, ()))
    return Entity(**known)


def _read_role(value: dict[str, Any]) -> Role:
    known = _known(Role, value) | {"evidence": Span(*value["evidence"]), "start": value.get("from")}
    return Role(**known)


def _read_event(value: dict[str, Any]) -> Event:
    when = value.get("when")
    known = _known(Event, value) | {
        "trigger": Span(*value["trigger"]),
        "evidence": Span(*value["evidence"]),
        "participants": tuple(Participant(**_known(Participant, part)) for part in value["participants"]),
        "counts": tuple(Count(**_known(Count, count)) for count in value["counts"]),
        "places": tuple(value["places"]),
        "opens": tuple(value.get("opens", ())),
        "closes": tuple(value.get("closes", ())),
        "sites": tuple(Site(**_known(Site, site)) for site in value.get("sites", ())),
        "when": None
        if when is None
        else Interval(earliest=date.fromisoformat(when["earliest"]), latest=date.fromisoformat(when["latest"])),
    }
    return Event(**known)


def _read_part(value: dict[str, Any]) -> Containment:
    return Containment(**(_known(Containment, value) | {"evidence": Span(*value["evidence"])}))


def _read_statement(value: dict[str, Any]) -> Statement:
    known = _known(Statement, value) | {
        "content": Span(*value["content"]),
        "cue": _span(value.get("cue")),
        "speaker_span": _span(value.get("speaker_span")),
    }
    return Statement(**known)
