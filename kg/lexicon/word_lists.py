"""Word lists that rules of names and coreference read, each with what it is for."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.loader import read_entries
from kg.resources import lexicon_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class WordList:
    """One list of lower-case words (lemmas where a rule looks at verbs and nouns); `what` says what belongs in it."""

    list: str
    words: tuple[str, ...]
    what: str
    example: str


@cache
def word_lists() -> tuple[WordList, ...]:
    """Return all lists of `word_lists.jsonl`."""
    return read_entries(lexicon_folder() / "word_lists.jsonl", WordList)


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of the list `name`.

    Raises:
        KeyError: there is no such list.
    """
    return {entry.list: frozenset(entry.words) for entry in word_lists()}[name]
