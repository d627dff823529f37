"""Pictures for notebooks: what is drawn, in which colours, and that names stay text."""

import re
import xml.etree.ElementTree as ET

import networkx as nx
import pytest

from kg.analysis import Evidence
from kg.views import figures_svg, network_page, network_svg
from kg.views.figures_svg import Figure
from kg.views.frames import Page

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '"><script>alert(1)</script>'


def actors(*ties: tuple[str, str, int]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for start, end, sign in ties:
        for node in (start, end):
            graph.add_node(node, label=node, kind="person", type="Person")
        graph.add_edge(start, end, sign=sign)
    return graph


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own SVG


def test_every_actor_and_tie_is_drawn() -> None:
    svg = network_svg.draw(actors(("a", "b", 1), ("b", "c", -1), ("x", "y", 0)))
    lines = [element.get("stroke") for element in ET.fromstring(svg).iter(f"{SVG}line")]  # noqa: S314  our own SVG
    assert sorted(texts(svg)) == ["a", "b", "c", "x", "y"]
    assert len(set(lines)) == len(lines) == 3


def test_only_the_best_tied_are_drawn_and_nobody_alone() -> None:
    graph = actors(("hub", "a", 1), ("hub", "b", 1), ("hub", "a", 1))
    graph.add_node("lonely", label="lonely", kind="person", type="Person")
    assert sorted(texts(network_svg.draw(graph, most=2))) == ["a", "hub"]


def test_the_same_network_gives_the_same_picture() -> None:
    assert network_svg.draw(actors(("a", "b", 1), ("c", "d", 1))) == network_svg.draw(
        actors(("c", "d", 1), ("a", "b", 1))
    )


def test_figures_lie_on_one_scale() -> None:
    svg = figures_svg.draw([Figure(name="Brenn", low=10, best=12, high=20), Figure(name="Kall", low=5, best=5, high=5)])
    dots = [float(element.get("cx", "")) for element in ET.fromstring(svg).iter(f"{SVG}circle")]  # noqa: S314
    assert dots[0] > dots[1]
    assert texts(svg) == ["Brenn", "12 (10–20)", "Kall", "5"]


@pytest.mark.parametrize("empty", [network_svg.draw(nx.MultiDiGraph()), figures_svg.draw([])])
def test_nothing_is_no_picture(empty: str) -> None:
    assert empty == ""


def test_hostile_names_stay_text() -> None:
    for svg in (
        network_svg.draw(actors((HOSTILE, "b", 1))),
        figures_svg.draw([Figure(name=HOSTILE, low=1, best=1, high=1)]),
        Page(HOSTILE)._repr_html_(),
    ):
        assert "<script>" not in svg


def test_the_page_in_a_frame_fetches_nothing_and_shows_the_sentence() -> None:
    graph = actors(("a", "b", -1))
    sentence = Evidence(
        text=HOSTILE, confidence=0.9, article="x", headline="", publisher="", published="2031-04-02", url=""
    )
    for *_, tie in graph.edges(data=True):
        tie.update(label="Attack", tie="attacks", directed=True, evidence=(sentence,))
    page = network_page(graph).html
    assert not re.findall(r'(?:src|href)="', page)
    assert HOSTILE not in page
    assert "Attack (attacks)" in page
