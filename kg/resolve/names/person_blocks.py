"""Short strings of which two names that may be one person's share one."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product

from kg.lexicon.names import name_words
from kg.resolve.names.known import known_as
from kg.resolve.names.person_names import PersonName, crowded_word, full_forms, is_given, masculine, person_name
from kg.resolve.names.spelling import skeletons
from kg.resolve.names.word_ties import first_letters


def person_blocks(text: str) -> Iterator[str]:
    """Give for a name what `blocks` returns.

    A full name has one for each two of its words and one for all together; every name has those of a word that may
    stand alone, or beside an initial.
    """
    yield from (f"known:{known}" for known in known_as("person", text))
    name = person_name(text)
    keys = [_keys(word) for word in name.full]
    for one, other in combinations(keys, 2):
        yield from ("p:" + "|".join(sorted(pair)) for pair in product(one, other))
    if len(keys) > 1:
        yield f"p:{min(skeletons(''.join(name.full)))}"
    if keys and (name.number or name.title in name_words("sovereign-titles")):
        yield from (f"s:{key}" for key in keys[0])
    for place in {0, len(name.words) - 1} if keys else ():
        yield from _of_word(name, place)


def _of_word(name: PersonName, place: int) -> Iterator[str]:
    """Give the blocks of a family name, or a given name that few bear, alone and with the initial of the first word."""
    word, rest = name.words[place], name.words[:place] + name.words[place + 1 :]
    if len(word) == 1:
        return
    if not crowded_word(word):
        yield from (f"f:{key}" for key in _keys(word))
    if rest and (place or not is_given(word)):
        yield from (f"i:{key}|{letter}" for key in _keys(word) for letter in first_letters(rest[0]))


@lru_cache(maxsize=131072)
def _keys(word: str) -> frozenset[str]:
    found = set(skeletons(word)) | set(skeletons(masculine(word)))
    for full in full_forms(word):
        found |= skeletons(full)
    return frozenset(found)
