"""When two words are one name in two spellings, as transliteration makes them: Zelensky, Zelenskyy; Qassem, Kasim.

A word becomes a string of sounds, in which spellings that are always one fall together ("ou", "oo", "u"). Sounds that
are one in some spellings only (e and i, o and u, q and g) stay apart and are weighed when two words are compared, since
being alike in that way is not passed on: Khaled is like Khalid, but Jamal is not like Jamil. Names whose spellings obey
no rule stand in `name_spellings.jsonl`, and there alone it is decided whether two names of that lexicon are one.
"""

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from anyascii import anyascii

from kg.lexicon.given_names import given_names
from kg.lexicon.names import name_spellings


class Alike(IntEnum):
    """How far two words are one name."""

    NO = 0
    LOOSE = 1
    CLOSE = 2
    SAME = 3


_STARTS = ("abu", "umm", "abdul")
"""What `kg.resolve.names.person_names` joins to the next word."""

_SHORT = 3
"""Words of so many letters or fewer are too short for rules of sound: "Un" is not "In"."""

_LONG = 6
"""From so many sounds on, an "a" may stand for an "e" without making another name."""

_APOSTROPHES = re.compile("['‘’ʼʻ`´′]")
_LETTERS = str.maketrans(
    {"ə": "a", "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "g", "ı": "i"}
)
"""Letters whose sound the plain letter does not tell; Turkish "ç" is left to the lexicon, for the sake of François."""

_SOUNDS = {
    "shch": "S", "tsch": "C", "sch": "S", "tch": "C", "dzh": "J", "dj": "J", "dz": "J", "sh": "S", "ch": "C", "zh": "Z",
    "kh": "H", "gh": "Q", "ph": "f", "th": "T", "dh": "D", "ck": "k", "q": "Q", "x": "ks", "w": "v",
    "ou": "u", "oo": "u", "ee": "i", "ei": "E", "ai": "E", "oe": "o", "ue": "u",
    "ts": "c", "tz": "c", "ce": "se", "ci": "si",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_HARD_C = re.compile(r"c(?=[aoubdfgjlmnpqrtv])")
_SOFT_END = re.compile(r"(?:i|y)?[ie]?ev$")
_ENDINGS = (
    (re.compile(r"(?<=[oe])ff?$"), "v"),
    (re.compile(r"[iyj]+$"), "i"),
    (re.compile(r"(?<=[aeou])h$"), ""),
    (re.compile(r"(?<=.{3})[uoae]ll?ah?$"), "ala"),
    (re.compile(r"(?:[uae]d|u)d(?:ine?|een|yn)$"), "adin"),
    (re.compile(r"nk[oa]$|nco$"), "nko"),
)
_YE_AFTER_CONSONANT = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])[iy]e(?=[^aeiouy])")
_DOUBLES = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouE")
_NEAR = {
    frozenset(pair)
    for pair in (
        "ei",
        "ou",
        "QG",
        "Qk",
        "Qg",
        "Hh",
        "Hk",
        "Dd",
        "Dz",
        "Tt",
        "JZ",
        "Jj",
        "Zj",
        "sS",
        "sZ",
        "zZ",
        "sC",
        "cC",
    )
}
"""Sounds that are one in some spellings: likely, in words that agree otherwise."""
_FAR = {frozenset(pair) for pair in ("ae", "Ee", "Ei", "gh", "CS")}
"""Sounds that are one in some spellings and tell names apart in others: Kamal and Kamel, Haidai and Gaidai."""
_A_FOR_E = frozenset("ae")
"""The one of these that in a long word makes no other name: Ahmadinejad and Ahmedinejad."""

_CLASSES = str.maketrans("eiEugGQHhqSzZcCJjDdTsf", "aaaokkkkkktttttttttttv")
"""Sounds to classes: words that may be one have one string of classes."""


@lru_cache(maxsize=262144)
def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters, whatever its script, without apostrophes.

    >>> fold("Erdoğan"), fold("Володимир")
    ('erdogan', 'volodimir')
    """
    text = _APOSTROPHES.sub("", text)
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFC", text.casefold().translate(_LETTERS))
    return _APOSTROPHES.sub("", anyascii(lowered.translate(_LETTERS)).lower())


@lru_cache(maxsize=262144)
def sounds(word: str) -> str:
    """Return the sounds of a folded word, in capitals those that one letter does not tell.

    >>> sounds("zelenskyy") == sounds("zelenskiy"), sounds("qassem"), sounds("kasim")
    (True, 'Qasem', 'kasim')
    """
    if len(word) <= _SHORT:
        return word
    for pattern, sound in _ENDINGS:
        word = pattern.sub(sound, word)
    word = _SOFT_END.sub("ev", word)
    word = _YE_AFTER_CONSONANT.sub("e", word)
    if word.startswith(("ye", "ie")):
        word = word[1:]
    word = _SOUND.sub(lambda found: _SOUNDS[found[0]], _HARD_C.sub("k", word).replace("y", "i"))
    return _DOUBLES.sub(r"\1", word.replace("ai", "E").replace("ei", "E"))


@lru_cache(maxsize=262144)
def skeletons(word: str) -> frozenset[str]:
    """Return short strings of which two words that are alike share one."""
    return frozenset(_skeleton(name) for name in {word, *groups(word)})


@lru_cache(maxsize=262144)
def alike(one: str, other: str) -> Alike:
    """Say how far two folded words are one name.

    >>> alike("qaddafi", "gaddafi").name, alike("khaled", "khalid").name, alike("jamal", "jamil").name
    ('CLOSE', 'CLOSE', 'NO')
    """
    if one == other:
        return Alike.SAME
    mine, yours = groups(one), groups(other)
    if mine and yours:
        shared = mine & yours
        if not shared:
            return Alike.NO
        return Alike.CLOSE if any(_same_bearer(group) for group in shared) else Alike.LOOSE
    if _genders_differ(one, other) or (min(len(one), len(other)) <= _SHORT):
        return Alike.NO
    return _agree(sounds(one), sounds(other))


@cache
def groups(word: str) -> frozenset[str]:
    """Return the names of which the folded `word` is a known spelling."""
    known = _groups().get(word)
    if known is None:
        start = next((start for start in _STARTS if word.startswith(start) and len(word) > len(start) + _SHORT), "")
        known = frozenset(start + name for name in _groups().get(word[len(start) :], ())) if start else frozenset()
    return known


def _agree(one: str, other: str) -> Alike:
    if one == other:
        return Alike.CLOSE
    ends = {one[-1], other[-1]}
    if len(one) != len(other) or (len(ends) > 1 and _VOWELS & ends and ends != {"o", "u"}):
        return Alike.NO
    far = 0
    for mine, yours in zip(one, other, strict=True):
        if mine == yours:
            continue
        pair = frozenset((mine, yours))
        if pair in _FAR:
            far += 1 if pair == _A_FOR_E else _LONG
        elif pair not in _NEAR:
            return Alike.NO
        elif mine in _VOWELS and len(one) <= _SHORT + 1:
            far += _LONG
    if not far:
        return Alike.CLOSE
    return Alike.CLOSE if far == 1 and len(one) > _LONG else Alike.LOOSE


def _skeleton(word: str) -> str:
    if len(word) <= _SHORT:
        return word
    return sounds(word).translate(_CLASSES)


def _genders_differ(one: str, other: str) -> bool:
    first, second = given_names().get(one.capitalize()), given_names().get(other.capitalize())
    return first is not None and second is not None and first != second


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in name_spellings():
        for spelling in (entry.name, *entry.spellings):
            found.setdefault(fold(spelling).replace("-", ""), set()).add(fold(entry.name))
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _same_bearer(group: str) -> bool:
    return any(group.endswith(fold(entry.name)) and entry.same_bearer for entry in name_spellings())
