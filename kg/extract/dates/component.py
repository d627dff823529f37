"""The component kg_dates: finds temporal expressions and gives them TIMEX3 types and values."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract import annotations
from kg.extract.dates.absolute import absolute_rules
from kg.extract.dates.clock import clock_rules
from kg.extract.dates.context import captions, day_of_writing, is_story, years_given
from kg.extract.dates.coordination import COORDINATIONS
from kg.extract.dates.grammar import Item, Layer, rows
from kg.extract.dates.guards import plausible, without_article
from kg.extract.dates.joins import DAYS, DISTANCES, MODIFIERS, TIMES
from kg.extract.dates.lengths import length_rules
from kg.extract.dates.relative import relative_rules
from kg.extract.dates.resolve import Resolver
from kg.extract.dates.tense import Governed


@cache
def cascade() -> tuple[Layer, ...]:
    """Return the layers of the grammar, compiled once."""
    first = [*absolute_rules(), *relative_rules(), *clock_rules(), *length_rules()]
    later = (COORDINATIONS, DAYS, TIMES, MODIFIERS, DISTANCES)
    return Layer(first), *(Layer(rules) for rules in later)


def expressions(doc: Doc) -> list[Item]:
    """Return the temporal expressions of a Doc in text order, unresolved."""
    found = []
    for row in rows(doc):
        items = row
        for layer in cascade():
            items = layer.rewritten(doc, items)
        found += [without_article(doc, item) for item in items if item.meaning is not None and plausible(doc, item)]
    return found


@Language.component(
    "kg_dates",
    requires=["token.tag", "token.pos", "token.dep", "token.lemma", "token.ent_type"],
    assigns=["doc.spans"],
)
def dates(doc: Doc) -> Doc:
    """Put the temporal expressions of a Doc into the span group DATES."""
    items = expressions(doc)
    now = day_of_writing(doc, items, doc._.kg_published)
    resolver = Resolver(now=now, story=now is None and is_story(items), years=years_given(items))
    pictures = captions(doc, items)
    spans = []
    for number, item in enumerate(items):
        assert item.meaning is not None  # noqa: S101 - `expressions` keeps none without a meaning
        setting = Governed(doc, item.start, item.end)
        if number in pictures:
            timex = resolver.aside(item.meaning, setting, now=pictures[number])
        else:
            timex = resolver.read(item.meaning, setting)
        spans.append(Span(doc, item.start, item.end, label=timex.type, kb_id=timex.value, span_id=f"t{number + 1}"))
    annotations.set_spans(doc, annotations.DATES, spans)
    return doc
