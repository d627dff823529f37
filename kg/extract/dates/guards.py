"""Which of the things found are dates indeed: "May" the name, "2000 soldiers", "the fall of Kabul" are not."""

from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg.extract.dates.grammar import Item
from kg.extract.dates.meaning import Between, Date, Holiday, Part, Weekday
from kg.extract.dates.words import words_of_kind

_TIME_ADPOSITIONS = frozenset(
    "in since until till by from before after during through throughout of for between into to around about circa "
    "within over at on".split()
)
_NUMBERED = frozenset(
    "resolution flight number no. no article chapter page section model channel unit brigade room highway route boeing "
    "division regiment battalion class version line figure area building block # $ £ € us$ rs interstate type".split()
)
_QUANTIFIERS = frozenset("more less fewer than least most nearly almost some over under up only additional".split())
_MEASURES = frozenset(
    "people men women km kilometers kilometres miles meters metres feet percent % per troops tons tonnes dollars euros "
    "million billion thousand votes police personnel percentage yards acres hectares barrels points".split()
)
_NAME_MONTHS = frozenset(("may", "march", "august"))
_NAME_LABELS = frozenset(("PERSON", "ORG", "GPE", "FAC", "EVENT", "WORK_OF_ART"))
_SHORT_MONTH = 3
"""Letters of a month's abbreviation that, without a dot, day or year, is more likely a name."""

_NAME_BEFORE = frozenset("black bloody bl super ruby fat man casual palm cyber white".split())
_NAMING = (Date, Weekday, Part, Between, Holiday)
"""What stands before a noun as part of what it is called."""

_OF_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "VBG"))
_LASTING = frozenset(
    "for in within after over during of before by until through last past despite following between about "
    "around".split()
)
_SAID = frozenset("said says told added asked announced called insisted wrote replied warned argued".split())
_DETERMINERS = ("DT", "PRP$", "POS")
_COUNTING = frozenset("first second third fourth fifth last final".split())
_NEWSPAPERS = frozenset("newspaper newspapers paper papers tabloid broadsheet magazine journal".split())
_RECENT_YEARS = range(1900, 2051)
"""Years that news tells of without more ado; others need a preposition or brackets."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An item with the tokens at its ends and those beside it in the same sentence."""

    item: Item
    first: Token
    last: Token
    before: Token | None
    after: Token | None

    @property
    def alone(self) -> bool:
        """Whether the item is one token."""
        return self.first.i == self.last.i


def plausible(doc: Doc, item: Item) -> bool:
    """Tell whether what a rule found is a temporal expression in its sentence."""
    guard = _GUARDS.get(item.rule)
    if guard is None:
        return True
    first, last = doc[item.start], doc[item.end - 1]
    before = doc[item.start - 1] if item.start > 0 and not first.is_sent_start else None
    after = doc[item.end] if item.end < len(doc) else None
    if after is not None and (after.is_sent_start or after.is_space):
        after = None
    return guard(_Found(item, first, last, before, after))


def without_article(doc: Doc, item: Item) -> Item:
    """Return the item without its article where that belongs to a noun after it: "the [May 3] attack"."""
    first = doc[item.start]
    if first.lower_ not in ("the", "a", "an") or item.end >= len(doc) or not isinstance(item.meaning, _NAMING):
        return item
    after, last = doc[item.end], doc[item.end - 1]
    ranged = (
        isinstance(item.meaning, Date) and after.text in ("-", "–") and not last.whitespace_
    )  # "the [Jan. 15]-20 raid"
    apart = after.is_sent_start or not (ranged or after.tag_ in _OF_NOUNS) or last.tag_ == "IN"
    if apart or any(token.lower_ == "of" for token in doc[item.start : item.end]):
        return item
    return replace(item, start=item.start + 1)


def _is(token: Token | None, words: Container[str]) -> bool:
    """Tell whether there is a token and its text, in lower case, is one of `words`."""
    return token is not None and token.lower_ in words


def _tagged(token: Token | None, tags: Container[str]) -> bool:
    """Tell whether there is a token and its tag is one of `tags`."""
    return token is not None and token.tag_ in tags


def _year(found: _Found) -> bool:
    """Tell the year from a count, a number in a name, and part of another figure."""
    if not found.alone:
        return True
    if _is(found.before, "-./"):
        return _is(found.before, "-") and found.first.i > 1 and found.first.nbor(-2).like_num
    if _is(found.before, _NUMBERED) or _is(found.before, _QUANTIFIERS) or _counts(found) or _glued(found):
        return False
    year = found.item.meaning.year if isinstance(found.item.meaning, Date) else None
    bracketed = _is(found.before, "(") and _is(found.after, ")")
    prepositional = _is(found.before, _TIME_ADPOSITIONS) and not _tagged(found.after, ("NN", "NNS", "NNP", "NNPS"))
    return year in _RECENT_YEARS or bracketed or prepositional


def _counts(found: _Found) -> bool:
    """Tell "1500 soldiers" from "the 1992 protests", where a determiner stands before a figure that is not round."""
    if found.first.dep_ == "pobj" or found.after is None:
        return False
    if found.after.lower_ in _MEASURES:
        return True
    if found.first.dep_ != "nummod" or found.first.head.i < found.after.i or found.after.tag_ not in ("NNS", "NNPS"):
        return False
    determined = _tagged(found.before, _DETERMINERS) or (found.before is not None and found.before.dep_ == "compound")
    return not determined or found.first.lower_.endswith("00")


def _glued(found: _Found) -> bool:
    """Tell whether a word follows with a hyphen: "a 2000-mile march"."""
    if not _is(found.after, "-/") or found.last.whitespace_:
        return False
    following = found.last.i + 2
    return following < len(found.last.doc) and found.last.doc[following].is_alpha


def _month(found: _Found) -> bool:
    """Tell the month from the modal verb, the march, and the people called May, April or Jan."""
    token, before = found.first, found.before
    if isinstance(found.item.meaning, Date) and found.item.meaning.year is not None:
        return True
    if _is(before, _NAME_BEFORE):
        return False
    if token.lower_ not in _NAME_MONTHS:
        person = token.ent_type_ == "PERSON" and not _is(before, _TIME_ADPOSITIONS)
        return len(token.text) > _SHORT_MONTH and not person
    if _is_no_month(found):
        return False
    beside_noun = _tagged(before, _DETERMINERS) and _tagged(found.after, ("NN", "NNS", "JJ"))
    return token.ent_type_ == "DATE" or _is(before, _TIME_ADPOSITIONS) or beside_noun


def _is_no_month(found: _Found) -> bool:
    """Tell whether tag, entity label or a word beside speaks against "May", "March" or "August" as a month."""
    token, before, after = found.first, found.before, found.after
    if before is None and _is(after, _SAID):
        return True
    if token.tag_ in ("MD", "VB", "VBP", "VBD") or token.ent_type_ in _NAME_LABELS or _is(after, ("day",)):
        return True
    if after is not None and after.tag_ == "NNP" and after.ent_type_ != "DATE":
        return True
    if _tagged(before, (*_DETERMINERS, "JJ")) and _is(after, ("on", "to", "of", "for", "against", "through")):
        return True  # "the March on Rome", "the annual March for Life"
    named = before is not None and before.text[0].isupper() and before.tag_ != "DT"
    return named and not _is(before, _TIME_ADPOSITIONS)  # "the Long March"


def _weekday(found: _Found) -> bool:
    """Tell the weekday from a newspaper, a name and "the first Monday of May"."""
    if found.before is not None and found.before.lower_ in _COUNTING and _is(found.after, ("of", "in")):
        return False
    titled = found.after is not None and found.after.text[0].isupper() and found.after.lower_ in words_of_kind("title")
    return not titled and not _is(found.before, _NAME_BEFORE)


def _season(found: _Found) -> bool:
    """Tell the season from the fall of a city, the spring of a well and the Arab Spring."""
    season, before = found.last, found.before
    if isinstance(found.item.meaning, Part) and found.item.meaning.year is not None:
        return True
    if _is(found.after, ("of",)) or season.pos_ not in ("NOUN", "PROPN") or _tagged(before, ("NNP",)):
        return False
    if season.lower_ == "fall" and found.alone and not _is(before, ("in", "this", "last")):
        return False
    if _is(found.after, words_of_kind("event")) or _is(found.after, ("counter",)):
        return True
    determined = found.first.lower_ == "the" or (_tagged(before, _DETERMINERS) and not _is(before, ("a", "an")))
    return determined or _is(before, _TIME_ADPOSITIONS)


def _daypart(found: _Found) -> bool:
    """Tell "at night", "in the morning" from "a night raid" and "good morning"."""
    if _is(found.after, ("of", "-")) or (found.after is not None and found.after.tag_.startswith("NN")):
        return False
    if found.first.lower_ == "the":
        return _is(found.before, ("in", "during", "through", "by", "until", "till", "since", "before", "from"))
    return _is(found.before, ("at", "by", "until", "till", "before", "since"))


def _uncounted(found: _Found) -> bool:
    """Tell "for weeks", "months of fighting" from plain nouns; "a few days" needs no more."""
    if _is_age(found) or _is(found.before, ("as",)) or (found.first.lower_ == "some" and found.last.tag_ == "NN"):
        return False  # "in as many days", "some day"
    if not found.alone or (_is(found.before, _LASTING) and _tagged(found.before, ("IN",))):
        return True
    measuring = _is(found.after, ("of", "before", "after", "ago", "later", "earlier"))
    return measuring and not _tagged(found.before, ("DT", "PRP$", "JJ", "POS", "CD", "NN"))


def _counted(found: _Found) -> bool:
    """Tell "50 days" from an age, from a war called after its length and from a sum of money."""
    unit = found.last.text
    named = unit[0].isupper() and not unit.isupper() and not found.first.is_sent_start  # "the Six-Day War"
    if named or _is_age(found) or _is(found.before, ("aged", "age", "$")):
        return False
    someday = found.first.is_sent_start and found.first.lower_ == "one" and unit == "day"
    return not someday or _is(found.after, ("of", "after", "before"))


def _is_age(found: _Found) -> bool:
    """Tell whether the duration is the age of somebody; the age of a war is a duration."""
    doc, end = found.last.doc, found.last.i + 1
    rest = [token.lower_ for token in doc[end : end + 2]]
    if rest[:1] in (["old"], ["olds"]):
        end += 1
    elif rest in (["-", "old"], ["-", "olds"], ["of", "age"]):
        end += 2
    else:
        return False
    return end >= len(doc) or doc[end].lower_ not in words_of_kind("event")


def _single(found: _Found) -> bool:
    """Tell the length "a day" from "a day when all went wrong" and "on a day of mourning"."""
    loose = found.last.lower_ == "day" and _is(found.after, ("of", "in", "when", "for", "like"))
    return not loose and not _is(found.before, ("on",)) and not _is_age(found)


def _feast(found: _Found) -> bool:
    """Tell the feast from Bloody Easter, the Good Friday Agreement and the Easter Offensive."""
    after = found.after
    named = after is not None and after.text[0].isupper()
    part_of_name = named and (_is(after, words_of_kind("title")) or _is(after, words_of_kind("event")))
    return not part_of_name and not _is(found.before, _NAME_BEFORE)


def _overnight(found: _Found) -> bool:
    """Tell "struck overnight" from "cannot be won overnight" and "became famous overnight"."""
    verb = found.first.head
    return verb.lemma_ != "become" and not any(child.dep_ == "neg" for child in verb.children)


def _vague(found: _Found) -> bool:
    match found.last.lower_:
        case "current":
            return found.last.tag_ == "JJ"
        case "recently":
            return not _is(found.before, ("as", "so", "how"))
        case "future":
            return not found.alone or found.last.tag_ in ("JJ", "NN") or found.last.dep_ in ("amod", "compound")
    return True


def _past(found: _Found) -> bool:
    """Tell "the past" from "past the border"."""
    return not found.alone and found.last.tag_ == "NN"


def _future(found: _Found) -> bool:
    return not _is(found.after, ("of",)) or found.first.lower_ == "the"


def _told_quarter(found: _Found) -> bool:
    return not found.alone and not _is(found.after, ("of", "-"))


def _part_of_year(found: _Found) -> bool:
    """Tell "the third quarter" from "the second half of the match"."""
    return found.last.lower_ == "quarter" and not _is(found.after, ("of",))


def _frequency(found: _Found) -> bool:
    """Tell "held annually" from "the annual meeting" and the Daily Mail."""
    token = found.first
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") or _is(found.after, _NEWSPAPERS):
        return False  # "the state-run daily said"
    if found.after is not None and found.after.text[0].isupper() and found.after.tag_ != "JJ":
        return False  # "the party daily Granma"
    named = found.after is not None and token.text[0].isupper() and found.after.text[0].isupper()
    attribute = token.lower_ in ("annual", "quarterly") and token.dep_ == "amod"
    return not named and not attribute and token.tag_ not in ("NNS", "NNP")


def _bare_clock(found: _Found) -> bool:
    """Tell a time of day from a score or a verse: nothing is glued on either side."""
    return not _is(found.before, "-/") and not _is(found.after, "-/%")


_GUARDS: dict[str, Callable[[_Found], bool]] = {
    "_year": _year,
    "_month": _month,
    "_weekday": _weekday,
    "_season": _season,
    "_daypart": _daypart,
    "_uncounted": _uncounted,
    "_counted": _counted,
    "_single": _single,
    "_holiday": _feast,
    "_overnight": _overnight,
    "_vague_word": _vague,
    "_past": _past,
    "_future": _future,
    "_told_quarter": _told_quarter,
    "_part_of_year": _part_of_year,
    "_frequency": _frequency,
    "_bare_clock": _bare_clock,
}
"""Guards by the name of the builder whose items they look at; all other items are dates without question."""
