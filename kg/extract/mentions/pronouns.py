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
_ONE_OF_SEVERAL = frozenset(("each", "either", "neither"))
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
        for mention in discourse.told_before(pronoun.i, sentences=0 if quoted else _PERSON_REACH)
        if discourse.quoted[mention.start] == quoted
        and discourse.clusters[mention.cluster].type == "Person"
        and discourse.clusters[mention.cluster].gender in (None, kind)
        and mention.cluster not in apart
        and not bound(discourse, mention, pronoun)
    ]
    if not candidates:
        return -1
    here = discourse.sentence[pronoun.i]
    for subject in clause_subjects(pronoun):
        if subject.lower_ in _ONE_OF_SEVERAL:
            return -1  # "each of the men had three bullets in him"
        found = next((mention for mention in candidates if mention.start <= subject.i < mention.end), None)
        if found is not None:
            best = found
            break
        own = in_same_clause(subject, pronoun) or _named(subject)
        if subject.tag_ == "NN" and subject.i in discourse.posts | _people(subject, kind) and not own:
            return -1  # "the president-elect said he", "a gunman who said he"
    else:
        best = min(candidates, key=lambda m: _rank(discourse, m, here))
    best = _outermost(discourse, best, candidates)
    doubtful = (
        _within_another(discourse, best, kind)
        or _stranger(discourse, best, pronoun, kind)
        or _rival(discourse, best, candidates, pronoun)
        or _level(discourse, best, candidates, pronoun)
        or _told_ahead(discourse, best, pronoun, kind)
    )
    return -1 if doubtful else best.cluster


def _outermost(discourse: Discourse, best: Mention, candidates: list[Mention]) -> Mention:
    """Return the subject whose post names `best`: Y of "X's envoy, Y, told a paper. He said"."""
    outer = _subject_around(discourse, best)
    if outer is None:
        return best
    heads = {outer.i, *(child.i for child in outer.rights if child.dep_ == "appos")}
    named = (m for m in candidates if any(m.start <= i < m.end for i in heads) and m.cluster != best.cluster)
    return next(named, best)


def _within_another(discourse: Discourse, mention: Mention, kind: Kind) -> bool:
    """Tell whether the person only tells who the subject is: "Y, the lawyer of X, spoke. She said" is never X."""
    outer = _subject_around(discourse, mention)
    if outer is None:
        return False
    person = discourse.mention_at(outer.i)
    other = person is not None and person.cluster != mention.cluster
    is_person = outer.i in discourse.posts | _people(outer, kind)
    return is_person or (other and person is not None and discourse.clusters[person.cluster].type == "Person")


def _subject_around(discourse: Discourse, mention: Mention) -> Token | None:
    """Return the subject in whose phrase the person stands as owner or as what the post is of, None for none."""
    token = discourse.doc[mention.start : mention.end].root
    owned = False
    while token.dep_ in ("poss", "pobj", "prep", "appos", "compound") and token.head.i != token.i:
        owned = owned or token.dep_ in ("poss", "pobj")
        token = token.head
    return token if owned and token.dep_ in SUBJECTS and not mention.start <= token.i < mention.end else None


def _people(noun: Token, kind: Kind) -> set[int]:
    """Return the position of `noun` where it is a word for one person of that gender, else nothing."""
    return {noun.i} if noun.lower_ in _PEOPLE - _ONLY[kind] else set()


def _named(noun: Token) -> bool:
    """Say whether a name follows in apposition: "her father, X,"."""
    return any(child.dep_ == "appos" for child in noun.rights)


def _rank(discourse: Discourse, mention: Mention, here: int) -> tuple[int, int, int]:
    """Order candidates: nearest sentence, subjects first, then from left to right."""
    distance = here - discourse.sentence[mention.start]
    return distance, 0 if discourse.is_subject(mention) else 1, mention.start


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
    """Say whether another fitting person is or owns a subject between the best candidate and the pronoun.

    Only in the pronoun's sentence: "X said that Y's words mean that he must go".
    """
    here = discourse.sentence[pronoun.i]
    return discourse.sentence[best.start] == here and any(
        mention.start >= best.end
        and mention.cluster != best.cluster
        and (discourse.is_subject(mention) or _owns_subject(discourse, mention))
        for mention in candidates
    )


def _owns_subject(discourse: Discourse, mention: Mention) -> bool:
    root = discourse.doc[mention.start : mention.end].root
    return root.dep_ == "poss" and root.head.dep_ in SUBJECTS


def _level(discourse: Discourse, best: Mention, candidates: list[Mention], pronoun: Token) -> bool:
    """Say whether a person of a sentence before is joined to the best candidate: "X and Y left. He said"."""
    if discourse.sentence[best.start] == discourse.sentence[pronoun.i]:
        return False
    root = discourse.doc[best.start : best.end].root
    joined = {child.i for child in root.rights if child.dep_ == "conj"}
    if root.dep_ == "conj":
        joined.add(root.head.i)
    return any(
        mention.cluster != best.cluster and any(mention.start <= i < mention.end for i in joined)
        for mention in candidates
    )


def _told_ahead(discourse: Discourse, best: Mention, pronoun: Token, kind: Kind) -> bool:
    """Say whether the sentence names another further on: "With his wife at his side, Y spoke"."""
    here = discourse.sentence[pronoun.i]
    if discourse.sentence[best.start] == here or (pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ROOT"):
        return False
    root = pronoun.sent.root
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS and child.i > pronoun.i), None)
    if subject is None or subject.is_ancestor(pronoun):
        return False
    named = discourse.mention_at(subject.i)
    if named is None or named.cluster == best.cluster:
        return False
    other = discourse.clusters[named.cluster]
    return other.type == "Person" and other.gender in (None, kind)
