"""Which names are asked about, and which proposals can be taken."""

from dataclasses import replace

import pytest

from kg.config import DEFAULT_BASE
from kg.errors import QueryError, ServiceError
from kg.pipeline import graph_nquads
from kg.reconciliation import (
    Asked,
    Candidate,
    Manifest,
    Proposal,
    Service,
    accepted,
    entries_for,
    names_to_ask,
    propose,
)
from kg.records import Extraction
from kg.resolve import Entry
from kg.store import Store, memory_store
from tests.reconciliation.serving_names import candidate, serving_names
from tests.upkeep_aids import story

HUMAN = (("Q5", "human"),)
MIRA = Asked("person-mira-solen", "Mira Solen", "Person", None)
SERVICE = Manifest("Names", "https://names.example/entity/", 2)


def graph(*read: Extraction, known: tuple[Entry, ...] = ()) -> Store:
    store = memory_store()
    store.load_nquads(graph_nquads(read, base=DEFAULT_BASE, known=known))
    return store


def found(id_: str, score: float, types: tuple[tuple[str, str], ...] = HUMAN) -> Candidate:
    return Candidate(id_, "Mira Solen", score, score > 90, types, "")


def test_people_bodies_and_places_are_asked_about() -> None:
    asked = names_to_ask(graph(story(1)), None, base=DEFAULT_BASE, limit=99)
    assert [(one.name, one.type) for one in asked] == [
        ("Brenn", "Place"),
        ("Mira Solen", "Person"),
        ("Outlet 1", "MediaOutlet"),
        ("Security Council", "GovernmentBody"),
        ("presidential office", "GovernmentBody"),
    ]
    assert len(names_to_ask(graph(story(1)), None, base=DEFAULT_BASE, limit=2)) == 2


def test_poor_names_are_not_asked_about() -> None:
    poor = story(1)
    people = tuple(replace(one, name="Solen") if one.type == "Person" else one for one in poor.entities)
    asked = names_to_ask(graph(replace(poor, entities=people, roles=())), None, base=DEFAULT_BASE, limit=99)
    assert "Person" not in {one.type for one in asked}


def test_who_is_known_already_is_not_asked_about() -> None:
    known = Entry(id="A-1", name="Mira Solen", type="Person")
    store = graph(story(1), known=(known,))
    assert MIRA not in names_to_ask(store, None, base=DEFAULT_BASE, limit=99)
    with pytest.raises(QueryError, match=r"Mira Solen: a known name already \(kg names\)"):
        names_to_ask(store, "Mira Solen", base=DEFAULT_BASE, limit=1)


@pytest.mark.parametrize("what", ["Mira Solen", "person-mira-solen", f"<{DEFAULT_BASE}person-mira-solen>"])
def test_one_is_asked_about_by_name_key_or_iri(what: str) -> None:
    assert names_to_ask(graph(story(1)), what, base=DEFAULT_BASE, limit=1) == [MIRA]


@pytest.mark.parametrize("what", ["Nobody at all", "Velmora", "drone"])
def test_what_cannot_be_asked_about_is_refused(what: str) -> None:
    with pytest.raises(QueryError, match=what):
        names_to_ask(graph(story(1)), what, base=DEFAULT_BASE, limit=1)


def test_names_go_out_in_batches_and_answers_before_a_failure_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    asked = [MIRA._replace(name=name) for name in ("Mira Solen", "Ida Norr", "Jan Roke")]
    with serving_names({"Jan Roke": [candidate("Q3", "Jan Roke", 99)]}) as service:
        proposals = list(propose(Service(service.url), SERVICE, asked))
        assert service.names == [["Mira Solen", "Ida Norr"], ["Jan Roke"]]
        assert [len(one.candidates) for one in proposals] == [0, 0, 1]
        service.instead = lambda names: (500, {}, b"") if names == ["Jan Roke"] else None
        answers = propose(Service(service.url), SERVICE, asked)
        assert [next(answers).asked.name, next(answers).asked.name] == ["Mira Solen", "Ida Norr"]
        with pytest.raises(ServiceError, match="500"):
            next(answers)


@pytest.mark.parametrize(
    ("candidates", "taken"),
    [
        ((), None),
        ((found("Q1", 90.0),), "Q1"),
        ((found("Q1", 89.9),), None),
        ((found("Q1", 95.0), found("Q2", 60.0)), "Q1"),
        ((found("Q1", 95.0), found("Q2", 90.0)), None),
        ((found("Q1", 95.0, (("Q43229", "organization"),)), found("Q2", 90.0)), "Q2"),
        ((found("Q1", 95.0, (("Q515", "city"),)),), None),
        ((found("Q1", 95.0, (("Q99", "judge"),)),), "Q1"),
        ((found("Q1", 95.0, ()),), "Q1"),
    ],
)
def test_one_good_candidate_of_the_right_kind_is_taken(candidates: tuple[Candidate, ...], taken: str | None) -> None:
    chosen = accepted(Proposal(MIRA, candidates), 90)
    assert (None if chosen is None else chosen.id) == taken


def test_what_is_taken_becomes_a_known_name() -> None:
    theirs = Candidate("Q1", "Mira Sollen", 99, sure=True, types=HUMAN, description="")
    known = Entry(id="https://names.example/entity/Q1", name="Mira Sollen", aliases=("Mira Solen",), type="Person")
    assert entries_for([(MIRA, theirs)], SERVICE, {}) == [known]
    there = MIRA._replace(country="UA"), theirs._replace(name="")
    assert entries_for([there], SERVICE, {}) == [replace(known, name="Mira Solen", aliases=(), country="UA")]


def test_names_of_one_entry_come_together() -> None:
    theirs = found("Q1", 99)
    castun = MIRA._replace(key="person-mira-castun", name="Mira Castun")
    both = Entry(
        id="https://names.example/entity/Q1", name="Mira Solen", aliases=("Mira Castun",), type="Person", start="1970"
    )
    known = {both.id: replace(both, aliases=())}
    assert entries_for([(MIRA, theirs), (castun, theirs)], SERVICE, {}) == [replace(both, start=None)]
    assert entries_for([(castun, theirs)], SERVICE, known) == [both]


def test_words_that_make_no_entry_are_left_out() -> None:
    assert entries_for([(MIRA._replace(country="Narnia"), found("Q1", 99))], SERVICE, {}) == []
