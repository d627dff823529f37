"""Names that the lexicons give, and whether the words mean them where they stand."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.extract.names.name import SHORTEST_REPEATED, Name
from kg.lexicon.countries import countries
from kg.lexicon.organizations import Organization, organizations
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

    An adjective that stands as a noun ("a Russian was killed") is no country; after "the" it is the people. A name that
    other bodies bear too ("the Security Council") means the one of the lexicon only where the text speaks of it.
    """
    if not _is_shown(doc, doc[start:end].text, entry):
        return None
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


def _is_shown(doc: Doc, words: str, entry: Name) -> bool:
    """Say whether the text has one of the words that a name must have with it, if it must have any."""
    body = _of_common_name().get(entry.key)
    if body is None or words.lower() not in {name.lower() for name in body.common}:
        return True
    tokens = {token.text for token in doc}
    return any(word in tokens or (" " in word and word in doc.text) for word in body.shown_by)


@cache
def _of_common_name() -> dict[str, Organization]:
    """Return the organizations that share a name with others, by their key."""
    return {f"organization:{body.name}": body for body in organizations() if body.common}
