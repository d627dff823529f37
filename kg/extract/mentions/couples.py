"""Two that "and" joins as a subject, and "they" for both: "Varen and Sorn met. They signed"; in doubt nobody."""

from spacy.tokens import Token

from kg.extract.mentions.discourse import Discourse
from kg.extract.mentions.things import main_subject
from kg.extract.mentions.trees import clause_subjects, in_same_clause

_COUPLE = 2
_FORMS = frozenset(("they", "them", "their", "themselves"))
_STATES = frozenset(("Country", "ArmedGroup", "Government"))
_BODIES = frozenset(("ArmedGroup", "Group", "Military", "MilitaryUnit"))
_PLURALS = frozenset(("NNS", "NNPS"))
_OTHERS = frozenset("all both few many most others several some they them we who".split())


def couples(discourse: Discourse) -> list[tuple[int, int, list[int]]]:
    """Return start, end and the two clusters of each "they" that can only mean two joined by "and"."""
    found = []
    for token in discourse.doc:
        if token.lower_ in _FORMS and discourse.mention_at(token.i) is None and not discourse.quoted[token.i]:
            pair = _pair_meant(discourse, token)
            if pair:
                found.append((token.i, token.i + 1, pair))
    return found


def _pair_meant(discourse: Discourse, pronoun: Token) -> list[int]:
    """Return the pair that is the subject of the clause around the pronoun, or of the sentence before, or nothing."""
    for subject in clause_subjects(pronoun):
        pair = _joined(discourse, subject)
        if pair:
            apart = not in_same_clause(subject, pronoun) and not discourse.quoted[subject.i]
            return pair if apart and not _others(discourse, subject.right_edge.i + 1, pronoun.i) else []
        if subject.tag_ in _PLURALS or subject.lower_ in _OTHERS:
            return []
    here = discourse.sentence[pronoun.i]
    before = discourse.sentence_before(here)
    first = discourse.starts[here]
    last = main_subject(discourse, before) if before >= 0 else None
    if last is None or _others(discourse, first, pronoun.i) or _others(discourse, last.right_edge.i + 1, first):
        return []
    return _joined(discourse, last)


def _joined(discourse: Discourse, subject: Token) -> list[int]:
    """Return the two clusters of "X and Y", two people or two states; nothing where a third is there."""
    members = [subject]
    for member in members:
        members += [child for child in member.rights if child.dep_ == "conj"]
    linked = any(child.dep_ == "cc" and child.lower_ == "and" for child in subject.rights)
    mentions = {discourse.mention_at(token.i) for token in members}
    clusters = {mention.cluster for mention in mentions if mention is not None and mention.form != "adjective"}
    kinds = {discourse.clusters[cluster].type for cluster in clusters}
    alike = kinds == {"Person"} or kinds <= _STATES
    return sorted(clusters) if linked and alike and len(clusters) == len(mentions) == _COUPLE else []


def _others(discourse: Discourse, start: int, end: int) -> bool:
    """Say whether anything between can be meant by "they" as well: another plural, another pair, an armed group."""
    return any(
        token.tag_ in _PLURALS
        or token.lower_ in _OTHERS - {"they", "them"}
        or (token.dep_ == "conj" and token.tag_ in ("NN", "NNP"))
        or ((m := discourse.mention_at(token.i)) is not None and discourse.clusters[m.cluster].type in _BODIES)
        for token in discourse.doc[start:end]
    )
