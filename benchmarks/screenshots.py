"""The pictures in docs/: real pages, and the query page of `kg serve`, in a real browser.

    kg build data/articles -w /tmp/pictures && kg view -w /tmp/pictures
    python benchmarks/screenshots.py /tmp/pictures

Needs Chromium; asks no host but `kg serve` on this computer for anything.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = {
    "overview": "site/index.html",
    "network": "site/network.html",
    "timeline": "site/timeline.html",
    "map": "site/map.html",
    "query": "#named=delegations&country=Lethuria",
}
"""Files in docs/ (without .png) and the pages they show."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def serving(workspace: Path) -> Iterator[str]:
    """Run `kg serve` on a free port; give its address."""
    command = [sys.executable, "-m", "kg", "serve", "--workspace", str(workspace), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own program
        try:
            yield server.stdout.readline().strip() if server.stdout else ""
        finally:
            server.terminate()


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path, help="A workspace in which kg view has written the pages.")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--out", type=Path, default=DOCS)
    given = parser.parse_args()
    with serving(given.workspace) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=FLAGS)
        page = browser.new_context(
            color_scheme="light", reduced_motion="reduce", viewport={"width": 1280, "height": 800}
        ).new_page()
        for name, path in PICTURES.items():
            page.goto(address + path)
            page.wait_for_timeout(1_500)
            page.screenshot(path=given.out / f"{name}.png")
            print(given.out / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
