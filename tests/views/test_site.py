"""The whole site in a real browser, network off: links lead somewhere, nothing is asked for, everybody can use it."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import axe_playwright_python  # type: ignore[import-untyped]
import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.errors import KgError
from kg.rdf.ontology import ontology_quads
from kg.store import Store, memory_store
from kg.views import write_site
from kg.views.addresses import page_of
from kg.views.shell import NAVIGATION, data_file
from kg.views.site import MANIFEST

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
GRAPH = Path(__file__).parents[1] / "queries" / "small.trig"
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
HOSTILE = '<script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil' + "x" * 10_000
PAGES = [file for file, _ in NAVIGATION.values()]


def graph(name: str = "Jan Berg") -> Store:
    """Return the small graph of the queries' tests, with one person called `name`."""
    text = GRAPH.read_text(encoding="utf-8").replace('"Jan Berg"', json.dumps(name, ensure_ascii=False))
    store = memory_store()
    store.load(ox.parse(text, format=ox.RdfFormat.TRIG))
    store.load(ontology_quads())
    return store


class Reader(HTMLParser):
    """What a page refers to: resources that it loads by itself, and links to click."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self.links.append(found)
        else:
            self.loaded += [str(found[name]) for name in ("src", "href", "data", "poster") if found.get(name)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "site"
    write_site(graph(), out)
    return out


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("hostile") / "site"
    write_site(graph(HOSTILE), out)
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    problems: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def sample_pages(site: Path) -> list[Path]:
    """Return the pages in the bar and a few of the others."""
    return [site / name for name in PAGES if (site / name).is_file()] + sorted(site.glob("things/*.html"))[:4]


@pytest.mark.parametrize("lacking", ["foaf:Person", "org:Organization", "ckg:Country"])
def test_a_graph_may_lack_any_kind_of_thing(tmp_path: Path, lacking: str) -> None:
    store, whole = memory_store(), graph()
    gone = {str(thing) for (thing,) in whole.select(f"SELECT ?thing {{ ?thing a/rdfs:subClassOf* {lacking} }}").rows}
    store.load(quad for quad in whole.quads() if str(quad.subject).strip("<>") not in gone)
    write_site(store, tmp_path / "site")
    assert gone
    assert (tmp_path / "site" / "index.html").exists()


def test_every_page_of_the_bar_is_written(site: Path) -> None:
    assert [name for name in PAGES if not (site / name).is_file()] == []


def test_every_link_leads_to_a_page_or_to_an_article(site: Path) -> None:
    for path in site.rglob("*.html"):
        reader = Reader(path.read_text(encoding="utf-8"))
        for link in reader.links:
            target = str(link["href"])
            if target.startswith(("http://", "https://")):
                assert set(str(link["rel"]).split()) >= {"noreferrer", "noopener"}
            else:
                file = target.partition("#")[0]
                assert not file or (path.parent / file).is_file(), f"{target} in {path.name}"
        for target in reader.loaded:
            assert target == "data:," or (path.parent / target).is_file(), f"{target} in {path.name}"


def test_the_same_graph_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write_site(graph(), tmp_path / "again")
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }


def test_every_page_opens_without_a_complaint(site: Path, page: Page) -> None:
    for path in sample_pages(site):
        page.goto(path.as_uri())
        page.wait_for_timeout(300)
        assert "Conflict knowledge graph" in page.title()


def test_hostile_text_stays_text_on_every_page(hostile_site: Path, page: Page) -> None:
    for path in sample_pages(hostile_site):
        page.goto(path.as_uri())
        page.wait_for_timeout(300)
        assert page.title() not in {"taken", "1"}
        assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_passes_axe_and_fits(
    site: Path, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    opened = context.new_page()
    for path in sample_pages(site):
        opened.goto(path.as_uri())
        opened.evaluate(AXE.read_text(encoding="utf-8"))
        found = opened.evaluate(
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
            ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200)).join(' | ')))"
        )
        assert found == [], path.name
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, path.name
    context.close()


def test_on_paper_names_are_words_and_drawings_are_whole(site: Path, page: Page) -> None:
    for name, drawing in (("timeline.html", "#timeline"), ("map.html", "#map"), ("network.html", "#network canvas")):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(media="screen")
        page.goto((site / name).as_uri())
        page.wait_for_timeout(400)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator(".site-bar, form, input").locator("visible=true").count() == 0, name
        assert page.locator("#list button").count() == page.locator("#list button:visible").count(), name
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        shape = page.locator(drawing).evaluate("one => one.viewBox?.baseVal?.width || one.width")
        assert shape > 600, name  # what was drawn on the screen is the whole of what is drawn on paper
        page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#map[viewBox]").count() == 0


def test_tab_reaches_the_skip_link_first_and_every_stop_is_visible(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    names = []
    for _ in range(6):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert names == ["Overview", "Network", "Timeline", "Map", "site-search-text", "Theme: system"]


def test_a_page_of_a_thing_leads_to_its_ties_in_the_network(site: Path, page: Page) -> None:
    page.goto((site / page_of("https://w3id.org/conflict-kg/id/person-mira-solen")).as_uri())
    page.click("a:text-is('Ties in the network')")
    page.wait_for_selector("#site-panel:not([hidden])")
    assert page.inner_text("#site-panel-title") == "Mira Solen"
    assert page.input_value("#hops") == "1"


def test_what_has_no_page_is_found_on_the_timeline(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.fill("#site-search-text", "mira")
    page.wait_for_selector("#site-found [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    if page.url.partition("#")[0].endswith("timeline.html"):
        assert page.locator("main form input[name=text]").input_value() == "Mira Solen"
    else:
        assert "Mira Solen" in page.title()


@pytest.fixture
def searchable(site: Path, tmp_path: Path) -> Path:
    """Return a copy of the site's frame in which two things can be found."""
    for path in [site / "index.html", *site.glob("assets/*")]:
        copy = tmp_path / path.relative_to(site)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    rows = [
        ["Mira Solen", "person", "Person", "things/a.html", "M. Sölen"],
        ["Solenia", "place", "Country", "things/b.html", ""],
        [HOSTILE, "person", "Person", "things/c.html", HOSTILE],
    ]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "search.js").write_text(data_file("search", rows), encoding="utf-8")
    (tmp_path / "things").mkdir()
    for name in "abc":
        (tmp_path / "things" / f"{name}.html").write_text(f"<link rel=icon href=data:,><title>{name}</title>", "utf-8")
    return tmp_path / "index.html"


def test_search_by_keyboard_alone(searchable: Path, page: Page) -> None:
    page.goto(searchable.as_uri())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "site-search-text"
    page.keyboard.type("solen")
    page.wait_for_selector("#site-found [role=option]")
    assert page.locator("#site-found .name").all_text_contents() == ["Solenia", "Mira Solen"]
    page.keyboard.press("ArrowDown")
    assert page.locator("#site-found [aria-selected=true] .name").text_content() == "Mira Solen"
    page.keyboard.press("Enter")
    page.wait_for_url("**/things/a.html")


def test_search_finds_other_spellings_and_says_when_there_is_nothing(searchable: Path, page: Page) -> None:
    page.goto(searchable.as_uri())
    page.fill("#site-search-text", "m. sölen")
    page.wait_for_selector("#site-found [role=option]")
    assert page.locator("#site-found .name").all_text_contents() == ["Mira Solen"]
    page.keyboard.press("Escape")
    assert page.locator("#site-found").is_hidden()
    page.fill("#site-search-text", "zzz")
    page.wait_for_selector("#site-found-count:text('0 found')", state="attached")


def test_hostile_names_are_found_as_text(searchable: Path, page: Page) -> None:
    page.goto(searchable.as_uri())
    page.fill("#site-search-text", "<script>")
    page.wait_for_selector("#site-found [role=option]")
    assert page.locator("#site-found img").count() == 0
    assert page.title() not in {"taken", "1"}


def test_the_theme_is_chosen_by_a_button_and_kept(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    ground = "getComputedStyle(document.documentElement).getPropertyValue('--ground')"
    light = page.evaluate(ground)
    page.click("#site-theme")
    page.click("#site-theme")
    assert page.evaluate(ground) != light
    page.reload()
    assert page.text_content("#site-theme") == "Theme: dark"


def test_the_panel_shows_evidence_and_gives_the_focus_back(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.focus("#site-theme")
    items = [{"text": HOSTILE, "confidence": 0.5, "headline": HOSTILE, "url": "javascript:document.title=1"}]
    page.evaluate("items => kgPanel.show('Why', kgEvidence(items))", items)
    assert page.locator("#site-panel-body blockquote").text_content() == HOSTILE
    assert page.locator("#site-panel-body a").count() == 0
    page.keyboard.press("Escape")
    assert page.locator("#site-panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "site-theme"


def test_a_page_of_a_thing_has_one_address_in_python_and_in_the_browser(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    for iri in ("https://example.org/mira-solen", "https://example.org/Львів", ""):
        assert page.evaluate("iri => kgPage(iri)", iri) == page_of(iri)


def test_pages_that_are_no_longer_part_of_the_site_go_and_other_files_stay(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(graph(), out)
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    old, edited, own = (out / name for name in ("old.html", "edited.html", "own.txt"))
    outside = tmp_path / "precious.txt"
    for path in (old, edited, own, outside):
        path.write_text("text", encoding="utf-8")
    digest = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    manifest["files"] |= {"old.html": digest, "edited.html": digest, "../precious.txt": digest}
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    edited.write_text("mine", encoding="utf-8")
    write_site(graph(), out)
    assert not old.exists()
    assert all(path.exists() for path in (edited, own, outside))


def test_a_file_that_kg_did_not_write_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(KgError, match=re.escape(str(tmp_path / "index.html"))):
        write_site(graph(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "mine"
