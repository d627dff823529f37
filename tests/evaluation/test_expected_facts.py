import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import RecordError
from kg.evaluation import load_expected
from kg.records import Article, Extraction

TEXT = (
    "General Tomas Velk met Anna Orel, the envoy, in Brenik on Monday. He said 12 soldiers were killed.\n\n"
    "“We were late,” Velk added."
)

FACTS: dict[str, Any] = {
    "article": "sample",
    "entities": [
        {"id": "velk", "type": "Person", "name": "Tomas Velk", "mentions": ["Tomas Velk", "Velk", "[He] said"]},
        {"id": "orel", "type": "Person", "name": "Anna Orel", "mentions": ["Anna Orel", "the envoy"]},
        {"id": "brenik", "type": "Place", "name": "Brenik", "mentions": ["Brenik"]},
    ],
    "dates": [{"id": "t1", "text": "Monday", "value": "2025-03-10"}],
    "roles": [
        {
            "person": "orel",
            "title": "envoy",
            "category": "Envoy",
            "organization": None,
            "evidence": "Anna Orel, the envoy",
        },
    ],
    "events": [
        {
            "type": "Talks",
            "trigger": "met",
            "participants": {"participant": ["velk", "orel"]},
            "date": "t1",
            "places": ["brenik"],
        },
        {
            "type": "Killing",
            "trigger": "killed",
            "participants": {"victim": ["12 soldiers"]},
            "source": "velk",
            "counts": [{"kind": "killed", "min": 12, "max": 12, "text": "12"}],
        },
    ],
    "statements": [
        {"speaker": "velk", "cue": "said", "content": "12 soldiers were killed"},
        {"speaker": "velk", "cue": "added", "content": "“We … late,”"},
    ],
}


def load(folder: Path, facts: dict[str, Any]) -> Extraction:
    path = folder / "sample.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return load_expected(path, Article(id="sample", text=TEXT, sha256=hashlib.sha256(TEXT.encode()).hexdigest()))


def changed(part: str, **values: object) -> dict[str, Any]:
    facts = json.loads(json.dumps(FACTS))
    facts[part][0] |= values
    return dict(facts)


def test_quoted_words_become_positions(tmp_path: Path) -> None:
    facts = load(tmp_path, FACTS)
    assert [TEXT[slice(*span)] for span in facts.entities[0].mentions] == ["Tomas Velk", "He", "Velk"]
    assert TEXT[slice(*facts.roles[0].evidence)] == "Anna Orel, the envoy"
    assert TEXT[slice(*facts.events[1].trigger)] == "killed"
    assert [statement.direct for statement in facts.statements] == [False, True]


def test_a_party_is_named_by_id_or_by_its_words(tmp_path: Path) -> None:
    met, killed = load(tmp_path, FACTS).events
    assert [(party.entity, TEXT[party.start : party.end]) for party in met.participants] == [
        ("velk", "Tomas Velk"),
        ("orel", "Anna Orel"),
    ]
    assert [(party.entity, TEXT[party.start : party.end]) for party in killed.participants] == [(None, "12 soldiers")]


def test_an_event_takes_its_days_from_its_date_and_its_paragraph_as_evidence(tmp_path: Path) -> None:
    met = load(tmp_path, FACTS).events[0]
    assert met.when is not None
    assert met.when.earliest.isoformat() == met.when.latest.isoformat() == "2025-03-10"
    assert TEXT[slice(*met.evidence)] == TEXT.partition("\n")[0]


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        (changed("entities", mentions=["Brenik"]), "mention of both 'velk' and 'brenik'"),
        (changed("entities", mentions=["Orvath"]), "'Orvath' does not occur"),
        (changed("entities", name_="Velk"), "unknown key 'name_'"),
        (changed("roles", person="nobody"), "roles 1: entity 'nobody' is not listed"),
        (changed("events", date="t9"), "events 1: date 't9' is not listed"),
        (changed("events", trigger="Velk"), "events 1: 'Velk' occurs 2 times"),
        (changed("events", places=["ostvale"]), "events 1: entity 'ostvale' is not listed"),
        (changed("statements", content="“We … early”"), "does not follow"),
        ({key: value for key, value in FACTS.items() if key != "dates"}, "key 'dates' is missing"),
    ],
)
def test_a_slip_is_refused_with_the_place_of_it(tmp_path: Path, facts: dict[str, Any], problem: str) -> None:
    with pytest.raises(RecordError, match=r"sample\.json") as caught:
        load(tmp_path, facts)
    assert problem in str(caught.value)


def test_broken_json_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "sample.json"
    path.write_text('{\n"article": \n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"sample\.json:3"):
        load_expected(path, Article(id="sample", text=TEXT, sha256=""))
