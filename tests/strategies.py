"""Hypothesis strategies for whole extractions: any text, any facts that fit the records' forms."""

from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st

from kg.records import (
    Article,
    Containment,
    Count,
    Entity,
    Event,
    Extraction,
    Interval,
    Participant,
    Role,
    Site,
    Span,
    Statement,
    Timex,
)
from kg.records.model import (
    CountedGroup,
    CountKind,
    Modality,
    ParticipantRole,
    Polarity,
    Precision,
    SiteRelation,
    Status,
)
from kg.vocabulary import ENTITY_CLASSES, EVENT_CLASSES, ROLE_CATEGORIES

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from(" .\n\"'\\“”<>{}@^")), min_size=12, max_size=200)
NAMES = st.one_of(
    st.sampled_from(["Mira Solen", "Solen", "Al Qadir", "bin Tarek", "Defence Ministry", "Ministry of Defense", "Ö"]),
    st.text(LETTERS, min_size=1, max_size=20).filter(lambda name: name.strip() == name and bool(name.strip())),
)
COUNTRIES = st.sampled_from([None, "UA", "FR", "VX"])
TIMEX_VALUES = (
    "2025-07-23",
    "2025-07-23TEV",
    "2025-07",
    "2025",
    "2025-W30",
    "2025-W30-WE",
    "2025-SU",
    "2025-Q3",
    "198",
)
DAYS = st.dates(date(1940, 1, 1), date(2030, 12, 31))
CONFIDENCES = st.floats(0.01, 1.0).map(lambda value: round(value, 3))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(TEXTS)
    published = draw(st.one_of(st.none(), DAYS.map(str), st.just("2025-07-22T10:00:00+00:00")))
    return Article(
        id=draw(st.text(LETTERS, min_size=1, max_size=12)),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        title=draw(st.one_of(st.none(), NAMES)),
        url=draw(st.sampled_from([None, "https://wire.example/1"])),
        publisher=draw(st.one_of(st.none(), NAMES)),
        published=published,
    )


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 2))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def entities(draw: st.DrawFn, text: str, number: int) -> Entity:
    of_type = draw(st.sampled_from(sorted(ENTITY_CLASSES)))
    place = of_type in {"Place", "Country", "Facility"}
    return Entity(
        id=f"e{number}",
        type=of_type,
        name=draw(NAMES),
        aliases=tuple(draw(st.lists(NAMES, max_size=2, unique=True))),
        same_as=("https://sws.geonames.org/745044/",) if of_type == "Place" and draw(st.booleans()) else (),
        mentions=tuple(draw(st.lists(spans(text), min_size=1, max_size=2))),
        lat=12.5 if place else None,
        lon=-3.25 if place else None,
        precision=draw(st.sampled_from(get_args(Precision))) if place else None,
        country=draw(COUNTRIES),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    about = draw(articles())
    text = about.text
    things = tuple(draw(entities(text, number)) for number in range(draw(st.integers(0, 5))))
    people = [thing.id for thing in things if thing.type == "Person"]
    places = [thing.id for thing in things if thing.type in {"Place", "Country", "Facility"}]
    bodies = [thing.id for thing in things if thing.type not in {"Person", "Place", "Group", "Weapon"}]
    anyone = [thing.id for thing in things]
    dates = tuple(
        Timex(id=f"t{n}", start=0, end=3, type="DATE", value=draw(st.sampled_from((*TIMEX_VALUES, "PRESENT_REF"))))
        for n in range(draw(st.integers(0, 3)))
    )
    timexes = st.sampled_from([None, *(timex.id for timex in dates)])

    def parties() -> tuple[Participant, ...]:
        found = []
        for _ in range(draw(st.integers(0, 3))):
            start, end = draw(spans(text))
            role = draw(st.sampled_from(get_args(ParticipantRole)))
            found.append(Participant(role=role, entity=draw(st.sampled_from([None, *anyone])), start=start, end=end))
        return tuple(found)

    def counts() -> tuple[Count, ...]:
        found = []
        for _ in range(draw(st.integers(0, 2))):
            start, end = draw(spans(text))
            least = draw(st.integers(0, 5000))
            most = draw(st.one_of(st.none(), st.integers(least, 9000)))
            kind = draw(st.sampled_from(get_args(CountKind)))
            of = draw(st.sampled_from([None, *get_args(CountedGroup)]))
            partial = draw(st.booleans())
            found.append(Count(kind=kind, min=least, max=most, start=start, end=end, of=of, partial=partial))
        return tuple(found)

    def sites() -> tuple[Site, ...]:
        found = []
        for place in draw(st.lists(st.sampled_from(places), max_size=2, unique=True)) if places else ():
            start, end = draw(spans(text))
            relation = draw(st.sampled_from(get_args(SiteRelation)))
            found.append(Site(place=place, relation=relation, start=start, end=end))
        return tuple(found)

    def interval() -> Interval | None:
        first, last = sorted((draw(DAYS), draw(DAYS)))
        return draw(st.sampled_from([None, Interval(earliest=first, latest=last)]))

    roles = tuple(
        Role(
            id=f"r{n}",
            person=draw(st.sampled_from(people)),
            title=draw(NAMES),
            category=draw(st.sampled_from(ROLE_CATEGORIES)),
            organization=draw(st.sampled_from([None, *bodies])),
            status=draw(st.sampled_from(get_args(Status))),
            evidence=draw(spans(text)),
            confidence=draw(CONFIDENCES),
            rule="rule:test",
            start=draw(st.sampled_from([None, *TIMEX_VALUES])),
            until=draw(st.sampled_from([None, *TIMEX_VALUES])),
        )
        for n in range(draw(st.integers(0, 3)) if people else 0)
    )

    def some_roles() -> tuple[str, ...]:
        return tuple(role.id for role in roles if draw(st.booleans()))

    events = tuple(
        Event(
            id=f"v{n}",
            type=draw(st.sampled_from(EVENT_CLASSES)),
            trigger=draw(spans(text)),
            participants=parties(),
            date=draw(timexes),
            when=interval(),
            places=tuple(draw(st.lists(st.sampled_from(places), max_size=2, unique=True)) if places else ()),
            modality=draw(st.sampled_from(get_args(Modality))),
            polarity=draw(st.sampled_from(get_args(Polarity))),
            source=draw(st.sampled_from([None, *anyone])),
            incident=draw(st.sampled_from([None, "i1"])),
            counts=counts(),
            sites=sites(),
            opens=some_roles(),
            closes=some_roles(),
            evidence=draw(spans(text)),
            confidence=draw(CONFIDENCES),
            rule="rule:test",
        )
        for n in range(draw(st.integers(0, 3)))
    )
    statements = tuple(
        Statement(
            id=f"s{n}",
            speaker=draw(st.sampled_from([None, *anyone])),
            speaker_span=draw(st.one_of(st.none(), spans(text))),
            cue=draw(st.one_of(st.none(), spans(text))),
            content=draw(spans(text)),
            direct=draw(st.booleans()),
            date=draw(timexes),
            confidence=draw(CONFIDENCES),
            rule="rule:test",
        )
        for n in range(draw(st.integers(0, 2)))
    )
    parts = tuple(
        Containment(
            id=f"p{n}",
            part=part,
            whole=whole,
            evidence=draw(spans(text)),
            confidence=draw(CONFIDENCES),
            rule="rule:test",
        )
        for n, (part, whole) in enumerate(pairwise(places or bodies))
    )
    return Extraction(
        article=about,
        entities=things,
        dates=dates,
        roles=roles,
        events=events,
        statements=statements,
        parts=parts,
        model="en_core_web_md 3.8.0",
        software="conflict-kg 0.1.0",
    )
