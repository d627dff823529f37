"""The typed, immutable records that stages pass on; their JSON form is `docs/extraction-record.md`.

All positions are half-open character offsets `[start, end)` into the article's text.
"""

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

__all__ = [
    "Article",
    "Containment",
    "Count",
    "Entity",
    "Event",
    "Extraction",
    "Interval",
    "Participant",
    "Role",
    "Site",
    "Span",
    "Statement",
    "Timex",
]
