"""Tokens as letters: every word that the grammar knows is one character, so that a rule is a regular expression.

Words of the lexicon have a letter each, so have the function words that rules name; numbers and dates in figures have a
letter for each form. All other words are a space, which no rule can cross.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.dates.meaning import KINDS
from kg.lexicon.times import TimeKind, TimeWord, time_words

OTHER = " "
"""The letter of a word that the grammar does not know."""

_FIRST = 0xE000  # the private use area of Unicode: letters that no regular expression operator has

FUNCTION_WORDS = """
    a an the of in into on at by and or to through until till from before after since between for within over during
    throughout
    this that these those last past next coming upcoming previous preceding prior following subsequent ensuing
    succeeding same current latest intervening present first final each every other per
    ago earlier later afterwards afterward previously ahead hence
    early mid middle late end beginning start close outset onset part latter rest remainder half turn height
    more less fewer than least most up no as long many well much
    old fiscal financial calendar full whole entire very good additional consecutive straight
    standard daylight eve
    bloody brutal difficult hard tense grueling gruelling turbulent tumultuous bitter painful tough busy all
    further extra another only some about period time moment stage point being date right present
    tonight overnight weekend weekends local small wee term near distant
    bc b.c. bce b.c ad a.d. ce once twice times era future
""".split()
"""Words that rules name and the lexicon does not hold."""

PUNCTUATION = {
    "comma": (",",),
    "dash": ("-", "–", "—"),
    "slash": ("/",),
    "stop": (".",),
    "open": ("(",),
    "close": (")",),
    "quote": ("'", "’", "‘"),
    "poss": ("'s", "’s"),
    "oclock": ("o'clock", "o’clock"),
}
"""The names of punctuation marks in rules."""

SHAPES = {
    "dayrange": r"\d{1,2}[–—]\d{1,2}",
    "yearrange": r"(?:1\d{3}|20\d\d)(?:[–—](?:\d\d|1\d{3}|20\d\d)|/\d\d)",
    "halfclock": r"(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?[ap]\.?m\.?",
    "fraction": r"1/[234]|[23]/[34]",
    "numericdate": r"\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{1,2}([/.])\d{1,2}\1\d{4}|\d{1,2}/\d{1,2}(?:/\d\d)?|\d{4}-\d\d-\d\d",
    "time": r"(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?",
    "monthday": r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\d{1,2}",
    "military": r"(?:[01]\d|2[0-4])[0-5]\d(?:hrs|h|z|gmt)",
    "hhmm": r"0\d[0-5]\d",
    "twelve": r"0?[1-9]|1[0-2]",
    "twentyfour": r"1[3-9]|2[0-4]",
    "thirtyone": r"2[5-9]|3[01]",
    "sixty": r"00|3[2-9]|[45]\d",
    "ninety": r"[6-9]\d",
    "year": r"1\d{3}|20\d\d|2100",
    "figure": r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+|\d{1,2}[½¼¾]|[½¼¾]",
    "dayordinal": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "ordinalfigure": r"\d+(?:st|nd|rd|th)",
    "decade": r"1\d\d0['’]?s|20\d0['’]?s",
    "shortdecade": r"['’]?[1-9]0['’]?s",
    "ancientdecade": r"\d{1,3}0s",
    "yeardash": r"(?:mid|early|late|pre|post)-?(?:1\d{3}|20\d\d)",
    "decadedash": r"(?:mid|early|late|pre|post)-?(?:1\d\d0s|20\d0s|[1-9]0s)",
    "quarterlabel": r"q[1-4]",
    "halflabel": r"h[12]",
    "fiscallabel": r"fy-?(?:\d\d|1\d{3}|20\d\d)",
    "shortyear": r"['’]\d\d",
}
"""Forms of words with figures, tried in this order."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the grammar knows: its letter, and the value that the lexicon gives it."""

    letter: str
    value: str
    capital: bool


_GUARD_KINDS: tuple[TimeKind, ...] = ("event", "title", "known_day")
_TRIGGER_KINDS = (
    "month weekday weekdays season daypart clock unit units span nineties frequency reference deictic holiday meridiem "
    "numericdate monthday dayordinal halfclock time military year decade shortdecade ancientdecade yeardash decadedash "
    "yearrange quarterlabel halflabel fiscallabel shortyear"
).split()
_TRIGGER_WORDS = (
    "nineteen tonight overnight weekend weekends bc b.c. bce b.c ad a.d. period time moment present future".split()
)


class Alphabet:
    """Which letter each word has, and which letters each name in a rule stands for."""

    def __init__(self) -> None:
        """Give every word of the lexicon, every function word, form of figures and kind of meaning its letter."""
        self.names: dict[str, str] = {}
        self.words: dict[str, Word] = {}
        self.phrases: list[tuple[tuple[str, ...], TimeWord]] = []
        self._next = _FIRST
        for entry in time_words():
            if entry.kind not in _GUARD_KINDS:
                self._entry(entry)
        for word in [*(word for parts, _ in self.phrases for word in parts), *FUNCTION_WORDS]:
            self._function(word)
        for name, marks in PUNCTUATION.items():
            letter = self.names["=" + name] = self._letter()
            self.words |= {mark: Word(letter, mark, capital=False) for mark in marks}
        for name in (*SHAPES, *KINDS):
            self.names[name] = self._letter()
        self._shapes = [(self.names[name], re.compile(shape)) for name, shape in SHAPES.items()]
        self.triggers = "".join(self.names[kind] for kind in _TRIGGER_KINDS)
        self.triggers += "".join(self.names["=" + word] for word in _TRIGGER_WORDS if "=" + word in self.names)

    def _letter(self) -> str:
        self._next += 1
        return chr(self._next)

    def _entry(self, entry: TimeWord) -> None:
        letter = self._letter()
        self.names[entry.kind] = self.names.get(entry.kind, "") + letter
        for form in entry.forms:
            if " " in form:
                self.phrases.append((tuple(form.split()), entry))
            else:
                self.words[form] = Word(letter, entry.value, entry.capital)
                self.names.setdefault("=" + form, letter)

    def _function(self, word: str) -> None:
        if word not in self.words:
            self.words[word] = Word(self._letter(), "", capital=False)
        self.names.setdefault("=" + word, self.words[word].letter)

    def word(self, text: str) -> Word | None:
        """Return the word that a token's text is, None for one without a letter."""
        word = self.words.get(text.lower())
        if word is not None:
            return None if word.capital and not text[0].isupper() else word
        if text.isalpha():
            return None
        lower = text.lower()
        for letter, shape in self._shapes:
            if shape.fullmatch(lower):
                return Word(letter, lower, capital=False)
        return None


@cache
def alphabet() -> Alphabet:
    """Return the alphabet of the lexicon that `kg` ships."""
    return Alphabet()


@lru_cache(maxsize=65536)
def letter_of(text: str) -> str:
    """Return the letter of a token's text; OTHER for a word that the grammar does not know."""
    word = alphabet().word(text)
    return OTHER if word is None else word.letter


@cache
def words_of_kind(kind: TimeKind) -> frozenset[str]:
    """Return all forms of a kind that only guards look at ("event", "title")."""
    return frozenset(form for entry in time_words() if entry.kind == kind for form in entry.forms)
