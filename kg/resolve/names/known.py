"""Names that are known to stand for one thing: from the lexicons of organizations, other names and former names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.lexicon.names import NameKind, former_names, other_names
from kg.lexicon.organizations import organizations
from kg.resolve.names.person_names import person_name
from kg.resolve.names.spelling import fold, groups, sounds

_APART = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"(?<=\b[A-Za-z])\.")
_ARTICLES = frozenset({"al", "el", "the"})


@lru_cache(maxsize=262144)
def known_as(kind: NameKind, name: str) -> frozenset[str]:
    """Return what the lexicons know under `name`: the first name of each entry that has it.

    >>> known_as("org", "the ISIL") == known_as("org", "Daesh")
    True
    """
    return _known()[kind].get(_key(kind, name), frozenset())


@lru_cache(maxsize=262144)
def name_key(name: str) -> str:
    """Return the words of `name`, folded, without articles.

    >>> name_key("Al-Qa'ida"), name_key("the U.N."), name_key("Médecins Sans Frontières")
    ('qaida', 'un', 'medecins sans frontieres')
    """
    words = _APART.split(fold(_DOTTED.sub("", name)))
    return " ".join(word for word in words if word and word not in _ARTICLES) or " ".join(words).strip()


@cache
def _known() -> dict[str, dict[str, frozenset[str]]]:
    """Names to entries by kind; entries of one country (or of none) that have a name in common are one."""
    known: dict[str, dict[str, frozenset[str]]] = {"person": {}, "org": {}, "place": {}}
    for kind, names_of_kind in known.items():
        heads: dict[tuple[str, str | None], str] = {}
        for country, names in _entries(kind):
            keys = [(_key(kind, name), country) for name in names]
            found = sorted({heads[key] for key in keys if key in heads})
            head = found[0] if found else f"{names[0]}, {country}" if country else names[0]
            for key, value in heads.items():
                if value in found:
                    heads[key] = head
            heads.update(dict.fromkeys(keys, head))
        for (name, _), head in heads.items():
            names_of_kind[name] = names_of_kind.get(name, frozenset()) | {head}
    return known


def _key(kind: str, name: str) -> str:
    """Return what spellings of one name have in common: for people the sounds of the words that name them."""
    if kind != "person":
        return name_key(name)
    parts = person_name(name)
    words = (min(groups(word), default="") or sounds(word) for word in parts.words)
    return " ".join((*words, parts.title, parts.mark, parts.number))


def _entries(kind: str) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    for known in other_names():
        if known.kind == kind:
            yield known.country, known.names
    for former in former_names():
        if former.kind == kind:
            yield former.country, (former.former, former.later, *former.spellings)
    if kind == "org":
        for organization in organizations():
            yield organization.country, (organization.name, *organization.aliases)
