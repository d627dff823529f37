"""Organizations that conflict news names without explaining them: armed groups, agencies, bodies, parties, media."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Organization:
    """One organization; `type` is a class of the ontology, `country` the ISO code of the state it belongs to.

    `common` are those of its names that other bodies bear too ("Security Council"): they mean it only in a text that
    has one of the words `shown_by`.
    """

    name: str
    type: str
    aliases: tuple[str, ...]
    country: str | None
    example: str
    common: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationKind:
    """A word that tells what an organization is when its name holds it ("... Ministry" is a GovernmentBody).

    `position` says where in the name the word must stand.
    """

    word: str
    type: str
    position: str
    example: str


@cache
def organizations() -> tuple[Organization, ...]:
    """Return all organizations of `organizations.jsonl`."""
    return read_entries(lexicon_folder() / "organizations.jsonl", Organization)


@cache
def organization_kinds() -> tuple[OrganizationKind, ...]:
    """Return the words of `organization_kinds.jsonl`, in the order in which they are tried."""
    return read_entries(lexicon_folder() / "organization_kinds.jsonl", OrganizationKind)
