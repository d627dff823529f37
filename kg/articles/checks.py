"""From loose values to an Article: what every form of input has to pass."""

import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from kg.articles.language import other_language
from kg.errors import InputError
from kg.records import Article

MAX_CHARACTERS = 500_000
"""The longest text: a hundred times a news article, which takes a minute and 2 GB of memory to read."""

_OPTIONAL = ("title", "url", "publisher", "published")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\S+)?")


def to_article(values: Mapping[str, object], *, source: str, line: int | None, published: str | None) -> Article:
    """Check `values` (keys `id`, `text` and optional ones) and return them as an Article.

    Args:
        values: as read from a file; keys that are not ours are passed over.
        source: the file, for messages.
        line: its line, for messages.
        published: the date for an article that has none of its own.

    Raises:
        InputError: a value is missing, or cannot be what it should be.
    """
    for key in ("id", "text"):
        if values.get(key) is None:
            raise InputError(source, f"no {key!r}; give every article an id and a text", line=line)
    words = {key: _string(values, key, source, line) for key in ("id", "text", "language", *_OPTIONAL)}
    text, name = words["text"] or "", (words["id"] or "").strip()
    if not name:
        raise InputError(source, "the id is empty; give every article its own", line=line)
    if problem := _problem(text, words["language"]):
        raise InputError(source, problem, line=line)
    words = {key: (words[key] or "").strip() or None for key in _OPTIONAL}
    date = words["published"] or published
    if date is not None and not is_date(date):
        raise InputError(source, f"published {date!r} is no date; write it as 2025-07-22, or leave it out", line=line)
    return Article(
        id=name,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        title=words["title"],
        url=words["url"],
        publisher=words["publisher"],
        published=date,
    )


def is_date(value: str) -> bool:
    """Say whether `value` is an ISO 8601 date or date-time with its day.

    >>> [is_date(value) for value in ("2025-07-22", "2025-07-22T09:30:00Z", "2025-02-30", "22 July 2025")]
    [True, True, False, False]
    """
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def too_long(characters: int) -> str:
    """Return the message for a text of `characters`."""
    return (
        f"the text has {characters:,} characters, more than {MAX_CHARACTERS:,}; "
        "split it into articles, one object a line in a .jsonl file"
    )


def _string(values: Mapping[str, object], key: str, source: str, line: int | None) -> str | None:
    value = values.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(source, f"{key!r} is {value!r:.40}; it should be a string", line=line)
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise InputError(source, f"{key!r} has half a surrogate pair, which is no character; mend it", line=line)
    return value


def _problem(text: str, language: str | None) -> str | None:
    """Return what is wrong with `text` and the remedy, or None."""
    if not text.strip():
        return "the text is empty; leave the article out"
    if len(text) > MAX_CHARACTERS:
        return too_long(len(text))
    if "\0" in text:
        return "binary data, not text; leave it out or convert it to UTF-8 text"
    if language is not None and not language.lower().startswith("en"):
        return f"the article says its language is {language!r}; kg reads English, so leave it out or translate it"
    if found := other_language(text):
        return f"the text is in another language ({found}); kg reads English, so leave it out or translate it"
    return None
