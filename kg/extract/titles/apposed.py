"""Names of people that the model passed over or cut, and that stand between commas after who they are.

"The speaker of the assembly, Ararat Keshti, left", "his Irish counterpart, Mirela Castun, has".
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

PERSON = "Person"
COUNTERPARTS = frozenset(("counterpart", "successor", "predecessor"))
CLOSERS = frozenset((",", ".", ";", "—", "–"))
PROPER = "NNP"
SHORTEST = 2
LONGEST = 4
"""Tokens of such a name; a single one could be of anything."""


def names_after(doc: Doc, words: Sequence[str], roots: Sequence[Token], names: Sequence[Span]) -> list[Span]:
    """Return the people named in apposition to the nouns `roots`, where `names` do not say what the words are.

    Args:
        doc: the text.
        words: its tokens in lower case.
        roots: heads of titles that one person bears.
        names: the names known so far; those without a key that lie in a new one are not sure enough to keep it out.
    """
    known = {i for name in names if name.kb_id_ or name.label_ == PERSON for i in range(name.start, name.end)}
    nouns = [*roots, *(doc[i] for i, word in enumerate(words) if word in COUNTERPARTS)]
    found = {name.start: name for noun in nouns if (name := _apposed(doc, noun)) is not None}
    return [name for name in found.values() if known.isdisjoint(range(name.start, name.end))]


def without_parts(names: Sequence[Span], new: Sequence[Span]) -> Iterator[Span]:
    """Yield `names` without those that overlap one of the `new` ones, and then these."""
    taken = {i for name in new for i in range(name.start, name.end)}
    yield from (name for name in names if taken.isdisjoint(range(name.start, name.end)))
    yield from new


def _apposed(doc: Doc, noun: Token) -> Span | None:
    """Return the full name between commas that the parser takes to explain `noun`."""
    last = next((child for child in noun.rights if child.dep_ == "appos" and child.tag_ == PROPER), None)
    if last is None or last.i + 1 >= len(doc) or doc[last.i + 1].text not in CLOSERS:
        return None
    first = last.i
    while first > 0 and doc[first - 1].tag_ == PROPER and doc[first - 1].head == last:
        first -= 1
    words = doc[first : last.i + 1]
    if doc[first - 1].text != "," or not SHORTEST <= len(words) <= LONGEST:
        return None
    shaped = all(token.is_title and token.is_alpha for token in words)
    return Span(doc, first, last.i + 1, label=PERSON, span_id="name") if shaped else None
