"""Lists of verbs and nouns that rules of events read, each with what it is for."""

from functools import cache

from kg.lexicon.loader import read_entries
from kg.lexicon.word_lists import WordList
from kg.resources import lexicon_folder


@cache
def event_lists() -> tuple[WordList, ...]:
    """Return all lists of `event_lists.jsonl`: lower-case lemmas."""
    return read_entries(lexicon_folder() / "event_lists.jsonl", WordList)


@cache
def event_list(name: str) -> frozenset[str]:
    """Return the words of the list `name`.

    Raises:
        KeyError: there is no such list.
    """
    return {entry.list: frozenset(entry.words) for entry in event_lists()}[name]
