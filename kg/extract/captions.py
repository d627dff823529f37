"""Captions of pictures and their credits within the text of an article: they interrupt what the sentences tell.

What stands in a caption is true on its own, but nobody named there is who "he" is in the next paragraph, and the day
with which it ends is the day of the picture: "FILE - The mayor visits the burnt hall, in Verrin, May 3, 2019."
"""

import re

from spacy.tokens import Doc

_LABEL = re.compile(r"\s*(?:FILE|PHOTO|FILE PHOTO)\s?(?:[-–—:]|\s-)")
_DAY_AT_END = re.compile(
    r""",?\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?
    (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s(?:19|20)\d\d\.?
    \s*(?:\([^()\n]*\))?\s*$""",
    re.VERBOSE,
)
_CREDIT = re.compile(r"\([A-Z](?:\.|[\w'’-]+)(?:\s[A-Z][\w.'’-]*)*\s?/\s?[A-Z]{2,}[\w\s]*\)")
"""Who took the picture, and for whom: "(P. Lorne/PX)"."""
_LONGEST = 500
"""Characters of a caption at most."""


def captions_of(doc: Doc) -> list[tuple[int, int]]:
    """Return the captions and credits of `doc` as tokens `[start, end)`, in text order.

    A caption is a line that begins with "FILE -", or one that ends with a full date and tells of nothing past.
    """
    text = doc.text
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) <= _LONGEST and (_LABEL.match(line) or _DAY_AT_END.search(line)):
            span = doc.char_span(start, end, alignment_mode="contract") if line.strip() else None
            if span is not None and (_LABEL.match(line) or not _tells_of_past(span.start, span.end, doc)):
                found.append((span.start, span.end))
        elif "/" in line:
            spans = (
                doc.char_span(start + credit.start(), start + credit.end(), alignment_mode="expand")
                for credit in _CREDIT.finditer(line)
            )
            found += [(span.start, span.end) for span in spans if span is not None]
        start = end + 1
    return found


def archived(doc: Doc) -> set[int]:
    """Return the tokens of captions of older pictures, "FILE - ...": who is called something there was so once."""
    return {i for start, end in captions_of(doc) if _LABEL.match(doc[start:end].text) for i in range(start, end)}


def _tells_of_past(start: int, end: int, doc: Doc) -> bool:
    """Tell whether a main clause of tokens `[start, end)` is in the past, as in running text."""
    return any(
        token.dep_ == "ROOT" and (token.tag_ == "VBD" or any(child.tag_ == "VBD" for child in token.lefts))
        for token in doc[start:end]
        if token.pos_ in ("VERB", "AUX")
    )
