"""Every text of an article may attack the pages: each stays text, keeps its writing direction to itself, and fits.

All free text of a small graph (names, headlines, publishers, sentences, places, titles, statements, cues, reasons,
rules, addresses) is replaced at once, so that a text which a page comes to show later is tested as well.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from kg.rdf.ontology import ontology_quads
from kg.store import Store, memory_store
from kg.views import write_site
from kg.views.dossier_file import dossier_file
from kg.vocabulary import PREFIXES

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
GRAPH = Path(__file__).parents[1] / "queries" / "small.trig"
MIRA = PREFIXES["id"] + "person-mira-solen"
MARKUP = "</script><script>window.taken=1</script>\"'><img src=x onerror=window.taken=1><svg onload=window.taken=1>"
ATTACKS = {
    "markup": MARKUP + "</style></title></textarea>--><!--]]>{{ 7*7 }}{% raw %}${window.taken=1}`\\u003c\\",
    "direction": "\u202eabc\u2066def\u200f\u061cשלום\u2028line\u2029paragraph\u0085\ufeff",
    "long": "x" * 10_000,
    "words": "very long name " * 700,
}
FREE = {
    *(
        "skos:prefLabel",
        "skos:altLabel",
        "schema:headline",
        "dct:identifier",
        "ckg:title",
        "ckg:sentence",
        "ckg:content",
    ),
    *("ckg:cue", "ckg:reason", "ckg:rule", "ckg:matter", "rdfs:label"),
}
ADDRESSES = {"schema:url", "skos:exactMatch"}
LEAKS = r"""() => {
  const leaks = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\u202a-\u202e\u2066-\u2069]/.test(node.data)) continue;
    if (node.parentElement.closest("script, style, svg")) continue;
    let around = node.parentElement;
    let kept = false;
    while (getComputedStyle(around).display.startsWith("inline") && around.parentElement && !kept) {
      kept = /isolate|plaintext/.test(getComputedStyle(around).unicodeBidi);
      if (!kept) around = around.parentElement;
    }
    if (!kept && around.textContent.trim() !== node.data.trim()) leaks.push(around.outerHTML.slice(0, 200));
  }
  return leaks;
}"""


def hostile(attack: str) -> Store:
    """Return the small graph with `attack` before every text in it, and addresses that are scripts."""
    free = {expanded(name) for name in FREE}
    addresses = {expanded(name) for name in ADDRESSES}
    store = memory_store()
    quads = []
    for quad in ox.parse(GRAPH.read_text(encoding="utf-8"), format=ox.RdfFormat.TRIG):
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple = quad.object
        if quad.predicate.value in free and isinstance(value, ox.Literal):
            value = ox.Literal(f"{attack} {value.value}", language=value.language)
        elif quad.predicate.value in addresses:
            value = ox.Literal("javascript:window.taken=1")
        quads.append(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    store.load(quads)
    store.load(ontology_quads())
    return store


def expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


@pytest.fixture(scope="module", params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(attack: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, with a dossier file beside it."""
    out = tmp_path_factory.mktemp(attack) / "site"
    store = hostile(ATTACKS[attack])
    write_site(store, out)
    (out.parent / "sealed.html").write_text(dossier_file(store, MIRA), encoding="utf-8")
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[390, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport={"width": request.param, "height": 844})
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on(
        "request", lambda one: None if one.url.startswith(("file:", "data:", "blob:")) else problems.append(one.url)
    )
    yield page
    context.close()
    assert problems == []


def check(page: Page, name: str) -> None:
    """Check that nothing of the page's text came alive, runs into other text or over the edge."""
    assert page.evaluate("window.taken") is None, name
    assert page.locator("img, svg[onload], a[href^='javascript' i]").count() == 0, name
    assert page.evaluate(LEAKS) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth"), name


def show_evidence(page: Page, button: Locator) -> None:
    """Open the panel of a thing or event by its button in a list."""
    button.click()
    page.wait_for_selector("#site-panel:not([hidden])")


def test_it_stays_text_on_every_page_of_the_site(site: Path, page: Page) -> None:
    pages = [
        "index.html",
        "network.html",
        "timeline.html",
        "map.html",
        *(f"things/{one.name}" for one in site.glob("things/*")),
    ]
    for name in pages:
        page.goto((site / name).as_uri())
        page.wait_for_timeout(0 if name.startswith("things") else 400)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        check(page, name)
    assert len(pages) > 10


def test_it_stays_text_in_what_opens(site: Path, page: Page) -> None:
    for name in ("timeline.html", "map.html"):
        page.goto((site / name).as_uri())
        page.wait_for_timeout(400)
        show_evidence(page, page.locator("#list button").first)
        check(page, name)
    page.goto((site / "network.html").as_uri())
    page.wait_for_timeout(400)
    table = page.locator("summary")
    table.evaluate_all("all => all.forEach(one => { one.parentElement.open = true; })")
    check(page, "network.html")


def test_it_stays_text_where_it_is_searched(site: Path, page: Page, attack: str) -> None:
    page.goto((site / "index.html").as_uri())
    page.fill(
        "#site-search-text",
        {"markup": "<script>", "direction": "שלום"}.get(attack, "very" if attack == "words" else "xxx"),
    )
    page.wait_for_selector("#site-found [role=option]")
    check(page, "search")


def test_it_stays_text_in_a_dossier_file(site: Path, page: Page) -> None:
    path = site.parent / "sealed.html"
    page.goto(path.as_uri())
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    check(page, "sealed")
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"<script\b", text)) == 1  # the page's own


def test_pages_printed_are_no_wider_than_the_paper(site: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True, viewport={"width": 680, "height": 960})
    page = context.new_page()
    page.emulate_media(media="print")
    for name in (
        "index.html",
        "network.html",
        "timeline.html",
        "map.html",
        *(f"things/{one.name}" for one in sorted(site.glob("things/*"))[:4]),
    ):
        page.goto((site / name).as_uri())
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, name
    context.close()
