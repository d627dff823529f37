"""Regions, seas and sites that news of conflict names and that no list of towns holds."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One place with its centre in WGS 84 degrees; `precision` says how large the place around it is."""

    name: str
    type: Literal["Place", "Facility"]
    aliases: tuple[str, ...]
    country: str | None
    lat: float
    lon: float
    precision: Literal["point", "city", "district", "region", "country"]
    example: str


@cache
def places() -> tuple[Place, ...]:
    """Return all places of `places.jsonl`."""
    return read_entries(lexicon_folder() / "places.jsonl", Place)
