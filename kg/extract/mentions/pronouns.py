"""Third-person pronouns: the person, body or country of the same or the sentences before that fits.

The order of search follows Hobbs (1978) in what dependency trees allow: the same sentence first, then the ones before,
each from its subject on. Nothing in a quotation is joined to what stands outside: who speaks there is not known here.
"""

from typing import Literal

from spacy.tokens import Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.mentions.discourse import SUBJECTS, Discourse, Mention

Kind = Literal["male", "female", "thing"]

PRONOUNS: dict[str, Kind] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
    "it": "thing",
    "its": "thing",
    "itself": "thing",
}
_BODIES = ORGANIZATIONS | {"Country"}
_PERSON_REACH = 2
"""Sentences back in which a person is still meant by "he"."""


def antecedent(discourse: Discourse, pronoun: Token, kind: Kind) -> int:
    """Return the cluster that `pronoun` refers to, or -1 where that is doubtful."""
    if kind == "thing":
        return _thing(discourse, pronoun)
    quoted = discourse.quoted[pronoun.i]
    reach = 0 if quoted else _PERSON_REACH
    candidates = [
        mention
        for mention in discourse.before(pronoun.i, sentences=reach)
        if discourse.quoted[mention.start] == quoted
        and discourse.clusters[mention.cluster].type == "Person"
        and discourse.clusters[mention.cluster].gender in (None, kind)
        and not _bound(discourse, mention, pronoun)
    ]
    if not candidates:
        return -1
    here = discourse.sentence[pronoun.i]
    return min(candidates, key=lambda m: _rank(discourse, m, here)).cluster


def _rank(discourse: Discourse, mention: Mention, here: int) -> tuple[int, int, int]:
    """Order candidates: nearest sentence, subjects first, then from left to right."""
    distance = here - discourse.sentence[mention.start]
    return distance, 0 if discourse.is_subject(mention) else 1, mention.start


def _bound(discourse: Discourse, mention: Mention, pronoun: Token) -> bool:
    """Say whether grammar keeps the two apart: "X met him" does not join, "X said he" does.

    A reflexive or possessive may refer to a subject of its own clause, any other object may not (principle B).
    """
    root = discourse.doc[mention.start : mention.end].root
    if pronoun.dep_ in SUBJECTS or pronoun.dep_ == "poss" or pronoun.lower_.endswith("self"):
        return root.head == pronoun.head and root.dep_ in SUBJECTS and pronoun.dep_ in SUBJECTS
    return _clause(root) == _clause(pronoun)


def _clause(token: Token) -> Token:
    while token.dep_ not in ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp") and token.head != token:
        token = token.head
    return token


def _thing(discourse: Discourse, pronoun: Token) -> int:
    """Return the body or country that "it" or "its" means, named in the same sentence, a subject or owner first."""
    if pronoun.dep_ in ("expl", "nsubjpass") and pronoun.lower_ == "it":
        return -1
    if (
        pronoun.lower_ == "it"
        and pronoun.dep_ in SUBJECTS
        and pronoun.head.lemma_ in ("be", "seem", "appear", "take", "become")
    ):
        return -1
    quoted = discourse.quoted[pronoun.i]
    candidates = [
        mention
        for mention in discourse.before(pronoun.i, sentences=0)
        if discourse.quoted[mention.start] == quoted
        and discourse.clusters[mention.cluster].type in _BODIES
        and (mention.form != "adjective" or pronoun.lower_ == "its")
        and not _bound(discourse, mention, pronoun)
    ]
    if not candidates:
        return -1
    ranked = sorted(candidates, key=lambda m: (_thing_rank(discourse, m), -m.start))
    best = ranked[0]
    if pronoun.dep_ in SUBJECTS or pronoun.lower_ == "its" or len({m.cluster for m in candidates}) == 1:
        return best.cluster
    return -1


def _thing_rank(discourse: Discourse, mention: Mention) -> int:
    dep = discourse.doc[mention.start : mention.end].root.dep_
    return 0 if dep in SUBJECTS or dep == "poss" else 1
