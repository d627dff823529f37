"""How long the network page takes to be usable, in Chromium, for networks of many things.

    python benchmarks/network.py                      250, 2,000 and 10,000 things
    python benchmarks/network.py --size 50000 --slower 4

Prints seconds for writing the page, for opening it, and for drawing more; the run ends with status 1 if opening or
drawing takes longer than 3 seconds. The networks are made up: few things have many ties, most have few. Needs Chromium;
asks no network for anything.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import Page, sync_playwright

from kg.analysis import Evidence
from kg.views.network import network_pages
from kg.views.shell import write_assets
from kg.views.site import write_pages

LONGEST = 3.0
"""Seconds that a reader waits at most."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ROLES = ("actor", "target", "participant", "participant", "participant")


def main() -> None:
    """Measure each size and print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs="+", default=[250, 2_000, 10_000], help="Things: actors and events.")
    parser.add_argument("--slower", type=float, default=1, help="Slow the processor down by this factor.")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    slowest = 0.0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="kg-network-") as folder:
        browser = playwright.chromium.launch(executable_path=given.chromium, args=FLAGS)
        for size in given.size:
            began = time.perf_counter()
            files = network_pages(made_up(size))
            out = Path(folder) / str(size)
            write_assets(out)
            write_pages(files, out)
            print(f"{size:,} things: page written in {time.perf_counter() - began:.2f} s", end="; ")
            print(f"{max(len(text) for name, text in files.items() if name.startswith('data/')) / 1e6:.2f} MB of data")
            page = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": given.slower})
            for step, seconds, summary in measure(page, out / "network.html"):
                print(f"{seconds:>8.2f} s   {step}: {summary}")
                slowest = max(slowest, seconds)
            page.context.close()
        browser.close()
    sys.exit(slowest > LONGEST)


def measure(page: Page, path: Path) -> list[tuple[str, float, str]]:
    """Return what a reader does with the page, and how long each takes until it is drawn."""
    steps: list[tuple[str, float, str]] = []

    def timed(name: str, act: str) -> None:
        began = time.perf_counter()
        page.evaluate(f"async () => {{ {act}; await new Promise(r => requestAnimationFrame(() => setTimeout(r))); }}")
        steps.append((name, time.perf_counter() - began, page.inner_text("#summary").split(";")[0]))

    began = time.perf_counter()
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-settled]")
    timed("first picture", "")
    steps[0] = ("open", time.perf_counter() - began, steps[0][2])
    change = "dispatchEvent(new Event('input', {bubbles: true}))"
    timed("events as things", f"const v = document.getElementById('view'); v.value = 'events'; v.{change}")
    if page.query_selector("#load"):
        timed("load the rest", "await window.kgLoad('network-rest'); document.getElementById('load').click()")
    for drawn in (250, 2_000):
        timed(f"draw {drawn:,}", f"const m = document.getElementById('most'); m.value = {drawn}; m.{change}")
    timed("pan", "window.kgNetwork.network.moveTo({position: {x: 50, y: 50}})")
    return steps


def made_up(size: int) -> nx.MultiDiGraph:
    """Return a network of `size` things: a third actors, the rest events, each with up to five parties."""
    chance = random.Random(7)  # noqa: S311 - no secret
    graph = nx.MultiDiGraph()
    actors = [f"https://example.org/actor{i}" for i in range(max(2, size // 3))]
    for i, actor in enumerate(actors):
        kind = ("person", "organization", "place")[i % 3]
        type_ = "Country" if kind == "place" else kind.title()
        graph.add_node(actor, kind=kind, type=type_, label=f"Actor {i}", evidence=(), statements=())
    for i in range(size - len(actors)):
        event, type_ = f"https://example.org/event{i}", ("Talks", "Attack", "Accusation", "MilitaryAid")[i % 4]
        told = (sentence(i),)
        day = f"2031-{i % 12 + 1:02}-{i % 28 + 1:02}"
        attributes = {"earliest": day, "latest": day, "modality": "actual", "polarity": "positive"}
        graph.add_node(
            event, kind="event", type=type_, label=f"{type_} {day}", evidence=told, statements=(), **attributes
        )
        for role in ROLES[: 2 + i % 4]:
            actor = actors[int(len(actors) * chance.random() ** 3)]
            graph.add_edge(event, actor, f"party:{role}", tie="party", label=role, evidence=told)
    return graph


def sentence(number: int) -> Evidence:
    """Return one made-up sentence."""
    return Evidence(
        text=f"Sentence {number} tells that something took place between some of the actors of this made-up network.",
        confidence=0.5 + number % 50 / 100,
        article=f"https://example.org/article{number // 9}",
        headline=f"Report {number // 9}",
        publisher=f"Paper {number % 7}",
        published="2031-04-03",
        url="",
    )


if __name__ == "__main__":
    main()
