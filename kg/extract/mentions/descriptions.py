"""Definite descriptions: "the president" is who the article calls president, "the group" the group named last."""

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import NAMES, spans_of
from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.lexicon.descriptions import Description, descriptions

_DETERMINERS = frozenset(("the", "this", "that"))
_DEPUTIES = frozenset(("deputy", "vice", "assistant", "former", "acting"))
_TITLE_REACH = 40
"""Sentences back to look for the holder of a title: an article keeps calling him so."""
_NOUN_REACH = 3
_SETTLEMENTS = frozenset(("city", "town", "village"))
_AREAS = ("place:", "state:")
_NOUNS = frozenset(("NN", "NNP"))
_PREDICATES = frozenset(("appos", "attr", "oprd", "compound", "amod", "nmod", "npadvmod"))


def note_titles(discourse: Discourse, titles: list[Span]) -> None:
    """Note by which titles the text calls its people: "Ukrainian President X", "X, the defence minister"."""
    doc = discourse.doc
    people = {m.start: m for m in discourse.mentions if discourse.clusters[m.cluster].type == "Person"}
    ends = {m.end: m for m in people.values()}
    countries = _country_before(doc)
    for title in titles:
        holder = people.get(title.end)
        if holder is None:
            holder = _apposed(doc, title, ends)
        if holder is None:
            continue
        country = countries.get(title.start, "") or _country_after(doc, title)
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


def _country_before(doc: Doc) -> dict[int, str]:
    """Return the country named right before a token: "Ukrainian President", "Russia's president"."""
    found = {}
    for span in spans_of(doc, NAMES):
        if span.kb_id_.startswith("country:"):
            code = span.kb_id_.partition(":")[2]
            found[span.end] = code
            if span.end < len(doc) and doc[span.end].lower_ in ("'s", "’s"):
                found[span.end + 1] = code
    return found


def _country_after(doc: Doc, title: Span) -> str:
    """Return the country of "president of Ukraine"."""
    if title.end + 1 < len(doc) and doc[title.end].lower_ == "of":
        for span in spans_of(doc, NAMES):
            if span.kb_id_.startswith("country:") and span.start in (title.end + 1, title.end + 2):
                return span.kb_id_.partition(":")[2]
    return ""


def title_mentions(discourse: Discourse, titles: list[Span]) -> list[tuple[int, int, Span, str]]:
    """Return the titles that stand alone with "the": start, end, title, country named with it."""
    doc = discourse.doc
    names = {m.start for m in discourse.mentions}
    countries = _country_before(doc)
    found = []
    for title in titles:
        root = title.root
        if root.tag_ not in _NOUNS or root.dep_ in _PREDICATES or title.end in names:
            continue
        country = countries.get(title.start, "")
        start = title.start
        while (
            start
            and doc[start - 1].dep_ in ("amod", "compound", "nmod", "poss", "case")
            and doc[start - 1].head.i < title.end
        ):
            start -= 1
        definite = start and doc[start - 1].lower_ in _DETERMINERS
        if definite or country:
            found.append((start - 1 if definite else start, title.end, title, country or _country_after(doc, title)))
    return found


def holder(discourse: Discourse, title: Span, country: str, position: int) -> int:
    """Return the cluster of the person named last whom the text calls by `title`, or -1."""
    for mention in discourse.before(position, sentences=_TITLE_REACH):
        cluster = discourse.clusters[mention.cluster]
        if cluster.type == "Person" and _called(cluster, title.text.casefold(), country):
            return mention.cluster
    return -1


def _called(cluster: Cluster, title: str, country: str) -> bool:
    for known, known_country in cluster.titles:
        if country and known_country and country != known_country:
            continue
        if known == title or (known.endswith(f" {title}") and known.split()[0] not in _DEPUTIES):
            return True
    return False


def noun_descriptions(doc: Doc) -> list[tuple[Token, Description]]:
    """Return the nouns with "the" that may stand for something named before."""
    table = descriptions()
    found = []
    for token in doc:
        entry = table.get(token.lower_)
        if entry is None or token.tag_ != "NN" or token.i == 0 or token.dep_ in _PREDICATES:
            continue
        if doc[token.i - 1].lower_ not in _DETERMINERS:
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if following is not None and (
            following.lower_ in ("of", "that", "which", "called", "named") or following.tag_ in ("NN", "NNP", "NNS")
        ):
            continue
        found.append((token, entry))
    return found


def described(discourse: Discourse, noun: Token, entry: Description) -> int:
    """Return the cluster that "the NOUN" stands for: the last one named that fits, its subject first; or -1."""
    candidates = []
    for mention in discourse.before(noun.i - 1, sentences=_NOUN_REACH):
        cluster = discourse.clusters[mention.cluster]
        if cluster.type not in entry.types or mention.form in ("adjective", "pronoun"):
            continue
        if entry.in_name and entry.noun not in cluster.name.casefold().split():
            continue
        if cluster.type == "Place" and (entry.noun in _SETTLEMENTS) == cluster.key.startswith(_AREAS):
            continue
        candidates.append(mention)
    return candidates[0].cluster if candidates else -1
