"""The component kg_statements: run the rules, look up entities and dates, keep the rows on the Doc."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import DATES, StatementRow, mention_by_token, spans_of
from kg.extract.statements.carrying import carry
from kg.extract.statements.clauses import find_clauses
from kg.extract.statements.direct import find_direct
from kg.extract.statements.finding import Finding
from kg.extract.statements.sources import find_sources
from kg.extract.statements.text import Text, read_text

_FRAGMENT = 4


@Language.component("kg_statements", assigns=["doc._.kg_statements"])
def statements(doc: Doc) -> Doc:
    """Find who said what and keep it as `doc._.kg_statements`, in text order."""
    text = read_text(doc)
    findings = find_statements(text)
    mentions = mention_by_token(doc)
    dates = [span for span in spans_of(doc, DATES) if span.label_ in ("DATE", "TIME")]
    doc._.kg_statements = [_row(text, finding, mentions, dates) for finding in findings]
    return doc


def find_statements(text: Text) -> list[Finding]:
    """Return all statements of a text in the order of their content."""
    direct = find_direct(text)
    used = {f.cue[0] for f in direct.values() if f.cue is not None}
    others = [*find_clauses(text, used), *find_sources(text)]
    others = sorted((_whole_quotes(text, f) for f in others), key=lambda f: f.content)
    carried = carry(text, direct, others)
    quoted = {**direct, **carried}
    fragments = _fragments(text, quoted, others)
    return sorted([*quoted.values(), *others, *fragments], key=lambda f: (f.content, f.cue or (0, 0)))


def _whole_quotes(text: Text, finding: Finding) -> Finding:
    """Let what was said end after a quotation that begins in it."""
    start, end = finding.content
    number = text.quote_at[end - 1]
    if number >= 0 and text.quotes[number].start >= start and text.quotes[number].end > end:
        end = text.quotes[number].end
    number = text.quote_at[start]
    if number >= 0 and start == text.quotes[number].start + 1 and end >= text.quotes[number].end - 1:
        start, end = start - 1, max(end, text.quotes[number].end)
    direct = any((q.start, q.end) == (start, end) for q in text.quotes)
    return Finding(content=(start, end), cue=finding.cue, speaker=finding.speaker, direct=direct, rule=finding.rule,
                   anchor=finding.anchor)  # fmt: skip


def _fragments(text: Text, quoted: dict[int, Finding], others: list[Finding]) -> list[Finding]:
    """Return the speaker's own words within reported clauses."""
    fragments = []
    for number, quote in enumerate(text.quotes):
        if number in quoted or quote.end - quote.start < _FRAGMENT + 2:
            continue
        holder = [f for f in others if f.content[0] <= quote.start and quote.end <= f.content[1]]
        if holder and not any(f.content == (quote.start, quote.end) for f in holder):
            inner = min(holder, key=lambda f: f.content[1] - f.content[0])
            fragments.append(Finding(content=(quote.start, quote.end), cue=inner.cue, speaker=inner.speaker, direct=True,
                                     rule="quote:part", anchor=inner.anchor))  # fmt: skip
    return fragments


def _row(text: Text, finding: Finding, mentions: list[Span | None], dates: list[Span]) -> StatementRow:
    speaker = finding.speaker
    mention = mentions[speaker.head] if speaker is not None else None
    return {
        "speaker": mention.id_ if mention is not None else None,
        "speaker_span": None if speaker is None else (speaker.start, speaker.end),
        "cue": finding.cue,
        "content": finding.content,
        "direct": finding.direct,
        "date": _date(text, finding, dates),
        "confidence": 0.8,
        "rule": finding.rule,
    }


def _date(text: Text, finding: Finding, dates: list[Span]) -> str | None:
    return None
