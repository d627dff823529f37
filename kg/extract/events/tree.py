"""The parse of a Doc as plain lists, which rules walk much faster than spaCy's token objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.strings import StringStore
from spacy.tokens import Doc

from kg.extract.annotations import PLURALS, mention_by_token, spans_of
from kg.lexicon.triggers import participles


class Mention(NamedTuple):
    """A mention of an entity at tokens `[start, end)`; a plural one has several keys."""

    start: int
    end: int
    keys: tuple[str, ...]
    type: str
    form: str


@dataclass(frozen=True, slots=True)
class Tree:
    """Words, lemmas (both in lower case), tags and dependencies of each token, and the mention that covers it."""

    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    mentions: list[Mention | None]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]

    def below(self, i: int, *deps: str) -> list[int]:
        """Return the children of `i` whose dependency is one of `deps`, in text order."""
        labels = self.deps
        return [child for child in self.children[i] if labels[child] in deps]

    def conjuncts(self, i: int) -> list[int]:
        """Return `i` and what is coordinated with it, in text order ("A, B and C" for A)."""
        found = [i]
        for member in found:
            found.extend(self.below(member, "conj"))
        return found

    def first_conjunct(self, i: int) -> int:
        """Return the first member of the coordination that `i` is in."""
        while self.deps[i] == "conj" and self.heads[i] != i:
            i = self.heads[i]
        return i

    def subtree(self, i: int) -> Iterator[int]:
        """Yield `i` and all that depends on it, parents first."""
        stack = [i]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(self.children[node]))

    def left_edge(self, i: int) -> int:
        """Return the first token of what depends on `i`."""
        edge = i
        while self.children[edge] and self.children[edge][0] < edge:
            edge = self.children[edge][0]
        return edge

    def climb(self, i: int, limit: int = 12) -> Iterator[int]:
        """Yield what governs `i`, its governor, and so on up to the root."""
        for _ in range(limit):
            if self.heads[i] == i:
                return
            i = self.heads[i]
            yield i


class _Strings:
    """The strings of numbers, each looked up and lowered once a Doc."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def of(self, numbers: list[int], *, lower: bool = True) -> list[str]:
        """Return the strings that `numbers` stand for."""
        store = self._store
        table = {number: store[number].lower() if lower else store[number] for number in set(numbers)}
        return [table[number] for number in numbers]


def _columns(doc: Doc) -> list[list[int]]:
    """Return the columns of the parse as numbers; heads as positions."""
    table = doc.to_array(["LOWER", "LEMMA", "POS", "TAG", "DEP", "HEAD"])
    columns: list[list[int]] = [table[:, k].tolist() for k in range(5)]
    offsets: list[int] = table[:, 5].astype("int64").tolist()
    return [*columns, [i + offset for i, offset in enumerate(offsets)]]


def read_tree(doc: Doc) -> Tree:
    """Return the parse and the mentions of `doc`."""
    words, lemmas, pos, tags, deps, heads = _columns(doc)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    strings = _Strings(doc.vocab.strings)
    sentences = [(sent.start, sent.end) for sent in doc.sents]
    sentence_of = [number for number, (start, end) in enumerate(sentences) for _ in range(start, end)]
    tree = Tree(
        words=strings.of(words),
        lemmas=strings.of(lemmas),
        pos=strings.of(pos, lower=False),
        tags=strings.of(tags, lower=False),
        deps=strings.of(deps, lower=False),
        heads=heads,
        children=children,
        mentions=_mentions(doc),
        sentences=sentences,
        sentence_of=sentence_of,
    )
    _read_participles(tree)
    return tree


def _read_participles(tree: Tree) -> None:
    """Read "abducted" in "the abducted children" as the verb's participle where the tagger has an adjective."""
    table = participles()
    for i, word in enumerate(tree.words):
        if word in table and tree.tags[i] == "JJ":
            tree.lemmas[i], tree.pos[i], tree.tags[i] = table[word], "VERB", "VBN"


def _mentions(doc: Doc) -> list[Mention | None]:
    """Return the innermost mention of each token; plural mentions ("the two sides") where there is no other."""
    table: list[Mention | None] = [
        None if span is None else Mention(span.start, span.end, (span.id_,), span.label_, span.kb_id_)
        for span in mention_by_token(doc)
    ]
    for span in spans_of(doc, PLURALS):
        for i in range(span.start, span.end):
            if table[i] is None:
                table[i] = Mention(span.start, span.end, tuple(span.id_.split()), span.label_, "plural")
    return table
