"""The component `kg_names`: what the text names, by the model and the lexicons, agreed within the article."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans
from kg.extract.nations import find_nations
from kg.extract.phrases import PhraseTable, token_texts
from kg.lexicon.bodies import bodies
from kg.lexicon.countries import countries
from kg.lexicon.given_names import given_names
from kg.lexicon.organizations import organization_kinds, organizations
from kg.lexicon.places import places
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
_DIRECTIONS = words_of("directions")
_SHORTEST_REPEATED = 4
"""A single word shorter than this is not looked for again in the article: too many are words of their own."""


class Name(NamedTuple):
    """A named thing at tokens `[start, end)`; `key` is that of a lexicon entry or ""."""

    start: int
    end: int
    type: str
    key: str = ""
    form: str = "name"


_NO_FAMILY_NAME = frozenset(kind.word for kind in organization_kinds()) | words_of("places-in-names")
_WORLD_BODIES = frozenset(
    name
    for body in organizations()
    if body.type == "IntergovernmentalOrganization"
    for name in (body.name, *body.aliases)
)
"""Names of intergovernmental organizations: a name that begins with one is a part of it."""
_COMMON_TAGS = frozenset(("NNS", "JJ", "RB", "VB", "VBG", "VBN"))
_LONG_DASHES = frozenset(("—", "–", "--"))
_DASHES = _LONG_DASHES | {"-"}
_AFTER_TOWN = _DASHES | {",", "("}
_DATELINE = 10
"""Tokens after the town of a dateline in which its dash stands."""
_TOWN_WORDS = 3
_LONGEST_BODY = 5
"""Tokens of the longest phrase for a body after its country."""


@Language.factory("kg_names", assigns=["doc.spans"], requires=["doc.ents", "token.tag", "token.dep"])
def make_names(nlp: Language, name: str) -> "Names":
    """Build the component for `nlp`."""
    return Names(nlp, name)


class Names:
    """Writes the span group NAMES: `label_` class, `kb_id_` lexicon key, `id_` name, adjective or people."""

    def __init__(self, nlp: Language, name: str = "kg_names") -> None:
        """Tokenize the lexicons as `nlp` tokenizes texts."""
        self.name = name
        self._table = PhraseTable(
            (words, entry) for phrase, entry in _lexicon_phrases() for words in _with_capitals(token_texts(nlp, phrase))
        )
        self._bodies = PhraseTable(
            (token_texts(nlp, noun), (body.key, body.type)) for body in bodies() for noun in body.nouns
        )
        self._kinds = {kind.word: kind for kind in organization_kinds()}

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of `doc`."""
        words = [token.text for token in doc]
        model = [name for ent in doc.ents if (name := _from_model(ent)) is not None]
        lexicon = [
            found
            for start, end, entry in self._table.find(words)
            if (found := _in_context(doc, start, end, entry)) is not None
        ]
        names = _with_nations(doc, words, _merge(doc, model, lexicon))
        names = _with_acronyms(doc, _with_dateline(doc, _agree(doc, names)))
        names += _repeated(doc, words, names)
        names = self._with_bodies(doc, names)
        names.sort(key=lambda name: (name.start, -name.end))
        set_spans(doc, NAMES, [self._span(doc, name) for name in names])
        return doc

    def _span(self, doc: Doc, name: Name) -> Span:
        label = self._organization_class(doc, name) if name.type == "Organization" and not name.key else name.type
        start = name.start
        if label == "MilitaryUnit" and start and doc[start - 1].ent_type_ in ("ORDINAL", "CARDINAL"):
            start -= 1
        return Span(doc, start, name.end, label=label, kb_id=name.key, span_id=name.form)

    def _with_bodies(self, doc: Doc, names: list[Name]) -> list[Name]:
        """Add the bodies of countries ("Russian army", "Ukraine's parliament") in place of what the model saw."""
        bodies_found = []
        for name in names:
            if name.type != "Country" or not name.key:
                continue
            if (of := self._body_of(doc, name)) is not None:
                bodies_found.append(of)
                continue
            start = name.end + (name.end < len(doc) and doc[name.end].lower_ in ("'s", "’s"))
            if start == name.end and name.form != "adjective":
                continue
            following = [token.lower_ for token in doc[start : start + _LONGEST_BODY]]
            found = next(self._bodies.find(following), None)
            if found is not None and found[0] == 0 and doc[start + found[1] - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
                key, type_ = found[2]
                body = Name(name.start, start + found[1], type_, f"body:{name.key.partition(':')[2]}:{key}")
                if not _counted(doc, body.start):
                    bodies_found.append(body)
        return bodies_found + [
            name for name in names if not any(_inside(name, body) and name.type != "Country" for body in bodies_found)
        ]

    def _body_of(self, doc: Doc, name: Name) -> Name | None:
        """Return the body that stands before its country: "the government of Ethiopia"."""
        of = name.start - (2 if name.start and doc[name.start - 1].lower_ == "the" else 1)
        if of < 1 or doc[of].lower_ != "of" or name.form != "name":
            return None
        words = [token.lower_ for token in doc[max(0, of - _LONGEST_BODY) : of]]
        for start, end, (key, type_) in self._bodies.find(words):
            if end == len(words):
                return Name(of - end + start, name.end, type_, f"body:{name.key.partition(':')[2]}:{key}")
        return None

    def _organization_class(self, doc: Doc, name: Name) -> str:
        """Return the class that the words of an organization's name give it, the last word first."""
        if any(doc[name.start : end].text in _WORLD_BODIES for end in range(name.start + 1, name.end)):
            return "IntergovernmentalOrganization"
        for i in reversed(range(name.start, name.end)):
            kind = self._kinds.get(doc[i].lower_)
            if kind is not None and (kind.position == "any" or i == name.end - 1):
                return kind.type
        return "Organization"


def _lexicon_phrases() -> Iterator[tuple[str, Name]]:
    """Yield each phrase of the lexicons with a Name that has the class, key and form of its entry."""
    for country in countries():
        key = f"country:{country.iso}"
        for phrase in (country.name, *country.aliases):
            yield phrase, Name(0, 0, "Country", key)
        for phrase in country.adjectives:
            yield phrase, Name(0, 0, "Country", key, "adjective")
        for phrase in country.people:
            yield phrase, Name(0, 0, "Group", f"people:{country.iso}", "people")
    for place in places():
        for phrase in (place.name, *place.aliases):
            yield phrase, Name(0, 0, place.type, f"place:{place.name}")
    for organization in organizations():
        for phrase in (organization.name, *organization.aliases):
            yield phrase, Name(0, 0, organization.type, f"organization:{organization.name}")


def _with_capitals(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the phrase as written and in capitals, as headlines shout it; short words are left as they are."""
    yield words
    capitals = tuple(word.upper() for word in words)
    if capitals != words and len("".join(words)) >= _SHORTEST_REPEATED:
        yield capitals


def _from_model(ent: Span) -> Name | None:
    """Return the model's entity as a name, or None where it is none of ours or no name at all."""
    type_ = MODEL_CLASSES.get(ent.label_)
    if type_ is None:
        return None
    name = _trimmed(ent, type_)
    return name if name.start < name.end and _is_name(ent.doc, name) else None


def _trimmed(ent: Span, type_: str) -> Name:
    """Return the entity up to a line break or dash, without articles, honorifics and possessives at its ends."""
    doc, start, end = ent.doc, ent.start, ent.end
    end = next((i for i in range(start, end) if "\n" in doc[i].text or doc[i].text in _LONG_DASHES), end)
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


def _in_context(doc: Doc, start: int, end: int, entry: Name) -> Name | None:
    """Return the lexicon match, unless the words mean something else here.

    An adjective that stands as a noun ("a Russian was killed") is no country; after "the" it is the people.
    """
    if entry.form == "adjective":
        last = doc[end - 1]
        if last.dep_ not in ("amod", "compound", "nmod", "npadvmod", "poss", "conj", "acomp", "attr", "ROOT", "punct"):
            if (
                end - start == 1
                and start
                and doc[start - 1].lower_ == "the"
                and last.tag_ in ("NNPS", "NNS", "JJ", "NNP")
            ):
                return Name(start, end, "Group", entry.key.replace("country:", "people:"), "people")
            return None if last.tag_.startswith("NN") else Name(start, end, entry.type, entry.key, entry.form)
        if last.dep_ in ("conj", "acomp", "attr", "ROOT", "punct") and last.tag_ in ("NN", "NNS", "NNPS"):
            return None
        return Name(start, end, entry.type, entry.key, entry.form)
    if entry.form == "name" and entry.type == "Country" and doc[end - 1].dep_ in ("amod", "compound", "nmod"):
        following = doc[end - 1].i + 1
        if following < len(doc) and doc[end - 1].head.i >= following:
            return Name(start, end, entry.type, entry.key, "adjective")
    return Name(start, end, entry.type, entry.key, entry.form)


def _merge(doc: Doc, model: list[Name], lexicon: list[Name]) -> list[Name]:
    """Join the two lists: the lexicon wins over what it covers, a longer name of the model over what lies inside it.

    A country or place inside the name of an organization or facility is kept as well ("Russia" in "Bank of Russia").
    """
    covering: dict[int, Name] = {i: name for name in model for i in range(name.start, name.end)}
    kept, replaced = [], set()
    for name in lexicon:
        around = {covering[i] for i in range(name.start, name.end) if i in covering}
        outer = next((n for n in around if n.start <= name.start and n.end >= name.end and n[:2] != name[:2]), None)
        if outer is None:
            replaced |= around
            kept.append(name)
        elif outer.type == "Person":
            continue
        elif _only_directions(doc, outer, name) or outer.type == "Group" or _members(doc, outer, name):
            replaced.add(outer)
            kept.append(name)
        elif outer.type in ("Organization", "Facility") and name.type in ("Country", "Place"):
            kept.append(name)
    return kept + [name for name in model if name not in replaced]


def _only_directions(doc: Doc, outer: Name, inner: Name) -> bool:
    """Say whether `outer` adds only words like "eastern" to the place `inner`."""
    rest = [doc[i].lower_ for i in range(outer.start, outer.end) if not inner.start <= i < inner.end]
    return all(word in _DIRECTIONS or word == "the" for word in rest)


def _members(doc: Doc, outer: Name, inner: Name) -> bool:
    """Say whether `outer` is a body of the lexicon with its people before it: "Fighters of Hamas"."""
    before = inner.start - (2 if doc[inner.start - 1].lower_ == "the" else 1)
    return (
        inner.key.startswith("organization:")
        and inner.end == outer.end
        and before == outer.start + 1
        and doc[before].lower_ == "of"
        and doc[outer.start].tag_ in ("NNS", "NNPS")
    )


def _inside(inner: Name, outer: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _counted(doc: Doc, start: int) -> bool:
    """Say whether a number stands before the phrase: "three Russian troops" are people, not the army."""
    return start > 0 and doc[start - 1].pos_ == "NUM"


def _agree(doc: Doc, names: list[Name]) -> list[Name]:
    """Give names with the same words one class throughout the article.

    A single word that ends a person's full name is that person ("Trump" after "Donald Trump"); otherwise the class that
    the model gave most often wins, the first on a tie.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    families = set()
    names = [_person_by_given_name(doc, name) for name in names]
    for name in names:
        if not name.key:
            text = _text(doc, name)
            votes[text][name.type] += 1
            if name.type == "Person" and name.end - name.start > 1:
                families |= {doc[name.end - 1].text, doc[name.start].text}
    agreed = []
    for name in names:
        if name.key:
            agreed.append(name)
            continue
        text = _text(doc, name)
        type_ = "Person" if text in families else votes[text].most_common(1)[0][0]
        agreed.append(name._replace(type=type_))
    return agreed


def _with_nations(doc: Doc, words: list[str], names: list[Name]) -> list[Name]:
    """Read as countries what the text itself shows to be some, in place of what the model took them for."""
    covered = {i for name in names if name.key for i in range(name.start, name.end)}
    nations = find_nations(doc, words, covered)
    found = [
        Name(i, i + 1, "Country", f"nation:{country}", "adjective" if adjective else "name")
        for i, (country, adjective) in nations.items()
    ]
    return found + [
        name
        for name in names
        if name.key or not (name.start in nations and (name.end - name.start == 1 or name.type != "Organization"))
    ]


def _with_dateline(doc: Doc, names: list[Name]) -> list[Name]:
    """Add the place of a dateline in capitals that the model passed over: "BELFAST, Northern Ireland —"."""
    covered = {i for name in names for i in range(name.start, name.end)}
    start = next((token.i for token in doc[:3] if token.text.isupper() and token.is_alpha), None)
    if start is None or start in covered:
        return names
    end = start
    while end < len(doc) and doc[end].text.isupper() and doc[end].is_alpha:
        end += 1
    follows = {token.text for token in doc[end : end + _DATELINE]}
    if end - start <= _TOWN_WORDS and end < len(doc) and doc[end].text in _AFTER_TOWN and follows & _DASHES:
        return [*names, Name(start, end, "Place")]
    return names


def _with_acronyms(doc: Doc, names: list[Name]) -> list[Name]:
    """Add the acronym that stands in brackets after an organization's name: "Sarvenia Liberation Front (SLF)"."""
    covered = {i for name in names for i in range(name.start, name.end)}
    found = []
    for name in names:
        i = name.end + 1
        bracketed = i + 1 < len(doc) and doc[name.end].text == "(" and doc[i + 1].text == ")" and i not in covered
        if bracketed and name.type not in ("Person", "Place", "Country") and doc[i].text[:2].isupper():
            found.append(name._replace(start=i, end=i + 1))
    return names + found


def _person_by_given_name(doc: Doc, name: Name) -> Name:
    """Return a name of two or three words that begins with a given name as a person's, whatever the model said."""
    words = [token.text for token in doc[name.start : name.end]]
    named = (
        not name.key
        and name.type in ("Organization", "Place")
        and len(words) in (2, 3)
        and words[0] in given_names()
        and all(word[0].isupper() and word.isalpha() for word in words)
        and not any(word.lower() in _NO_FAMILY_NAME for word in words[1:])
    )
    return name._replace(type="Person") if named else name


def _text(doc: Doc, name: Name) -> str:
    return doc[name.start : name.end].text


def _repeated(doc: Doc, words: list[str], names: list[Name]) -> list[Name]:
    """Return further places where a name stands that the model saw elsewhere in the article."""
    covered = {i for name in names for i in range(name.start, name.end)}
    known: dict[tuple[str, ...], Name] = {}
    for name in names:
        phrase = tuple(words[name.start : name.end])
        if not name.key and name.type != "Group" and len("".join(phrase)) >= _SHORTEST_REPEATED:
            known.setdefault(phrase, name)
            if name.type == "Person" and len(phrase[-1]) >= _SHORTEST_REPEATED and phrase[-1][0].isupper():
                known.setdefault(phrase[-1:], name)
            known.setdefault(tuple(word.upper() for word in phrase), name)
    vocabulary = set(words)
    return [
        Name(start, end, name.type)
        for start, end, name in PhraseTable(known.items()).find(words)
        if not covered.intersection(range(start, end)) and _named_here(doc, start, end, name, vocabulary)
    ]


def _named_here(doc: Doc, start: int, end: int, name: Name, vocabulary: set[str]) -> bool:
    """Say whether the words are a name here too: tagged so, or a family name that is no common word of the article."""
    if all(doc[i].tag_ in ("NNP", "NNPS") for i in range(start, end)):
        return True
    return name.type == "Person" and doc[start].tag_.startswith("NN") and doc[start].lower_ not in vocabulary
