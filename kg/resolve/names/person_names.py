"""A person's name taken apart: the words that say who it is, the father's name, marks like "Jr.", numbers of kings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.given_names import given_names
from kg.lexicon.names import common_names, name_words, nicknames
from kg.resolve.names.spelling import alike, fold, groups

_QUOTED = re.compile(r"[\"“”«»„][^\"“”«»„]*[\"“”«»„]|\([^)]*\)|(?<!\w)['‘][^'’]+['’](?!\w)")
_PATRONYMIC = re.compile(r"(?:ov|ev)(?:ich|ych|na)$|[iy]vna$|ichna$|(?:il|om|uz|ik|fom|kuz|luk|ll)[iy]ch$")
_NUMBER = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
_NAMES_TOO = frozenset({"xi", "vi"})
"""Roman numbers that are names as well, and are numbers after the name of a sovereign only."""
_DIN = re.compile(r"^(?:[uae]l?-?)?d+(?:in|een|ine|yn)$")
_DOTTED = re.compile(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)")
_SERVANT = re.compile(r"^abd(?:[aeuo]l|[aeuo]([rsnztd])(?=\1)|i|(?=[^aeiou]))(?=[a-z]{4})")
_SHORT_FAMILY = 5
"""Letters up to which a name in "-ova" is taken for a whole one, not for the feminine of another."""
_APART = re.compile(r"[\s.,/]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """What a name says.

    `words` are folded, without titles, particles and the father's name, an initial being one letter; a hyphen joins
    two words to one. `father` is a patronymic. `mark` is "elder" or "younger", `number` the II of a second one.
    `title` is the title of a name of one word: there it tells who is meant ("Pope Francis").
    """

    words: tuple[str, ...]
    father: str = ""
    mark: str = ""
    number: str = ""
    title: str = ""

    @property
    def full(self) -> tuple[str, ...]:
        """The words that are no initials."""
        return tuple(word for word in self.words if len(word) > 1)


@lru_cache(maxsize=131072)
def person_name(text: str) -> PersonName:
    """Take a name apart.

    >>> person_name("Gen. Bashar al-Assad Jr.").words, person_name("Putin, Vladimir Vladimirovich").father
    (('bashar', 'assad'), 'vladimirovich')
    """
    text = _QUOTED.sub(" ", text)
    family, comma, given = text.partition(",")
    if comma and given.strip() and not _is_ending(given):
        text = f"{given} {family}"
    tokens = [token for token in _APART.split(fold(_DOTTED.sub(" ", text))) if token.strip("-")]
    tokens, titles = _without_titles(tokens)
    tokens, mark, number = _without_marks(tokens, of_sovereign=not name_words("sovereign-titles").isdisjoint(titles))
    words = _compounds(tokens)
    words, father = _without_father(words)
    return PersonName(tuple(words), father, mark, number, titles[-1] if len(words) == 1 and titles else "")


@cache
def crowded_word(word: str) -> bool:
    """Say whether so many people bear the name `word` that it does little to tell them apart."""
    return any(name in _common("given") or name in _common("family") for name in {word, *groups(word)})


@cache
def is_given(word: str) -> bool:
    """Say whether `word` is known as a given name."""
    return word in _given() or any(name in _given() for name in groups(word))


@cache
def gender(word: str) -> str | None:
    """Return the gender of those who bear the given name `word`, None where it is not known or not one."""
    found = {_given()[name] for name in {word, *groups(word)} if name in _given()}
    return found.pop() if len(found) == 1 else None


@cache
def is_western(word: str) -> bool:
    """Say whether the given name `word` is of a language written in Latin letters, and of no other."""
    return word in _western() and not groups(word)


@lru_cache(maxsize=65536)
def is_nickname(short: str, name: str) -> bool:
    """Say whether `short` is a short form of the given name `name`, or the other way round."""
    return any(
        alike(full, other) for one, other in ((short, name), (name, short)) for full in _nicknames().get(one, ())
    )


@cache
def full_forms(word: str) -> tuple[str, ...]:
    """Return the given names for which `word` is short."""
    return _nicknames().get(word, ())


@lru_cache(maxsize=131072)
def masculine(word: str) -> str:
    """Return the form of a Slavic family name that men bear: "navalny" for "navalnaya"."""
    if word[-1] != "a":
        return word
    for ending, base in (("skaya", "sky"), ("skaia", "sky"), ("ska", "sky"), ("tskaya", "tsky"), ("naya", "ny")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + base
    return word[:-1] if word.endswith(("ova", "eva", "ina", "yna")) and len(word) > _SHORT_FAMILY else word


def _is_ending(text: str) -> bool:
    words = fold(text).replace(".", "").split()
    return all(
        word in name_words("name-ends") | name_words("elder-marks") | name_words("younger-marks") for word in words
    )


def _without_titles(tokens: list[str]) -> tuple[list[str], list[str]]:
    start = 0
    while start < len(tokens) - 1 and tokens[start] in name_words("person-titles"):
        start += 1
    end = len(tokens)
    while end > start + 1 and tokens[end - 1] in name_words("name-ends"):
        end -= 1
    return tokens[start:end], tokens[:start]


def _without_marks(tokens: list[str], *, of_sovereign: bool) -> tuple[list[str], str, str]:
    mark = number = ""
    while len(tokens) > 1:
        last = tokens[-1]
        if last in name_words("elder-marks"):
            mark = "elder"
        elif last in name_words("younger-marks"):
            mark = "younger"
        elif _NUMBER.fullmatch(last) and (of_sovereign or (last not in _NAMES_TOO and len(last) > 1)):
            number = last
        elif last != "the" or not mark:
            break
        tokens = tokens[:-1]
    return tokens, mark, number


def _compounds(tokens: list[str]) -> list[str]:
    """Join what makes one name (Abd al-Rahman, Abu Mazen, Salah ad-Din), drop particles, join words at a hyphen."""
    particles, starts = name_words("name-particles"), name_words("compound-starts")
    parts: list[str] = []
    for token in tokens:
        pieces = [piece for piece in token.split("-") if piece]
        if len(pieces) > 1 and (not particles.isdisjoint(pieces) or not starts.isdisjoint(pieces)):
            parts += pieces
        elif pieces:
            parts.append("".join(pieces))
    words: list[str] = []
    waiting = ""
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if part in name_words("servant-words") and not last:
            waiting = "abdul"
        elif part in starts and not last:
            waiting = "umm" if part.startswith("um") else "abu"
        elif part in particles and len(parts) > 1 and (words or waiting or not (last or _is_name(parts))):
            continue
        elif _DIN.match(part) and words and not waiting:
            words[-1] += "adin"
        else:
            words.append(waiting + _servant(part))
            waiting = ""
    return words or parts[-1:]


def _is_name(parts: list[str]) -> bool:
    """Say whether the first of some parts is a name here, though the word is a particle elsewhere: Ben, Le Duc Tho."""
    return is_given(parts[0]) or (len(parts) > len(("family", "given")) and parts[0] in name_words("family-first"))


def _servant(word: str) -> str:
    """Return a name like Abdelmajid or Abdurrashid with its first part in one spelling."""
    return word if groups(word) else _SERVANT.sub("abdul", word)


def _without_father(words: list[str]) -> tuple[list[str], str]:
    if len(words) < len(("given", "father", "family")):
        return words, ""
    for place in (*range(1, len(words) - 1), len(words) - 1):
        if _PATRONYMIC.search(words[place]) and (place < len(words) - 1 or is_given(words[place - 1])):
            return words[:place] + words[place + 1 :], words[place]
    return words, ""


@cache
def _given() -> dict[str, str]:
    return {fold(name).replace("-", ""): of for name, of in given_names().items()}


@cache
def _common(part: str) -> frozenset[str]:
    names = {fold(name) for entry in common_names() if entry.part == part for name in entry.names}
    return frozenset(names).union(*(groups(name) for name in names))


@cache
def _western() -> frozenset[str]:
    languages = ("English", "Spanish", "German")
    entries = (entry for entry in common_names() if entry.part == "given" and entry.where.startswith(languages))
    return frozenset(fold(name) for entry in entries for name in entry.names)


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    return {fold(entry.nickname): tuple(fold(name) for name in entry.names) for entry in nicknames()}
