"""One small article with its facts, written by hand: what the tests of graph, store and queries build on."""

from datetime import date
from hashlib import sha256

from kg.records import (
    Article,
    Count,
    Entity,
    Event,
    Extraction,
    Interval,
    Participant,
    Role,
    Span,
    Statement,
    Timex,
)

TEXT = (
    "Mira Solen, the former defense minister who now chairs Velmora's Security Council, will lead the delegation at "
    "talks with Ostrava in Brenn on Wednesday, the presidential office said. "
    "On Monday, Ostravan drones hit a market in Brenn, killing at least 12 people. "
    '"We will not leave the table," Solen said.'
)


def span(words: str, *, after: str = "") -> Span:
    """Return where `words` stand in TEXT, the first time after `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def article(**changes: str | None) -> Article:
    """Return the article, with other values where `changes` names them."""
    values = {
        "id": "sample-1",
        "text": TEXT,
        "title": "Delegation named for Brenn talks",
        "url": "https://wire.example/2025/07/22/talks",
        "publisher": "Example Wire",
        "published": "2025-07-22",
        **changes,
    }
    return Article(**values, sha256=sha256(str(values["text"]).encode()).hexdigest())  # type: ignore[arg-type]


def sentence(number: int) -> Span:
    """Return the span of the first, second or third sentence of TEXT."""
    starts = [0, TEXT.index("On Monday"), TEXT.index('"We will')]
    ends = [starts[1] - 1, starts[2] - 1, len(TEXT)]
    return Span(starts[number], ends[number])


def extraction(**changes: str | None) -> Extraction:
    """Return every fact of TEXT; `changes` are those of `article`."""
    talks, strike = span("talks"), span("hit")
    return Extraction(
        article=article(**changes),
        entities=(
            Entity(id="e1", type="Person", name="Mira Solen", aliases=("Solen",), mentions=(span("Mira Solen"),)),
            Entity(id="e2", type="Country", name="Velmora", country="VX", mentions=(span("Velmora"),)),
            Entity(
                id="e3",
                type="GovernmentBody",
                name="Security Council",
                country="VX",
                mentions=(span("Security Council"),),
            ),
            Entity(id="e4", type="Country", name="Ostrava", country="OX", mentions=(span("Ostrava"),)),
            Entity(
                id="e5",
                type="Place",
                name="Brenn",
                same_as=("https://sws.geonames.org/9000001/",),
                mentions=(span("Brenn"), span("Brenn", after="market")),
                lat=48.5,
                lon=35.25,
                precision="city",
                country="VX",
            ),
            Entity(
                id="e6",
                type="GovernmentBody",
                name="presidential office",
                country="VX",
                mentions=(span("presidential office"),),
            ),
            Entity(id="e7", type="Weapon", name="drone", mentions=(span("drones"),)),
            Entity(id="e8", type="Group", name="people", mentions=(span("people"),)),
        ),
        dates=(
            Timex(id="t1", start=span("Wednesday").start, end=span("Wednesday").end, type="DATE", value="2025-07-23"),
            Timex(id="t2", start=span("Monday").start, end=span("Monday").end, type="DATE", value="2025-07-21"),
        ),
        roles=(
            Role(
                id="r1",
                person="e1",
                title="defense minister",
                category="Minister",
                organization="e2",
                status="former",
                evidence=sentence(0),
                confidence=0.95,
                rule="apposition",
            ),
            Role(
                id="r2",
                person="e1",
                title="chairs",
                category="Head",
                organization="e3",
                status="current",
                evidence=sentence(0),
                confidence=0.9,
                rule="relative-clause:head",
                start="2025-07",
            ),
        ),
        events=(
            Event(
                id="v1",
                type="Talks",
                trigger=talks,
                participants=(
                    Participant(role="participant", entity="e2", start=span("Velmora").start, end=span("Velmora").end),
                    Participant(role="participant", entity="e4", start=span("Ostrava").start, end=span("Ostrava").end),
                ),
                date="t1",
                when=Interval(earliest=date(2025, 7, 23), latest=date(2025, 7, 23)),
                places=("e5",),
                modality="planned",
                polarity="positive",
                source="e6",
                incident=None,
                counts=(),
                evidence=sentence(0),
                confidence=0.9,
                rule="noun:talks",
            ),
            Event(
                id="v2",
                type="DroneStrike",
                trigger=strike,
                participants=(
                    Participant(role="actor", entity="e4", start=span("Ostravan").start, end=span("Ostravan").end),
                    Participant(role="instrument", entity="e7", start=span("drones").start, end=span("drones").end),
                    Participant(role="target", entity=None, start=span("a market").start, end=span("a market").end),
                ),
                date="t2",
                when=Interval(earliest=date(2025, 7, 21), latest=date(2025, 7, 21)),
                places=("e5",),
                modality="actual",
                polarity="positive",
                source=None,
                incident="i1",
                counts=(),
                evidence=sentence(1),
                confidence=0.85,
                rule="verb:hit",
            ),
            Event(
                id="v3",
                type="Killing",
                trigger=span("killing"),
                participants=(
                    Participant(role="actor", entity="e4", start=span("Ostravan").start, end=span("Ostravan").end),
                    Participant(role="victim", entity="e8", start=span("people").start, end=span("people").end),
                ),
                date="t2",
                when=Interval(earliest=date(2025, 7, 21), latest=date(2025, 7, 21)),
                places=("e5",),
                modality="actual",
                polarity="positive",
                source=None,
                incident="i1",
                counts=(Count(kind="killed", min=12, max=None, start=span("12").start, end=span("12").end),),
                evidence=sentence(1),
                confidence=0.85,
                rule="verb:kill",
            ),
        ),
        statements=(
            Statement(
                id="s1",
                speaker="e1",
                speaker_span=span("Solen", after='table,"'),
                cue=span("said", after='table,"'),
                content=span("We will not leave the table,"),
                direct=True,
                date=None,
                confidence=0.95,
                rule="quote:after",
            ),
        ),
        model="en_core_web_md 3.8.0",
        software="conflict-kg 0.1.0",
    )
