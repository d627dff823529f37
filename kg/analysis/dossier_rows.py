"""Rows of the queries `page-dossier-*` as records: each query is asked once for the whole graph."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kg.analysis.dossier_records import Article, Claim, Joined, Part, Post, Proof, Ref, Toll
from kg.analysis.overview import KINDS
from kg.queries import load, run
from kg.store import Store, Value

type Row = Mapping[str, Value | None]

_KEY = re.compile(r"[^/#:]*$")


def rows_of(store: Store, name: str) -> list[dict[str, Value | None]]:
    """Return the rows of the named query `name`."""
    return run(store, load(name)).dicts()


def by_key[T](rows: Iterable[Row], key: str, make: Callable[[Row], T]) -> dict[str, list[T]]:
    """Return what `make` makes of each row, without doubles, by the column `key`."""
    found: dict[str, dict[T, None]] = defaultdict(dict)
    for row in rows:
        if row[key] is not None:
            found[str(row[key])][make(row)] = None
    return defaultdict(list, {iri: list(values) for iri, values in found.items()})


def text(value: Value | None) -> str:
    """Return a value as text, a date as ISO 8601, "" where there is none."""
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def local(iri: Value | None) -> str:
    """Return the part of an IRI after its last # or /."""
    return text(iri).replace("#", "/").rpartition("/")[2]


def number(value: Value | None) -> int:
    """Return a whole number, 0 where there is none."""
    return value if isinstance(value, int) else 0


def key_of(iri: str) -> str:
    """Return what `kg different` calls an entity, a name or a report.

    >>> key_of("https://example.org/id/name-person-mira-solen")
    'person-mira-solen'
    """
    found = _KEY.search(iri)
    return (found[0] if found else iri).removeprefix("name-").removeprefix("event-")


def articles(store: Store) -> dict[str, Article]:
    """Return every article by its IRI, the earliest first."""
    found: dict[str, Article] = {}
    for row in rows_of(store, "page-dossier-articles"):
        iri = str(row["article"])
        columns = ("identifier", "sha256", "headline", "outlet", "publisher", "published", "url", "copies")
        found.setdefault(iri, Article(iri=iri, **{column: text(row[column]) for column in columns}))
    return found


class Things:
    """People, bodies and places by IRI, with what else they are called and where they lie."""

    def __init__(self, store: Store) -> None:
        """Read them from `store`."""
        self.refs: dict[str, Ref] = {}
        self.types: dict[str, str] = {}
        self._more: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for row in rows_of(store, "page-dossier-things"):
            iri, class_ = str(row["thing"]), local(row["class"])
            self.refs.setdefault(iri, Ref(iri=iri, name=str(row["name"]), kind=KINDS.get(class_, "organization")))
            self.types.setdefault(iri, class_)
            if row["relation"] is not None:
                self._more[iri, local(row["relation"])][text(row["value"])] = None

    def aliases(self, iri: str) -> tuple[str, ...]:
        """Return what else the thing is called."""
        return tuple(self._more.get((iri, "altLabel"), ()))

    def matches(self, iri: str) -> tuple[str, ...]:
        """Return its entries in other catalogues."""
        return tuple(self._more.get((iri, "exactMatch"), ()))

    def within(self, iri: str) -> tuple[Ref, ...]:
        """Return the country or larger place that it lies in or belongs to."""
        return tuple(self.refs[whole] for whole in self._more.get((iri, "isPartOf"), ()) if whole in self.refs)

    def some(self, iri: Value | None) -> tuple[Ref, ...]:
        """Return the thing `iri` alone, or nothing when it is none."""
        return (self.refs[str(iri)],) if iri is not None and str(iri) in self.refs else ()

    def one(self, iri: Value | None) -> Ref | None:
        """Return the thing `iri`, None when it is none."""
        return next(iter(self.some(iri)), None)


def proof(row: Row, known: Mapping[str, Article], *, fact: str) -> Proof:
    """Return the sentence of the fact in the column `fact`."""
    confidence = row["confidence"]
    return Proof(
        fact=local(row[fact]),
        text=text(row["sentence"]),
        confidence=float(confidence) if isinstance(confidence, int | float) else 0.0,
        rule=text(row["rule"]),
        article=known[str(row["article"])],
    )


def posts(store: Store, things: Things, known: Mapping[str, Article]) -> dict[str, Post]:
    """Return every report of a post by its IRI."""
    found: dict[str, Post] = {}
    for row in rows_of(store, "page-dossier-posts"):
        person = things.one(row["person"])
        if person is not None and str(row["article"]) in known:
            post = Post(
                person=person,
                body=things.one(row["organization"]),
                title=text(row["title"]),
                status=local(row["status"]),
                since=text(row["since"]),
                until=text(row["until"]),
                proof=proof(row, known, fact="post"),
            )
            found.setdefault(str(row["post"]), post)
    return found


def tolls(store: Store) -> dict[str, list[Toll]]:
    """Return the tolls by happening."""
    return by_key(
        rows_of(store, "page-tolls"),
        "happening",
        lambda row: Toll(
            figure=text(row["figure"]),
            of=text(row["of"]),
            low=number(row["low"]),
            best=number(row["best"]),
            high=number(row["high"]),
        ),
    )


def claims(store: Store, things: Things, reports: Mapping[str, Proof]) -> dict[str, list[Claim]]:
    """Return the figures by happening, each with the sentence of its report."""
    speakers: dict[str, dict[Ref, None]] = defaultdict(dict)
    firsts: dict[str, Row] = {}
    for row in rows_of(store, "page-dossier-claims"):
        if str(row["report"]) in reports:
            firsts.setdefault(str(row["claim"]), row)
            speakers[str(row["claim"])] |= dict.fromkeys(things.some(row["speaker"]))
    return by_key(
        firsts.values(),
        "happening",
        lambda row: Claim(
            figure=text(row["figure"]),
            of=text(row["of"]),
            least=number(row["least"]),
            most=row["most"] if isinstance(row["most"], int) else None,
            partial=row["partial"] is True,
            speakers=tuple(speakers[str(row["claim"])]),
            proof=reports[str(row["report"])],
        ),
    )


def joins(store: Store) -> dict[str, list[Joined]]:
    """Return the joins by the thing or happening that they made, the surest first."""
    sides: dict[str, dict[str, str]] = defaultdict(dict)
    firsts: dict[str, Row] = {}
    for row in rows_of(store, "page-dossier-joins"):
        firsts.setdefault(str(row["join"]), row)
        sides[str(row["join"])].setdefault(key_of(str(row["of"])), text(row["words"]))
    found = by_key(
        firsts.values(),
        "into",
        lambda row: Joined(
            score=float(str(row["score"])),
            reason=text(row["reason"]),
            rule=text(row["rule"]),
            sides=tuple(sides[str(row["join"])].items()),
        ),
    )
    for made in found.values():
        made.sort(key=lambda one: (-one.score, one.sides))
    return found


def parts(store: Store, things: Things, known: Mapping[str, Article]) -> list[Part]:
    """Return what belongs to what, by name."""
    found = [
        Part(part=part, whole=whole, proof=proof(row, known, fact="fact"))
        for row in rows_of(store, "page-dossier-parts")
        if (part := things.one(row["part"])) is not None
        and (whole := things.one(row["whole"])) is not None
        and str(row["article"]) in known
    ]
    return sorted(found, key=lambda one: (one.whole.name, one.part.name, one.proof.article.published, one.proof.fact))
