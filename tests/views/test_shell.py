"""The shell: pages escape what they are given, data cannot end its element, addresses are the same in every run."""

import json
import re

import pytest

from kg.resources import templates_folder
from kg.views.addresses import page_of
from kg.views.shell import NAVIGATION, data_file, embedded, is_web_address, render

HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u2028\u202e&'


def test_a_title_stays_text_and_the_page_is_marked_in_the_bar() -> None:
    page = render("shell.html", title=HOSTILE, active="map", depth=1)
    assert "<img" not in page
    assert page.count("<script") == 1
    assert '<a href="../map.html" aria-current="page">Map</a>' in page
    assert 'href="../assets/site.css"' in page


def test_data_in_a_page_cannot_end_its_element_and_reads_back() -> None:
    text = embedded({"name": HOSTILE})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"name": HOSTILE}


def test_a_data_file_calls_the_reader_with_the_value() -> None:
    text = data_file("search", [HOSTILE])
    found = re.fullmatch(r'kgData\("search", (.*)\);\n', text)
    assert found is not None
    assert json.loads(found[1]) == [HOSTILE]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", "//example.org"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web_address(url)


def test_web_addresses_become_links() -> None:
    assert is_web_address("HTTPS://example.org/a")
    assert is_web_address("http://example.org/a")


def test_pages_of_things_differ_and_are_plain_file_names() -> None:
    pages = {page_of(f"https://example.org/{i}") for i in range(2000)}
    assert len(pages) == 2000
    assert all(re.fullmatch(r"things/[0-9a-f]{16}\.html", page) for page in pages)


def themes() -> dict[str, dict[str, str]]:
    """Return the colours of the style sheet by theme, as it writes them."""
    style = (templates_folder() / "site.css").read_text(encoding="utf-8")
    blocks = re.findall(r"^( *:root[^{]*)\{\s*color-scheme: (\w+);([^}]*)\}", style, flags=re.MULTILINE)
    found = {
        f"{scheme} {selector.strip()}": dict(re.findall(r"--(\w+): (#\w+);", rest)) for selector, scheme, rest in blocks
    }
    assert len(found) == 4
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", themes())
@pytest.mark.parametrize(
    "name", ["ink", "muted", "accent", "warn", "person", "organization", "place", "event", "other"]
)
def test_every_text_colour_is_readable_in_every_theme(theme: str, name: str) -> None:
    colours = themes()[theme]
    assert min(contrast(colours[name], colours[ground]) for ground in ("ground", "surface")) >= 4.5


def test_the_dark_theme_is_the_same_by_choice_and_by_system() -> None:
    dark = [colours for name, colours in themes().items() if name.startswith("dark")]
    assert len(dark) == 2
    assert dark[0] == dark[1]


def test_the_bar_has_the_pages_of_the_site() -> None:
    assert [file for file, _ in NAVIGATION.values()] == ["index.html", "network.html", "timeline.html", "map.html"]
