"""What articles share, as quads: entities, happenings, and the joins that made them."""

from kg.rdf.terms import A, Term, day, english, integer, iri, number, term, text, typed
from kg.rdf.writer import GraphWriter
from kg.resolve import Happening, Join, Report, SharedEntity, digest
from kg.vocabulary import ENTITY_CLASSES

_LABEL = term("skos:prefLabel")
_ALIAS = term("skos:altLabel")
_MATCH = term("skos:exactMatch")
_PRECISION = term("ckg:precision")
_WKT = term("geo:asWKT")
_WKT_LITERAL = term("geo:wktLiteral")
_PART_OF = term("dct:isPartOf")

_HAPPENING = term("ckg:Happening")
_REPORTED_IN = term("ckg:reportedIn")
_SOURCES = term("ckg:independentSources")
_PLACE = term("sem:hasPlace")
_EARLIEST = term("ckg:earliest")
_LATEST = term("ckg:latest")
_MODALITY = term("ckg:modality")
_POLARITY = term("ckg:polarity")

_MERGE = term("ckg:Merge")
_OF = term("ckg:of")
_INTO = term("ckg:into")
_SCORE = term("ckg:score")
_REASON = term("ckg:reason")


def write_entity(writer: GraphWriter, entity: SharedEntity) -> None:
    """Write what an entity is, what it is called and where it lies."""
    pairs: list[tuple[Term, Term]] = [
        (A, term(ENTITY_CLASSES.get(entity.type, f"ckg:{entity.type}"))),
        (_LABEL, english(entity.name)),
    ]
    pairs += [(_ALIAS, english(alias)) for alias in entity.aliases]
    pairs += [(_MATCH, iri(match)) for match in entity.same_as]
    if entity.lat is not None and entity.lon is not None and entity.precision is not None:
        pairs.append((_WKT, typed(f"POINT({entity.lon} {entity.lat})", _WKT_LITERAL)))
        pairs.append((_PRECISION, term(f"ckg:{entity.precision}")))
    if entity.part_of is not None:
        pairs.append((_PART_OF, writer.thing(entity.part_of)))
    writer.say(writer.thing(entity.key), *pairs)


def write_happening(writer: GraphWriter, happening: Happening) -> None:
    """Write a happening: what its reports together say of it."""
    pairs: list[tuple[Term, Term]] = [(A, term(f"ckg:{happening.type}")), (A, _HAPPENING)]
    pairs += [(_REPORTED_IN, writer.thing(f"event-{report.record}")) for report in happening.reports]
    pairs += [(term(f"ckg:{party.role}"), writer.thing(party.entity)) for party in happening.parties]
    pairs += [(_PLACE, writer.thing(place)) for place in happening.places]
    if happening.when is not None:
        pairs.append((_EARLIEST, day(happening.when.earliest.isoformat())))
        pairs.append((_LATEST, day(happening.when.latest.isoformat())))
    pairs.append((_MODALITY, term(f"ckg:{happening.modality}")))
    pairs.append((_POLARITY, term(f"ckg:{happening.polarity}")))
    pairs.append((_SOURCES, integer(happening.sources)))
    writer.say(writer.thing(f"happening-{happening.reports[0].record}"), *pairs)


def write_join(writer: GraphWriter, join: Join) -> None:
    """Write one decision: what was joined to what, how surely and why."""
    if isinstance(join.into, Report):
        of, into = f"event-{join.report.record}", f"happening-{join.into.record}"
    else:
        of, into = f"article-{join.report.article}", join.into
    writer.say(
        writer.thing(f"merge-{digest(*join.report, into)}"),
        (A, _MERGE),
        (_OF, writer.thing(of)),
        (_INTO, writer.thing(into)),
        (_SCORE, number(join.score)),
        (_REASON, text(join.reason)),
    )
