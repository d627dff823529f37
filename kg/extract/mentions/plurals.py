"""Plural descriptions of a pair: "the two sides", "both countries", "the warring parties"."""

from collections import Counter

from spacy.tokens import Doc

from kg.extract.mentions.discourse import Discourse, Mention
from kg.lexicon.word_lists import words_of

_NOUNS = words_of("pair-nouns")
_PEOPLE = words_of("pairs-of-people")
_PARTIES = frozenset(("Country", "ArmedGroup", "Government", "Military", "GovernmentBody", "PoliticalParty"))
_PAIR = 2


def pairs(doc: Doc) -> list[tuple[int, int, bool]]:
    """Return start, end and whether people are meant, of each phrase for a pair."""
    found = []
    lower = [token.lower_ for token in doc]
    for i, word in enumerate(lower):
        if word not in _NOUNS or i == 0:
            continue
        before = lower[i - 1]
        if before == "both":
            found.append((i - 1, i + 1, word in _PEOPLE))
        elif before in ("two", "warring", "opposing", "rival") and i > 1:
            determiner = lower[i - 2] in ("the", "these", "those")
            found.append((i - 2 if determiner else i - 1, i + 1, word in _PEOPLE))
    return found


def _locative(doc: Doc, mention: Mention) -> bool:
    """Say whether the mention only tells where: "in Turkey", "Istanbul, Turkey"."""
    before = doc[mention.start - 1].lower_ if mention.start else ""
    return before in ("in", "near", "across") or (
        before == "," and doc[mention.start : mention.end].root.dep_ == "appos"
    )


def members(discourse: Discourse, position: int, *, people: bool) -> list[int]:
    """Return the two clusters that the article spoke of most up to `position`, nothing where a third comes close.

    Countries that are only where something happened ("in Turkey") do not count.
    """
    counts: Counter[int] = Counter()
    for mention in discourse.mentions:
        if mention.start >= position:
            break
        type_ = discourse.clusters[mention.cluster].type
        if (type_ == "Person") == people and (people or type_ in _PARTIES) and not _locative(discourse.doc, mention):
            counts[mention.cluster] += 1
    ranked = counts.most_common(_PAIR + 1)
    if len(ranked) < _PAIR:
        return []
    if len(ranked) > _PAIR and ranked[_PAIR][1] * 2 >= ranked[_PAIR - 1][1]:
        return []
    return sorted(index for index, _ in ranked[:_PAIR])
