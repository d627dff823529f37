"""Names that the rest of the article shows: unlisted countries, datelines, acronyms, names said again."""

from spacy.tokens import Doc

from kg.extract.names.model import LONG_DASHES
from kg.extract.names.name import SHORTEST_REPEATED, Name
from kg.extract.nations import find_nations
from kg.extract.phrases import PhraseTable

_DASHES = LONG_DASHES | {"-"}
_AFTER_TOWN = _DASHES | {",", "("}
_DATELINE = 10
"""Tokens after the town of a dateline in which its dash stands."""
_TOWN_WORDS = 3


def with_nations(doc: Doc, words: list[str], names: list[Name]) -> list[Name]:
    """Read as countries what the text itself shows to be some, in place of what the model took them for."""
    covered = {i for name in names if name.key for i in range(name.start, name.end)}
    people = {
        word
        for name in names
        if name.type == "Person" and name.end - name.start > 1
        for word in words[name.start : name.end]
    }
    nations = find_nations(doc, words, covered, people)
    found = [
        Name(i, i + 1, "Country", f"nation:{country}", "adjective" if adjective else "name")
        for i, (country, adjective) in nations.items()
    ]
    return found + [
        name
        for name in names
        if name.key or not (name.start in nations and (name.end - name.start == 1 or name.type != "Organization"))
    ]


def with_dateline(doc: Doc, names: list[Name]) -> list[Name]:
    """Add the place of a dateline in capitals: "BELFAST, Northern Ireland —".

    Whatever the model took it for, there or where it is named again.
    """
    start = next((token.i for token in doc[:3] if token.text.isupper() and token.is_alpha), None)
    if start is None:
        return names
    end = start
    while end < len(doc) and doc[end].text.isupper() and doc[end].is_alpha:
        end += 1
    follows = {token.text for token in doc[end : end + _DATELINE]}
    known = next((name for name in names if name.start < end and start < name.end), None)
    if known is not None and (known.key or known[:2] != (start, end)):
        return names
    if end - start <= _TOWN_WORDS and end < len(doc) and doc[end].text in _AFTER_TOWN and follows & _DASHES:
        town = " ".join(token.text for token in doc[start:end])
        others = [
            name._replace(type="Place") if not name.key and doc[name.start : name.end].text.upper() == town else name
            for name in names
            if name is not known
        ]
        return [*others, Name(start, end, "Place")]
    return names


def with_acronyms(doc: Doc, names: list[Name]) -> list[Name]:
    """Add the acronym that stands in brackets after an organization's name: "Sarvenia Liberation Front (SLF)"."""
    covered = {i for name in names for i in range(name.start, name.end)}
    found = []
    for name in names:
        i = name.end + 1
        bracketed = i + 1 < len(doc) and doc[name.end].text == "(" and doc[i + 1].text == ")" and i not in covered
        if bracketed and name.type not in ("Person", "Place", "Country") and doc[i].text[:2].isupper():
            found.append(name._replace(start=i, end=i + 1))
    return names + found


def repeated(doc: Doc, words: list[str], names: list[Name]) -> list[Name]:
    """Return further places where a name stands that the model saw elsewhere in the article."""
    covered = {i for name in names for i in range(name.start, name.end)}
    known: dict[tuple[str, ...], Name] = {}
    for name in names:
        phrase = tuple(words[name.start : name.end])
        if not name.key and name.type != "Group" and len("".join(phrase)) >= SHORTEST_REPEATED:
            known.setdefault(phrase, name)
            if name.type == "Person" and len(phrase[-1]) >= SHORTEST_REPEATED and phrase[-1][0].isupper():
                known.setdefault(phrase[-1:], name)
            known.setdefault(tuple(word.upper() for word in phrase), name)
            if name.type == "Place" and all(word.isupper() for word in phrase):  # the town of a dateline
                known.setdefault(tuple(word.capitalize() for word in phrase), name)
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
