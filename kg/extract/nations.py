"""Countries that no list has: a name with its adjective, before words that only a state has ("the Lethurian army").

News of small, past or contested states names them in the same ways as it names well-known ones, so the text tells:
"Lethuria" and "Lethurian" are one name in two forms, and what has a president, army or Foreign Ministry is a state.
Where there is no adjective, only what neither a person nor a town has will do: "Lethuria's foreign minister".
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span

from kg.lexicon.word_lists import words_of

_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic")
_SHORTEST = 4
_LANDS = ("ia", "stan", "land")
"""Endings of countries' names that few people's names have; any other name must also stand after "in"."""
_NOMINAL = ("ADJ", "NOUN", "PROPN")
_REACH = 4
"""Tokens after the adjective in which a word of state must stand: "the Lethurian deputy defense minister"."""


def find_nations(
    doc: Doc, words: Sequence[str], covered: set[int], people: AbstractSet[str]
) -> dict[int, tuple[str, bool]]:
    """Return for tokens that name such a country its name, and whether they are the adjective.

    Args:
        doc: the text.
        words: its token texts.
        covered: tokens that lexicons have explained already; they are left alone.
        people: words of full names of people in the text, which are no countries for what somebody has.
    """
    free = {word for i, word in enumerate(words) if i not in covered and word.isalpha() and word[0].isupper()}
    forms = {
        adjective: name
        for name in free
        if len(name) >= _SHORTEST and not name.isupper()
        for adjective in _adjectives(name)
        if adjective in free
    }
    of_state = words_of("words-of-state")
    states = {
        forms.get(word, word)
        for i, word in enumerate(words)
        if (word in forms or word in forms.values()) and i not in covered and _before_state(doc, i, of_state)
    } | _without_adjective(doc, free - people - set(forms) - set(forms.values()))
    capitals = {name.upper(): name for name in states}
    return {
        i: (forms.get(word) or capitals.get(word) or word, word in forms)
        for i, word in enumerate(words)
        if i not in covered and (word in states or forms.get(word) in states or word in capitals)
    }


def _adjectives(name: str) -> set[str]:
    """Return the words that can be the adjective of the country `name`.

    >>> "Lethurian" in _adjectives("Lethuria"), "Kelmari" in _adjectives("Kelmar")
    (True, True)
    """
    stems = {name, name[:-1]} if name[-1] in "aeoy" else {name}
    return {stem + ending for stem in stems for ending in _ENDINGS} - {name}


def _before_state(doc: Doc, i: int, of_state: frozenset[str]) -> bool:
    """Say whether a word of state follows the adjective or the possessive at token `i`."""
    following = i + 1
    if following < len(doc) and doc[following].lower_ in ("'s", "’s"):
        following += 1
    for token in doc[following : following + _REACH]:
        if token.lower_ in of_state:
            return True
        if token.pos_ not in _NOMINAL:
            return False
    return False


def _without_adjective(doc: Doc, candidates: AbstractSet[str]) -> set[str]:
    """Return those of the words that have what only a country has: "Lethuria's foreign minister"."""
    alone = words_of("words-of-state-alone")
    around = {token.nbor(1).text for token in doc[:-1] if token.lower_ == "in"}
    return {
        token.text
        for token in doc[:-2]
        if token.text in candidates
        and len(token.text) >= _SHORTEST
        and not token.text.isupper()
        and doc[token.i + 1].lower_ in ("'s", "’s")
        and (token.text.endswith(_LANDS) or token.text in around)
        and _begins_with_one(doc[token.i + 2 : token.i + 2 + _REACH + 1], alone)
    }


def _begins_with_one(phrase: Span, alone: AbstractSet[str]) -> bool:
    """Say whether one of `alone`, a word or two, is among the nouns and adjectives with which a phrase begins."""
    words = [token.lower_ for token in takewhile(lambda token: token.pos_ in _NOMINAL, phrase)]
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    return not alone.isdisjoint(pairs | set(words[:_REACH]))
