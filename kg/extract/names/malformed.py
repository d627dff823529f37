"""What the model takes for a body and no body is called: glued words, photo credits, an adjective, half a quotation."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.names.name import Name

_QUOTES = frozenset(('"', "“", "”"))
_CREDITS = frozenset(("photo", "photos", "file", "video", "image"))
_PARTY = frozenset(("D", "R", "I"))
_FUNCTION = frozenset(
    "after although and because before but however if instead meanwhile then though when while".split()
)
_FINITE = frozenset(("VBD", "VBZ", "MD"))


def without_malformed(doc: Doc, words: Sequence[str], names: list[Name]) -> list[Name]:
    """Leave out the organizations without a key whose words can be no body's name."""
    people = {words[name.end - 1] for name in names if name.type == "Person"}
    return [
        name
        for name in names
        if name.key or name.type != "Organization" or not _malformed(doc, words[name.start : name.end], name, people)
    ]


def _malformed(doc: Doc, own: Sequence[str], name: Name, people: set[str]) -> bool:
    """Say whether the words of one name show that it is none."""
    parts = [part for word in own for part in word.split("-") if part]
    hyphened = any("-" in word for word in own)
    pair = hyphened and len(parts) > 1 and all(part in people for part in parts)  # "a Trump-Putin summit"
    glued = hyphened and parts[-1].lower() in _FUNCTION  # a heading stuck to "However"
    senator = hyphened and parts[0] in _PARTY and len(parts) > 1  # "D-NY"
    credit = own[-1].lower() in _CREDITS and len(own) > 1
    clause = len(own) > 1 and doc[name.end - 1].tag_ in _FINITE and own[-1][:1].isupper() and not own[-1].isupper()
    lone = len(own) == 1 and (own[0].endswith("esque") or _common_opening(doc, name))
    return pair or glued or senator or credit or clause or lone or not _QUOTES.isdisjoint(own)


def _common_opening(doc: Doc, name: Name) -> bool:
    """Say whether a common noun has its capital from the beginning of the sentence: "Smoke rises"."""
    token = doc[name.start]
    return token.is_sent_start is True and token.tag_ in ("NN", "NNS") and not token.text.isupper()
