"""Common nouns for what was named before: "the group", "the rebels", "the guerrilla group", "the country"."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.lexicon.descriptions import Description, descriptions
from kg.lexicon.word_lists import words_of

_DETERMINERS = frozenset(("the", "this", "that", "these", "those"))
_MODIFIERS = words_of("describing-words")
_PREDICATES = frozenset(("attr", "oprd", "compound", "amod", "nmod", "npadvmod", "appos"))
_ENDS_OTHERWISE = frozenset(("of", "that", "which", "called", "named", "where", "who", "known", "led"))
_NOUN_TAGS = frozenset(("NN", "NNP", "NNS", "NNPS"))
_REACH = 3
"""Sentences back in which a thing is still meant by its kind alone."""
_ARTICLE = 1000
"""As many sentences as no article has."""
_UNNAMED_TOO = frozenset(("Place", "Country", "Military", "Government"))
"""Classes of which an article speaks without naming them, so that the only one named may be another."""
_SETTLEMENTS = frozenset(("city", "town", "village"))
_AREAS = ("place:", "state:")
_QUARTERS = words_of("words-after-places")


_MILITANT = words_of("militant-words")


class NounDescription(NamedTuple):
    """Tokens `[start, end)` with the noun of `entry` as their last; `militant` says that a word calls it so."""

    start: int
    end: int
    entry: Description
    militant: bool


def noun_descriptions(doc: Doc, lower: list[str]) -> Iterator[NounDescription]:
    """Yield the nouns with "the" that may stand for something named before."""
    table = descriptions()
    for i, word in enumerate(lower):
        if i and word in table:
            entry = table[word]
            start = _determined(doc, lower, i, entry)
            if start >= 0:
                yield NounDescription(start, i + 1, entry, not _MILITANT.isdisjoint(lower[start:i]))


def _determined(doc: Doc, lower: list[str], i: int, entry: Description) -> int:
    """Return where "the" stands before the noun at `i`, -1 where the noun speaks of something else."""
    token = doc[i]
    if token.tag_ != ("NNS" if entry.plural else "NN") or token.dep_ in _PREDICATES:
        return -1
    start = i - 1
    while start > 0 and lower[start] in _MODIFIERS:
        start -= 1
    if lower[start] not in _DETERMINERS:
        return -1
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is not None and (following.lower_ in _ENDS_OTHERWISE or following.tag_ in _NOUN_TAGS):
        return -1
    if following is not None and following.text == "," and i + 2 < len(doc) and lower[i + 2] in ("a", "an"):
        return -1  # "The rebels, a coalition of four groups, said": named by what follows
    return start


def described(discourse: Discourse, noun: NounDescription) -> int:
    """Return the cluster that "the NOUN" stands for: the last one named that fits, or the only one; or -1."""
    entry, position = noun.entry, noun.start
    near = _candidates(discourse, noun, _REACH)
    if discourse.doc[position].lower_ == "this" and entry.noun in _SETTLEMENTS and not _begins(discourse, position):
        return next((mention.cluster for mention in _candidates(discourse, noun, _ARTICLE) if not mention.start), -1)
    if entry.noun in ("country", "nation") and discourse.doc[position].lower_ != "that":
        return _country(discourse, position, near)
    if near:
        return near[0].cluster
    if not _UNNAMED_TOO.isdisjoint(entry.types):
        return -1
    known = {mention.cluster for mention in _candidates(discourse, noun, _ARTICLE)}
    return known.pop() if len(known) == 1 else -1


def _begins(discourse: Discourse, position: int) -> bool:
    """Say whether token `position` begins its sentence: elsewhere "this city" is where the reporter is.

    That is the town of the dateline, with which the article begins.
    """
    return discourse.starts[discourse.sentence[position]] == position


def _candidates(discourse: Discourse, noun: NounDescription, sentences: int) -> list[Mention]:
    """Return the mentions before `noun` that it can stand for, nearest first."""
    clusters = discourse.clusters
    return [
        mention
        for mention in discourse.before(noun.start, sentences=sentences)
        if mention.form not in ("adjective", "pronoun")
        and fits(clusters[mention.cluster], noun.entry)
        and not (noun.militant and clusters[mention.cluster].type != "ArmedGroup")
        and not _quarter(discourse, mention, noun.entry)
    ]


def fits(cluster: Cluster, entry: Description) -> bool:
    """Say whether the noun of `entry` can stand for `cluster`."""
    if cluster.type not in entry.types:
        return False
    if entry.in_name and not {entry.noun, f"{entry.noun}s"}.intersection(cluster.name.casefold().split()):
        return False
    return cluster.type != "Place" or (entry.noun in _SETTLEMENTS) != cluster.key.startswith(_AREAS)


def _quarter(discourse: Discourse, mention: Mention, entry: Description) -> bool:
    """Say whether the place is a quarter or region by its last word or the word after it, and so no town."""
    words = {token.lower_ for token in discourse.doc[mention.end - 1 : mention.end + 1]}
    return entry.noun in _SETTLEMENTS and not words.isdisjoint(_QUARTERS - _SETTLEMENTS)


def _country(discourse: Discourse, position: int, near: list[Mention]) -> int:
    """Return the country meant: the subject of this sentence, the only one near, or the one the article is about."""
    here = discourse.sentence[position]
    subjects = {m.cluster for m in near if discourse.sentence[m.start] == here and discourse.is_subject(m)}
    if len(subjects) == 1:
        return subjects.pop()
    named = {m.cluster for m in near if discourse.sentence[m.start] == here}
    if len(named) == 1:
        return named.pop()
    around = {
        mention.cluster
        for mention in discourse.before(position, sentences=_REACH)
        if discourse.clusters[mention.cluster].type == "Country"
    }
    if len(around) == 1:
        return around.pop()
    main = discourse.main_country(position)
    return main if main in around else -1
