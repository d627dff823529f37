"""The notebooks as files, and inside a real JupyterLab; that they run is tested by nbmake (`make test`)."""

import contextlib
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
START_WITHIN = 60.0
"""Seconds that JupyterLab may take to start on a busy machine."""


def code_cells(path: Path) -> list[dict[str, Any]]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def test_there_are_six_stories() -> None:
    assert len(NOTEBOOKS) >= 6


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_it_was_run_from_top_to_bottom(self, path: Path) -> None:
        cells = code_cells(path)
        assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
        assert not [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"]

    def test_a_reader_on_the_web_sees_results(self, path: Path) -> None:
        cells = code_cells(path)
        kinds = {kind for cell in cells for output in cell["outputs"] for kind in output.get("data", {})}
        assert {"text/html", "image/svg+xml"} & kinds
        assert sum(bool(cell["outputs"]) for cell in cells) >= len(cells) - 1

    def test_it_uses_only_what_is_public(self, path: Path) -> None:
        code = "\n".join("".join(cell["source"]) for cell in code_cells(path))
        assert set(re.findall(r"^(?:from|import) (\S+)", code, re.MULTILINE)) <= {
            *("kg", "kg.analysis", "kg.views", "pathlib"),
        }
        assert not re.search(r"\._\w", code)

    def test_it_names_no_folder_of_the_machine_it_ran_on(self, path: Path) -> None:
        assert str(FOLDER.parent) not in path.read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(?:tmp|home|root|Users)/", path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start JupyterLab on a copy of the notebooks, trusted as by somebody who ran them; return its address."""
    folder = tmp_path_factory.mktemp("lab")
    for path in NOTEBOOKS:
        shutil.copy(path, folder)
    subprocess.run([sys.executable, "-m", "jupyter", "trust", *folder.glob("*.ipynb")], check=True, capture_output=True)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    options = [f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=", "--no-browser"]
    options += [
        f"--ServerApp.root_dir={folder}",
        "--allow-root",
        "--LabApp.news_url=",
        "--ServerApp.open_browser=False",
    ]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *options], stdout=log, stderr=log)
    try:
        _wait_for(f"{address}/api/status", folder / "log")
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=60)  # it waits for its kernels, which takes long on a busy machine
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(address: str, log: Path) -> None:
    end = time.monotonic() + START_WITHIN
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:  # noqa: S310
            json.load(answer)
            return
        time.sleep(0.3)
    pytest.fail(f"JupyterLab did not start: {log.read_text(encoding='utf-8')[-800:]}")


def test_tables_pictures_and_pages_show_in_jupyterlab(lab: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1300, "height": 5000})
        page.goto(f"{lab}/lab/tree/05-networks.ipynb?reset")
        page.wait_for_selector(".jp-RenderedSVG svg, .jp-RenderedSVG img", timeout=90_000)
        page.wait_for_selector(".jp-RenderedHTMLCommon table")
        frame = page.frame_locator("iframe[title='Page made by kg']")
        frame.locator("canvas").wait_for(timeout=30_000)
        browser.close()
