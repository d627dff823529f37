"""Whom the words for a speaker mean: "party supporter Ana Solen", "the guard repeated his claim"."""

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.statements.finding import Speaker
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.extract.statements.text import Text

_NAMED = ORGANIZATIONS | {"Person", "Group"}
_BODIES = ORGANIZATIONS | {"Group"}
_PLURALS = frozenset({"NNS", "NNPS"})
_TITLE_WORDS = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST_TITLE = 4


def owner_of(text: Text, speaker: Speaker) -> Speaker:
    """Return who "his" is in "the guard repeated his claim that ...": who did that; else `speaker`."""
    head = text.doc[speaker.head]
    noun = head.head
    if head.tag_ != "PRP$" or text.mentions[head.i] is not None or noun.dep_ != "dobj":
        return speaker
    subject = subject_of(noun.head)
    if subject is None or subject.i > head.i or (subject.tag_ in _PLURALS) != (head.lower_ == "their"):
        return speaker
    return phrase_of(subject)


def name_beside(text: Text, speaker: Speaker, *, person: bool, body: bool) -> Span | None:
    """Return the mention of the speaker whom the words of `speaker` describe, None where they name nobody.

    Args:
        text: what all rules look up.
        speaker: words whose head is no mention.
        person: whether the head is a word for a person, or can be one.
        body: whether the head is a word for a body.
    """
    head = text.doc[speaker.head]
    if person and (named := _between_commas(text, speaker)) is not None:
        return named
    wanted = ({"Person"} if person or head.pos_ == "PROPN" else set()) | (_BODIES if body else set())
    for token in _candidates(head):
        mention = text.mentions[token.i]
        if mention is not None and mention.label_ in wanted & _NAMED and mention.kb_id_ == "name":
            return mention
    return None


def _between_commas(text: Text, speaker: Speaker) -> Span | None:
    """Return the name after "the chairman of the committee, Nadia Sorel, said", whatever noun the parser ties it to."""
    words, start = text.words, speaker.end + 1
    if start >= len(words) or words[speaker.end] != ",":
        return None
    title = start
    while title < len(words) and text.doc[title].pos_ in _TITLE_WORDS and not _begins_name(text, title):
        title += 1
    if title - start > _LONGEST_TITLE or title >= len(words) or not _begins_name(text, title):
        return None
    named = text.mentions[title]
    ends = named is not None and named.end < len(words) and words[named.end] in (",", ".")
    return named if ends else None


def _begins_name(text: Text, i: int) -> bool:
    mention = text.mentions[i]
    return mention is not None and mention.start == i and mention.label_ == "Person" and mention.kb_id_ == "name"


def _candidates(head: Token) -> list[Token]:
    """Return the last words of what can name `head`: appositions, the name it ends, the last of joined posts."""
    found = [child for child in head.rights if child.dep_ == "appos"]
    for other in head.conjuncts:  # "author and opinion writer J. D. Vance": one person in two posts
        if not any(child.dep_ == "det" for child in other.lefts):
            found += [other] if other.pos_ == "PROPN" else []
            found += [child for child in other.rights if child.dep_ == "appos"]
    if head.pos_ == "PROPN":
        found += [child for child in head.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"][::-1]
    return found
