"""Whose word an event rests on: the speaker of the statement that tells it, or who claims, denies or alleges it."""

from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import StatementRow
from kg.extract.events.grammar import VERBAL, figure_of_put, surface_subjects
from kg.extract.events.status import Status
from kg.extract.events.tree import Mention, Tree

_ALLEGING = frozenset(
    "accuse blame claim deny allege charge suspect say report announce confirm insist admit acknowledge".split()
)
_CLAIMING = frozenset(("claim", "deny", "allege", "report", "accuse", "blame", "charge", "suspect"))
"""Verbs whose object is a claim too, not only a clause: "reported an attack", not "announced an attack"."""
_DIRECTING = frozenset(
    "call order demand urge ask request propose offer plan agree promise vow pledge threaten instruct appeal want "
    "suggest recommend push press insist".split()
)
"""Verbs by which somebody wants an event or means to do it, and does not report it."""
_WILLED = ("demanded", "proposed", "threatened")


class Claim(NamedTuple):
    """A statement's content at tokens `[start, end)`, its speaker and the verb of saying, -1 where there is none."""

    start: int
    end: int
    speaker: str
    verb: int


class Sources:
    """The statements of a Doc."""

    def __init__(self, doc: Doc, tree: Tree) -> None:
        """Read the statements of `doc` that have a speaker."""
        self.tree = tree
        rows: list[StatementRow] = doc._.kg_statements
        self._claims = [
            Claim(*row["content"], row["speaker"], row["cue"][0] if row["cue"] is not None else -1)
            for row in rows
            if row["speaker"] is not None
        ]

    def source_of(self, head: int, status: Status) -> str | None:
        """Return the entity whose word or will the event at `head` is, None where the article says it itself."""
        inside = [
            claim for claim in self._claims if claim.start <= head < claim.end and self._reports(claim, head, status)
        ]
        if inside:
            return min(inside, key=lambda claim: claim.end - claim.start).speaker
        speaker = self.speaker_above(head, status)
        return speaker.keys[0] if speaker is not None else None

    def _reports(self, claim: Claim, head: int, status: Status) -> bool:
        """Say whether the claim tells of the event at `head`, not only names it ("announced the agreement")."""
        tree, verb = self.tree, claim.verb
        if verb < 0:
            return True
        if tree.lemmas[verb] in _DIRECTING:
            return status.modality in _WILLED
        return tree.heads[head] != verb or tree.deps[head] not in ("dobj", "pobj") or tree.lemmas[verb] in _CLAIMING

    def speaker_above(self, head: int, status: Status | None = None) -> Mention | None:
        """Return the subject of the verb of saying or blaming that governs `head` in its own sentence.

        Where `status` says that the event is only willed, whoever demands or offers it counts too.
        """
        tree = self.tree
        node = head
        for above in tree.climb(head):
            dep = tree.deps[node]
            if tree.pos[above] in VERBAL and (
                (tree.lemmas[above] in _ALLEGING and self._is_content(above, dep))
                or _counts(tree, above, node)
                or _wills(tree, above, dep, status)
            ):
                for subject in surface_subjects(tree, above):
                    mention = tree.mentions[subject]
                    if mention is not None and mention.end > subject:
                        return mention
                return None
            if dep == "relcl":
                return None
            node = above
        return None

    def _is_content(self, verb: int, dep: str) -> bool:
        return dep in ("ccomp", "xcomp") or (dep in ("pcomp", "prep", "dobj") and self.tree.lemmas[verb] in _CLAIMING)


def _counts(tree: Tree, verb: int, node: int) -> bool:
    """Say whether `verb` gives the figure for what `node` names: "speaks of 17 killed", "put their dead at nine"."""
    if tree.lemmas[verb] == "speak":
        return tree.words[node] == "of" and any(tree.tags[i] == "CD" for i in tree.subtree(node))
    return tree.lemmas[verb] == "put" and tree.deps[node] == "dobj" and figure_of_put(tree, verb) is not None


def _wills(tree: Tree, verb: int, dep: str, status: Status | None) -> bool:
    """Say whether the verb demands or offers what its object or "for" phrase names: "demanded new elections"."""
    willed = status is not None and status.modality in _WILLED and status.polarity == "positive"
    return willed and dep in ("dobj", "prep", "pobj") and tree.lemmas[verb] in _DIRECTING
