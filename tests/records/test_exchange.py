"""Records and their JSON form: nothing is lost on the way there and back, and bad lines are refused in plain words."""

import json
from typing import Any

import pytest
from hypothesis import given

from kg.errors import RecordError
from kg.records import Extraction
from kg.records.exchange import from_json, to_json, to_mapping
from tests import samples
from tests.strategies import extractions


@given(extractions())
def test_a_record_comes_back_from_json_as_it_was(extraction: Extraction) -> None:
    assert from_json(to_json(extraction)) == extraction


@given(extractions())
def test_a_record_is_one_line(extraction: Extraction) -> None:
    assert "\n" not in to_json(extraction)


def test_the_json_has_the_documented_keys() -> None:
    record = json.loads(to_json(samples.extraction()))
    assert {"article", "text", "entities", "dates", "roles", "events", "statements"} <= record.keys()
    assert record["text"] == samples.TEXT
    assert record["roles"][1]["from"] == "2025-07"
    assert record["roles"][1]["until"] is None
    assert record["events"][0]["when"] == {"earliest": "2025-07-23", "latest": "2025-07-23"}
    assert record["events"][2]["counts"] == [
        {"kind": "killed", "min": 12, "max": None, "start": 250, "end": 252, "of": None, "partial": False}
    ]
    place = record["entities"][4]
    assert (place["lat"], place["lon"], place["precision"]) == (48.5, 35.25, "city")
    assert "lat" not in record["entities"][0]


def test_positions_point_at_the_words() -> None:
    record = json.loads(to_json(samples.extraction()))
    start, end = record["events"][0]["trigger"]
    assert record["text"][start:end] == "talks"


def test_keys_that_are_not_ours_are_passed_over() -> None:
    record = to_mapping(samples.extraction())
    record["entities"][0]["colour"] = "blue"
    record["extra"] = 1
    assert from_json(json.dumps(record, default=str)).entities[0] == samples.extraction().entities[0]


def without(key: str) -> dict[str, Any]:
    record = to_mapping(samples.extraction())
    del record[key]
    return record


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"article": {', "not JSON"),
        ("[1, 2]", "no extraction record"),
        ("null", "no extraction record"),
        (json.dumps(without("events"), default=str), "'events'"),
        ('{"article": {"id": "a"}, "text": "x"}', "no extraction record"),
    ],
)
def test_a_line_that_is_no_record_is_refused(line: str, words: str) -> None:
    with pytest.raises(RecordError, match=words) as caught:
        from_json(line)
    assert "\n" not in str(caught.value)
