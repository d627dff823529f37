"""Countries: names, adjectives, people and capitals, and which country a word stands for."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Country:
    """One country of today or of the past.

    `iso` is the ISO 3166-1 alpha-2 code, for a historical state a code of our own. `adjectives` are words like
    "Ukrainian", `people` plural nouns like "Ukrainians". `capitals` are the seats whose name can stand for the
    government ("Kyiv rejected the offer").
    """

    iso: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    historical: bool
    example: str


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries of `countries.jsonl`."""
    return read_entries(lexicon_folder() / "countries.jsonl", Country)


@cache
def country_by_iso() -> dict[str, Country]:
    """Return the countries by their code."""
    return {country.iso: country for country in countries()}
