"""Find fixed phrases among tokens: a table from first word to the phrases that begin with it, longest first."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language


class PhraseTable[Value]:
    """Phrases as tuples of token texts, each with a value; matching is exact, so that "US" is not "us"."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> None:
        """Take `phrases` as pairs of token texts and value; of two with the same tokens the first is kept."""
        self._by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        for words, value in phrases:
            self._by_first.setdefault(words[0], {}).setdefault(tuple(words), value)
        self._sorted = {
            first: sorted(((len(words), words, value) for words, value in table.items()), key=lambda item: -item[0])
            for first, table in self._by_first.items()
        }

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """Yield `(start, end, value)` of each longest match from left to right; matches do not overlap."""
        table = self._sorted
        position = 0
        for i, word in enumerate(words):
            if i < position or word not in table:
                continue
            for length, phrase, value in table[word]:
                if length == 1 or tuple(words[i : i + length]) == phrase:
                    yield i, i + length, value
                    position = i + length
                    break


def token_texts(nlp: Language, phrase: str) -> tuple[str, ...]:
    """Return the token texts of `phrase` as the tokenizer of `nlp` splits it."""
    return tuple(token.text for token in nlp.make_doc(phrase))
