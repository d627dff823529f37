"""The commands on a dossier are ones that `kg` takes, and the links beside them ask the same."""

from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

from kg.queries import load, resolved, run
from kg.store import memory_store
from kg.views.asking import QUESTIONS, commands
from kg.vocabulary import PREFIXES

GRAPH = Path(__file__).parents[1] / "queries" / "small.trig"
MIRA = PREFIXES["id"] + "person-mira"


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_command_and_link_asks_a_named_query_that_runs(kind: str) -> None:
    store = memory_store()
    store.load(ox.parse(GRAPH.read_text(encoding="utf-8"), format=ox.RdfFormat.TRIG))
    *queries, explain = commands(kind, MIRA)
    assert explain.text == "kg explain id:person-mira"
    assert parse_qs(explain.link) == {"query": [f"DESCRIBE <{MIRA}>"]}
    for command in queries:
        _, _, name, option, value = command.text.split()
        parameter = option.removeprefix("--")
        assert parse_qs(command.link) == {"named": [name], parameter: [MIRA]}
        assert [one.kind for one in load(name).parameters if one.name == parameter] == ["entity"]
        assert resolved(store, load(name), {parameter: value}) == resolved(store, load(name), {parameter: MIRA})
        run(store, load(name), {parameter: value})


def test_things_of_another_base_are_named_in_full() -> None:
    assert commands("event", "https://a.example/talks-1")[0].text == "kg explain https://a.example/talks-1"
