"""Which of the things found are dates indeed: "May" the name, "2000 soldiers", "the fall of Kabul" are not."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.extract.dates.grammar import Item
from kg.extract.dates.meaning import Date
from kg.extract.dates.words import words_of_kind

_TIME_ADPOSITIONS = frozenset(
    "in since until till by from before after during through throughout of for between into to around about circa "
    "within over at on".split()
)
_NUMBERED = frozenset(
    "resolution flight number no. no article chapter page section model channel unit brigade room highway route boeing "
    "division regiment battalion class version line figure area building block # $ £ € us$ rs interstate type".split()
)
_FEW_YEARS = frozenset("more less fewer than least most nearly almost some over under up than only additional".split())
_COUNTED_TAGS = ("NNS", "NNPS")
_MEASURES = frozenset(
    "people men women km kilometers kilometres miles meters metres feet percent % per troops tons tonnes dollars euros "
    "million billion thousand votes police personnel percentage yards acres hectares barrels points".split()
)
_NAME_MONTHS = frozenset(("may", "march", "august", "april", "june"))
_NAME_LABELS = frozenset(("PERSON", "ORG", "GPE", "FAC", "EVENT", "WORK_OF_ART"))
_SHORT_MONTH = 3
"""Letters of a month's abbreviation that, without a dot, day or year, is more likely a name."""

_NAME_BEFORE = frozenset("black bloody bl super ruby fat man casual palm cyber".split())
_LASTING = frozenset("for in within after over during of before by until through last past despite following between about around".split())



def plausible(doc: Doc, item: Item) -> bool:
    """Tell whether what a rule found is a temporal expression in its sentence."""
    guard = _GUARDS.get(item.rule)
    return guard is None or guard(doc, item)


def _before(doc: Doc, item: Item) -> Token | None:
    return doc[item.start - 1] if item.start > 0 and not doc[item.start].is_sent_start else None


def _after(doc: Doc, item: Item) -> Token | None:
    if item.end >= len(doc) or doc[item.end].is_sent_start or doc[item.end].is_space:
        return None
    return doc[item.end]


def _bare_year(doc: Doc, item: Item) -> bool:
    assert isinstance(item.meaning, Date)  # noqa: S101 - the rule builds dates
    before, after = _before(doc, item), _after(doc, item)
    if item.end - item.start > 1:
        return True
    if before is not None and (before.lower_ in _NUMBERED or before.lower_ in _FEW_YEARS or before.text in "-./"):
        return before.text == "-" and before.i > 0 and doc[before.i - 1].like_num
    if after is not None:
        if after.tag_ in _COUNTED_TAGS and not _dated_plural(doc, item, after):
            return False
        if after.lower_ in _MEASURES or (after.text in "-/" and not doc[item.end - 1].whitespace_ and item.end + 1 < len(doc) and doc[item.end + 1].is_alpha):
            return False
    year = item.meaning.year or 0
    recent = 1900 <= year <= 2050  # noqa: PLR2004 - years that news tells of without more ado
    bracketed = before is not None and before.text == "(" and after is not None and after.text == ")"
    if recent or bracketed:
        return True
    return before is not None and before.lower_ in _TIME_ADPOSITIONS and (after is None or not after.tag_.startswith("NN"))


def _dated_plural(doc: Doc, item: Item, after: Token) -> bool:
    """Tell "the 1992 protests" from "1500 soldiers": a year after a determiner that is no round figure."""
    before = _before(doc, item)
    determined = before is not None and (before.tag_ in ("DT", "PRP$", "POS") or before.dep_ in ("poss", "compound"))
    return determined and doc[item.start].lower_[-2:] != "00" and after.lower_ not in _MEASURES


def _bare_month(doc: Doc, item: Item) -> bool:
    """Tell the month from the modal verb, the march and the people called May, April, June, August or Jan."""
    token, before, after = doc[item.start], _before(doc, item), _after(doc, item)
    if token.lower_ not in _NAME_MONTHS:
        return len(token.text) > _SHORT_MONTH  # "Jan Kavan", "Mar del Plata"
    if token.tag_ in ("MD", "VB", "VBP", "VBD") or token.ent_type_ in _NAME_LABELS:
        return False
    if after is not None and (after.lower_ == "day" or (after.tag_ == "NNP" and after.ent_type_ != "DATE")):
        return False
    if before is None:
        return token.ent_type_ == "DATE"
    if before.text[0].isupper() and before.ent_type_ != "DATE" and before.lower_ not in _TIME_ADPOSITIONS:
        return before.tag_ == "DT" and token.ent_type_ == "DATE"
    if before.lower_ in _TIME_ADPOSITIONS:
        return True
    noun_after = after is not None and after.tag_ in ("NN", "NNS", "JJ")
    return token.ent_type_ == "DATE" or (before.tag_ in ("DT", "PRP$", "POS") and noun_after)


def _bare_weekday(doc: Doc, item: Item) -> bool:
    before, after = _before(doc, item), _after(doc, item)
    if before is not None and before.lower_ in _NAME_BEFORE:
        return False
    titles = words_of_kind("title")
    return after is None or not (after.text[0].isupper() and after.lower_ in titles)


def _bare_season(doc: Doc, item: Item) -> bool:
    assert item.meaning is not None  # noqa: S101 - items of rules have meanings
    if getattr(item.meaning, "year", None) is not None:
        return True
    token, before, after = doc[item.end - 1], _before(doc, item), _after(doc, item)
    if after is not None and after.lower_ == "of":
        return False
    if token.lower_ == "fall" and not (item.end - item.start > 1 or (before is not None and before.lower_ in ("in", "this", "last"))):
        return False
    if after is not None and (after.lower_ in words_of_kind("event") or after.lower_ == "counter"):
        return before is None or before.tag_ != "NNP"
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if before is not None and before.tag_ == "NNP" and token.text[0].isupper():
        return False  # the Arab Spring
    if doc[item.start].lower_ == "the" or (before is not None and before.tag_ in ("PRP$", "POS", "DT")):
        return token.dep_ != "compound" or token.lower_ != "fall"
    return before is not None and before.lower_ in _TIME_ADPOSITIONS


def _bare_daypart(doc: Doc, item: Item) -> bool:
    before, after = _before(doc, item), _after(doc, item)
    if before is None or before.lower_ not in ("in", "at", "by", "until", "till", "since", "before", "during", "through", "from"):
        return False
    if after is not None and (after.tag_.startswith("NN") or after.lower_ in ("of", "-")):
        return False
    return doc[item.start].lower_ == "the" or before.lower_ in ("at", "by", "until", "before", "since")


def _bare_units(doc: Doc, item: Item) -> bool:
    before, after = _before(doc, item), _after(doc, item)
    if doc[item.start].lower_ in ("seconds", "quarters", "minutes", "decades", "centuries") and before is None:
        return False
    if _old(doc, item):
        return False
    if after is not None and after.lower_ in ("of", "before", "after", "ago", "later", "earlier") and item.end - item.start == 1:
        return before is None or before.tag_ not in ("DT", "PRP$", "JJ", "POS", "CD", "NN")
    return before is not None and before.lower_ in _LASTING and item.end - item.start >= 1 and before.tag_ == "IN"


def _counted(doc: Doc, item: Item) -> bool:
    if _old(doc, item):
        return False
    before = _before(doc, item)
    if before is not None and before.lower_ in ("aged", "$", "age"):
        return False
    if doc[item.end - 1].lower_ in ("quarter", "quarters"):
        after = _after(doc, item)
        determined = doc[item.start].lower_ in ("the", "last", "next", "past") or (before is not None and before.lower_ in ("last", "past", "next"))
        return determined and (after is None or after.lower_ != "of")
    return True


def _old(doc: Doc, item: Item) -> bool:
    """Tell whether the duration is the age of somebody; the age of a war is a duration."""
    rest = [token.lower_ for token in doc[item.end : item.end + 3]]
    if rest[:1] == ["old"] or rest[:1] == ["olds"]:
        aged = 1
    elif rest[:2] in (["-", "old"], ["-", "olds"], ["of", "age"]):
        aged = 2
    else:
        return False
    following = item.end + aged
    return following >= len(doc) or doc[following].lower_ not in words_of_kind("event")


def _single(doc: Doc, item: Item) -> bool:
    after = _after(doc, item)
    unit = doc[item.end - 1].lower_
    if _old(doc, item) or (after is not None and after.lower_ in ("of", "in", "when", "for", "like") and unit == "day"):
        return False
    return True


def _feast(doc: Doc, item: Item) -> bool:
    before = _before(doc, item)
    return before is None or before.tag_ != "NNP" or before.ent_type_ != "WORK_OF_ART"


def _vague(doc: Doc, item: Item) -> bool:
    token, before, after = doc[item.start], _before(doc, item), _after(doc, item)
    word = doc[item.end - 1].lower_
    if word == "current":
        return token.tag_ == "JJ"
    if word == "recently":
        return before is None or before.lower_ not in ("as", "so", "how")
    if word == "future" and item.end - item.start == 1:
        return token.tag_ in ("JJ", "NN") or token.dep_ in ("amod", "compound")
    return True


def _past(doc: Doc, item: Item) -> bool:
    return item.end - item.start > 1 and doc[item.end - 1].tag_ == "NN"


def _told_quarter(doc: Doc, item: Item) -> bool:
    after = _after(doc, item)
    return item.end - item.start > 1 and (after is None or after.lower_ not in ("of", "-", "century"))


def _future(doc: Doc, item: Item) -> bool:
    after = _after(doc, item)
    return after is None or after.lower_ != "of" or doc[item.start].lower_ == "the"


def _part_of_year(doc: Doc, item: Item) -> bool:
    """Tell "the third quarter" from "the second half of the match"."""
    unit = doc[item.end - 1].lower_
    return unit == "quarter" and ((after := _after(doc, item)) is None or after.lower_ != "of")


def _frequency(doc: Doc, item: Item) -> bool:
    token, after = doc[item.start], _after(doc, item)
    if after is not None and token.text[0].isupper() and after.text[0].isupper():
        return False
    if token.lower_ in ("annual", "quarterly") and token.dep_ == "amod":
        return False  # the name of a thing rather than a time: "the annual meeting"
    return token.tag_ not in ("NNS", "NNP")


def _name_like(doc: Doc, item: Item) -> bool:
    """Tell a time of day from a score or a verse: nothing glued on either side."""
    before, after = _before(doc, item), _after(doc, item)
    return (before is None or before.text not in "-/") and (after is None or after.text not in "-/%")


_GUARDS: dict[str, Callable[[Doc, Item], bool]] = {
    "_year": _bare_year,
    "_month": lambda doc, item: not isinstance(item.meaning, Date) or item.meaning.year is not None or _bare_month(doc, item),
    "_weekday": _bare_weekday,
    "_season": _bare_season,
    "_daypart": _bare_daypart,
    "_uncounted": lambda doc, item: item.end - item.start > 1 and not _old(doc, item) or _bare_units(doc, item),
    "_counted": _counted,
    "_single": _single,
    "_holiday": _feast,
    "_vague_word": _vague,
    "_past": _past,
    "_future": _future,
    "_told_quarter": _told_quarter,
    "_part_of_year": _part_of_year,
    "_frequency": _frequency,
    "_bare_clock": _name_like,
}


