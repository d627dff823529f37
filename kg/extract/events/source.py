"""Whose word an event rests on: the speaker of the statement that tells it, or who claims, denies or alleges it."""

from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import StatementRow
from kg.extract.events.grammar import VERBAL, surface_subjects
from kg.extract.events.tree import Mention, Tree

_ALLEGING = frozenset(
    "accuse blame claim deny allege charge suspect say report announce confirm insist admit acknowledge".split()
)


class Claim(NamedTuple):
    """A statement's content at tokens `[start, end)` and its speaker."""

    start: int
    end: int
    speaker: str


class Sources:
    """The statements of a Doc."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        """Read the statements of `doc` that have a speaker."""
        self.tree = tree
        rows: list[StatementRow] = doc._.kg_statements
        self._claims = [Claim(*row["content"], row["speaker"]) for row in rows if row["speaker"] is not None]

    def source_of(self, head: int) -> str | None:
        """Return the entity whose word the event at `head` is, None where the article says it itself."""
        inside = [claim for claim in self._claims if claim.start <= head < claim.end]
        if inside:
            return min(inside, key=lambda claim: claim.end - claim.start).speaker
        speaker = self.speaker_above(head)
        return speaker.keys[0] if speaker is not None else None

    def speaker_above(self, head: int) -> Mention | None:
        """Return the subject of the verb of saying or blaming that governs `head` in its own sentence."""
        tree = self.tree
        node = head
        for above in tree.climb(head):
            dep = tree.deps[node]
            if tree.pos[above] in VERBAL and tree.lemmas[above] in _ALLEGING and dep in _CONTENT:
                for subject in surface_subjects(tree, above):
                    mention = tree.mentions[subject]
                    if mention is not None and mention.end > subject:
                        return mention
                return None
            if dep == "relcl":
                return None
            node = above
        return None


_CONTENT = ("ccomp", "xcomp", "pcomp", "prep", "dobj")
