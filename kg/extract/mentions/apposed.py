"""Descriptions beside a name: "his deputy, Naim Qassem", "Mekelle, the regional capital"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.lexicon.descriptions import descriptions
from kg.lexicon.word_lists import words_of

_AREAS = words_of("words-for-places")
_DETERMINERS = frozenset(("DT", "PRP$"))
_BREAKS = frozenset((",", "(", ")", "—", "–", ";", "who", "which", "that"))
_NOUNS = frozenset(("NN", "NNP"))


def apposed(discourse: Discourse, titles: list[Span]) -> Iterator[tuple[int, int, int, int]]:
    """Yield start, end, head and cluster of the descriptions that stand before or after a name in apposition."""
    doc = discourse.doc
    posts = {i for title in titles for i in range(title.start, title.end)}
    for mention in list(discourse.mentions):
        if mention.form != "name":
            continue
        cluster = discourse.clusters[mention.cluster]
        root = doc[mention.start : mention.end].root
        if root.dep_ == "appos" and root.head.i < mention.start:
            noun = _explained(root, cluster)
            found = _before(doc, mention, noun)
            if found is not None and _says(noun, cluster, posts):
                yield (*found, noun.i, mention.cluster)
        for child in root.rights:
            if child.dep_ == "appos" and child.i > mention.end and _says(child, cluster, posts):
                found = _after(doc, mention, child)
                if found is not None:
                    yield (*found, child.i, mention.cluster)


def _explained(root: Token, cluster: Cluster) -> Token:
    """Return the noun that a name explains; the parser often ties "the president of Chad, X" to "Chad"."""
    noun = root.head
    while cluster.type == "Person" and noun.tag_ == "NNP" and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun


def _says(noun: Token, cluster: Cluster, posts: set[int]) -> bool:
    """Say whether `noun` can describe `cluster`: a post a person, a kind of place or body one of its class."""
    if noun.tag_ not in _NOUNS:
        return False
    word = noun.lower_
    if cluster.type == "Person":
        return noun.i in posts
    if cluster.type == "Place":
        return word in _AREAS
    entry = descriptions().get(word)
    return entry is not None and cluster.type in entry.types


def _before(doc: Doc, mention: Mention, noun: Token) -> tuple[int, int] | None:
    """Return the phrase that ends with the comma before a name: "the mission of the UN, MINUSMA"."""
    first = mention.start
    while first and doc[first - 1].head.i in range(first, mention.end) and doc[first - 1].text != ",":
        first -= 1
    start = _phrase_start(noun)
    if doc[first - 1].text != "," or start < 0 or any(doc[i].text in _BREAKS for i in range(start, first - 1)):
        return None
    return start, first - 1


def _after(doc: Doc, mention: Mention, noun: Token) -> tuple[int, int] | None:
    """Return the phrase that begins after the comma behind a name: "Milos Fenn, the director of the hospital"."""
    start = _phrase_start(noun)
    if start != mention.end + 1 or doc[mention.end].text != ",":
        return None
    last = noun.right_edge.i
    return start, next((i for i in range(noun.i + 1, last + 1) if doc[i].text in _BREAKS), last + 1)


def _phrase_start(noun: Token) -> int:
    """Return where the phrase of `noun` begins with "the", "a" or an owner, -1 where it has none."""
    edge = next((child for child in noun.lefts if child.tag_ in _DETERMINERS or child.dep_ == "poss"), None)
    return noun.left_edge.i if edge is not None and edge.left_edge.i == noun.left_edge.i else -1
