"""What articles share, as quads: entities and happenings, each with the joins that made it."""

from kg.rdf.edtf import edtf
from kg.rdf.terms import A, Term, boolean, day, english, integer, iri, number, term, text, typed
from kg.rdf.writer import GraphWriter
from kg.resolve import Contradiction, CopyGroup, Happening, Join, Match, Name, SharedEntity, Tenure, Toll, digest
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
_ORIGIN = term("ckg:origin")
_CIRCULAR = term("ckg:circular")
_COPIES = term("ckg:CopyGroup")
_COPY = term("ckg:copy")
_PLACE = term("sem:hasPlace")
_EARLIEST = term("ckg:earliest")
_LATEST = term("ckg:latest")
_MODALITY = term("ckg:modality")
_POLARITY = term("ckg:polarity")

_TOLL = term("ckg:Toll")
_TOLL_OF = term("ckg:tollOf")
_KIND = term("ckg:kind")
_COUNTED = term("ckg:counted")
_LOW = term("ckg:low")
_BEST = term("ckg:best")
_HIGH = term("ckg:high")
_LOW_CLAIM = term("ckg:lowClaim")
_BEST_CLAIM = term("ckg:bestClaim")
_HIGH_CLAIM = term("ckg:highClaim")
_CLAIM = term("ckg:claim")
_BY_ATTACKER = term("ckg:claimByAttacker")
_BY_ATTACKED = term("ckg:claimByAttacked")

_TENURE = term("ckg:Tenure")
_TENURE_OF = term("ckg:tenureOf")
_ORGANIZATION = term("org:organization")
_POST = term("org:role")
_TITLE = term("ckg:title")
_SINCE = term("ckg:since")
_UNTIL = term("ckg:until")
_FIRST_HELD = term("ckg:firstHeld")
_LAST_HELD = term("ckg:lastHeld")
_ENDED_BEFORE = term("ckg:endedBefore")
_BEGIN = term("ckg:begin")
_END = term("ckg:end")
_REPORTS = term("ckg:reportCount")

_CONTRADICTION = term("ckg:Contradiction")
_CONCERNS = term("ckg:concerns")
_MATTER = term("ckg:matter")
_BETWEEN = term("ckg:contradicts")

_NAME = term("ckg:Name")
_WORDING = term("rdfs:label")
_NAME_OF = term("ckg:nameOf")
_ARTICLES = term("ckg:articleCount")

_ID = term("dct:identifier")
_KNOWN = term("ckg:Match")
_OPEN = term("ckg:OpenMatch")
_CANDIDATE = term("ckg:candidate")

_MERGE = term("ckg:Merge")
_OF = term("ckg:of")
_INTO = term("ckg:into")
_SCORE = term("ckg:score")
_REASON = term("ckg:reason")
_RULE = term("ckg:rule")


def write_entity(writer: GraphWriter, entity: SharedEntity) -> None:
    """Write what an entity is, what it is called and where it lies, and which names were joined in it."""
    pairs: list[tuple[Term, Term]] = [
        (A, term(ENTITY_CLASSES.get(entity.type, f"ckg:{entity.type}"))),
        (_LABEL, english(entity.name)),
    ]
    pairs += [(_ALIAS, english(alias)) for alias in entity.aliases]
    pairs += [(_MATCH, iri(match)) for match in entity.same_as]
    pairs += [(_ID, text(known)) for known in entity.identifiers]
    if entity.lat is not None and entity.lon is not None and entity.precision is not None:
        pairs.append((_WKT, typed(f"POINT({entity.lon} {entity.lat})", _WKT_LITERAL)))
        pairs.append((_PRECISION, term(f"ckg:{entity.precision}")))
    if entity.part_of is not None:
        pairs.append((_PART_OF, writer.thing(entity.part_of)))
    writer.say(writer.thing(entity.key), *pairs)
    joined = {key for join in entity.joins for key in join.of} | {match.name for match in entity.matches}
    for name in entity.names:
        if name.key in joined:
            _write_name(writer, name, of=entity.key)
    for tenure in entity.tenures:
        _write_tenure(writer, tenure)
    for contradiction in entity.contradictions:
        _write_contradiction(writer, contradiction, of=entity.key)
    for join in entity.joins:
        _write_join(writer, join, of="name-", into="")
    for match in entity.matches:
        _write_match(writer, match)


def write_happening(writer: GraphWriter, happening: Happening) -> None:
    """Write a happening: what its reports together say of it, and why they were joined."""
    pairs: list[tuple[Term, Term]] = [(A, term(f"ckg:{happening.type}")), (A, _HAPPENING)]
    pairs += [(_REPORTED_IN, writer.thing(f"event-{report}")) for report in happening.reports]
    pairs += [(term(f"ckg:{party.role}"), writer.thing(party.entity)) for party in happening.parties]
    pairs += [(_PLACE, writer.thing(place)) for place in happening.places]
    if happening.when is not None:
        pairs.append((_EARLIEST, day(happening.when.earliest.isoformat())))
        pairs.append((_LATEST, day(happening.when.latest.isoformat())))
    pairs.append((_MODALITY, term(f"ckg:{happening.modality}")))
    pairs.append((_POLARITY, term(f"ckg:{happening.polarity}")))
    pairs.append((_SOURCES, integer(len(happening.sources))))
    pairs.append((_ARTICLES, integer(happening.articles)))
    pairs += [(_ORIGIN, writer.thing(_origin(source))) for source in happening.sources]
    if happening.circular:
        pairs.append((_CIRCULAR, boolean(happening.circular)))
    writer.say(writer.thing(f"happening-{happening.key}"), *pairs)
    node = f"happening-{happening.key}"
    for toll in happening.tolls:
        _write_toll(writer, toll, of=node)
    for contradiction in happening.contradictions:
        _write_contradiction(writer, contradiction, of=node)
    for join in happening.joins:
        _write_join(writer, join, of="event-", into="happening-")


def write_copies(writer: GraphWriter, copies: CopyGroup) -> None:
    """Write which articles print one text, and why they are taken for copies."""
    pairs = [(_COPY, writer.thing(f"article-{article}")) for article in copies.articles]
    writer.say(writer.thing(f"copies-{copies.key}"), (A, _COPIES), *pairs)
    for join in copies.joins:
        _write_join(writer, join, of="article-", into="copies-")


def _write_tenure(writer: GraphWriter, tenure: Tenure) -> None:
    pairs = [
        (A, _TENURE),
        (_TENURE_OF, writer.thing(tenure.person)),
        (_POST, term(f"ckg:{tenure.category}")),
        (_TITLE, text(tenure.title)),
        (_REPORTS, integer(tenure.reports)),
    ]
    if tenure.body is not None:
        pairs.append((_ORGANIZATION, writer.thing(tenure.body)))
    for predicate, timex in ((_SINCE, tenure.since), (_UNTIL, tenure.until)):
        if timex is not None and (when := edtf(timex)) is not None:
            pairs.append((predicate, text(when)))
    for predicate, known in (
        (_FIRST_HELD, tenure.first_held),
        (_LAST_HELD, tenure.last_held),
        (_ENDED_BEFORE, tenure.ended_before),
    ):
        if known is not None:
            pairs.append((predicate, day(known)))
    for predicate, report in ((_BEGIN, tenure.begin), (_END, tenure.end)):
        if report is not None:
            pairs.append((predicate, writer.thing(report)))
    name = digest(tenure.person, tenure.category, tenure.body or "", tenure.title, str(tenure.number))
    writer.say(writer.thing(f"tenure-{name}"), *pairs)


def _write_toll(writer: GraphWriter, toll: Toll, *, of: str) -> None:
    pairs = [
        (A, _TOLL),
        (_TOLL_OF, writer.thing(of)),
        (_KIND, term(f"ckg:{toll.kind}")),
        (_LOW, integer(toll.low)),
        (_BEST, integer(toll.best)),
        (_HIGH, integer(toll.high)),
        (_LOW_CLAIM, writer.thing(toll.low_claim)),
        (_BEST_CLAIM, writer.thing(toll.best_claim)),
        (_HIGH_CLAIM, writer.thing(toll.high_claim)),
    ]
    if toll.of is not None:
        pairs.append((_COUNTED, term(f"ckg:{toll.of}")))
    for predicate, claims in (
        (_CLAIM, toll.claims),
        (_BY_ATTACKER, toll.by_attacker),
        (_BY_ATTACKED, toll.by_attacked),
    ):
        pairs += [(predicate, writer.thing(claim)) for claim in claims]
    writer.say(writer.thing(f"toll-{digest(of, toll.kind, toll.of or '')}"), *pairs)


def _write_contradiction(writer: GraphWriter, found: Contradiction, *, of: str) -> None:
    writer.say(
        writer.thing(f"contradiction-{digest(of, found.matter, found.one, found.other)}"),
        (A, _CONTRADICTION),
        (_CONCERNS, writer.thing(of)),
        (_MATTER, text(found.matter)),
        (_BETWEEN, writer.thing(found.one)),
        (_BETWEEN, writer.thing(found.other)),
        (_REASON, text(found.reason)),
    )


def _origin(source: str) -> str:
    """Return the name of the node of an outlet's key, or of an article's, which is a bare hash."""
    return source if "-" in source else f"article-{source}"


def _write_name(writer: GraphWriter, name: Name, *, of: str) -> None:
    writer.say(
        writer.thing(f"name-{name.key}"),
        (A, _NAME),
        (_WORDING, english(name.wording)),
        (_NAME_OF, writer.thing(of)),
        (_ARTICLES, integer(name.articles)),
    )


def _write_join(writer: GraphWriter, join: Join, *, of: str, into: str) -> None:
    """Write one decision: what was joined, how surely and why; `of` and `into` go before the keys in names of nodes."""
    writer.say(
        writer.thing(f"merge-{digest(*join.of, join.into)}"),
        (A, _MERGE),
        *((_OF, writer.thing(f"{of}{key}")) for key in join.of),
        (_INTO, writer.thing(f"{into}{join.into}")),
        (_SCORE, number(join.score)),
        (_REASON, text(join.reason)),
        (_RULE, text(join.rule)),
    )


def _write_match(writer: GraphWriter, match: Match) -> None:
    """Write which known entry a name is, or between which that stays open."""
    made = (
        ((A, _OPEN), (_CONCERNS, writer.thing(match.into)))
        if match.open
        else ((A, _MERGE), (A, _KNOWN), (_INTO, writer.thing(match.into)))
    )
    writer.say(
        writer.thing(f"match-{digest(match.name, *match.ids)}"),
        *made,
        (_OF, writer.thing(f"name-{match.name}")),
        *((_CANDIDATE, text(known)) for known in match.ids),
        (_SCORE, number(match.score)),
        (_REASON, text(match.reason)),
        (_RULE, text(match.rule)),
    )
