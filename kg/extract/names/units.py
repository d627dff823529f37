"""Numbered units of armed forces, which the model often takes for a number and a common word: "the 5th Brigade"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.names.name import Name
from kg.lexicon.names import name_words

_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:Twenty|Thirty|Forty)?-?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)"
)
_LONGEST = 5
"""Words between the number and the kind of unit: "the 12th Separate Special Forces Brigade"."""


def numbered_units(doc: Doc) -> Iterator[Name]:
    """Yield each unit whose number and kind `doc` gives, all words between them written as parts of a name."""
    kinds = name_words("numbered-units")
    for token in doc:
        if not _ORDINAL.fullmatch(token.text):
            continue
        for end in range(token.i + 1, min(token.i + _LONGEST + 2, len(doc))):
            word = doc[end].text
            if not word[:1].isupper():
                break
            if word.lower() in kinds:
                yield Name(token.i, end + 1, "MilitaryUnit")
                break
