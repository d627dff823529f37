"""The component `kg_places`: which place a name means, decided by the countries that the article speaks of."""

import math

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans, spans_of
from kg.extract.places.areas import Area, area_behind, country_shares, states_taken_for_countries
from kg.extract.places.gazetteer import Gazetteer, Settlement, gazetteer, us_states
from kg.lexicon.countries import countries

_LARGE = 100_000
"""A town of so many people needs no further word of its country in the article; a smaller one does."""
_SIZEABLE = 5_000
_LONGEST_TOWN = 2
_DOUBTFUL = frozenset(("Organization", "Person"))
_ARTICLE_COUNTRY = 1.0
_PER_TENFOLD_POPULATION = 1.5
_MAIN_NAME = 1.0
_LOCATIVE = frozenset("in near outside around on across toward towards to from".split())
_TAKING = frozenset(
    "captured capture recaptured recapture retook retake seized seize liberated liberate besieged besiege bombed bomb "
    "shelled shell overran overrun invaded invade occupied occupy visited visit entered enter fled reached reach left "
    "stormed storm bombarded bombard pounded pound encircled encircle".split()
)
"""Verbs whose object is a place far more often than a person or body with the name of a town."""
_TOWNS = frozenset("town city village port".split())
_CAPITALS = frozenset(capital for country in countries() for capital in country.capitals)
"""Names of capitals, so that "Washington" is the city before it is the state."""


@Language.factory("kg_places", assigns=["doc.spans"], requires=["doc.spans"])
def make_places(nlp: Language, name: str) -> "Places":  # noqa: ARG001 - spaCy calls factories with both
    """Build the component; the gazetteer is opened with the first place that is looked up."""
    return Places(name)


class Places:
    """Gives names of the class Place a key in `kb_id_`: `geonames:ID`, or leaves it empty where nothing fits.

    The score of a candidate adds the order of its population, whether the name is its main one, how much the article
    speaks of its country. Where the text names country, region or state right after ("Tripoli, Lebanon"), only towns
    there come into question.
    """

    def __init__(self, name: str = "kg_places") -> None:
        """Take the component's name."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the places of `doc`; the same name gets the same place throughout, unless its country is named."""
        spans = states_taken_for_countries(doc, _doubted(doc, spans_of(doc, NAMES)))
        if not any(span.label_ == "Place" and not span.kb_id_ for span in spans):
            set_spans(doc, NAMES, spans)
            return doc
        shares = country_shares(spans)
        starts = {span.start: span for span in spans}
        lookup = gazetteer()
        chosen: dict[str, tuple[str, str]] = {}
        for span in spans:
            if span.label_ == "Place" and not span.kb_id_:
                named = area_behind(doc, span, starts)
                if named is not None or span.text not in chosen:
                    chosen[span.text] = _choose(lookup, span.text, named, shares)
        set_spans(doc, NAMES, [_with_place(span, chosen) for span in spans])
        return doc


def _doubted(doc: Doc, spans: list[Span]) -> list[Span]:
    """Return the names with those as places that the model took for people or bodies, where text and map say so."""
    full_names = {token.text for span in spans if span.label_ == "Person" and len(span) > 1 for token in span}
    countries = country_shares(spans)
    places = {
        span.text
        for span in spans
        if span.label_ in _DOUBTFUL and not span.kb_id_ and span.start and span.text not in full_names
        if _is_town_by_name(doc, span)
        or (doc[span.start - 1].lower_ in _LOCATIVE | _TAKING and _town_of(span.text, countries))
    }
    return [
        Span(doc, span.start, span.end, label="Place", span_id=span.id_)
        if span.text in places and span.label_ in _DOUBTFUL and not span.kb_id_
        else span
        for span in spans
    ]


def _is_town_by_name(doc: Doc, span: Span) -> bool:
    """Say whether the words before a name call it a town: "the town of Tarsk"; "the city of Mosul Council" is none."""
    if span.start < 2 or doc[span.start - 1].lower_ != "of" or len(span) > _LONGEST_TOWN:  # noqa: PLR2004
        return False
    return doc[span.start - 2].lower_ in _TOWNS


def _town_of(name: str, countries: dict[str, float]) -> bool:
    """Say whether a large town, or one of some size in a country of the article, has the name."""
    return any(
        town.primary and town.population >= (_SIZEABLE if town.country in countries else _LARGE)
        for town in gazetteer().settlements(name)
    )


def _choose(lookup: Gazetteer, name: str, named: Area | None, shares: dict[str, float]) -> tuple[str, str]:
    """Return class and key for `name`; the key is empty where no candidate is likely enough."""
    state = us_states().get(name) if name not in _CAPITALS else None
    if state is not None and named is None and not shares.get("GE"):
        return "Place", f"state:{state.geoname}"
    candidates = [(_score(town, shares), town) for town in lookup.settlements(name) if _is_within(town, named)]
    if not candidates:
        return "Place", ""
    _, best = max(candidates, key=lambda pair: (pair[0], -pair[1].geoname))
    likely = named is not None or shares.get(best.country, 0) > 0 or best.population >= _LARGE
    right_name = best.primary or best.population >= _LARGE or shares.get(best.country, 0) > 0
    return ("Place", f"geonames:{best.geoname}") if likely and right_name else ("Place", "")


def _is_within(town: Settlement, area: Area | None) -> bool:
    return area is None or (town.country == area.country and area.state in (None, town.region))


def _score(town: Settlement, shares: dict[str, float]) -> float:
    score = _PER_TENFOLD_POPULATION * math.log10(town.population + 10)
    score += _MAIN_NAME if town.primary else 0.0
    share = shares.get(town.country, 0.0)
    return score + (_ARTICLE_COUNTRY + share / 2 if share else 0.0)


def _with_place(span: Span, chosen: dict[str, tuple[str, str]]) -> Span:
    if span.label_ != "Place" or span.kb_id_:
        return span
    label, key = chosen[span.text]
    return Span(span.doc, span.start, span.end, label=label, kb_id=key, span_id=span.id_)
