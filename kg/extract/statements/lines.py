"""Speakers that the layout names: `Peskov: ...` before a line, `...: Kremlin` or `“...” — Name` at its end."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.text import DASHES, Text

_PLACES = frozenset({"Place", "Facility"})
_REPORTERS = frozenset({"police", "officials", "official", "report", "reports", "sources", "source", "ministry", "army",
                        "military", "witnesses", "monitor", "monitors", "minister", "president", "spokesman", "media",
                        "activists", "residents", "government", "envoy", "governor", "mayor", "un", "experts",
                        "analysts", "poll", "study", "survey"})  # fmt: skip
_PAGE_LABELS = frozenset({"source", "sources"})
"""Words that speak at the end of a headline; before a colon they say where the page comes from."""
_TOPICS = frozenset({"Place", "Facility", "Country", "Group"})
_LABEL = 4
_LONG_LINE = 300
_SIGNATURE = 10
_HEADLINE = 25
_LEAST = 3


def find_signed(text: Text, direct: set[int]) -> dict[int, Finding]:
    """Return the quotations signed with a dash and a name, by their number, those in `direct` left out."""
    found = {}
    for number, quote in enumerate(text.quotes):
        start, end = text.lines[quote.line]
        if number in direct or quote.start != start:
            continue
        if quote.end == end and quote.line + 1 < len(text.lines):
            dash, end = text.lines[quote.line + 1]  # the name has a line of its own
        else:
            dash = next((i for i in range(quote.end - 1, end) if text.words[i][-1] in DASHES), end)
        if not dash < end <= dash + _SIGNATURE or text.words[dash][-1] not in DASHES:
            continue
        speaker = _name(text, dash + 1, end)
        if speaker is not None:
            found[number] = Finding(
                content=(quote.start, quote.end),
                cue=(dash, dash + 1),
                speaker=speaker,
                direct=True,
                rule="quote:signature",
                anchor=None,
            )
    return found


def _name(text: Text, start: int, end: int) -> Speaker | None:
    """Read a name up to its first comma."""
    while start < end and text.words[start].isspace():
        start += 1
    words = text.doc[start:end]
    if any(word.pos_ in ("VERB", "AUX") for word in words):
        return None
    stop = next((word.i for word in words if word.text in (",", ".", "(")), end)
    names = [word.i for word in words if word.i < stop and word.pos_ == "PROPN"]
    return Speaker(start, stop, names[-1]) if names and names[0] == start else None


def find_labelled(text: Text) -> Iterator[Finding]:
    """Yield what stands after "PESKOV:" in a transcript or "Peskov:" in a headline, and before "...: Kremlin"."""
    labels = Counter(tuple(text.words[start:colon]) for start, _ in text.lines if (colon := _colon(text, start)))
    for start, end in text.lines:
        colon = _colon(text, start)
        if colon is not None and end - colon > _LEAST:
            finding = _label(text, start, colon, end, labels)
        else:
            finding = _headline_end(text, start, end)
        if finding is not None:
            yield finding


def _colon(text: Text, start: int) -> int | None:
    """Return where a colon ends a label of a few words at the start of a line."""
    end = min(start + _LABEL + 2, len(text.words))
    return next((i for i in range(start + 1, end) if text.words[i] == ":"), None)


def _label(text: Text, start: int, colon: int, end: int, labels: Counter[tuple[str, ...]]) -> Finding | None:
    first = start + (text.words[start] in ('"', "“", "”"))
    if first >= colon or text.words[colon - 1] in _PAGE_LABELS:
        return None
    named = text.mentions[first]
    whole = named is not None and named.start == first and named.end == colon
    shouted = all(word.is_upper and word.is_alpha and len(word) > 1 for word in text.doc[first:colon])
    person = whole and named is not None and named.label_ == "Person"
    headline = end - start <= _HEADLINE and (
        (whole and named is not None and named.label_ not in _TOPICS) or text.words[colon - 1] in _REPORTERS
    )
    if not (
        headline or (person and end - start <= _LONG_LINE) or (shouted and labels[tuple(text.words[start:colon])] > 1)
    ):
        return None
    span = text.trimmed(colon + 1, _end_of_heading(text, colon + 1, end))
    if span is None or any(i in text.verbs for i in range(first, colon)):
        return None
    number = text.quote_at[span[0]]
    direct = number >= 0 and text.quotes[number].start == span[0] and text.quotes[number].end == span[1]
    return Finding(content=span, cue=(colon, colon + 1), speaker=Speaker(first, colon, colon - 1), direct=direct,
                   rule="label:before", anchor=None)  # fmt: skip


def _end_of_heading(text: Text, start: int, end: int) -> int:
    """Return where the text begins that a hyphen glues to a headline, or `end`."""
    doc = text.doc
    glued = (i for i in range(start + 1, end) if doc[i].is_sent_start and text.words[i - 1] in DASHES)
    return next(glued, end)


def _headline_end(text: Text, start: int, end: int) -> Finding | None:
    """Read a headline that ends with its source: "Bridge blown up: governor", "Talks to resume - Kremlin"."""
    if end - start > _HEADLINE or end - start <= _LEAST + 2 or text.words[end - 1] in (".", "?", "!", '"', "”"):
        return None
    mark = next((i for i in range(end - 2, max(end - 2 - _LABEL, start + _LEAST), -1)
                 if text.words[i] in DASHES or text.words[i] == ":"), None)  # fmt: skip
    if mark is None or not _spaced(text.doc[mark]):
        return None
    head = text.doc[end - 1]
    mention = text.mentions[end - 1]
    source = mention is not None and mention.start == mark + 1 and mention.end == end and mention.label_ not in _PLACES
    if not source and not (head.lower_ in _REPORTERS and head.pos_ in ("NOUN", "PROPN")):
        return None
    span = text.trimmed(start, mark)
    if span is None or any(i in text.verbs for i in range(mark + 1, end)):
        return None
    return Finding(content=span, cue=(mark, mark + 1), speaker=Speaker(mark + 1, end, end - 1), direct=False,
                   rule="label:after", anchor=None)  # fmt: skip


def _spaced(mark: Token) -> bool:
    """Tell a dash between words from a hyphen within one."""
    return mark.text == ":" or (mark.i > 0 and bool(mark.nbor(-1).whitespace_))
