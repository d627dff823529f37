"""Words that name nobody: "they", "both", "some", "two delegations" where the article does not say who they are."""

from kg.extract.annotations import ParticipantRow
from kg.extract.events.parties import span_of
from kg.extract.events.tree import Tree
from kg.lexicon.word_lists import words_of

_POINTING = frozenset(("they", "them", "their", "theirs", "themselves"))
_AMOUNTS = frozenset(
    "all another any both each either few fewer less many more most much neither others several some".split()
)
_FUNCTION = frozenset("a an the of and or as not only just very too almost nearly even".split())
_PAIRS = words_of("pair-nouns") | {"delegations", "teams"}
_EMPTY = _POINTING | _AMOUNTS | _FUNCTION


def told_parties(tree: Tree, parties: list[ParticipantRow]) -> list[ParticipantRow]:
    """Return the parties that tell somebody, "they" in reported speech by the words for those who speak."""
    spoken = [_by_speakers(tree, row) for row in parties]
    return [row for i, row in enumerate(spoken) if tells_somebody(tree, row) and row not in spoken[:i]]


def _by_speakers(tree: Tree, row: ParticipantRow) -> ParticipantRow:
    """Return the party by its first words in the sentence: "Separatist fighters said that they had taken the town"."""
    start, end = row["span"]
    if row["entity"] is not None or tree.words[start:end] != ["they"] or tree.deps[start] not in ("nsubj", "nsubjpass"):
        return row
    verb = tree.heads[start]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] > start:
        return row
    speakers = [node for node in tree.below(tree.heads[verb], "nsubj") if node < start]
    if len(speakers) != 1 or tree.tags[speakers[0]] != "NNS":
        return row
    between = range(speakers[0] + 1, start)
    if any(tree.tags[i] in ("NNS", "NNPS", "``", "''") or tree.deps[i] == "conj" for i in between):
        return row
    known = tree.mentions[speakers[0]]
    if known is not None and known.type != "Group":
        return row
    return {**row, "span": span_of(tree, speakers[0])} if known is None else {**row, "entity": known.keys[0]}


def tells_somebody(tree: Tree, row: ParticipantRow) -> bool:
    """Say whether a party is somebody known, or words from which a reader learns who it was."""
    if row["entity"] is not None:
        return True
    start, end = row["span"]
    words = [word for word in tree.words[start:end] if any(letter.isalnum() for letter in word)]
    return not _EMPTY.issuperset(words) and not (words[0] == "two" and _PAIRS.issuperset(words[1:]))
