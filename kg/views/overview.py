"""The first page of the site, and what the search of every page looks through."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.analysis.calendar import Occurrence
from kg.analysis.overview import MOST, Overview, overview
from kg.store import Store
from kg.views.addresses import page_of
from kg.views.shell import data_file, render

LONGEST = 400
"""Characters of a sentence or name on the first page: more is cut; the dossier has it whole."""

type Entry = tuple[str, str, str, str, str]


def write_overview(store: Store, out: Path) -> list[Path]:
    """Write index.html and data/search.js, which link to those pages of things that are in `out` already."""
    found = overview(store)
    pages = frozenset(path.relative_to(out).as_posix() for path in (out / "things").glob("*.html"))
    page = out / "index.html"
    page.write_text(overview_page(found, pages), encoding="utf-8")
    data = out / "data" / "search.js"
    data.parent.mkdir(exist_ok=True)
    data.write_text(data_file("search", search_entries(found, pages)), encoding="utf-8")
    return [page, data]


def overview_page(found: Overview, pages: frozenset[str]) -> str:
    """Return the first page; a thing has a link to its page if that is one of `pages`, else to where it is found."""

    def link(iri: str, name: str = "") -> str:
        return page if (page := page_of(iri)) in pages else found_at(name)

    context: dict[str, Any] = {"found": found, "link": link, "words": words, "short": short, "when": when, "most": MOST}
    context["class_bars"] = [(words(name), number) for name, number, _ in found.event_classes[: 2 * MOST]]
    return render("overview.html", title="Overview", active="overview", **context)


def search_entries(found: Overview, pages: frozenset[str]) -> list[Entry]:
    """Return name, kind, type, address and other names: things, the best known first, then events, the latest first.

    Those without a page lead to the timeline if that shows them, and are left out if nothing does.
    """
    things = [
        (thing.name, thing.kind, words(thing.type), page if page in pages else found_at(thing.name), thing.aliases)
        for thing in found.things
        if (page := page_of(thing.iri)) in pages or thing.events or thing.kind == "person"
    ]
    events = [
        (label(one), "event", words(one.type), page, when(one) + " " + one.modality)
        for one in sorted(found.events, key=lambda one: (one.latest, one.iri), reverse=True)
        if (page := page_of(one.iri)) in pages
    ]
    return things + events


def found_at(name: str) -> str:
    """Return the address of the timeline of what is called `name` (site.js fills in the filter), "" without a name."""
    return f"timeline.html#find={quote(name)}" if 0 < len(name) <= LONGEST else ""


def label(one: Occurrence) -> str:
    """Return what an event is called: its kind, parties and places."""
    parties = ", ".join(dict.fromkeys(party.name for party in one.parties))
    spots = ", ".join(dict.fromkeys(spot.name for spot in one.spots))
    return words(one.type) + (f": {parties}" if parties else "") + (f" ({spots})" if spots else "")


def words(name: str) -> str:
    """Return the name of a class as people write it.

    >>> words("ArmedGroup"), words("Feature")
    ('Armed group', 'Place')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().capitalize()
    return "Place" if spaced == "Feature" else spaced


def when(one: Occurrence) -> str:
    """Return the day or days of an event."""
    return one.earliest if one.earliest == one.latest else f"{one.earliest} to {one.latest}"


def short(text: str) -> str:
    """Return `text`, or its beginning when it is longer than a reader of a summary wants."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
