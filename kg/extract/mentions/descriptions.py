"""Definite descriptions: "the president" is who the article calls president, "the group" the group named last."""

from bisect import bisect_left
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, spans_of
from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.extract.phrases import PhraseTable
from kg.lexicon.bodies import Body
from kg.lexicon.titles import title_by_name
from kg.lexicon.word_lists import words_of

_DETERMINERS = frozenset(("the", "this", "that"))
_TO_COME = frozenset(("incoming", "next", "future"))
_DEPUTIES = frozenset(("deputy", "vice", "assistant", "former", "acting"))
_TITLE_REACH = 40
"""Sentences back to look for the holder of a title: an article keeps calling him so."""
_BODY_REACH = 2
"""Sentences back in which a body is still meant, whatever country the article speaks of most."""
OF_A_COUNTRY = frozenset({"HeadOfState", "HeadOfGovernment", "Monarch", "Minister"})
"""Categories of posts of which a country has one, ministers where the title says of what."""
_NO_COUNTRY = "-"
"""Stands for the country of a post that is in something else: the president of a parliament is no country's."""
_BREAKS = frozenset((",", "(", "—", "–", ";", "who", "which"))
_NOUNS = frozenset(("NN", "NNP"))
_PREDICATES = frozenset(("appos", "attr", "oprd", "compound", "amod", "nmod", "npadvmod"))


class TitleAlone(NamedTuple):
    """A title without a name, tokens `[start, end)` with what it is of, and the code of the country named with it."""

    start: int
    end: int
    title: Span
    country: str


class CountriesNamed(NamedTuple):
    """Codes of countries by token: the one that the token follows ("Ukrainian President"), the one it begins."""

    before: dict[int, str]
    at: dict[int, str]


def countries_named(doc: Doc) -> CountriesNamed:
    """Return where `doc` names countries; "Russia's president" has its country before it like "Russian president"."""
    named = CountriesNamed({}, {})
    for span in spans_of(doc, NAMES):
        if span.kb_id_.startswith("country:"):
            code = span.kb_id_.partition(":")[2]
            named.at.setdefault(span.start, code)
            named.before[span.end] = code
            if span.end < len(doc) and doc[span.end].lower_ in ("'s", "’s"):
                named.before[span.end + 1] = code
    return named


def note_titles(discourse: Discourse, titles: list[Span], countries: CountriesNamed) -> None:
    """Note by which titles the text calls its people: "Ukrainian President X", "X, the defence minister"."""
    doc = discourse.doc
    people = {m.start: m for m in discourse.mentions if discourse.clusters[m.cluster].type == "Person"}
    ends = {m.end: m for m in people.values()}
    for title in titles:
        holder = people.get(title.end) or _apposed(doc, title, ends) or _named_after(discourse, title)
        if holder is None:
            continue
        country = countries.before.get(title.start, "") or _country_after(doc, title, countries)
        country = country or (_NO_COUNTRY if _is_of_a_body(doc, title) else "")
        cluster = discourse.clusters[holder.cluster]
        for name in {title.text.casefold(), title.kb_id_.casefold()}:
            if (name, country) not in cluster.titles:
                cluster.titles.append((name, country))


def _apposed(doc: Doc, title: Span, ends: dict[int, Mention]) -> Mention | None:
    """Return the person whom the title follows in apposition: "X, the (former) defence minister"."""
    start = title.start
    while start and doc[start - 1].dep_ in ("det", "amod", "compound", "poss", "case", "advmod", "nmod"):
        start -= 1
    if start and doc[start - 1].text == ",":
        return ends.get(start - 1)
    return None


def _named_after(discourse: Discourse, title: Span) -> Mention | None:
    """Return the person whose name follows in apposition: "the Lethurian president, Aurel Danske"."""
    for mention in islice(discourse.mentions, bisect_left(discourse.mentions, (title.end + 1,)), None):
        if discourse.clusters[mention.cluster].type == "Person":
            root = discourse.doc[mention.start : mention.end].root
            named = root.dep_ == "appos" and title.start <= root.head.i < title.end
            return mention if named and discourse.doc[mention.start - 1].text == "," else None
    return None


def _country_after(doc: Doc, title: Span, countries: CountriesNamed) -> str:
    """Return the country of "president of Ukraine", not of "president of the Ukrainian parliament"."""
    if title.end + 1 >= len(doc) or doc[title.end].lower_ != "of":
        return ""
    code = countries.at.get(title.end + 1) or countries.at.get(title.end + 2, "")
    of_what = next((child for child in doc[title.end].rights if child.dep_ == "pobj"), None)
    return code if of_what is None or countries.before.get(of_what.i + 1) == code else ""


def _is_of_a_body(doc: Doc, title: Span) -> bool:
    """Say whether a title that by itself is a country's has something else after it: "president of the parliament"."""
    entry = title_by_name().get(title.kb_id_)
    followed = title.end < len(doc) and doc[title.end].lower_ == "of"
    return followed and entry is not None and entry.category in OF_A_COUNTRY


def title_mentions(discourse: Discourse, titles: list[Span], countries: CountriesNamed) -> list[TitleAlone]:
    """Return the titles that stand alone with "the" or with their country."""
    doc = discourse.doc
    names = {m.start for m in discourse.mentions}
    found = []
    for title in titles:
        root = title.root
        if root.tag_ not in _NOUNS or root.dep_ in _PREDICATES or title.end in names or root.head.lower_ == "as":
            continue
        country = countries.before.get(title.start, "")
        start = title.start
        while (
            start
            and doc[start - 1].dep_ in ("amod", "compound", "nmod", "poss", "case")
            and doc[start - 1].head.i < title.end
        ):
            start -= 1
        definite = start and doc[start - 1].lower_ in _DETERMINERS
        if definite or country:
            country = country or _country_after(doc, title, countries)
            found.append(TitleAlone(start - 1 if definite else start, _with_complement(doc, title), title, country))
    return found


def _with_complement(doc: Doc, title: Span) -> int:
    """Return the end of a title with what it is of: "the director of the hospital"."""
    if title.end >= len(doc) or doc[title.end].lower_ != "of" or not title.start <= doc[title.end].head.i < title.end:
        return title.end
    last = doc[title.end].right_edge.i
    return next((i for i in range(title.end, last) if doc[i].text in _BREAKS), last + 1)


def holder(discourse: Discourse, alone: TitleAlone) -> int:
    """Return the cluster of the person named right after, or else last, whom the text calls by the title, or -1."""
    title, country, position = alone.title, alone.country, alone.start
    named = _named_after(discourse, title)
    if named is not None:
        return named.cluster
    if title.start and discourse.doc[title.start - 1].lower_ in _TO_COME:
        return -1  # "the incoming president" is not whom the text calls president
    if not country and discourse.doc[title.end : title.end + 1].text == "of":
        return -1  # "the president of the council": another than the one called president before
    around = discourse.around(position)
    for mention in discourse.before(position, sentences=_TITLE_REACH):
        cluster = discourse.clusters[mention.cluster]
        if (
            mention.cluster not in around
            and cluster.type == "Person"
            and _called(cluster, title.text.casefold(), country)
        ):
            return mention.cluster
    return -1


def _called(cluster: Cluster, title: str, country: str) -> bool:
    for known, known_country in cluster.titles:
        if country and known_country and country != known_country:
            continue
        if known == title or (known.endswith(f" {title}") and known.split()[0] not in _DEPUTIES):
            return True
    return False


def lone_bodies(doc: Doc, table: PhraseTable[Body]) -> list[tuple[int, int, Body]]:
    """Return the bodies that stand with "the" and without their country ("the army"): start, end, body."""
    words = [token.lower_ for token in doc]
    never = words_of("bodies-never-alone")
    return [
        (start - 1, end, body)
        for start, end, body in table.find(words)
        if start
        and words[start - 1] in _DETERMINERS
        and words[end - 1] not in never
        and doc[end - 1].tag_.startswith("NN")
        and not (words[start - 1] in ("that", "this") and doc[end - 1].tag_ == "NNS")
        and doc[end - 1].dep_ not in _PREDICATES
        and not (end < len(doc) and (words[end] == "of" or doc[end].tag_.startswith("NN")))
    ]


def body_meant(discourse: Discourse, body: Body, start: int, noun: str) -> int:
    """Return the body of that kind that "the army" means, else a new one without a country.

    It is the one named just before, or that of the country the article speaks of most, or the only one.
    One that is called by the same noun comes first: "the army" is no "French troops".
    """
    candidates = {
        mention.cluster: discourse.sentence[start] - discourse.sentence[mention.start]
        for mention in reversed(discourse.before(start, sentences=_TITLE_REACH))
        if discourse.clusters[mention.cluster].key.endswith(f":{body.key}")
    }
    so_called = {
        index: back for index, back in candidates.items() if discourse.clusters[index].name.casefold().endswith(noun)
    }
    candidates = so_called or candidates
    if candidates:
        nearest = min(candidates, key=lambda index: candidates[index])
        main = discourse.main_country(start)
        if candidates[nearest] <= _BODY_REACH:
            return nearest
        country = discourse.clusters[main].country if main >= 0 else ""
        for index in candidates:
            if discourse.clusters[index].country in (country, "") or (not country and len(candidates) == 1):
                return index
    return discourse.add_cluster(Cluster(type=body.type, name=noun, key=f"body::{body.key}"))
