"""Words that name nobody: "they", "both", "some", "the two delegations" where the article does not say who they are."""

from kg.extract.annotations import ParticipantRow
from kg.extract.events.tree import Tree
from kg.lexicon.word_lists import words_of

_POINTING = frozenset(
    "he him his she her hers i me my mine you your we us our they them their theirs it its himself herself itself "
    "themselves ourselves yourself who whom whose which that this these those".split()
)
_AMOUNTS = frozenset(
    "all another any anybody anyone both each either enough everybody everyone few fewer less many more most much "
    "neither nobody none one others other several so some somebody someone such".split()
)
_FUNCTION = frozenset("a an the of and or as not no only just very too almost nearly even".split())
_PAIRING = frozenset(("two", "both", "either", "neither"))
_PAIRS = words_of("pair-nouns") | {"delegation", "party", "teams"}
_EMPTY = _POINTING | _AMOUNTS | _FUNCTION


def tells_somebody(tree: Tree, row: ParticipantRow) -> bool:
    """Say whether a party is somebody known, or words from which a reader learns who it was."""
    if row["entity"] is not None:
        return True
    start, end = row["span"]
    words = [word for word in tree.words[start:end] if any(letter.isalnum() for letter in word)]
    paired = not _PAIRING.isdisjoint(words) and all(word in _EMPTY | _PAIRING | _PAIRS for word in words)
    return not paired and not _EMPTY.issuperset(words)
