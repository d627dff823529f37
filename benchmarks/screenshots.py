"""The pictures in docs/: real pages of a site in a real browser.

    kg build data/articles -w /tmp/pictures && kg view -w /tmp/pictures
    python benchmarks/screenshots.py /tmp/pictures/site

Needs Chromium; asks no network for anything.
"""

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = {"overview": "index.html", "network": "network.html", "timeline": "timeline.html", "map": "map.html"}
"""Files in docs/ (without .png) and the pages they show."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="The folder that kg view wrote.")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--out", type=Path, default=DOCS)
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=FLAGS)
        page = browser.new_context(
            offline=True, color_scheme="light", reduced_motion="reduce", viewport={"width": 1280, "height": 800}
        ).new_page()
        for name, file in PICTURES.items():
            page.goto((given.site / file).resolve().as_uri())
            page.wait_for_timeout(1_500)
            page.screenshot(path=given.out / f"{name}.png")
            print(given.out / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
