"""Values into queries: what is bound, what is looked up by name, and what is refused with a remedy."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.queries import NamedQuery, bind, load, resolved, run
from kg.queries.binding import as_iri
from kg.queries.catalogue import parse
from kg.rdf import article_quads, merged_quads, ontology_quads
from kg.resolve import resolve
from kg.store import Iri, Store, memory_store
from tests import samples

CKG = "https://w3id.org/conflict-kg/ontology#"
ID = "https://w3id.org/conflict-kg/id/"


@pytest.fixture(scope="module")
def store() -> Store:
    extraction = samples.extraction()
    store = memory_store()
    store.load([*article_quads(extraction), *merged_quads(resolve([extraction])), *ontology_quads()])
    return store


@pytest.fixture
def echo() -> NamedQuery:
    return parse(
        "echo",
        "# title: Echo\n# question: What was given?\n# parameters:\n#   words (text): any\n#   day (date): any\n"
        "#   size (number): any\n#   thing (entity): any\n#   kind (class): any\n# example: kg query echo\n"
        "SELECT ?words ?day ?size ?thing ?kind WHERE {\nVALUES ?words { UNDEF }\nVALUES ?day { UNDEF }\n"
        "VALUES ?size { UNDEF }\nVALUES ?thing { UNDEF }\nVALUES ?kind { UNDEF }\n}",
    )


def test_what_is_not_given_stays_open(store: Store, echo: NamedQuery) -> None:
    assert bind(echo, {}) == echo.text
    assert run(store, echo).rows == ((None, None, None, None, None),)


@given(words=st.text(st.characters(codec="utf-8")))
def test_any_words_come_through_unharmed(store: Store, words: str) -> None:
    query = parse(
        "q",
        "# title: T\n# question: Q?\n# parameters:\n#   words (text): any\n# example: kg query q\n"
        "SELECT ?words WHERE {\nVALUES ?words { UNDEF }\n}",
    )
    assert run(store, query, {"words": words}).rows == ((words,),)


def test_each_kind_is_bound_as_what_it_is(store: Store, echo: NamedQuery) -> None:
    rows = run(
        store,
        echo,
        {"words": 'a "b" }', "day": "2025-07-23", "size": "0.5", "thing": "mira solen", "kind": "Airstrike"},
    ).rows
    assert rows == (('a "b" }', date(2025, 7, 23), 0.5, Iri(ID + "person-mira-solen"), Iri(CKG + "Airstrike")),)
    assert run(store, echo, {"day": date(2025, 7, 23)}).rows[0][1] == date(2025, 7, 23)


def test_several_iris_mean_any_of_them(store: Store, echo: NamedQuery) -> None:
    both = [Iri(ID + "country-vx"), Iri(ID + "country-ox")]
    assert {row[3] for row in run(store, echo, {"thing": both}).rows} == set(both)


@pytest.mark.parametrize("value", ["Solen", "MIRA SOLEN", "id:person-mira-solen", f"<{ID}person-mira-solen>"])
def test_a_person_is_found_by_name_alias_or_iri(store: Store, value: str) -> None:
    assert {row[0] for row in run(store, load("career"), {"person": value}).rows} == {"Mira Solen"}


def test_classes_of_older_vocabularies_are_found_by_their_local_names(store: Store) -> None:
    assert "foaf/0.1/Person>" in resolved(store, load("things"), {"type": "Person"})
    assert "ns/org#Organization>" in resolved(store, load("things"), {"type": "Organization"})


@pytest.mark.parametrize(
    ("name", "given_", "words"),
    [
        ("career", {}, "needs person .*try: kg query career"),
        ("posts", {"persn": "x"}, "no parameter 'persn'; it takes person, organization"),
        ("types", {"x": "y"}, "it takes none"),
        ("events", {"from": "yesterday"}, "'yesterday' is no date; write it as 2025-07-23"),
        ("events", {"type": "Atack"}, "'Atack' is no class of this graph"),
        ("events", {"type": "no such class"}, "is no class of this graph"),
        ("events", {"place": "Nowhere"}, "nothing in this graph is called 'Nowhere'"),
        ("joins", {"below": "low"}, "'low' is no number"),
    ],
)
def test_what_cannot_be_bound_is_refused(store: Store, name: str, given_: dict[str, str], words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        run(store, load(name), given_)
    assert "\n" not in str(caught.value)


def test_names_need_a_store() -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        bind(load("career"), {"person": "Mira Solen"})
    assert f"VALUES ?person {{ <{ID}person-mira-solen> }}" in bind(load("career"), {"person": "id:person-mira-solen"})


@pytest.mark.parametrize(
    ("value", "iri"),
    [
        ("ckg:Talks", CKG + "Talks"),
        ("https://example.org/a", "https://example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("urn:x:1", "urn:x:1"),
        ("Update: talks", None),
        ("Solen", None),
        ("12:30", None),
        ("https://example.org/a> } DROP", None),
    ],
)
def test_what_is_an_iri(value: str, iri: str | None) -> None:
    assert as_iri(value) == iri
