"""Names to entities: full and short names of people, acronyms of organizations, one place by its key."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Span

from kg.extract.annotations import Form
from kg.extract.mentions.discourse import Cluster, Discourse, Gender, Mention
from kg.lexicon.countries import country_by_iso
from kg.lexicon.given_names import given_names
from kg.lexicon.word_lists import words_of

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ARTICLES = re.compile(r"^(al|el|ad|as|at|ar|an)[-\s]")
_SMALL = frozenset("of and the for in on de del la du et y a an to".split())
_FEMALE = words_of("female-titles")
_MALE = words_of("male-titles")
_REMEMBERED = 4096
"""Names whose plain form is kept: an article says the same ones again and again."""
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,7}")


def link_names(discourse: Discourse, names: Iterable[Span]) -> None:
    """Give each name a cluster, in text order; family names shared by two people mean the one named most."""
    keyed: dict[str, int] = {}
    before: Span | None = None
    for span in names:
        if span.label_ == "Person":
            index = _person(discourse, span)
        else:
            identity = span.kb_id_ or f"{_family(span.label_)}:{_folded(span.text)}"
            index = keyed.get(identity, -1)
            if index < 0 and before is not None and _bracketed(before, span):
                index = discourse.mentions[-1].cluster
            if index < 0:
                index = _organization_seen(discourse, span)
            if index < 0:
                index = discourse.add_cluster(_new_cluster(span))
            keyed[identity] = index
        _note_alias(discourse.clusters[index], span)
        form: Form = "adjective" if span.id_ == "adjective" else "name"
        discourse.mentions.append(Mention(span.start, span.end, index, form))
        before = span
    discourse.mentions.sort()


def _bracketed(before: Span, span: Span) -> bool:
    """Say whether `span` stands in brackets right after `before`, as an acronym does after what it stands for."""
    bodies = _family(span.label_) == _family(before.label_) == "Organization" and before.label_ != "Person"
    return bodies and span.start == before.end + 1 and span.doc[before.end].text == "("


def _family(label: str) -> str:
    """Return what names with the same words must share to be one thing: places with places, bodies with bodies."""
    return label if label in ("Place", "Facility", "Country", "Group") else "Organization"


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().replace("’", "'").replace("-", " ").removeprefix("the ").split())


def _new_cluster(span: Span) -> Cluster:
    kind, _, code = span.kb_id_.partition(":")
    name, country = span.text, ""
    if kind == "country":
        name, country = country_by_iso()[code].name, code
    elif kind == "people":
        known = country_by_iso()[code]
        name, country = (known.people or known.adjectives)[0], code
    elif kind == "nation":
        name = code
    elif kind == "body":
        nation = code.partition(":")[0]
        country = nation if nation in country_by_iso() else ""
        name = re.sub(r"['’]s\b", "", name)
    elif kind in ("organization", "place"):
        name = code
    return Cluster(type=span.label_, name=" ".join(name.split()), key=span.kb_id_, country=country)


def _note_alias(cluster: Cluster, span: Span) -> None:
    text = " ".join(span.text.split())
    if cluster.name.isupper() and not text.isupper() and cluster.name.casefold() == text.casefold():
        cluster.name = text
    if text != cluster.name and text not in cluster.aliases and span.id_ != "adjective":
        cluster.aliases.append(text)


@lru_cache(maxsize=_REMEMBERED)
def person_words(text: str) -> tuple[str, ...]:
    """Return the words of a person's name in a form in which spellings of one name agree.

    >>> person_words("Bashar al-Assad"), person_words("Volodymyr Zelenskyy")
    (('bashar', 'assad'), ('volodymyr', 'zelensky'))
    """
    words = []
    for word in _folded(text).replace(".", " ").split():
        plain = _ARTICLES.sub("", word)
        plain = re.sub(r"(iy|yy|ii|yi)$", "y", plain)
        if plain not in _SUFFIXES and plain not in ("al", "el"):
            words.append(plain)
    return tuple(words)


def _person(discourse: Discourse, span: Span) -> int:
    words = person_words(span.text)
    addressed = _addressed_gender(span)
    known = _known_person(discourse, words, addressed)
    gender = addressed or given_names().get(span[0].text)
    if known < 0:
        cluster = Cluster(type="Person", name=" ".join(span.text.split()), gender=gender)
        return discourse.add_cluster(cluster)
    cluster = discourse.clusters[known]
    if len(words) > len(person_words(cluster.name)):
        cluster.aliases.insert(0, cluster.name)
        cluster.name = " ".join(span.text.split())
        cluster.aliases = [alias for alias in cluster.aliases if alias != cluster.name]
        cluster.gender = gender or cluster.gender
    cluster.gender = addressed or cluster.gender
    return known


def _known_person(discourse: Discourse, words: tuple[str, ...], gender: Gender | None) -> int:
    """Return the person whose name agrees with `words`, or -1.

    Of several with one family name a bare one means the person named most, the last on a tie.
    """
    if not words:
        return -1
    times: Counter[int] = Counter()
    for mention in reversed(discourse.mentions):
        cluster = discourse.clusters[mention.cluster]
        if cluster.type != "Person":
            continue
        if mention.cluster in times:
            times[mention.cluster] += 1
        elif _same_person(person_words(cluster.name), words) and (gender is None or cluster.gender in (None, gender)):
            if len(words) > 1:
                return mention.cluster
            times[mention.cluster] = 1
    return max(times, key=lambda index: times[index], default=-1)


def _same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Say whether two names can be one person's: equal, one the end of the other, or alike but for middle names."""
    if known == words:
        return True
    short, long = sorted((known, words), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (len(words) == 1 and short[0] == long[0] and len(short[0]) > 3)  # noqa: PLR2004 - "Saddam"
    if short == long[-len(short) :] or short == long[: len(short)]:
        return True
    return short[0] == long[0] and short[-1] == long[-1]


def _addressed_gender(span: Span) -> Gender | None:
    """Return the gender that the word before the name tells: "Mrs. Varen", "King Oren"."""
    if span.start:
        before = span.doc[span.start - 1].lower_
        if before in _FEMALE:
            return "female"
        if before in _MALE:
            return "male"
    return None


def _organization_seen(discourse: Discourse, span: Span) -> int:
    """Return the organization that `span` is short for: by its initials, or by the end or beginning of its name."""
    if _family(span.label_) != "Organization":
        return -1
    text = span.text
    folded = _folded(text)
    for index in reversed(range(len(discourse.clusters))):
        cluster = discourse.clusters[index]
        if _family(cluster.type) != "Organization" or cluster.type == "Person":
            continue
        if _ACRONYM.fullmatch(text) and _initials(cluster.name) == text.replace(".", "").replace("&", ""):
            return index
        name = _folded(cluster.name)
        if len(folded) > _SHORTEST_PART and (
            (name.endswith(f" {folded}") and " " in folded)
            or (name.startswith(f"{folded} ") and not span.kb_id_ and not cluster.key)
        ):
            return index
    return -1


_SHORTEST_PART = 4
"""A part of a name that is shorter than this could be part of any name."""


def _initials(name: str) -> str:
    words = [word for word in re.split(r"[\s-]+", name) if word.casefold() not in _SMALL]
    return "".join(word[0].upper() for word in words if word) if len(words) > 1 else ""
