"""Nouns for somebody who can speak: "diplomat", "residents", "ministry"."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.extract.statements.text import Text
from kg.lexicon.organizations import organization_kinds
from kg.lexicon.titles import titles
from kg.lexicon.word_lists import words_of

OFFICE = frozenset({"office"})
_OF_A_STATE = frozenset({"Court", "Government", "GovernmentBody", "Military", "MilitaryUnit"})


class Kind(NamedTuple):
    """Class of the ontology, and whether the noun is a plural."""

    type: str
    plural: bool


@cache
def nouns() -> dict[str, Kind]:
    """Return the nouns for somebody who can speak, by their singular and plural."""
    heads = [(_head_of(title.title), _head_of(title.plural)) for title in titles()]
    people = words_of("speaking-people")
    table = {plural: Kind("Group", plural=True) for _, plural in heads}
    table.update((_plural(word), Kind("Group", plural=True)) for word in people)
    table.update((head, Kind("Person", plural=False)) for head, _ in heads)
    table.update(dict.fromkeys(people, Kind("Person", plural=False)))
    table.update(dict.fromkeys(words_of("speaking-crowds"), Kind("Group", plural=True)))
    bodies = words_of("speaking-bodies")
    for word in bodies:
        table.setdefault(word, Kind(_class_of(word), plural=False))
    for word in bodies:  # only then, for "forces" is listed and the plural of "force" too
        table.setdefault(_plural(word), Kind("Group", plural=True))
    table.update(dict.fromkeys(OFFICE, Kind("GovernmentBody", plural=False)))
    return table


def _head_of(title: str) -> str:
    """Return the noun of "minister of defence": "minister"."""
    return title.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2]


@cache
def _class_of(body: str) -> str:
    """Return the class of a body without a name: of those of a state their own, any other is a group of people."""
    kinds = {kind.word: kind.type for kind in organization_kinds()}
    return kinds[body] if kinds.get(body) in _OF_A_STATE else "Group"


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    if word == "child":
        return "children"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "ss", "ch")) else "s")


def noun_of(head: Token) -> str:
    """Return the noun that says what the words of `head` are for: "president" of "the president-elect".

    The tokenizer takes that apart, and "elect" is the last of its parts.
    """
    if head.lower_ == "elect" and head.i > 1 and head.nbor(-1).text == "-":
        return head.nbor(-2).lower_
    return head.lower_


def is_of_another(text: Text, mention: Span) -> bool:
    """Tell "a lawyer for Ana Solen" and "an aide to President Solen" from "ambassador to Norway Ana Solen".

    Where a preposition or a title stands right before the name, the name is a part of the description; where the noun
    does to which the preposition leads, the description is over.
    """
    before = text.doc[mention.start - 1]
    if before.pos_ == "NOUN":
        kind = nouns().get(before.lower_)
        return kind is not None and kind.type == "Person"
    known = text.mentions[before.i]
    return known is None or known.label_ == "Person"
