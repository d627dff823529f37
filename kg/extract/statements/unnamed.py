"""Speakers whom the text does not name: "a Western diplomat", "a source in Turkey", "two shopkeepers", "residents"."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from kg.extract.annotations import MENTIONS, spans_of
from kg.extract.entities import add_mention, add_new_entity
from kg.extract.statements.finding import Speaker
from kg.extract.statements.text import Text
from kg.lexicon.descriptions import descriptions
from kg.lexicon.titles import titles

_ONE = frozenset(
    """accountant activist analyst attacker attendee author aunt baker boy brother bystander caller captive caretaker
    child cleric clinician colleague commentator correspondent cousin critic daughter defector delegate demonstrator
    detainee doctor driver economist elder evacuee eyewitness expert father farmer fisherman friend girl grandfather
    grandmother guide herder historian hostage husband imam informant insider interpreter journalist local man medic
    member merchant migrant monitor mother neighbor neighbour nun nurse organiser organizer parent paramedic passenger
    patient pediatrician pharmacist priest prisoner professor protester protestor rabbi refugee relative reporter
    rescuer researcher resident scholar scientist shopkeeper sister smuggler son source student surgeon survivor teacher
    trader translator trucker uncle vendor victim villager visitor volunteer widow wife witness woman worker""".split()
)
_MANY = frozenset(
    """aides authorities civilians clerics critics families gunmen inhabitants insurgents investigators kin locals men
    opponents parents peacekeepers police rebels residents separatists sources supporters townspeople villagers women
    countrymen fishermen clergymen servicemen""".split()
)
_OFFICE = frozenset({"office"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DETERMINERS = _DEFINITE | {"a", "an"}
_OTHERS = frozenset({"several", "other", "another", "many", "some", "few", "more"})
_POSSESSIVES = frozenset({"PRP$", "NN", "NNS", "NNP", "NNPS", "PRP"})
_PRONOUNS = frozenset({"he", "she", "they"})
_REACH = 80
"""Tokens after the words of one who spoke in which a pronoun still means him."""
_LONGEST = 12


class Kind(NamedTuple):
    """Class of the ontology, and whether the noun is a plural."""

    type: str
    plural: bool


@cache
def nouns() -> dict[str, Kind]:
    """Return the nouns for somebody who can speak, by their singular and plural."""
    table: dict[str, Kind] = {}
    for title in titles():
        head = title.title.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2]
        table[head] = Kind("Person", plural=False)
        table[title.plural.partition(" of ")[0].partition(" for ")[0].rpartition(" ")[2]] = Kind("Group", plural=True)
    for word in _ONE:
        table[word] = Kind("Person", plural=False)
        table[_plural(word)] = Kind("Group", plural=True)
    table.update(dict.fromkeys(_MANY, Kind("Group", plural=True)))
    table.update(dict.fromkeys(_OFFICE, Kind("GovernmentBody", plural=False)))
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word.removesuffix("man") + "men"
    if word == "child":
        return "children"
    return word + ("es" if word.endswith(("s", "ss", "ch")) else "s")


class Unnamed:
    """Makes entities of the speakers of one text who have no name."""

    def __init__(self, text: Text) -> None:
        """Take the text whose speakers are looked up."""
        self._text = text
        self._by_span: dict[tuple[int, int], str] = {}
        self._by_noun: dict[tuple[str, str], str] = {}
        self._by_words: dict[tuple[str, str], str] = {}
        self._last: tuple[int, str, Kind] | None = None

    def key(self, speaker: Speaker) -> str | None:
        """Return the entity of the words of `speaker`, None where they are none for somebody.

        "The diplomat" and then "he" is the diplomat spoken of before; "a diplomat" is a new one each time; "officials"
        and "his spokesman" are the same in the same words.
        """
        doc = self._text.doc
        head = doc[speaker.head]
        span = (speaker.start, speaker.end)
        if span in self._by_span:
            return self._by_span[span]
        if head.lower_ in _PRONOUNS:
            return self._meant(head)
        kind = nouns().get(head.lower_)
        if kind is None and head.lower_ == "people" and any(word.pos_ == "NUM" for word in doc[speaker.start : head.i]):
            kind = Kind("Group", plural=True)
        if kind is None or head.tag_ not in ("NN", "NNS", "NNP", "NNPS") or not self._fits(speaker, head, kind):
            return None
        person = next(
            (m for m in self._text.mentions[head.i + 1 : speaker.end + 1] if m and m.label_ == "Person"), None
        )
        if person is not None and not kind.plural:
            return person.id_  # "former ambassador to Norway Elena Sorn"
        first = doc[speaker.start]
        owner = self._owner(head)
        known = self._known(speaker, first, head, kind, owner)
        if known is not None:
            add_mention(doc, *span, known)
        elif first.lower_ in _DEFINITE and kind.plural and head.lower_ in descriptions():
            return None  # "the rebels" are a group that the text has named
        else:
            known = add_new_entity(doc, *span, type=kind.type, name=self._name(speaker))
        self._last = (head.i, known, kind)
        self._by_span[span] = known
        self._by_noun[owner, head.lemma_.lower()] = known
        self._by_words[owner, self._name(speaker).casefold()] = known
        return known

    def _meant(self, pronoun: Token) -> str | None:
        """Return who of them "he said" or "they said" means: the one who spoke last, nobody named between."""
        if self._last is None or self._text.mentions[pronoun.i] is not None:
            return None
        position, key, kind = self._last
        plural = pronoun.lower_ == "they"
        if plural != kind.plural or kind.type == "GovernmentBody" or not position < pronoun.i <= position + _REACH:
            return None
        others = (self._text.mentions[i] for i in range(position + 1, pronoun.i))
        if any(span is not None and span.label_ not in ("Place", "Country", "Facility") for span in others):
            return None
        add_mention(self._text.doc, pronoun.i, pronoun.i + 1, key, form="pronoun")
        self._last = (pronoun.i, key, kind)
        return key

    def _fits(self, speaker: Speaker, head: Token, kind: Kind) -> bool:
        """Tell whether the words are a phrase of that noun alone, and cut through no other mention."""
        start, end = speaker.start, speaker.end
        if end - start > _LONGEST or self._text.mentions[head.i] is not None:
            return False
        if any(child.dep_ in ("conj", "cc") for child in head.children):
            return False
        if kind.type == "GovernmentBody" and not self._owner(head):
            return False
        return not any(
            (span.start < start < span.end < end) or (start < span.start < end < span.end)
            or (span.start <= start and end <= span.end)
            for span in spans_of(self._text.doc, MENTIONS)
        )  # fmt: skip

    def _owner(self, head: Token) -> str:
        """Return whose somebody is: the entity of "his" in "his spokesman", else the word; "" where nobody is told."""
        for child in head.lefts:
            if child.dep_ == "poss" and child.tag_ in _POSSESSIVES:
                mention = self._text.mentions[child.i]
                return mention.id_ if mention is not None else child.lower_
        return ""

    def _known(self, speaker: Speaker, first: Token, head: Token, kind: Kind, owner: str) -> str | None:
        if owner or (kind.plural and first.lower_ not in _DEFINITE and not self._counts(speaker, head)):
            return self._by_words.get((owner, self._name(speaker).casefold()))
        if first.lower_ in _DEFINITE:
            return self._by_noun.get((owner, head.lemma_.lower()))
        return None

    def _counts(self, speaker: Speaker, head: Token) -> bool:
        """Tell "two shopkeepers" and "several officials", who are others each time."""
        return any(token.pos_ == "NUM" or token.lower_ in _OTHERS for token in self._text.doc[speaker.start : head.i])

    def _name(self, speaker: Speaker) -> str:
        doc = self._text.doc
        start = speaker.start + (doc[speaker.start].lower_ in _DETERMINERS and speaker.end - speaker.start > 1)
        return doc[start : speaker.end].text
