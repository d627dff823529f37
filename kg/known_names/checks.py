"""The values of one line of a list, checked: an entry, or what is wrong and what to do about it."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from kg.lexicon.countries import countries
from kg.resolve import LISTABLE, Entry

COLUMNS = ("id", "name", "aliases", "type", "country", "start", "end")
"""What a line may say; the first two and `type` are needed."""

NEEDED = ("id", "name", "type")

_LONGEST = 300
"""Characters of the longest name: more is no name, but a quotation mark that was never closed."""

_TYPES = {
    "human": "Person",
    "q5": "Person",
    "organisation": "Organization",
    "body": "Organization",
    "q43229": "Organization",
    "armedorganization": "ArmedGroup",
    "city": "Place",
    "town": "Place",
    "settlement": "Place",
    "location": "Place",
    "q486972": "Place",
    "state": "Country",
    "q6256": "Country",
    "q3624078": "Country",
}
"""What other lists, and Wikidata, call our classes."""

_DATE = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?")
_APART = re.compile(r"[\s_-]+")


class BadValueError(ValueError):
    """What is wrong with a value, and what to do about it."""


def to_entry(values: Mapping[str, object]) -> Entry:
    """Return the entry that the values of a line, by column, make.

    Raises:
        BadValueError: they make none.
    """
    missing = [column for column in NEEDED if not _text(values, column)]
    if missing:
        raise BadValueError(f"no {' and no '.join(missing)}; a line needs {', '.join(NEEDED)}")
    name = _name(_text(values, "name"))
    aliases = {_name(alias): None for alias in _aliases(values)}
    start, end = _date(values, "start"), _date(values, "end")
    if start is not None and end is not None and start > end[: len(start)]:
        raise BadValueError(f"start {start} is after end {end}; correct one of them")
    return Entry(
        id=_name(_text(values, "id")),
        name=name,
        type=type_of(_text(values, "type")),
        aliases=tuple(alias for alias in aliases if alias != name),
        country=_country(_text(values, "country")),
        start=start,
        end=end,
    )


def type_of(word: str) -> str:
    """Return the class of entities that `word` names, in any case, with or without spaces.

    >>> type_of("armed group"), type_of("PERSON"), type_of("human")
    ('ArmedGroup', 'Person', 'Person')

    Raises:
        BadValueError: it names none.
    """
    found = _classes().get(_APART.sub("", word).casefold())
    if found is None:
        raise BadValueError(f"{word!r} is no type; use one of {', '.join(LISTABLE)}")
    return found


@cache
def _classes() -> dict[str, str]:
    return {**_TYPES, **{name.casefold(): name for name in LISTABLE}}


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): country.iso for country in countries() for name in (country.name, *country.aliases)}


def _text(values: Mapping[str, object], column: str) -> str:
    value = values.get(column)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadValueError(f"{column} is no text; write it in quotation marks")
    return unicodedata.normalize("NFC", str(value).strip())


def _aliases(values: Mapping[str, object]) -> list[str]:
    given = values.get("aliases")
    parts = given if isinstance(given, list) else _text(values, "aliases").split("|")
    if not all(isinstance(part, str) for part in parts):
        raise BadValueError('aliases must be names; write them as ["one", "other"] or "one|other"')
    return [stripped for part in parts if (stripped := unicodedata.normalize("NFC", part.strip()))]


def _name(text: str) -> str:
    if len(text) > _LONGEST:
        raise BadValueError(f"a name of {len(text)} characters; close the quotation marks before it, or shorten it")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        raise BadValueError(f"{text!r} has a line break or another control character in it; take it out")
    return text


def _country(text: str) -> str | None:
    if not text:
        return None
    if len(text) == len("UA") and text.isascii() and text.isalpha():
        return text.upper()
    code = _codes().get(text.casefold())
    if code is None:
        raise BadValueError(f"no country is known as {text!r}; give its ISO 3166-1 code (UA), or leave it out")
    return code


def _date(values: Mapping[str, object], column: str) -> str | None:
    text = _text(values, column)
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None or int(found[2] or 0) > 12 or int(found[3] or 0) > 31:  # noqa: PLR2004 - months, days
        raise BadValueError(f"{column} {text!r} is no date; write it as 1978, 1978-01 or 1978-01-25")
    known = [part for part in found.groups() if part is not None]
    return "-".join(known[: known.index("00")] if "00" in known else known)
