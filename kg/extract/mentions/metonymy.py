"""A capital that stands for its government: "Kyiv rejected the offer", "talks with Moscow", not "in Moscow"."""

from spacy.tokens import Doc, Span, Token

from kg.lexicon.countries import countries

CAPITALS = {capital: country.iso for country in countries() for capital in country.capitals}

_STATES_OF_PLACES = frozenset(
    "be lie remain become see witness fall suffer burn host wake shake rock experience face sit stand border".split()
)
_PARTS_OF_CITIES = frozenset(
    "airport street suburb outskirt district neighborhood neighbourhood center centre mayor resident residents metro "
    "subway port hospital square skyline population university downtown police airspace station hotel mosque church "
    "cathedral zoo stadium court embassy prison old area road bridge market".split()
)
_TARGETS = frozenset(
    "urge accuse support press warn blame help arm condemn back tell ask pressure threaten isolate force provoke "
    "persuade convince praise criticize criticise assure inform notify allow oblige require push".split()
)
_PARTNER = frozenset(("with", "between", "by", "against"))
_GIVEN_FOR = frozenset(
    "support aid money assistance weapon help backing deadline victory defeat setback blow loss".split()
)
_PRESSED_ON = frozenset("pressure sanction tariff influence embargo demand".split())
_GOVERNED = frozenset(
    "government official regime authority leadership administration diplomat negotiator envoy".split()
)
_GIVEN_TO = frozenset(
    "deliver supply sell offer send provide give transfer loyal aid support respond listen appeal".split()
)


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
