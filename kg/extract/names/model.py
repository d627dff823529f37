"""Names that the model gives: what of its entities can be one, without what does not belong to it."""

from spacy.tokens import Doc, Span

from kg.extract.names.name import Name
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
LONG_DASHES = frozenset(("—", "–", "--"))


def from_model(ent: Span) -> Name | None:
    """Return the model's entity as a name, or None where it is none of ours or no name at all."""
    type_ = MODEL_CLASSES.get(ent.label_)
    if type_ is None:
        return None
    name = _trimmed(ent, type_)
    return name if name.start < name.end and _is_name(ent.doc, name) else None


def _trimmed(ent: Span, type_: str) -> Name:
    """Return the entity up to a line break or dash, without articles, honorifics and possessives at its ends."""
    doc, start, end = ent.doc, ent.start, ent.end
    end = next((i for i in range(start, end) if "\n" in doc[i].text or doc[i].text in LONG_DASHES), end)
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not _wordlike(doc[start].text)):
        start += 1
    while start < end and (doc[end - 1].lower_ in ("'s", "’s", "'", "’") or not _wordlike(doc[end - 1].text)):
        end -= 1
    while type_ == "Person" and start < end - 1 and doc[start].lower_ in HONORIFICS:
        start += 1
    return Name(start, end, type_)


def _is_name(doc: Doc, name: Name) -> bool:
    """Say whether the model can be right: no common word that only begins a sentence, no number or bare title."""
    first = doc[name.start]
    if first.lower_ in ("anti", "pro") or not any(doc[i].text[0].isupper() for i in range(name.start, name.end)):
        return False
    if name.end - name.start == 1 and first.is_sent_start and first.tag_ in _COMMON_TAGS:
        return False
    if name.type == "Person":
        return first.lower_ not in HONORIFICS and not any(token.like_num for token in doc[name.start : name.end])
    return True


def _wordlike(text: str) -> bool:
    return text[-1].isalnum() or text[-1] == "." or text[0].isalnum()
