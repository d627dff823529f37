"""Speakers whom the text does not name: "a Western diplomat", "a source in Turkey", "two shopkeepers", "residents"."""

from spacy.tokens import Token

from kg.extract.annotations import MENTIONS, EntityRow, spans_of
from kg.extract.entities import add_mention, add_new_entity
from kg.extract.statements.documents import documents
from kg.extract.statements.finding import Speaker
from kg.extract.statements.somebody import OFFICE, Kind, is_of_another, noun_of, nouns
from kg.extract.statements.text import Text
from kg.lexicon.given_names import given_names
from kg.lexicon.word_lists import words_of

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DETERMINERS = _DEFINITE | {"a", "an"}
_OTHERS = frozenset({"several", "other", "another", "many", "some", "few", "more"})
_POSSESSIVES = frozenset({"PRP$", "NN", "NNS", "NNP", "NNPS", "PRP"})
_PRONOUNS = frozenset({"he", "she", "they"})
_SOME = frozenset({"those", "some", "many", "others", "few", "several", "one", "two", "three", "half", "most",
                   "each", "both", "all"})  # fmt: skip
_INDEFINITES = frozenset({"DT", "JJ", "NNS", "CD", "JJS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_REACH = 80
"""Tokens after the words of one who spoke in which a pronoun still means him."""
_LONGEST = 18


_SEVERAL = Kind("Group", plural=True)
_SILENT = Kind("", plural=False)
"""What no pronoun for people means."""


class Unnamed:
    """Makes entities of the speakers of one text who have no name."""

    def __init__(self, text: Text) -> None:
        """Take the text whose speakers are looked up."""
        self._text = text
        self._by_span: dict[tuple[int, int], str] = {}
        self._by_noun: dict[tuple[str, str], str] = {}
        self._by_words: dict[tuple[str, str], str] = {}
        self._last: tuple[int, str, Kind] | None = None
        self.doubtful: set[str] = set()
        """Entities made for pronouns of which nobody knows whom they mean."""

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
        kind = self._kind(head)
        if kind is None or not self._fits(speaker, head):
            return None
        person = next(
            (m for m in self._text.mentions[head.i + 1 : speaker.end + 1] if m and m.label_ == "Person"), None
        )
        if person is not None and not kind.plural and not is_of_another(self._text, person):
            return person.id_  # "former ambassador to Norway Elena Sorn"
        first = doc[speaker.start]
        owner = self._owner(head)
        known = self._known(speaker, first, head, kind, owner)
        if known is not None:
            add_mention(doc, *span, known)
        else:
            known = add_new_entity(doc, *span, type=kind.type, name=self._name(speaker))
        self._last = (head.i, known, kind if head.lower_ not in documents() else _SILENT)
        self._by_span[span] = known
        self._by_noun[owner, head.lemma_.lower()] = known
        self._by_words[owner, self._name(speaker).casefold()] = known
        return known

    def _kind(self, head: Token) -> Kind | None:
        """Return what the noun `head` is a word for: people, a body, a document that speaks for whoever wrote it."""
        if head.lower_ in _SOME and head.tag_ in _INDEFINITES:
            return _SEVERAL
        if head.tag_ == "NNP" and head.is_title and noun_of(head) not in nouns() and head.lower_ not in documents():
            body = any(child.dep_ == "det" for child in head.lefts)
            return Kind("Organization" if body else "Person", plural=False)
        if head.tag_ not in _NOUNS and not (head.tag_ == "JJ" and head.dep_ == "nsubj"):  # "the captive confessed"
            return None
        kind = nouns().get(noun_of(head))
        if kind is None and (head.lower_ == "people" or head.lower_ in documents()):
            kind = _SEVERAL
        return kind

    def note(self, key: str, head: Token) -> None:
        """Remember that the entity `key` spoke, whom the words at `head` name."""
        rows: dict[str, EntityRow] = self._text.doc._.kg_entities
        type_ = rows[key]["type"]
        self._last = (head.i, key, Kind(type_, plural=type_ == "Group"))

    def _meant(self, pronoun: Token) -> str | None:
        """Return who of them "he said" or "they said" means: the one who spoke last, nobody named between.

        Where that is doubtful somebody without a name spoke, and not the writer of the article.
        """
        if self._text.mentions[pronoun.i] is not None:
            return None
        plural = pronoun.lower_ == "they"
        known = self._spoke_last(pronoun, plural=plural)
        if known is None:
            kind = _SEVERAL if plural else Kind("Person", plural=False)
            name = "unnamed speakers" if plural else "unnamed speaker"
            known = add_new_entity(self._text.doc, pronoun.i, pronoun.i + 1, type=kind.type, name=name)
            self.doubtful.add(known)
        else:
            kind = Kind("Group" if plural else "Person", plural=plural)
            add_mention(self._text.doc, pronoun.i, pronoun.i + 1, known, form="pronoun")
        self._last = (pronoun.i, known, kind)
        return known

    def _spoke_last(self, pronoun: Token, *, plural: bool) -> str | None:
        if self._last is None:
            return None
        position, key, kind = self._last
        if plural != kind.plural or (not plural and kind.type != "Person") or pronoun.i <= position:
            return None
        if not plural and not self._agrees(key, pronoun):
            return None
        between = [i for i in range(position + 1, pronoun.i) if not self._text.is_aside(i)]
        rivals = ("Group", "ArmedGroup", "Military") if plural else ("Person",)
        if len(between) > _REACH or any(
            self._is_other(i, key, rivals) or (plural and self._are_others(i)) for i in between
        ):
            return None
        return key

    def _agrees(self, key: str, pronoun: Token) -> bool:
        """Tell whether nothing in the name of a person says that he is no "she"."""
        rows: dict[str, EntityRow] = self._text.doc._.kg_entities
        words = rows[key]["name"].split()
        gender = next((found for word in words if (found := given_names().get(word)) is not None), None)
        told = {word.lower() for word in words}
        if told & words_of("nouns-for-women"):
            gender = "female"
        elif told & words_of("nouns-for-men"):
            gender = "male"
        return gender is None or (gender == "female") == (pronoun.lower_ == "she")

    def _are_others(self, i: int) -> bool:
        """Tell a plural noun for people as the subject of a sentence in between: "Two officers deserted"."""
        token = self._text.doc[i]
        return (
            token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in nouns()
            and self._text.quote_at[i] < 0
        )  # fmt: skip

    def _is_other(self, i: int, key: str, rivals: tuple[str, ...]) -> bool:
        mention = self._text.mentions[i]
        return mention is not None and mention.id_ != key and mention.label_ in rivals and self._text.quote_at[i] < 0

    def _fits(self, speaker: Speaker, head: Token) -> bool:
        """Tell whether the words are a phrase of that noun alone, and cut through no other mention."""
        start, end = speaker.start, speaker.end
        if end - start > _LONGEST or self._text.mentions[head.i] is not None:
            return False
        joined = [other for other in head.conjuncts if speaker.start <= other.i < end]
        if joined and self._kind(joined[-1]) is None:
            return False
        if head.lower_ in OFFICE and not self._owner(head):
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
