"""`kg serve` with the pages of `kg view` beside the query page: each links to the other, and nothing else is served."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.pipeline import open_graph
from kg.views import write_site
from kg.views.addresses import page_of
from kg.workspace import open_workspace
from tests.web.running import Server, fresh_workspace, serving
from tests.web.test_protocol import curl

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
MIRA = "https://w3id.org/conflict-kg/id/person-mira-solen"
PEOPLE = "SELECT ?who ?name { ?who a foaf:Person ; skos:prefLabel ?name }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace with pages, and files in their folder that are not pages."""
    folder = fresh_workspace(tmp_path_factory.mktemp("pages") / "ws")
    store = open_graph(open_workspace(folder))
    write_site(store, folder / "site")
    store.close()
    (folder / "site" / "own.html").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def shown(folder: Path) -> Iterator[Server]:
    with serving(folder) as server:
        yield server


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, shown: Server) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda request: problems.append(request.url) if not is_ours(request.url, shown) else None)
    yield page
    context.close()
    assert problems == []


def is_ours(url: str, server: Server) -> bool:
    return url.startswith((server.address, "data:", "blob:"))


def test_every_page_opens_without_a_complaint(page: Page, shown: Server, folder: Path) -> None:
    for name in ("", "network.html", "timeline.html", "map.html", page_of(MIRA)):
        response = page.goto(f"{shown.address}site/{name}")
        page.wait_for_timeout(300)
        assert response is not None
        assert response.status == 200
        assert "Conflict knowledge graph" in page.title()
        assert page.locator("nav a:text-is('Ask')").get_attribute("href") == "/"
    assert 'data-ask="' not in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_an_answer_leads_to_the_page_of_a_thing_and_that_back_to_an_answer(page: Page, shown: Server) -> None:
    page.goto(shown.address)
    page.fill("#sparql", PEOPLE)
    page.click("#run")
    page.click("a.ask-dossier[aria-label='Page of id:person-mira-solen']")
    page.wait_for_url(f"**/site/{page_of(MIRA)}")
    assert "Mira Solen" in page.title()
    page.click("li:has-text('kg query career') a")
    page.wait_for_selector("#shown table")
    assert page.input_value("#named") == "career"
    assert page.input_value("#named-fields input[name=person]") == MIRA
    assert MIRA in page.input_value("#sparql")
    page.go_back()
    page.wait_for_url(f"**/site/{page_of(MIRA)}")
    page.click("li:has-text('kg explain') a")
    page.wait_for_selector("#answer[data-asked^=DESCRIBE]")
    page.click("nav a:text-is('Timeline')")
    page.wait_for_url("**/site/timeline.html")


def test_a_link_to_a_question_that_there_is_not_is_told(page: Page, shown: Server) -> None:
    page.goto(f"{shown.address}#named=no-such&person=x")
    page.wait_for_selector(".ask-problem")
    assert "There is no question no-such" in page.inner_text("#shown")


def test_things_without_a_page_have_no_link_to_one(page: Page, shown: Server) -> None:
    page.goto(shown.address)
    page.fill("#sparql", "SELECT ?fact { ?fact a ckg:RoleReport }")
    page.click("#run")
    page.wait_for_selector("#shown td a")
    page.wait_for_timeout(300)
    assert page.locator("a.ask-dossier").count() == 0


def test_only_what_kg_view_wrote_is_served(shown: Server, folder: Path) -> None:
    assert curl(f"{shown.address}site/index.html").status == 200
    outside = folder / "kg.toml"
    assert outside.is_file()
    for name in (
        "own.html",
        ".kg-site.json",
        "no-such.html",
        "things",
        "../kg.toml",
        "..%2fkg.toml",
        "things/../../kg.toml",
        "%2e%2e/kg.toml",
        f"/{outside}",
        f"%2f{outside}",
    ):
        response = curl("--path-as-is", f"{shown.address}site/{name}")
        assert response.status in {404, 421}, name
        assert "secret" not in response.body
        assert "model" not in response.body
    assert curl(f"{shown.address}site/no-such.html").headers["content-security-policy"].startswith("default-src 'none'")
    assert curl("-X", "POST", "-d", "x", f"{shown.address}site/index.html").status == 405


def test_a_page_that_became_a_link_out_of_the_folder_is_not_served(tmp_path: Path, folder: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".kg-site.json").write_text(json.dumps({"files": {"index.html": "", "../out.html": ""}}), encoding="utf-8")
    (tmp_path / "out.html").write_text("secret", encoding="utf-8")
    (site / "index.html").symlink_to(tmp_path / "out.html")
    with serving(folder, "--site", str(site)) as server:
        for name in ("index.html", "..%2fout.html"):
            response = curl("--path-as-is", f"{server.address}site/{name}")
            assert (response.status, "secret" in response.body) == (404, False)


def test_pages_written_while_the_server_runs_are_found(tmp_path: Path) -> None:
    folder = fresh_workspace(tmp_path / "ws")
    with serving(folder) as server:
        assert "kg view" in curl(server.address).body
        assert curl(f"{server.address}pages", "--data-binary", MIRA).body == "{}"
        assert curl(f"{server.address}site/").status == 404
        store = open_graph(open_workspace(folder))
        write_site(store, folder / "site")
        store.close()
        assert "/site/network.html" in curl(server.address).body
        found = json.loads(curl(f"{server.address}pages", "--data-binary", f"{MIRA}\nhttps://a.example/x").body)
        assert found == {MIRA: f"/site/{page_of(MIRA)}"}
        _, said = server.stop()
        assert "there are no pages to look at" in said


def test_what_is_asked_for_pages_has_its_limits(shown: Server, tmp_path: Path) -> None:
    long = tmp_path / "long"
    long.write_bytes(b"x" * 1_000_001)
    assert curl(f"{shown.address}pages", "--data-binary", f"@{long}").status == 413
    long.write_bytes(b"\xff")
    assert curl(f"{shown.address}pages", "--data-binary", f"@{long}").status == 400
    assert curl(f"{shown.address}pages").status == 405
    assert curl(f"{shown.address}pages", "-H", "Host: evil.example", "-d", MIRA).status == 421
