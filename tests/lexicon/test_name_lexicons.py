"""Every entry of the lexicons of names is found in its own example, and none of them contradicts another."""

from collections import Counter
from collections.abc import Iterable

import pytest
from spacy.language import Language

from kg.extract.annotations import NAMES, spans_of
from kg.lexicon.bodies import bodies
from kg.lexicon.countries import countries, country_by_iso
from kg.lexicon.descriptions import descriptions
from kg.lexicon.given_names import given_names
from kg.lexicon.organizations import organization_kinds, organizations
from kg.lexicon.places import places
from kg.vocabulary import TERMS


def keys_found(nlp: Language, examples: Iterable[str]) -> list[set[str]]:
    """Return for each example the keys (and classes) of the names found in it."""
    with nlp.select_pipes(disable=["kg_dates", "kg_roles", "kg_statements", "kg_events"]):
        return [
            {span.kb_id_ for span in spans_of(doc, NAMES)} | {span.label_ for span in spans_of(doc, NAMES)}
            for doc in nlp.pipe(examples)
        ]


def test_countries(nlp: Language) -> None:
    found = keys_found(nlp, [country.example for country in countries()])
    assert [c.name for c, keys in zip(countries(), found, strict=True) if f"country:{c.iso}" not in keys] == []


def test_organizations(nlp: Language) -> None:
    found = keys_found(nlp, [organization.example for organization in organizations()])
    missing = [o.name for o, keys in zip(organizations(), found, strict=True) if f"organization:{o.name}" not in keys]
    assert missing == []


def test_places(nlp: Language) -> None:
    found = keys_found(nlp, [place.example for place in places()])
    assert [p.name for p, keys in zip(places(), found, strict=True) if f"place:{p.name}" not in keys] == []


def test_bodies(nlp: Language) -> None:
    found = keys_found(nlp, [body.example for body in bodies()])
    assert [b.key for b, keys in zip(bodies(), found, strict=True) if f"body:NO:{b.key}" not in keys] == []


@pytest.mark.parametrize("list_of_types", ["organizations", "kinds", "bodies", "descriptions"])
def test_types_are_classes_of_the_ontology(list_of_types: str) -> None:
    types = {
        "organizations": {organization.type for organization in organizations()},
        "kinds": {kind.type for kind in organization_kinds()},
        "bodies": {body.type for body in bodies()},
        "descriptions": {type_ for entry in descriptions().values() for type_ in entry.types},
    }[list_of_types]
    assert [type_ for type_ in sorted(types - {"Organization", "Place"}) if type_ not in TERMS] == []


def test_country_codes_exist() -> None:
    codes = {organization.country for organization in organizations()} | {place.country for place in places()}
    assert codes - {None} - country_by_iso().keys() == set()


def test_no_two_organizations_share_a_name() -> None:
    names = Counter(name for o in organizations() for name in {o.name, *o.aliases})
    assert [name for name, times in names.items() if times > 1] == []


def test_no_two_countries_share_a_name() -> None:
    names = Counter(name for c in countries() for name in {c.name, *c.aliases})
    assert [name for name, times in names.items() if times > 1] == []


def test_places_lie_on_earth() -> None:
    assert all(-90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in places())


def test_given_names_are_single_capitalised_words() -> None:
    assert [name for name in given_names() if not (name[0].isupper() and " " not in name)] == []
    assert {"male", "female"} == set(given_names().values())
