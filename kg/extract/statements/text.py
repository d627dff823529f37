"""A Doc as the rules read it: words, paragraphs, quotations and cues, each looked up once."""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import mention_by_token
from kg.extract.captions import captions_of
from kg.extract.statements.quotes import Quote, find_regions, to_quotes
from kg.lexicon.cues import Cue, CueKind, noun_cues, phrase_cues, verb_cues

_DASH = re.compile(r"—|–|--|\s-\s")
_DATELINE = 70
_HEADLINE = 160
_CONJUNCTIONS = frozenset({"and", "but", "or", "while"})
STOPS = frozenset({".", "?", "!", ";", "…"})
DASHES = frozenset({"-", "–", "—", "--", "―"})


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
    source: str
    words: list[str]
    lines: list[tuple[int, int]]
    line_of: list[int]
    quotes: list[Quote]
    quote_at: list[int]
    verbs: dict[int, VerbCue]
    nouns: dict[int, Cue]
    phrases: list[tuple[int, int, Cue]]
    mentions: list[Span | None]
    asides: frozenset[int]
    """Tokens of captions and credits."""

    def is_aside(self, i: int) -> bool:
        """Tell whether token `i` stands in a caption, which is no part of the text around it."""
        return i in self.asides

    def kind_at(self, i: int) -> CueKind | None:
        """Return what the reporting verb or noun at token `i` does with the words, None where there is none."""
        if i in self.verbs:
            return self.verbs[i].cue.kind
        return self.nouns[i].kind if i in self.nouns else None

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
        """Return the first token after "GENEVA (AP) —", or `start`; a headline may be glued to it by a hyphen."""
        offset = self.doc[start].idx
        text = self.source[offset : offset + _HEADLINE].partition("\n")[0]
        place = text.lstrip("(").partition(" ")[0].rstrip(",)")
        for dash in _DASH.finditer(text):
            glued = text[dash.end() :].lstrip().startswith("-")
            if glued or (dash.start() < _DATELINE and len(place) > 1 and place.isupper()):
                first = offset + dash.end() + len(text[dash.end() :]) - len(text[dash.end() :].lstrip(" \xa0-"))
                return next((i for i in range(start, end) if self.doc[i].idx >= first), start)
        return start

    def trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return `[start, end)` without white space and punctuation at either end that is not a quotation's own."""
        words, quote_at = self.words, self.quote_at
        while start < end and _loose(words[start]) and not self._opens_quote(start):
            start += 1
        while (
            end > start
            and (_loose(words[end - 1]) or words[end - 1] in _CONJUNCTIONS)
            and not (quote_at[end - 1] >= 0 and self._closes_quote(end - 1))
        ):
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
    lines, line_of = _lines(doc, words)
    source = doc.text  # put together anew on each call
    regions = find_regions(source)
    quotes = to_quotes(regions, [token.idx for token in doc], line_of) if regions else []
    quote_at = [-1] * len(words)
    for number, quote in enumerate(quotes):
        quote_at[quote.start : quote.end] = [number] * (quote.end - quote.start)
    verbs, nouns, phrases = {}, {}, []
    asides = frozenset(i for start, end in captions_of(doc) for i in range(start, end))
    triggers, nouns_known = _triggers(), noun_cues()
    for i in [i for i, word in enumerate(words) if word in triggers]:
        if (verb := _verb_at(doc, words, i)) is not None:
            verbs[i] = verb
        elif words[i] in nouns_known and doc[i].pos_ == "NOUN":
            nouns[i] = nouns_known[words[i]]
        elif (phrase := _phrase_at(words, i)) is not None:
            phrases.append(phrase)
    return Text(doc, source, words, lines, line_of, quotes, quote_at, verbs, nouns, phrases, mention_by_token(doc),
                asides)  # fmt: skip


@cache
def _triggers() -> frozenset[str]:
    """Return all words with which a cue can begin."""
    return frozenset(verb_cues()) | frozenset(noun_cues()) | frozenset(phrase_cues())


def _lines(doc: Doc, words: list[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the paragraphs, white space at either end left out, and for each token the number of its paragraph."""
    breaks = [int(i) for i in np.flatnonzero(doc.to_array("IS_SPACE")) if "\n" in words[i]]
    lines: list[tuple[int, int]] = []
    line_of: list[int] = []
    start = 0
    for end in [*breaks, len(words)]:
        first, last = start, end
        while first < last and words[first].isspace():
            first += 1
        while last > first and words[last - 1].isspace():
            last -= 1
        if first < last:
            lines.append((first, last))
        line_of += [max(len(lines) - 1, 0)] * (end + 1 - start)
        start = end + 1
    return lines or [(0, len(words))], line_of


def _verb_at(doc: Doc, words: list[str], i: int) -> VerbCue | None:
    token = doc[i]
    if token.dep_ in ("amod", "compound") and token.tag_ in ("VBN", "VBG", "JJ"):  # "repeated offers"
        return None
    if token.pos_ not in ("VERB", "AUX") and not (words[i] in ("said", "says", "told") and token.pos_ != "PROPN"):
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    for particle, cue in verb_cues().get(words[i], ()):
        if not particle:
            return VerbCue(token, i + 1, cue)
        if particle == following:
            return VerbCue(token, i + 2, cue)
    return None


def _phrase_at(words: list[str], i: int) -> tuple[int, int, Cue] | None:
    for phrase, cue in phrase_cues().get(words[i], ()):
        if tuple(words[i : i + len(phrase)]) == phrase:
            return i, i + len(phrase), cue
    return None
