"""Which entities speak, and when: speakers and dates of statements looked up among mentions and dates of the Doc."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from kg.extract.annotations import DATES, plural_by_token, spans_of
from kg.extract.entities import ORGANIZATIONS
from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.speakers import subject_of
from kg.extract.statements.text import Text
from kg.extract.statements.unnamed import Unnamed, nouns
from kg.lexicon.descriptions import descriptions

_DOCUMENTS = frozenset({"statement", "report", "letter", "tweet", "post", "communique", "communiqué", "message", "memo",
                        "email", "article", "editorial", "decree", "video", "interview", "speech", "survey", "study",
                        "poll", "dispatch", "bulletin", "note", "briefing", "estimate", "estimates", "figures", "data",
                        "reports", "statements", "documents", "records", "blog", "broadcast", "tally"})  # fmt: skip
_SILENT = frozenset({"Place", "Facility", "Weapon"})
_PUBLISHING = frozenset({"issue", "release", "publish", "make", "send", "post", "read", "write", "give", "put"})
_STEPS = 4
_TOGETHER = 3
"""Longer lists of speakers are more often a mistake of the parser than a statement made together."""

_Named = tuple[str | None, tuple[int, int] | None]


@cache
def _speaking() -> frozenset[str]:
    """Return the nouns for those who speak: people by posts and professions, and what stands for a body."""
    return frozenset(nouns()) | frozenset(descriptions()) | {"people"}


class Naming:
    """Looks up what the words of a finding stand for."""

    def __init__(self, text: Text) -> None:
        """Take the mentions and dates of the Doc of `text`."""
        self._text = text
        self._plurals = plural_by_token(text.doc)
        self._unnamed = Unnamed(text)
        self._dates: dict[int, list[Span]] = {}
        for span in spans_of(text.doc, DATES):
            if span.label_ in ("DATE", "TIME"):
                self._dates.setdefault(text.line_of[span.start], []).append(span)

    def speakers(self, speaker: Speaker | None) -> Iterator[_Named]:
        """Yield key and span of each speaker; the key is None for one that is no entity of the article."""
        if speaker is None:
            yield None, None
            return
        span = (speaker.start, speaker.end)
        head = self._text.doc[speaker.head]
        plural = self._plurals[speaker.head]
        if plural is not None and " " in plural.id_:
            for key in plural.id_.split():
                yield key, span
            return
        together = [*self._coordinated(head, speaker)]
        if 1 < len(together) <= _TOGETHER:
            for mention in together:
                yield mention.id_, (mention.start, mention.end)
            return
        yield self._key(head) or self._unnamed.key(speaker), span

    def _coordinated(self, head: Token, speaker: Speaker) -> Iterator[Span]:
        for token in (head, *head.conjuncts):
            mention = self._text.mentions[token.i]
            if mention is not None and mention.label_ not in _SILENT and speaker.start <= token.i < speaker.end:
                yield mention

    def _key(self, head: Token) -> str | None:
        mention = self._text.mentions[head.i]
        if mention is None and head.lower_ in _DOCUMENTS:
            mention = self._author(head)
        if mention is None or mention.label_ in _SILENT:
            return None
        return mention.id_

    def _author(self, document: Token) -> Span | None:
        """Return who speaks in a document: "a statement by the ministry", "the army's report", "the HRW report"."""
        for child in document.children:
            if child.dep_ == "poss" or (child.dep_ in ("compound", "amod", "nmod") and self._publishes(child)):
                return self._text.mentions[child.i]
            if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        return self._text.mentions[noun.i]
        if document.dep_ == "dobj" and document.head.lemma_ in _PUBLISHING:
            subject = subject_of(document.head)
            return self._text.mentions[subject.i] if subject is not None else None
        return None

    def _publishes(self, word: Token) -> bool:
        mention = self._text.mentions[word.i]
        return mention is not None and (mention.label_ in ORGANIZATIONS or mention.label_ == "Country")

    def is_known(self, key: str | None, speaker: Speaker | None) -> bool:
        """Tell whether the speaker is an entity, or at least a noun for somebody who can speak ("the governor")."""
        return key is not None or (speaker is not None and self._text.words[speaker.head] in _speaking())

    def date(self, finding: Finding) -> str | None:
        """Return the date that hangs on the reporting words: "said on Monday", "in a speech on Monday, he said"."""
        if finding.anchor is None:
            return None
        start, end = finding.content
        for span in self._dates.get(self._text.line_of[finding.anchor], ()):
            if not start <= span.start < end and self._hangs_on(span.root, finding.anchor):
                return span.id_
        return None

    def _hangs_on(self, token: Token, anchor: int) -> bool:
        for _ in range(_STEPS):
            head = token.head
            if head.i == anchor:
                return True
            if head.i == token.i or head.pos_ in ("VERB", "AUX"):
                return False
            token = head
        return False
