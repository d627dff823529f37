"""Where what was said ends: before the speaker's next statement, before the writer's own remark."""

from spacy.tokens import Token

from kg.extract.statements.speakers import FINITE
from kg.extract.statements.text import Text

_UNITS = frozenset({"day", "days", "hour", "hours", "minutes", "week", "weeks", "month", "months", "year", "years"})
_AMOUNT = 4
"""Tokens of "just a few days" at most."""
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})


def end_of_line(text: Text, i: int) -> int:
    """Return the end of the paragraph of token `i`, over which nothing reported runs."""
    return text.lines[text.line_of[i]][1]


def before_participle(text: Text, start: int, end: int) -> int:
    """Return where a later ", adding that ..." begins in `[start, end)`, or `end`."""
    for i in range(start + 1, end):
        if i in text.verbs and text.words[i - 1] == "," and text.doc[i].tag_ == "VBG" and text.quote_at[i] < 0:
            return i - 1
    return end


def before_second(text: Text, head: Token, start: int, end: int) -> int:
    """Return where "said it would respond and warned ..." goes on with a second statement of the speaker, or `end`."""
    for child in head.rights:
        second = child.dep_ == "conj" and child.i in text.verbs and child.tag_ in FINITE and child.tag_ != head.tag_
        if second and start < child.left_edge.i < end:
            end = child.left_edge.i
            if text.doc[end - 1].dep_ == "cc":
                end -= 1
    return end


def begins_setting(text: Text, i: int) -> bool:
    """Tell whether "two days after ...", "hours before ..." or "a week later" begins at token `i`."""
    words = text.words
    unit = next((j for j in range(i, min(i + _AMOUNT, len(words))) if words[j] in _UNITS), None)
    if unit is None or unit + 1 >= len(words) or words[unit + 1] not in ("after", "before"):
        return False
    return all(text.doc[j].tag_ in ("CD", "DT", "RB", "JJ", "IN") for j in range(i, unit))


def before_setting(text: Text, start: int, end: int) -> int:
    """Return where ", two days after ..." begins in a clause `[start, end)`, which is the writer's own, or `end`."""
    for i in range(start + 1, end - 1):
        if text.words[i] == "," and text.quote_at[i] < 0 and begins_setting(text, i + 1):
            return i
    return end


def before_remark(text: Text, start: int, end: int) -> int:
    """Return where ", which had fallen ..." begins in a noun phrase `[start, end)`, or `end`."""
    for i in range(start + 1, end - 1):
        if text.words[i] == "," and text.words[i + 1] in _RELATIVES and text.quote_at[i] < 0:
            return i
    return end
