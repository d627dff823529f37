"""Dates that stand for a stretch of time: "between 3 and 5 May", "from March to June", "since February"."""

from itertools import pairwise

from spacy.tokens import Doc

from kg.extract.annotations import DATES, spans_of
from kg.extract.timex import bounds

_JOINTS = {"between": frozenset(("and",)), "from": frozenset(("to", "until", "till", "through"))}
"""The word between the two dates, by the word before them."""


def ranges_of(doc: Doc) -> dict[str, str]:
    """Return for the key of each date that begins a range the key of the date that ends it.

    Both must be known and in order: "from Sunday to Friday" is none where the Sunday lies after the Friday.
    """
    dates = [span for span in spans_of(doc, DATES) if span.label_ in ("DATE", "TIME")]
    return {
        first.id_: last.id_
        for first, last in pairwise(dates)
        if first.start > 0
        and last.start == first.end + 1
        and doc[first.end].lower_ in _JOINTS.get(doc[first.start - 1].lower_, ())
        and bounds(f"{first.kb_id_}/{last.kb_id_}") is not None
    }


def periods_of(doc: Doc) -> dict[str, str]:
    """Return the days for which each date of `doc` stands, by its key: its own TIMEX3 value, or two with a slash.

    A range lasts to the end of its second date, "since February" to the day of writing where that is known.
    """
    spans = spans_of(doc, DATES)
    values = {span.id_: span.kb_id_ for span in spans}
    periods = values | {first: f"{values[first]}/{values[last]}" for first, last in ranges_of(doc).items()}
    if doc._.kg_published is not None:
        today = doc._.kg_published[: len("2025-01-31")]
        for span in spans:
            until_now = f"{span.kb_id_}/{today}"
            if span.start and doc[span.start - 1].lower_ == "since" and bounds(until_now) is not None:
                periods[span.id_] = until_now
    return periods
