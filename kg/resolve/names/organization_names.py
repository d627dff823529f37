"""The name of an organization taken apart: its words, its country, its numbers, whether it is an acronym."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kg.lexicon.bodies import bodies
from kg.lexicon.countries import countries
from kg.lexicon.names import name_words
from kg.resolve.names.spelling import fold

OF_A_STATE = frozenset({"Government", "GovernmentBody", "Military", "MilitaryUnit", "Court", "PoliticalParty"})
"""Classes of organizations of which every state may have one by the same name."""

_APART = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"(?<=\b[A-Za-z])\.")
_POSSESSIVE = re.compile(r"['’]s\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}s?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_AMERICAN = {
    "defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor", "programme": "program",
    "mobilisation": "mobilization", "mechanised": "mechanized", "motorised": "motorized", "armoured": "armored",
    "stabilisation": "stabilization", "harbour": "harbor", "theatre": "theater", "civilisation": "civilization",
    "peoples": "people", "units": "unit", "forces": "force", "services": "service", "guards": "guard",
    "organizations": "organization", "brigades": "brigade", "rights": "right", "nations": "nation", "affairs": "affair",
    "militias": "militia", "states": "state", "workers": "worker", "martyrs": "martyr", "tigers": "tiger",
    "emergencies": "emergency", "situations": "situation",
    "co-operation": "cooperation", "television": "tv",
}  # fmt: skip
_MINISTRY = {"internal": "interior", "home": "interior", "external": "foreign"}
"""What a ministry is called besides; "affairs" is dropped."""


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """What a name says.

    `words` are folded, in American spelling, without articles and prepositions, numbers as digits; `core` is without
    the words of a country. `said` is the country that the name itself holds, `country` that or the one that is known
    otherwise. `body` is the key of a body that all states have under several names (`bodies.jsonl`).
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    said: str | None
    country: str | None
    body: str | None
    numbers: frozenset[str]
    acronym: str | None
    of_state: bool


@lru_cache(maxsize=131072)
def organization_name(text: str, type_: str, country: str | None) -> OrganizationName:
    """Take a name apart.

    >>> organization_name("Ukraine's Ministry of Defence", "GovernmentBody", None).core
    ('defense', 'ministry')
    """
    stripped = re.sub(r"\([^)]*\)", " ", text).strip() or text
    acronym = stripped.replace(".", "") if _ACRONYM.fullmatch(stripped.replace(".", "")) else None
    tokens = [token for token in _APART.split(fold(_POSSESSIVE.sub("", _DOTTED.sub("", stripped)))) if token]
    if acronym is None:
        tokens, said = _country_out(tokens)
    else:
        tokens, said = [fold(acronym)], None
    tokens = [token for token in tokens if token not in name_words("small-words")] or tokens
    core = _tens([_normal(token, type_) for token in tokens])
    without = [word for word in core if word != "@"] or core
    without = _office(without)
    words = tuple(f"@{said}" if word == "@" else word for word in core)
    return OrganizationName(
        words=words,
        core=tuple(without) if without != ["@"] else words,
        said=said,
        country=said or country,
        body=_bodies().get(frozenset(without)) if type_ in OF_A_STATE else None,
        numbers=frozenset(word for word in core if word.isdigit()),
        acronym=acronym,
        of_state=type_ in OF_A_STATE,
    )


def initials(words: tuple[str, ...]) -> str:
    """Return the first letters of words."""
    return "".join(word[0] for word in words)


@lru_cache(maxsize=65536)
def full_initials(text: str) -> frozenset[str]:
    """Return the acronyms that `text` may have: of all words, and of those that are no prepositions.

    >>> sorted(full_initials("Islamic State of Iraq and the Levant"))
    ['isil', 'isoiatl']
    """
    tokens = [token for token in _APART.split(fold(_POSSESSIVE.sub("", text))) if token]
    plain = [token for token in tokens if token not in name_words("small-words")]
    return frozenset(initials(tuple(words)) for words in (tokens, plain) if len(words) > 1)


def _normal(token: str, type_: str) -> str:
    token = _AMERICAN.get(token, token)
    if ordinal := _ORDINAL.fullmatch(token):
        return ordinal[1]
    if token in _NUMBER_WORDS:
        return _NUMBER_WORDS[token]
    if type_ in {"MilitaryUnit", "Military"} and token and _ROMAN.fullmatch(token):
        values = (*(_ROMAN_VALUES[letter] for letter in token), 0)
        return str(sum(-a if a < b else a for a, b in pairwise(values)))
    return token


def _tens(words: list[str]) -> list[str]:
    """Return words with "forty 7" as "47"."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _TENS and word.isdigit():
            joined[-1] = str(_TENS[joined[-1]] + int(word))
        else:
            joined.append(word)
    return joined


def _office(words: list[str]) -> list[str]:
    """Return the words of a ministry in one order and by one name."""
    if "ministry" not in words:
        return words
    kept = [_MINISTRY.get(word, word) for word in words if word not in {"affair", "ministry"}]
    return [*kept, "ministry"]


def _country_out(tokens: list[str]) -> tuple[list[str], str | None]:
    """Put "@" in the place of the words of a country, if it is one country."""
    found: list[tuple[int, int, str]] = []
    place = 0
    while place < len(tokens):
        for length in range(min(4, len(tokens) - place), 0, -1):
            iso = _country_words().get(" ".join(tokens[place : place + length]))
            if iso:
                found.append((place, length, iso))
                place += length - 1
                break
        place += 1
    if len({iso for _, _, iso in found}) != 1:
        return tokens, None
    start, length, iso = found[0]
    rest = [token for at, token in enumerate(tokens) if not start <= at < start + length]
    for other, size, _ in found[1:]:
        words = tokens[other : other + size]
        rest = [token for token in rest if token not in words]
    return [*rest, "@"] if rest else ["@"], iso


@cache
def _country_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.aliases, *country.adjectives, *country.people):
            key = " ".join(token for token in _APART.split(fold(_DOTTED.sub("", name))) if token)
            words.setdefault(key.removeprefix("the "), country.iso)
    return words


@cache
def _bodies() -> dict[frozenset[str], str]:
    """The words of the names of ministries and the like, whose names in `bodies.jsonl` are true synonyms."""
    found = {}
    for body in bodies():
        if body.key.endswith(("-ministry", "navy", "central-bank", "coast-guard", "air-force")):
            for noun in body.nouns:
                words = [_normal(token, body.type) for token in noun.split() if token not in name_words("small-words")]
                if words[-1] not in {"warplanes", "jets", "fleet", "service"}:
                    found[frozenset(_office(words))] = body.key
    return found
