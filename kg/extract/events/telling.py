"""Who "they" are that an article says to have spoken of themselves: "fighters said they had taken the town"."""

from kg.extract.annotations import ParticipantRow
from kg.extract.events.parties import span_of
from kg.extract.events.tree import Tree


def told_parties(tree: Tree, parties: list[ParticipantRow]) -> list[ParticipantRow]:
    """Return the parties once each, "they" in reported speech by the words for those who speak."""
    spoken = [_by_speakers(tree, row) for row in parties]
    return [row for i, row in enumerate(spoken) if row not in spoken[:i]]


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
