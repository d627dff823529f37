"""The dossier pages of the site: one for each person, body, place and happening."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.analysis import Area, Holding, Occurrence, Party, Spot
from kg.analysis.dossier import dossiers
from kg.analysis.dossier_records import Dossier, Event
from kg.store import Store
from kg.views import dossier_words, map_svg, timeline_svg
from kg.views.addresses import page_of
from kg.views.overview import words
from kg.views.picture import Picture
from kg.views.shell import render

MOST = {"events": 400, "remarks": 150, "articles": 500}
"""Rows of one list on a page: the page says how many more there are and how to ask for them."""


def write_dossiers(store: Store, out: Path) -> list[Path]:
    """Write things/HASH.html for everything in `store`."""
    (out / "things").mkdir(parents=True, exist_ok=True)
    paths = []
    for iri, dossier in dossiers(store).items():
        path = out / page_of(iri)
        path.write_text(dossier_page(dossier), encoding="utf-8")
        paths.append(path)
    return paths


def dossier_page(dossier: Dossier) -> str:
    """Return the page of one thing or happening."""
    context = dossier_context(dossier, href=lambda iri: f"../{page_of(iri)}")
    return render("dossier.html", title=context["heading"], active="", depth=1, **context)


def dossier_context(dossier: Dossier, *, href: Callable[[str], str]) -> dict[str, Any]:
    """Return what the templates of a dossier show; `href` gives the address of a thing's page, "" for no link."""
    return {
        "one": dossier,
        "heading": heading(dossier),
        "href": href,
        "say": dossier_words,
        "words": words,
        "cut": dossier_words.cut,
        "most": MOST,
        "summary": dossier_words.summary(dossier),
        "groups": event_groups(dossier),
        "tolled": [event for event in dossier.events if event.tolls or event.claims],
        "timeline": timeline(dossier),
        "map": small_map(dossier.areas),
    }


def heading(dossier: Dossier) -> str:
    """Return what the thing or happening is called."""
    return dossier_words.cut(dossier_words.label(dossier.events[0]) if dossier.kind == "event" else dossier.name)


def event_groups(dossier: Dossier) -> list[tuple[str, str, tuple[Event, ...]]]:
    """Return the events as (key, heading, events): what happened apart from what was planned, and what is denied."""
    if dossier.kind == "event":
        return []
    happened = tuple(event for event in dossier.events if event.happened)
    denied = tuple(event for event in dossier.events if event.polarity == "negative")
    planned = tuple(event for event in dossier.events if not event.happened and event.polarity != "negative")
    groups = [
        ("happened", "Told as having happened", happened),
        ("planned", "Planned, proposed, demanded, threatened", planned),
        ("denied", "Said not to have happened", denied),
    ]
    return [group for group in groups if group[2]]


def timeline(dossier: Dossier) -> Picture:
    """Return the picture of the posts and events of a thing, empty where there are not two things to compare."""
    holdings: list[Holding] = [term.holding for term in dossier.terms if term.holding]
    dated = [event for event in dossier.events if event.earliest]
    if len(holdings) + len(dated) <= 1:
        return Picture()
    return timeline_svg.draw(map(occurrence, dated), holdings, width=860)


@lru_cache(maxsize=4096)
def small_map(areas: tuple[Area, ...]) -> Picture:
    """Return the map of `areas`; many events were at the same places."""
    return map_svg.draw(areas)


def occurrence(event: Event) -> Occurrence:
    """Return an event as pictures take it."""
    return Occurrence(
        iri=event.iri,
        type=event.type,
        earliest=event.earliest,
        latest=event.latest,
        modality=event.modality,
        polarity=event.polarity,
        parties=tuple(Party(iri=ref.iri, name=ref.name, role=role) for role, ref in event.parties),
        spots=tuple(Spot(iri=ref.iri, name=ref.name, relation=relation) for relation, ref in event.spots),
        evidence=(),
    )
