"""Countries that no list has: a name with its adjective, before words that only a state has ("the Lethurian army").

News of small, past or contested states names them in the same ways as it names well-known ones, so the text tells:
"Lethuria" and "Lethurian" are one name in two forms, and what has a president, army or Foreign Ministry is a state.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.lexicon.word_lists import words_of

_ENDINGS = ("n", "an", "ian", "i", "ese", "ish", "ic")
_SHORTEST = 4
_LOCATIVE = frozenset(("in", "inside", "into", "throughout", "across"))
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


def nations_by_possessive(doc: Doc, words: Sequence[str], doubtful: set[int], countries: set[int]) -> set[int]:
    """Return the tokens that name a state of which the text has no adjective: "Lethuria's foreign minister".

    A leader has an army, a party and ministers too, so that one word of state is not enough: the name must also stand
    beside a country or where only places stand, and no part of it may be in anybody's longer name.

    Args:
        doc: the text.
        words: its token texts.
        doubtful: tokens of names of one word that the model took for people or bodies.
        countries: tokens of names of countries.
    """
    of_states = words_of("offices-of-states")
    found: set[int] = set()
    for name in {words[i] for i in doubtful}:
        at = [i for i, word in enumerate(words) if word == name]
        owning = any(words[i + 1 : i + 2] in (["'s"], ["’s"]) and _before_state(doc, i, of_states) for i in at)
        if not owning or name.isupper() or any(_in_longer_name(doc, i) for i in at):
            continue
        if any(_as_place(doc, i, countries) for i in at):
            found.update(at)
    return found


def _in_longer_name(doc: Doc, i: int) -> bool:
    """Say whether a name or title stands before or after the word: "Igor Lethur", "President Lethur"."""
    sent = doc[i].sent
    before = doc[i - 1] if i > sent.start else None
    after = doc[i + 1] if i + 1 < sent.end else None
    return any(
        token is not None and token.tag_ in ("NNP", "NNPS") and token.text[0].isupper() for token in (before, after)
    )


def _as_place(doc: Doc, i: int, countries: set[int]) -> bool:
    """Say whether the word stands where countries do: "in Lethuria", "between Dravonia and Lethuria"."""
    token = doc[i]
    if i + 1 < len(doc) and doc[i + 1].tag_ in ("POS", "NN", "NNS", "NNP"):
        return False
    if token.dep_ == "pobj" and doc[i - 1].lower_ in _LOCATIVE:
        return True
    beside = {child.i for child in token.rights if child.dep_ == "conj"}
    if token.dep_ == "conj":
        beside.add(token.head.i)
    return not beside.isdisjoint(countries)


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
