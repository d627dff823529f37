"""Which place lies in which: "Pokrovsk, in Donetsk region", "the Syrian city of Aleppo", "Tripoli, Lebanon"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, ContainmentRow, EntityRow, spans_of
from kg.extract.places.areas import PARTS

_INSIDE = ("Place", "Facility")
_AROUND = ("Place", "Country")
_RANK = {"point": 0, "city": 1, "district": 2, "region": 3, "country": 4}
_SETTLEMENTS = frozenset("city town village port suburb district settlement capital neighborhood camp".split())
_SKIPPED = PARTS | {"the", "its"}
_MOST_SKIPPED = 3


def find_containment(doc: Doc) -> list[ContainmentRow]:
    """Return each pair of places of `doc` of which the text says that one lies in the other."""
    entities: dict[str, EntityRow] = doc._.kg_entities
    places = [span for span in spans_of(doc, MENTIONS) if entities[span.id_]["type"] in (*_INSIDE, "Country")]
    starts = {span.start: span for span in places}
    found: dict[tuple[str, str], ContainmentRow] = {}
    for part in places:
        if entities[part.id_]["type"] not in _INSIDE or part.kb_id_ != "name":
            continue
        for whole, rule, confidence in (*_behind(doc, part, starts), *_before(doc, part, starts)):
            if _fits(entities[part.id_], entities[whole.id_]) and part.id_ != whole.id_:
                evidence = (min(part.start, whole.start), max(part.end, whole.end))
                row = ContainmentRow(
                    part=part.id_, whole=whole.id_, evidence=evidence, confidence=confidence, rule=rule
                )
                found.setdefault((part.id_, whole.id_), row)
    return list(found.values())


def _behind(doc: Doc, part: Span, starts: dict[int, Span]) -> Iterator[tuple[Span, str, float]]:
    """Yield the place behind `part`: "Tripoli, Lebanon", "Pokrovsk, in the Donetsk region", "Goma in eastern Congo"."""
    i = part.end
    comma = i < len(doc) and doc[i].text == ","
    i += comma
    located = i < len(doc) and doc[i].lower_ == "in"
    if not comma and not located:
        return
    i += located
    for _ in range(_MOST_SKIPPED):
        if located and i < len(doc) and i not in starts and doc[i].lower_ in _SKIPPED:
            i += 1
    whole = starts.get(i)
    if whole is not None and whole.end < len(doc) and doc[whole.end].lower_ in ("'s", "’s"):
        whole = starts.get(whole.end + 1, whole)  # "in Ukraine's Donetsk region"
    if whole is None or whole.sent.start != part.sent.start or whole.kb_id_ != "name":
        return
    if located and (comma or doc[part.start - 1].lower_ != "in"):
        yield whole, "place:in", 0.85
    elif comma and not located and _closes(doc, part, whole):
        yield whole, "place:comma", 0.9


def _closes(doc: Doc, part: Span, whole: Span) -> bool:
    """Say whether the comma opens an aside ("in Tripoli, Lebanon, on Sunday"), no list and no clause."""
    entities: dict[str, EntityRow] = doc._.kg_entities
    following = doc[whole.end].lower_ if whole.end < len(doc) else "."
    if whole.end < len(doc) and doc[whole.end].pos_ in ("VERB", "AUX", "PART"):
        return False
    before = doc[part.start - 1].lower_ if part.start else ""
    around = whole.label_ == "Country" or entities[whole.id_].get("precision") == "region"
    return around and following not in ("and", "or", "&") and before not in (",", "and", "or")


def _before(doc: Doc, part: Span, starts: dict[int, Span]) -> Iterator[tuple[Span, str, float]]:
    """Yield the country or region before `part`: "the Syrian city of Aleppo", "Ukraine's Donetsk region"."""
    i = part.start - 1
    if i > 1 and doc[i].lower_ == "of" and doc[i - 1].lower_ in _SETTLEMENTS:
        i -= 2
        while i > part.sent.start and doc[i].lower_ in _SKIPPED | {"largest", "main", "second", "coastal", "border"}:
            i -= 1
    elif i < 1 or doc[i].lower_ not in ("'s", "’s"):
        return
    for start in (i - 2, i - 1, i):
        whole = starts.get(start)
        if whole is not None and whole.label_ == "Country" and whole.end in (i, i + 1):
            possessive = doc[i].lower_ in ("'s", "’s")
            if whole.kb_id_ == "adjective" or possessive:
                yield whole, "place:possessive" if possessive else "place:adjective", 0.85
                return


def _fits(part: EntityRow, whole: EntityRow) -> bool:
    """Say whether one place can lie in the other by what the gazetteer knows of them."""
    if whole["type"] not in _AROUND:
        return False
    inner, outer = part.get("country"), whole.get("country")
    if inner is not None and outer is not None and inner != outer:
        return False
    small, large = part.get("precision"), whole.get("precision")
    return small is None or large is None or _RANK[small] < _RANK[large]
