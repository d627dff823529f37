"""The network page and its files: the page itself, things and ties, sentences in parts, and the library that draws."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pyvis

from kg.views.happenings_data import MOST_LETTERS, Numbering
from kg.views.network_data import BETWEEN_ACTORS, WITH_EVENTS, Fact, by_weight, drawing_of, rows_of
from kg.views.network_layout import positions
from kg.views.shell import data_file, render

AT_ONCE = 2_000
"""Things that are loaded with the page; the others lie in a file that the reader can ask for."""

FIRST_DRAWN = 80
"""So many of the things with the most ties are drawn when the page opens: what a screen has room to name."""

MOST_SENTENCES = 12
"""Sentences kept of one fact; the page says how many there are, and the thing's own page has them all."""

PART = 200_000
"""Letters of sentences in one file, about: small enough to appear at once, large enough for few files."""

TIES = {
    "talks": "talk or agree",
    "cooperation": "help or trade",
    "pressure": "accuse, demand, threaten",
    "attacks": "fight or coerce",
    "shared": "share another event",
    "post": "hold a post, belong",
    "party": "take part",
    "place": "are at a place",
    "source": "say so",
}
"""Ties in words, those between actors first."""

KINDS = {"person": "People", "organization": "Bodies", "place": "Places", "event": "Events", "other": "Other"}
MODALITIES = {
    "actual": "happened",
    "planned": "planned only",
    "proposed": "proposed only",
    "demanded": "demanded only",
    "threatened": "threatened only",
    "hypothetical": "hypothetical only",
    "denied": "said not to have happened",
}
OVERHEAD = 20
"""Letters around a sentence in its file, about."""

LIBRARY = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"


def network_pages(graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return the texts of the network page and its files for `graph` (see `kg.analysis.actor_network`), by path."""
    drawing = drawing_of(graph)
    views = [drawing.between(BETWEEN_ACTORS), drawing.between(WITH_EVENTS)]
    orders = [by_weight(view) for view in views]
    order = _importance(orders, graph)
    places = [positions(view, ranked) for view, ranked in zip(views, orders, strict=True)]
    core, rest, facts = rows_of(graph, drawing, order, AT_ONCE, places)
    parts = list(_parts(facts))
    core["parts"] = [start for start, _ in parts]
    core["later"] = len(rest["nodes"])
    files = {"data/network.js": data_file("network", core)}
    if rest["nodes"]:
        files["data/network-rest.js"] = data_file("network-rest", rest)
    for number, (_, value) in enumerate(parts):
        files[f"data/network-evidence-{number}.js"] = data_file(f"network-evidence-{number}", value)
    page = render(
        "network.html",
        title="Network",
        active="network",
        kinds=KINDS,
        ties=TIES,
        modalities=MODALITIES,
        between_actors=BETWEEN_ACTORS,
        with_events=WITH_EVENTS,
        first_drawn=FIRST_DRAWN,
        most_drawn=AT_ONCE,
        later=len(rest["nodes"]),
    )
    return {"network.html": page, "assets/vis-network.min.js": LIBRARY.read_text(encoding="utf-8"), **files}


def _importance(orders: Sequence[Sequence[str]], graph: nx.MultiDiGraph) -> list[str]:
    """Return all nodes by their better rank in the two views; those without a tie, which nothing draws, last."""
    rank: dict[str, int] = {}
    for order in orders:
        for place, node in enumerate(order):
            rank[node] = min(place, rank.get(node, place))
    return sorted(graph, key=lambda node: (rank.get(node, len(graph)), node))


def _parts(facts: Sequence[Fact]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the sentences of `facts` in parts of about `PART` letters, each with the number of its first fact."""
    articles, start, size = Numbering(), 0, 0
    rows: list[list[list[Any]]] = []
    for number, fact in enumerate(facts):
        surest = sorted(fact.evidence, key=lambda item: (-item.confidence, item.published, item.article, item.text))
        rows.append(
            [
                [
                    item.text if len(item.text) <= MOST_LETTERS else item.text[: MOST_LETTERS - 1] + "…",
                    round(item.confidence, 2),
                    articles((item.article, item.headline, item.publisher, item.published, item.url)),
                ]
                for item in surest[:MOST_SENTENCES]
            ]
        )
        size += sum(len(row[0]) + OVERHEAD for row in rows[-1])
        if size > PART or number == len(facts) - 1:
            yield start, {"facts": rows, "articles": articles.values}
            articles, rows, start, size = Numbering(), [], number + 1, 0
