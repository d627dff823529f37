"""The first page of the site, and what the search of every page looks through."""

from pathlib import Path

from kg.store import Store
from kg.views.shell import data_file, render


def write_overview(store: Store, out: Path) -> list[Path]:  # noqa: ARG001
    """Write index.html and data/search.js."""
    page = out / "index.html"
    page.write_text(render("overview.html", title="Overview", active="overview"), encoding="utf-8")
    data = out / "data" / "search.js"
    data.parent.mkdir(exist_ok=True)
    data.write_text(data_file("search", []), encoding="utf-8")
    return [page, data]
