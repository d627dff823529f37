"""What notebooks show of our objects is closed in itself: VS Code puts it into a webview, JupyterLab into its page."""

import re
from html import unescape
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import kg
from kg.analysis import centrality, happenings
from kg.analysis.calendar import areas
from kg.views import Figure, figures_picture, map_picture, network_page, network_picture, timeline_picture
from tests.web.running import fresh_workspace

ACTIVE = {"script", "iframe", "object", "embed", "link", "style", "base", "meta", "form", "img", "video", "audio"}
HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
SHOWN = {"Page", "Picture", "Results", "Rows", "Workspace"}


class Parts(HTMLParser):
    """The elements of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> kg.Workspace:
    return kg.Workspace(fresh_workspace(tmp_path_factory.mktemp("shown") / "ws"))


def shown(workspace: kg.Workspace) -> dict[str, str | None]:
    """Return what a notebook shows of each kind of object."""
    network = workspace.network()
    return {
        "Workspace": workspace._repr_html_(),
        "no workspace": kg.Workspace(HOSTILE)._repr_html_(),
        "Rows": workspace.query("people")._repr_html_(),
        "hostile rows": workspace.query(f"SELECT ?a {{ BIND('{HOSTILE}' AS ?a) }}")._repr_html_(),
        "Results": centrality(network)._repr_html_(),
        "network": network_picture(network)._repr_svg_(),
        "timeline": timeline_picture(happenings(workspace.graph))._repr_svg_(),
        "map": map_picture(areas(workspace.graph))._repr_svg_(),
        "figures": figures_picture([Figure(name=HOSTILE, low=1, best=2, high=3)])._repr_svg_(),
    }


def test_tables_and_pictures_hold_nothing_that_runs_or_loads(workspace: kg.Workspace) -> None:
    for name, html in shown(workspace).items():
        assert html, name
        parts = Parts(html)
        assert ACTIVE.isdisjoint(tag for tag, _ in parts.found), name
        for tag, attributes in parts.found:
            assert not any(attribute.startswith("on") for attribute in attributes), (name, tag)
            assert {"src", "href", "xlink:href", "data", "action", "srcdoc"}.isdisjoint(attributes), (name, tag)
        assert not re.search(r"(?:url\(|@import|file:|javascript:)", html), name


def test_a_page_is_one_frame_that_holds_all_of_itself(workspace: kg.Workspace) -> None:
    html = network_page(workspace.network())._repr_html_()
    ((tag, attributes),) = Parts(html).found
    assert tag == "iframe"
    assert "src" not in attributes
    assert attributes["sandbox"] == "allow-scripts"  # and so no access to the notebook, its files or its cookies
    inside = Parts(unescape(str(attributes["srcdoc"])))
    addresses = [value for _, found in inside.found for name, value in found.items() if name in {"src", "href"}]
    assert [address for address in addresses if address and not address.startswith(("data:", "#"))] == []


def test_every_object_that_notebooks_show_is_tested_here() -> None:
    found = set()
    for module in walk_packages([str(Path(kg.__file__).parent)], prefix="kg."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, type) and value.__module__.startswith("kg."):
                found |= {name for method in ("_repr_html_", "_repr_svg_") if method in vars(value)}
    assert found == SHOWN
