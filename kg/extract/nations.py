"""Countries that no list has: a name with its adjective, before words that only a state has ("the Lethurian army").

News of small, past or contested states names them in the same ways as it names well-known ones, so the text tells:
"Lethuria" and "Lethurian" are one name in two forms, and what has a president, army or Foreign Ministry is a state.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.lexicon.word_lists import words_of

_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic")
_SHORTEST = 4
_REACH = 4
"""Tokens after the adjective in which a word of state must stand: "the Lethurian deputy defense minister"."""


def find_nations(doc: Doc, words: Sequence[str], covered: set[int]) -> dict[int, tuple[str, bool]]:
    """Return for tokens that name such a country its name, and whether they are the adjective.

    Args:
        doc: the text.
        words: its token texts.
        covered: tokens that lexicons have explained already; they are left alone.
    """
    free = {word for i, word in enumerate(words) if i not in covered and word.isalpha() and word[0].isupper()}
    forms = {
        adjective: name
        for name in free
        if len(name) >= _SHORTEST and not name.isupper()
        for adjective in _adjectives(name)
        if adjective in free
    }
    if not forms:
        return {}
    of_state = words_of("words-of-state")
    states = {
        forms.get(word, word)
        for i, word in enumerate(words)
        if (word in forms or word in forms.values()) and i not in covered and _before_state(doc, i, of_state)
    }
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
        if token.pos_ not in ("ADJ", "NOUN", "PROPN"):
            return False
    return False
