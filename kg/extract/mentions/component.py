"""The component `kg_mentions`: every mention of every entity, and the table of entities."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, NAMES, PLURALS, TITLES, EntityRow, Form, set_spans, spans_of
from kg.extract.mentions.apposed import apposed
from kg.extract.mentions.capitals import capital_meant, capitals
from kg.extract.mentions.couples import couples
from kg.extract.mentions.descriptions import (
    CountriesNamed,
    body_meant,
    countries_named,
    lone_bodies,
    note_titles,
    title_mentions,
)
from kg.extract.mentions.discourse import Cluster, Discourse, Mention
from kg.extract.mentions.linking import link_names
from kg.extract.mentions.metonymy import CAPITALS, stands_for_government
from kg.extract.mentions.nouns import described, noun_descriptions
from kg.extract.mentions.offices import holder_or_office
from kg.extract.mentions.plurals import members, pairs
from kg.extract.mentions.pronouns import PRONOUNS, antecedent
from kg.extract.phrases import PhraseTable, token_texts
from kg.extract.places.gazetteer import country_geonames, gazetteer
from kg.lexicon.bodies import bodies
from kg.lexicon.countries import country_by_iso
from kg.lexicon.organizations import organizations
from kg.lexicon.places import places


@Language.factory("kg_mentions", assigns=["doc.spans", "doc._.kg_entities"], requires=["doc.spans", "token.dep"])
def make_mentions(nlp: Language, name: str) -> "Mentions":
    """Build the component."""
    return Mentions(nlp, name)


class Search(NamedTuple):
    """Tokens `[start, end)` around the noun at `head` that refer back, and the function that looks for what to.

    The function returns the index of a cluster, or -1.
    """

    start: int
    end: int
    head: int
    form: Form
    find: Callable[[], int]


class Mentions:
    """Writes MENTIONS, PLURALS and `doc._.kg_entities`."""

    def __init__(self, nlp: Language, name: str = "kg_mentions") -> None:
        """Load what the lexicons say of places and organizations, tokenized as `nlp` does."""
        self.name = name
        self._bodies = PhraseTable((token_texts(nlp, noun), body) for body in bodies() for noun in body.nouns)
        self._places = {place.name: place for place in places()}
        self._organizations = {organization.name: organization for organization in organizations()}

    def __call__(self, doc: Doc) -> Doc:
        """Join the names of `doc` to entities, then resolve what refers back to them, from left to right."""
        discourse = Discourse(doc)
        titles = spans_of(doc, TITLES)
        link_names(discourse, (_read_metonym(doc, span) for span in spans_of(doc, NAMES)))
        _mark_metonyms(discourse)
        countries = countries_named(doc)
        note_titles(discourse, titles, countries)
        self._refer_back(discourse, titles, countries)
        order = _in_order(discourse)
        keys = {index: f"e{number}" for number, index in enumerate(order, start=1)}
        set_spans(doc, MENTIONS, [_span(discourse, mention, keys) for mention in discourse.mentions])
        set_spans(doc, PLURALS, _plurals(discourse, keys))
        doc._.kg_entities = {keys[index]: self._row(discourse.clusters[index]) for index in order}
        return doc

    def _refer_back(self, discourse: Discourse, titles: list[Span], countries: CountriesNamed) -> None:
        """Resolve descriptions and pronouns in text order, so that each can be the antecedent of the next."""
        doc = discourse.doc
        lower = [token.lower_ for token in doc]
        taken = {i for mention in discourse.mentions for i in range(mention.start, mention.end)}
        for start, end, head, index in apposed(discourse, titles):
            if head not in taken:
                discourse.add(Mention(start, end, index, "description"))
                taken.add(head)
        searches = [
            Search(
                found.start, found.end, found.title.end - 1, "description", partial(holder_or_office, discourse, found)
            )
            for found in title_mentions(discourse, titles, countries)
        ]
        searches += [
            Search(noun.start, noun.end, noun.end - 1, "description", partial(described, discourse, noun))
            for noun in noun_descriptions(doc, lower)
        ]
        searches += [
            Search(capital.start, capital.end, capital.head, "description", partial(capital_meant, discourse, capital))
            for capital in capitals(doc, lower, countries.before, countries.at)
        ]
        searches += [
            Search(start, end, end - 1, "description", partial(body_meant, discourse, body, start, noun))
            for start, end, body in lone_bodies(doc, self._bodies)
            if (noun := doc[start + 1 : end].text)
        ]
        searches += [
            Search(i, i + 1, i, "pronoun", partial(antecedent, discourse, doc[i], kind))
            for i, word in enumerate(lower)
            if (kind := PRONOUNS.get(word)) is not None
        ]
        for search in sorted(searches, key=lambda search: (search.head, search.end)):
            if search.head in taken:
                continue
            index = search.find()
            if index >= 0:
                discourse.add(Mention(search.start, search.end, index, search.form))
                taken.add(search.head)
                _note_gender(discourse.clusters[index], lower[search.head])

    def _row(self, cluster: Cluster) -> EntityRow:
        """Return the entity's row, with what lexicon and gazetteer know of it."""
        row: EntityRow = {"type": cluster.type, "name": cluster.name, "aliases": cluster.aliases, "same_as": []}
        kind, _, code = cluster.key.partition(":")
        if cluster.country:
            row["country"] = cluster.country
        if kind == "country" and not country_by_iso()[code].historical and code in country_geonames():
            row["same_as"] = [_geonames(country_geonames()[code])]
            row["precision"] = "country"
        elif kind == "geonames":
            town = gazetteer().settlement(int(code))
            row |= {"same_as": [_geonames(town.geoname)], "lat": town.lat, "lon": town.lon, "precision": "city"}
            row["country"] = town.country
        elif kind == "state":
            row |= {"same_as": [_geonames(int(code))], "precision": "region", "country": "US"}
        elif kind == "place":
            place = self._places[code]
            row |= {"lat": place.lat, "lon": place.lon, "precision": place.precision}
            if place.country:
                row["country"] = place.country
        elif kind == "organization" and (country := self._organizations[code].country):
            row["country"] = country
        return row


def _note_gender(cluster: Cluster, word: str) -> None:
    """Let a pronoun tell the gender of a person whose name does not."""
    kind = PRONOUNS.get(word)
    if cluster.type == "Person" and cluster.gender is None and kind in ("male", "female"):
        cluster.gender = kind


def _geonames(number: int) -> str:
    return f"https://sws.geonames.org/{number}/"


def _read_metonym(doc: Doc, span: Span) -> Span:
    """Return a capital that stands for its government as a name of the country, any other name as it is."""
    iso = CAPITALS.get(span.text) if span.label_ == "Place" else None
    if iso is not None and stands_for_government(doc, span):
        return Span(doc, span.start, span.end, label="Country", kb_id=f"country:{iso}", span_id="adjective")
    return span


def _mark_metonyms(discourse: Discourse) -> None:
    """Give the mentions of a country by its capital the form "metonym"."""
    for i, mention in enumerate(discourse.mentions):
        if mention.form == "adjective" and discourse.doc[mention.start : mention.end].text in CAPITALS:
            discourse.mentions[i] = mention._replace(form="metonym")


def _in_order(discourse: Discourse) -> list[int]:
    """Return the clusters in the order of their first mention."""
    return list(dict.fromkeys(mention.cluster for mention in discourse.mentions))


def _span(discourse: Discourse, mention: Mention, keys: dict[int, str]) -> Span:
    return Span(
        discourse.doc,
        mention.start,
        mention.end,
        label=discourse.clusters[mention.cluster].type,
        kb_id=mention.form,
        span_id=keys[mention.cluster],
    )


def _plurals(discourse: Discourse, keys: dict[int, str]) -> list[Span]:
    found = [(start, end, members(discourse, start, people=people)) for start, end, people in pairs(discourse.doc)]
    spans = []
    for start, end, pair in sorted(found + couples(discourse)):
        if pair:
            spans.append(
                Span(discourse.doc, start, end, label="Group", span_id=" ".join(keys[index] for index in pair))
            )
    return spans
