"""Timeline and map in a real browser, network off: filters, zoom, time, evidence; hostile text stays text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kg.analysis import Area, Evidence, Holding, Occurrence, Party, Spot
from kg.views.calendar import pages_of
from kg.views.shell import write_assets
from kg.vocabulary import PREFIXES

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
HOSTILE = '</script><script>document.title="taken"</script>"><img src=x onerror="document.title=1">\u202eevil'
BRENIK, DARSK, COUNTRY, LOST = "place-brenik", "place-darsk", PREFIXES["id"] + "country-ua", "place-lost"

type Open = Callable[..., Page]


def wait(page: Page, expression: str) -> None:
    """Wait until `expression` is true; wait_for_function evaluates text in the page, which its policy forbids."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def told(text: str, confidence: float = 0.9) -> tuple[Evidence, ...]:
    return (
        Evidence(
            text=text,
            confidence=confidence,
            article="https://example.org/a1",
            headline="Envoys meet in Orvand",
            publisher="Sarven Wire",
            published="2031-04-03",
            url="javascript:document.title=2",
        ),
    )


def occurrence(number: int, type_: str, days: str, **others: Any) -> Occurrence:  # noqa: ANN401  fields by name
    earliest, _, latest = days.partition("/")
    made = Occurrence(
        iri=f"https://example.org/h{number}",
        type=type_,
        earliest=earliest,
        latest=latest or earliest,
        modality="actual",
        polarity="positive",
        parties=(),
        spots=(),
        evidence=told(f"Sentence {number}."),
    )
    return replace(made, **others)


def area(iri: str, name: str, point: tuple[float, float] | None, precision: str) -> Area:
    longitude, latitude = point or (None, None)
    kind = "country" if iri == COUNTRY else "place"
    return Area(iri=iri, name=name, within="", kind=kind, longitude=longitude, latitude=latitude, precision=precision)


OCCURRENCES = (
    occurrence(1, "Talks", "2031-03-01", parties=(Party(iri="p1", name="Mira Solen", role="participant"),)),
    occurrence(2, "Shelling", "2031-03-05/2031-03-20", spots=(Spot(iri=BRENIK, name="Brenik"),)),
    occurrence(3, "Shelling", "2031-03-07", spots=(Spot(iri=BRENIK, name="Brenik", relation="northOf"),)),
    occurrence(4, "Visit", "2031-04-02", modality="planned", spots=(Spot(iri=DARSK, name="Darsk"),)),
    occurrence(5, "Attack", "2031-04-05", polarity="negative", spots=(Spot(iri=COUNTRY, name="Ukraine"),)),
    occurrence(6, "Attack", "", spots=(Spot(iri=LOST, name="Lost village"),), evidence=told("Undated.", 0.4)),
    occurrence(
        7,
        "Talks",
        "2031-03-03",
        parties=(Party(iri="p2", name=HOSTILE, role="participant"),),
        spots=(Spot(iri="place-evil", name=HOSTILE),),
        evidence=told(HOSTILE),
    ),
)
HOLDINGS = (
    Holding(
        iri="t1",
        person="p1",
        name="Mira Solen",
        title="defense minister",
        body="Velmora",
        first="2031-03-02",
        last="2031-03-20",
        earliest="2031-02-01",
        latest="2031-04-30",
        evidence=told("Defense Minister Mira Solen spoke."),
    ),
)
AREAS = (
    area(BRENIK, "Brenik", (36.0, 49.0), "city"),
    area(DARSK, "Darsk", (38.5, 48.0), "region"),
    area(COUNTRY, "Ukraine", None, ""),
    area(LOST, "Lost village", None, ""),
    area("place-evil", HOSTILE, (30.0, 51.0), "point"),
)


def write(folder: Path, pages: dict[str, str]) -> Path:
    write_assets(folder)
    for name, text in pages.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site"), pages_of(OCCURRENCES, HOLDINGS, AREAS))


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Open]:
    """Give a function that opens a page; afterwards nothing may have complained or asked for another host's file."""
    complaints: list[str] = []
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})

    def visit(name: str, *, folder: Path = site, width: int = 1280) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else complaints.append(asked.url))
        page.goto((folder / name).as_uri())
        wait(page, "Boolean(window.kgTimeline || window.kgMap)")
        return page

    yield visit
    context.close()
    assert complaints == []


def shown(page: Page) -> str:
    return page.inner_text("#summary")


def on_map(page: Page) -> dict[str, int]:
    return dict(page.evaluate("window.kgMap.marks()"))


def whole(page: Page) -> Page:
    page.click("[data-do=all]")
    wait(page, "document.querySelector('#summary').textContent.startsWith('6 of 7')")
    return page


def test_timeline_shows_dated_events_and_lists_the_others(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    assert shown(page).startswith("6 of 7 events, 1 posts")
    assert "no date" in page.inner_text("#list")
    assert page.locator("#timeline .item").count() == 7


def test_timeline_tells_what_happened_from_what_did_not_by_form(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    assert page.locator("#timeline .mark.planned").count() == 1
    assert page.locator("#timeline .mark.denied").count() == 1
    filled, hollow = (
        page.eval_on_selector(f"#timeline .mark.{status}", "mark => getComputedStyle(mark).fill")
        for status in ("actual", "planned")
    )
    assert filled != hollow


def test_timeline_draws_uncertainty_as_extent(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    wide, narrow = (
        page.locator(f"#timeline .item[aria-label*='{days}'] .mark").bounding_box()
        for days in ("2031-03-05 to", "2031-03-07")
    )
    assert wide is not None
    assert narrow is not None
    assert wide["width"] > 4 * narrow["width"]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("type", "Shelling", "2 of 7 events, 0 posts"),
        ("type", "group:Hostile", "3 of 7 events, 0 posts"),
        ("status", "planned", "1 of 7 events, 0 posts"),
        ("status", "denied", "1 of 7 events, 0 posts"),
    ],
)
def test_timeline_filters_by_choice(open_page: Open, field: str, value: str, left: str) -> None:
    page = whole(open_page("timeline.html"))
    page.select_option(f"[name={field}]", value)
    assert shown(page).startswith(left)


def test_timeline_filters_by_actor_words_and_confidence(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    page.fill("[name=actor]", "solen")
    assert shown(page).startswith("1 of 7 events, 1 posts")
    page.click("button[type=reset]")
    wait(page, "document.querySelector('#summary').textContent.startsWith('6 of 7')")
    page.fill("[name=text]", "sentence 4")
    assert shown(page).startswith("1 of 7 events, 0 posts")
    page.fill("[name=text]", "undated")
    assert "Attack at Lost village" in page.inner_text("#list")
    page.fill("[name=confidence]", "0.5")
    assert "Attack at Lost village" not in page.inner_text("#list")


def test_timeline_by_keyboard(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    page.focus("#timeline")
    span = "window.kgTimeline.view.to - window.kgTimeline.view.from"
    before = page.evaluate(span)
    page.keyboard.press("+")
    assert page.evaluate(span) < before
    start = page.evaluate("window.kgTimeline.view.from")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.kgTimeline.view.from") > start
    whole(page)
    page.focus("#timeline")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.is_visible("#site-panel")
    assert page.locator("#site-panel blockquote").count() == 1


def test_timeline_zooms_with_the_wheel(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    page.focus("#timeline")
    before = page.evaluate("window.kgTimeline.view.to - window.kgTimeline.view.from")
    page.hover("#timeline", position={"x": 300, "y": 60})
    page.mouse.wheel(0, -400)
    wait(page, f"window.kgTimeline.view.to - window.kgTimeline.view.from < {before}")


def test_a_click_on_the_timeline_opens_evidence_with_a_link_to_the_dossier(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    page.click("#timeline .item[aria-label*='Visit'] .mark")
    panel = page.inner_text("#site-panel")
    assert "Sentence 4." in panel
    assert "planned" in panel
    assert str(page.get_attribute("#site-panel a", "href")).startswith("things/")


def test_timeline_lanes_by_actor(open_page: Open) -> None:
    page = whole(open_page("timeline.html"))
    page.select_option("[name=lanes]", "actor")
    assert "Mira Solen · 1" in str(page.text_content("#timeline"))


@pytest.mark.parametrize("name", ["timeline.html", "map.html"])
def test_hostile_text_stays_text(open_page: Open, name: str) -> None:
    page = open_page(name)
    page.locator("#list button", has_text="taken").first.click()
    assert "</script><script>" in str(page.text_content("#site-panel"))
    assert page.query_selector("main img, #site-panel img") is None
    assert page.query_selector("#site-panel a[href^=javascript]") is None
    assert page.title() == f"{name.removesuffix('.html').title()} · Conflict knowledge graph"


@pytest.mark.parametrize("name", ["timeline.html", "map.html"])
def test_a_phone_is_not_scrolled_sideways(open_page: Open, name: str) -> None:
    page = open_page(name, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_map_counts_events_by_place_and_lists_what_has_no_coordinates(open_page: Open) -> None:
    page = open_page("map.html")
    marks = on_map(page)
    assert marks["Brenik"] == marks["north of Brenik"] == marks["Darsk"] == marks["Ukraine"] == 1
    assert "Lost village" not in marks
    assert "Lost village" in page.inner_text("#lost")
    assert "Natural Earth" in page.inner_text(".credit")
    assert "GeoNames" in page.inner_text(".credit")


def test_map_draws_areas_by_precision_and_sides_as_sectors(open_page: Open) -> None:
    page = open_page("map.html")
    radii = page.eval_on_selector_all("#map circle.area", "all => all.map(one => Number(one.getAttribute('r')))")
    assert max(radii) > 5 * min(radii)
    assert page.locator("#map path.area.beside").count() == 1
    assert page.locator("#map path.area:not(.beside)").count() == 1


def test_map_filters(open_page: Open) -> None:
    page = open_page("map.html")
    page.select_option("[name=status]", "planned")
    assert on_map(page) == {"Darsk": 1}
    page.select_option("[name=status]", "")
    page.select_option("[name=type]", "Shelling")
    assert on_map(page) == {"Brenik": 1, "north of Brenik": 1}


def test_map_time_slider_and_play(open_page: Open) -> None:
    page = open_page("map.html")
    last = int(str(page.get_attribute("#until", "max")))
    page.fill("#from", str(last - 1))
    assert set(on_map(page)) == {"Darsk", "Ukraine"}
    assert page.inner_text("#from-day") == "2031-04-02"
    page.click("#play")
    assert page.get_attribute("#play", "aria-pressed") == "true"
    wait(page, "document.querySelector('#play').getAttribute('aria-pressed') === 'false'")
    assert page.input_value("#until") == str(last)


def test_map_by_keyboard(open_page: Open) -> None:
    page = open_page("map.html")
    page.focus("#map")
    before = page.evaluate("window.kgMap.view.width")
    page.keyboard.press("+")
    assert page.evaluate("window.kgMap.view.width") < before
    page.keyboard.press("Home")
    wait(page, "window.kgMap.view.width === 1000")


def test_a_place_opens_its_events_and_they_their_sentences(open_page: Open) -> None:
    page = open_page("map.html")
    page.click("#list button:text-is('Darsk')")
    page.click("#site-panel button.link")
    assert "Sentence 4." in page.inner_text("#site-panel")


def test_ten_thousand_events_are_counted_when_seen_from_afar(open_page: Open, tmp_path: Path) -> None:
    day = date(2030, 1, 1)
    many = [
        occurrence(number, ("Talks", "Shelling", "Visit")[number % 3], (day + timedelta(days=number % 900)).isoformat())
        for number in range(10_000)
    ]
    pages = pages_of(many, (), ())
    assert all(len(text.encode()) < 5_000_000 for text in pages.values())
    page = open_page("timeline.html", folder=write(tmp_path, pages))
    page.click("[data-do=all]")
    wait(page, "document.querySelector('#summary').textContent.startsWith('10000 of')")
    assert 0 < page.locator("#timeline .column").count() < 2000
    assert page.locator("#timeline .item").count() == 0


def test_happenings_lie_in_as_many_files_as_their_size_asks_for(open_page: Open, tmp_path: Path) -> None:
    pages = pages_of(OCCURRENCES, HOLDINGS, AREAS, limit=800)
    parts = [text for name, text in pages.items() if name.startswith("data/happenings")]
    assert len(parts) > 2
    assert max(map(len, parts[:-1])) < len(pages_of(OCCURRENCES, HOLDINGS, AREAS)["data/happenings.js"])
    folder = write(tmp_path, pages)
    page = whole(open_page("timeline.html", folder=folder))
    assert shown(page).startswith("6 of 7 events, 1 posts")
    assert page.locator("#timeline .item").count() == 7
    page = open_page("map.html", folder=folder)
    page.click("#list button:text-is('Darsk')")
    page.click("#site-panel button.link")
    assert "Sentence 4." in page.inner_text("#site-panel")


def test_a_file_of_happenings_holds_no_more_than_the_limit_and_one_row() -> None:
    many = [occurrence(number, "Talks", "2030-01-01") for number in range(500)]
    pages = pages_of(many, (), (), limit=20_000)
    sizes = [len(text.encode()) for name, text in pages.items() if name.startswith("data/happenings")]
    assert len(sizes) > 2
    assert max(sizes) < 25_000


def test_an_empty_graph_has_pages_too(open_page: Open, tmp_path: Path) -> None:
    folder = write(tmp_path, pages_of((), (), ()))
    assert shown(open_page("timeline.html", folder=folder)).startswith("0 of 0 events")
    assert shown(open_page("map.html", folder=folder)).startswith("0 of 0 events")


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert pages_of(OCCURRENCES, HOLDINGS, AREAS) == pages_of(OCCURRENCES, HOLDINGS, AREAS)
