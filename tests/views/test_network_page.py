"""The network page in a real browser with the network off: it draws, filters, finds, and shows sentences as text."""

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.analysis import Evidence
from kg.views.network import MOST_NODES, network_page

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = '<script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil'


def evidence(text: str, *, url: str = "", confidence: float = 0.9) -> tuple[Evidence, ...]:
    return (
        Evidence(
            text=text,
            confidence=confidence,
            article="https://example.org/a1",
            headline="Envoys meet in Orvand",
            publisher="Sarven Wire",
            published="2031-04-03",
            url=url,
        ),
    )


def small_graph() -> nx.MultiDiGraph:
    """Return two people, a body, a town and two events, one of them planned."""
    graph = nx.MultiDiGraph()
    for key, kind, label, text in (
        ("varen", "person", "Mikael Varen", "Mikael Varen chairs the council."),
        ("sorn", "person", HOSTILE, HOSTILE),
        ("council", "organization", "National Council", ""),
        ("orvand", "place", "Orvand", ""),
    ):
        graph.add_node(
            key, kind=kind, type=kind.title(), label=label, evidence=evidence(text) if text else (), statements=()
        )
    for key, type_, day, modality in (
        ("t1", "Talks", "2031-04-02", "actual"),
        ("t2", "Visit", "2031-05-01", "planned"),
    ):
        graph.add_node(
            key,
            kind="event",
            type=type_,
            label=f"{type_} {day}",
            earliest=day,
            latest=day,
            modality=modality,
            polarity="positive",
            evidence=evidence(f"They met on {day}.", url="javascript:document.title=2"),
            statements=(),
        )
        graph.add_edge(key, "varen", "a", tie="party", label="participant", evidence=evidence(f"They met on {day}."))
        graph.add_edge(key, "orvand", "b", tie="place", label="at", evidence=evidence(f"They met on {day}."))
    graph.add_edge("varen", "council", "c", tie="post", label="chair", evidence=evidence("Varen chairs the council."))
    graph.add_edge("sorn", "council", "d", tie="post", label=HOSTILE, evidence=evidence(HOSTILE, confidence=0.4))
    return graph


def large_graph(size: int) -> nx.MultiDiGraph:
    """Return a network in which each thing is tied to one before it."""
    graph = nx.MultiDiGraph()
    for i in range(size):
        graph.add_node(f"n{i}", kind="person", type="Person", label=f"Person {i}", evidence=(), statements=())
        if i:
            graph.add_edge(f"n{i}", f"n{i // 3}", "k", tie="post", label="deputy", evidence=evidence(f"Sentence {i}."))
    return graph


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Visit:
    """One page that is open, with everything it said and asked for."""

    def __init__(self, browser: Browser, path: Path, *, width: int = 1280) -> None:
        self.context = browser.new_context(offline=True, viewport={"width": width, "height": 800})
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("body[data-settled]", timeout=30_000)

    def with_events(self) -> None:
        self.page.select_option("#view", "events")

    def find(self, name: str) -> None:
        self.page.fill("#search", name)
        self.page.dispatch_event("#search", "change")

    def click(self, node: str) -> None:
        """Click the middle of a node as a mouse does."""
        spot = self.page.evaluate(
            "id => { const n = window.kgNetwork.network; const p = n.canvasToDOM(n.getPosition(id));"
            " const box = document.getElementById('network').getBoundingClientRect();"
            " return [box.x + p.x, box.y + p.y]; }",
            node,
        )
        self.page.mouse.click(*spot)

    def shown(self) -> set[str]:
        return set(self.page.evaluate("[...window.kgNetwork.shown.nodes]"))


@pytest.fixture(scope="module")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "network.html"
    path.write_text(network_page(small_graph()), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, small_page: Path) -> Iterator[Visit]:
    visit = Visit(browser, small_page)
    visit.with_events()
    yield visit
    visit.context.close()
    assert visit.complaints == []
    assert visit.requests == [small_page.as_uri()]


def test_a_click_on_a_node_shows_its_sentence(visit: Visit) -> None:
    visit.click("varen")
    panel = visit.page.inner_text("#panel")
    assert "Mikael Varen chairs the council." in panel
    assert "Envoys meet in Orvand · Sarven Wire · 2031-04-03" in panel
    assert "chair: National Council" in panel


def test_search_opens_what_it_finds(visit: Visit) -> None:
    visit.find("orvand")
    assert visit.page.inner_text("#panel h2") == "Orvand"
    assert "They met on 2031-04-02." in visit.page.inner_text("#panel")


def test_planned_only(visit: Visit) -> None:
    visit.page.select_option("#modality", "planned")
    assert "t2" in visit.shown()
    assert "t1" not in visit.shown()


def test_period(visit: Visit) -> None:
    visit.page.fill("#until", "2031-04-30")
    assert "t1" in visit.shown()
    assert "t2" not in visit.shown()


def test_kind(visit: Visit) -> None:
    visit.page.uncheck("input[name=kind][value=person]")
    assert visit.shown() == {"council", "orvand", "t1", "t2"}


def test_ties(visit: Visit) -> None:
    visit.page.uncheck("input[name=tie][value=post]")
    assert visit.page.inner_text("#summary").endswith("4 of 6 ties shown")


def test_reset_shows_everything_again(visit: Visit) -> None:
    visit.page.select_option("#type", "Visit")
    assert "t1" not in visit.shown()
    visit.page.click("#reset")
    visit.page.wait_for_function("document.getElementById('view').value === 'actors'")
    visit.with_events()
    visit.page.wait_for_function("window.kgNetwork.shown.nodes.size === 6")
    assert visit.page.inner_text("#summary").startswith("6 of 6 things")


def test_hostile_text_stays_text(visit: Visit) -> None:
    visit.find(HOSTILE)
    assert HOSTILE in str(visit.page.text_content("#panel"))
    assert visit.page.title() == "Conflict knowledge graph: network"
    assert visit.page.query_selector("#panel img") is None


def test_only_web_addresses_become_links(visit: Visit) -> None:
    visit.find("Talks 2031-04-02")
    assert visit.page.query_selector("#panel a") is None


def test_a_phone_is_not_scrolled_sideways(browser: Browser, small_page: Path) -> None:
    visit = Visit(browser, small_page, width=360)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.context.close()


def test_two_thousand_nodes_settle(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(network_page(large_graph(2000)), encoding="utf-8")
    visit = Visit(browser, path)
    assert 0 < len(visit.shown()) <= 250
    visit.find("Person 1999")
    visit.page.wait_for_selector("body[data-settled]", timeout=60_000)
    assert visit.page.inner_text("#panel h2") == "Person 1999"
    assert visit.complaints == []
    visit.context.close()


def test_more_things_than_fit_are_counted_not_drawn() -> None:
    page = network_page(large_graph(MOST_NODES + 40))
    assert "40 things with fewer or no ties are left out" in page


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert network_page(small_graph()) == network_page(small_graph())


def talks_and_a_raid() -> nx.MultiDiGraph:
    """Return three actors: two talk, as the third says, and one raids the other."""
    graph = nx.MultiDiGraph()
    for key in ("ardel", "brun", "wire"):
        graph.add_node(key, kind="organization", type="Body", label=key.title(), evidence=(), statements=())
    for key, type_, roles in (
        ("talks", "Talks", {"ardel": "participant", "brun": "participant"}),
        ("raid", "Raid", {"brun": "target", "ardel": "actor"}),
    ):
        said = evidence(f"{type_} were told of.")
        graph.add_node(
            key,
            kind="event",
            type=type_,
            label=type_,
            earliest="2031-04-02",
            latest="2031-04-02",
            modality="actual",
            polarity="positive",
            evidence=said,
            statements=(),
        )
        for actor, role in roles.items():
            graph.add_edge(key, actor, role, tie="party", label=role, evidence=said)
    graph.add_edge("wire", "talks", "says", tie="source", label="says", evidence=evidence("The Wire says they talk."))
    return graph


TIES_SHOWN = """[...window.kgNetwork.network.body.data.edges.get()]
    .map(e => [e.from, e.to, e.label, e.arrows || ""].join(" ")).sort()"""


def test_actors_are_tied_by_the_events_they_share(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "actors.html"
    path.write_text(network_page(talks_and_a_raid(), in_site=True), encoding="utf-8")
    visit = Visit(browser, path)
    assert visit.shown() == {"ardel", "brun"}
    assert visit.page.evaluate(TIES_SHOWN) == ["ardel brun Raid to", "ardel brun Talks "]
    visit.page.select_option("#source", "wire")
    assert visit.page.evaluate(TIES_SHOWN) == ["ardel brun Talks "]
    visit.page.click("#listed summary")
    visit.page.wait_for_selector("#rows tr")
    assert visit.page.inner_text("#rows tr").split() == ["Ardel", "Talks", "Brun"]
    assert visit.page.locator("nav a").count() == 4
    visit.page.reload()
    assert visit.page.input_value("#source") == "wire"
    assert visit.complaints == []
    visit.context.close()


def test_steps_around_the_chosen_thing(visit: Visit) -> None:
    visit.find("National Council")
    visit.page.select_option("#hops", "1")
    assert visit.shown() == {"council", "varen", "sorn"}
    visit.page.select_option("#hops", "2")
    assert visit.shown() == {"council", "varen", "sorn", "t1", "t2"}
