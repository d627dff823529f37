"""What the network page is given: facts behind ties, the order of things, and what is loaded later."""

import networkx as nx

from kg.analysis import Evidence
from kg.views.network_data import BETWEEN_ACTORS, WITH_EVENTS, by_weight, drawing_of, rows_of


def raid_twice() -> nx.MultiDiGraph:
    """Return two bodies of which one raids the other twice, once only as planned, at a town."""
    graph = nx.MultiDiGraph()
    for key, kind in (("ardel", "organization"), ("brun", "organization"), ("town", "place")):
        graph.add_node(key, kind=kind, type=kind.title(), label=key.title(), evidence=(), statements=())
    for key, modality, confidence in (("raid1", "actual", 0.9), ("raid2", "planned", 0.5)):
        told = Evidence(
            text=key, confidence=confidence, article="a", headline="", publisher="Wire", published="2031-04-03", url=""
        )
        days = {"earliest": "2031-04-02", "latest": "2031-04-02"}
        graph.add_node(
            key,
            kind="event",
            type="Raid",
            label="Raid",
            modality=modality,
            polarity="positive",
            evidence=(told,),
            statements=(),
            **days,
        )
        for role, name, tie in (("target", "ardel", "party"), ("actor", "brun", "party"), ("at", "town", "place")):
            graph.add_edge(key, name, role, tie=tie, label=role, evidence=(told,))
    return graph


def test_events_between_the_same_two_make_one_tie_from_doer_to_target() -> None:
    drawing = drawing_of(raid_twice())
    ((start, end, tie, label, directed, facts),) = [edge for edge in drawing.edges if edge[2] in BETWEEN_ACTORS]
    assert (start, end, tie, label, directed) == ("brun", "ardel", "attacks", "", True)
    assert [drawing.facts[fact].modality for fact in facts] == ["actual", "planned"]


def test_a_denied_event_is_told_apart() -> None:
    graph = raid_twice()
    graph.nodes["raid1"]["polarity"] = "negative"
    drawing = drawing_of(graph)
    assert [drawing.facts[fact].modality for fact in drawing.own["raid1"]] == ["denied"]


def test_one_without_a_tie_to_those_before_brings_a_partner() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("hub", f"leaf{i}", 1) for i in range(5)])
    graph.add_weighted_edges_from([("far", "near", 4), ("near", "other", 1)])
    assert by_weight(graph)[:4] == ["hub", "leaf0", "near", "far"]


def test_what_is_loaded_later_goes_on_counting_where_the_first_rows_end() -> None:
    graph = raid_twice()
    drawing = drawing_of(graph)
    order = ["ardel", "brun", "raid1", "raid2", "town"]
    spots = dict.fromkeys(order, (1, 2))
    core, rest, facts = rows_of(graph, drawing, order, 3, [spots, spots])
    assert [row[0] for row in core["nodes"] + rest["nodes"]] == order
    assert len(core["facts"]) + len(rest["facts"]) == len(facts)
    assert all(max(edge[0], edge[1]) < len(core["nodes"]) for edge in core["edges"])
    assert all(fact < len(core["facts"]) for edge in core["edges"] for fact in edge[5])
    assert len(core["edges"]) + len(rest["edges"]) == len(drawing.edges)


def test_views_share_nothing_but_posts() -> None:
    assert set(BETWEEN_ACTORS) & set(WITH_EVENTS) == {"post"}
