"""Third-person pronouns: the person, body or country of the same or the sentences before that fits.

The order of search follows Hobbs (1978) in what dependency trees allow: the subject of the clause around, the same
sentence, then the ones before, each from its subject on. Nothing in a quotation is joined to what stands outside: who
speaks there is not known here.
"""

from typing import Literal

from spacy.tokens import Token

from kg.extract.mentions.discourse import SUBJECTS, Discourse, Mention
from kg.extract.mentions.things import group_meant, thing_meant
from kg.extract.mentions.trees import bound, clause_subjects, in_same_clause
from kg.lexicon.word_lists import words_of

Kind = Literal["male", "female", "thing", "group"]

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
    "they": "group",
    "them": "group",
    "their": "group",
    "themselves": "group",
}
_PERSON_REACH = 2
"""Sentences back in which a person is still meant by "he"."""
_PEOPLE = words_of("people-nouns")
_ONLY: dict[Kind, frozenset[str]] = {"male": words_of("nouns-for-women"), "female": words_of("nouns-for-men")}
"""Nouns that cannot be meant by a pronoun of that gender."""
_INDEFINITE = frozenset(("a", "an", "another", "one", "each", "every", "no"))


def antecedent(discourse: Discourse, pronoun: Token, kind: Kind) -> int:
    """Return the cluster that `pronoun` refers to, or -1 where that is doubtful."""
    if kind == "thing":
        return thing_meant(discourse, pronoun)
    if kind == "group":
        return group_meant(discourse, pronoun)
    quoted = discourse.quoted[pronoun.i]
    apart = discourse.around(pronoun.i)
    candidates = [
        mention
        for mention in discourse.before(pronoun.i, sentences=0 if quoted else _PERSON_REACH)
        if discourse.quoted[mention.start] == quoted
        and discourse.clusters[mention.cluster].type == "Person"
        and discourse.clusters[mention.cluster].gender in (None, kind)
        and mention.cluster not in apart
        and not bound(discourse, mention, pronoun)
    ]
    if not candidates:
        return -1
    here = discourse.sentence[pronoun.i]
    best = _governing(candidates, pronoun) or min(candidates, key=lambda m: _rank(discourse, m, here))
    if _stranger(discourse, best, pronoun, kind) or _rival(discourse, best, candidates, pronoun):
        return -1
    return best.cluster


def _rank(discourse: Discourse, mention: Mention, here: int) -> tuple[int, int, int]:
    """Order candidates: nearest sentence, subjects first, then from left to right."""
    distance = here - discourse.sentence[mention.start]
    return distance, 0 if discourse.is_subject(mention) else 1, mention.start


def _governing(candidates: list[Mention], pronoun: Token) -> Mention | None:
    """Return the candidate that is the subject of the nearest clause around the pronoun: "X said he would go"."""
    for subject in clause_subjects(pronoun):
        for mention in candidates:
            if mention.start <= subject.i < mention.end:
                return mention
    return None


def _stranger(discourse: Discourse, best: Mention, pronoun: Token, kind: Kind) -> bool:
    """Say whether a person without a name stands between as a subject: "A detainee said he was beaten"."""
    first = max(best.end, discourse.starts[discourse.sentence[pronoun.i]])
    return any(
        token.dep_ in SUBJECTS
        and token.tag_ == "NN"
        and token.lower_ in _PEOPLE - _ONLY[kind]
        and discourse.quoted[token.i] == discourse.quoted[pronoun.i]
        and not in_same_clause(token, pronoun)
        and any(child.lower_ in _INDEFINITE for child in token.lefts)
        and discourse.mention_at(token.i) is None
        for token in discourse.doc[first : pronoun.i]
    )


def _rival(discourse: Discourse, best: Mention, candidates: list[Mention], pronoun: Token) -> bool:
    """Say whether another fitting person is a subject between the best candidate and the pronoun, in its sentence."""
    here = discourse.sentence[pronoun.i]
    return discourse.sentence[best.start] == here and any(
        mention.start > best.start and mention.cluster != best.cluster and discourse.is_subject(mention)
        for mention in candidates
    )
