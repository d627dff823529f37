"""What happened or would happen, when and where, and who held which post: for pages and charts along time and space.

happenings(store) -> one Occurrence for each merged happening, with its parties, places and sentences
tenures(store)    -> one Holding for each post that a person held, with what is known of its beginning and end
areas(store)      -> one Area for each place of a happening: coordinates with how precise they are
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.analysis.network import Evidence
from kg.queries import load, run
from kg.store import Store, Value
from kg.vocabulary import PREFIXES

type Row = Mapping[str, Value | None]

MONTHS = 12
_EDTF = re.compile(r"(?P<year>\d{2}[\dX]{2})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")
_POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Who takes part in a happening: `role` as the ontology calls it ("actor"), `name` as the graph does."""

    iri: str
    name: str
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where a happening was: in a place, or (`relation`: "near", "northOf" ...) at it but not in it."""

    iri: str
    name: str
    relation: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One merged happening; `earliest` and `latest` are ISO days, both empty when no report dates it."""

    iri: str
    type: str
    earliest: str
    latest: str
    modality: str
    polarity: str
    parties: tuple[Party, ...]
    spots: tuple[Spot, ...]
    evidence: tuple[Evidence, ...]

    @property
    def confidence(self) -> float:
        """Return that of its surest report."""
        return max((item.confidence for item in self.evidence), default=0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Holding:
    """One person's time in a post, as ISO days; what no report shows is empty.

    It was held on `first` and on `last`; it may have begun as early as `earliest` and ended as late as `latest`.
    """

    iri: str
    person: str
    name: str
    title: str
    body: str
    first: str
    last: str
    earliest: str
    latest: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """A place: `precision` says what its coordinates stand for; without coordinates they are None and it is empty."""

    iri: str
    name: str
    within: str
    kind: str
    longitude: float | None
    latitude: float | None
    precision: str


def happenings(store: Store) -> tuple[Occurrence, ...]:
    """Return every merged happening in `store`, the earliest first, those without a date last."""
    names = {str(row["thing"]): str(row["name"]) for row in reversed(_rows(store, "network-things"))}
    relations: dict[tuple[str, str], str] = {
        (str(row["happening"]), str(row["place"])): str(row["relation"])
        for row in reversed(_rows(store, "page-map-sites"))
    }
    parties: dict[str, list[Party]] = defaultdict(list)
    spots: dict[str, list[Spot]] = defaultdict(list)
    for row in _rows(store, "network-parties"):
        event, thing, role = str(row["happening"]), str(row["thing"]), _local(row["role"])
        if role == "hasPlace":
            spots[event].append(Spot(iri=thing, name=names.get(thing, ""), relation=relations.get((event, thing), "")))
        elif thing in names:
            parties[event].append(Party(iri=thing, name=names[thing], role=role))
    found = [
        Occurrence(
            iri=iri,
            type=_local(first["class"]),
            earliest=_text(first["earliest"]),
            latest=_text(first["latest"]),
            modality=_local(first["modality"]),
            polarity=_local(first["polarity"]),
            parties=tuple(parties[iri]),
            spots=tuple(spots[iri]),
            evidence=evidence,
        )
        for iri, first, evidence in _grouped(_rows(store, "network-happenings"), "happening")
    ]
    return tuple(sorted(found, key=lambda one: (one.earliest == "", one.earliest, one.latest, one.type, one.iri)))


def tenures(store: Store) -> tuple[Holding, ...]:
    """Return every post that `store` shows somebody in and of which any date is known, by person."""
    found = []
    for iri, row, evidence in _grouped(_rows(store, "page-tenures"), "tenure"):
        since, until = days(_text(row["since"])), days(_text(row["until"]))
        known = [day for day in (*since, *until, _text(row["first_held"]), _text(row["last_held"])) if day]
        if ended := _text(row["ended_before"]):
            known.append(ended)
        if not known:
            continue
        first = _text(row["first_held"]) or since[1] or min(known)
        last = _text(row["last_held"]) or until[0] or first
        found.append(
            Holding(
                iri=iri,
                person=str(row["person"]),
                name=str(row["name"]),
                title=str(row["title"]),
                body=_text(row["body"]),
                first=min(first, last),
                last=max(first, last),
                earliest=min(known),
                latest=max(known),
                evidence=evidence,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.name, one.earliest, one.title, one.iri)))


def areas(store: Store) -> tuple[Area, ...]:
    """Return every place that a happening in `store` was at, by name."""
    found: dict[str, Area] = {}
    for row in _rows(store, "page-map-places"):
        iri = str(row["place"])
        point = _POINT.fullmatch(_text(row["point"]))
        found.setdefault(
            iri,
            Area(
                iri=iri,
                name=str(row["name"]),
                within=_text(row["within"]),
                kind="country" if row["class"] == PREFIXES["ckg"] + "Country" else "place",
                longitude=float(point[1]) if point else None,
                latitude=float(point[2]) if point else None,
                precision=_text(row["precision"]) if point else "",
            ),
        )
    return tuple(found.values())


def days(value: str) -> tuple[str, str]:
    """Return the first and the last day that an EDTF date can mean, both empty when it names no year.

    >>> days("2025-02"), days("2024/2025-03-09"), days("198X"), days("2025-22")
    (('2025-02-01', '2025-02-28'), ('2024-01-01', '2025-03-09'), ('1980-01-01', '1989-12-31'), \
('2025-01-01', '2025-12-31'))
    """
    if "/" in value:
        begin, _, end = value.partition("/")
        return days(begin)[0] or days(end)[0], days(end)[1] or days(begin)[1]
    found = _EDTF.match(value)
    if not found:
        return "", ""
    year, month, day = found["year"], found["month"], found["day"]
    if "X" in year or not month or not 1 <= int(month) <= MONTHS:  # seasons and quarters: the year is what is sure
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    last = calendar.monthrange(int(year), int(month))[1]
    return f"{year}-{month}-{day or '01'}", f"{year}-{month}-{day or last}"


def _rows(store: Store, name: str) -> list[dict[str, Value | None]]:
    return run(store, load(name)).dicts()


def _grouped(rows: Iterable[Row], key: str) -> list[tuple[str, Row, tuple[Evidence, ...]]]:
    """Return for each value of the column `key` its first row and the sentences of all its rows, the surest first."""
    first: dict[str, Row] = {}
    sentences: dict[str, set[Evidence]] = defaultdict(set)
    for row in rows:
        iri = str(row[key])
        first.setdefault(iri, row)
        sentences[iri].add(_evidence(row))
    return [
        (
            iri,
            row,
            tuple(sorted(sentences[iri], key=lambda one: (-one.confidence, one.published, one.article, one.text))),
        )
        for iri, row in first.items()
    ]


def _evidence(row: Row) -> Evidence:
    confidence = row["confidence"]
    return Evidence(
        text=_text(row["sentence"]),
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
        article=_text(row["article"]),
        headline=_text(row["headline"]),
        publisher=_text(row["publisher"]),
        published=_text(row["published"]),
        url=_text(row["url"]),
    )


def _text(value: Value | None) -> str:
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _local(iri: Value | None) -> str:
    return str(iri).replace("#", "/").rpartition("/")[2]
