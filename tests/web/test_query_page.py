"""The query page in a real browser: questions, completion, shapes of answers, links, hostile text, keyboard, phone."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.running import Server, serving

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOSTILE = '<script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil\u2028\u2066{{7*7}}'
PEOPLE = "SELECT ?name { ?who a foaf:Person ; skos:prefLabel ?name }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """The page as somebody uses it; `complaints` are console messages and errors, but not refusals of the server."""

    def __init__(self, browser: Browser, server: Server, *, width: int = 1280, scheme: str = "light") -> None:
        self.server = server
        self.context = browser.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self.check)

    def check(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.server.address, "data:", "blob:")):
            self.complaints.append(f"asked {url}")

    def ask(self, sparql: str) -> None:
        self.page.fill("#sparql", sparql)
        self.page.keyboard.press("Escape")
        self.page.click("#run")
        self.wait()

    def open(self, query: str | None = None) -> None:
        self.page.goto(self.server.address + ("" if query is None else f"#query={quote(query)}"))
        if query is not None:
            self.wait()

    def wait(self) -> None:
        """Wait until what the editor holds is answered; the page's policy forbids functions to wait for."""
        for _ in range(200):
            asked = self.page.get_attribute("#answer", "data-asked")
            if asked is not None and asked == self.page.input_value("#sparql"):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(self.status)

    @property
    def status(self) -> str:
        return self.page.inner_text("#status")

    def shapes(self) -> list[str]:
        return self.page.locator("#shapes button").all_inner_texts()


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server)
    visit.open()
    yield visit
    visit.context.close()
    assert visit.complaints == []


def test_the_example_is_answered_as_a_table_that_sorts(visit: Visit) -> None:
    visit.page.click("#run")
    visit.wait()
    assert "row" in visit.status
    visit.ask('SELECT ?word ?n { VALUES (?word ?n) { ("b" 10) ("c" 9) ("a" 100) } }')
    assert visit.page.locator("#shown th").all_inner_texts() == ["word", "n"]
    visit.page.click("#shown th button:text-is('n')")
    assert visit.page.locator("#shown td:first-child").all_inner_texts() == ["c", "b", "a"]
    visit.page.click("#shown th button:text-is('n')")
    assert visit.page.locator("#shown td:first-child").all_inner_texts() == ["a", "b", "c"]
    assert visit.page.get_attribute("#shown th:nth-child(2)", "aria-sort") == "descending"


def test_a_named_question_is_filled_in_and_asked(visit: Visit) -> None:
    visit.page.select_option("#named", "posts")
    assert "Who holds which post" in visit.page.inner_text("#named-question")
    visit.page.fill("#named-fields input[name=person]", "mira solen")
    visit.page.click("#named-form button")
    visit.page.wait_for_selector("#shown table")
    assert "person-mira-solen" in visit.page.input_value("#sparql")
    assert "Mira Solen" in visit.page.inner_text("#shown")


def test_a_name_that_nobody_has_is_told(browser: Browser, server: Server) -> None:
    visit = Visit(browser, server)
    visit.open()
    visit.page.select_option("#named", "posts")
    visit.page.fill("#named-fields input[name=person]", "Nobody At All")
    visit.page.click("#named-form button")
    visit.page.wait_for_selector(".ask-problem")
    assert "nothing in this graph is called 'Nobody At All'" in visit.page.inner_text("#shown")
    visit.ask("SELECT * {\n ?s ?p }")
    assert "line 2, column" in visit.page.inner_text(".ask-problem")
    visit.context.close()


def test_a_server_that_is_gone_is_told(browser: Browser, graph_folder: Path) -> None:
    with serving(graph_folder) as server:
        visit = Visit(browser, server)
        errors: list[str] = []
        visit.page.on("pageerror", lambda error: errors.append(str(error)))
        visit.open(PEOPLE)
    for act in ("#run", "#downloads button:text-is('CSV')", "#named-form button"):
        visit.page.select_option("#named", "posts")
        visit.page.eval_on_selector("#shown", "shown => shown.replaceChildren()")
        visit.page.eval_on_selector("#tools", "tools => { tools.hidden = false; }")
        visit.page.click(act)
        visit.page.wait_for_selector(".ask-problem")
        assert "Is kg serve still running?" in visit.page.inner_text("#shown")
    assert errors == []
    visit.context.close()


def test_what_serves_other_pages_is_not_offered(visit: Visit) -> None:
    offered = visit.page.eval_on_selector_all("#named option", "options => options.map(one => one.value)")
    assert "posts" in offered
    assert not [name for name in offered if name.startswith(("page-", "network-"))]


def test_terms_and_variables_are_completed_by_keyboard(visit: Visit) -> None:
    visit.page.fill("#sparql", "")
    visit.page.focus("#sparql")
    visit.page.keyboard.type("SELECT ?name { ?who a foaf:Pers")
    assert visit.page.is_visible("#completions")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.type(" ; skos:prefL")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.type(" ?na")
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.type(" }")
    assert visit.page.input_value("#sparql") == "SELECT ?name { ?who a foaf:Person ; skos:prefLabel ?name }"
    visit.page.keyboard.press("Control+Enter")
    visit.wait()
    assert "Mira Solen" in visit.page.inner_text("#shown")
    visit.page.focus("#sparql")
    visit.page.keyboard.press("End")
    visit.page.keyboard.type(" airstr")
    assert "ckg:Airstrike" in visit.page.inner_text("#completions")
    visit.page.keyboard.press("Escape")
    assert visit.page.is_hidden("#completions")


def test_a_chart_is_drawn_where_it_fits(visit: Visit) -> None:
    visit.ask("SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class")
    assert visit.shapes() == ["Table", "Chart"]
    visit.page.click("#shapes button:text-is('Chart')")
    assert visit.page.locator("#shown svg rect").count() > 3
    visit.ask('SELECT * { VALUES (?day ?n) { ("2031-05-01"^^xsd:date 3) ("2031-04-01"^^xsd:date 1) } }')
    visit.page.click("#shapes button:text-is('Chart')")
    assert visit.page.locator("#shown svg polyline").count() == 1
    assert "2031-04-01" in (visit.page.text_content("#shown svg") or "")
    visit.ask(PEOPLE)
    assert visit.shapes() == []


def test_triples_are_drawn_as_a_graph_and_a_term_leads_on(visit: Visit) -> None:
    visit.ask("CONSTRUCT { ?who skos:prefLabel ?name } WHERE { ?who a foaf:Person ; skos:prefLabel ?name }")
    assert visit.shapes() == ["Graph", "Table"]
    assert "Mira Solen" in (visit.page.text_content("#shown svg") or "")
    visit.page.click("#shapes button:text-is('Table')")
    visit.page.click("#shown a:text-is('id:person-mira-solen')")
    visit.page.wait_for_selector("#answer[data-asked^=DESCRIBE]")
    assert "foaf:Person" in (visit.page.text_content("#shown svg") or "")


def test_a_link_asks_again_and_going_back_goes_back(visit: Visit) -> None:
    visit.ask(PEOPLE)
    first = visit.page.url
    visit.ask("ASK { ?s ?p ?o }")
    assert visit.status == "Yes."
    visit.page.go_back()
    visit.page.wait_for_selector("#shown table")
    assert visit.page.input_value("#sparql") == PEOPLE
    visit.page.goto("about:blank")
    visit.page.goto(first)
    visit.page.wait_for_selector("#shown table")
    assert visit.page.input_value("#sparql") == PEOPLE
    assert "Mira Solen" in visit.page.inner_text("#shown")


def test_answers_are_downloaded_in_their_forms(visit: Visit) -> None:
    visit.ask(PEOPLE)
    with visit.page.expect_download() as started:
        visit.page.click("#downloads button:text-is('CSV')")
    assert started.value.suggested_filename == "answer.csv"
    assert Path(started.value.path()).read_text(encoding="utf-8").startswith("name")
    visit.ask("DESCRIBE ?who { ?who a foaf:Person }")
    with visit.page.expect_download() as started:
        visit.page.click("#downloads button:text-is('Turtle')")
    assert "@prefix foaf:" in Path(started.value.path()).read_text(encoding="utf-8")


def test_a_cut_is_told(visit: Visit) -> None:
    visit.ask("SELECT * { ?s ?p ?o }")
    assert visit.status.startswith("The first 50 rows; there are more")


def test_hostile_text_stays_text(visit: Visit) -> None:
    words = HOSTILE.replace('"', '\\"')
    for sparql in (
        f'SELECT ("{words}" AS ?a) (<http://a.example/onerror=alert(1)> AS ?b) (3 AS ?n) {{}}',
        f'SELECT * {{ VALUES (?a ?n) {{ ("{words}" 1) ("b" 2) }} }}',
        f'CONSTRUCT {{ <javascript:document.title=1> <a:p> "{words}" }} WHERE {{}}',
        f'SELECT * {{ BIND(CONCAT("{words}", "{"x" * 10_000}") AS ?long) }}',
    ):
        visit.ask(sparql)
        for shape in visit.shapes():
            visit.page.click(f"#shapes button:text-is('{shape}')")
            assert HOSTILE[:8] in (visit.page.text_content("#shown") or "")
        assert HOSTILE[:8] in (visit.page.text_content("#shown") or "")
        assert visit.page.locator("#shown img, #shown script, #shown a[href^=javascript]").count() == 0
    assert visit.page.title() == "Ask · Conflict knowledge graph"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class",
        "SELECT ?who ?title ?is ?w { ?p org:member ?who ; ckg:title ?title ; ckg:status ?is ; ckg:sentence ?w }",
    ],
)
def test_it_passes_axe_and_fits(browser: Browser, server: Server, query: str, width: int, scheme: str) -> None:
    visit = Visit(browser, server, width=width, scheme=scheme)
    visit.open(query)
    visit.page.select_option("#named", "posts")
    # The policy forbids scripts from elsewhere; axe comes by the developer tools, which it does not bind.
    visit.page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    for shape in visit.shapes() or [""]:
        if shape:
            visit.page.click(f"#shapes button:text-is('{shape}')")
        found = visit.page.evaluate(
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
        )
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    visit.context.close()


def test_on_a_phone_rows_of_many_columns_are_blocks_that_name_them(browser: Browser, server: Server) -> None:
    visit = Visit(browser, server, width=390)
    visit.open('SELECT ?name ?title ?none ?words { VALUES (?name ?title ?words) { ("Ann" "envoy" "She spoke.") } }')
    title = visit.page.locator("#shown td", has_text="envoy")
    assert title.evaluate("cell => getComputedStyle(cell, '::before').content") == '"title"'
    tops = visit.page.locator("#shown td:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert len(set(tops)) == 3  # one below the other; what is empty takes no line
    scroll = visit.page.locator(".ask-scroll")
    assert scroll.evaluate("box => box.scrollWidth <= box.clientWidth")
    visit.ask("SELECT ?a ?b { VALUES (?a ?b) { (1 2) } }")
    assert visit.page.locator("table.ask-many").count() == 0
    visit.context.close()
    assert visit.complaints == []


def test_the_theme_is_chosen_and_kept(visit: Visit) -> None:
    visit.page.click("#theme")
    visit.page.click("#theme")
    assert visit.page.inner_text("#theme") == "Theme: dark"
    visit.page.reload()
    assert visit.page.get_attribute("html", "data-theme") == "dark"
