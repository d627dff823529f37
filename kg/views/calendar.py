"""The two pages along time and space, and the data that they load."""

from kg.analysis import areas, happenings, tenures
from kg.store import Store
from kg.views.basemap import outline
from kg.views.happenings_data import happenings_data
from kg.views.map import map_page, places_data
from kg.views.shell import data_file
from kg.views.timeline import timeline_page


def calendar_pages(store: Store) -> dict[str, str]:
    """Return the text of timeline.html, map.html and their data, by path from the root of the site."""
    return {
        "timeline.html": timeline_page(),
        "map.html": map_page(),
        "data/happenings.js": data_file("happenings", happenings_data(happenings(store), tenures(store))),
        "data/places.js": data_file("places", places_data(areas(store))),
        "data/basemap.js": data_file("basemap", outline()),
    }
