"""Draw facts at random from what kg reads, and print each so that a person can judge it against its sentence.

    python benchmarks/sample_facts.py articles.jsonl --kind events --number 40 --seed 1
    kg extract articles.jsonl > records.jsonl
    python benchmarks/sample_facts.py records.jsonl --kind roles --json

PATH is what `kg build` reads, or a file that `kg extract` wrote. The lots are drawn by the place of the fact in its
article, so that a fact found again by a changed kg is drawn again.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kg.articles import read_articles
from kg.extract.extractor import Extractor
from kg.records import Article, Count, Event, Extraction, Role, Span, Statement, Timex
from kg.records.exchange import from_json

KINDS = ("roles", "events", "statements", "dates")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘(]?[A-Z])|\n+")
_LONGEST = 900
"""Characters of a passage that is printed; an unending sentence is cut on both sides."""

type Fact = Role | Event | Statement | Timex


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Words of the text that a fact rests on, and what they are in it."""

    name: str
    span: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One fact, ready for judging: its passage with its parts marked, and its fields in words.

    `at` is where its trigger, its content or its evidence begins in the text.
    """

    kind: str
    article: str
    published: str | None
    at: int
    passage: str
    fields: tuple[tuple[str, str], ...] = field(default=())


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="articles in any form that kg build reads, or records")
    parser.add_argument("--kind", choices=(*KINDS, "all"), default="all")
    parser.add_argument("--number", type=int, default=40, help="how many facts of each kind")
    parser.add_argument("--seed", default="1", help="another seed draws other facts")
    parser.add_argument("--min-confidence", type=float, default=0.0, metavar="X", help="only facts at least so sure")
    parser.add_argument("--json", action="store_true", help="one object a fact")
    options = parser.parse_args()
    extractions = list(chain.from_iterable(read_records(path) for path in options.paths))
    for kind in KINDS if options.kind == "all" else (options.kind,):
        for number, (extraction, fact) in enumerate(
            draw(extractions, kind, number=options.number, seed=options.seed, least=options.min_confidence), start=1
        ):
            shown = show(extraction, fact)
            print(json.dumps(_as_mapping(shown), ensure_ascii=False) if options.json else _as_text(shown, number))


def read_records(path: str) -> Iterator[Extraction]:
    """Yield the records in `path`, or read the articles in it."""
    if path.endswith(".jsonl"):
        with Path(path).open(encoding="utf-8") as lines:
            first = next((line for line in lines if line.strip()), "{}")
            if "article" in json.loads(first):
                yield from (from_json(line) for line in chain([first], lines) if line.strip())
                return
    articles = (item for item in read_articles([path]) if isinstance(item, Article))
    yield from Extractor().extract(articles)


def draw(
    extractions: list[Extraction], kind: str, *, number: int, seed: str, least: float
) -> list[tuple[Extraction, Fact]]:
    """Return `number` facts of `kind`, every fact as likely as any other."""
    facts = [
        (extraction, fact)
        for extraction in extractions
        for fact in getattr(extraction, kind)
        if getattr(fact, "confidence", 1.0) >= least
    ]

    def lot(drawn: tuple[Extraction, Fact]) -> str:
        extraction, fact = drawn
        return hashlib.sha256(f"{seed} {kind} {extraction.article.id} {_place(fact)}".encode()).hexdigest()

    return sorted(facts, key=lot)[:number]


def show(extraction: Extraction, fact: Fact) -> Shown:
    """Return `fact` with its fields in words and its parts marked in the passage it rests on."""
    names = {entity.id: f"{entity.name} ({entity.type})" for entity in extraction.entities}
    dates = {timex.id: timex for timex in extraction.dates}
    if isinstance(fact, Role):
        parts, fields, core = _role(fact, names)
    elif isinstance(fact, Event):
        parts, fields, core = _event(fact, names, dates, extraction)
    elif isinstance(fact, Statement):
        parts, fields, core = _statement(fact, names, dates)
    else:
        parts, fields, core = _timex(fact)
    return Shown(
        kind=type(fact).__name__,
        article=extraction.article.id,
        published=extraction.article.published,
        at=_start(fact),
        passage=_passage(extraction.article.text, parts, core),
        fields=tuple(fields),
    )


type _Described = tuple[list[Part], list[tuple[str, str]], Span]


def _role(role: Role, names: dict[str, str]) -> _Described:
    fields = [
        ("person", names[role.person]),
        ("title", f"{role.title} ({role.category})"),
        ("organization", names[role.organization] if role.organization else "-"),
        ("status", role.status),
        ("from, until", f"{role.start or '-'}, {role.until or '-'}"),
        *_how(role),
    ]
    return [], fields, role.evidence


def _event(event: Event, names: dict[str, str], dates: dict[str, Timex], extraction: Extraction) -> _Described:
    text = extraction.article.text
    parts = [Part(name=event.type, span=event.trigger)]
    fields = [("type", f"{event.type}: {text[slice(*event.trigger)]}")]
    for party in event.participants:
        parts.append(Part(name=party.role, span=Span(party.start, party.end)))
        who = names[party.entity] if party.entity else "no entity"
        fields.append((party.role, f"{text[party.start : party.end]!r} = {who}"))
    if event.date:
        timex = dates[event.date]
        parts.append(Part(name="date", span=Span(timex.start, timex.end)))
        fields.append(("date", f"{text[timex.start : timex.end]!r} = {timex.value}"))
    if event.when:
        fields.append(("when", f"{event.when.earliest} to {event.when.latest}"))
    relations = {site.place: site.relation for site in event.sites}
    fields += [("place", " ".join(filter(None, (relations.get(place), names[place])))) for place in event.places]
    fields.append(("reality", f"{event.modality}, {event.polarity}"))
    if event.source:
        fields.append(("source", names[event.source]))
    for count in event.counts:
        parts.append(Part(name=count.kind, span=Span(count.start, count.end)))
        fields.append(("count", _figure(count)))
    others = [text[slice(*other.trigger)] for other in extraction.events if _together(event, other)]
    if others:
        fields.append(("same happening as", ", ".join(others)))
    return parts, [*fields, *_how(event)], event.evidence


def _together(one: Event, other: Event) -> bool:
    return one.incident is not None and one.incident == other.incident and one.id != other.id


def _figure(count: Count) -> str:
    most = "or more" if count.max is None else f"to {count.max}"
    return f"{count.kind} {count.min} {most}{f' {count.of}' if count.of else ''}{', part' if count.partial else ''}"


def _statement(statement: Statement, names: dict[str, str], dates: dict[str, Timex]) -> _Described:
    parts = [Part(name="content", span=statement.content)]
    if statement.speaker_span:
        parts.append(Part(name="speaker", span=statement.speaker_span))
    if statement.cue:
        parts.append(Part(name="cue", span=statement.cue))
    fields = [
        ("speaker", names[statement.speaker] if statement.speaker else "-"),
        ("direct", "yes" if statement.direct else "no"),
        ("date", dates[statement.date].value if statement.date else "-"),
        *_how(statement),
    ]
    return parts, fields, statement.content


def _timex(timex: Timex) -> _Described:
    span = Span(timex.start, timex.end)
    return [Part(name="date", span=span)], [("value", f"{timex.type} {timex.value}")], span


def _how(fact: Role | Event | Statement) -> list[tuple[str, str]]:
    return [("rule", f"{fact.rule}, confidence {fact.confidence:.2f}")]


def _place(fact: Fact) -> str:
    """Return where a fact stands and what distinguishes it from another one there."""
    if isinstance(fact, Role):
        return f"{_start(fact)} {fact.title}"
    if isinstance(fact, Event):
        return f"{_start(fact)} {fact.type}"
    if isinstance(fact, Statement):
        return f"{_start(fact)} {fact.rule}"
    return str(_start(fact))


def _start(fact: Fact) -> int:
    if isinstance(fact, Role):
        return fact.evidence.start
    if isinstance(fact, Event):
        return fact.trigger.start
    return fact.content.start if isinstance(fact, Statement) else fact.start


def _passage(text: str, parts: list[Part], core: Span) -> str:
    """Return the sentences that hold `core` and the parts near it, with the parts in brackets."""
    near = [part for part in parts if part.span.start < core.end + _LONGEST and core.start < part.span.end + _LONGEST]
    first = min([core.start, *(part.span.start for part in near)])
    last = max([core.end, *(part.span.end for part in near)])
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, first + 1)), default=0)
    after = _SENTENCE_END.search(text, max(last - 1, 0))
    end = after.start() + 1 if after else len(text)
    start, end = max(start, core.start - _LONGEST), min(end, core.end + _LONGEST)
    marks = [(part.span.start, 1, f"[{part.name}: ") for part in near]
    marks += [(part.span.end, 0, "]") for part in near]
    shown, at = [], start
    for position, _, mark in sorted(marks):
        if start <= position <= end:
            shown += [text[at:position], mark]
            at = position
    return " ".join("".join([*shown, text[at:end]]).split())


def _as_text(shown: Shown, number: int) -> str:
    lines = [f"{number}. {shown.kind} in {shown.article}, published {shown.published}", f"   {shown.passage}"]
    return "\n".join([*lines, *(f"     {name}: {value}" for name, value in shown.fields), ""])


def _as_mapping(shown: Shown) -> dict[str, object]:
    return {
        "kind": shown.kind,
        "article": shown.article,
        "published": shown.published,
        "at": shown.at,
        "passage": shown.passage,
        "fields": [list(pair) for pair in shown.fields],
    }


if __name__ == "__main__":
    main()
