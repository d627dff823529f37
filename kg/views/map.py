"""The map page: where things happened, each place as wide as its precision leaves open."""

from collections.abc import Iterable, Sequence
from typing import Any

from kg.analysis import Area
from kg.views.addresses import page_of
from kg.views.basemap import ATTRIBUTION
from kg.views.map_svg import RADII, country_codes
from kg.views.shell import render
from kg.views.timeline import TOLD


def places_data(areas: Iterable[Area]) -> dict[str, Any]:
    """Return one value for JSON: each place with its coordinates, or the country on the base map that it is."""
    codes = country_codes()
    return {
        "radii": RADII,
        "places": [
            [
                area.iri,
                area.name,
                area.within,
                area.longitude,
                area.latitude,
                area.precision,
                codes.get(area.iri, "") if area.kind == "country" else "",
                page_of(area.iri),
            ]
            for area in areas
        ],
    }


def map_page(parts: Sequence[str]) -> str:
    """Return the page; it loads data/NAME.js for each of `parts`, places.js (`places_data`) and basemap.js."""
    radii = {precision: round(radius) for precision, radius in RADII.items()}
    return render("map.html", title="Map", active="map", parts=parts, told=TOLD, attribution=ATTRIBUTION, radii=radii)
