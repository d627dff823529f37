"""The network page in a real browser with the network off: every filter, evidence, tables, and text that stays text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python  # type: ignore[import-untyped]
import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.analysis import Evidence
from kg.views.network import AT_ONCE, FIRST_DRAWN, network_pages
from kg.views.shell import write_assets
from kg.views.site import write_pages

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = '</script><script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil'
LONG = "Very " * 2_000 + "long"


def evidence(
    text: str, *, url: str = "", confidence: float = 0.9, publisher: str = "Sarven Wire"
) -> tuple[Evidence, ...]:
    return (
        Evidence(
            text=text,
            confidence=confidence,
            article="https://example.org/a1",
            headline="Envoys meet in Orvand",
            publisher=publisher,
            published="2031-04-03",
            url=url,
        ),
    )


def thing(graph: nx.MultiDiGraph, key: str, kind: str, label: str, *, said: tuple[Evidence, ...] = ()) -> None:
    graph.add_node(key, kind=kind, type=kind.title(), label=label, evidence=(), statements=said)


def event(
    graph: nx.MultiDiGraph, key: str, type_: str, day: str, told: tuple[Evidence, ...], /, **parties: str
) -> None:
    """Add an event with `parties` by role; `at` is its place, `source` who says so."""
    modality = "planned" if type_ == "Visit" else "actual"
    graph.add_node(
        key,
        kind="event",
        type=type_,
        label=f"{type_} {day}".strip(),
        earliest=day,
        latest=day,
        modality=modality,
        polarity="positive",
        evidence=told,
        statements=(),
    )
    source = parties.pop("source", "")
    if source:
        graph.add_edge(source, key, "source:says", tie="source", label="says", evidence=told)
    for role, names in parties.items():
        tie = "place" if role == "at" else "party"
        for name in names.split():
            graph.add_edge(key, name, f"{tie}:{role}", tie=tie, label=role, evidence=told)


def small_graph() -> nx.MultiDiGraph:
    """Return people who talk, plan a visit and hold posts, and a body that raids another, as a third says."""
    graph = nx.MultiDiGraph()
    thing(graph, "varen", "person", "Mikael Varen", said=evidence("We shall meet again."))
    thing(graph, "sorn", "person", HOSTILE)
    thing(graph, "long", "person", LONG)
    thing(graph, "council", "organization", "National Council")
    thing(graph, "guard", "organization", "River Guard")
    thing(graph, "wire", "organization", "Sarven Wire")
    thing(graph, "orvand", "place", "Orvand")
    thing(graph, "mill", "place", "Mill")
    talks = evidence("They met on 2031-04-02.", url="javascript:document.title=2")
    event(graph, "t1", "Talks", "2031-04-02", talks, participant="varen council", at="orvand")
    visit = evidence("They want to visit in May.", publisher="Orvand Gazette", confidence=0.6)
    event(graph, "t2", "Visit", "2031-05-01", visit, actor="varen", target="guard", at="orvand")
    raid = evidence("The Guard raided the Council, Sarven Wire says.")
    event(graph, "raid", "Raid", "2031-04-09", raid, actor="guard", target="council", source="wire")
    event(graph, "undated", "Talks", "", evidence("They have met before."), participant="varen long")
    for person, label in (("varen", "chair"), ("sorn", HOSTILE)):
        told = evidence(HOSTILE if person == "sorn" else "Mikael Varen chairs the council.", confidence=0.5)
        graph.add_edge(person, "council", f"post:{label}", tie="post", label=label, evidence=told)
    return graph


def large_graph(size: int) -> nx.MultiDiGraph:
    """Return a network in which each thing is tied to one before it."""
    graph = nx.MultiDiGraph()
    for i in range(size):
        thing(graph, f"n{i}", "person", f"Person {i}")
        if i:
            graph.add_edge(f"n{i}", f"n{i // 3}", "k", tie="post", label="deputy", evidence=evidence(f"Sentence {i}."))
    return graph


def write(folder: Path, graph: nx.MultiDiGraph) -> Path:
    write_assets(folder)
    write_pages(network_pages(graph), folder)
    return folder / "network.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Visit:
    """One page that is open, with everything it said and asked for."""

    def __init__(
        self, browser: Browser, path: Path, *, width: int = 1280, scheme: Literal["light", "dark"] = "light"
    ) -> None:
        self.context = browser.new_context(
            offline=True, bypass_csp=scheme == "dark", color_scheme=scheme, viewport={"width": width, "height": 800}
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.open(path.as_uri())

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("body[data-settled]", timeout=10_000)

    def find(self, name: str) -> None:
        self.page.fill("#search", name)
        self.page.dispatch_event("#search", "change")

    def spot(self, *nodes: str) -> list[float]:
        """Return where on the screen the middle between `nodes` is."""
        found: list[float] = self.page.evaluate(
            "keys => { const { network, model } = window.kgNetwork;"
            " const spots = keys.map(key => network.canvasToDOM(network.getPosition(model.at.get(key))));"
            " const box = document.getElementById('network').getBoundingClientRect();"
            " return [box.x + spots.reduce((sum, p) => sum + p.x, 0) / spots.length,"
            " box.y + spots.reduce((sum, p) => sum + p.y, 0) / spots.length]; }",
            list(nodes),
        )
        return found

    def drawn(self) -> set[str]:
        """Return the keys of the things that the canvas holds."""
        return set(
            self.page.evaluate(
                "window.kgNetwork.network.body.data.nodes.getIds().map(id => window.kgNetwork.model.nodes[id].iri)"
            )
        )

    def ties(self) -> set[str]:
        """Return the ties that the canvas holds: "from words to", or "from words > to" with an arrow."""
        return set(
            self.page.evaluate(
                "(() => { const { network, model, state } = window.kgNetwork;"
                " const on = new Set(network.body.data.edges.getIds());"
                " return state().ties.filter(tie => on.has(tie.edge.id)).map(tie =>"
                " [model.nodes[tie.edge.from].iri, model.words(tie), ...(tie.edge.directed ? ['>'] : []),"
                " model.nodes[tie.edge.to].iri].join(' ')); })()"
            )
        )

    def with_events(self) -> None:
        self.page.select_option("#view", "events")


@pytest.fixture(scope="module")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("pages"), small_graph())


@pytest.fixture
def visit(browser: Browser, small_page: Path) -> Iterator[Visit]:
    visit = Visit(browser, small_page)
    yield visit
    visit.context.close()
    assert visit.complaints == []
    assert all(request.startswith(small_page.parent.as_uri()) for request in visit.requests)


CHAIRS = {"varen chair > council", f"sorn {HOSTILE} > council"}
ACTS = {"council Talks varen", "varen Visit > guard", "guard Raid > council", "long Talks varen"}


def test_opens_with_actors_tied_by_what_they_share(visit: Visit) -> None:
    assert visit.drawn() == {"varen", "sorn", "long", "council", "guard"}
    assert visit.ties() == CHAIRS | ACTS


def test_events_can_be_seen_as_things(visit: Visit) -> None:
    visit.with_events()
    assert visit.drawn() == {
        "varen",
        "sorn",
        "long",
        "council",
        "guard",
        "wire",
        "orvand",
        "t1",
        "t2",
        "raid",
        "undated",
    }
    assert "wire says > raid" in visit.ties()
    assert "t1 at > orvand" in visit.ties()


def test_a_click_on_a_thing_shows_its_ties_words_and_page(visit: Visit) -> None:
    visit.page.mouse.click(*visit.spot("varen"))
    visit.page.wait_for_selector("#site-panel .evidence")
    panel = visit.page.inner_text("#site-panel")
    assert "Mikael Varen" in panel
    assert "We shall meet again." in panel
    assert "chair" in panel
    assert visit.page.get_attribute("#site-panel-body a", "href") == visit.page.evaluate("kgPage('varen')")


def test_a_tie_in_the_panel_leads_to_its_sentence(visit: Visit) -> None:
    visit.find("River Guard")
    visit.page.click("#site-panel >> text=Raid")
    visit.page.wait_for_selector("#site-panel .evidence")
    assert "The Guard raided the Council, Sarven Wire says." in visit.page.inner_text("#site-panel")
    assert "Raid · 2031-04-09 · happened" in visit.page.inner_text("#site-panel")


def test_a_click_on_a_line_shows_its_sentence(visit: Visit) -> None:
    visit.page.mouse.click(*visit.spot("guard", "varen"))
    visit.page.wait_for_selector("#site-panel .evidence")
    assert "They want to visit in May." in visit.page.inner_text("#site-panel")


def test_planned_only(visit: Visit) -> None:
    visit.page.select_option("#modality", "planned")
    assert visit.ties() == {"varen Visit > guard"}
    assert visit.drawn() == {"varen", "guard"}


def test_type_of_event(visit: Visit) -> None:
    visit.page.select_option("#type", "Talks")
    assert visit.ties() == {"council Talks varen", "long Talks varen"}


def test_period(visit: Visit) -> None:
    visit.page.fill("#until", "2031-04-05")
    assert visit.ties() == {*CHAIRS, "council Talks varen", "long Talks varen"}
    visit.page.fill("#from", "2031-04-03")
    assert visit.ties() == {*CHAIRS, "long Talks varen"}
    visit.page.uncheck("#undated")
    assert visit.ties() == CHAIRS


def test_confidence(visit: Visit) -> None:
    visit.page.fill("#confidence", "0.55")
    assert visit.ties() == ACTS
    visit.page.fill("#confidence", "0.7")
    assert visit.ties() == ACTS - {"varen Visit > guard"}


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("publisher:Orvand Gazette", {"varen Visit > guard"}),
        ("source:Sarven Wire", {"guard Raid > council"}),
        ("publisher:Sarven Wire", (CHAIRS | ACTS) - {"varen Visit > guard"}),
    ],
)
def test_claimed_by(visit: Visit, who: str, expected: set[str]) -> None:
    visit.page.select_option("#by", who)
    assert visit.ties() == expected


@pytest.mark.parametrize("kind", ["person", "organization", "place", "event"])
def test_kind(visit: Visit, kind: str) -> None:
    visit.with_events()
    everything = visit.drawn()
    visit.page.uncheck(f"input[name=kind][value={kind}]")
    kinds = {key: data["kind"] for key, data in small_graph().nodes(data=True)}
    assert visit.drawn() < everything
    assert kind not in {kinds[key] for key in visit.drawn()}


@pytest.mark.parametrize(
    ("tie", "view", "lost"),
    [
        ("talks", "actors", {"council Talks varen", "long Talks varen", "varen Visit > guard"}),
        ("attacks", "actors", {"guard Raid > council"}),
        ("post", "actors", CHAIRS),
        ("place", "events", {"t1 at > orvand", "t2 at > orvand"}),
        ("source", "events", {"wire says > raid"}),
        ("party", "events", {"raid actor > guard", "raid target > council"}),
    ],
)
def test_ties(visit: Visit, tie: str, view: str, lost: set[str]) -> None:
    visit.page.select_option("#view", view)
    before = visit.ties()
    visit.page.uncheck(f"input[name=tie][value={tie}]")
    assert lost <= before - visit.ties()


def test_steps_around_the_chosen_thing(visit: Visit) -> None:
    visit.with_events()
    visit.find("Sarven Wire")
    visit.page.keyboard.press("Escape")
    steps = {"1": {"wire", "raid"}, "2": {"wire", "raid", "guard", "council"}}
    for hops, expected in steps.items():
        visit.page.select_option("#hops", hops)
        assert visit.drawn() == expected
    visit.page.select_option("#hops", "3")
    assert {"t1", "t2", "sorn"} <= visit.drawn()
    assert "orvand" not in visit.drawn()


def test_reset_shows_everything_again(visit: Visit) -> None:
    visit.page.select_option("#type", "Visit")
    visit.page.click("button[type=reset]")
    visit.page.wait_for_timeout(100)
    assert visit.ties() == CHAIRS | ACTS


def test_the_address_keeps_what_is_shown(visit: Visit) -> None:
    visit.page.select_option("#modality", "planned")
    visit.page.uncheck("input[name=tie][value=post]")
    visit.find("Mikael Varen")
    address = visit.page.url
    visit.page.goto("about:blank")
    visit.open(address)
    assert visit.ties() == {"varen Visit > guard"}
    assert not visit.page.is_checked("input[name=tie][value=post]")
    assert visit.page.inner_text("#site-panel-title") == "Mikael Varen"


def test_the_same_by_keyboard_and_as_tables(visit: Visit) -> None:
    visit.page.focus("#tables > summary")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#thing-rows tr")
    assert visit.page.locator("#thing-rows tr").count() == len(visit.drawn())
    assert visit.page.locator("#tie-rows tr").count() == len(visit.ties())
    visit.page.focus("#tie-rows button:has-text('Raid')")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector("#site-panel .evidence")
    assert "The Guard raided" in visit.page.inner_text("#site-panel")
    visit.page.select_option("#modality", "planned")
    assert visit.page.locator("#tie-rows tr").count() == 1


def test_hostile_text_stays_text(visit: Visit) -> None:
    visit.find(HOSTILE)
    visit.page.wait_for_selector("#site-panel h2")
    assert HOSTILE in str(visit.page.text_content("#site-panel"))
    visit.page.click("#tables > summary")
    assert HOSTILE in str(visit.page.text_content("#tie-rows"))
    assert visit.page.title() == "Network · Conflict knowledge graph"
    assert visit.page.locator("img").count() == 0


def test_a_name_of_ten_thousand_letters_is_cut(visit: Visit) -> None:
    visit.find("very very")
    assert len(visit.page.inner_text("#site-panel-title")) < 200
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_only_web_addresses_become_links(visit: Visit) -> None:
    visit.with_events()
    visit.find("Talks 2031-04-02")
    visit.page.wait_for_selector("#site-panel .evidence")
    assert visit.page.query_selector("#site-panel .evidence a") is None


def test_colours_follow_the_theme(visit: Visit) -> None:
    colour = "window.kgNetwork.network.body.data.nodes.get()[0].color.background"
    before = visit.page.evaluate(colour)
    visit.page.emulate_media(color_scheme="dark")
    for _ in range(100):
        if visit.page.evaluate(colour) != before:
            return
        visit.page.wait_for_timeout(50)
    pytest.fail("the drawing kept the colours of the light theme")


def test_the_address_may_ask_for_a_name(visit: Visit, small_page: Path) -> None:
    visit.page.goto("about:blank")
    visit.open(small_page.as_uri() + "#find=mikael%20varen")
    visit.page.wait_for_selector("#site-panel:not([hidden])")
    assert visit.page.inner_text("#site-panel-title") == "Mikael Varen"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, small_page: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    visit = Visit(browser, small_page, width=width, scheme=scheme)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    visit.page.click("#tables > summary")
    visit.find("Mikael Varen")
    visit.page.evaluate("scrollTo(0, 0)")  # the bar of the site hides nothing then
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = visit.page.evaluate(
        "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
        ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | ')))"
    )
    assert found == []
    visit.context.close()


def test_of_many_things_the_busiest_are_drawn_and_the_rest_on_demand(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, write(tmp_path, large_graph(AT_ONCE + 500)))
    assert len(visit.drawn()) == FIRST_DRAWN
    assert f"{FIRST_DRAWN} of 2,000 things drawn" in visit.page.inner_text("#summary")
    assert "1,920 with fewer ties are hidden" in visit.page.inner_text("#summary")
    assert "500 more are not loaded" in visit.page.inner_text("#summary")
    visit.page.click("#more")
    assert len(visit.drawn()) == FIRST_DRAWN + 100
    visit.find("Person 2499")
    visit.page.wait_for_selector("#site-panel:not([hidden])")
    assert visit.page.inner_text("#site-panel-title") == "Person 2499"
    assert "n2499" in visit.drawn()
    assert "of 2,500 things drawn" in visit.page.inner_text("#summary")
    visit.page.fill("#most", str(AT_ONCE))
    assert len(visit.drawn()) == AT_ONCE
    assert visit.complaints == []
    visit.context.close()


def test_nothing_to_draw_is_no_error(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, write(tmp_path, nx.MultiDiGraph()))
    assert visit.page.inner_text("#summary").startswith("0 of 0 things")
    assert visit.complaints == []
    visit.context.close()


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert network_pages(small_graph()) == network_pages(small_graph())
