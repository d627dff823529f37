"""Named queries on two small graphs written by hand: the rows that each must give, and no others."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.queries import Given, load, names, run
from kg.rdf import ontology_quads
from kg.store import Store, Value, memory_store

ID = "https://w3id.org/conflict-kg/id/"
CHAIR = "Mira Solen, chair of the Security Council since November, called it a crime."
SHELLED = "Ostravan howitzers shelled Brenn on Tuesday, killing at least four, the council said."
MARKET = "Ostrava shelled a market in Brenn, killing five, two of them women."
TALKS = "Talks between the two sides are due in Kall on Saturday."
BOMBED = "Velmoran jets bombed Tarn on Tuesday."
THANKED = "Jan Berg, the acting chair, thanked her."
LEFT = "Former chair Mira Solen left on Wednesday."
NO_CEASEFIRE = "No ceasefire was agreed, Velmora said."
FIRST, SECOND, THIRD, FIFTH = date(2031, 4, 1), date(2031, 4, 2), date(2031, 4, 3), date(2031, 4, 5)
LATE, MAY = date(2031, 4, 29), date(2031, 5, 1)
WIRE, AGENCY = "Example Wire", "Second Agency"
ADA = "Ada Falk is head of the Ostravan delegation."
BORIS = "Boris Hale will lead the Velmoran delegation."
WILL = "Talks will be held on Thursday, Ada Falk said."
HELD = "Ostrava and Velmora held talks on Thursday."
JUNE_1, JUNE_5, JUNE_6, JUNE_8, JUNE_10 = (date(2031, 6, day) for day in (1, 5, 6, 8, 10))

type Row = tuple[Value | None, ...]
type Case = tuple[str, dict[str, Given], list[Row]]


def chair(shown: str) -> Row:
    return ("Mira Solen", "chair", "Security Council", shown, "2030-11", SECOND, THIRD, None, MAY, 2)


CHART: Row = ("Security Council", "Velmora", "Mira Solen", "chair", "Chair", SECOND, THIRD, MAY)
KALL: Row = ("planned", "Talks", FIFTH, "Velmora", TALKS, None, None, None, ID + "happening-2", None)
BOMBS: Row = (LATE, LATE, "Airstrike", "target", "actor", "actual", "positive", BOMBED, ID + "happening-5")
KILLED: Row = ("2031-04", "Velmora", 1, 4, 4, 5)
DUE: Row = (
    *("Talks", "planned", "positive", FIFTH, FIFTH, "Ostrava, Velmora", None, WIRE, SECOND, TALKS),
    ID + "event-2",
)
ALONE: Row = (LATE, "Airstrike", None, WIRE, BOMBED, ID + "happening-5")
UNSURE: Row = (0.6, "quote:call", "Statement", CHAIR, ID + "statement-1")
HOWITZER: Row = ("howitzer", "Ostrava", 1, FIRST, FIRST, MARKET)

ON_SMALL: list[Case] = [
    ("who-held-post", {}, [chair("")]),
    ("who-held-post", {"post": "CHAIR", "country": "Velmora", "on": "2031-04-02"}, [chair("reported then")]),
    ("who-held-post", {"on": "2031-04-20"}, [chair("reported only before")]),
    ("who-held-post", {"on": "2031-05-02"}, []),
    ("who-held-post", {"post": "minister"}, []),
    ("command-chart", {"organization": "Velmora", "on": "2031-04-02"}, [CHART]),
    ("command-chart", {"organization": "Ostrava"}, []),
    (
        "events-between",
        {"one": "Ostrava", "other": "Velmora", "until": "2031-04-05"},
        [
            (FIRST, FIRST, "Shelling", "actor", "target", "actual", "positive", MARKET, ID + "happening-1"),
            (
                *(FIFTH, FIFTH, "Talks", "participant", "participant", "planned", "positive", TALKS),
                ID + "happening-2",
            ),
        ],
    ),
    ("events-between", {"one": "Ostrava", "other": "Velmora", "from": "2031-04-06"}, [BOMBS]),
    ("plans-and-outcomes", {"type": "Talks", "actor": "Velmora"}, [KALL]),
    ("plans-and-outcomes", {"type": "Attack"}, []),
    (
        "claims-against",
        {"by": "Velmora", "against": "Ostrava"},
        [("Security Council", "Shelling", FIRST, "positive", SECOND, SHELLED, ID + "event-1")],
    ),
    ("claims-against", {"by": "Ostrava", "against": "Velmora"}, []),
    ("deaths-by-month", {}, [KILLED]),
    ("deaths-by-month", {"place": "Velmora", "from": "2031-04-01", "until": "2031-04-01"}, [KILLED]),
    ("deaths-by-month", {"place": "Tarn"}, []),
    ("who-met-whom", {"party": "Velmora"}, []),
    (
        "links",
        {"one": "Mira Solen", "other": "Jan Berg"},
        [("Security Council", "post", "post", LEFT, THANKED, ID + "org-council")],
    ),
    (
        "what-changed",
        {"from": "2031-04-01", "until": "2031-05-01"},
        [
            (SECOND, "post first reported", "Mira Solen", "chair, Security Council", ID + "tenure-1"),
            (MAY, "post ended by then", "Mira Solen", "chair, Security Council", ID + "tenure-1"),
        ],
    ),
    ("what-changed", {"from": "2031-05-02", "until": "2031-06-01"}, []),
    ("single-source", {}, [ALONE]),
    ("single-source", {"type": "Talks"}, []),
    ("who-says", {"type": "Talks", "party": "Ostrava", "modality": "planned"}, [DUE]),
    ("who-says", {"source": "Ostrava"}, []),
    ("weapons", {}, [HOWITZER]),
    ("weapons", {"actor": "Velmora"}, []),
    ("doubtful", {"below": "0.7"}, [UNSURE]),
    (
        "article-facts",
        {"words": "five dead"},
        [
            ("Five dead in Brenn", None, "Ceasefire", 0.7, None, NO_CEASEFIRE, ID + "event-4"),
            ("Five dead in Brenn", None, "Shelling", 0.9, None, MARKET, ID + "event-3"),
        ],
    ),
    ("article-facts", {"words": "no such words"}, []),
]

ON_DELEGATION: list[Case] = [
    (
        "delegations",
        {"country": "Ostrava"},
        [("Ada Falk", "head of the delegation", "Ostrava", "current", JUNE_1, ADA, ID + "role-1")],
    ),
    (
        "delegations",
        {"country": "Velmora"},
        [("Boris Hale", "leader", "Velmoran delegation", "incoming", JUNE_1, BORIS, ID + "role-3")],
    ),
    ("who-held-post", {"country": "Ostrava"}, []),
    (
        "who-held-post",
        {"post": "negotiator"},
        [("Ada Falk", "negotiator", None, "", None, None, None, None, JUNE_1, 1)],
    ),
    (
        "who-says",
        {"type": "Talks", "source": "Ada Falk"},
        [
            (
                *("Talks", "planned", "positive", JUNE_5, JUNE_5, "Ostrava, Velmora"),
                *("Ada Falk", WIRE, JUNE_1, WILL, ID + "event-1"),
            )
        ],
    ),
    (
        "plans-and-outcomes",
        {"actor": "Ostrava"},
        [
            (
                *("planned", "Talks", JUNE_5, "Ostrava", WILL, "positive", JUNE_5, HELD),
                *(ID + "happening-1", ID + "happening-2"),
            )
        ],
    ),
    ("who-met-whom", {}, [("Ostrava", "Velmora", 1, JUNE_5, JUNE_5)]),
    (
        "ceasefires",
        {"party": "Velmora"},
        [
            (
                *(JUNE_6, "actual", "positive", "Ostrava, Velmora", 1, JUNE_8, "A ceasefire began on Friday."),
                ID + "happening-3",
            )
        ],
    ),
    ("ceasefires", {"party": "Ada Falk"}, []),
    (
        "copies",
        {},
        [
            (ID + "copies-1", WIRE, JUNE_1, "Envoys named", WIRE, True, ID + "article-1"),
            (ID + "copies-1", AGENCY, JUNE_10, "Envoys meet", WIRE, True, ID + "article-2"),
        ],
    ),
]

JULY_1, JULY_2, JULY_3 = (date(2031, 7, day) for day in (1, 2, 3))
TAKEN: Row = (
    *(JULY_1, "Brenn", "TerritorialCapture", "Northern Front", "positive", "actual", "Northern Front", WIRE, JULY_2),
    *(False, "2031-07-03, Velmora", "The front said it had taken Brenn.", ID + "event-1"),
)
KALL_TAKEN: Row = (
    *(JULY_2, "Kall", "TerritorialCapture", "Northern Front", "positive", "actual", "Northern Front", WIRE, JULY_2),
    *(True, None, "It said that it had taken Kall, too.", ID + "event-2"),
)
SEEN: Row = (
    *(JULY_2, "Kall", "TerritorialCapture", "Northern Front", "positive", "actual", None, AGENCY, JULY_3),
    *(False, None, "Fighters of the front took Kall.", ID + "event-4"),
)
NOT_TAKEN: Row = (
    *(None, "Brenn", "TerritorialCapture", "Northern Front", "negative", "actual", "Velmora", AGENCY, JULY_3),
    *(False, "2031-07-02, Northern Front", "Brenn was not taken, Velmora said.", ID + "event-3"),
)

ON_CONTROL: list[Case] = [
    ("control", {}, [TAKEN, KALL_TAKEN, SEEN, NOT_TAKEN]),
    ("control", {"place": "Brenn"}, [TAKEN, NOT_TAKEN]),
    ("control", {"from": "2031-07-02", "until": "2031-07-02"}, [KALL_TAKEN, SEEN]),
    ("control", {"place": "Kall", "until": "2031-07-01"}, []),
]
EVERYWHERE = ON_SMALL + ON_DELEGATION + ON_CONTROL


def graph_of(name: str) -> Store:
    store = memory_store()
    store.load(ox.parse(path=Path(__file__).parent / name))
    store.load(ontology_quads())
    return store


@pytest.fixture(scope="module")
def small() -> Store:
    return graph_of("small.trig")


@pytest.fixture(scope="module")
def delegation() -> Store:
    return graph_of("delegation.trig")


@pytest.mark.parametrize(("name", "given", "rows"), ON_SMALL)
def test_rows(small: Store, name: str, given: dict[str, Given], rows: list[Row]) -> None:
    assert list(run(small, load(name), given).rows) == rows


@pytest.mark.parametrize(("name", "given", "rows"), ON_DELEGATION)
def test_rows_on_the_delegation(delegation: Store, name: str, given: dict[str, Given], rows: list[Row]) -> None:
    assert list(run(delegation, load(name), given).rows) == rows


@pytest.mark.parametrize(("name", "given", "rows"), ON_CONTROL)
def test_rows_on_control(name: str, given: dict[str, Given], rows: list[Row]) -> None:
    assert list(run(graph_of("control.trig"), load(name), given).rows) == rows


ASKED = {name for name, _, _ in EVERYWHERE}


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_parameter_is_tried(name: str) -> None:
    tried = {parameter for query, given, _ in EVERYWHERE if query == name for parameter in given}
    assert {parameter.name for parameter in load(name).parameters} == tried


def test_every_query_gives_rows_somewhere() -> None:
    assert {name for name, _, rows in EVERYWHERE if rows} == ASKED


def test_there_are_at_least_thirty_questions_for_people() -> None:
    assert len([name for name in names() if not name.startswith(("network-", "page-"))]) >= 30
