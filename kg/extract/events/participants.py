"""Who and what takes part in an event, each with its role and the entity that it stands for."""

from kg.extract.annotations import ParticipantRow
from kg.extract.events.parties import find_parties, party_row
from kg.extract.events.slots import find_phrases
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit


def find_participants(tree: Tree, hit: Hit, speaker: Mention | None = None) -> list[ParticipantRow]:
    """Return the parties of the event at `hit`, in the order of the frame's slots, each once.

    Args:
        tree: the parse.
        hit: the trigger.
        speaker: who makes a demand by saying what another must do.
    """
    rows: list[ParticipantRow] = [] if speaker is None else [party_row("actor", speaker)]
    phrases = list(find_phrases(tree, hit))
    filled = {phrase.role for phrase in phrases if "|" not in phrase.role}
    for phrase in phrases:
        role, _, other = phrase.role.partition("|")
        chosen = other if other and role in filled else role
        for row in find_parties(tree, hit, phrase._replace(role=chosen)):
            if not any(_same(row, known) for known in rows):
                rows.append(row)
                filled.add(row["role"])
    return rows


def _same(row: ParticipantRow, known: ParticipantRow) -> bool:
    """Say whether a party is there already: one entity plays one part, and one span is one party."""
    if row["entity"] is not None and known["entity"] is not None:
        return row["entity"] == known["entity"]
    overlap = row["span"][0] < known["span"][1] and known["span"][0] < row["span"][1]
    return overlap and row["role"] == known["role"]
