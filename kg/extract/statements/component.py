"""The component kg_statements: run the rules, look up entities and dates, keep the rows on the Doc."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import StatementRow
from kg.extract.statements.carrying import carry
from kg.extract.statements.direct import find_direct, find_mixed
from kg.extract.statements.finding import Finding, confidence
from kg.extract.statements.lines import find_labelled, find_signed
from kg.extract.statements.naming import Named, Naming
from kg.extract.statements.reported import find_reported
from kg.extract.statements.sources import find_sources
from kg.extract.statements.text import Text, read_text

_FEW = 10
"""A quotation of fewer tokens, marks included, can be a part of a sentence that tells of another's words."""
_NAMED_BY_FORM = frozenset({"according", "label:before", "label:after"})
"""Rules by which whatever words stand there speak."""
_FRAGMENT = 4
"""Fewer quoted words within a reported clause make no statement of their own."""


@Language.component("kg_statements", assigns=["doc._.kg_statements"], requires=["doc.spans", "token.dep", "token.tag"])
def statements(doc: Doc) -> Doc:
    """Find who said what and keep it as `doc._.kg_statements`, in text order."""
    text = read_text(doc)
    naming = Naming(text)
    doc._.kg_statements = [row for finding in find_statements(text) for row in _rows(text, finding, naming)]
    return doc


def find_statements(text: Text) -> list[Finding]:
    """Return all statements of a text in the order of their content."""
    direct = find_direct(text)
    direct.update(find_signed(text, set(direct)))
    used = {finding.cue[0] for finding in direct.values() if finding.cue is not None}
    others = [*find_mixed(text, direct), *find_reported(text, used), *find_sources(text), *find_labelled(text)]
    others = sorted((_with_whole_quotes(text, finding) for finding in others), key=lambda f: f.content)
    others = [finding for finding in others if not _is_thought_told(text, finding, others)]
    direct = {number: finding for number, finding in direct.items() if not _is_told_on(text, number, finding, others)}
    quoted = {**direct, **carry(text, direct, others)}
    fragments = _fragments(text, quoted, others)
    return sorted([*quoted.values(), *others, *fragments], key=lambda f: (f.content, f.cue or (0, 0)))


def _is_thought_told(text: Text, finding: Finding, others: list[Finding]) -> bool:
    """Tell "he believed it was lost" in "the diplomat said he believed it was lost": one statement is enough."""
    if finding.cue is None or text.kind_at(finding.cue[0]) not in ("believe", "show"):
        return False
    cue, start = finding.cue[0], finding.speaker.start if finding.speaker is not None else finding.cue[0]
    return any(f is not finding and f.content[0] <= start <= f.content[0] + 1 and cue < f.content[1] for f in others)


def _is_told_on(text: Text, number: int, finding: Finding, others: list[Finding]) -> bool:
    """Tell a few words of another within a sentence: `He told him it was ready “at any hour,” the ministry said`."""
    quote = text.quotes[number]
    if finding.rule != "quote:after" or quote.end - quote.start > _FEW:
        return False
    return any(
        f.cue is not None
        and f.cue != finding.cue
        and f.cue[1] <= f.content[0] < quote.start
        and quote.end <= f.content[1]
        for f in others
    )


def _with_whole_quotes(text: Text, finding: Finding) -> Finding:
    """Let what was said end after a quotation that begins in it; mark it as direct where it is a quotation."""
    start, end = finding.content
    last = text.quote_at[end - 1]
    if last >= 0 and text.quotes[last].start >= start:
        end = max(end, text.quotes[last].end)
    first = text.quote_at[start]
    if first >= 0 and text.quotes[first].start == start - 1 and end >= text.quotes[first].end - 1:
        start, end = start - 1, max(end, text.quotes[first].end)
    direct = finding.direct or any((quote.start, quote.end) == (start, end) for quote in text.quotes)
    return replace(finding, content=(start, end), direct=direct)


def _fragments(text: Text, quoted: dict[int, Finding], others: list[Finding]) -> Iterator[Finding]:
    """Yield the speaker's own words within reported clauses."""
    for number, quote in enumerate(text.quotes):
        if number in quoted or quote.end - quote.start < _FRAGMENT + 2:
            continue
        holders = [f for f in others if f.content[0] <= quote.start and quote.end <= f.content[1]]
        if holders and not any(f.content == (quote.start, quote.end) for f in holders):
            inner = min(holders, key=lambda f: f.content[1] - f.content[0])
            yield replace(inner, content=(quote.start, quote.end), direct=True, rule="quote:part")


def _is_pronoun(text: Text, speaker: Named) -> bool:
    return speaker.span is not None and text.doc[speaker.span[1] - 1].pos_ == "PRON"


def _rows(text: Text, finding: Finding, naming: Naming) -> Iterator[StatementRow]:
    """Yield one row for each speaker: two ministers who say something together both say it."""
    date = naming.date(finding)
    kind = text.kind_at(finding.cue[0]) if finding.cue is not None else None
    for speaker in naming.speakers(finding.speaker):
        if speaker.key is None and not finding.direct and finding.rule not in _NAMED_BY_FORM:
            continue  # "imports rose, suggesting that": nobody says anything
        yield {
            "speaker": speaker.key,
            "speaker_span": speaker.span,
            "cue": finding.cue,
            "content": finding.content,
            "direct": finding.direct,
            "date": date,
            "confidence": confidence(finding.rule, kind, known=speaker.known, pronoun=_is_pronoun(text, speaker)),
            "rule": finding.rule,
        }
