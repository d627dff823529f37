"""A capital that stands for its government: "Kyiv rejected the offer", "talks with Moscow", not "in Moscow"."""

from spacy.tokens import Doc, Span, Token

from kg.lexicon.countries import countries
from kg.lexicon.word_lists import words_of

CAPITALS = {capital: country.iso for country in countries() for capital in country.capitals}

_STATES_OF_PLACES = words_of("states-of-cities")
_PARTS_OF_CITIES = words_of("parts-of-cities")
_TARGETS = words_of("verbs-at-governments")
_PARTNER = frozenset(("with", "between", "by", "against"))
_GIVEN_FOR = words_of("given-for-governments")
_PRESSED_ON = words_of("pressed-on-governments")
_GOVERNED = words_of("governed-from-capitals")
_GIVEN_TO = words_of("given-to-governments")


def stands_for_government(doc: Doc, span: Span) -> bool:
    """Say whether the capital's name at `span` means the government in this sentence."""
    if _followed_by_country(doc, span):
        return False
    return _governs(span.root)


def _followed_by_country(doc: Doc, span: Span) -> bool:
    return span.end + 1 < len(doc) and doc[span.end].text == "," and doc[span.end + 1].ent_type_ == "GPE"


def _governs(token: Token) -> bool:
    head, dep = token.head, token.dep_
    if dep == "conj" and head != token:
        return _governs(head)
    if dep in ("pobj", "dative"):
        return _by_preposition(head)
    lemma = head.lemma_.lower()
    return (
        (dep == "nsubj" and lemma not in _STATES_OF_PLACES and head.pos_ in ("VERB", "AUX"))
        or (dep == "poss" and lemma not in _PARTS_OF_CITIES)
        or (dep == "dobj" and lemma in _TARGETS)
        or (dep == "compound" and lemma in _GOVERNED)
    )


def _by_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head.lemma_.lower()
    return (
        word in _PARTNER
        or (word == "for" and governor in _GIVEN_FOR)
        or (word == "on" and governor in _PRESSED_ON)
        or (word == "to" and governor in _GIVEN_TO)
    )
