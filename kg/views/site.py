"""The folder of pages that `kg view` writes."""

from pathlib import Path

from kg.analysis import actor_network
from kg.store import Store
from kg.views.network import network_page


def write_site(store: Store, out: Path) -> list[Path]:
    """Write the pages for what is in `store` into the folder `out` (made when missing) and return their paths."""
    out.mkdir(parents=True, exist_ok=True)
    page = out / "network.html"
    page.write_text(network_page(actor_network(store)), encoding="utf-8")
    return [page]
