"""Titles of posts, ranks and professions, and the words that stand before them ("deputy", "foreign", "former")."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

Category = Literal[
    "HeadOfState", "HeadOfGovernment", "Monarch", "Minister", "DeputyMinister", "Ambassador", "Envoy", "Spokesperson",
    "MilitaryCommander", "MilitaryOfficer", "Legislator", "PartyLeader", "Governor", "Mayor", "Judge", "Head", "Deputy",
    "Chair", "Member", "Founder", "Executive", "Official", "Advisor", "Analyst", "Journalist", "Activist",
    "Negotiator", "ReligiousLeader", "RebelLeader", "PoliceOfficer", "Doctor", "Academic",
    "Candidate",
]  # fmt: skip
"""The role categories of the ontology."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Title:
    """One title, in lower case.

    `of` says what a holder holds it in: a country ("king"), an organization ("rector"), either, or nothing ("pope").
    `holder` is true where "the president" alone can stand for a person the article names. `before_name` is true where
    the title can precede a name ("President Biden"). `guard` keeps other senses out: `noun` asks for a noun,
    `complement` for a body the post belongs to ("the head of", "NATO chief"), `capital` for a capital and a name
    ("Major Smith").
    `forms` are other spellings and abbreviations of the same title.
    """

    title: str
    plural: str
    category: Category
    of: Literal["country", "organization", "any", "none"]
    holder: bool
    before_name: bool
    guard: Literal["noun", "complement", "capital"]
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TitleModifier:
    """A word before a title, in lower case.

    A `field` ("foreign", "police") or a `rank` ("deputy", "chief") belongs to the post; a `status` word ("former") does
    not, and says whether the holder still holds it; a `doubt` ("alleged") leaves open whether he ever did.
    """

    word: str
    kind: Literal["field", "rank", "status", "doubt"]
    status: Literal["current", "former", "acting", "incoming"] | None
    example: str


@cache
def titles() -> tuple[Title, ...]:
    """Return all titles of `titles.jsonl`."""
    return read_entries(lexicon_folder() / "titles.jsonl", Title)


@cache
def title_by_name() -> dict[str, Title]:
    """Return the titles by their lower-case singular, which `kg_titles` gives as `kb_id_` of a span."""
    return {title.title: title for title in titles()}


@cache
def title_by_form() -> dict[str, Title]:
    """Return the titles by every lower-case form of their singular: "minister of defence" too."""
    return {form: title for title in titles() for form in (*title.forms, title.title)}


@cache
def title_modifiers() -> tuple[TitleModifier, ...]:
    """Return all words of `title_modifiers.jsonl`."""
    return read_entries(lexicon_folder() / "title_modifiers.jsonl", TitleModifier)


@cache
def status_words() -> dict[str, str]:
    """Return the status that each word before a title gives its holder."""
    return {entry.word: entry.status for entry in title_modifiers() if entry.status is not None}


@cache
def doubt_words() -> frozenset[str]:
    """Return the words before a title that leave open whether the holder holds it."""
    return frozenset(entry.word for entry in title_modifiers() if entry.kind == "doubt")
