"""The world outline that the pages draw on: borders of Natural Earth (public domain) to a hundredth of a degree."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from kg.resources import basemap_file

ATTRIBUTION = (
    "Borders: Natural Earth (public domain), Crimea as the United Nations see it; the lines are no statement of ours "
    "about whose land it is. "
    "Coordinates: GeoNames (CC BY 4.0)."
)
"""What every map says below itself."""

NORTHERNMOST = 83.0
"""Degrees: the Mercator projection has no end; beyond this nothing is drawn."""

HALF = 180.0
"""Degrees of half the way around."""

type Ring = tuple[tuple[float, float], ...]


@cache
def outline() -> dict[str, Any]:
    """Return the file as it is: `step`, `arcs` and `countries`, for pages that decode it themselves."""
    loaded: dict[str, Any] = json.loads(basemap_file().read_text(encoding="utf-8"))
    return loaded


@cache
def countries() -> dict[str, tuple[Ring, ...]]:
    """Return the rings (longitude, latitude) of each country by its two letters in lower case ("ua")."""
    data = outline()
    arcs = [_points(arc, data["step"]) for arc in data["arcs"]]
    return {
        code: tuple(_ring(ring, arcs) for rings in polygons for ring in rings)
        for code, polygons in data["countries"].items()
    }


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Return a point of the Web Mercator projection, 0 to 1000 from west to east and downwards.

    >>> mercator(0, 0)
    (500.0, 500.0)
    """
    capped = math.radians(max(-NORTHERNMOST, min(NORTHERNMOST, latitude)))
    down = math.log(math.tan(math.pi / 4 + capped / 2)) / (2 * math.pi)
    return round((longitude + 180) / 360 * 1000, 4), round(500 - down * 1000, 4)


def kilometre(latitude: float) -> float:
    """Return how long a kilometre is on the map of `mercator` at a latitude: circles stay circles, but grow."""
    return 1000 / (40_075 * math.cos(math.radians(max(-NORTHERNMOST, min(NORTHERNMOST, latitude)))))


def bounds(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of `rings`."""
    points = [point for ring in rings for point in ring]
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def _points(arc: Sequence[int], step: float) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for across, up in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x * step, y * step))
    return points


def _ring(numbers: Sequence[int], arcs: Sequence[list[tuple[float, float]]]) -> Ring:
    ring: list[tuple[float, float]] = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return _unrolled(ring)


def _unrolled(ring: Sequence[tuple[float, float]]) -> Ring:
    """Return `ring` without jumps from 180 degrees east to 180 degrees west: it goes on beyond 180 instead."""
    turns, before = 0, ring[0][0]
    unrolled = []
    for x, y in ring:
        if abs(x - before) > HALF:
            turns += 1 if x < before else -1
        before = x
        unrolled.append((x + 2 * HALF * turns, y))
    shift = 2 * HALF if min(x for x, _ in unrolled) < -HALF else 0.0
    return tuple((x + shift, y) for x, y in unrolled)
