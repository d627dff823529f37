"""The entities and mentions of an article while they are being found."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import Form

Gender = Literal["male", "female"]

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
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
    """An article's clusters, its mentions in text order, and where its sentences and quotations are."""

    def __init__(self, doc: Doc) -> None:
        """Number the sentences of `doc` and mark what stands in quotation marks."""
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

    def is_subject(self, mention: Mention) -> bool:
        """Say whether the mention is the subject of its clause."""
        return self.doc[mention.start : mention.end].root.dep_ in SUBJECTS


def _quoted(doc: Doc) -> list[bool]:
    """Return for each token whether it stands within quotation marks; a line break closes straight ones."""
    quoted = [False] * len(doc)
    inside = False
    for i, token in enumerate(doc):
        text = token.text
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
