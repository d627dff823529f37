"""Who speaks in a document: "the ministry's report", "a statement by the army", and then "the statement"."""

from functools import cache

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.statements.speakers import subject_of
from kg.extract.statements.text import Text
from kg.lexicon.word_lists import words_of

_AUTHORS = ORGANIZATIONS | {"Country", "Person", "Group"}
_PUBLISHING = frozenset({"issue", "release", "publish", "make", "send", "post", "read", "write", "give", "put", "say",
                         "tell", "announce", "carry", "air", "broadcast", "print", "distribute"})  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_TITLES = frozenset({"Person"})


@cache
def documents() -> frozenset[str]:
    """Return the nouns for documents, in singular and plural."""
    nouns = words_of("speaking-documents")
    return nouns | {f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns}


class Documents:
    """The documents of one text and their authors."""

    def __init__(self, text: Text) -> None:
        """Take the text in which authors are looked for."""
        self._text = text
        self._mentions = text.mentions

    def author(self, head: Token) -> Span | None:
        """Return who speaks in the document that `head` names, None where the text does not say."""
        found = self._told_with(head)
        if found is not None or not self._is_bare(head):
            return found
        for i in range(head.i - 1, -1, -1):
            if self._text.words[i] == head.lower_ and self._text.doc[i].pos_ == "NOUN":
                found = self._told_with(self._text.doc[i])
                if found is not None or not self._is_bare(self._text.doc[i]):
                    return found
        return None

    def _told_with(self, document: Token) -> Span | None:
        for child in document.children:
            if child.dep_ == "poss" or (child.dep_ in ("compound", "amod", "nmod") and self._publishes(child)):
                return self._speaker(child)
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                for noun in child.children:
                    if noun.dep_ == "pobj" and (found := self._speaker(noun)) is not None:
                        return found
            if child.dep_ == "acl":
                agents = [noun for by in child.children if by.dep_ == "agent" for noun in by.children]
                if found := next((found for noun in agents if (found := self._speaker(noun)) is not None), None):
                    return found
        return self._publisher(document)

    def _publisher(self, document: Token) -> Span | None:
        """Return X of "X published a report" and "X said in a statement"."""
        verb = document.head
        if document.dep_ == "pobj" and verb.lower_ == "in":
            verb = verb.head
        elif document.dep_ != "dobj":
            return None
        if verb.lemma_ not in _PUBLISHING:
            return None
        subject = subject_of(verb)
        return self._speaker(subject) if subject is not None else None

    def _speaker(self, noun: Token) -> Span | None:
        mention = self._mentions[noun.i]
        return mention if mention is not None and mention.label_ in _AUTHORS else None

    def _publishes(self, word: Token) -> bool:
        mention = self._speaker(word)
        return mention is not None and mention.label_ not in _TITLES

    def _is_bare(self, head: Token) -> bool:
        """Tell whether the words say nothing but which document: "the report", "the joint statement" does more."""
        return all(child.dep_ == "det" and child.lower_ in _DEFINITE for child in head.lefts) and bool(head.n_lefts)
