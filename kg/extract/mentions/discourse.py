"""The entities and mentions of an article while they are being found."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import TITLES, Form, spans_of
from kg.extract.captions import captions_of

Gender = Literal["male", "female"]

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_CLEARLY = 1.5
"""So many times as often as the next country an article names the one that it is about."""
_LONGEST = 30
"""Tokens that a mention has at most."""
_OPENING = frozenset("“«")
_CLOSING = frozenset("”»")


@dataclass(slots=True)
class Cluster:
    """One entity in the making; `key` is that of a lexicon or gazetteer entry or ""."""

    type: str
    name: str
    key: str = ""
    aliases: list[str] = field(default_factory=list)
    gender: Gender | None = None
    titles: list[tuple[str, str]] = field(default_factory=list)
    """Titles by which the text calls this person, each with the ISO code of the country it names, or ""."""
    country: str = ""


class Mention(NamedTuple):
    """Tokens `[start, end)` that refer to the cluster of that index."""

    start: int
    end: int
    cluster: int
    form: Form


class Discourse:
    """An article's clusters, its mentions in text order, and where its sentences, quotations and posts are."""

    def __init__(self, doc: Doc) -> None:
        """Number the sentences of `doc` and mark what stands in quotations and captions and what names a post."""
        self.doc = doc
        self.clusters: list[Cluster] = []
        self.mentions: list[Mention] = []
        self.sentence: list[int] = [0] * len(doc)
        self.starts: list[int] = []
        for number, sent in enumerate(doc.sents):
            self.starts.append(sent.start)
            for i in range(sent.start, sent.end):
                self.sentence[i] = number
        self.quoted = _quoted(doc)
        self.captions = captions_of(doc)
        self.captioned = {i for start, end in self.captions for i in range(start, end)}
        self.posts = {span.end - 1 for span in spans_of(doc, TITLES)}

    def add_cluster(self, cluster: Cluster) -> int:
        """Add `cluster` and return its index."""
        self.clusters.append(cluster)
        return len(self.clusters) - 1

    def add(self, mention: Mention) -> None:
        """Insert `mention` at its place in text order."""
        self.mentions.insert(bisect_left(self.mentions, mention), mention)

    def before(self, position: int, *, sentences: int) -> list[Mention]:
        """Return the mentions that end before token `position`, from at most so many sentences back, nearest first."""
        first = self.starts[max(0, self.sentence[position] - sentences)]
        low = bisect_left(self.mentions, (first,))
        high = bisect_left(self.mentions, (position,))
        return [mention for mention in reversed(self.mentions[low:high]) if mention.end <= position]

    def told_before(self, position: int, *, sentences: int) -> list[Mention]:
        """Do as `before`, passing over captions, which interrupt the text, unless `position` stands in one."""
        if position in self.captioned or not self.captions:
            return self.before(position, sentences=sentences)
        first = self.sentence[position]
        for _ in range(sentences):
            first = self.sentence_before(first)
        first = max(first, 0)
        found = self.before(position, sentences=self.sentence[position] - first)
        return [mention for mention in found if mention.start not in self.captioned]

    def sentence_before(self, number: int) -> int:
        """Return the number of the sentence before `number` that stands in no caption, -1 where there is none."""
        number -= 1
        while number >= 0 and self.starts[number] in self.captioned:
            number -= 1
        return number

    def around(self, position: int) -> set[int]:
        """Return the clusters of the mentions that enclose token `position`: no word inside means the whole."""
        low = bisect_left(self.mentions, (max(0, position - _LONGEST),))
        high = bisect_left(self.mentions, (position + 1,))
        return {mention.cluster for mention in self.mentions[low:high] if mention.end > position}

    def mention_at(self, position: int) -> Mention | None:
        """Return the shortest mention that covers token `position`, or None."""
        low = bisect_left(self.mentions, (max(0, position - _LONGEST),))
        high = bisect_left(self.mentions, (position + 1,))
        covering = [mention for mention in self.mentions[low:high] if mention.end > position]
        return min(covering, key=lambda mention: mention.end - mention.start, default=None)

    def main_country(self, position: int) -> int:
        """Return the cluster of the country that the text names most before token `position`, -1 on a near tie."""
        counts: Counter[int] = Counter()
        for mention in self.mentions[: bisect_left(self.mentions, (position,))]:
            if self.clusters[mention.cluster].type == "Country" and mention.form != "pronoun":
                counts[mention.cluster] += 1
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
            return -1
        return ranked[0][0]

    def is_subject(self, mention: Mention) -> bool:
        """Say whether the mention is the subject of its clause."""
        return self.doc[mention.start : mention.end].root.dep_ in SUBJECTS


def _quoted(doc: Doc) -> list[bool]:
    """Return for each token whether it stands within quotation marks; a line break closes straight ones."""
    quoted = [False] * len(doc)
    inside = False
    for i, text in enumerate([token.text for token in doc]):
        if text in _OPENING:
            inside = True
        elif text in _CLOSING:
            inside = False
        elif text == '"':
            inside = not inside
        elif inside and "\n" in text:
            inside = False
        else:
            quoted[i] = inside
    return quoted
