"""What "it", "its", "they" and "their" mean: a body, a country, a group."""

from spacy.tokens import Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.mentions.discourse import SUBJECTS, Discourse, Mention
from kg.extract.mentions.trees import bound, clause_subjects, in_same_clause

_BODIES = ORGANIZATIONS | {"Country"}
_GROUPS = frozenset(("ArmedGroup", "Group", "Military", "MilitaryUnit"))
_IMPERSONAL = frozenset("appear be become come cost emerge follow happen matter mean remain seem take turn".split())
"""Verbs whose subject "it" often means nothing or a whole clause."""
_PLURALS = frozenset(("NNS", "NNPS"))
_OTHERS = frozenset("all both few many most others several some they those we who you".split())


def thing_meant(discourse: Discourse, pronoun: Token) -> int:
    """Return the body or country that "it" or "its" means, named in the same sentence, a subject or owner first.

    At the beginning of a sentence it is the subject of the sentence before.
    """
    if pronoun.dep_ in ("expl", "nsubjpass") and pronoun.lower_ == "it":
        return -1
    if pronoun.lower_ == "it" and pronoun.dep_ in SUBJECTS and _impersonal(pronoun.head):
        return -1
    quoted = discourse.quoted[pronoun.i]
    apart = discourse.around(pronoun.i)
    candidates = [
        mention
        for mention in discourse.before(pronoun.i, sentences=0)
        if discourse.quoted[mention.start] == quoted
        and discourse.clusters[mention.cluster].type in _BODIES
        and mention.cluster not in apart
        and (mention.form != "adjective" or (pronoun.lower_ == "its" and _of_subject(discourse, mention)))
        and not bound(discourse, mention, pronoun)
    ]
    if not candidates:
        return -1 if quoted else _carried_on(discourse, pronoun)
    if pronoun.lower_ == "it" and _other_thing(discourse, pronoun):
        return -1
    ranked = sorted(candidates, key=lambda m: (_rank(discourse, m), -m.start))
    best = ranked[0]
    if pronoun.dep_ in SUBJECTS or pronoun.lower_ == "its" or len({m.cluster for m in candidates}) == 1:
        return best.cluster
    return -1


def _impersonal(verb: Token) -> bool:
    return verb.lemma_ in _IMPERSONAL or verb.lower_ in ("'s", "’s")


def _of_subject(discourse: Discourse, mention: Mention) -> bool:
    """Say whether the adjective belongs to a subject: "Russian leaders praised its army"."""
    return discourse.doc[mention.start : mention.end].root.head.dep_ in SUBJECTS


def _other_thing(discourse: Discourse, pronoun: Token) -> bool:
    """Say whether the clause around has a thing without a name as its subject: "a plane that burned as it fell"."""
    for subject in clause_subjects(pronoun):
        return subject.tag_ == "NN" and discourse.mention_at(subject.i) is None
    return False


def _rank(discourse: Discourse, mention: Mention) -> int:
    dep = discourse.doc[mention.start : mention.end].root.dep_
    return 0 if dep in SUBJECTS or dep == "poss" else 1


def _carried_on(discourse: Discourse, pronoun: Token) -> int:
    """Return the subject of the sentence before, where the pronoun begins its sentence: "Its spokesman denied it"."""
    here = discourse.sentence[pronoun.i]
    if here == 0 or pronoun.i != discourse.starts[here] or pronoun.lower_ not in ("it", "its"):
        return -1
    before = discourse.sentence_before(here)
    subject = main_subject(discourse, before) if before >= 0 else None
    mention = None if subject is None else discourse.mention_at(subject.i)
    if mention is None or mention.form == "adjective" or discourse.clusters[mention.cluster].type not in _BODIES:
        return -1
    return mention.cluster


def main_subject(discourse: Discourse, sentence: int) -> Token | None:
    """Return the subject of the main verb of a sentence, None where the sentence has none or begins in a quotation."""
    if discourse.quoted[discourse.starts[sentence]]:
        return None
    root = discourse.doc[discourse.starts[sentence]].sent.root
    return next((child for child in root.lefts if child.dep_ in SUBJECTS), None)


def group_meant(discourse: Discourse, pronoun: Token) -> int:
    """Return the group that "they" means: the subject of the clause around, or of the sentence before; or -1.

    Any other plural subject on the way is meant instead, and has no entity.
    """
    for subject in clause_subjects(pronoun):
        if discourse.quoted[subject.i] != discourse.quoted[pronoun.i]:
            return -1
        found = _group(discourse, subject)
        if found is not None:
            return -1 if in_same_clause(subject, pronoun) or _plural_object(discourse, subject) else found
    here = discourse.sentence[pronoun.i]
    first = discourse.starts[here]
    if (
        here == 0
        or discourse.quoted[pronoun.i]
        or any(token.tag_ in _PLURALS for token in discourse.doc[first : pronoun.i])
    ):
        return -1
    earlier = discourse.sentence_before(here)
    last = main_subject(discourse, earlier) if earlier >= 0 else None
    found = None if last is None else _group(discourse, last)
    return -1 if found is None else found


def _plural_object(discourse: Discourse, subject: Token) -> bool:
    """Say whether the verb of `subject` has an object that "they" can mean as well."""
    return any(
        child.dep_ == "dobj"
        and (child.tag_ in _PLURALS or ((m := discourse.mention_at(child.i)) and _is_group(discourse, m)))
        for child in subject.head.rights
    )


def _is_group(discourse: Discourse, mention: Mention) -> bool:
    return mention.form != "adjective" and discourse.clusters[mention.cluster].type in _GROUPS


def _group(discourse: Discourse, subject: Token) -> int | None:
    """Return the group that is the subject, -1 where it is another plural, None where it is one person or thing."""
    joined = any(child.dep_ == "conj" for child in subject.rights)
    mention = discourse.mention_at(subject.i)
    if not joined and mention is not None and _is_group(discourse, mention):
        return mention.cluster
    plural = joined or subject.tag_ in _PLURALS or subject.lower_ in _OTHERS
    return -1 if plural else None
