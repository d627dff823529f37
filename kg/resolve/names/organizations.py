"""Whether two names are names of one organization."""

from collections.abc import Iterator
from functools import cache

from kg.lexicon.countries import country_by_iso
from kg.lexicon.names import name_word_lists, name_words
from kg.lexicon.organizations import organization_kinds
from kg.resolve.names.known import known_as
from kg.resolve.names.model import Likeness, NameForms
from kg.resolve.names.organization_names import OF_A_STATE, OrganizationName, full_initials, organization_name
from kg.resolve.names.spelling import Alike, alike, fold, skeletons

_UNITS = frozenset({"MilitaryUnit", "Military"})
_SAME_CLASSES = (
    frozenset({"Organization", "Company", "University", "MediaOutlet", "NonGovernmentalOrganization"}),
    frozenset({"Organization", "ArmedGroup", "PoliticalParty", "MilitaryUnit"}),
    frozenset({"Organization", "GovernmentBody", "Court", "Government", "Military", "MilitaryUnit"}),
    frozenset({"Organization", "IntergovernmentalOrganization", "NonGovernmentalOrganization"}),
    frozenset({"Organization", "NonGovernmentalOrganization", "ReligiousOrganization"}),
)
"""Classes that are easily taken one for another."""

_SHORT = 4
"""Letters up to which an acronym stands for many things."""


def compare_organizations(one: NameForms, other: NameForms) -> Likeness | None:
    """Say how far the names (not the aliases) of two organizations are one's; None where nothing speaks for it."""
    if conflict_of_organizations(one, other):
        return None
    first, second = _taken_apart(one), _taken_apart(other)
    found = _by_names(one, other, first, second)
    if found is None or found.needs_context:
        return found
    if not classes_agree(one.type, other.type):
        return Likeness(
            round(found.score - 0.25, 2), f"{found.reason}, but of two kinds", found.rule, needs_context=True
        )
    if first.country and second.country and first.country != second.country:
        return Likeness(0.4, f"{found.reason}, but of two countries", found.rule, needs_context=True)
    return found


def conflict_of_organizations(one: NameForms, other: NameForms) -> str | None:
    """Return why two organizations cannot be one."""
    knowing, yours = known_as("org", one.name), known_as("org", other.name)
    if knowing and yours:
        return None if knowing & yours else f"known as two organizations: {one.name}, {other.name}"
    first, second = _taken_apart(one), _taken_apart(other)
    if first.numbers and second.numbers and first.numbers != second.numbers:
        return f"different numbers: {_listed(first.numbers)}, {_listed(second.numbers)}"
    states = one.type in OF_A_STATE and other.type in OF_A_STATE
    if states and first.country and second.country and first.country != second.country:
        return f"of different countries: {_country(first.country)}, {_country(second.country)}"
    if first.said and second.said and first.said != second.said:
        return f"named after different countries: {_country(first.said)}, {_country(second.said)}"
    if "ministry" in first.core and "ministry" in second.core and not _part_of(first, second):
        return f"different ministries: {one.name}, {other.name}"
    if first.numbers and second.numbers:
        mine, theirs = (_units() & set(name.core) for name in (first, second))
        if mine and theirs and not (mine <= theirs or theirs <= mine):
            return f"units of different kinds: {_listed(mine)}, {_listed(theirs)}"
    return _opposed(frozenset(first.core), frozenset(second.core))


def organization_blocks(forms: NameForms, text: str) -> Iterator[str]:
    """Give short strings of which two names that may be one organization's share one."""
    for known in known_as("org", text):
        yield f"known:{known}"
    name = organization_name(text, forms.type, forms.country)
    words = name.body or " ".join(sorted(_sound(word) for word in (_stripped(name.core) or name.core)))
    yield f"o:{words}|{name.country or ''}" if name.of_state else f"o:{words}"
    if "ministry" in name.core:
        yield from (f"m:{word}|{name.country or ''}" for word in name.core if word != "ministry")
    if name.acronym:
        yield f"a:{fold(name.acronym)}"
    for letters in full_initials(text):
        if len(letters) > 1:
            yield f"a:{letters}"
    units = _units() & set(name.core)
    if name.numbers and units:
        yield f"u:{_listed(name.numbers)}|{_listed(units)}"


def _by_names(one: NameForms, other: NameForms, first: OrganizationName, second: OrganizationName) -> Likeness | None:
    both = f"{one.name}, {other.name}"
    if known_as("org", one.name) & known_as("org", other.name):
        sure = _tells(one, first) and _tells(other, second)
        sure = sure or one.name == other.name or (one.country == other.country and one.country is not None)
        sure = sure or (one.type == other.type != "Organization")
        return Likeness(0.95 if sure else 0.7, f"known as names of one organization: {both}", "known names", not sure)
    if _body(first) == _body(second):
        return _same_words(one, other, first, second)
    if first.acronym or second.acronym:
        return _acronym(one, other, first, second)
    if first.numbers == second.numbers and first.numbers and (units := _numbered(first, second)):
        known = first.country == second.country and first.country is not None
        reason = f"the same number and kind of unit ({units}): {both}"
        return Likeness(0.85 if known else 0.6, reason, "unit number", needs_context=True)
    if "ministry" in first.core and "ministry" in second.core and _countries_known(first, second):
        return Likeness(0.7, f"one ministry's name is part of the other's: {both}", "part of name", needs_context=True)
    mine, yours = _stripped(first.core), _stripped(second.core)
    if mine and mine == yours:
        sure = _says_who(mine) and (one.type == other.type == "ArmedGroup" or one.type == other.type == "Company")
        return Likeness(0.85, f"same but for a word for its kind: {both}", "word for its kind", needs_context=not sure)
    if _spelled_alike(first.core, second.core) and one.type not in OF_A_STATE | {"University"}:
        sure = _says_who(first.core) and _countries_agree(first, second)
        return Likeness(0.9, f"one name in two spellings: {both}", "spelling", needs_context=not sure)
    return None


def _same_words(one: NameForms, other: NameForms, first: OrganizationName, second: OrganizationName) -> Likeness:
    """Judge two names that have the same words but for those of a country."""
    both = f"same name: {one.name}" if one.name == other.name else f"same words: {one.name}, {other.name}"
    state = bool({one.type, other.type} & OF_A_STATE)
    if state or first.said != second.said:
        if first.country and first.country == second.country:
            land = _country(first.country)
            return Likeness(0.95, f"{both}, both of {land}", "same name of one country", needs_context=False)
        return Likeness(0.6, f"{both}, the country of one not being known", "same name", needs_context=True)
    if first.acronym and len(first.acronym) <= _SHORT and not first.country:
        return Likeness(0.6, f"same acronym: {first.acronym}", "acronym", needs_context=True)
    if not first.said and (not _says_who(first.core) or (len(first.core) == 1 and one.type == "Organization")):
        return Likeness(0.5, f"{both}, which says little", "same name", needs_context=True)
    return Likeness(1.0 if one.name == other.name else 0.95, both, "same name", needs_context=False)


def _acronym(one: NameForms, other: NameForms, first: OrganizationName, second: OrganizationName) -> Likeness | None:
    short, long = (first, other) if first.acronym else (second, one)
    if first.acronym and second.acronym:
        return None
    letters = fold(short.acronym or "").replace("-", "")
    if len(letters) < len("UN") or letters not in full_initials(long.name):
        return None
    score = 0.5 if len(letters) < len("ABC") else 0.7
    return Likeness(score, f"{short.acronym} are the first letters of {long.name}", "acronym", needs_context=True)


def _numbered(first: OrganizationName, second: OrganizationName) -> str | None:
    """Return kind and number of the unit that both names tell, one with words that the other leaves out."""
    units = _units() & set(first.core)
    if not units or units != _units() & set(second.core):
        return None
    mine, yours = set(first.core), set(second.core)
    qualifiers = {_plain(word) for word in name_words("unit-qualifiers")}
    return " ".join(sorted(mine & yours)) if (mine <= yours or yours <= mine) or (mine ^ yours) <= qualifiers else None


def _opposed(mine: frozenset[str], yours: frozenset[str]) -> str | None:
    """Return the words that tell two bodies apart, where each name holds one that the other lacks."""
    for words in name_word_lists("opposed-"):
        here, there = mine & words, yours & words
        if "deputy" in words:
            if here != there and mine - words == yours - words:
                return f"only one is {_listed((here | there) - (here & there))}"
        elif here and there and not (here <= there or there <= here):
            return f"one is {_listed(here - there)}, the other {_listed(there - here)}"
    return None


def _body(name: OrganizationName) -> frozenset[str] | tuple[str, ...]:
    """Return what two names of one body have in common; for bodies of states the order of words says nothing."""
    if name.body:
        return frozenset({name.body})
    return frozenset(name.core) if name.of_state else name.core


def _stripped(core: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without those at the end that only tell the kind: "Rosneft PJSC", "Houthi movement"."""
    words = [_plain(word) for word in core]
    loose = _loose_words()
    while len(words) > 1 and words[-1] in loose:
        words.pop()
    return tuple(words)


def _says_who(core: tuple[str, ...]) -> bool:
    """Say whether words hold more than what a hundred bodies are called."""
    return any(word not in _generic() and not word.startswith("@") and len(word) > 2 for word in core)  # noqa: PLR2004 - a word of three letters


def _spelled_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(
        a == b or (min(len(a), len(b)) >= _SHORT and alike(a, b) >= Alike.CLOSE)
        for a, b in zip(one, other, strict=True)
    )


def _part_of(first: OrganizationName, second: OrganizationName) -> bool:
    """Say whether all words of one name stand in the other, or both have one key."""
    mine, yours = set(first.core), set(second.core)
    return mine <= yours or yours <= mine or _body(first) == _body(second)


def _countries_known(first: OrganizationName, second: OrganizationName) -> bool:
    return first.country is not None and first.country == second.country


def _countries_agree(first: OrganizationName, second: OrganizationName) -> bool:
    return first.country is None or second.country is None or first.country == second.country


def classes_agree(one: str, other: str) -> bool:
    """Say whether two classes of organizations are one, or easily taken one for the other."""
    return one == other or any(one in classes and other in classes for classes in _SAME_CLASSES)


def _taken_apart(forms: NameForms) -> OrganizationName:
    return organization_name(forms.name, forms.type, forms.country)


def _tells(forms: NameForms, name: OrganizationName) -> bool:
    """Say whether a name is no acronym of few letters, which stands for many things."""
    return not forms.name.isupper() or not name.acronym or len(name.acronym) > _SHORT


def _sound(word: str) -> str:
    return min(skeletons(word)) if len(word) > _SHORT else word


def _plain(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > _SHORT and not word.endswith("ss") else word


def _listed(words: frozenset[str] | set[str]) -> str:
    return " ".join(sorted(words))


def _country(iso: str) -> str:
    known = country_by_iso().get(iso)
    return known.name if known else iso


@cache
def _units() -> frozenset[str]:
    return name_words("unit-nouns")


@cache
def _loose_words() -> frozenset[str]:
    words = name_words("group-nouns") | name_words("legal-forms")
    return words | {_plain(word) for word in words}


@cache
def _generic() -> frozenset[str]:
    """Words that many organizations have in their names."""
    kinds = {word for kind in organization_kinds() for word in fold(kind.word).replace("-", " ").split()}
    lists = ("group-nouns", "legal-forms", "unit-nouns", "unit-qualifiers", "region-nouns", "site-nouns")
    opposed = frozenset[str]().union(*name_word_lists("opposed-"))
    words = kinds | opposed | frozenset[str]().union(*(name_words(name) for name in lists))
    more = "national international general state public security people united free islamic supreme high federal world"
    words |= set(more.split()) | {
        "service",
        "force",
        "guard",
        "right",
        "human",
        "health",
        "law",
        "news",
        "daily",
        "times",
        "post",
        "liberation",
        "department",
        "city",
        "local",
        "interim",
        "transitional",
        "coalition",
        "alliance",
        "house",
        "board",
        "bureau",
        "authority",
        "intelligence",
        "affair",
        "foreign",
        "interior",
        "justice",
    }
    return frozenset(words | {_plain(word) for word in words})
