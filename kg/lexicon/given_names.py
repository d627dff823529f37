"""Given names and the gender of the people who usually bear them: for pronouns and for telling people from bodies."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenName:
    """One given name that is borne by people of one gender nearly always."""

    name: str
    gender: Literal["male", "female"]
    example: str


@cache
def given_names() -> dict[str, Literal["male", "female"]]:
    """Return the gender of each given name of `given_names.jsonl`."""
    return {entry.name: entry.gender for entry in read_entries(lexicon_folder() / "given_names.jsonl", GivenName)}
