"""What "the capital" means: that of the country named with it, or of the one that the article is about."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.mentions.discourse import Cluster, Discourse
from kg.extract.places.gazetteer import gazetteer
from kg.lexicon.countries import country_by_iso

_NOUN_TAGS = frozenset(("NN", "NNS", "NNP"))


class Capital(NamedTuple):
    """Tokens `[start, end)` that say "the capital", the noun at `head`; `country` is the code named with it, or ""."""

    start: int
    end: int
    head: int
    country: str


def capitals(doc: Doc, lower: list[str], before: dict[int, str], at: dict[int, str]) -> Iterator[Capital]:
    """Yield where the text says "the capital", "the Syrian capital" or "the capital of Syria".

    Args:
        doc: the text.
        lower: its words in small letters.
        before: the country's code by the token after its name or adjective.
        at: the country's code by the token that begins its name.
    """
    for i, word in enumerate(lower):
        if word != "capital" or i == 0 or doc[i].tag_ != "NN":
            continue
        end = i + 1
        following = lower[end] if end < len(lower) else ""
        if following == "of" and (country := at.get(end + 1, "")):
            if lower[i - 1] == "the" and lower[end + 2 : end + 3] not in (["'s"], ["’s"]):
                yield Capital(i - 1, end + 2, i, country)
        elif following == "of" or doc[min(end, len(doc) - 1)].tag_ in _NOUN_TAGS:
            continue
        elif country := before.get(i, ""):
            start = next(j for j in range(i, 0, -1) if at.get(j - 1) == country) - 1
            yield Capital(start - (start > 0 and lower[start - 1] == "the"), end, i, country)
        elif lower[i - 1] == "the":
            yield Capital(i - 1, end, i, "")


def capital_meant(discourse: Discourse, capital: Capital) -> int:
    """Return the cluster of the city, a new one where the text does not name it; -1 where the country is doubtful."""
    before = next((m for m in discourse.mentions if m.end == capital.start - 1), None)
    apposed = before is not None and discourse.doc[before.end].text == ","
    if before is not None and apposed and discourse.clusters[before.cluster].type == "Place":
        return before.cluster
    named = next((m for m in discourse.mentions if capital.end <= m.start <= capital.end + 1), None)
    if (
        named is not None
        and discourse.clusters[named.cluster].type == "Place"
        and _beside(discourse, capital, named[0])
    ):
        return named.cluster
    country = capital.country
    if not country:
        main = discourse.main_country(capital.start)
        country = discourse.clusters[main].country if main >= 0 else ""
    names = country_by_iso()[country].capitals if country in country_by_iso() else ()
    for index, cluster in enumerate(discourse.clusters):
        if cluster.type == "Place" and (cluster.name in names or set(names).intersection(cluster.aliases)):
            return index
    return _add_city(discourse, names[0], country) if names else -1


def _beside(discourse: Discourse, capital: Capital, start: int) -> bool:
    """Say whether the name at `start` stands right after: "the capital Kyiv", "the capital, Kyiv"."""
    return start == capital.end or discourse.doc[capital.end].text == ","


def _add_city(discourse: Discourse, name: str, country: str) -> int:
    town = next((town for town in gazetteer().settlements(name) if town.country == country), None)
    key = f"geonames:{town.geoname}" if town is not None else ""
    return discourse.add_cluster(Cluster(type="Place", name=name, key=key, country=country))
