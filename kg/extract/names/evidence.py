"""What the words around a name show it to be, where only the model says what it is.

The model knows few small towns and takes them for people or bodies: "near Merowe", "the town of Suruc", "Kano, the
northern city" show a place, "37-year-old Alton Sterling" and "the Bayasi family" a person.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.names.name import Name, text_of
from kg.lexicon.countries import countries
from kg.lexicon.organizations import organization_kinds
from kg.lexicon.word_lists import words_of

_AREAS = words_of("words-for-places")
_AFTER_PLACES = words_of("words-after-places")
_WITHIN = frozenset("in near outside around across throughout toward towards into inside".split())
_ON = frozenset("across along above on over from beyond".split())
_NOT_WITHIN = words_of("words-with-in")
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest outskirts outside suburb suburbs".split()
)
_TAKEN = frozenset("besiege enter flee liberate overrun reach recapture retake shell".split())
"""Verbs of which a town is the object more often than a person or body."""
_OF_TOWNS = frozenset("shelling bombardment siege residents inhabitants streets mayor".split())
"""Nouns before "of" and a town more often than a person or body: "the shelling of Tarsk"."""
_WAYS = frozenset("highway rail railway road route siege".split())
"""Nouns before "to" and a town: "the road to Tarsk", "laid siege to Tarsk"."""
_CLOSING = frozenset((",", ".", ";", ")"))
_AIMING = frozenset(
    "aim angry fire furious hurl laugh launch look lunge point rage shoot shout smile stare swing throw yell".split()
)
"""What has its mark, often a person, after "at"."""
_SPEAKING = frozenset(
    "accuse add agree announce appoint argue ask believe call claim condemn declare demand deny insist order promise "
    "refuse reject resign say sign tell think threaten tweet urge vow want warn write".split()
)
_CAPITALS = frozenset(capital for country in countries() for capital in country.capitals)
_KINDS = frozenset(kind.word for kind in organization_kinds())
_PARTS = frozenset("airspace countryside mayor outskirts population residents skyline streets suburbs".split())
"""What only a place has: "Raqqa's eastern countryside"."""
_OWNED = _PARTS | {"dead", "inhabitants", "people"}
"""What a town calls its own: "Brenik buried 14 of its people"."""
_LAND = frozenset("bay heights island islands mountain mountains pass peak ridge river valley".split())
"""Last words of the names of land and water: "at Hollin Pass"."""
_LISTING = frozenset(("between", "from", "in", "near", "of", "to"))
_FAMILY = frozenset(("administration", "family", "presidency", "regime"))
"""What is called after a person: "the Obama administration", "the Bayasi family"."""
_DOUBTFUL = frozenset(("Person", "Organization"))
_PERSON_WORDS = (2, 3, 4)
_STRONG, _WEAK = 2, 1


def places_shown(doc: Doc, words: Sequence[str], lower: Sequence[str], names: list[Name]) -> set[str]:
    """Return the texts of the names without a key that their surroundings show to be places."""
    towns = {i for name in names if name.type in ("Place", "Country") for i in range(name.start, name.end)}
    common = set(words) & set(lower)
    votes: Counter[str] = Counter()
    capitals = {
        text
        for name in names
        if name.type in ("Group", "Organization") and not name.key and (text := text_of(doc, name)) in _CAPITALS
    }
    for name in names:
        if name.key or name.type not in _DOUBTFUL or not _could_be_place(doc, lower, name):
            continue
        if name.end - name.start == 1 and lower[name.start] in common:
            continue
        votes[text_of(doc, name)] += _as_place(doc, lower, name, towns) - _as_speaker(doc, name)
    shown = {text for text, vote in votes.items() if vote >= _STRONG}
    return capitals | shown | _heads_like_places(doc, names, shown, votes)


def without_common_words(words: Sequence[str], lower: Sequence[str], names: list[Name]) -> list[Name]:
    """Leave out the single words for bodies that the article uses as common words too: "Responsibility"."""
    common = set(words) & set(lower)
    return [
        name
        for name in names
        if name.key
        or name.type != "Organization"
        or name.end - name.start > 1
        or lower[name.start] not in common - _KINDS
    ]


def people_shown(doc: Doc, lower: Sequence[str], names: list[Name]) -> set[str]:
    """Return the texts of the names without a key that their surroundings show to be people's."""
    ends = {name.end: name for name in names if name.type == "Person" and name.end - name.start > 1}
    return {
        text_of(doc, name)
        for name in names
        if not name.key
        and name.type in ("Organization", "Place", "Facility")
        and not _KINDS.intersection(lower[name.start : name.end])
        and _as_person(doc, lower, name, ends)
    }


def _could_be_place(doc: Doc, lower: Sequence[str], name: Name) -> bool:
    """Say whether the form of a name allows a place: no acronym, no kind of body in it."""
    words = lower[name.start : name.end]
    length = name.end - name.start
    acronym = length == 1 and doc[name.start].text.isupper()
    return not acronym and length <= (2 if name.type == "Person" else 3) and not _KINDS.intersection(words)


def _as_place(doc: Doc, lower: Sequence[str], name: Name, towns: set[int]) -> int:
    """Return how much the words around one mention speak for a place."""
    start, end = name.start, name.end
    before = lower[start - 1] if start else ""
    second = lower[start - 2] if start > 1 else ""
    after = lower[end] if end < len(lower) else ""
    if after in ("'s", "’s"):
        return _STRONG if not _PARTS.isdisjoint(lower[end + 1 : end + 3]) else 0
    owner = name.type == "Person" and _owns_parts(doc[start:end].root)
    if owner or after in _AFTER_PLACES or _is_called_area(doc, lower, start, end):
        return _STRONG
    alone = end >= len(lower) or doc[end].tag_ not in ("NN", "NNS", "NNP", "NNPS", "POS")
    if not alone:
        return 0
    if name.type == "Organization" and name.end - name.start > 1:
        return _STRONG if lower[end - 1] in _LAND and before in _WITHIN | {"at"} else 0
    if _stands_behind(doc, name, before, second):
        return _STRONG
    root = doc[start:end].root
    if root.dep_ == "dobj" and root.head.lemma_ in _TAKEN:
        return _STRONG
    return _listed(root, towns)


def _stands_behind(doc: Doc, name: Name, before: str, second: str) -> bool:
    """Say whether the two small words before a name put it where a place stands: "near Suruc", "the road to Suruc"."""
    if before in _WITHIN:
        return second not in _NOT_WITHIN and doc[max(0, name.start - 2)].lemma_ not in _NOT_WITHIN
    if before == "to":
        return second in _WAYS
    if name.type != "Person":
        return False
    if before == "at":
        return doc[name.start - 1].head.lemma_ not in _AIMING
    return (before == "of" and second in _OF_TOWNS) or (before == "the" and second in _ON)


def _owns_parts(name: Token) -> bool:
    """Say whether the name is the subject of a clause in which "its people", "its streets" stands."""
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    owners = (token for token in name.head.subtree if token.lower_ == "its" and token.dep_ == "poss")
    return any(
        owner.head.lower_ in _OWNED and name.head in (owner.head, *_within_clause(owner.head)) for owner in owners
    )


def _within_clause(token: Token) -> Iterator[Token]:
    """Yield what stands above `token` up to the verb of its clause."""
    while token.head != token:
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def _is_called_area(doc: Doc, lower: Sequence[str], start: int, end: int) -> bool:
    """Say whether the name is called a place beside it: "the town of Suruc", "north of Suruc", "a town, Suruc,"."""
    before, second = lower[max(0, start - 1)], lower[max(0, start - 2)]
    if start > 1 and before == "of" and (second in _AREAS or second in _SIDES):
        return True
    closed = end < len(lower) and lower[end] in _CLOSING
    area_before = start > 1 and before == "," and second in _AREAS and doc[start - 2].text == second and closed
    return area_before or _called_area(doc, lower, end)


def _listed(name: Token, towns: set[int]) -> int:
    """Return how much a name joined to a place speaks for one: "the islands of Lesbos, Kos and Chios"."""
    if name.dep_ != "conj" or name.head.i not in towns:
        return 0
    first = name.head
    while first.dep_ == "conj":
        first = first.head
    return _STRONG if first.dep_ == "pobj" and first.head.lower_ in _LISTING else _WEAK


def _called_area(doc: Doc, lower: Sequence[str], end: int) -> bool:
    """Say whether the name that ends at `end` is called a place in apposition: "Tarsk, a railway town"."""
    if end + 2 >= len(lower) or lower[end] != "," or lower[end + 1] not in ("a", "an", "the", "another"):
        return False
    i = end + 2
    while i < len(lower) and doc[i].tag_ in ("JJ", "JJS", "JJR", "NN", "NNP", "HYPH", "CD", "RBS", "VBN"):
        i += 1
    return lower[i - 1] in _AREAS or lower[i - 1] == "area"


def _heads_like_places(doc: Doc, names: list[Name], shown: set[str], votes: Counter[str]) -> set[str]:
    """Return the names that head paragraphs of a bulletin as a place does: "Tarsk. Two were hurt.", "Brenik. Nine"."""
    heads = [name for name in names if _heads_paragraph(doc, name)]
    if not any(name.type == "Place" or text_of(doc, name) in shown for name in heads):
        return set()
    unsure = (name for name in heads if not name.key and name.type in (*_DOUBTFUL, "Group"))
    return {text for name in unsure if votes[text := text_of(doc, name)] >= 0}


def _heads_paragraph(doc: Doc, name: Name) -> bool:
    """Say whether the name and a full stop are all that stands before a paragraph's text: "Tarsk. Two died."."""
    begins = name.start > 0 and "\n" in doc[name.start - 1].text_with_ws
    return begins and name.end + 1 < len(doc) and doc[name.end].text == "." and doc[name.end].text_with_ws == ". "


def _as_speaker(doc: Doc, name: Name) -> int:
    """Return how much one mention speaks for somebody who acts: the subject of a verb of speech."""
    root = doc[name.start : name.end].root
    return _STRONG if root.dep_ == "nsubj" and root.head.lemma_ in _SPEAKING else 0


def _as_person(doc: Doc, lower: Sequence[str], name: Name, ends: dict[int, Name]) -> bool:
    """Say whether the words around one mention show a person."""
    start, end = name.start, name.end
    before = lower[start - 1] if start else ""
    length = end - start
    titled = all(doc[i].text[0].isupper() for i in range(start, end))
    if not titled:
        return False
    if before == "old" and start > 1 and lower[start - 2] == "-":
        return True
    if length == 1:
        following = lower[end] if end < len(lower) else ""
        return before == "the" and following in _FAMILY and not doc[start].text.isupper() and name.type != "Place"
    root = doc[start:end].root
    joined = before == "and" and start - 1 in ends and root.dep_ == "conj"
    return joined and length in _PERSON_WORDS and name.type == "Organization" and doc[end - 1].tag_ == "NNP"
