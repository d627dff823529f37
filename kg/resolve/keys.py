"""Canonical keys: what an entity is called across articles, computed from its own article alone.

A key is lower-case ASCII words joined by hyphens, the kind of thing first: "person-rustem-umerov", "country-ua",
"place-745044" (a GeoNames number), "org-ua-defense-ministry". Two entities with one key are one entity. Where a name is
too poor to say who is meant (a family name, "the Defense Ministry" of no known country, unnamed people) the key ends in
the article's key, so that it is shared with no other article.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from hashlib import sha256

from kg.lexicon.countries import country_by_iso
from kg.lexicon.organizations import organization_kinds
from kg.records import Article, Entity, Event, Extraction
from kg.resolve.state_bodies import MILITARY, is_military, owned, unknown_lands

KEY_LENGTH = 16
"""Hexadecimal digits of a hash in a key: 64 bits, so that a hundred million facts are unlikely to clash."""

_KINDS = {
    "Person": "person",
    "Country": "country",
    "Place": "place",
    "Facility": "place",
    "Group": "group",
    "Weapon": "weapon",
}
"""The kind of thing by class; every other class is an organization's."""

_OF_A_STATE = frozenset({"Government", "GovernmentBody", "Military", "MilitaryUnit", "Court", "PoliticalParty"})
"""Classes of organizations whose name says little without its country: every state has a Supreme Court."""

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "del", "van", "von", "der", "la", "le",
                        "della", "dos", "di", "du"})  # fmt: skip
"""Words that make a family name longer without saying whose it is: "bin Laden", "van Dijk"."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e"}
)
"""Latin letters that Unicode does not take apart (U+0131 is the dotless i)."""

SPELLINGS = {"defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor"}
"""British to American, for words that stand in the names of organizations."""

PERSONAL_POSTS = frozenset(
    {
        "HeadOfState",
        "HeadOfGovernment",
        "Monarch",
        "Minister",
        "Governor",
        "Mayor",
        "PartyLeader",
        "RebelLeader",
        "Head",
    }
)
"""Categories of posts that one person at a time holds in one organization."""

STATE_POSTS = frozenset(
    {
        "HeadOfState",
        "HeadOfGovernment",
        "Monarch",
        "Minister",
        "DeputyMinister",
        "Governor",
        "Mayor",
        "Legislator",
        "Judge",
        "MilitaryCommander",
        "MilitaryOfficer",
    }
)
"""Categories of posts that nobody holds in two states; envoys and advisers serve one and are sent to another."""

SURE = 0.8
"""Confidence of a role from which on it says something of others: who is no namesake, whom an office stands for."""

_GEONAMES = re.compile(r"https?://(?:sws|www)\.geonames\.org/(\d+)\b")
_APART = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['‘’ʼ`]")
_SCOPED = re.compile(rf"-[0-9a-f]{{{KEY_LENGTH}}}(?:-\w+)?$")
_BODY_OF = re.compile(r"(ministry|department|office)-(?:of|for)-(?:the-)?(.+)")


def digest(*parts: str) -> str:
    """Return a short hash of `parts`, the same on every machine."""
    return sha256("\0".join(parts).encode()).hexdigest()[:KEY_LENGTH]


def article_key(article: Article) -> str:
    """Return the key of this text under this id: a changed text is a new version with another key."""
    return digest(article.id, article.sha256)


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Return `name` as lower-case ASCII words joined by hyphens; a name in another script becomes a hash.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name.casefold()).translate(_LETTERS))
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    words = _APART.sub("-", bare).strip("-")
    foreign = any(sign.isalpha() and not sign.isascii() for sign in bare)
    return digest(unicodedata.normalize("NFC", name.casefold())) if foreign or not words else words


def entity_key(entity: Entity, article: str, lands: Collection[str] = ()) -> str:
    """Return the canonical key of `entity`, which the article with the key `article` names.

    `lands` are those it names that no lexicon knows (`kg.resolve.state_bodies.unknown_lands`).
    """
    kind = _KINDS.get(entity.type, "org")
    if kind == "person":
        if _is_description(entity.name):  # "senior official": nobody knows whether two are one
            return f"{_scoped(entity, article)}-{_first(entity)}"
        return f"person-{slug(entity.name)}" if _is_full_name(entity.name) else _scoped(entity, article)
    if kind == "country":
        return country_key(entity.country or entity.name)
    if kind == "place":
        return _place_key(entity)
    if kind == "weapon":
        return f"weapon-{slug(entity.name)}"
    if kind == "group":
        return f"group-{slug(entity.name)}-{article}-{_first(entity)}"
    return _organization_key(entity, article, lands)


def entity_keys(extraction: Extraction) -> dict[str, str]:
    """Return the canonical key of each entity of an extraction, by the entity's id.

    A person known by a family name alone shares a key with those of that name who hold the same post, of the kind that
    one person at a time holds ("President Solen" of Velmora: "person-solen.headofstate.country-vx").
    """
    article = article_key(extraction.article)
    lands = unknown_lands(extraction.entities)
    keys = {entity.id: entity_key(entity, article, lands) for entity in extraction.entities}
    poor = {entity.id: entity.name for entity in extraction.entities if keys[entity.id] == _scoped(entity, article)}
    for role in extraction.roles:
        body = keys.get(role.organization or "", "")
        if role.person in poor and role.category in PERSONAL_POSTS and body and not is_scoped(body):
            keys[role.person] = f"person-{slug(poor.pop(role.person))}.{role.category.lower()}.{body}"
    return keys


def is_scoped(key: str) -> bool:
    """Say whether `key` belongs to one article alone."""
    return _SCOPED.search(key) is not None


def publisher_of(article: Article) -> Entity | None:
    """Return the outlet that published `article` as an entity like those that articles name."""
    if not article.publisher:
        return None
    return Entity(id="publisher", type="MediaOutlet", name=article.publisher)


def event_keys(events: Iterable[Event], article: str) -> tuple[str, ...]:
    """Return a key for each of an article's events, from class and trigger.

    Events that share both (one trigger, several dates or places) are told apart by their order.
    """
    seen: Counter[tuple[str, int, int]] = Counter()
    keys = []
    for event in events:
        what = (event.type, *event.trigger)
        keys.append(digest(article, event.type, f"{event.trigger.start}-{event.trigger.end}-{seen[what]}"))
        seen[what] += 1
    return tuple(keys)


def country_key(code: str) -> str:
    """Return the key of the country with the ISO 3166-1 alpha-2 code (or, for want of one, the name) `code`."""
    return f"country-{slug(code)}"


def catalogue_key(iri: str) -> str | None:
    """Return the key of the place that `iri` names in GeoNames, None for every other IRI.

    >>> catalogue_key("https://sws.geonames.org/745044/")
    'place-745044'
    """
    number = _GEONAMES.match(iri)
    return None if number is None else f"place-{number[1]}"


def _scoped(entity: Entity, article: str) -> str:
    return f"person-{slug(entity.name)}-{article}"


def _first(entity: Entity) -> str:
    """Return what tells apart those of an article who are called the same: where it first speaks of them."""
    return str(entity.mentions[0].start) if entity.mentions else entity.id


def _is_description(name: str) -> bool:
    """Tell "Western diplomat" and "source in Turkey" from a name: a longer word of a name has a capital.

    >>> _is_description("Western diplomat"), _is_description("Osama bin Laden")
    (True, False)
    """
    words = name.split()
    return any(word.islower() and word not in _PARTICLES and len(word) > len("van") for word in words)


def _is_full_name(name: str) -> bool:
    words = name.casefold().replace("-", " ").split()
    return sum(1 for word in words if word not in _PARTICLES and len(word.strip(".")) > 1) > 1


def _place_key(entity: Entity) -> str:
    for iri in entity.same_as:
        if (key := catalogue_key(iri)) is not None:
            return key
    country = f"{entity.country.lower()}-" if entity.country else ""
    return f"place-{country}{slug(entity.name)}"


def _organization_key(entity: Entity, article: str, lands: Collection[str]) -> str:
    words = _body_words(entity.name)
    if entity.type in _OF_A_STATE:
        if entity.country is not None:
            rest = _without_country(words, entity.country)
            noun = entity.name[-len(rest) :]
            return f"org-{entity.country.lower()}-{MILITARY if is_military(noun) else rest}"
        if (found := owned(entity.name, lands)) is not None:
            land, rest = found
            return f"org-{slug(land)}-{MILITARY if is_military(rest) else _body_words(rest)}"
        return f"org-{words}-{article}"
    return f"org-{words}-{article}" if _generic_words().issuperset(words.split("-")) else f"org-{words}"


def _body_words(name: str) -> str:
    """Return the words of a name in American spelling, "defense-ministry" for "the Ministry of Defence"."""
    words = "-".join(SPELLINGS.get(word, word) for word in slug(name).removeprefix("the-").split("-"))
    body = _BODY_OF.fullmatch(words)
    return words if body is None else f"{body[2]}-{body[1]}"


def _without_country(words: str, country: str) -> str:
    """Return "defense-ministry" for "ukrainian-defense-ministry" of Ukraine."""
    for prefix in _country_words(country):
        if words.startswith(prefix):
            return words.removeprefix(prefix)
    return words


@cache
def _country_words(country: str) -> tuple[str, ...]:
    known = country_by_iso().get(country)
    names = () if known is None else (known.name, *known.aliases, *known.adjectives)
    slugs = {f"{slug(name)}{end}-" for name in names for end in ("", "s")}
    return tuple(sorted(slugs, key=len, reverse=True))


@cache
def _generic_words() -> frozenset[str]:
    """Words that by themselves name no one organization: "council", "security forces"."""
    kinds = (word for kind in organization_kinds() for word in slug(kind.word).split("-"))
    return frozenset(kinds) | {"of", "and", "the", "for", "security", "national", "supreme", "central", "state"}
