"""The two pages along time and space, and the data that they load."""

from collections.abc import Iterable

from kg.analysis import Area, Holding, Occurrence, areas, happenings, tenures
from kg.store import Store
from kg.views.basemap import outline
from kg.views.happenings_data import PART, happenings_parts
from kg.views.map import map_page, places_data
from kg.views.shell import data_file
from kg.views.timeline import timeline_page


def calendar_pages(store: Store) -> dict[str, str]:
    """Return the text of timeline.html, map.html and their data, by path from the root of the site."""
    return pages_of(happenings(store), tenures(store), areas(store))


def pages_of(
    occurrences: Iterable[Occurrence], holdings: Iterable[Holding], places: Iterable[Area], *, limit: int = PART
) -> dict[str, str]:
    """Return the same for what was gathered already; `limit` is about how many bytes a file of happenings may have."""
    parts = happenings_parts(occurrences, holdings, limit=limit)
    return {
        "timeline.html": timeline_page(tuple(parts)),
        "map.html": map_page(tuple(parts)),
        **{f"data/{name}.js": data_file(name, value) for name, value in parts.items()},
        "data/places.js": data_file("places", places_data(places)),
        "data/basemap.js": data_file("basemap", outline()),
    }
