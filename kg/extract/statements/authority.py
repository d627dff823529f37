"""Whether an event within a statement rests on the speaker's word."""

from spacy.tokens import Doc

from kg.extract.annotations import StatementRow
from kg.lexicon.cues import noun_cues, verb_cues

_TAKEN_FOR_GRANTED = frozenset({"object", "preposition", "as", "name"})


def rests_on_speaker(doc: Doc, row: StatementRow) -> bool:
    """Tell whether what the content of `row` tells of is the speaker's word rather than the writer's.

    "The army said that it shelled the town" and "accused the army of shelling the town" are; "condemned the shelling of
    the town" and "blamed the army for the shelling" are not: there the shelling itself is the writer's fact.
    """
    if row["rule"] not in _TAKEN_FOR_GRANTED or row["cue"] is None:
        return True
    word = doc[row["cue"][0]].lower_
    verbs = verb_cues().get(word)
    cue = verbs[-1][1] if verbs else noun_cues().get(word)
    if cue is None:
        return True
    return cue.kind != "judge" and not (cue.kind == "accuse" and row["rule"] == "object")
