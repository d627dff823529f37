"""Names that the lexicons give, and whether the words mean them where they stand."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.extract.names.name import SHORTEST_REPEATED, Name
from kg.lexicon.countries import countries
from kg.lexicon.organizations import organizations
from kg.lexicon.places import places


def lexicon_phrases() -> Iterator[tuple[str, Name]]:
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


def with_capitals(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the phrase as written and in capitals, as headlines shout it; short words are left as they are."""
    yield words
    capitals = tuple(word.upper() for word in words)
    if capitals != words and len("".join(words)) >= SHORTEST_REPEATED:
        yield capitals


def in_context(doc: Doc, start: int, end: int, entry: Name) -> Name | None:
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


def is_meant(doc: Doc, name: Name) -> bool:
    """Say whether a name that other bodies bear too means the one of the lexicon, by other words of the text.

    "The Security Council met" tells of the United Nations only where the text speaks of them.
    """
    shown_by = _common_names().get((name.key, doc[name.start : name.end].text.lower()))
    if shown_by is None:
        return True
    words = {token.text for token in doc}
    return any(word in words or (" " in word and word in doc.text) for word in shown_by)


@cache
def _common_names() -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (f"organization:{organization.name}", common.lower()): organization.shown_by
        for organization in organizations()
        for common in organization.common
    }
