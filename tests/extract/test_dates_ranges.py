"""Dates that stand for a stretch of time, and the days of the events that they date."""

from datetime import date

import pytest
from spacy.language import Language

from kg.extract.dates.ranges import periods_of
from kg.records import Interval
from tests.extract.event_aids import published, record_of


def periods(nlp: Language, text: str) -> set[str]:
    """Return the days for which the dates of `text` stand, those that only end a range left out."""
    return set(periods_of(published(nlp, text)).values())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Shelling between 3 and 5 July killed nine people.", "2025-07-03/2025-07-05"),
        ("Shelling from 3 to 5 July killed nine people.", "2025-07-03/2025-07-05"),
        ("Nine people were killed from May 3 through May 5.", "2025-05-03/2025-05-05"),
        ("He led the brigade from 2012 to 2016.", "2012/2016"),
        ("Since February, more than 1,000 people have been displaced.", "2025-02/2025-07-22"),
    ],
)
def test_a_range(nlp: Language, text: str, period: str) -> None:
    assert period in periods(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Sunday and on Monday.",
        "The minister flew from Monday's talks to Sunday's prayers.",
        "The road will be closed from Friday to Thursday, July 17.",
        "On July 3 and July 5 shells fell.",
    ],
)
def test_no_range(nlp: Language, text: str) -> None:
    assert not any("/" in period for period in periods(nlp, text))


def test_an_event_of_a_range_is_one_event_of_all_its_days(nlp: Language) -> None:
    events = record_of(nlp, "Shelling between 3 and 5 July killed nine people in Goma.").events
    assert [(event.type, event.when) for event in events] == [
        (kind, Interval(earliest=date(2025, 7, 3), latest=date(2025, 7, 5))) for kind in ("Shelling", "Killing")
    ]
