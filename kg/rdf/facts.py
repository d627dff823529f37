"""The facts of one article as quads: posts, events with their parties and figures, statements."""

import re
from collections.abc import Iterator, Mapping

from kg.extract.timex import bounds
from kg.lexicon.word_lists import words_of
from kg.rdf.edtf import edtf
from kg.rdf.evidence import EvidenceWriter, Sentences
from kg.rdf.provenance import extraction_name
from kg.rdf.terms import A, Term, boolean, day, integer, number, term, text
from kg.rdf.writer import GraphWriter
from kg.records import Containment, Count, Event, Extraction, Interval, Participant, Role, Site, Span, Statement
from kg.resolve import article_key, count_name, digest

_MEMBERSHIP = term("org:Membership")
_ROLE_REPORT = term("ckg:RoleReport")
_EVENT_REPORT = term("ckg:EventReport")
_STATEMENT = term("ckg:Statement")
_CLAIM = term("ckg:CountClaim")
_INCIDENT_CLASS = term("ckg:Incident")
_SITE_CLASS = term("ckg:Site")
_CONTAINMENT = term("ckg:Containment")
_UNNAMED = term("ckg:UnnamedParticipant")

_MEMBER = term("org:member")
_ORGANIZATION = term("org:organization")
_POST = term("org:role")
_TITLE = term("ckg:title")
_STATUS = term("ckg:status")
_SINCE = term("ckg:since")
_UNTIL = term("ckg:until")
_ENDED_BEFORE = term("ckg:endedBefore")

_PLACE = term("sem:hasPlace")
_ACCORDING_TO = term("sem:accordingTo")
_DATE = term("ckg:date")
_EARLIEST = term("ckg:earliest")
_LATEST = term("ckg:latest")
_MODALITY = term("ckg:modality")
_POLARITY = term("ckg:polarity")
_INCIDENT = term("ckg:incident")
_COUNT = term("ckg:count")

_OPENS = term("ckg:opens")
_CLOSES = term("ckg:closes")

_SITE = term("ckg:site")
_NEXT_TO = term("ckg:siteOf")
_RELATION = term("ckg:siteRelation")

_KIND = term("ckg:kind")
_MINIMUM = term("ckg:minimum")
_MAXIMUM = term("ckg:maximum")
_COUNTED = term("ckg:counted")
_PARTIAL = term("ckg:partial")

_PART = term("ckg:containedPart")
_WHOLE = term("ckg:containingWhole")

_SPEAKER = term("ckg:speaker")
_CONTENT = term("ckg:content")
_CUE = term("ckg:cue")
_DIRECT = term("ckg:direct")

_PARTIES = frozenset(("delegations", "teams"))

_LABEL = term("skos:prefLabel")
_CONFIDENCE = term("ckg:confidence")
_RULE = term("ckg:rule")
_CHECKED = term("ckg:checked")
_EVIDENCE = term("ckg:evidence")
_SENTENCE = term("ckg:sentence")
_DERIVED_FROM = term("prov:wasDerivedFrom")
_GENERATED_BY = term("prov:wasGeneratedBy")

type Pairs = Iterator[tuple[Term, Term]]


class FactWriter:
    """Writes the facts of one extraction to its article's graph."""

    def __init__(
        self,
        writer: GraphWriter,
        extraction: Extraction,
        *,
        keys: Mapping[str, str],
        names: Mapping[str, str],
        checked: Mapping[str, str],
    ) -> None:
        """Write the facts of `extraction`.

        `keys` are those of the shared entities by the id of the article's own; `names` those of the facts' nodes by the
        facts' ids; `checked` says of a node's name who found the fact right.
        """
        article = article_key(extraction.article)
        self._writer = writer
        self._extraction = extraction
        self._article = article
        self._keys = keys
        self._names = names
        self._checked = checked
        self._text = extraction.article.text
        self._evidence = EvidenceWriter(writer, article, self._text)
        self._sentences = Sentences(self._text)
        self._entities = {entity: writer.thing(key) for entity, key in keys.items()}
        self._dates = {timex.id: timex.value for timex in extraction.dates}
        self._known: set[Term] = set()
        self._origin = (
            (_DERIVED_FROM, writer.thing(f"article-{article}")),
            (_GENERATED_BY, writer.thing(extraction_name(extraction, article))),
        )

    def roles(self) -> None:
        """Write who held which post where, as the article has it."""
        for role in self._extraction.roles:
            node = self._writer.thing(self._names[role.id])
            self._writer.say(node, *self._role(role), *self._support(self._post(role), role.evidence, role))

    def events(self) -> None:
        """Write what the article says happened, or would, or did not."""
        for event in self._extraction.events:
            key = self._names[event.id].removeprefix("event-")
            self._writer.say(
                self._writer.thing(f"event-{key}"),
                *self._event(event),
                *self._when(event),
                *self._parties(event),
                *((_COUNT, self._count(count, key)) for count in event.counts),
                *((_SITE, self._site(site, key)) for site in event.sites),
                *((_OPENS, self._writer.thing(self._names[role])) for role in event.opens),
                *((_CLOSES, self._writer.thing(self._names[role])) for role in event.closes),
                *self._support(event.trigger, event.evidence, event),
            )

    def statements(self) -> None:
        """Write who said what."""
        for statement in self._extraction.statements:
            node = self._writer.thing(self._names[statement.id])
            support = self._support(statement.content, _hull(statement), statement)
            self._writer.say(node, *self._statement(statement), *support)

    def parts(self) -> None:
        """Write which places lie in which, and which bodies belong to which.

        Two entities that share a canonical key are one in the graph, and nothing contains itself.
        """
        for part in self._extraction.parts:
            if self._keys[part.part] == self._keys[part.whole]:
                continue
            node = self._writer.thing(self._names[part.id])
            self._writer.say(
                node,
                (A, _CONTAINMENT),
                (_PART, self._entities[part.part]),
                (_WHOLE, self._entities[part.whole]),
                *self._support(part.evidence, part.evidence, part),
            )

    def _support(self, words: Span, around: Span, fact: Role | Event | Statement | Containment) -> Pairs:
        """Give a fact its words, the sentence (or sentences) that hold `around`, and where it comes from."""
        yield _EVIDENCE, self._evidence.words(*words)
        yield _SENTENCE, text(self._text[slice(*self._sentences.around(around))])
        yield _CONFIDENCE, number(fact.confidence)
        yield _RULE, text(fact.rule)
        if (why := self._checked.get(self._names[fact.id])) is not None:
            yield _CHECKED, text(why)
        yield from self._origin

    def _role(self, role: Role) -> Pairs:
        yield A, _MEMBERSHIP
        yield A, _ROLE_REPORT
        yield _MEMBER, self._entities[role.person]
        if role.organization is not None:
            yield _ORGANIZATION, self._entities[role.organization]
        yield _POST, term(f"ckg:{role.category}")
        yield _TITLE, text(role.title)
        yield _STATUS, term(f"ckg:{role.status}")
        for predicate, value in ((_SINCE, role.start), (_UNTIL, role.until)):
            if value is not None and (when := edtf(value)) is not None:
                yield predicate, text(when)
        published = self._extraction.article.published
        if role.status == "former" and published is not None:
            yield _ENDED_BEFORE, day(published[:10])

    def _post(self, role: Role) -> Span:
        """Return the words that give the post: the title where the evidence is a whole sentence, else the evidence."""
        if role.evidence != self._sentences.around(role.evidence):
            return role.evidence
        start = self._text.find(role.title, *role.evidence)
        return role.evidence if start < 0 else Span(start, start + len(role.title))

    def _event(self, event: Event) -> Pairs:
        yield A, term(f"ckg:{event.type}")
        yield A, _EVENT_REPORT
        yield _MODALITY, term(f"ckg:{event.modality}")
        yield _POLARITY, term(f"ckg:{event.polarity}")
        for place in event.places:
            yield _PLACE, self._entities[place]
        if event.source is not None:
            yield _ACCORDING_TO, self._entities[event.source]
        if event.incident is not None:
            yield _INCIDENT, self._incident(event.incident)

    def _when(self, event: Event) -> Pairs:
        if event.date is not None and (when := _days(self._dates[event.date], event.when)) is not None:
            yield _DATE, text(when)
        if event.when is not None:
            yield _EARLIEST, day(event.when.earliest.isoformat())
            yield _LATEST, day(event.when.latest.isoformat())

    def _parties(self, event: Event) -> Pairs:
        for part in event.participants:
            if part.entity is None and _tells_nobody(self._text[part.start : part.end]):
                continue
            party = self._unnamed(part, event) if part.entity is None else self._entities[part.entity]
            yield term(f"ckg:{part.role}"), party

    def _unnamed(self, part: Participant, event: Event) -> Term:
        """Return a node for a party that is no entity of the article ("two buses"), named by where its words stand.

        Its words are its label; its evidence is that of the event.
        """
        node = self._writer.thing(f"party-{self._article}-{part.start}-{part.end}")
        if self._is_new(node):
            words = text(self._text[part.start : part.end])
            self._writer.say(node, (A, _UNNAMED), (_LABEL, words), (_EVIDENCE, self._evidence.words(*event.trigger)))
        return node

    def _incident(self, incident: str) -> Term:
        """Return the node that events of the article telling of one happening share."""
        node = self._writer.thing(f"incident-{digest(self._article, incident)}")
        if self._is_new(node):
            self._writer.say(node, (A, _INCIDENT_CLASS))
        return node

    def _is_new(self, node: Term) -> bool:
        """Say whether `node` is met for the first time, and so has to be described."""
        if node in self._known:
            return False
        self._known.add(node)
        return True

    def _count(self, count: Count, event: str) -> Term:
        node = self._writer.thing(count_name(event, count))
        pairs: list[tuple[Term, Term]] = [
            (A, _CLAIM),
            (_KIND, term(f"ckg:{count.kind}")),
            (_MINIMUM, integer(count.min)),
            (_EVIDENCE, self._evidence.words(count.start, count.end)),
        ]
        if count.max is not None:
            pairs.append((_MAXIMUM, integer(count.max)))
        if count.of is not None:
            pairs.append((_COUNTED, term(f"ckg:{count.of}")))
        if count.partial:
            pairs.append((_PARTIAL, boolean(count.partial)))
        self._writer.say(node, *pairs)
        return node

    def _site(self, site: Site, event: str) -> Term:
        node = self._writer.thing(f"site-{digest(event, site.place, str(site.start), str(site.end))}")
        self._writer.say(
            node,
            (A, _SITE_CLASS),
            (_NEXT_TO, self._entities[site.place]),
            (_RELATION, term(f"ckg:{site.relation}")),
            (_EVIDENCE, self._evidence.words(site.start, site.end)),
        )
        return node

    def _statement(self, statement: Statement) -> Pairs:
        yield A, _STATEMENT
        if statement.speaker is not None:
            yield _SPEAKER, self._entities[statement.speaker]
        yield _CONTENT, text(self._text[slice(*statement.content)])
        if statement.cue is not None:
            yield _CUE, text(self._text[slice(*statement.cue)])
        yield _DIRECT, boolean(statement.direct)
        if statement.date is not None and (when := edtf(self._dates[statement.date])) is not None:
            yield _DATE, text(when)


def _hull(statement: Statement) -> Span:
    """Return the stretch that holds what was said, by whom and the reporting words."""
    spans = [span for span in (statement.content, statement.cue, statement.speaker_span) if span is not None]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _tells_nobody(words: str) -> bool:
    """Say whether the words for a party name nobody: "they", "both", "some of them", "two delegations"."""
    found = [word.casefold() for word in re.findall(r"\w+", words)]
    two_of_a_kind = found[:1] == ["two"] and set(found[1:]) <= words_of("pair-nouns") | _PARTIES
    return two_of_a_kind or set(found) <= words_of("words-for-nobody")


def _days(value: str, when: Interval | None) -> str | None:
    """Return an event's date as EDTF: all days of its range where they are more than its first date names."""
    if when is not None and bounds(value) != (when.earliest, when.latest):
        return edtf(f"{when.earliest}/{when.latest}")
    return edtf(value)
