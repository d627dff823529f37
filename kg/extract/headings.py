"""Headlines, datelines, times and credits that stand before a sentence in its own line, often glued to it."""

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon.countries import countries
from kg.lexicon.given_names import given_names

_REACH = 300
"""Characters of a line in which a headline can end."""
_STAMP = re.compile(
    r"""\s*\[?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?(?=\W))?(?:\s?\(?(?:UTC|GMT|BST|EST|EDT|CET|CEST|EET|IST|ET
    |local\ time)(?:[+-]\d+)?\)?)?\]?(?P<dash>\s*[-–—:|]+)?\s+(?=["“‘(]*[A-Z])""",
    re.VERBOSE,
)
"""A time that opens an entry of a live blog: "14:05 UTC — The", "[09.30 GMT] The"."""
_DATELINE = re.compile(
    r"""\s*\(?(?:[A-Z][A-Z'’.-]+|[A-Z]\.)(?:[\s/-]+(?:[A-Z][A-Z'’.-]+|[A-Z]\.))*(?:,\s[A-Z][\w.]*(?:\s[A-Z][\w.]*)*){0,2}
    (?:,?\s(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?)?
    \)?(?:\s?\([A-Z][\w\s/.,-]*\))?(?:\s*[—–]+|\s*--|\s-(?=\s))[\s\xa0]*-?\s*(?=["“‘(']*\w)""",
    re.VERBOSE,
)
"""The place in capitals that opens a report: "GENEVA (AP) —", "IRBIL, IRAQ — -"."""
_LABEL = re.compile(r"\s*(?:FILE|WATCH|PHOTO|VIDEO|UPDATE \d|UPDATED?|BREAKING|CORRECTED)(?:\s?[-–—]\s|:\s)")
_CREDIT = re.compile(r"""\)\s?-(?=["“‘(]*[A-Z])""")
_GLUE = re.compile(r"""(?<=[^\s(-])(?P<space>[\s\xa0]*)-(?=["“‘('’]*(?P<next>[A-Z0-9][\w.’']*))""")
_WORDS = re.compile(r"[A-Za-z][\w’'.-]*")
_OPENERS = frozenset(
    """A After Also Although Among An Analysts And Another As At Authorities Because Before Both But By Despite During
    Each Earlier Even Five For Four From Government He Her His Hundreds If In It Its Last Many Meanwhile More Most No
    Not Now Officials On Once One Only Opponents Others Our People Police Residents Several She Since Six So Some Still
    Such Supporters Ten That The Their Then There These They This Those Though Thousands Three To Today Two Under Until
    We What When Where While Why With Witnesses Yet You""".split()
)
"""Words that begin a sentence and hardly ever the second half of a compound."""
_BEFORE_NAMES = frozenset(
    """abu ad al an ar as ash at az bin bint ed el ez i ibn ul ur all anti co counter cross de ex extra half inter
    intra less largely mainly majority mid mini mostly multi neo non once over pan partly post pre predominantly
    pro pseudo quasi re self semi sub super then trans ultra un under""".split()
)
"""First halves of names like "al-Abadi" and of words like "anti-American"."""
_TITLES = frozenset(("General", "Elect", "Designate", "American", "Americans", "Large", "General's", "General’s"))
"""Second halves of "Secretary-General", "President-Elect", "African-American"."""
_SMALL = frozenset("about after against amid before between from into near over than that under with without".split())
"""Longer words that many headlines write without a capital."""
_DAY = re.compile(r"\s*[A-Z][a-z]+\.? \d{1,2}, \d{4}\s*")
_HEADLINE_WORDS = 4
_SHORT_HEADING = 6
_LONG_WORD = 3
_SENTENCE = 14
_PLAIN_WORDS = 3
"""Longer words without a capital among the first of a sentence."""
_REST = 5
"""Words that a sentence after a heading has at least."""


def openings(line: str, *, first: bool) -> Iterator[int]:
    """Yield where sentences begin in `line` after something that is no part of them.

    Args:
        line: one line of a text.
        first: whether it is the text's first, which may be a headline.
    """
    at = 0
    if stamp := _STAMP.match(line):
        at = stamp.end()
        yield at
    elif label := _LABEL.match(line):
        at = label.end()
        yield at
    heading = _heading_end(line, at, first=first)
    if heading > at:
        at = heading
        yield at
    if dateline := _DATELINE.match(line, at):
        yield dateline.end()
    if ")" in line:
        for credit in _CREDIT.finditer(line, at):
            yield credit.end()


def _heading_end(line: str, at: int, *, first: bool) -> int:
    """Return where the text after a heading begins that a hyphen joins to it, or `at`."""
    if "-" not in line:
        return at
    glues = list(_GLUE.finditer(line, at, at + _REACH))
    for glue in glues:
        if _before_dateline(line[at : glue.start()], line[glue.end() :]):
            return glue.end()
    for glue in glues:
        if _is_heading(line[at : glue.start()], line[glue.end() :], glue, first=first):
            return glue.end()
    return at


def _before_dateline(heading: str, rest: str) -> bool:
    return len(_WORDS.findall(heading)) > 1 and not _ends_sentence(heading) and _DATELINE.match(rest) is not None


def _is_heading(heading: str, rest: str, glue: re.Match[str], *, first: bool) -> bool:
    words = _WORDS.findall(heading)
    if not words or _ends_sentence(heading) or rest[:1].isspace() or len(_WORDS.findall(rest)) < _REST:
        return False
    following = glue["next"].removesuffix("’s").removesuffix("'s")
    if glue["space"] or following in _OPENERS or _DAY.fullmatch(heading):
        return True
    headline = first and _is_headline(words)
    if headline and words[-1] in _nations() and following in _nations():
        return _is_sentence(
            rest
        )  # "Army Enters Northern Sudan-Sudan said", not "Push for Guards on Libya-Niger Border"
    if _is_compound(words[-1], following):
        return False
    short = words[-1][0].islower() and 1 < len(words) <= _SHORT_HEADING and "," not in heading
    return headline or (short and following[0].isalpha())


def _ends_sentence(heading: str) -> bool:
    """Tell whether a sentence ends before the hyphen, so that it stands within running text."""
    return re.search(r"(?<!\bvs)(?<=[a-z)”\"])[.?!][”\"]?\s", heading) is not None


def _is_compound(left: str, right: str) -> bool:
    """Tell "Frank-Walter", "Libya-Niger", "mid-April" and "Secretary-General" from a headline and its text."""
    nations = _nations()
    return (
        left.lower() in _BEFORE_NAMES
        or right in _TITLES
        or left in given_names()
        or len(left) == 1
        or (right in nations and (left in nations or left.endswith(".")))
    )


@cache
def _nations() -> frozenset[str]:
    return frozenset(name for country in countries() for name in (country.name, *country.aliases, *country.adjectives))


def _is_headline(words: list[str]) -> bool:
    """Tell whether all longer words have a capital, prepositions aside."""
    plain = [word for word in words if word[0].islower()]
    return len(words) >= _HEADLINE_WORDS + (not plain) and _SMALL.issuperset(w for w in plain if len(w) > _LONG_WORD)


def _is_sentence(text: str) -> bool:
    """Tell whether a text begins with words as in a sentence, many of them without a capital."""
    words: list[str] = _WORDS.findall(text)[:_SENTENCE]
    return sum(len(word) > _LONG_WORD and word[0].islower() for word in words) >= _PLAIN_WORDS
