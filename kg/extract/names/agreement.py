"""One list of names from model and lexicons, in which the same words are the same kind of thing."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.names.evidence import people_shown, places_shown
from kg.extract.names.name import Name, text_of
from kg.lexicon.given_names import given_names
from kg.lexicon.organizations import organization_kinds
from kg.lexicon.word_lists import words_of

_DIRECTIONS = words_of("directions")
_NO_FAMILY_NAME = frozenset(kind.word for kind in organization_kinds()) | words_of("places-in-names")


def merge(doc: Doc, model: list[Name], lexicon: list[Name]) -> list[Name]:
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


def agree(doc: Doc, words: Sequence[str], lower: Sequence[str], names: list[Name]) -> list[Name]:
    """Give names with the same words one class throughout the article.

    A single word that ends a person's full name is that person ("Trump" after "Donald Trump"). Then what the words
    around a name show counts (`evidence`), otherwise the class that the model gave most often, the first on a tie.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    families = set()
    names = [_person_by_given_name(doc, name) for name in names]
    people = people_shown(doc, lower, names)
    names = [name._replace(type="Person") if not name.key and text_of(doc, name) in people else name for name in names]
    places = places_shown(doc, words, lower, names)
    for name in names:
        if not name.key:
            text = text_of(doc, name)
            votes[text][name.type] += 1
            if name.type == "Person" and name.end - name.start > 1:
                families |= {doc[name.end - 1].text, doc[name.start].text}
    agreed = []
    for name in names:
        if name.key:
            agreed.append(name)
            continue
        text = text_of(doc, name)
        voted = "Place" if text in places else votes[text].most_common(1)[0][0]
        agreed.append(name._replace(type="Person" if text in families else voted))
    return agreed


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
