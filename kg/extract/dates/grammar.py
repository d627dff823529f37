"""A cascade of rules over tokens: each layer rewrites a row of items, and what it builds are items for the next layer.

A rule is a regular expression over the letters of `words.py`, written with names instead of letters:

    month:MONTH (comma year:YEAR)?

A name in capitals is a form or kind of word (`SHAPES`, kinds of the lexicon, or a macro below), one that begins with a
capital is a kind of meaning that an earlier layer built, one in lower case is that word itself; `label:` names a group.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.extract.dates.meaning import Meaning, kind_of
from kg.extract.dates.words import OTHER, alphabet, letter_of

MACROS = {
    "DAYNUMBER": "(TWELVE|TWENTYFOUR|THIRTYONE)",
    "DIGITS": "(TWELVE|TWENTYFOUR|THIRTYONE|SIXTY|NINETY|YEAR|FIGURE)",
    "CARDINAL": "((a|DIGITS) (hundred|thousand|dozen|couple of?)|NUMBER (dash? NUMBER)*)",
    "COUNT": "(DIGITS FRACTION?|CARDINAL|FRACTION)",
    "ORDINALWORD": "((twenty|thirty) dash)? ORDINAL",
    "ANYORDINAL": "(DAYORDINAL|ORDINALFIGURE|ORDINALWORD)",
    "ANYVAGUE": "(a few|VAGUE|many|some)",
    "ANYUNIT": "(UNIT|UNITS)",
    "BCE": "(bc|b_c_|bce|b_c)",
    "TWODIGITS": "(TWELVE|TWENTYFOUR|THIRTYONE|SIXTY|NINETY)",
}
"""Names for parts of rules that occur often."""

_NAME = re.compile(r"(?:(?P<label>[a-z]+):)?(?P<name>[A-Za-z_]+|\()|\s+")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a rule's pattern as a regular expression over letters.

    Raises:
        KeyError: the pattern has a name that is neither a word of the alphabet nor a kind.
    """
    return re.compile(_expanded(pattern))


def _expanded(pattern: str) -> str:
    names = alphabet().names

    def letters(match: re.Match[str]) -> str:
        label, name = match["label"], match["name"]
        if name is None:
            return ""
        group = "(?:" if label is None else f"(?P<{label}>"
        if name == "(":
            return group
        if name in MACROS:
            return f"{group}{_expanded(MACROS[name])})"
        form = name.lower() if name.isupper() else name
        return f"{group}[{names['=' + name.replace('_', '.') if name.islower() else form]}])"

    return _NAME.sub(letters, pattern)


@dataclass(frozen=True, slots=True)
class Item:
    """A token, or several that a rule has read as one: tokens `[start, end)` of the Doc.

    `rule` is the name of the builder that made it, "" for a token.
    """

    letter: str
    start: int
    end: int
    meaning: Meaning | None = None
    rule: str = ""


class Match:
    """What a rule matched, for its builder: the items of each group, and the words and numbers in them."""

    __slots__ = ("_groups", "_items", "doc", "end", "start")

    def __init__(self, doc: Doc, items: Sequence[Item], groups: re.Match[str]) -> None:
        """Keep the match `groups` over the letters of all `items` of the stretch."""
        self.doc = doc
        self._items = items
        self._groups = groups
        self.start = items[groups.start()].start
        self.end = items[groups.end() - 1].end

    def items(self, name: str) -> Sequence[Item]:
        """Return the items of a group; none where the group did not take part."""
        start, end = self._groups.span(name) if name in self._groups.re.groupindex else (-1, -1)
        return self._items[start:end] if start >= 0 else ()

    def has(self, name: str) -> bool:
        """Tell whether a group took part in the match."""
        return bool(self.items(name))

    def texts(self, name: str) -> list[str]:
        """Return the tokens of a group, in lower case."""
        items = self.items(name)
        return [self.doc[i].lower_ for i in range(items[0].start, items[-1].end)] if items else []

    def value(self, name: str) -> str:
        """Return what the lexicon says of the first word of a group, or the figure itself."""
        return value_of(self.doc[self.items(name)[0].start].text)

    def meaning(self, name: str) -> Meaning:
        """Return the meaning of a group that holds one item of an earlier layer."""
        meaning = self.items(name)[0].meaning
        assert meaning is not None, f"group {name!r} is a word"  # noqa: S101 - a rule that names a word here is wrong
        return meaning

    def read[M](self, name: str, kind: type[M]) -> M | None:
        """Return the meaning of a group that holds one item, None where it is of another kind."""
        meaning = self.meaning(name)
        return meaning if isinstance(meaning, kind) else None

    def number(self, name: str) -> float:
        """Return the number that the words of a group tell."""
        return number_of(self.texts(name))

    def followed_by(self, pattern: str) -> bool:
        """Tell whether the items after the match match another pattern."""
        return compiled(pattern).match(self._groups.string, self._groups.end()) is not None

    def preceded_by(self, pattern: str) -> bool:
        """Tell whether the one item before the match matches another pattern."""
        before = self._groups.start() - 1
        return before >= 0 and compiled(pattern).fullmatch(self._groups.string, before, before + 1) is not None

    def next_token(self) -> Token | None:
        """Return the token after the match, None at the end of the sentence."""
        token = self.doc[self.end] if self.end < len(self.doc) else None
        return None if token is None or token.is_sent_start or token.is_space else token

    def spaced(self) -> bool:
        """Tell whether there is white space between two tokens of the match."""
        return any(self.doc[i].whitespace_ for i in range(self.start, self.end - 1))


Built = Meaning | Sequence[Item] | None
Builder = Callable[[Match], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what it builds from a match: a meaning for the whole, several items, or None to decline."""

    pattern: str
    build: Builder


def item(match: Match, name: str, meaning: Meaning, *, start: int | None = None) -> Item:
    """Return an item for the tokens of one group of a match, or for those from token `start` to the group's end."""
    group = match.items(name)
    first = group[0].start if start is None else start
    return Item(alphabet().names[kind_of(meaning)], first, group[-1].end, meaning, "part")


class Layer:
    """Rules that look at the same row of items; where several match, the longest that builds something wins."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rules by the letters they can begin with."""
        self._rules = [(compiled(rule.pattern), rule.build) for rule in rules]
        self._by_letter: dict[str, list[tuple[re.Pattern[str], Builder]]] = {}

    def rewritten(self, doc: Doc, items: list[Item]) -> list[Item]:
        """Return the items, with those that a rule matched replaced by what it built."""
        letters = "".join([item.letter for item in items])
        result: list[Item] = []
        at = 0
        while at < len(items):
            built, end = self._best(doc, items, letters, at)
            result.extend(built)
            at = end
        return result

    def _best(self, doc: Doc, items: list[Item], letters: str, at: int) -> tuple[Sequence[Item], int]:
        found = []
        for order, (pattern, build) in enumerate(self._rules_at(letters[at])):
            groups = pattern.match(letters, at)
            if groups is not None:
                found.append((-groups.end(), order, groups, build))
        for _, _, groups, build in sorted(found, key=lambda entry: entry[:2]):
            match = Match(doc, items, groups)
            built = build(match)
            if built is None:
                continue
            if isinstance(built, Sequence):
                return built, groups.end()
            letter = alphabet().names[kind_of(built)]
            return [Item(letter, match.start, match.end, built, build.__name__)], groups.end()
        return [items[at]], at + 1

    def _rules_at(self, letter: str) -> list[tuple[re.Pattern[str], Builder]]:
        """Return the rules that can begin with a letter."""
        rules = self._by_letter.get(letter)
        if rules is None:
            rules = [(pattern, build) for pattern, build in self._rules if letter in first_letters(pattern.pattern)]
            self._by_letter[letter] = rules
        return rules


@cache
def first_letters(pattern: str) -> str:
    """Return the letters that a match of a compiled pattern can begin with.

    >>> first_letters("(?:[ab])?(?P<x>[c]|[d][e])")
    'abcd'
    """
    letters, _, _ = _first(pattern, 0)
    return "".join(sorted(letters))


def _first(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """Read alternatives up to a closing bracket: their first letters, whether one can be empty, and the place after."""
    letters: set[str] = set()
    empty = False
    open_so_far = True  # whether all that stands before in this alternative can be empty
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            empty, open_so_far, at = empty or open_so_far, True, at + 1
            continue
        if pattern[at] == "[":
            close = pattern.index("]", at)
            inner, optional, at = set(pattern[at + 1 : close]), False, close + 1
        else:  # "(?:" or "(?P<name>"
            opening = re.compile(r"\(\?(?::|P<\w+>)").match(pattern, at)
            assert opening is not None, pattern[at:]  # noqa: S101 - patterns are made by `compiled` alone
            inner, optional, at = _first(pattern, opening.end())
            at += 1
        if at < len(pattern) and pattern[at] in "?*+":
            optional, at = optional or pattern[at] != "+", at + 1
        if open_so_far:
            letters |= inner
        open_so_far = open_so_far and optional
    return letters, empty or open_so_far, at


@cache
def value_of(text: str) -> str:
    """Return the value of a word of the lexicon, the text itself in lower case for a figure."""
    word = alphabet().word(text)
    return text.lower() if word is None else word.value


def number_of(texts: Sequence[str]) -> float:
    """Return the number that tokens tell.

    >>> number_of(["twenty", "-", "two"]), number_of(["2", "1/2"]), number_of(["one", "hundred", "and", "five"])
    (22, 2.5, 105)
    """
    total = 0.0
    for text in texts:
        number = _figure(text)
        if number is None:
            word = alphabet().words.get(text)
            number = float(word.value) if word is not None and word.value.isdigit() else None
        if number is None:
            continue
        if text in _MULTIPLIERS:
            total = max(total, 1) * number
        else:
            total += number
    return int(total) if total == int(total) else total


_MULTIPLIERS = ("hundred", "thousand", "dozen", "couple")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _figure(text: str) -> float | None:
    if not text[0].isdigit() and text[0] not in _FRACTIONS:
        return None
    if "/" in text:
        above, below = text.split("/")[:2]
        return int(above) / int(below)
    part = _FRACTIONS.get(text[-1], 0.0)
    digits = re.sub(r"[^\d.]", "", text.rstrip("".join(_FRACTIONS)))
    return (float(digits) if digits else 0.0) + part


def rows(doc: Doc) -> list[list[Item]]:
    """Return the stretches of known words of a Doc that hold at least one word that can mean a time."""
    letters = _lone_stop().sub(OTHER, "".join([letter_of(token.text) for token in doc]))
    trigger = _trigger()
    return [
        [Item(letter, i, i + 1) for i, letter in enumerate(stretch.group(), stretch.start())]
        for stretch in _STRETCH.finditer(letters)
        if trigger.search(letters, stretch.start(), stretch.end())
    ]


@cache
def _lone_stop() -> re.Pattern[str]:
    """Return the pattern of full stops that end a sentence: all but those after a month ("Sept . 5")."""
    names = alphabet().names
    return re.compile(f"(?<![{names['month']}])[{names['=stop']}]")


_STRETCH = re.compile(f"[^{OTHER}]+")


@cache
def _trigger() -> re.Pattern[str]:
    short_year = _expanded("quote TWODIGITS")
    return re.compile(f"[{alphabet().triggers}]|{short_year}")
