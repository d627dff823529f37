"""Which entities speak, and when: speakers and dates of statements looked up among mentions and dates of the Doc."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from kg.extract.annotations import DATES, plural_by_token, spans_of
from kg.extract.statements.beside import name_beside, owner_of
from kg.extract.statements.documents import Documents, documents
from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.somebody import noun_of, nouns
from kg.extract.statements.text import Text
from kg.extract.statements.unnamed import Unnamed

_SILENT = frozenset({"Facility", "Weapon"})
_STEPS = 4
_TOGETHER = 3
"""Longer lists of speakers are more often a mistake of the parser than a statement made together."""


_BESIDE = 1
"""Tokens between a description and the name in apposition to it: a comma."""


class Named(NamedTuple):
    """A speaker: the key of its entity, None for none; the words that name it; whether it is known who is meant."""

    key: str | None
    span: tuple[int, int] | None
    known: bool


class Naming:
    """Looks up what the words of a finding stand for."""

    def __init__(self, text: Text) -> None:
        """Take the mentions and dates of the Doc of `text`."""
        self._text = text
        self._plurals = plural_by_token(text.doc)
        self._unnamed = Unnamed(text)
        self._documents = Documents(text)
        self._dates: dict[int, list[Span]] = {}
        for span in spans_of(text.doc, DATES):
            if span.label_ in ("DATE", "TIME"):
                self._dates.setdefault(text.line_of[span.start], []).append(span)

    def speakers(self, speaker: Speaker | None) -> Iterator[Named]:
        """Yield key and span of each speaker; the key is None for one that is no entity of the article."""
        if speaker is None:
            yield Named(None, None, known=False)
            return
        speaker = owner_of(self._text, speaker)
        span = (speaker.start, speaker.end)
        head = self._text.doc[speaker.head]
        plural = self._plurals[speaker.head]
        if plural is not None and " " in plural.id_:
            for each in plural.id_.split():
                yield Named(each, span, known=True)
            return
        together = [*self._coordinated(head, speaker)]
        if 1 < len(together) <= _TOGETHER:
            for beside in together:
                yield Named(beside.id_, (beside.start, beside.end), known=True)
            return
        mention = self._mention(head, speaker)
        key = self._unnamed.key(speaker) if mention is None else mention.id_
        if mention is not None:
            self._unnamed.note(mention.id_, head)
            if 0 <= mention.start - span[1] <= _BESIDE and mention.end > span[1]:
                span = (span[0], mention.end)  # "party supporter Ana Solen"
        yield Named(key, span, known=key is not None and key not in self._unnamed.doubtful)

    def _coordinated(self, head: Token, speaker: Speaker) -> Iterator[Span]:
        for token in (head, *head.conjuncts):
            mention = self._text.mentions[token.i]
            if mention is not None and mention.label_ not in _SILENT and speaker.start <= token.i < speaker.end:
                yield mention

    def _mention(self, head: Token, speaker: Speaker) -> Span | None:
        """Return the mention of who speaks, looked for beside a word that is none, or only describes."""
        mention = self._text.mentions[head.i]
        if mention is None and head.lower_ in documents():
            mention = self._documents.author(head)
        elif mention is None or mention.kb_id_ == "description":
            kind = nouns().get(noun_of(head))
            person = kind is not None and kind.type == "Person"
            named = name_beside(self._text, speaker, person=person, body=kind is not None and not person)
            mention = named or mention
        if mention is None or mention.label_ in _SILENT:
            return None
        return mention

    def date(self, finding: Finding) -> str | None:
        """Return the date that hangs on the reporting words: "said on Monday", "in a speech on Monday, he said".

        A date within the words for the speaker is another: "according to the 2015 report".
        """
        if finding.anchor is None:
            return None
        start, end = finding.content
        for span in self._dates.get(self._text.line_of[finding.anchor], ()):
            named = finding.speaker is not None and finding.speaker.start <= span.start < finding.speaker.end
            if not named and not start <= span.start < end and self._hangs_on(span.root, finding.anchor):
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
