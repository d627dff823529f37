"""Each named query on a small graph written by hand: the rows it must give, and no others."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.queries import Given, load, names, run
from kg.rdf import ontology_quads
from kg.store import Store, Value, memory_store
from tests.queries.test_more_named_queries import ASKED

ID = "https://w3id.org/conflict-kg/id/"
CHAIR = "Mira Solen, chair of the Security Council since November, called it a crime."
SHELLED = "Ostravan howitzers shelled Brenn on Tuesday, killing at least four, the council said."
MARKET = "Ostrava shelled a market in Brenn, killing five, two of them women."
TALKS = "Talks between the two sides are due in Kall on Saturday."
BOMBED = "Velmoran jets bombed Tarn on Tuesday."
THANKED = "Jan Berg, the acting chair, thanked her."
LEFT = "Former chair Mira Solen left on Wednesday."
NO_CEASEFIRE = "No ceasefire was agreed, Velmora said."
FIRST, THIRD, FIFTH = date(2031, 4, 1), date(2031, 4, 3), date(2031, 4, 5)
LATE, MAY = date(2031, 4, 29), date(2031, 5, 1)
SECOND = date(2031, 4, 2)
WIRE, AGENCY = "Example Wire", "Second Agency"

Row = tuple[Value | None, ...]


@pytest.fixture(scope="module")
def store() -> Store:
    store = memory_store()
    store.load(ox.parse(path=Path(__file__).parent / "small.trig"))
    store.load(ontology_quads())
    return store


shelling: Row = (FIRST, FIRST, "Shelling", "Brenn", "Ostrava, Velmora", 2, MARKET, ID + "happening-1")
airstrike: Row = (LATE, LATE, "Airstrike", "Tarn", "Ostrava, Velmora", 1, BOMBED, ID + "happening-5")
talks: Row = (FIFTH, FIFTH, "Talks", "Ostrava, Velmora", "Kall", "planned", TALKS, ID + "happening-2")
planned_talks: Row = ("planned", "Talks", FIFTH, FIFTH, "Ostrava, Velmora", TALKS, ID + "happening-2")
no_ceasefire: Row = ("Ceasefire", None, None, "Velmora", THIRD, NO_CEASEFIRE, ID + "event-4")
by_ostrava: Row = (
    *("Ostrava", "Velmora, a market", "Shelling", FIRST, FIRST, "Brenn", "howitzer", 2, MARKET),
    ID + "happening-1",
)
by_velmora: Row = ("Velmora", "Ostrava", "Airstrike", LATE, LATE, "Tarn", None, 1, BOMBED, ID + "happening-5")
four: Row = (
    *(FIRST, FIRST, "Brenn", "killed", None, None, 4, None, "Security Council", WIRE, SECOND, SHELLED),
    ID + "event-1",
)
five: Row = (FIRST, FIRST, "Brenn", "killed", None, None, 5, 5, None, AGENCY, THIRD, MARKET, ID + "event-3")
women: Row = (FIRST, FIRST, "Brenn", "killed", "women", True, 2, 2, None, AGENCY, THIRD, MARKET, ID + "event-3")
post: Row = ("Jan Berg", "chair", "Security Council", "Chair", "acting", None, MAY, 1, THANKED)
held: Row = ("Mira Solen", "chair", "Security Council", "current", "2030-11", None, SECOND, WIRE, CHAIR)
ended: Row = ("Mira Solen", "chair", "Security Council", "former", None, "2031-04-30", MAY, WIRE, LEFT)
crime: Row = (
    *("Mira Solen", "a crime", "called", False, SECOND, WIRE, "Shells fall on Brenn"),
    ID + "statement-1",
)
brenn: Row = ("Brenn", "Velmora", "POINT(35.25 48.5)", 1, 1, FIRST, FIRST, ID + "place-brenn")
tarn: Row = ("Tarn", "Ostrava", None, 1, 1, LATE, LATE, ID + "place-tarn")
solen: Row = ("Mira Solen", "Person", 2, "Solen, the chair", ID + "person-mira-solen")
berg: Row = ("Jan Berg", "Person", 1, None, ID + "person-jan-berg")
council: Row = ("Security Council", "GovernmentBody", 2, None, ID + "org-council")
same_name: Row = (
    *(0.95, "same full name in 2 articles", "same-key", "Mira Solen", None, "Mira Solen"),
    ID + "person-mira-solen",
)
same_day: Row = (
    *(0.9, "same class, same day and place, shared parties", "same-place-and-party", MARKET, SHELLED, None),
    ID + "happening-1",
)

toll: Row = (FIRST, "Brenn", "Shelling", "killed", None, 4, 4, 5, 2, ID + "happening-1")
disputed: Row = (
    *("count", "killed: 4 or 5", None, SHELLED, "Example Wire", SECOND, MARKET, "Second Agency", THIRD),
    *(ID + "happening-1", ID + "contradiction-1"),
)
tenure: Row = (
    *("Mira Solen", "chair", "Security Council", "Chair", "2030-11", SECOND, THIRD, None, date(2031, 5, 1), 2),
)

CASES: list[tuple[str, dict[str, Given], list[Row]]] = [
    ("posts", {}, [post]),
    ("posts", {"person": "jan berg"}, [post]),
    ("posts", {"person": "solen"}, []),
    ("posts", {"organization": "Security Council"}, [post]),
    ("posts", {"organization": "Velmora"}, []),
    ("career", {"person": "Mira Solen"}, [held, ended]),
    (
        "people",
        {"organization": "Security Council"},
        [
            ("Security Council", "GovernmentBody", "Jan Berg", "chair", "acting", 1, THANKED),
            ("Security Council", "GovernmentBody", "Mira Solen", "chair", "current", 1, CHAIR),
            ("Security Council", "GovernmentBody", "Mira Solen", "chair", "former", 1, LEFT),
        ],
    ),
    ("people", {"organization": "Ostrava"}, []),
    ("meetings", {}, [talks]),
    ("meetings", {"party": "Ostrava", "place": "Kall", "from": "2031-04-05", "until": "2031-04-05"}, [talks]),
    ("meetings", {"until": "2031-04-04"}, []),
    ("meetings", {"place": "Brenn"}, []),
    ("meetings", {"party": "Mira Solen"}, []),
    ("events", {}, [shelling, airstrike]),
    ("events", {"type": "Attack"}, [shelling, airstrike]),
    ("events", {"type": "Airstrike"}, [airstrike]),
    ("events", {"type": "Talks"}, []),
    ("events", {"place": "Velmora"}, [shelling]),
    ("events", {"place": "Tarn"}, [airstrike]),
    ("events", {"from": date(2031, 4, 2)}, [airstrike]),
    ("events", {"type": "Attack", "place": "Brenn", "from": "2031-03-01", "until": "2031-04-01"}, [shelling]),
    (
        "sources",
        {"type": "HostileEvent"},
        [
            ("Security Council", WIRE, SECOND, "Shelling", FIRST, SHELLED, ID + "event-1"),
            (None, WIRE, MAY, "Airstrike", LATE, BOMBED, ID + "event-5"),
            (None, AGENCY, THIRD, "Shelling", FIRST, MARKET, ID + "event-3"),
        ],
    ),
    ("sources", {"source": "Second Agency"}, [(None, AGENCY, THIRD, "Shelling", FIRST, MARKET, ID + "event-3")]),
    ("sources", {"source": "Velmora"}, [("Velmora", AGENCY, THIRD, "Ceasefire", None, NO_CEASEFIRE, ID + "event-4")]),
    ("planned", {}, [planned_talks]),
    ("planned", {"type": "DiplomaticEvent", "from": "2031-04-05"}, [planned_talks]),
    ("planned", {"from": "2031-04-06"}, []),
    ("planned", {"type": "Attack"}, []),
    ("denied", {}, [no_ceasefire]),
    ("denied", {"type": "Ceasefire"}, [no_ceasefire]),
    ("denied", {"type": "Shelling"}, []),
    ("attacks", {}, [by_ostrava, by_velmora]),
    ("attacks", {"actor": "Velmora"}, [by_velmora]),
    ("attacks", {"target": "Velmora"}, [by_ostrava]),
    ("attacks", {"actor": "Ostrava", "until": "2031-03-31"}, []),
    ("attacks", {"from": "2031-04-02"}, [by_velmora]),
    ("pairs", {}, [("Ostrava", "Velmora", 1, FIRST, FIRST), ("Velmora", "Ostrava", 1, LATE, LATE)]),
    ("pairs", {"type": "Airstrike"}, [("Velmora", "Ostrava", 1, LATE, LATE)]),
    ("casualties", {}, [women, four, five]),
    ("casualties", {"kind": "killed", "place": "Velmora"}, [women, four, five]),
    ("casualties", {"kind": "injured"}, []),
    ("casualties", {"place": "Tarn"}, []),
    ("casualties", {"from": "2031-04-02"}, []),
    ("casualties", {"until": "2031-03-31"}, []),
    ("statements", {}, [crime]),
    ("statements", {"speaker": "Mira Solen", "about": "CRIME"}, [crime]),
    ("statements", {"about": "peace"}, []),
    ("places", {}, [brenn, tarn]),
    ("places", {"country": "Velmora"}, [brenn]),
    ("places", {"type": "Airstrike"}, [tarn]),
    (
        "timeline",
        {"actor": "Ostrava"},
        [
            (FIRST, FIRST, "Shelling", "actor", "Velmora", "Brenn", "actual", "positive", MARKET, ID + "happening-1"),
            (FIFTH, FIFTH, "Talks", "participant", "Velmora", "Kall", "planned", "positive", TALKS, ID + "happening-2"),
            (LATE, LATE, "Airstrike", "target", "Velmora", "Tarn", "actual", "positive", BOMBED, ID + "happening-5"),
            (
                None,
                None,
                "Ceasefire",
                "participant",
                "Velmora",
                None,
                "actual",
                "negative",
                NO_CEASEFIRE,
                ID + "happening-4",
            ),
        ],
    ),
    (
        "timeline",
        {"actor": "Ostrava", "from": "2031-04-29", "until": "2031-04-29"},
        [(LATE, LATE, "Airstrike", "target", "Velmora", "Tarn", "actual", "positive", BOMBED, ID + "happening-5")],
    ),
    ("things", {"name": "SOL"}, [solen]),
    ("things", {"type": "Organization", "name": "council"}, [council]),
    ("things", {"type": "Person"}, [solen, berg]),
    ("things", {"name": "nobody"}, []),
    (
        "articles",
        {},
        [
            (SECOND, WIRE, "Shells fall on Brenn", 1, 2, 1, "https://wire.example/1", ID + "article-1"),
            (THIRD, AGENCY, "Five dead in Brenn", 0, 2, 0, None, ID + "article-2"),
            (MAY, WIRE, "Council loses its chair", 2, 1, 0, None, ID + "article-3"),
        ],
    ),
    (
        "articles",
        {"publisher": "Second Agency"},
        [(THIRD, AGENCY, "Five dead in Brenn", 0, 2, 0, None, ID + "article-2")],
    ),
    ("joins", {}, [same_day, same_name]),
    ("joins", {"below": 0.92}, [same_day]),
    ("tolls", {}, [toll]),
    ("tolls", {"kind": "killed", "until": "2031-04-01"}, [toll]),
    ("tolls", {"kind": "injured"}, []),
    ("tolls", {"from": "2031-04-02"}, []),
    ("contradictions", {}, [disputed]),
    ("contradictions", {"matter": "holder"}, []),
    ("contradictions", {"thing": "Velmora"}, [disputed]),
    ("contradictions", {"thing": "Tarn"}, []),
    ("tenures", {}, [tenure]),
    ("tenures", {"person": "Mira Solen", "organization": "Security Council", "on": "2031-04-02"}, [tenure]),
    ("tenures", {"organization": "Velmora"}, []),
    ("tenures", {"on": "2031-05-02"}, []),
    ("rules", {"rule": "verb:shell"}, [("verb:shell", 2, 0.85, MARKET)]),
]


@pytest.mark.parametrize(("name", "given", "rows"), CASES, ids=[f"{name}-{given}" for name, given, _ in CASES])
def test_rows(store: Store, name: str, given: dict[str, Given], rows: list[Row]) -> None:
    assert list(run(store, load(name), given).rows) == rows


def test_types_come_with_their_definitions(store: Store) -> None:
    rows = run(store, load("types")).rows
    assert [row[:3] for row in rows] == [("Airstrike", 1, 1), ("Ceasefire", 1, 1), ("Shelling", 1, 2), ("Talks", 1, 1)]
    assert all(isinstance(row[3], str) and row[3] for row in rows)


def test_rules_are_listed_by_how_many_facts_they_found(store: Store) -> None:
    rows = run(store, load("rules")).rows
    assert rows[0] == ("apposition", 2, 0.85, THANKED)
    assert rows[1] == ("verb:shell", 2, 0.85, MARKET)
    assert len(rows) == 7


NETWORK: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "network-about": (("speaker", "content", "thing"), []),
    "network-happenings": (
        ("happening", "class", "modality", "source", "confidence", "published"),
        [
            "happening-1 Shelling actual org-council 0.8 2031-04-02",
            "happening-1 Shelling actual None 0.9 2031-04-03",
            "happening-2 Talks planned None 0.7 2031-04-02",
            "happening-4 Ceasefire actual country-velmora 0.7 2031-04-03",
            "happening-5 Airstrike actual None 0.8 2031-05-01",
        ],
    ),
    "network-parties": (
        ("happening", "role", "thing"),
        [
            "happening-1 hasPlace place-brenn",
            "happening-1 actor country-ostrava",
            "happening-1 instrument weapon-howitzer",
            "happening-1 target country-velmora",
            "happening-2 hasPlace place-kall",
            "happening-2 participant country-ostrava",
            "happening-2 participant country-velmora",
            "happening-4 participant country-ostrava",
            "happening-4 participant country-velmora",
            "happening-5 hasPlace place-tarn",
            "happening-5 actor country-velmora",
            "happening-5 target country-ostrava",
        ],
    ),
    "network-posts": (
        ("person", "organization", "title", "status", "article"),
        [
            "person-jan-berg org-council chair acting article-3",
            "person-mira-solen org-council chair current article-1",
            "person-mira-solen org-council chair former article-3",
        ],
    ),
    "network-statements": (
        ("speaker", "content", "confidence", "article", "url"),
        ["person-mira-solen a crime 0.6 article-1 1"],
    ),
    "network-things": (
        ("thing", "class", "name"),
        [
            "place-brenn Feature Brenn",
            "org-wire MediaOutlet Example Wire",
            "person-jan-berg Person Jan Berg",
            "place-kall Feature Kall",
            "person-mira-solen Person Mira Solen",
            "country-ostrava Country Ostrava",
            "org-agency MediaOutlet Second Agency",
            "org-council GovernmentBody Security Council",
            "place-tarn Feature Tarn",
            "country-velmora Country Velmora",
            "weapon-howitzer Weapon howitzer",
        ],
    ),
    "page-map-places": (
        ("place", "name", "precision", "within"),
        ["place-brenn Brenn city Velmora", "place-kall Kall None None", "place-tarn Tarn None Ostrava"],
    ),
    "page-map-sites": (("happening", "place", "relation"), ["happening-5 place-tarn northOf"]),
    "page-tenures": (
        ("tenure", "name", "title", "since", "confidence", "published"),
        [
            "tenure-1 Mira Solen chair 2030-11 0.9 2031-04-02",
            "tenure-1 Mira Solen chair 2030-11 0.9 2031-05-01",
        ],
    ),
    "page-tolls": (
        ("happening", "figure", "of", "low", "best", "high", "earliest"),
        ["happening-1 killed None 4 4 5 2031-04-01"],
    ),
}
"""What the pages are drawn from: some columns, IRIs by their local names."""


@pytest.mark.parametrize("name", NETWORK)
def test_rows_for_the_network(store: Store, name: str) -> None:
    columns, expected = NETWORK[name]
    rows = run(store, load(name)).dicts()
    assert [
        " ".join(str(row[column]).replace("#", "/").rpartition("/")[2] for column in columns) for row in rows
    ] == expected


def test_every_query_has_expected_rows() -> None:
    asked = {name for name, _, _ in CASES} | {"types", "rules"} | NETWORK.keys() | ASKED
    assert {name for name in names() if not name.startswith("page-dossier-")} == asked  # test_dossier asks those


@pytest.mark.parametrize("name", sorted(set(names()) - ASKED))
def test_every_parameter_is_tried(name: str) -> None:
    tried = {parameter for query, given, _ in CASES if query == name for parameter in given}
    assert {parameter.name for parameter in load(name).parameters} == tried
