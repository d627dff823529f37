"""What the components leave on a Doc: names of span groups and extension attributes, and the form of their values.

Only plain values and span groups are kept, so that a Doc can be written to bytes and read again. `reading.py` turns
them into records. All positions here are token indices `[start, end)`; characters come in only in `reading.py`.

Span groups
-----------
NAMES       named things as the text names them: `label_` a class of the ontology, `kb_id_` the key of a lexicon or
            gazetteer entry ("" where there is none), `id_` "name", "adjective" or "people".
TITLES      titles of posts ("defense minister", "chair"): `label_` the role category, `kb_id_` the title's head form.
DATES       temporal expressions: `label_` the TIMEX3 type, `kb_id_` the TIMEX3 value, `id_` "t1", "t2", ...
MENTIONS    every mention of an entity: `label_` the entity's class, `id_` its key in `doc._.kg_entities`, `kb_id_` the
            form of the mention (see FORMS). Mentions may nest ("Russia" in "Russia's Foreign Ministry") but not cross.
PLURALS     mentions that stand for several entities ("the two sides", "they"): `id_` is their keys, joined by a space.
"""

from typing import Any, Literal, NotRequired, TypedDict

from spacy.tokens import Doc, Span

NAMES = "kg_names"
TITLES = "kg_titles"
DATES = "kg_dates"
MENTIONS = "kg_mentions"
PLURALS = "kg_plurals"

Form = Literal["name", "adjective", "metonym", "description", "pronoun"]
"""How a mention refers: "Ukraine" (name), "Ukrainian" (adjective), "Kyiv" for the government (metonym), "the
president" (description), "he" (pronoun)."""


class EntityRow(TypedDict):
    """One entity of the Doc; its mentions are in MENTIONS."""

    type: str
    name: str
    aliases: list[str]
    same_as: list[str]
    lat: NotRequired[float]
    lon: NotRequired[float]
    precision: NotRequired[str]
    country: NotRequired[str]


class RoleRow(TypedDict):
    """One person-role-organization fact; `person` and `organization` are entity keys."""

    person: str
    title: str
    category: str
    organization: str | None
    status: str
    start: str | None
    until: str | None
    evidence: tuple[int, int]
    confidence: float
    rule: str


class StatementRow(TypedDict):
    """One statement; spans are token positions."""

    speaker: str | None
    speaker_span: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int]
    direct: bool
    date: str | None
    confidence: float
    rule: str


class ParticipantRow(TypedDict):
    """One party of an event; `entity` is an entity key or None."""

    role: str
    entity: str | None
    span: tuple[int, int]


class CountRow(TypedDict):
    """One figure; `max` is None for "at least". `of` and `partial` as in `kg.records.Count`."""

    kind: str
    min: int
    max: int | None
    span: tuple[int, int]
    of: NotRequired[str | None]
    partial: NotRequired[bool]


class SiteRow(TypedDict):
    """How the spot of an event lies to the place with the key `place`; the span has the words "near Brenik"."""

    place: str
    relation: str
    span: tuple[int, int]


class ContainmentRow(TypedDict):
    """The entity with the key `part` lies in, or belongs to, the one with the key `whole`."""

    part: str
    whole: str
    evidence: tuple[int, int]
    confidence: float
    rule: str


class EventRow(TypedDict):
    """One event; `date` is the `id_` of a span in DATES, `places` and `source` are entity keys.

    `incident` is a key that events telling of one happening share, None for one that stands alone.
    """

    type: str
    trigger: tuple[int, int]
    participants: list[ParticipantRow]
    date: str | None
    places: list[str]
    modality: str
    polarity: str
    source: str | None
    incident: str | None
    counts: list[CountRow]
    sites: NotRequired[list[SiteRow]]
    evidence: tuple[int, int]
    confidence: float
    rule: str


def register() -> None:
    """Register the extension attributes; called once when `kg.extract` builds a pipeline."""
    defaults: dict[str, Any] = {
        "kg_published": None,  # ISO date of the article, or None
        "kg_entities": {},  # dict[str, EntityRow]
        "kg_roles": [],  # list[RoleRow]
        "kg_statements": [],  # list[StatementRow]
        "kg_events": [],  # list[EventRow]
        "kg_parts": [],  # list[ContainmentRow]; kg_places makes it, kg_roles adds to it
    }
    for name, default in defaults.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def set_spans(doc: Doc, group: str, spans: list[Span]) -> None:
    """Replace the span group `group` of `doc`."""
    doc.spans[group] = spans


def spans_of(doc: Doc, group: str) -> list[Span]:
    """Return the spans of `group` in text order; empty where the component that makes it has not run."""
    return list(doc.spans[group]) if group in doc.spans else []


def mention_by_token(doc: Doc) -> list[Span | None]:
    """Return for each token the innermost mention that covers it, or None.

    Look up the head of a phrase here to learn which entity it names: `mention_by_token(doc)[token.i]`.
    """
    table: list[Span | None] = [None] * len(doc)
    for span in sorted(spans_of(doc, MENTIONS), key=lambda s: s.start - s.end):  # longest first, inner ones overwrite
        for i in range(span.start, span.end):
            table[i] = span
    return table


def plural_by_token(doc: Doc) -> list[Span | None]:
    """Return for each token the plural mention ("the two sides") that covers it, or None."""
    table: list[Span | None] = [None] * len(doc)
    for span in spans_of(doc, PLURALS):
        for i in range(span.start, span.end):
            table[i] = span
    return table
