"""Offices: whom "Poland's president" means in an article that names no president."""

from kg.extract.mentions.descriptions import OF_A_COUNTRY, TitleAlone, holder
from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.lexicon.titles import title_by_name

_ANY_MINISTER = frozenset({"minister", "secretary", "cabinet secretary", "minister of state"})
_THE = frozenset({"the", "this", "that"})
_NOT_BEFORE = frozenset({"a", "an", "any", "every", "no", "some", "each", "-"})
_MARKS = 2
"""Commas and brackets that can stand between a post and the name of its holder."""
_TITLE = 2
"""Words of a title that can stand before a name: "Sheikh", "Crown Prince"."""
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def holder_or_office(discourse: Discourse, alone: TitleAlone) -> int:
    """Return the cluster of whom the text calls by the title, a new one where it names nobody so, or -1.

    Only a post of a country of which there is one, named with nothing but its country, makes somebody new.
    """
    known = holder(discourse, alone)
    if known >= 0 or not _is_office(discourse, alone):
        return known
    first = alone.start + 1 if discourse.doc[alone.start].lower_ in _THE else alone.start
    cluster = Cluster(type="Person", name=discourse.doc[first : alone.end].text)
    cluster.titles += [(name, alone.country) for name in {alone.title.text.casefold(), alone.title.kb_id_.casefold()}]
    return discourse.add_cluster(cluster)


def _is_office(discourse: Discourse, alone: TitleAlone) -> bool:
    doc, title = discourse.doc, alone.title
    entry = title_by_name().get(title.kb_id_)
    if not alone.country or entry is None or entry.category not in OF_A_COUNTRY or entry.title in _ANY_MINISTER:
        return False
    if alone.start and doc[alone.start - 1].lower_ in _NOT_BEFORE:
        return False
    country = [mention for mention in discourse.mentions if alone.start <= mention.start < alone.end]
    named = {i for mention in country if _is_country(discourse, mention) for i in range(mention.start, mention.end)}
    rest = [token for token in doc[alone.start : alone.end] if not title.start <= token.i < title.end]
    linking = _THE | _POSSESSIVE | {"of"}
    return all(token.i in named or token.lower_ in linking for token in rest) and not _is_named(discourse, alone.end)


def _is_country(discourse: Discourse, mention: Mention) -> bool:
    return discourse.clusters[mention.cluster].type == "Country"


def _is_named(discourse: Discourse, end: int) -> bool:
    """Say whether a person's name follows, behind a comma or a bracket and perhaps another title."""
    doc = discourse.doc
    names = {mention.start for mention in discourse.mentions if discourse.clusters[mention.cluster].type == "Person"}
    first = next((i for i in range(end, min(end + _MARKS + 1, len(doc))) if doc[i].is_alpha), end)
    for i in range(first, min(first + _TITLE + 1, len(doc))):
        if i in names:
            return True
        if doc[i].pos_ != "PROPN":
            return False
    return False
