"""Quotations with their reporting words before, after or between them."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.statements.finding import Finding, Speaker
from kg.extract.statements.quotes import Quote
from kg.extract.statements.sources import owner_of
from kg.extract.statements.speakers import FINITE, phrase_of, subject_of
from kg.extract.statements.text import DASHES, STOPS, Text, VerbCue

_LINKS = frozenset({"and", "but", "or", "while", "when", "who", "which", "that", "as", "so"})
_NAME_TAGS = frozenset(
    {"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "IN", "HYPH", ",", "VBN", "VBG"}
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LIGHT = frozenset({"ADV", "PART", "AUX"})
_ENDED = frozenset({",", "?", "!", "…", "—", "–", "...", "."})
_FAR = 40
"""Tokens around a quotation in which its reporting words are looked for."""
_SHORT = 6
"""A quotation of fewer tokens, marks included, is a few words and no sentence."""
_SMALL = 3
_LONG_TITLE = 8


def find_direct(text: Text) -> dict[int, Finding]:
    """Return for each quotation (by its number) that has reporting words of its own, or shares them, its statement."""
    found: dict[int, Finding] = {}
    for number in range(len(text.quotes)):
        finding = _after(text, number) or _before(text, number) or _between(text, number, found)
        if finding is not None:
            found[number] = finding
    return found


def find_mixed(text: Text, direct: dict[int, Finding]) -> Iterator[Finding]:
    """Yield sentences that end as a quotation before their reporting words: `In winter “nothing moves,” he said`."""
    for number, finding in direct.items():
        quote = text.quotes[number]
        if finding.rule == "quote:after" and not _begins_sentence(text, quote):
            start = _after_stop(text, quote.start, text.lines[quote.line][0])
            start = max(start, text.sentence(start)[0]) if start == text.lines[quote.line][0] else start
            if start < quote.start:
                yield replace(finding, content=(start, quote.end), direct=False, rule="quote:mixed")


def _after(text: Text, number: int) -> Finding | None:
    """Read `“...,” he said` and `“...,” said the minister`."""
    quote = text.quotes[number]
    limit = _limit_after(text, number)
    start = _skip_space(text, quote.end, limit)
    comma = start < limit and text.words[start] in (",", *DASHES)
    start += comma
    if start >= limit or not _can_follow(text, quote, start, comma=comma):
        return None
    verb = next((text.verbs[i] for i in range(start, limit) if i in text.verbs and text.quote_at[i] < 0), None)
    if verb is None or not _reports(verb) or (not _begins_sentence(text, quote) and _is_object(text, quote, verb)):
        return None
    speaker = _speaker_after(text, verb, start, limit)
    return None if speaker is None else _finding(quote, verb, speaker, "quote:after")


def _can_follow(text: Text, quote: Quote, start: int, *, comma: bool) -> bool:
    """Tell whether the sentence of the quotation goes on after it, with words that can be the reporter's."""
    last = text.words[quote.end - 2]
    first = text.doc[start]
    if last == "." and not comma and not (first.is_lower and (start in text.verbs or first.pos_ == "PRON")):
        return False
    if first.lower_ in _LINKS or first.pos_ in ("SCONJ", "CCONJ"):
        return False
    if comma or last in _ENDED:
        return True
    return quote.end - quote.start >= _SHORT and first.pos_ != "ADP" and _begins_sentence(text, quote)


def _reports(verb: VerbCue) -> bool:
    token = verb.token
    subject = any(child.dep_ == "nsubj" for child in token.children)
    return "quote" in verb.cue.takes and token.tag_ != "VBG" and (subject or token.dep_ != "acl")


def _is_object(text: Text, quote: Quote, verb: VerbCue) -> bool:
    """Tell a quotation within a sentence that reports something else: `On “Late News,” he said that ...`."""
    words = [word for word in text.doc[quote.start + 1 : quote.end - 1] if word.is_alpha and len(word) > _SMALL]
    title = len(words) < _LONG_TITLE and all(word.text[0].isupper() for word in words)
    return title or any(child.dep_ == "ccomp" for child in verb.token.rights)


def _begins_sentence(text: Text, quote: Quote) -> bool:
    before = text.words[quote.start - 1] if quote.start > text.lines[quote.line][0] else "."
    return before in STOPS or before in (":", ",") or text.quote_at[quote.start - 1] >= 0


def _skip_space(text: Text, start: int, limit: int) -> int:
    while start < limit and text.words[start].isspace():
        start += 1
    return start


def _limit_after(text: Text, number: int) -> int:
    """Return where the words that can report a quotation before them end: with their sentence, or at a quotation."""
    quote = text.quotes[number]
    limit = min(text.lines[text.line_of[quote.end - 1]][1], quote.end + _FAR)
    if number + 1 < len(text.quotes):
        limit = min(limit, text.quotes[number + 1].start)
    return next((i for i in range(quote.end, limit) if text.words[i] in STOPS and not _within_sentence(text, i)), limit)


def _within_sentence(text: Text, i: int) -> bool:
    """Tell the full stop of an abbreviation ("(D-Md.) said") from the end of a sentence."""
    following = text.doc[i + 1] if i + 1 < len(text.words) else None
    return text.words[i] == "." and following is not None and (following.text == ")" or following.is_lower)


def _speaker_after(text: Text, verb: VerbCue, start: int, limit: int) -> Speaker | None:
    token = verb.token
    if all(word.pos_ in _LIGHT for word in text.doc[start : token.i]):
        return _inverted(text, verb, limit)
    beside = (child for child in token.lefts if child.dep_ == "nsubj" and child.i >= start and child.tag_ != "WP")
    subject = next(beside, None) or subject_of(token)
    if subject is not None and start <= subject.i < token.i:
        return phrase_of(subject, floor=start, ceiling=token.i) if _only_speaker(text, start, token, subject) else None
    return _surface_phrase(text, start, token.i)


def _inverted(text: Text, verb: VerbCue, limit: int) -> Speaker | None:
    """Read the speaker after the verb: "said Peskov", "added the spokesman on Monday"."""
    for child in verb.token.children:
        if verb.end <= child.i < limit and child.dep_ in ("nsubj", "dobj", "npadvmod", "attr", "oprd"):
            named = child.pos_ in _NOMINAL and child.ent_type_ not in ("DATE", "TIME")
            if named and child.left_edge.i <= verb.end + 1:
                return phrase_of(child, floor=verb.end, ceiling=limit)
            break
    end = verb.end
    while end < limit and text.doc[end].tag_ in _NAME_TAGS and text.words[end] != ",":
        end += 1
    heads = [i for i in range(verb.end, end) if text.doc[i].pos_ in _NOMINAL]
    if not heads or text.doc[heads[0]].ent_type_ in ("DATE", "TIME"):
        return None
    return Speaker(verb.end, end, heads[-1])


def _only_speaker(text: Text, start: int, verb: Token, subject: Token) -> bool:
    """Tell whether nothing but the speaker, adverbs and what describes the speaker stands before the verb."""
    first, last = subject.left_edge.i, subject.right_edge.i
    return not any(
        word.tag_ in FINITE and word.pos_ == "VERB" and not first <= word.i <= last
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
    preposition = next((i for i in range(start, stop) if doc[i].pos_ == "ADP"), stop)
    heads = [i for i in range(start, preposition) if doc[i].pos_ in _NOMINAL]  # "the head of the council": the head
    heads = heads or [i for i in range(start, stop) if doc[i].pos_ in _NOMINAL]
    return Speaker(start, stop, heads[-1]) if heads else None


def _before(text: Text, number: int) -> Finding | None:
    """Read `he said: “...”`, `Peskov replied, “...”`, `saying “...”` and `his answer was short: “...”`."""
    quote = text.quotes[number]
    start, end = _window_before(text, number)
    mark = ""
    if end > start and text.words[end - 1] in {",", ":", "that", *DASHES}:
        end -= 1
        mark = text.words[end]
        if end > start and mark == "," and text.words[end - 1] == "that":
            end -= 1
    verb = next((text.verbs[i] for i in range(end - 1, start - 1, -1) if i in text.verbs), None)
    if verb is None or "quote" not in verb.cue.takes:
        return _noun_before(text, quote, start, end) if mark == ":" else None
    leads = mark in (",", ":") or (verb.end == end and _is_sentence(text, quote))
    if not leads or any(word.tag_ in FINITE and word.pos_ in ("VERB", "AUX") for word in text.doc[verb.end : end]):
        return None
    subject = subject_of(verb.token)
    if subject is None or not subject.i < quote.start:
        return None
    return _finding(quote, verb, phrase_of(subject, ceiling=quote.start), "quote:before")


def _window_before(text: Text, number: int) -> tuple[int, int]:
    """Return the words of the sentence before a quotation; a line that ends with a colon leads to the next line."""
    quote = text.quotes[number]
    line_start, _ = text.lines[quote.line]
    if quote.start == line_start and quote.line:
        start, end = text.lines[quote.line - 1]
        if text.words[end - 1] == ":":
            return _after_stop(text, end, max(start, end - _FAR)), end
    floor = max(line_start, quote.start - _FAR)
    if number:
        floor = max(floor, text.quotes[number - 1].end)
    return _after_stop(text, quote.start, floor), quote.start


def _after_stop(text: Text, end: int, floor: int) -> int:
    """Return the first token after the last end of a sentence in `[floor, end)`."""
    return next((i + 1 for i in range(end - 1, floor - 1, -1) if text.words[i] in STOPS), floor)


def _noun_before(text: Text, quote: Quote, start: int, end: int) -> Finding | None:
    """Read `his answer was short: “...”` and `the general made the following remark: “...”`."""
    noun = next((i for i in range(end - 1, start - 1, -1) if i in text.nouns and "quote" in text.nouns[i].takes), None)
    owner = owner_of(text, text.doc[noun]) if noun is not None else None
    if noun is None or owner is None:
        return None
    return Finding(content=(quote.start, quote.end), cue=(noun, noun + 1), speaker=owner, direct=True,
                   rule="quote:noun", anchor=noun)  # fmt: skip


def _is_sentence(text: Text, quote: Quote) -> bool:
    """Tell a quotation of a sentence from a few quoted words."""
    first = text.doc[quote.start + 1]
    return quote.end - quote.start >= _SHORT and (first.is_title or first.lower_ == "i")


def _between(text: Text, number: int, found: dict[int, Finding]) -> Finding | None:
    """Read the second part of `“...,” he said. “...”`, whose reporting words stand before it."""
    quote = text.quotes[number]
    last = number - 1
    while last > 0 and last not in found and text.quotes[last].line == quote.line:
        last -= 1  # `he said on “Late News.” “...”`: the name of the programme stands between
    earlier = found.get(last)
    if earlier is None or earlier.cue is None or earlier.rule != "quote:after" or text.quotes[last].line != quote.line:
        return None
    first = text.quotes[last].end
    if not first <= earlier.cue[0] < quote.start:
        return None
    gap = [word for word in text.words[first : quote.start] if not word.isspace()]
    while gap and text.quote_at[quote.start - 1] >= 0 and gap[-1] not in STOPS:
        gap.pop()  # the closing mark of that name
    stops = [i for i, word in enumerate(gap) if word in STOPS]
    joined = (
        gap[-1:] in ([","], [":"])
        or gap[-1:] in [[dash] for dash in DASHES]
        or gap[-2:] in ([",", "but"], [",", "and"])
    )
    if not (stops == [len(gap) - 1] or (not stops and joined and not _is_named(text, quote))):
        return None
    return Finding(content=(quote.start, quote.end), cue=earlier.cue, speaker=earlier.speaker, direct=True,
                   rule="quote:between", anchor=earlier.anchor)  # fmt: skip


def _is_named(text: Text, quote: Quote) -> bool:
    """Tell a title that the sentence goes on with: `said Weiss, whose book, “Inside the Army,” was published`."""
    after = text.doc[quote.end] if quote.end < len(text.words) else None
    return after is not None and after.tag_ in FINITE


def _finding(quote: Quote, verb: VerbCue, speaker: Speaker, rule: str) -> Finding:
    return Finding(content=(quote.start, quote.end), cue=(verb.token.i, verb.end), speaker=speaker, direct=True,
                   rule=rule, anchor=verb.token.i)  # fmt: skip
