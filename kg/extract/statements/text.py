"""A Doc as the rules read it: words, paragraphs, quotations and cues, each looked up once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import mention_by_token
from kg.extract.statements.quotes import Quote, find_regions, to_quotes
from kg.lexicon.cues import Cue, noun_cues, phrase_cues, verb_cues

_DATELINE = re.compile(r"\(?[A-Z][A-Z.’'-]+(?:[ ,/][^\n]{0,50}?)?\s*(?:—|–|--|-)\s*(?=[A-Z“\"‘'])")
STOPS = frozenset({".", "?", "!", ";", "…"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb at a token; `end` is after its particle."""

    token: Token
    end: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Text:
    """What all rules look up. Lines are paragraphs as tokens `[start, end)`, white space at either end left out."""

    doc: Doc
    words: list[str]
    lines: list[tuple[int, int]]
    line_of: list[int]
    quotes: list[Quote]
    quote_at: list[int]
    verbs: dict[int, VerbCue]
    nouns: dict[int, Cue]
    phrases: list[tuple[int, int, Cue]]
    mentions: list[Span | None]

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the sentence of token `i` within its paragraph, without a dateline, quotation or not."""
        line_start, line_end = self.lines[self.line_of[i]]
        sent = self.doc[i].sent
        start, end = max(sent.start, line_start), min(sent.end, line_end)
        quote = self.quote_at[i]
        if quote >= 0:
            start, end = max(start, self.quotes[quote].start + 1), min(end, self.quotes[quote].end - 1)
        if start == line_start:
            start = max(start, min(self._after_dateline(start, line_end), i))
        return start, end

    def _after_dateline(self, start: int, end: int) -> int:
        offset = self.doc[start].idx
        match = _DATELINE.match(self.doc.text, offset)
        if match is None:
            return start
        return next((i for i in range(start, end) if self.doc[i].idx >= match.end()), start)

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return `[start, end)` without white space and punctuation at either end that is not a quotation's own."""
        words, quote_at = self.words, self.quote_at
        while start < end and _loose(words[start]) and not self._opens_quote(start):
            start += 1
        while end > start and _loose(words[end - 1]) and not (quote_at[end - 1] >= 0 and self._closes_quote(end - 1)):
            end -= 1
        return (start, end) if start < end else None

    def _opens_quote(self, i: int) -> bool:
        return self.quote_at[i] >= 0 and self.quotes[self.quote_at[i]].start == i

    def _closes_quote(self, i: int) -> bool:
        return self.quotes[self.quote_at[i]].end == i + 1


def _loose(word: str) -> bool:
    """Tell white space and punctuation that can be cut off the ends of what was said."""
    return word.isspace() or word in {",", ".", ";", ":", "-", "–", "—", "--", "?", "!", "…", "..."}


def read_text(doc: Doc) -> Text:
    """Look up paragraphs, quotations and cues of `doc`."""
    words = [token.lower_ for token in doc]
    lines, line_of = _lines(words)
    regions = find_regions(doc.text)
    quotes = to_quotes(regions, [token.idx for token in doc], line_of) if regions else []
    quote_at = [-1] * len(words)
    for number, quote in enumerate(quotes):
        quote_at[quote.start : quote.end] = [number] * (quote.end - quote.start)
    verbs, nouns = {}, {}
    verb_table, noun_table = verb_cues(), noun_cues()
    for i, word in enumerate(words):
        if word in verb_table and (found := _verb_at(doc, words, i)):
            verbs[i] = found
        elif word in noun_table and doc[i].pos_ == "NOUN":
            nouns[i] = noun_table[word]
    phrases = list(_phrases(words))
    return Text(doc, words, lines, line_of, quotes, quote_at, verbs, nouns, phrases, mention_by_token(doc))


def _lines(words: list[str]) -> tuple[list[tuple[int, int]], list[int]]:
    lines: list[tuple[int, int]] = []
    line_of = []
    start = 0
    last = -1  # the last token of the line that is no white space
    for i, word in enumerate(words):
        line_of.append(len(lines))
        if not word.isspace():
            if last < start:
                start = i
            last = i
        elif "\n" in word and last >= start:
            lines.append((start, last + 1))
            start = i + 1
    if last >= start:
        lines.append((start, last + 1))
    if lines and line_of and line_of[-1] == len(lines):  # white space after the last line
        line_of = [min(number, len(lines) - 1) for number in line_of]
    return lines or [(0, len(words))], line_of


def _verb_at(doc: Doc, words: list[str], i: int) -> VerbCue | None:
    token = doc[i]
    if token.pos_ not in ("VERB", "AUX") and not (words[i] in ("said", "says", "told") and token.pos_ != "PROPN"):
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    for particle, cue in verb_cues()[words[i]]:
        if not particle:
            return VerbCue(token, i + 1, cue)
        if particle == following:
            return VerbCue(token, i + 2, cue)
    return None


def _phrases(words: list[str]) -> Iterator[tuple[int, int, Cue]]:
    table = phrase_cues()
    for i, word in enumerate(words):
        if word in table:
            for phrase, cue in table[word]:
                if tuple(words[i : i + len(phrase)]) == phrase:
                    yield i, i + len(phrase), cue
