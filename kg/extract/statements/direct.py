"""Quotations with their reporting words before, after or between them."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.quotes import Quote
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.extract.statements.text import STOPS, Text, VerbCue

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_LINKS = frozenset({"and", "but", "or", "while", "when", "who", "which", "that", "as", "so"})
_NAME_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "IN", "HYPH", ",", "VBN", "VBG"})
_LIGHT = frozenset({"ADV", "PART", "AUX"})
_FAR = 40
_WHOLE = 4
_SMALL = 3
_LONG_TITLE = 8


def find_direct(text: Text) -> dict[int, Finding]:
    """Return for each quotation (by its number) that has reporting words of its own, or shares them, its statement."""
    found: dict[int, Finding] = {}
    for number, quote in enumerate(text.quotes):
        previous = text.quotes[number - 1] if number else None
        finding = (
            _after(text, number)
            or _before(text, quote, previous)
            or _between(text, quote, previous, found.get(number - 1))
        )
        if finding is not None:
            found[number] = finding
    return found


def _after(text: Text, number: int) -> Finding | None:
    """Read `“...,” he said` and `“...,” said the minister`."""
    quote = text.quotes[number]
    start, limit = quote.end, _limit_after(text, number)
    comma = start < limit and text.words[start] in (",", *_DASHES)
    start += comma
    if start >= limit:
        return None
    inner = text.words[quote.end - 2]
    if inner == "." and not comma and not _lower_attribution(text, start):
        return None
    if text.words[start] in _LINKS or text.doc[start].pos_ in ("SCONJ", "CCONJ"):
        return None
    verb = next((text.verbs[i] for i in range(start, limit) if i in text.verbs and text.quote_at[i] < 0), None)
    if verb is None or "quote" not in verb.cue.takes or verb.token.tag_ == "VBG":
        return None
    if not _begins_sentence(text, quote) and (_title_like(text, quote) or _has_clause(verb.token)):
        return None
    speaker = _speaker_after(text, verb, start, limit)
    if speaker is None:
        return None
    ended = comma or inner in {",", "?", "!", "…", "—", "–", "...", "."}
    if not ended and quote.end - quote.start < _WHOLE + 2:
        return None
    return _finding(quote, verb, speaker, "quote:after")


def find_mixed(text: Text, direct: dict[int, Finding]) -> Iterator[Finding]:
    """Yield sentences that only end as a quotation before their reporting words: `In winter “nothing moves,” he said`."""
    for number, finding in direct.items():
        quote = text.quotes[number]
        if finding.rule == "quote:after" and not _begins_sentence(text, quote):
            start = next(
                (i + 1 for i in range(quote.start - 1, text.lines[quote.line][0] - 1, -1) if text.words[i] in STOPS),
                text.sentence(quote.start - 1)[0],
            )
            if start < quote.start:
                yield replace(finding, content=(start, quote.end), direct=False, rule="quote:mixed")


def _begins_sentence(text: Text, quote: Quote) -> bool:
    before = text.words[quote.start - 1] if quote.start > text.lines[quote.line][0] else "."
    return before in STOPS or before in (":", ",") or text.quote_at[quote.start - 1] >= 0


def _title_like(text: Text, quote: Quote) -> bool:
    """Tell the name of a work or a programme, which is written in capitals throughout."""
    words = [word for word in text.doc[quote.start + 1 : quote.end - 1] if word.is_alpha and len(word) > _SMALL]
    return len(words) < _LONG_TITLE and all(word.text[0].isupper() for word in words)


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" for child in verb.rights)


def _limit_after(text: Text, number: int) -> int:
    """Return where the words that can report a quotation before them end: the sentence, the paragraph or a quotation."""
    quote = text.quotes[number]
    limit = min(text.lines[quote.line][1], quote.end + _FAR)
    if number + 1 < len(text.quotes):
        limit = min(limit, text.quotes[number + 1].start)
    for i in range(quote.end, limit):
        if text.words[i] in STOPS and not _within_sentence(text, i):
            return i
    return limit


def _within_sentence(text: Text, i: int) -> bool:
    """Tell the full stop of an abbreviation ("(D-Md.) said") from the end of a sentence."""
    following = text.doc[i + 1] if i + 1 < len(text.words) else None
    return text.words[i] == "." and following is not None and (following.text == ")" or following.is_lower)


def _lower_attribution(text: Text, start: int) -> bool:
    """Tell whether a lower-case pronoun or verb follows a full stop, so that the sentence goes on nevertheless."""
    token = text.doc[start]
    return token.is_lower and (start in text.verbs or token.pos_ == "PRON")


def _speaker_after(text: Text, verb: VerbCue, start: int, limit: int) -> Speaker | None:
    token = verb.token
    between = text.doc[start : token.i]
    if all(word.pos_ in _LIGHT for word in between):
        return _inverted(text, verb, limit)
    subject = subject_of(token)
    if subject is not None and start <= subject.i < token.i:
        phrase = phrase_of(subject, floor=start, ceiling=token.i)
        return phrase if _only_speaker(text, start, token, phrase) else None
    return _surface_phrase(text, start, token.i)


def _inverted(text: Text, verb: VerbCue, limit: int) -> Speaker | None:
    """Read the speaker after the verb: "said Peskov", "added the spokesman on Monday"."""
    subject = next((c for c in verb.token.children if c.dep_ in ("nsubj", "dobj", "npadvmod", "attr", "oprd")
                    and verb.end <= c.i < limit and c.pos_ in ("NOUN", "PROPN", "PRON")), None)  # fmt: skip
    if subject is not None and subject.left_edge.i <= verb.end + 1 and subject.ent_type_ not in ("DATE", "TIME"):
        return phrase_of(subject, floor=verb.end, ceiling=limit)
    end = verb.end
    while end < limit and text.doc[end].tag_ in _NAME_TAGS and text.words[end] != ",":
        end += 1
    heads = [i for i in range(verb.end, end) if text.doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    return Speaker(verb.end, end, heads[-1]) if heads and text.doc[heads[0]].ent_type_ not in ("DATE", "TIME") else None


def _only_speaker(text: Text, start: int, verb: Token, phrase: Speaker) -> bool:
    """Tell whether nothing but the speaker, adverbs and what describes the speaker stands before the verb."""
    inside = text.doc[phrase.head].right_edge.i
    return not any(
        word.pos_ == "VERB" and word.tag_ in ("VBD", "VBZ", "VBP") and not phrase.start <= word.i <= inside
        for word in text.doc[start : verb.i]
        if word.dep_ not in ("aux", "relcl", "acl")
    )


def _surface_phrase(text: Text, start: int, end: int) -> Speaker | None:
    """Read the words before the verb as a noun phrase where the parser found no subject."""
    doc = text.doc
    while end > start and doc[end - 1].pos_ in _LIGHT:
        end -= 1
    if not all(doc[i].tag_ in _NAME_TAGS for i in range(start, end)):
        return None
    stop = next((i for i in range(start, end) if text.words[i] == ","), end)
    heads = [i for i in range(start, stop) if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
    return Speaker(start, stop, heads[-1]) if heads else None


def _before(text: Text, quote: Quote, previous: Quote | None) -> Finding | None:
    """Read `he said: “...”`, `Peskov replied, “...”` and `saying “...”`."""
    start, end = _start_before(text, quote, previous), quote.start
    mark = ""
    if end > start and text.words[end - 1] in {",", ":", "that", *_DASHES}:
        mark = text.words[end - 1]
        end -= 1
        if end > start and mark == "," and text.words[end - 1] == "that":
            end -= 1
    verb = next((text.verbs[i] for i in range(end - 1, start - 1, -1) if i in text.verbs), None)
    if verb is None or "quote" not in verb.cue.takes:
        return None
    adjacent = verb.end == end
    if not adjacent and mark not in (",", ":"):
        return None
    if mark not in (",", ":") and not _whole(text, quote):
        return None
    if any(word.pos_ in ("VERB", "AUX") and word.tag_ in ("VBD", "VBZ", "VBP") for word in text.doc[verb.end : end]):
        return None
    subject = subject_of(verb.token)
    if subject is None or not subject.i < quote.start:
        return None
    return _finding(quote, verb, phrase_of(subject, ceiling=quote.start), "quote:before")


def _start_before(text: Text, quote: Quote, previous: Quote | None) -> int:
    start = max(text.lines[quote.line][0], quote.start - _FAR)
    if previous is not None:
        start = max(start, previous.end)
    for i in range(quote.start - 1, start - 1, -1):
        if text.words[i] in STOPS:
            return i + 1
    return start


def _whole(text: Text, quote: Quote) -> bool:
    """Tell a quotation of a sentence from a few quoted words."""
    first = text.doc[quote.start + 1]
    return quote.end - quote.start >= _WHOLE + 2 and (first.is_title or first.lower_ == "i")


def _between(text: Text, quote: Quote, previous: Quote | None, earlier: Finding | None) -> Finding | None:
    """Read the second part of `“...,” he said. “...”`, whose reporting words stand before it."""
    if previous is None or earlier is None or earlier.cue is None or earlier.rule not in ("quote:after",):
        return None
    if previous.line != quote.line or not previous.end <= earlier.cue[0] < quote.start:
        return None
    gap = text.words[previous.end : quote.start]
    stops = [i for i, word in enumerate(gap) if word in STOPS]
    if len(stops) > 1 or (stops and stops[0] != len(gap) - 1):
        return None
    if not stops and gap[-1] not in (",", ":", *_DASHES):
        return None
    return Finding(content=(quote.start, quote.end), cue=earlier.cue, speaker=earlier.speaker, direct=True,
                   rule="quote:between", anchor=earlier.anchor)  # fmt: skip


def _finding(quote: Quote, verb: VerbCue, speaker: Speaker, rule: str) -> Finding:
    return Finding(content=(quote.start, quote.end), cue=(verb.token.i, verb.end), speaker=speaker, direct=True,
                   rule=rule, anchor=verb.token.i)  # fmt: skip
