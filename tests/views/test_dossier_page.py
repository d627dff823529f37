"""Dossiers in a real browser, network off: pages of the site and the sealed file."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal

import axe_playwright_python  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.analysis.dossier import dossiers
from kg.errors import QueryError
from kg.store import Store
from kg.views import dossier as pages
from kg.views.addresses import page_of
from kg.views.dossier import dossier_page, write_dossiers
from kg.views.dossier_file import SEAL, dossier_file
from kg.views.shell import write_assets
from tests.analysis.test_dossier import ID, graph

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
ATTACK = '<script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil'
HOSTILE = ATTACK + "x" * 10_000
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}"


def hostile() -> Store:
    """Return the small graph with a name, a title, a headline, a sentence, a reason and an address that attack."""
    text = f'"""{ATTACK.replace(chr(34), chr(92) + chr(34))}"""'
    more = f"""
id:article-9 {{ id:article-9 a schema:NewsArticle , prov:Entity ; schema:headline {text} ; dct:identifier {text} ;
    ckg:sha256 {text} ; schema:url "javascript:document.title=1" ; schema:mentions id:person-jan-berg .
  id:statement-9 a ckg:Statement ; ckg:speaker id:person-jan-berg ; ckg:content {text} ; ckg:direct true ;
    ckg:cue {text} ; ckg:sentence {text} ; ckg:confidence 0.5 ; ckg:rule {text} ; prov:wasDerivedFrom id:article-9 .
  id:role-9 a org:Membership , ckg:RoleReport ; org:member id:person-jan-berg ; ckg:title {text} ;
    ckg:status ckg:current ; ckg:sentence {text} ; ckg:confidence 0.5 ; ckg:rule {text} ;
    prov:wasDerivedFrom id:article-9 .
}}
id:graph-merged {{
  id:person-jan-berg skos:altLabel {text} ; skos:exactMatch <javascript:1> .
  id:contradiction-9 a ckg:Contradiction ; ckg:concerns id:person-jan-berg ; ckg:matter "status" ; ckg:reason {text} ;
    ckg:contradicts id:role-9 , id:role-3 .
}}"""
    return graph(HOSTILE, more)


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
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dossiers")
    write_assets(out)
    write_dossiers(graph(), out)
    return out


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "velmora.html"
    path.write_text(dossier_file(graph(), ID + "country-velmora"), encoding="utf-8")
    return path


def test_the_same_graph_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write_dossiers(graph(), tmp_path)
    assert {path.name: path.read_bytes() for path in site.glob("things/*")} == {
        path.name: path.read_bytes() for path in tmp_path.glob("things/*")
    }


def test_a_person_links_to_the_body_and_the_body_back(site: Path, page: Page) -> None:
    page.goto((site / page_of(ID + "person-mira-solen")).as_uri())
    assert page.text_content("h1") == "Mira Solen"
    page.locator("section[aria-labelledby=posts] .rows a", has_text="Security Council").click()
    assert page.text_content("h1") == "Security Council"
    assert page.text_content("#posts") == "Heads and members"
    page.locator("section[aria-labelledby=posts] .rows a", has_text="Mira Solen").click()
    assert page.text_content("h1") == "Mira Solen"


def test_ends_of_a_post_stand_with_their_sentences(site: Path, page: Page) -> None:
    page.goto((site / page_of(ID + "person-mira-solen")).as_uri())
    row = page.locator("section[aria-labelledby=posts] .rows > li")
    assert row.locator(".day span").all_text_contents() == ["since 2030-11", "ended before 2031-05-01"]
    assert row.locator("blockquote").all_text_contents() == [
        "Mira Solen, chair of the Security Council since November, called it a crime.",
        "Former chair Mira Solen left on Wednesday.",
    ]


def test_plans_and_denials_stand_apart_from_what_happened(site: Path, page: Page) -> None:
    page.goto((site / page_of(ID + "country-velmora")).as_uri())
    kinds = {
        key: page.locator(f"section[aria-labelledby=events-{key}] .what .event").all_text_contents()
        for key in ("happened", "planned", "denied")
    }
    assert kinds == {"happened": ["Airstrike", "Shelling"], "planned": ["Talks"], "denied": ["Ceasefire"]}


def test_evidence_opens_by_mouse_and_keyboard(site: Path, page: Page) -> None:
    page.goto((site / page_of(ID + "happening-1")).as_uri())
    how = page.locator("section[aria-labelledby=reports] details.how")
    assert how.first.locator("p").is_hidden()
    how.first.locator("summary").click()
    assert how.first.locator("p").is_visible()
    assert "verb:shell" in str(how.first.locator("p").text_content())
    how.nth(1).locator("summary").focus()
    page.keyboard.press("Enter")
    assert how.nth(1).locator("p").is_visible()


def test_an_event_shows_claims_contradiction_and_join(site: Path, page: Page) -> None:
    page.goto((site / page_of(ID + "happening-1")).as_uri())
    claims = page.locator(".claims tbody tr td:first-child").all_text_contents()
    assert claims == ["at least 4 killed", "5 killed", "2 women killed (part of another figure)"]
    assert page.locator(".claims tbody tr").first.locator("td").nth(1).text_content() == "Security Council"
    assert page.locator(".clash blockquote").count() == 2
    assert "kg different 1 3" in str(page.text_content("section[aria-labelledby=joins]"))
    assert "2 articles, 2 independent sources" in str(page.text_content("section[aria-labelledby=articles]"))


def test_hostile_text_stays_text(page: Page, tmp_path: Path) -> None:
    write_assets(tmp_path)
    store = hostile()
    write_dossiers(store, tmp_path)
    (tmp_path / "sealed.html").write_text(dossier_file(store, ID + "person-jan-berg"), encoding="utf-8")
    for path in (tmp_path / page_of(ID + "person-jan-berg"), tmp_path / "sealed.html"):
        page.goto(path.as_uri())
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        assert page.title() not in {"taken", "1"}
        assert page.locator("img").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert ATTACK in str(page.text_content("section[aria-labelledby=said]"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert HOSTILE in str(page.text_content("main"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_pages_fit(
    site: Path, sealed: Path, browser: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 844}
    )
    opened = context.new_page()
    things = ("person-mira-solen", "org-council", "country-velmora", "happening-1", "happening-2")
    for path in [*(site / page_of(ID + thing) for thing in things), sealed]:
        opened.goto(path.as_uri())
        opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        opened.evaluate(AXE.read_text(encoding="utf-8"))
        found = opened.evaluate(
            f"() => axe.run({RULES}).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join()))"
        )
        assert found == [], path.name
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, path.name
    context.close()


def test_the_sealed_file_has_everything_in_it(sealed: Path, page: Page) -> None:
    page.goto(sealed.as_uri())
    titles = [str(one).split("  ")[0].strip() for one in page.locator("h2").all_text_contents()]
    assert {"Over time", "Who it is tied to", "Told as having happened 2", "Sources", "How this was made"} <= set(
        titles
    )
    assert page.locator("svg").count() >= 2
    assert page.locator("link[rel=stylesheet], script[src]").count() == 0
    assert page.locator("main a:not([href^='https:'])").count() == 0
    assert "page-dossier-reports" in str(page.text_content("main"))


def test_all_evidence_opens_at_once(sealed: Path, page: Page) -> None:
    page.goto(sealed.as_uri())
    page.click("#open-all")
    assert page.locator("details:not([open])").count() == 0
    page.click("#open-all")
    assert page.locator("details[open]").count() == 0


def test_the_seal_is_the_digest_of_the_rest(sealed: Path) -> None:
    text = sealed.read_text(encoding="utf-8")
    assert text == dossier_file(graph(), ID + "country-velmora")
    before, mark, after = text.partition('id="seal">')
    zeroed = before + mark + SEAL + after[len(SEAL) :]
    assert after.startswith(sha256(zeroed.encode()).hexdigest())


def test_a_fact_has_no_dossier() -> None:
    with pytest.raises(QueryError, match="is no person, body, place or happening"):
        dossier_file(graph(), ID + "role-1")


def test_long_lists_are_cut_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", {"events": 1, "remarks": 0, "articles": 1})
    found = dossiers(graph())
    assert "1 more: <code>kg explain" in dossier_page(found[ID + "country-velmora"])
    assert "2 earlier ones are left out" in dossier_page(found[ID + "country-velmora"])
    assert "1 more: <code>kg query statements</code>" in dossier_page(found[ID + "person-mira-solen"])
