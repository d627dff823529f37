"""The country, region or state that an article names around a place, and "Georgia" the state against the country."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Span

from kg.extract.places.gazetteer import gazetteer, us_states
from kg.lexicon.countries import country_by_iso
from kg.lexicon.places import places

_JOINING = frozenset((",", "in", "("))
PARTS = frozenset(
    "eastern western northern southern central northeastern northwestern southeastern southwestern".split()
)
"""Words for a part of a place that may stand before its name: "in northern Mali"."""
_PASSED = PARTS | {"the", "in"}
_MOST_PASSED = 3
_STATE_OFFICES = frozenset("governor lawmaker legislator".split())
"""Offices that a state of the United States has, and the country of the same name has not."""


class Area(NamedTuple):
    """A country by its code, or a state of the United States by that and its postal code."""

    country: str
    state: str | None = None


def country_shares(spans: Sequence[Span]) -> dict[str, float]:
    """Return what share of an article's names of countries, peoples and known regions each country has."""
    counts = Counter(country for span in spans if (country := _country_of(span.kb_id_)))
    total = counts.total()
    return {country: count / total for country, count in counts.items()}


def area_behind(doc: Doc, span: Span, starts: dict[int, Span]) -> Area | None:
    """Return what the text names right behind a place: "Tripoli, Lebanon", "Kidal, in northern Mali", "Austin, Texas".

    Args:
        doc: the article.
        span: the place.
        starts: the names of `doc` by their first token.
    """
    i = span.end
    if i >= len(doc) or doc[i].lower_ not in _JOINING:
        return None
    i += 1
    for _ in range(_MOST_PASSED):
        if i < len(doc) and i not in starts and doc[i].lower_ in _PASSED:
            i += 1
    around = starts.get(i)
    if around is None or around.sent.start != span.sent.start:
        return None
    state = us_states().get(around.text)
    country = _country_of(around.kb_id_)
    if state is not None and (country is None or _lies_in(span.text, Area("US", state.code), country)):
        return Area("US", state.code)
    return Area(country) if country and not around.kb_id_.startswith("people:") else None


def states_taken_for_countries(doc: Doc, spans: Sequence[Span]) -> list[Span]:
    """Return the names with "Georgia" as the state where all that the article tells of it says so.

    That is a town of the state right before it, or an office that only states have; nothing may speak of the country:
    neither its people, nor its adjective, nor its capital.
    """
    starts = {span.start: span for span in spans}
    doubtful = {span.text: span.kb_id_ for span in spans if span.text in _states_and_countries()}
    if not doubtful:
        return list(spans)
    meant = {
        name
        for name, key in doubtful.items()
        if not _speaks_of_country(doc, spans, name, key)
        and any(_shows_state(doc, span, starts) for span in spans if span.text == name)
    }
    return [
        Span(
            doc, span.start, span.end, label="Place", kb_id=f"state:{us_states()[span.text].geoname}", span_id=span.id_
        )
        if span.text in meant
        else span
        for span in spans
    ]


def _shows_state(doc: Doc, span: Span, starts: dict[int, Span]) -> bool:
    """Say whether words beside a name make it a state: "Atlanta, Georgia", "Georgia's governor", "Gov. of Georgia"."""
    i = span.end + (span.end < len(doc) and doc[span.end].lower_ in ("'s", "’s"))
    if i < len(doc) and doc[i].lemma_.lower() in _STATE_OFFICES:
        return True
    if span.start < 2 or doc[span.start - 1].text != ",":  # noqa: PLR2004 - a town and a comma
        return False
    town = next((other for other in starts.values() if other.end == span.start - 1), None)
    return town is not None and area_behind(doc, town, starts) == Area("US", us_states()[span.text].code)


def _speaks_of_country(doc: Doc, spans: Sequence[Span], name: str, key: str) -> bool:
    iso = key.partition(":")[2]
    capitals = country_by_iso()[iso].capitals
    return any(
        (_country_of(span.kb_id_) == iso and span.text != name) or span.text in capitals for span in spans
    ) or any(token.text in capitals for token in doc)


@cache
def _states_and_countries() -> frozenset[str]:
    return frozenset(us_states()) & {country.name for country in country_by_iso().values()}


def _lies_in(name: str, area: Area, country: str) -> bool:
    """Say whether a town of that name lies in the state, and no larger one in the country of the state's name."""
    towns = [town for town in gazetteer().settlements(name) if town.primary]
    there = [town.population for town in towns if Area(town.country, town.region) == area]
    return bool(there) and max(there) > max((town.population for town in towns if town.country == country), default=0)


@cache
def _countries_of_places() -> dict[str, str]:
    return {f"place:{place.name}": place.country for place in places() if place.country}


def _country_of(key: str) -> str | None:
    """Return the country that a name's key means or lies in."""
    kind, _, name = key.partition(":")
    return name if kind in ("country", "people") else _countries_of_places().get(key)
