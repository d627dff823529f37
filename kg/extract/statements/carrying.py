"""Quotations without reporting words of their own: whose words they are follows from those before them."""

from kg.extract.statements.finding import Finding
from kg.extract.statements.quotes import Quote
from kg.extract.statements.text import STOPS, Text

_LEAST = 4
_NEAR = 12
"""Tokens after a reported clause in which a date or a place may end its sentence."""


def carry(text: Text, direct: dict[int, Finding], others: list[Finding]) -> dict[int, Finding]:
    """Return statements for the quotations that `direct` leaves out and an earlier speaker goes on with.

    Args:
        text: what all rules look up.
        direct: the quotations that have reporting words, by number.
        others: reported clauses and the like, in text order.
    """
    found: dict[int, Finding] = {}
    _backwards(text, direct, found)
    for number, quote in enumerate(text.quotes):
        if number in direct or number in found:
            continue
        source = _source(text, number, quote, {**direct, **found}, others)
        if source is not None:
            earlier, rule = source
            found[number] = _continued(quote, earlier, rule)
    return found


def _backwards(text: Text, direct: dict[int, Finding], found: dict[int, Finding]) -> None:
    """Give paragraphs that leave a quotation open to the speaker whom the last of them names."""
    for number in range(len(text.quotes) - 2, -1, -1):
        later = direct.get(number + 1) or found.get(number + 1)
        if number not in direct and text.quotes[number].goes_on and later is not None:
            found[number] = _continued(text.quotes[number], later, "quote:paragraphs")


def _source(
    text: Text, number: int, quote: Quote, direct: dict[int, Finding], others: list[Finding]
) -> tuple[Finding, str] | None:
    """Return the statement whose speaker goes on in `quote`, and the rule that says so."""
    previous = text.quotes[number - 1] if number else None
    earlier = direct.get(number - 1)
    if previous is not None and earlier is not None and previous.goes_on:
        return earlier, "quote:paragraphs"
    if not _sentence_like(text, quote):
        return None
    if previous is not None and earlier is not None:
        if previous.line == quote.line and all(word in STOPS for word in text.words[previous.end : quote.start]):
            return earlier, "quote:next"
        fills = (quote.start, quote.end) == text.lines[quote.line]
        if quote.line == previous.line + 1 and fills and _last_speaker_of_line(text, earlier, others):
            return earlier, "quote:paragraph"
    clause = next((finding for finding in reversed(others) if finding.content[0] < quote.start), None)
    if clause is not None and clause.speaker is not None and _sentence_before(text, clause, quote):
        return clause, "quote:after-clause"
    return None


def _sentence_like(text: Text, quote: Quote) -> bool:
    """Tell whether a quotation is a sentence, or several, that stand alone."""
    first = quote.start == text.lines[quote.line][0] or text.words[quote.start - 1] in STOPS or (
        text.words[quote.start - 1] in ("”", '"', "''", "’")
    )  # fmt: skip
    last = text.words[quote.end - 2] in (".", "?", "!", "…", "...", "—") or not quote.closed
    return first and last and quote.end - quote.start >= _LEAST + 2


def _last_speaker_of_line(text: Text, earlier: Finding, others: list[Finding]) -> bool:
    """Tell whether nobody else spoke between the earlier quotation and the end of its paragraph."""
    _, end = text.lines[text.line_of[earlier.content[0]]]
    return not any(
        earlier.content[1] <= finding.content[0] < end and finding.speaker not in (None, earlier.speaker)
        for finding in others
    )


def _sentence_before(text: Text, clause: Finding, quote: Quote) -> bool:
    """Tell whether `clause` stands in the sentence right before the quotation, in one paragraph with it."""
    if text.line_of[clause.content[0]] != quote.line:
        return False
    end = max(clause.content[1], clause.cue[1] if clause.cue else 0, clause.speaker.end if clause.speaker else 0)
    stops = sum(word in STOPS for word in text.words[end : quote.start])
    return stops <= 1 and quote.start - end <= _NEAR


def _continued(quote: Quote, earlier: Finding, rule: str) -> Finding:
    return Finding(content=(quote.start, quote.end), cue=earlier.cue, speaker=earlier.speaker, direct=True, rule=rule,
                   anchor=earlier.anchor)  # fmt: skip
