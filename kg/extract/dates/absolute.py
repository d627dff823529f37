"""Rules for dates that the words themselves give: days, months and years of the calendar, decades, feasts."""

import re
from dataclasses import replace

from kg.extract.dates.grammar import Built, Match, Rule, item, number_of, value_of
from kg.extract.dates.meaning import Between, Date, Era, Holiday, Part, Weekday
from kg.extract.dates.periods import SEASONS
from kg.extract.dates.words import alphabet

_PIVOT = 40
"""Two-digit years below it belong to the 2000s."""

_MONTHS, _DAYS = 12, 31
_LAST_YEAR = 2100
_LONGEST_SHORT_MONTH = len("Sept")
_YEARS = range(1000, _LAST_YEAR + 1)
_YEAR_DIGITS = 4
_ALWAYS = "24/7"
"""Which is no date."""


def full_year(digits: str) -> int:
    """Return the year that two or four digits stand for.

    >>> full_year("89"), full_year("08"), full_year("1989")
    (1989, 2008, 1989)
    """
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits are short for a year
        return number
    return number + (2000 if number < _PIVOT else 1900)


def year_of(match: Match) -> int | None:
    """Return the year of the group "year" of a match, in figures, in words or shortened with an apostrophe."""
    if not match.has("year"):
        return None
    texts = [text for text in match.texts("year") if text not in ("'", "’", "‘")]
    digits = texts[0].strip("'’")
    if digits.isdigit():
        return full_year(digits)
    return _year_in_words(texts)


def _year_in_words(texts: list[str]) -> int | None:
    """Return the year of "nineteen ninety - four" or "two thousand and five", None where it is a plain number.

    >>> _year_in_words(["nineteen", "ninety", "-", "four"]), _year_in_words(["two", "thousand", "and", "five"])
    (1994, 2005)
    """
    words = [text for text in texts if text not in ("-", "and")]
    if words[1] == "thousand":
        return 2000 + int(number_of(words[2:]))
    if words[1] == "hundred":
        return int(number_of(words[:1])) * 100 + int(number_of(words[2:]))
    return int(number_of(words[:1])) * 100 + int(number_of(words[1:]))


def _day_of_month(match: Match) -> Built:
    if match.doc[match.items("day")[-1].start].text[0].isupper():
        return None  # "the end of May the Second Squadron sailed"
    return Date(year=year_of(match), month=int(match.value("month")), day=int(match.number("day")))


def _detokenized_day(match: Match) -> Built:
    """Read "Sept . 5", as tokens joined by spaces give it."""
    month = match.items("month")[0].start
    short = len(match.doc[month].text) <= _LONGEST_SHORT_MONTH and match.value("month") not in ("5", "6", "7")
    return _day_of_month(match) if short and match.doc[month].whitespace_ else None


def _glued_day(match: Match) -> Built:
    """Read "Nov.16"."""
    month, day = match.value("date").split(".")
    return _checked(year_of(match), int(value_of(month.title())), int(day))


def _month(match: Match) -> Built:
    return Date(year=year_of(match), month=int(match.value("month")))


def _year(match: Match) -> Built:
    year = year_of(match)
    return None if year is None else Date(year=year)


def _short_year(match: Match) -> Built:
    quote = match.items("quote")
    if quote and (match.doc[quote[0].start].whitespace_ or _glued_before(match)):
        return None
    return _year(match)


def _glued_before(match: Match) -> bool:
    """Tell whether the match follows the token before it without white space, as a closing quotation mark does."""
    return match.start > 0 and not match.doc[match.start - 1].whitespace_ and not match.doc[match.start - 1].is_punct


def _days_between(match: Match) -> Built:
    """Read "3–5 May 2011" and "May 3–5": one token is both days."""
    first, last = (int(day) for day in re.split("[–—]", match.value("days")))
    if not 1 <= first < last <= _DAYS:
        return None
    date = Date(year=year_of(match), month=int(match.value("month")), day=first)
    return Between(date, replace(date, day=last))


def _years_between(match: Match) -> Built:
    """Read "1957–60" and "1957–1960"."""
    first, last = re.split("[–—/]", match.value("years"))
    last = first[: len(first) - len(last)] + last
    return Between(Date(year=int(first)), Date(year=int(last))) if first < last else None


def _iso(match: Match) -> Built:
    if match.spaced():
        return None
    return _checked(int(match.value("year")), int(match.value("month")), int(match.value("day")))


def _numeric(match: Match) -> Built:
    return _numeric_date(match.value("date"))


def _numeric_date(text: str) -> Date | None:
    """Return the date of figures with slashes, dots or hyphens; where day and month could be either, only the year.

    >>> _numeric_date("10/26/89") == _numeric_date("26.10.1989") == Date(year=1989, month=10, day=26)
    True
    >>> _numeric_date("05/06/2022")
    Date(year=2022, month=None, day=None, weekday=None, of=None, direction=0, anchor='now')
    """
    first, second, *third = re.split("[-/.]", text)
    if len(first) == _YEAR_DIGITS:
        return _checked(int(first), int(second), int(third[0])) if third else None
    year = full_year(third[0]) if third else None
    if text == _ALWAYS or (year is not None and year not in _YEARS):
        return None
    one, other = int(first), int(second)
    if "." in text or one > _MONTHS:
        return _checked(year, other, one) if "/" in text or year else None
    if other > _MONTHS or one == other:
        return _checked(year, one, other) if year or one != other else None
    return Date(year=year) if year else None


def _checked(year: int | None, month: int, day: int) -> Date | None:
    return Date(year=year, month=month, day=day) if 1 <= month <= _MONTHS and 1 <= day <= _DAYS else None


def _prefixed_year(match: Match) -> Built:
    return Date(year=int(match.value("word")[-4:]))


def _before_christ(match: Match) -> Built:
    year = match.number("n")
    return Date(year=1 - int(year)) if year == int(year) and 0 < year < 10000 else None  # noqa: PLR2004 - ancient history


def _anno_domini(match: Match) -> Built:
    year = match.number("n")
    return Date(year=int(year)) if year == int(year) and 0 < year <= _LAST_YEAR else None


def _decade(match: Match) -> Built:
    digits = "".join(mark for mark in match.value("word") if mark.isdigit())
    if match.has("bc"):
        return Era(f"BC{int(digits) // 10:03d}")
    if len(digits) == 2:  # noqa: PLR2004 - "90s"
        if match.has("quote") and match.doc[match.start].whitespace_:
            return None
        return Era(f"{full_year(digits) // 10:03d}")
    return Era(digits[:3])


def _decade_in_words(match: Match) -> Built:
    return Era(f"{full_year(match.value('word')) // 10:03d}")


def _century(match: Match) -> Built:
    number = int(match.number("n"))
    if match.has("bc"):
        return Era(f"BC{number - 1:02d}")
    return Era(f"{number - 1:02d}") if 1 < number <= _LAST_YEAR // 100 else None


def _holiday(match: Match) -> Built:
    return None if _begins_name(match) else Holiday(match.value("name"), year=year_of(match))


def _begins_name(match: Match) -> bool:
    """Tell whether a year and a feast begin a name: "the 1998 Good Friday Agreement" has the year alone."""
    token = match.next_token()
    return match.has("before") and token is not None and token.text[0].isupper()


def _season(match: Match) -> Built:
    return Part("season", SEASONS.index(match.value("season")), year=year_of(match))


def _quarter_label(match: Match) -> Built:
    label = match.value("label")
    return Part("quarter" if label[0] == "q" else "half", int(label[1]) - 1, year=year_of(match))


def _fiscal_year(match: Match) -> Built:
    digits = "".join(mark for mark in match.value("year") if mark.isdigit())
    return Date(year=full_year(digits))


def _day_of_told_month(match: Match) -> Built:
    """Read "on the 19th": a day of the month that was told last."""
    token = match.next_token()
    if match.followed_by("day? of? MONTH") or (token is not None and token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM")):
        return None
    meaning = Date(day=int(match.number("day")), anchor="told")
    return [*match.items("before"), item(match, "ordinal", meaning)]


def _weekday_with_number(match: Match) -> Built:
    """Read "Tuesday the 5th": a weekday and a day of the month told last."""
    return Date(day=int(match.number("day")), weekday=int(match.value("weekday")) - 1, anchor="told")


def _weekday_short(match: Match) -> Built:
    """Read "Sat" and "Sun." only where a day of the month follows."""
    return (
        Weekday(int(match.value("weekday")) - 1)
        if match.followed_by("comma? (DAYNUMBER of? MONTH|MONTH DAYNUMBER)")
        else None
    )


_YEAR_WORDS = (
    "(nineteen NUMBER (dash? NUMBER)?|eighteen NUMBER (dash? NUMBER)?|two thousand (and? NUMBER)?|twenty NUMBER)"
)
_OF_YEAR = f"((comma|of)? year:(YEAR|SHORTYEAR|quote TWODIGITS|{_YEAR_WORDS}))"


def _holiday_phrases() -> list[Rule]:
    """Return a rule for each feast of several words ("Good Friday")."""
    rules = []
    for words, entry in alphabet().phrases:
        pattern = " ".join({"-": "dash", "'s": "poss", "’s": "poss", "'": "quote"}.get(word, word) for word in words)

        def build(match: Match, rule: str = entry.value) -> Built:
            first = match.start + int(match.has("before"))
            named = match.doc[first].text[0].isupper() and not _begins_name(match)
            return Holiday(rule, year=year_of(match)) if named else None

        build.__name__ = "_holiday"
        rules += [Rule(f"{pattern} {_OF_YEAR}?", build), Rule(f"before:(year:YEAR) {pattern}", build)]
    return rules


def absolute_rules() -> list[Rule]:
    """Return the rules of this module."""
    return [
        Rule(f"day:DAYNUMBER month:MONTH {_OF_YEAR}?", _day_of_month),
        Rule(f"the? day:(DAYORDINAL|ORDINALWORD) (day? of)? month:MONTH {_OF_YEAR}?", _day_of_month),
        Rule(f"month:MONTH the? day:(DAYNUMBER|DAYORDINAL|ORDINALWORD) {_OF_YEAR}?", _day_of_month),
        Rule(f"month:MONTH stop day:DAYNUMBER {_OF_YEAR}?", _detokenized_day),
        Rule(f"date:MONTHDAY {_OF_YEAR}?", _glued_day),
        Rule(f"month:MONTH {_OF_YEAR}?", _month),
        Rule(f"days:DAYRANGE month:MONTH {_OF_YEAR}?", _days_between),
        Rule(f"month:MONTH days:DAYRANGE {_OF_YEAR}?", _days_between),
        Rule("years:YEARRANGE", _years_between),
        Rule("year:YEAR dash month:TWELVE dash day:DAYNUMBER", _iso),
        Rule("date:NUMERICDATE", _numeric),
        Rule("year:YEAR", _year),
        Rule("the? year year:(YEAR|SHORTYEAR|quote TWODIGITS)", _year),
        Rule(f"the? year year:{_YEAR_WORDS}", _year),
        Rule("year:(nineteen NUMBER (dash? NUMBER)?)", _year),
        Rule("quote:quote year:TWODIGITS", _short_year),
        Rule("year:SHORTYEAR", _short_year),
        Rule("word:YEARDASH", _prefixed_year),
        Rule("the? n:(DIGITS|HHMM) BCE", _before_christ),
        Rule("(ad|a_d_) n:DIGITS", _anno_domini),
        Rule("n:DIGITS (ad|a_d_|ce)", _anno_domini),
        Rule("the? (quote:quote)? word:(DECADE|SHORTDECADE) bc:BCE?", _decade),
        Rule("the? word:ANCIENTDECADE bc:BCE", _decade),
        Rule("the? word:DECADEDASH", _decade),
        Rule("the? word:NINETIES", _decade_in_words),
        Rule("(the|this)? n:ANYORDINAL dash? (century|centuries) bc:BCE?", _century),
        Rule(f"name:HOLIDAY {_OF_YEAR}?", _holiday),
        Rule("before:(year:YEAR) name:HOLIDAY", _holiday),
        Rule(f"the? season:SEASON ({_OF_YEAR} (dash TWODIGITS)?)?", _season),
        Rule(f"label:(QUARTERLABEL|HALFLABEL) {_OF_YEAR}?", _quarter_label),
        Rule("the? fiscal year? year:(YEAR|SHORTYEAR)", _fiscal_year),
        Rule("year:FISCALLABEL", _fiscal_year),
        Rule("before:(on|by|until|since|before|after|from|to|till) ordinal:(the day:DAYORDINAL)", _day_of_told_month),
        Rule("weekday:WEEKDAY comma? the day:(DAYORDINAL|ORDINALWORD)", _weekday_with_number),
        Rule("weekday:WEEKDAY_SHORT", _weekday_short),
        *_holiday_phrases(),
    ]
