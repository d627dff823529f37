"""When names of several articles are names of one person, organization or place.

A name's key comes from its own article (`kg.resolve.keys`), and equal keys are one thing. Here different keys are put
together: names that are alike (`kg.resolve.names`) and, where likeness alone says too little, posts and countries that
agree. Names of one entry in a list of known names (`kg.resolve.listing`) are one too, names of two entries never. A
likeness never outweighs a contradiction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.clustering import Link
from kg.resolve.entries import LISTED, LISTED_ALIKE, Listing
from kg.resolve.keys import PERSONAL_POSTS, is_scoped
from kg.resolve.names import Kind, NameForms, compare
from kg.resolve.names import blocks as name_blocks
from kg.resolve.names import conflict as name_conflict

_KINDS: dict[str, Kind] = {"person": "person", "org": "org", "place": "place"}
KNOWN = "known names"
"""The rule of names that a lexicon gives for one person or body."""

_ENTRY = "listed:"

_CONTEXT = 0.75
"""Part of a name's likeness that is left when it needs a shared post or country to count."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """What all articles together say under one key: how often each name, class, country, post ... is given.

    `implied` are names of a country in which something lies, `articles` counts those that name it themselves, printed
    on `days` (ISO). `listed` is what the lists of known names say of it.
    """

    key: str
    names: Mapping[str, int]
    types: Mapping[str, int]
    aliases: frozenset[str] = frozenset()
    same_as: frozenset[str] = frozenset()
    countries: Mapping[str, int] = field(default_factory=dict)
    spots: Mapping[str, int] = field(default_factory=dict)
    posts: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    implied: Mapping[str, int] = field(default_factory=dict)
    articles: int = 0
    days: frozenset[str] = frozenset()
    listed: Listing | None = None

    @property
    def entries(self) -> frozenset[str]:
        """The ids of the known entries that the name stands for; few names have one, none has two by rules."""
        return frozenset() if self.listed is None else self.listed.settled

    @property
    def kind(self) -> Kind | None:
        """What kind of name it is; None for what is never joined by likeness (countries, groups, weapons)."""
        return _KINDS.get(self.key.partition("-")[0])

    @property
    def name(self) -> str:
        """The commonest name."""
        return commonest(self.names)

    @property
    def country(self) -> str | None:
        """The commonest country."""
        return commonest(self.countries) if self.countries else None

    def forms(self) -> NameForms | None:
        """Return the name for comparing."""
        if self.kind is None:
            return None
        return NameForms(
            kind=self.kind,
            type=commonest(self.types),
            name=self.name,
            aliases=tuple(sorted((self.names.keys() | self.aliases) - {self.name})),
            country=self.country,
        )


def commonest(counts: Mapping[str, int]) -> str:
    """Return the value that is counted most often, the first in the alphabet of several."""
    return min(counts, key=lambda value: (-counts[value], value))


def blocks(profile: Profile) -> frozenset[str]:
    """Return what names of one thing have at least one of in common."""
    forms = profile.forms()
    by_name = frozenset[str]() if forms is None or is_scoped(profile.key) else name_blocks(forms)
    return by_name | {entry_block(entry) for entry in profile.entries}


def entry_block(entry: str) -> str:
    """Return what all names of the known entry with the id `entry` have in common."""
    return f"{_ENTRY}{entry}"


def entry_of(block: str) -> str | None:
    """Return the id of the known entry whose names have `block` in common, None where it is of something else."""
    return block.removeprefix(_ENTRY) if block.startswith(_ENTRY) else None


def link(one: Profile, other: Profile) -> Link | None:
    """Return why both are names of one thing, None where too little speaks for it or something against."""
    first, second = one.forms(), other.forms()
    if first is None or second is None or first.kind != second.kind or conflict(one, other):
        return None
    if one.entries & other.entries:
        return _listed(one, other)
    likeness = compare(first, second)
    if likeness is None:
        return None
    shared = _shared(one, other)
    if likeness.needs_context:
        return (
            Link(round(likeness.score * _CONTEXT, 3), f"{likeness.reason}, {shared}", likeness.rule) if shared else None
        )
    reason = f"{likeness.reason}, {shared}" if shared else likeness.reason
    return Link(likeness.score, reason, likeness.rule)


def conflict(one: Profile, other: Profile) -> bool:
    """Say whether the two cannot be one thing."""
    first, second = one.forms(), other.forms()
    if first is None or second is None:
        return True
    if one.same_as and other.same_as and one.same_as.isdisjoint(other.same_as):
        return True
    if one.kind != "person" and one.countries and other.countries and one.countries.keys().isdisjoint(other.countries):
        return True
    if one.kind == "person" and one.lands and other.lands and one.lands.isdisjoint(other.lands):
        return True
    if one.entries and other.entries:
        if one.entries.isdisjoint(other.entries):
            return True
        if _both_literal(one, other):
            return False
    return name_conflict(first, second) is not None


def head(members: tuple[str, ...]) -> str:
    """Return the key that stands for a group: a whole name before a name with a post, most words, then the alphabet.

    It must not depend on how often each is used, or every article would have to be written again when that changes.
    """
    return min(members, key=lambda key: (is_scoped(key), "." in key, -key.count("-"), key))


def _listed(one: Profile, other: Profile) -> Link | None:
    """Return that both names stand for one known entry."""
    if one.listed is None or other.listed is None:
        return None
    rule = LISTED if _both_literal(one, other) else LISTED_ALIKE
    reason = f"both are names of one known entry, {', '.join(sorted(one.entries & other.entries))}"
    return Link(min(one.listed.score, other.listed.score), reason, rule)


def _both_literal(one: Profile, other: Profile) -> bool:
    return all(profile.listed is not None and profile.listed.literal for profile in (one, other))


def _shared(one: Profile, other: Profile) -> str:
    """Return in words what both are said to be, "" for nothing that tells people apart."""
    posts = {post for post in one.posts & other.posts if post.partition("|")[0] in PERSONAL_POSTS and post[-1] != "|"}
    if posts:
        return "same post"
    return ""
