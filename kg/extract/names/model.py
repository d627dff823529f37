"""Names that the model gives: what of its entities can be one, without what does not belong to it."""

from functools import cache

from spacy.tokens import Doc, Span

from kg.extract.names.name import Name
from kg.lexicon.organizations import organization_kinds
from kg.lexicon.titles import titles
from kg.lexicon.word_lists import words_of

MODEL_CLASSES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Group",
}
HONORIFICS = words_of("honorifics")
_COMMON_TAGS = frozenset(("NNS", "JJ", "RB", "VB", "VBG", "VBN"))
_ENDS_NO_NAME = frozenset(("CC", "DT", "IN", "MD", "RB", "TO", "VBD", "VBP", "VBZ", "WDT", "WP"))
_PEOPLES = words_of("peoples")
_NO_NAMES = words_of("no-names")
_NO_BEGINNINGS = words_of("beginnings-of-no-names")
_NO_ENDS = words_of("ends-of-no-names")
_KINDS = frozenset(kind.word for kind in organization_kinds())
_CAPTIONS = frozenset(("file", "photo", "watch", "video"))
_BEFORE_PLACES = frozenset(("in", "of", "near", "at", "from", "outside"))
_ONE_NAME = frozenset("and & of for inc inc. ltd ltd. llc corp corp. co co. plc jr jr. sr sr. ii iii".split())
_FULL_NAME = 2
"""Words of a first and a last name."""
LONG_DASHES = frozenset(("—", "–", "--"))


def from_model(ent: Span) -> list[Name]:
    """Return the names in the model's entity: none where it is none of ours or no name, two that it took for one."""
    type_ = MODEL_CLASSES.get(ent.label_)
    if type_ is None:
        return []
    return [name for part, as_type in _parts(ent, type_) if (name := _name(part, as_type)) is not None]


def _name(part: Span, type_: str) -> Name | None:
    name = _trimmed(part, type_)
    if name.start >= name.end or not _is_name(part.doc, name):
        return None
    last = part.doc[name.end - 1].lower_
    return name._replace(type="Group") if name.end - name.start == 1 and last in _PEOPLES else name


def _parts(ent: Span, type_: str) -> list[tuple[Span, str]]:
    """Return the names on both sides of a comma: "in the town of Brenik, Meridian Wire", "of Calvora, Lucan Reyes".

    Names of bodies with a list in them ("Ministry of Health, Labour and Welfare") and of companies stay whole.
    """
    doc = ent.doc
    comma = next((token.i for token in ent if token.text == ","), -1)
    words = {token.lower_ for token in ent}
    if comma <= ent.start or comma >= ent.end - 1 or not doc[comma + 1].text[0].isupper() or words & _ONE_NAME:
        return [(ent, type_)]
    behind_place = ent.start > 0 and doc[ent.start - 1].lower_ in _BEFORE_PLACES
    titled = ent.start > 1 and doc[ent.start - 1].lower_ == "of" and doc[ent.start - 2].lower_ in _heads_of_titles()
    first = "Place" if behind_place else type_
    second = "Person" if titled and ent.end - comma - 1 == _FULL_NAME else type_
    return [(doc[ent.start : comma], first), (doc[comma + 1 : ent.end], second)]


@cache
def _heads_of_titles() -> frozenset[str]:
    return frozenset(title.title.rpartition(" ")[2] for title in titles())


def _trimmed(ent: Span, type_: str) -> Name:
    """Return the entity up to a line break, dash or bracket, without what is no name at its ends.

    Articles, honorifics and possessives go, and small words that the model drew in ("Calvora confirmed").
    """
    doc, start, end = ent.doc, ent.start, ent.end
    if end - start > 2 and doc[start + 1].text == "-" and doc[start].lower_ in _CAPTIONS:  # noqa: PLR2004 - "FILE - X"
        start += 2
    end = next((i for i in range(start, end) if _cuts(doc, i, start, type_)), end)
    while start < end and doc[end - 1].tag_ in _ENDS_NO_NAME and doc[end - 1].text.islower():
        end -= 1
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not _wordlike(doc[start].text)):
        start += 1
    while start < end and (doc[end - 1].lower_ in ("'s", "’s", "'", "’") or not _wordlike(doc[end - 1].text)):
        end -= 1
    while type_ == "Person" and start < end - 1 and doc[start].lower_ in HONORIFICS:
        start += 1
    return Name(start, end, type_)


def _cuts(doc: Doc, i: int, start: int, type_: str) -> bool:
    """Say whether a name that begins at `start` ends before token `i`: at a line break, a dash, a bracket.

    So do "Lethuria in Port Anselm", "Gusau to Lagos" and "Santos the Peace Prize".
    """
    token = doc[i]
    text = token.text
    if "\n" in text or text in LONG_DASHES or text == "(":
        return True
    if i == start:
        return False
    if text == "-":
        return bool(token.whitespace_) and bool(doc[i - 1].whitespace_)
    if type_ == "Person":
        return text == "the" and start < i
    return text == "to" or (text == "in" and i - start == 1)


def _is_name(doc: Doc, name: Name) -> bool:
    """Say whether the model can be right: no common word that only begins a sentence, no number or bare title."""
    first = doc[name.start]
    if first.lower_ in ("anti", "pro") or not any(doc[i].text[0].isupper() for i in range(name.start, name.end)):
        return False
    if name.end - name.start == 1 and (
        first.lower_ in _NO_NAMES or (first.is_sent_start and first.tag_ in _COMMON_TAGS)
    ):
        return False
    if first.lower_ in _NO_BEGINNINGS or (first.lower_ == "operation" and name.type != "Organization"):
        return False
    if name.type == "Organization" and doc[name.end - 1].lower_ in _NO_ENDS and not _has_kind(doc, name):
        return False
    if name.type == "Person":
        return first.lower_ not in HONORIFICS and not any(token.like_num for token in doc[name.start : name.end])
    return True


def _has_kind(doc: Doc, name: Name) -> bool:
    """Say whether a word of the name tells that it is a body: "Institute for the Study of War"."""
    return any(token.lower_ in _KINDS for token in doc[name.start : name.end - 1])


def _wordlike(text: str) -> bool:
    return text[-1].isalnum() or text[-1] == "." or text[0].isalnum()
