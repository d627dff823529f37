"""What names of one person, organization or place have to do with each other: spellings, nicknames, former names."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder

NameKind = Literal["person", "org", "place"]


@dataclass(frozen=True, kw_only=True, slots=True)
class NameSpelling:
    """One given or family name and its spellings in Latin letters, also those by way of another language.

    `same_bearer` is true where one person is met under all of them (Sergei, Serhiy), false where each bearer keeps to
    one (Steven, Stephen).
    """

    name: str
    spellings: tuple[str, ...]
    same_bearer: bool
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Nickname:
    """A short form of given names: "Bill" of William."""

    nickname: str
    names: tuple[str, ...]
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FormerName:
    """A fact: what was called `former` (or one of `spellings`) has been called `later` since the day `since`."""

    kind: NameKind
    former: str
    later: str
    since: str
    country: str | None
    spellings: tuple[str, ...]
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherNames:
    """Names that stand for one thing at one time: acronyms, names in other languages, noms de guerre."""

    kind: NameKind
    country: str | None
    names: tuple[str, ...]
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CommonNames:
    """Given or family names that so many bear that one such name beside another does not tell who is meant."""

    part: Literal["given", "family"]
    where: str
    names: tuple[str, ...]
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NameWords:
    """One list of words, in lower case, that the comparing of names reads; `what` says what they are."""

    list: str
    words: tuple[str, ...]
    what: str
    example: str


@cache
def name_spellings() -> tuple[NameSpelling, ...]:
    """Return the entries of `name_spellings.jsonl`."""
    return read_entries(lexicon_folder() / "name_spellings.jsonl", NameSpelling)


@cache
def nicknames() -> tuple[Nickname, ...]:
    """Return the entries of `nicknames.jsonl`."""
    return read_entries(lexicon_folder() / "nicknames.jsonl", Nickname)


@cache
def former_names() -> tuple[FormerName, ...]:
    """Return the entries of `former_names.jsonl`."""
    return read_entries(lexicon_folder() / "former_names.jsonl", FormerName)


@cache
def other_names() -> tuple[OtherNames, ...]:
    """Return the entries of `other_names.jsonl`."""
    return read_entries(lexicon_folder() / "other_names.jsonl", OtherNames)


@cache
def common_names() -> tuple[CommonNames, ...]:
    """Return the entries of `common_names.jsonl`."""
    return read_entries(lexicon_folder() / "common_names.jsonl", CommonNames)


@cache
def name_words(name: str) -> frozenset[str]:
    """Return the words of the list `name` of `name_words.jsonl`."""
    return frozenset(_name_words()[name])


@cache
def name_word_lists(prefix: str) -> tuple[frozenset[str], ...]:
    """Return all lists whose name begins with `prefix`."""
    return tuple(frozenset(words) for name, words in _name_words().items() if name.startswith(prefix))


@cache
def _name_words() -> dict[str, tuple[str, ...]]:
    return {entry.list: entry.words for entry in read_entries(lexicon_folder() / "name_words.jsonl", NameWords)}
