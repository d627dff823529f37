"""A small map that does not move: places as areas on the borders around them, as one SVG element."""

from collections.abc import Iterable, Sequence
from functools import cache

from markupsafe import Markup, escape

from kg.analysis import Area
from kg.resolve.keys import country_key
from kg.views.basemap import Ring, bounds, countries, kilometre, mercator
from kg.views.picture import Picture
from kg.vocabulary import PREFIXES

RADII = {"point": 2.0, "city": 8.0, "district": 30.0, "region": 90.0}
"""Kilometres around the coordinates of a place that it is drawn with: what its precision leaves open."""

SMALLEST = 4.0
"""Kilometres: a map of one village shows at least some forty times this, so that a border or a coast is in sight."""

WIDEST = 40.0
"""Width of the map (the world is 1000 wide) up to which room is left around a place: a country needs none."""

FINE = 0.0025
"""Points nearer to each other than this part of the map's width are one point: no screen would tell them apart."""

_STYLE = Markup('fill="var(--place, #2f7a4d)" fill-opacity="0.3" stroke="var(--place, #2f7a4d)"')

type Box = tuple[float, float, float, float]


def draw(areas: Iterable[Area], *, width: int = 640, height: int = 360, title: str = "Map") -> Picture:
    """Return an SVG of `areas`, each as wide as it is uncertain; those that have no place on the map are left out.

    Colours are the variables of the site's style sheet with plain ones to fall back on, so that it stands alone, too.
    Empty when nothing can be drawn.
    """
    drawn = sorted({area.iri: area for area in areas if _box(area)}.values(), key=lambda area: (area.name, area.iri))
    if not drawn:
        return Picture()
    view = _view([box for area in drawn if (box := _box(area))], width / height)
    scale = width / view[2]
    marks = Markup("").join(_mark(area, scale, view) for area in drawn)
    names = escape(", ".join(area.name for area in drawn))
    return Picture(
        Markup(
            '<svg class="small-map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
            ' aria-label="{title}: {names}" font-family="system-ui, sans-serif" font-size="12"><title>{title}</title>'
            '<rect width="{width}" height="{height}" fill="var(--ground, #f4f6f8)"/>'
            '<path d="{land}" fill="var(--surface, #fff)" stroke="var(--line, #b9bec6)" stroke-width="0.8"/>'
            "{marks}</svg>"
        ).format(width=width, height=height, title=title, names=names, land=_land(view, scale), marks=marks)
    )


@cache
def country_codes() -> dict[str, str]:
    """Return the two letters of each country on the base map by its IRI in the graph."""
    return {PREFIXES["id"] + country_key(code): code for code in countries()}


def _box(area: Area) -> Box | None:
    """Return left, top, right and bottom of `area` on the map, None when it has no place there."""
    if area.longitude is not None and area.latitude is not None:
        x, y = mercator(area.longitude, area.latitude)
        reach = max(SMALLEST, RADII.get(area.precision, RADII["city"])) * kilometre(area.latitude)
        return x - reach, y - reach, x + reach, y + reach
    code = country_codes().get(area.iri) if area.kind == "country" else None
    if code is None:
        return None
    west, south, east, north = bounds([_mainland(countries()[code])])
    return (*mercator(west, north), *mercator(east, south))


def _mainland(rings: Sequence[Ring]) -> Ring:
    """Return the widest ring: islands far away would make the map of a country a map of the world."""

    def size(ring: Ring) -> float:
        west, south, east, north = bounds([ring])
        return (east - west) * (north - south)

    return max(rings, key=size)


def _view(boxes: Sequence[Box], shape: float) -> Box:
    """Return left, top, width and height of the map: all boxes, some room around them, in the wanted shape."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    around = min(20 * (boxes[0][2] - boxes[0][0]) / len(boxes), WIDEST)
    wide = max((right - left) * 1.3, (bottom - top) * 1.3 * shape, around, 2.0)
    wide = min(wide, 1000.0)
    tall = wide / shape
    return (left + right) / 2 - wide / 2, (top + bottom) / 2 - tall / 2, wide, tall


def _mark(area: Area, scale: float, view: Box) -> Markup:
    box = _box(area)
    if box is None:  # for the type checker: draw leaves these out
        return Markup()
    x, y = ((box[0] + box[2]) / 2 - view[0]) * scale, ((box[1] + box[3]) / 2 - view[1]) * scale
    if area.longitude is None or area.latitude is None:
        shape = Markup('<path d="{}" {}/>').format(_path(country_codes()[area.iri], view, scale), _STYLE)
    else:
        radius = max(3.0, RADII.get(area.precision, RADII["city"]) * kilometre(area.latitude) * scale)
        shape = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" {}/>').format(x, y, radius, _STYLE)
    name = area.name if len(area.name) <= 30 else area.name[:29] + "…"  # noqa: PLR2004  as long as fits
    return shape + Markup(
        '<text x="{:.1f}" y="{:.1f}" fill="var(--ink, #1c1f24)" paint-order="stroke"'
        ' stroke="var(--surface, #fff)" stroke-width="3" unicode-bidi="isolate">{}</text>'
    ).format(x + 6, y - 6, name)


def _land(view: Box, scale: float) -> str:
    """Return the path of every border in `view`."""
    return "".join(_path(code, view, scale) for code in sorted(countries()))


def _path(code: str, view: Box, scale: float) -> str:
    parts = []
    for (left, top, right, bottom), ring in _projected(code):
        if right < view[0] or left > view[0] + view[2] or bottom < view[1] or top > view[1] + view[3]:
            continue
        points = _thinned(ring, view)
        if len(points) > 2:  # noqa: PLR2004  fewer are no area
            parts.append("M" + "L".join(f"{(x - view[0]) * scale:.1f} {(y - view[1]) * scale:.1f}" for x, y in points))
    return "Z".join(parts) + "Z" if parts else ""


@cache
def _projected(code: str) -> tuple[tuple[Box, tuple[tuple[float, float], ...]], ...]:
    """Return the rings of a country on the map, each with its left, top, right and bottom: every picture asks them."""
    found = []
    for ring in countries()[code]:
        west, south, east, north = bounds([ring])
        found.append(((*mercator(west, north), *mercator(east, south)), tuple(mercator(*point) for point in ring)))
    return tuple(found)


def _thinned(points: Sequence[tuple[float, float]], view: Box) -> list[tuple[float, float]]:
    """Return `points` that are far enough apart; far outside of `view` a few do, since only their line matters."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        outside = max(view[0] - x, x - view[0] - view[2], view[1] - y, y - view[1] - view[3], 0.0)
        least = FINE * view[2] + outside / 4
        if not kept or max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= least:
            kept.append((x, y))
    return kept
